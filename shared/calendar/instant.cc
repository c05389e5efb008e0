#include "shared/calendar/instant.h"

#include <fmt/format.h>

#include <optional>

namespace mur::calendar {
namespace {

using namespace std::chrono;

/// Takes pieces off the front of a text.
class Pieces {
 public:
  explicit Pieces(std::string_view text) : rest_{text} {}

  /// Exactly `digits` digits, of a number within the bounds.
  std::optional<int> number(std::size_t digits, int least, int most) {
    if (rest_.size() < digits) return std::nullopt;
    int value = 0;
    for (const char c : rest_.substr(0, digits)) {
      if (c < '0' || c > '9') return std::nullopt;
      value = value * 10 + (c - '0');
    }
    if (value < least || value > most) return std::nullopt;
    rest_.remove_prefix(digits);
    return value;
  }
  bool one_of(std::string_view signs) {
    if (rest_.empty() || !signs.contains(rest_.front())) return false;
    rest_.remove_prefix(1);
    return true;
  }
  [[nodiscard]] bool is_at_end() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

std::optional<local_days> read_date(Pieces& pieces) {
  const auto y = pieces.number(4, 1970, 9999);
  if (!y || !pieces.one_of("-")) return std::nullopt;
  const auto m = pieces.number(2, 1, 12);
  if (!m || !pieces.one_of("-")) return std::nullopt;
  const auto d = pieces.number(2, 1, 31);
  if (!d) return std::nullopt;
  const year_month_day date{year{*y}, month{static_cast<unsigned>(*m)}, day{static_cast<unsigned>(*d)}};
  if (!date.ok()) return std::nullopt;
  return local_days{date};
}

std::optional<seconds> read_hours_and_minutes(Pieces& pieces, int hours_most) {
  const auto h = pieces.number(2, 0, hours_most);
  if (!h || !pieces.one_of(":")) return std::nullopt;
  const auto m = pieces.number(2, 0, 59);
  if (!m) return std::nullopt;
  return hours{*h} + minutes{*m};
}

std::optional<sys_seconds> read(Pieces pieces, const Zone& zone) {
  const auto date = read_date(pieces);
  if (!date) return std::nullopt;
  local_seconds local = *date;
  if (pieces.is_at_end()) return zone.to_sys(local);
  if (!pieces.one_of("Tt ")) return std::nullopt;
  const auto time = read_hours_and_minutes(pieces, 23);
  if (!time) return std::nullopt;
  local += *time;
  if (pieces.one_of(":")) {
    const auto second = pieces.number(2, 0, 59);
    if (!second) return std::nullopt;
    local += seconds{*second};
  }
  if (pieces.is_at_end()) return zone.to_sys(local);

  const sys_seconds as_utc{local.time_since_epoch()};
  if (pieces.one_of("Zz")) return pieces.is_at_end() ? std::optional{as_utc} : std::nullopt;
  const bool east = pieces.one_of("+");
  if (!east && !pieces.one_of("-")) return std::nullopt;
  const auto offset = read_hours_and_minutes(pieces, 14);
  if (!offset || !pieces.is_at_end()) return std::nullopt;
  return east ? as_utc - *offset : as_utc + *offset;
}

}  // namespace

Result<TimePoint> parse_instant(std::string_view text, const Zone& zone) {
  if (const auto time = read(Pieces{text}, zone)) return TimePoint{*time};
  return fail(
      Errc::invalid, "time",
      fmt::format("\"{}\" is not a time; write it as 2026-03-14T18:30, with Z or +01:00 for another zone than {}", text,
                  zone.name()));
}

}  // namespace mur::calendar
