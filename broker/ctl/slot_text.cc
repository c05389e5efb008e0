#include "broker/ctl/slot_text.h"

#include <fmt/format.h>

#include <charconv>

#include "broker/ctl/dates.h"
#include "shared/base/text.h"
#include "shared/domain/limits.h"

namespace mur::ctl {
namespace {

constexpr const char* kOption = "--slot";

Result<int> read_number(std::string_view name, std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  constexpr int kMost =
      7 * 24 * 60 > static_cast<int>(limits::kPeopleWanted) ? 7 * 24 * 60 : static_cast<int>(limits::kPeopleWanted);
  if (error != std::errc{} || end != text.data() + text.size() || number < 1 || number > kMost)
    return fail(Errc::invalid, kOption, fmt::format("{}={}: give a number from 1 to {}", name, text, kMost));
  return number;
}

/// One "name=value"; `minutes` is kept until the start is known.
Status read_part(Slot& slot, int& minutes, std::string_view part, const calendar::Zone& hub) {
  const auto equals = part.find('=');
  const std::string name = normalize(part.substr(0, equals));
  const std::string value = equals == std::string_view::npos ? "" : normalize(part.substr(equals + 1));
  if (name == "wanted" || name == "minutes") {
    const Result<int> number = read_number(name, value);
    if (!number) return fail(number.error());
    (name == "wanted" ? slot.wanted : minutes) = *number;
  } else if (name == "start") {
    const Result<calendar::When> start = parse_when(kOption, value, hub);
    if (!start) return fail(start.error());
    slot.when = calendar::Timing{.start = *start};
  } else if (name == "unit") {
    slot.unit = value;
  } else if (name == "welcomed_by") {
    slot.welcomed_by = value;
  } else if (name == "where") {
    slot.where = value;
  } else if (name == "bring") {
    slot.bring = value;
  } else {
    return fail(Errc::invalid, kOption,
                fmt::format("\"{}\" is no part of a slot; there are wanted, start, minutes, unit, welcomed_by, where "
                            "and bring, as in \"Servir à table;wanted=4;start=2026-03-21 18:30;minutes=150\"",
                            name));
  }
  return {};
}

}  // namespace

Result<Slot> parse_slot(std::string_view text, const calendar::Zone& hub) {
  Slot slot;
  int minutes = 0;
  bool first = true;
  while (first || !text.empty()) {
    const auto end = text.find(';');
    const std::string_view part = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    if (first)
      slot.role = normalize(part);
    else if (Status read = read_part(slot, minutes, part, hub); !read)
      return fail(read.error());
    first = false;
  }
  if (minutes > 0) {
    if (!slot.when || is_date(slot.when->start))
      return fail(Errc::invalid, kOption, "minutes want a start with a time, as in start=2026-03-21 18:30");
    slot.when->end = slot.when->start;
    slot.when->end->local += std::chrono::minutes{minutes};
  }
  return slot;
}

}  // namespace mur::ctl
