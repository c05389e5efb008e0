#include "shared/calendar/file_expansion.h"

#include <gtest/gtest.h>

#include <tuple>

#include "tests/shared/calendar/build.h"
#include "tests/shared/calendar/read_limits.h"

namespace mur::calendar {
namespace {

Entry event(std::string uid, std::string_view start, std::vector<std::string> rules = {}) {
  Entry entry;
  entry.uid = std::move(uid);
  entry.timing.start = when(start, "Europe/Paris");
  entry.timing.rules = std::move(rules);
  return entry;
}

Entry override_of(std::string uid, std::string_view instance, std::string_view start) {
  Entry entry = event(std::move(uid), start);
  entry.recurrence_id = when(instance, "Europe/Paris");
  return entry;
}

/// In the entry's number, the wall time of each start.
using Shown = std::vector<std::pair<std::uint32_t, std::chrono::local_seconds>>;

Shown shown(const std::vector<Entry>& entries, std::string_view from, std::string_view to) {
  const Window of{.from = paris().to_sys(local(from)), .to = paris().to_sys(local(to))};
  const auto occurrences = expand_file(entries, paris(), of, kTestBudget);
  EXPECT_TRUE(occurrences) << occurrences.error().message;
  Shown all;
  if (occurrences)
    for (const FileOccurrence& one : *occurrences) all.emplace_back(one.entry, paris().to_local(one.start_at));
  return all;
}

TEST(ExpandFile, OrdersByStartThenEndThenUid) {
  std::vector<Entry> entries{event("c", "20260302T100000"), event("b", "20260302T100000"),
                             event("a", "20260302T100000"), event("d", "20260301T100000")};
  entries[2].timing.end = when("20260302T110000", "Europe/Paris");
  EXPECT_EQ(shown(entries, "20260301", "20260401"), (Shown{{3, local("20260301T100000")},
                                                           {1, local("20260302T100000")},
                                                           {0, local("20260302T100000")},
                                                           {2, local("20260302T100000")}}));
}

TEST(ExpandFile, OnlyWhatStartsInTheWindowIsInIt) {
  std::vector<Entry> entries{event("a", "20260228T230000"), event("b", "20260301T000000"),
                             event("c", "20260331T235959"), event("d", "20260401T000000")};
  entries[0].timing.end = when("20260301T020000", "Europe/Paris");  // goes on in it
  EXPECT_EQ(shown(entries, "20260301", "20260401"),
            (Shown{{1, local("20260301T000000")}, {2, local("20260331T235959")}}));
}

TEST(ExpandFile, AnOverrideSpeaksForItsInstance) {
  EXPECT_EQ(shown({event("a", "20260303T183000", {"FREQ=WEEKLY;COUNT=3"}),
                   override_of("a", "20260310T183000", "20260312T100000")},
                  "20260301", "20260401"),
            (Shown{{0, local("20260303T183000")}, {1, local("20260312T100000")}, {0, local("20260317T183000")}}));
}

TEST(ExpandFile, ThisAndFutureMovesWhatFollowsAlsoIntoTheWindow) {
  std::vector<Entry> entries{event("a", "20260303T183000", {"FREQ=WEEKLY;COUNT=4"}),
                             override_of("a", "20260310T183000", "20260315T200000")};
  entries[1].this_and_future = true;
  EXPECT_EQ(shown(entries, "20260316", "20260401"),
            (Shown{{1, local("20260322T200000")}, {1, local("20260329T200000")}}));
  // The 31st is a week on; the clocks change on the 29th, and the wall time stays.
  EXPECT_EQ(shown(entries, "20260301", "20260316"),
            (Shown{{0, local("20260303T183000")}, {1, local("20260315T200000")}}));
}

TEST(ExpandFile, AnOverrideWithoutItsSeriesStandsForItself) {
  EXPECT_EQ(shown({override_of("a", "20260310T183000", "20260312T100000")}, "20260301", "20260401"),
            (Shown{{0, local("20260312T100000")}}));
}

TEST(ExpandFile, AnExtraDateThatIsAnInstanceTooIsOne) {
  std::vector<Entry> entries{event("a", "20260303T183000", {"FREQ=WEEKLY;COUNT=2"})};
  entries[0].timing.extra_dates = {
      {.start = when("20260310T173000Z"), .end = std::nullopt},
      {.start = when("20260311T183000", "Europe/Paris"), .end = when("20260311T233000", "Europe/Paris")}};
  const Window march = window("20260301", "20260401");
  const auto occurrences = expand_file(entries, paris(), march, kTestBudget);
  ASSERT_TRUE(occurrences);
  ASSERT_EQ(occurrences->size(), 3U);
  EXPECT_EQ(occurrences->at(2).end_at - occurrences->at(2).start_at, std::chrono::hours{5});  // the PERIOD's own
}

// How much is done is counted, not timed: the same on every machine.
constexpr FileBudget kSmall{.steps = 1'000, .series_steps = 400, .occurrences = 100};

TEST(ExpandFile, ARuleOverItsStepsIsNamedByItsLine) {
  std::vector<Entry> entries{event("a", "20260303T183000", {"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=3"})};
  entries[0].line = 214;
  const auto occurrences = expand_file(entries, paris(), window("20260301", "29990101"), kSmall);
  ASSERT_FALSE(occurrences);
  EXPECT_EQ(occurrences.error().code, Errc::too_large);
  EXPECT_TRUE(occurrences.error().message.starts_with("line 214: the rule of this event takes too long"))
      << occurrences.error().message;
}

TEST(ExpandFile, ManyRulesThatAreSmallAloneAreTooMuchTogether) {
  std::vector<Entry> entries;
  for (int i = 0; i < 100; ++i)
    entries.push_back(event(std::to_string(i), "20260303T183000", {"FREQ=DAILY;BYMONTHDAY=3;COUNT=3"}));
  const auto three = expand_file(std::span(entries).first(3), paris(), window("20260301", "20270401"), kSmall);
  EXPECT_TRUE(three) << three.error().message;
  const auto all = expand_file(entries, paris(), window("20260301", "20270401"), kSmall);
  ASSERT_FALSE(all);
  EXPECT_EQ(all.error().code, Errc::too_large);
  EXPECT_TRUE(all.error().message.contains("the file's rules up to this event")) << all.error().message;
}

TEST(ExpandFile, MoreDatesThanAllowedAreRefused) {
  const std::vector entries{event("a", "20260303T183000", {"FREQ=DAILY"})};
  EXPECT_EQ(expand_file(entries, paris(), window("20260303", "20260611"), kSmall)->size(), 100U);
  const auto occurrences = expand_file(entries, paris(), window("20260303", "20260613"), kSmall);
  ASSERT_FALSE(occurrences);
  EXPECT_EQ(occurrences.error().code, Errc::too_large);
  EXPECT_TRUE(occurrences.error().message.contains("more than 100 dates")) << occurrences.error().message;
}

TEST(ExpandFile, RulesThatHangOthersTakeFewSteps) {
  // libical 3.0.16 needs 11.6 s for the first and more than a minute for the others (issue 3).
  for (const char* rule : {"FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30",
                           "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30"}) {
    const auto occurrences = expand_file(std::vector{event("a", "20260303T183000", {rule})}, paris(),
                                         window("20260301", "20270401"), kSmall);
    ASSERT_TRUE(occurrences) << occurrences.error().message;
    EXPECT_TRUE(occurrences->empty());
  }
}

}  // namespace
}  // namespace mur::calendar
