#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "shared/calendar/ical_values.h"
#include "shared/calendar/occurrence.h"

namespace mur::calendar {

/// When of "20260314", "20260314T183000", "20260314T183000Z"; with a zone, a wall time in it.
inline When when(std::string_view text, std::string_view zone = {}) {
  When made = parse_when(text).value();
  if (!zone.empty()) {
    made.kind = When::Kind::zoned;
    made.zone = zone;
  }
  return made;
}

inline std::chrono::local_seconds local(std::string_view text) { return parse_when(text).value().local; }
inline std::chrono::sys_seconds instant(std::string_view text) {
  return std::chrono::sys_seconds{parse_when(text).value().local.time_since_epoch()};
}

inline Window window(std::string_view from, std::string_view to) { return {.from = instant(from), .to = instant(to)}; }

inline Zone paris() { return Zone::find("Europe/Paris").value(); }

inline std::vector<std::chrono::local_seconds> starts(const Expansion& expansion) {
  std::vector<std::chrono::local_seconds> all;
  for (const Occurrence& occurrence : expansion.occurrences) all.push_back(occurrence.start);
  return all;
}

inline std::vector<std::chrono::local_seconds> locals(std::initializer_list<std::string_view> texts) {
  std::vector<std::chrono::local_seconds> all;
  for (const std::string_view text : texts) all.push_back(local(text));
  return all;
}

}  // namespace mur::calendar
