#include "shared/calendar/occurrence.h"

#include <gtest/gtest.h>

#include "tests/shared/calendar/build.h"

namespace mur::calendar {
namespace {

using std::chrono::hours;

constexpr std::size_t kSteps = 100'000;
constexpr std::size_t kMost = 100;

Timing weekly_workshop() {
  Timing timing;
  timing.start = when("20260303T183000", "Europe/Paris");  // a Tuesday
  timing.end = when("20260303T203000", "Europe/Paris");
  timing.rules = {"FREQ=WEEKLY;BYDAY=TU"};
  return timing;
}

TEST(Expand, AWeeklyEventKeepsItsWallTimeWhenTheClocksChange) {
  const auto expansion =
      expand(weekly_workshop(), paris(), window("20260320T000000", "20260405T000000"), kMost, kSteps);
  ASSERT_TRUE(expansion);
  EXPECT_EQ(starts(*expansion), locals({"20260324T183000", "20260331T183000"}));
  EXPECT_EQ(expansion->occurrences[0].start_at, instant("20260324T173000Z"));
  EXPECT_EQ(expansion->occurrences[1].start_at, instant("20260331T163000Z"));
  EXPECT_EQ(expansion->occurrences[1].end, local("20260331T203000"));
  EXPECT_EQ(expansion->occurrences[1].key, when("20260331T183000", "Europe/Paris"));
}

TEST(Expand, AnEventOfAnotherZoneIsShownInTheHubsZone) {
  Timing timing;
  timing.start = when("20260701T120000", "America/New_York");
  const auto expansion = expand(timing, paris(), window("20260701T000000", "20260703T000000"), kMost, kSteps);
  ASSERT_TRUE(expansion);
  EXPECT_EQ(starts(*expansion), locals({"20260701T180000"}));
}

TEST(Expand, ADayIsNeverShiftedByAZone) {
  Timing timing;
  timing.start = when("20260714");
  for (const char* name : {"Pacific/Auckland", "Pacific/Honolulu", "Europe/Paris"}) {
    const auto expansion =
        expand(timing, Zone::find(name).value(), window("20260701T000000", "20260801T000000"), kMost, kSteps);
    ASSERT_TRUE(expansion);
    ASSERT_EQ(expansion->occurrences.size(), 1U);
    EXPECT_EQ(expansion->occurrences[0].start, local("20260714T000000"));
    EXPECT_EQ(expansion->occurrences[0].end, local("20260715T000000"));
    EXPECT_TRUE(expansion->occurrences[0].all_day);
  }
}

TEST(Expand, WhatBeganBeforeTheWindowAndGoesOnIsInIt) {
  Timing festival;
  festival.start = when("20260601");
  festival.end = when("20260608");
  EXPECT_EQ(expand(festival, paris(), window("20260605T000000", "20260606T000000"), kMost, kSteps)->occurrences.size(),
            1U);
  EXPECT_TRUE(
      expand(festival, paris(), window("20260608T000000", "20260609T000000"), kMost, kSteps)->occurrences.empty());
}

TEST(Expand, AMomentWithoutLengthIsInTheWindowThatItBegins) {
  Timing bell;
  bell.start = when("20260601T100000Z");
  EXPECT_EQ(expand(bell, paris(), window("20260601T100000", "20260601T110000"), kMost, kSteps)->occurrences.size(), 1U);
  EXPECT_TRUE(expand(bell, paris(), window("20260601T090000", "20260601T100000"), kMost, kSteps)->occurrences.empty());
}

TEST(Expand, ExceptionDatesAndExceptionRulesTakeOutAndExtraDatesAdd) {
  Timing timing = weekly_workshop();
  timing.exception_dates = {when("20260310T173000Z"), when("20260331")};  // as an instant, and as a whole day
  timing.exception_rules = {"FREQ=MONTHLY;BYDAY=3TU"};                    // the 17th
  timing.extra_dates = {
      {.start = when("20260312T100000", "Europe/Paris"), .end = when("20260312T110000", "Europe/Paris")}};
  const auto expansion = expand(timing, paris(), window("20260301T000000", "20260401T000000"), kMost, kSteps);
  ASSERT_TRUE(expansion);
  EXPECT_EQ(starts(*expansion), locals({"20260303T183000", "20260312T100000", "20260324T183000"}));
  EXPECT_EQ(expansion->occurrences[1].end, local("20260312T110000"));
  EXPECT_EQ(expansion->occurrences[2].end, local("20260324T203000"));
}

TEST(Expand, AStartThatItsRuleDoesNotGiveIsNoInstance) {
  Timing timing = weekly_workshop();
  timing.rules = {"FREQ=WEEKLY;BYDAY=WE;COUNT=2"};
  const auto expansion = expand(timing, paris(), window("20260301T000000", "20270101T000000"), kMost, kSteps);
  ASSERT_TRUE(expansion);
  EXPECT_EQ(starts(*expansion), locals({"20260304T183000", "20260311T183000"}));
}

TEST(Expand, UntilInUtcIsAnInstantAndInclusive) {
  Timing timing = weekly_workshop();
  timing.rules = {"FREQ=WEEKLY;BYDAY=TU;UNTIL=20260331T163000Z"};
  const auto expansion = expand(timing, paris(), window("20260301T000000", "20270101T000000"), kMost, kSteps);
  ASSERT_TRUE(expansion);
  EXPECT_EQ(starts(*expansion).back(), local("20260331T183000"));
}

TEST(Expand, GivesTheFirstOnesAndSaysWhenThereAreMore) {
  Timing timing = weekly_workshop();
  timing.rules = {"FREQ=DAILY"};
  const auto expansion = expand(timing, paris(), window("20260401T000000", "20270101T000000"), 3, kSteps);
  ASSERT_TRUE(expansion);
  EXPECT_TRUE(expansion->cut);
  EXPECT_EQ(starts(*expansion), locals({"20260401T183000", "20260402T183000", "20260403T183000"}));
  EXPECT_FALSE(expand(timing, paris(), window("20260401T000000", "20260404T000000"), 3, kSteps)->cut);
}

TEST(Expand, AnOldRuleCostsNoMoreThanAYoungOne) {
  Timing timing;
  timing.start = when("19700101T080000", "Europe/Paris");
  timing.rules = {"FREQ=MINUTELY"};
  const auto expansion = expand(timing, paris(), window("20260401T000000", "20260401T010000"), kMost, 10'000);
  ASSERT_TRUE(expansion) << expansion.error().message;
  EXPECT_EQ(expansion->occurrences.size(), 60U);
}

TEST(Expand, ASeriesGoesOnAfter2037) {
  Timing timing = weekly_workshop();
  timing.start = when("20360101T183000", "Europe/Paris");
  timing.end.reset();
  timing.rules = {"FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=14"};
  const auto expansion = expand(timing, paris(), window("20390101T000000", "20400101T000000"), kMost, kSteps);
  ASSERT_TRUE(expansion);
  ASSERT_EQ(expansion->occurrences.size(), 1U);
  EXPECT_EQ(expansion->occurrences[0].start_at, instant("20390714T163000Z"));
}

TEST(Expand, RulesThatGiveNothingEndWithinAFewSteps) {
  for (const char* rule : {"FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30",
                           "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
                           "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=SECONDLY;BYYEARDAY=366;BYMONTH=1"}) {
    Timing timing;
    timing.start = when("20260101T000000Z");
    timing.rules = {rule};
    const auto expansion = expand(timing, paris(), window("20260101T000000", "20270201T000000"), kMost, 5'000);
    ASSERT_TRUE(expansion) << rule << ": " << expansion.error().message;
    EXPECT_TRUE(expansion->occurrences.empty()) << rule;
  }
}

TEST(Expand, ARuleThatCannotBeCountedThroughIsRefusedByName) {
  Timing timing;
  timing.start = when("20260101T000000Z");
  timing.rules = {"FREQ=SECONDLY;COUNT=999999999"};
  const auto expansion = expand(timing, paris(), window("20500101T000000", "20510101T000000"), kMost, kSteps);
  ASSERT_FALSE(expansion);
  EXPECT_EQ(expansion.error().code, Errc::too_large);
  EXPECT_NE(expansion.error().message.find("FREQ=SECONDLY;COUNT=999999999"), std::string::npos);
}

TEST(Expand, AnEverySecondYearlyRuleDoesNotFillTheMemory) {
  std::string every = "FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR=";
  for (int h = 0; h < 24; ++h) every += std::to_string(h) + ",";
  every += ";BYMINUTE=";
  for (int m = 0; m < 60; ++m) every += std::to_string(m) + ",";
  every += ";BYSECOND=";
  for (int s = 0; s < 60; ++s) every += std::to_string(s) + ",";
  Timing timing;
  timing.start = when("20260101T000000Z");
  timing.rules = {every + ";BYSETPOS=-1"};
  const auto expansion = expand(timing, Zone::utc(), window("20260101T000000", "20280101T000000"), kMost, kSteps);
  ASSERT_TRUE(expansion);
  EXPECT_EQ(starts(*expansion), locals({"20261231T235959", "20271231T235959"}));
}

/// Where the series' second and third spans end.
std::vector<std::chrono::local_seconds> later_ends(std::string_view start, std::string_view end) {
  Timing timing;
  timing.start = when(start, "Europe/Paris");
  timing.end = when(end, "Europe/Paris");
  timing.rules = {"FREQ=WEEKLY"};
  const auto expansion = expand(timing, paris(), window("20260101T000000", "20270101T000000"), kMost, kSteps);
  if (!expansion || expansion->occurrences.size() < 3) return {};
  return {expansion->occurrences[1].end, expansion->occurrences[2].end};
}

TEST(Expand, ASpanEndsAtTheSameWallTimeThoughTheClocksChangeInIt) {
  EXPECT_EQ(later_ends("20260328T220000", "20260329T060000"), locals({"20260405T060000", "20260412T060000"}));
  EXPECT_EQ(later_ends("20260321T220000", "20260322T060000"), locals({"20260329T060000", "20260405T060000"}));
  EXPECT_EQ(later_ends("20260328T180000", "20260329T180000"), locals({"20260405T180000", "20260412T180000"}));
}

TEST(Expand, AnInstanceThatTheClocksSkipHasItsLength) {
  const auto ends = later_ends("20260322T023000", "20260322T030000");
  ASSERT_EQ(ends.size(), 2U);
  EXPECT_EQ(ends[0], local("20260329T040000"));  // 02:30 is 03:30 on that day
}

TEST(Expand, AFlightBetweenTwoZonesTakesAsLongEveryTime) {
  Timing timing;
  timing.start = when("20260322T120000", "Europe/Paris");
  timing.end = when("20260322T150000", "America/New_York");
  timing.rules = {"FREQ=WEEKLY"};
  const auto expansion = expand(timing, paris(), window("20260329T000000", "20260330T000000"), kMost, kSteps);
  ASSERT_TRUE(expansion);
  ASSERT_EQ(expansion->occurrences.size(), 1U);
  EXPECT_EQ(expansion->occurrences[0].end_at - expansion->occurrences[0].start_at, hours{8});
}

TEST(Expand, ManyRulesAreMergedInOrder) {
  Timing timing;
  timing.start = when("20260301T000000Z");
  timing.rules = {"FREQ=DAILY;COUNT=2", "FREQ=DAILY;INTERVAL=3;COUNT=3", "FREQ=WEEKLY;COUNT=2"};
  timing.exception_rules = {"FREQ=DAILY;COUNT=1", "FREQ=DAILY;INTERVAL=6;COUNT=2"};
  const auto expansion = expand(timing, Zone::utc(), window("20260101T000000", "20270101T000000"), kMost, kSteps);
  ASSERT_TRUE(expansion);
  EXPECT_EQ(starts(*expansion), locals({"20260302T000000", "20260304T000000", "20260308T000000"}));
}

}  // namespace
}  // namespace mur::calendar
