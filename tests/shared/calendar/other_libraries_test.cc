// What the tests of KDE's, ical.net's and sabre's calendars expect.
#include <gtest/gtest.h>

#include "tests/shared/calendar/expected.h"

namespace mur::calendar {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year;
using Walls = std::multiset<std::string>;

/// The starts of each event, as wall times of its own zone; floating ones were expanded as UTC.
std::map<std::string, Walls> walls_of(const ExpandedFile& file) {
  std::map<std::string, Walls> walls;
  std::map<std::string, Zone> zones;
  for (const FileOccurrence& one : file.occurrences) {
    const When& start = file.entries[one.series].timing.start;
    const std::string name = start.kind == When::Kind::zoned ? start.zone : "UTC";
    const auto zone = zones.try_emplace(name, Zone::find(name).value()).first;
    walls[file.entries[one.series].uid].insert(basic_form(zone->second.to_local(one.start_at), true));
  }
  return walls;
}

TEST(OtherLibraries, RulesOfKdeGiveWhatKdeAndDateutilGive) {
  if (!test::has_shared_data()) GTEST_SKIP() << "no shared data beside the source";
  const Zone utc = Zone::utc();
  std::size_t agreed = 0;
  Comparison table("kcalendarcore, where dateutil says something else");
  for (const auto& row : expected_results("kcalendarcore_next.open.jsonl")) {
    const std::string id = row["ics"].get<std::string>() + " " + row["rrule"].dump();
    SCOPED_TRACE(id);
    const auto theirs = row["expected"].get<Walls>();
    Window window{.from = sys_days{year{1900} / 1 / 1}, .to = sys_days{year{2500} / 1 / 1}};
    // The list has the first 500: what comes after is nobody's word.
    const bool capped = row["capped_at_500"].get<bool>() && !theirs.empty();
    if (capped) window.to = utc_of(nlohmann::json(*theirs.rbegin())) + days{1};
    const auto file = expanded_file(test::shared_data() / "ics_hard" / row["ics"].get<std::string>(), utc, window);
    Walls ours;
    if (file)
      for (const auto& [uid, walls] : walls_of(*file)) ours.insert(walls.begin(), walls.end());
    if (capped) std::erase_if(ours, [&](const std::string& wall) { return wall > *theirs.rbegin(); });
    if (row["agree_dateutil"] == true) {
      ++agreed;
      EXPECT_TRUE(file) << file.error().message;
      EXPECT_EQ(ours, theirs);
    } else {
      table.add(id, ours == theirs, file ? shortened(ours) : file.error().message, shortened(theirs));
    }
  }
  std::cout << fmt::format("kcalendarcore, agreed: {}\n", agreed);
  EXPECT_GE(agreed, 60U);
}

TEST(OtherLibraries, WindowsOfIcalNetHoldWhatIcalNetExpects) {
  if (!test::has_shared_data()) GTEST_SKIP() << "no shared data beside the source";
  const Zone utc = Zone::utc();
  std::size_t compared = 0;
  for (const auto& row : expected_results("icalnet_windowed.open.jsonl")) {
    SCOPED_TRACE(row["id"].get<std::string>());
    // The window is of wall times: a day more on either side, and the texts decide.
    const auto from = row["window"][0].get<std::string>();
    const auto to = row["window"][1].get<std::string>();
    const Window window{.from = utc_of(row["window"][0]) - days{1}, .to = utc_of(row["window"][1]) + days{1}};
    const auto file = expanded_file(test::shared_data() / "ics_hard" / row["ics"].get<std::string>(), utc, window);
    ASSERT_TRUE(file) << file.error().message;
    const auto theirs = row["expected"].get<Walls>();
    auto ours = walls_of(*file);
    // A file of several events has a row for each.
    bool found = theirs.empty() && ours.empty();
    for (auto& [uid, walls] : ours) {
      std::erase_if(walls, [&](const std::string& wall) { return wall < from || wall >= to; });
      found = found || walls == theirs;
    }
    EXPECT_TRUE(found) << testing::PrintToString(ours) << " is not " << testing::PrintToString(theirs);
    ++compared;
  }
  std::cout << fmt::format("ical.net: {} windows\n", compared);
  EXPECT_GE(compared, 40U);
}

TEST(OtherLibraries, SeriesExpandAsSabreExpandsThem) {
  if (!test::has_shared_data()) GTEST_SKIP() << "no shared data beside the source";
  const auto folder = test::shared_data() / "ics_hard";
  std::ifstream in(folder / "expected" / "sabre_expand_pairs.json");
  constexpr Window kDecember{.from = sys_days{year{2011} / 12 / 1}, .to = sys_days{year{2011} / 12 / 31}};
  const Zone utc = Zone::utc();
  std::size_t compared = 0;
  for (const auto& pair : nlohmann::json::parse(in)) {
    SCOPED_TRACE(pair["input"].get<std::string>());
    const auto there = [&](const char* side) {
      return std::filesystem::exists(folder / pair[side].get<std::string>());
    };
    if (!there("input") || !there("expanded")) continue;
    const auto starts = [&](const char* side) {
      const auto file = expanded_file(folder / pair[side].get<std::string>(), utc, kDecember);
      EXPECT_TRUE(file) << file.error().message;
      Walls walls;
      if (file)
        for (const FileOccurrence& one : file->occurrences) walls.insert(basic_form(utc.to_local(one.start_at), true));
      return walls;
    };
    EXPECT_EQ(starts("input"), starts("expanded"));
    ++compared;
  }
  std::cout << fmt::format("sabre: {} pairs\n", compared);
  EXPECT_GE(compared, 4U);
}

}  // namespace
}  // namespace mur::calendar
