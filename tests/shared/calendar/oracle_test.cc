// Whole files, expanded as two unrelated implementations agree, and as KDE and ical.net expect.
#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "shared/calendar/ical_values.h"
#include "tests/shared/calendar/read_limits.h"
#include "tests/shared/calendar/series.h"

namespace mur::calendar {
namespace {

using std::chrono::sys_days;
using std::chrono::sys_seconds;
using std::chrono::year;

constexpr std::size_t kSteps = 5'000'000;
constexpr std::size_t kMost = 200'000;

std::vector<nlohmann::json> expected_results(const char* file) {
  std::ifstream in(test::shared_data() / "ics_hard" / "expected" / file);
  std::vector<nlohmann::json> rows;
  for (std::string line; std::getline(in, line);) rows.push_back(nlohmann::json::parse(line));
  return rows;
}

sys_seconds utc_of(const nlohmann::json& text) {
  return sys_seconds{parse_when(text.get<std::string>()).value().local.time_since_epoch()};
}

/// Where we differ on purpose from what the others agree on, and why.
const std::map<std::string, std::string> kOnPurpose{
    {"ics_real/feed_history/sociaalisme_all/06_2023-03-03.ics", "two masters of one UID: the last counts"},
    {"ics_real/feed_history/sociaalisme_all/07_2023-04-19.ics", "two masters of one UID: the last counts"},
    {"ics_real/nl_be_campagne-rosa-nl.ics", "two masters of one UID: the last counts"},
    {"ics_hard/libical/classify.ics", "two masters of one UID: the last counts"},
    {"ics_hard/ical4j/invalid__talios.ics", "a vendor's path before the zone's name is understood"},
    {"ics_hard/icalendar_py/calendars__issue_313_globally_unique_tzid.ics", "the same"},
    {"ics_hard/icalendar_py/calendars__issue_466_convert_tzid_with_slash.ics", "the same"},
    {"ics_hard/ical_net/Recurrence__ByMonth1.ics", "DTSTART is no instance of its rule (RFC 5545 § 3.8.5.3)"},
};

TEST(Oracle, FilesExpandAsTwoOtherImplementationsAgree) {
  if (!test::has_shared_data()) GTEST_SKIP() << "no shared data beside the source";
  std::size_t compared = 0;
  for (const auto& row : expected_results("oracle_occurrences.open.jsonl")) {
    const auto file = row["file"].get<std::string>();
    if (row["status"] != "agree" || !std::filesystem::exists(test::shared_data() / file)) continue;
    SCOPED_TRACE(file);
    const auto reading = read(bytes_of(test::shared_data() / file), kTestLimits);
    ASSERT_TRUE(reading) << reading.error().message;
    if (reading->private_left > 0 || kOnPurpose.contains(file)) continue;  // the others show what is private
    const Window window{.from = utc_of(row["window_utc"][0]), .to = utc_of(row["window_utc"][1])};
    std::multiset<std::string> theirs;
    for (const auto& one : row["occurrences"]) theirs.insert(one[0].get<std::string>());

    std::multiset<std::string> ours;
    for (const auto& [occurrence, uid] : instances_of(*reading, Zone::utc(), window, kMost, kSteps))
      if (occurrence.start_at >= window.from) ours.insert(start_text(occurrence));

    EXPECT_EQ(ours, theirs);
    ++compared;
  }
  EXPECT_GE(compared, 180U);
}

using Starts = std::multiset<std::string>;

/// The starts of each event's instances, as wall times where the event is.
std::map<std::string, Starts> wall_starts(const std::filesystem::path& file, const Window& window, std::size_t most) {
  std::map<std::string, Starts> starts;
  const auto reading = read(bytes_of(file), kTestLimits);
  if (!reading) return starts;
  for (const auto& [occurrence, uid] : instances_of(*reading, Zone::utc(), window, most, kSteps))
    starts[uid].insert(basic_form(occurrence.key.local, true));
  return starts;
}

TEST(Oracle, RulesOfKdeGiveWhatKdeAndDateutilGive) {
  if (!test::has_shared_data()) GTEST_SKIP() << "no shared data beside the source";
  constexpr Window kAllTime{.from = sys_days{year{1900} / 1 / 1}, .to = sys_days{year{9990} / 1 / 1}};
  std::size_t compared = 0;
  for (const auto& row : expected_results("kcalendarcore_next.open.jsonl")) {
    if (row["agree_dateutil"] != true) continue;
    SCOPED_TRACE(row["ics"].get<std::string>() + " " + row["rrule"].dump());
    const auto theirs = row["expected"].get<Starts>();
    const bool all = !row["capped_at_500"].get<bool>();
    const auto ours = wall_starts(test::shared_data() / "ics_hard" / row["ics"].get<std::string>(), kAllTime,
                                  theirs.size() + (all ? 1 : 0));
    ASSERT_EQ(ours.size(), 1U);
    EXPECT_EQ(ours.begin()->second, theirs);
    ++compared;
  }
  EXPECT_GE(compared, 50U);
}

TEST(Oracle, WindowsOfIcalNetHoldWhatIcalNetExpects) {
  if (!test::has_shared_data()) GTEST_SKIP() << "no shared data beside the source";
  for (const auto& row : expected_results("icalnet_windowed.open.jsonl")) {
    SCOPED_TRACE(row["id"].get<std::string>());
    const auto from = row["window"][0].get<std::string>();
    const auto to = row["window"][1].get<std::string>();
    // Windows are in local time; a day more on either side, and the strings decide.
    const Window window{.from = utc_of(from) - std::chrono::days{1}, .to = utc_of(to) + std::chrono::days{1}};
    auto ours = wall_starts(test::shared_data() / "ics_hard" / row["ics"].get<std::string>(), window, kMost);
    // A file of several events has a row for each.
    const auto theirs = row["expected"].get<Starts>();
    // Its UNTIL is the instant of an eighth instance, and UNTIL is inclusive (RFC 5545 § 3.3.10).
    if (row["id"] == "ical.net:Bug2912657" && theirs.size() == 7) continue;
    bool found = theirs.empty() && ours.empty();
    for (auto& [uid, starts] : ours) {
      std::erase_if(starts, [&](const std::string& start) { return start < from || start >= to; });
      found = found || starts == theirs;
    }
    EXPECT_TRUE(found) << testing::PrintToString(ours) << " is not " << testing::PrintToString(theirs);
  }
}

TEST(Oracle, SeriesExpandAsSabreExpandsThem) {
  if (!test::has_shared_data()) GTEST_SKIP() << "no shared data beside the source";
  const auto folder = test::shared_data() / "ics_hard";
  std::ifstream in(folder / "expected" / "sabre_expand_pairs.json");
  constexpr Window kDecember{.from = sys_days{year{2011} / 12 / 1}, .to = sys_days{year{2011} / 12 / 31}};
  for (const auto& pair : nlohmann::json::parse(in)) {
    SCOPED_TRACE(pair["input"].get<std::string>());
    const auto there = [&](const char* side) {
      return std::filesystem::exists(folder / pair[side].get<std::string>());
    };
    if (!there("input") || !there("expanded")) continue;
    const auto starts = [&](const char* side) {
      std::multiset<std::string> found;
      const auto reading = read(bytes_of(folder / pair[side].get<std::string>()), kTestLimits);
      for (const auto& [occurrence, uid] : instances_of(reading.value(), Zone::utc(), kDecember, kMost, kSteps))
        found.insert(basic_form(occurrence.start, true));
      return found;
    };
    EXPECT_EQ(starts("input"), starts("expanded"));
  }
}

}  // namespace
}  // namespace mur::calendar
