#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "shared/calendar/overrides.h"
#include "shared/calendar/reader.h"
#include "tests/support/shared_data.h"

namespace mur::calendar {

inline std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// "20260314", or "20260314T183000".
inline std::string basic_form(std::chrono::local_seconds local, bool with_time) {
  const auto day = std::chrono::floor<std::chrono::days>(local);
  const std::chrono::year_month_day date{day};
  const std::chrono::hh_mm_ss time{local - day};
  std::string text = fmt::format("{:04}{:02}{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                                 static_cast<unsigned>(date.day()));
  if (with_time)
    text += fmt::format("T{:02}{:02}{:02}", time.hours().count(), time.minutes().count(), time.seconds().count());
  return text;
}

/// A start as the expected results write it: a date, a floating time, or UTC with "Z".
inline std::string start_text(const Occurrence& occurrence) {
  if (occurrence.all_day) return basic_form(occurrence.start, false);
  if (occurrence.key.kind == When::Kind::floating) return basic_form(occurrence.start, true);
  return basic_form(std::chrono::local_seconds{occurrence.start_at.time_since_epoch()}, true) + "Z";
}

/// Each instance of a file's events with its UID: masters expanded, their overrides merged in.
inline std::vector<std::pair<Occurrence, std::string>> instances_of(const Reading& reading, const Zone& hub,
                                                                    const Window& window, std::size_t most,
                                                                    std::size_t steps) {
  std::map<std::string, std::vector<Override>> overrides;
  std::map<std::string, std::vector<Occurrence>> masters;
  for (const Entry& entry : reading.entries) {
    auto& master = masters[entry.uid];
    if (entry.recurrence_id) {
      overrides[entry.uid].push_back(
          {.instance = *entry.recurrence_id, .this_and_future = entry.this_and_future, .timing = entry.timing});
    } else if (auto expansion = expand(entry.timing, hub, window, most, steps)) {
      std::ranges::move(expansion->occurrences, std::back_inserter(master));
    }
  }
  std::vector<std::pair<Occurrence, std::string>> all;
  for (const auto& [uid, master] : masters)
    for (const Instance& instance : merge(master, overrides[uid], hub, window))
      all.emplace_back(instance.occurrence, uid);
  return all;
}

}  // namespace mur::calendar
