#include "shared/calendar/overrides.h"

#include <gtest/gtest.h>

#include "tests/shared/calendar/build.h"

namespace mur::calendar {
namespace {

constexpr Window kMarch{.from = std::chrono::sys_days{std::chrono::year{2026} / 3 / 1},
                        .to = std::chrono::sys_days{std::chrono::year{2026} / 4 / 1}};

std::vector<Occurrence> tuesdays() {
  Timing timing;
  timing.start = when("20260303T183000", "Europe/Paris");
  timing.end = when("20260303T203000", "Europe/Paris");
  timing.rules = {"FREQ=WEEKLY"};
  return expand(timing, paris(), kMarch, 100, 10'000).value().occurrences;
}

Override moved(std::string_view instance, std::string_view start, std::string_view end) {
  Override change;
  change.instance = when(instance, "Europe/Paris");
  change.timing.start = when(start, "Europe/Paris");
  change.timing.end = when(end, "Europe/Paris");
  return change;
}

std::vector<std::pair<std::chrono::local_seconds, int>> seen(const std::vector<Instance>& instances) {
  std::vector<std::pair<std::chrono::local_seconds, int>> all;
  for (const Instance& one : instances)
    all.emplace_back(one.occurrence.start, one.changed_by ? static_cast<int>(*one.changed_by) : -1);
  return all;
}

using Seen = std::vector<std::pair<std::chrono::local_seconds, int>>;

TEST(Merge, AMovedInstanceIsOnlyAtItsNewPlace) {
  const std::vector overrides{moved("20260310T183000", "20260312T100000", "20260312T110000")};
  EXPECT_EQ(seen(merge(tuesdays(), overrides, paris(), kMarch)), (Seen{{local("20260303T183000"), -1},
                                                                       {local("20260312T100000"), 0},
                                                                       {local("20260317T183000"), -1},
                                                                       {local("20260324T183000"), -1},
                                                                       {local("20260331T183000"), -1}}));
}

TEST(Merge, AnInstanceIsFoundByItsInstantWhateverItsZone) {
  std::vector overrides{moved("20260310T183000", "20260312T100000", "20260312T110000")};
  overrides[0].instance = when("20260310T173000Z");
  EXPECT_EQ(merge(tuesdays(), overrides, paris(), kMarch).size(), 5U);
}

TEST(Merge, InstancesMoveIntoTheWindowAndOutOfIt) {
  const std::vector overrides{moved("20260407T183000", "20260330T183000", "20260330T203000"),
                              moved("20260331T183000", "20260401T183000", "20260401T203000")};
  EXPECT_EQ(seen(merge(tuesdays(), overrides, paris(), kMarch)), (Seen{{local("20260303T183000"), -1},
                                                                       {local("20260310T183000"), -1},
                                                                       {local("20260317T183000"), -1},
                                                                       {local("20260324T183000"), -1},
                                                                       {local("20260330T183000"), 0}}));
}

TEST(Merge, ThisAndFutureMovesAllThatFollow) {
  std::vector overrides{moved("20260317T183000", "20260318T190000", "20260318T200000")};
  overrides[0].this_and_future = true;
  const auto merged = merge(tuesdays(), overrides, paris(), kMarch);
  EXPECT_EQ(seen(merged), (Seen{{local("20260303T183000"), -1},
                                {local("20260310T183000"), -1},
                                {local("20260318T190000"), 0},
                                {local("20260325T190000"), 0}}));
  EXPECT_EQ(merged.back().occurrence.end, local("20260325T200000"));
  EXPECT_EQ(merged.back().occurrence.key, when("20260324T183000", "Europe/Paris"));
}

TEST(Merge, OfThisAndFutureEachEndsAtTheSameTimeOfDay) {
  std::vector overrides{moved("20260317T183000", "20260321T220000", "20260322T060000")};
  overrides[0].this_and_future = true;
  const auto merged = merge(tuesdays(), overrides, paris(), kMarch);
  ASSERT_EQ(merged.size(), 4U);
  EXPECT_EQ(merged.back().occurrence.start, local("20260328T220000"));
  EXPECT_EQ(merged.back().occurrence.end, local("20260329T060000"));  // the night of the change
}

TEST(Merge, AChangedInstanceIsWhereItSaysThoughAllFromThereOnAreMovedToo) {
  std::vector overrides{moved("20260317T183000", "20260318T190000", "20260318T200000"),
                        moved("20260317T183000", "20260319T100000", "20260319T110000")};
  overrides[0].this_and_future = true;
  EXPECT_EQ(seen(merge(tuesdays(), overrides, paris(), kMarch)), (Seen{{local("20260303T183000"), -1},
                                                                       {local("20260310T183000"), -1},
                                                                       {local("20260319T100000"), 1},
                                                                       {local("20260325T190000"), 0}}));
}

TEST(Merge, OfTwoOverridesOfOneInstanceTheLastCounts) {
  const std::vector overrides{moved("20260310T183000", "20260311T183000", "20260311T203000"),
                              moved("20260310T183000", "20260313T183000", "20260313T203000")};
  const auto merged = merge(tuesdays(), overrides, paris(), kMarch);
  ASSERT_EQ(merged.size(), 5U);
  EXPECT_EQ(merged[1].changed_by, 1U);
}

}  // namespace
}  // namespace mur::calendar
