#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "shared/calendar/file_expansion.h"
#include "shared/calendar/ical_values.h"
#include "tests/shared/calendar/read_limits.h"
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

/// The rows of one file of other people's results.
inline std::vector<nlohmann::json> expected_results(const char* file) {
  std::ifstream in(test::shared_data() / "ics_hard" / "expected" / file);
  std::vector<nlohmann::json> rows;
  for (std::string line; std::getline(in, line);) rows.push_back(nlohmann::json::parse(line));
  return rows;
}

inline std::chrono::local_seconds local_of(const nlohmann::json& text) {
  return parse_when(text.get<std::string>()).value().local;
}

inline std::chrono::sys_seconds utc_of(const nlohmann::json& text) {
  return std::chrono::sys_seconds{local_of(text).time_since_epoch()};
}

/// Starts with their UIDs, as often as they are there.
using Starts = std::multiset<std::pair<std::string, std::string>>;

/// All that a file holds, what is private too, as `murctl calendar check` expands it.
struct ExpandedFile {
  std::vector<Entry> entries;
  std::vector<FileOccurrence> occurrences;
};

inline Result<ExpandedFile> expanded_file(const std::filesystem::path& path, const Zone& zone, const Window& window) {
  Result<WholeReading> whole = read_whole(bytes_of(path), kTestLimits);
  if (!whole) return fail(whole.error());
  ExpandedFile made{.entries = std::move(whole->reading.entries), .occurrences = {}};
  std::ranges::move(whole->private_entries, std::back_inserter(made.entries));
  auto occurrences = expand_file(made.entries, zone, window, kTestBudget);
  if (!occurrences) return fail(occurrences.error());
  made.occurrences = *std::move(occurrences);
  return made;
}

/// A start as the expected results write it: a date, a floating time, or UTC with "Z".
inline std::string start_text(const FileOccurrence& one, const Zone& zone) {
  if (one.all_day) return basic_form(zone.to_local(one.start_at), false);
  if (one.kind == When::Kind::floating) return basic_form(zone.to_local(one.start_at), true);
  return basic_form(std::chrono::local_seconds{one.start_at.time_since_epoch()}, true) + "Z";
}

inline Starts starts_of(const ExpandedFile& file, const Zone& zone) {
  Starts starts;
  for (const FileOccurrence& one : file.occurrences) {
    const Entry& entry = file.entries[one.entry];
    starts.emplace(start_text(one, zone), entry.uid_is_ours ? std::string{} : entry.uid);
  }
  return starts;
}

/// Cases that need not pass, ours beside theirs; and how many of each source do.
class Comparison {
 public:
  explicit Comparison(std::string source) : source_{std::move(source)} {}
  Comparison(const Comparison&) = delete;
  Comparison& operator=(const Comparison&) = delete;
  ~Comparison() { std::cout << fmt::format("{}: {} of {} the same\n", source_, same_, all_); }

  void add(const std::string& id, bool same, const std::string& ours, const std::string& theirs) {
    ++all_;
    if (same) {
      ++same_;
    } else {
      std::cout << fmt::format("  {:<70} | ours {:<60} | theirs {}\n", id, ours, theirs);
    }
  }

 private:
  std::string source_;
  std::size_t same_ = 0;
  std::size_t all_ = 0;
};

/// "12: 20260101, 20260102, …"
template <class List>
std::string shortened(const List& list) {
  constexpr std::size_t kShown = 3;
  std::string text = fmt::format("{}:", list.size());
  std::size_t shown = 0;
  for (const auto& one : list) {
    if (++shown > kShown) return text + " …";
    text += fmt::format(" {}", one);
  }
  return text;
}

/// What one has and the other lacks: "+20260101T100000Z -20260102".
inline std::string apart(const Starts& ours, const Starts& theirs) {
  Starts more;
  Starts fewer;
  std::ranges::set_difference(ours, theirs, std::inserter(more, more.end()));
  std::ranges::set_difference(theirs, ours, std::inserter(fewer, fewer.end()));
  constexpr std::size_t kShown = 4;
  std::string text;
  for (const auto& [sign, list] : {std::pair{'+', &more}, std::pair{'-', &fewer}}) {
    std::size_t shown = 0;
    for (const auto& [start, uid] : *list)
      if (++shown <= kShown) text += fmt::format(" {}{} {}", sign, start, uid);
    if (shown > kShown) text += fmt::format(" {}{} more", sign, shown - kShown);
  }
  return text;
}

}  // namespace mur::calendar
