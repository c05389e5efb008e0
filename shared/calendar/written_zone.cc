#include "shared/calendar/written_zone.h"

#include <fmt/format.h>
#include <unicode/unistr.h>
#include <unicode/vtzone.h>

#include <charconv>
#include <memory>
#include <vector>

#include "shared/calendar/written_line.h"

namespace mur::calendar {
namespace {

std::string icu_text(const icu::VTimeZone& zone, std::chrono::year from) {
  constexpr double kMilliseconds = 1000.0;
  const std::chrono::sys_seconds start = std::chrono::sys_days{from / std::chrono::January / 1};
  UErrorCode error = U_ZERO_ERROR;
  icu::UnicodeString written;
  zone.write(static_cast<UDate>(start.time_since_epoch().count()) * kMilliseconds, written, error);
  std::string text;
  if (U_SUCCESS(error)) written.toUTF8String(text);
  return text;
}

/// One STANDARD or DAYLIGHT: its lines, and the year it begins in.
struct Observance {
  std::string lines;
  int year = 0;
};

/// Takes ICU's lines apart; leaves out what is no standard property (X-TZINFO) and names that nobody uses ("(DST)").
class Observances {
 public:
  explicit Observances(std::string_view text) {
    while (!text.empty()) {
      const auto end = text.find("\r\n");
      take(text.substr(0, end));
      text.remove_prefix(end == std::string_view::npos ? text.size() : end + 2);
    }
  }

  /// Those that begin up to `until`; at least one, which the format demands.
  [[nodiscard]] std::string up_to(int until) const {
    std::string lines;
    for (const Observance& one : all_)
      if (one.year <= until) lines += one.lines;
    return lines.empty() && !all_.empty() ? all_.front().lines : lines;
  }

 private:
  void take(std::string_view line) {
    constexpr std::string_view kStart = "DTSTART:";
    constexpr std::size_t kYearDigits = 4;
    const bool begins = line == "BEGIN:STANDARD" || line == "BEGIN:DAYLIGHT";
    if (begins) all_.emplace_back();
    inside_ = inside_ || begins;
    if (!inside_ || line.starts_with("TZNAME")) return;
    add_line(all_.back().lines, line);
    if (line.starts_with(kStart))
      std::from_chars(line.data() + kStart.size(), line.data() + kStart.size() + kYearDigits, all_.back().year);
    if (line.starts_with("END:")) inside_ = false;
  }

  std::vector<Observance> all_;
  bool inside_ = false;
};

}  // namespace

std::optional<std::string> written_zone(std::string_view name, std::chrono::year from, std::chrono::year until) {
  const std::unique_ptr<icu::VTimeZone> zone(
      icu::VTimeZone::createVTimeZoneByID(icu::UnicodeString::fromUTF8(std::string(name))));
  if (zone == nullptr) return std::nullopt;
  const std::string observances = Observances(icu_text(*zone, from)).up_to(static_cast<int>(until));
  if (observances.empty()) return std::nullopt;
  std::string text = "BEGIN:VTIMEZONE\r\n";
  add_line(text, fmt::format("TZID:{}", name));
  return text + observances + "END:VTIMEZONE\r\n";
}

}  // namespace mur::calendar
