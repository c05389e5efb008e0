// What the tests of KDE's, ical.net's and sabre's calendars expect.
#include <gtest/gtest.h>

#include "shared/calendar/zone_names.h"
#include "tests/shared/calendar/expected.h"

namespace mur::calendar {
namespace {

using std::chrono::seconds;
using std::chrono::sys_days;
using std::chrono::year;
using Walls = std::multiset<std::string>;

Zone zone_named(const std::string& name) {
  const std::string iana = iana_name(name);
  return Zone::find(iana.empty() ? name : iana).value_or(Zone::utc());
}

/// The starts of each event, as wall times of the zone.
std::map<std::string, Walls> walls_of(const ExpandedFile& file, const Zone& zone) {
  std::map<std::string, Walls> walls;
  for (const FileOccurrence& one : file.occurrences)
    walls[file.entries[one.series].uid].insert(basic_form(zone.to_local(one.start_at), true));
  return walls;
}

TEST(OtherLibraries, RulesOfKdeGiveWhatKdeAndDateutilGive) {
  if (!test::has_shared_data()) GTEST_SKIP() << "no shared data beside the source";
  std::size_t agreed = 0;
  Comparison table("kcalendarcore, where dateutil says something else");
  for (const auto& row : expected_results("kcalendarcore_next.open.jsonl")) {
    const std::string id = row["ics"].get<std::string>() + " " + row["rrule"].dump();
    SCOPED_TRACE(id);
    const auto theirs = row["expected"].get<Walls>();
    const std::string zone_line = row["out_tz"].empty() ? "UTC" : row["out_tz"][0].get<std::string>();
    const Zone zone = zone_named(zone_line.substr(zone_line.rfind(' ') + 1));
    Window window{.from = sys_days{year{1900} / 1 / 1}, .to = sys_days{year{2500} / 1 / 1}};
    // The list has the first 500: what comes after is nobody's word.
    if (row["capped_at_500"].get<bool>() && !theirs.empty())
      window.to = zone.to_sys(local_of(nlohmann::json(*theirs.rbegin()))) + seconds{1};
    const auto file = expanded_file(test::shared_data() / "ics_hard" / row["ics"].get<std::string>(), zone, window);
    Walls ours;
    if (file)
      for (const auto& [uid, walls] : walls_of(*file, zone)) ours.insert(walls.begin(), walls.end());
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
  std::size_t compared = 0;
  for (const auto& row : expected_results("icalnet_windowed.open.jsonl")) {
    SCOPED_TRACE(row["id"].get<std::string>());
    const Zone zone = zone_named(row["tzid"].is_string() ? row["tzid"].get<std::string>() : "UTC");
    const Window window{.from = zone.to_sys(local_of(row["window"][0])), .to = zone.to_sys(local_of(row["window"][1]))};
    const auto file = expanded_file(test::shared_data() / "ics_hard" / row["ics"].get<std::string>(), zone, window);
    ASSERT_TRUE(file) << file.error().message;
    const auto theirs = row["expected"].get<Walls>();
    const auto ours = walls_of(*file, zone);
    // A file of several events has a row for each.
    bool found = theirs.empty() && ours.empty();
    for (const auto& [uid, walls] : ours) found = found || walls == theirs;
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
    const auto starts = [&](const char* side) {
      const auto file = expanded_file(folder / pair[side].get<std::string>(), utc, kDecember);
      EXPECT_TRUE(file) << file.error().message;
      Walls walls;
      if (file)
        for (const FileOccurrence& one : file->occurrences) walls.insert(basic_form(utc.to_local(one.start_at), true));
      return walls;
    };
    const Walls theirs = starts("expanded");
    EXPECT_FALSE(theirs.empty());
    EXPECT_EQ(starts("input"), theirs);
    ++compared;
  }
  std::cout << fmt::format("sabre: {} pairs\n", compared);
  EXPECT_GE(compared, 6U);
}

}  // namespace
}  // namespace mur::calendar
