#include "shared/calendar/rule_words.h"

#include <gtest/gtest.h>

#include "tests/shared/calendar/build.h"

namespace mur::calendar {
namespace {

using Pattern = RuleWords::Pattern;
using std::chrono::Friday;
using std::chrono::local_days;
using std::chrono::Monday;
using std::chrono::Sunday;
using std::chrono::Thursday;
using std::chrono::Tuesday;
using std::chrono::year;
using Days = std::vector<NthWeekday>;

/// Of a start on the second Tuesday of March, 18:30 in Paris.
RuleWords words(const char* rule, const When& start = when("20260310T183000", "Europe/Paris")) {
  return rule_words({.start = start, .rules = {rule}}, paris());
}

TEST(RuleWords, SayHowOftenAndOnWhichDays) {
  EXPECT_EQ(words("FREQ=DAILY;INTERVAL=3").pattern, Pattern::daily);
  EXPECT_EQ(words("FREQ=DAILY;INTERVAL=3").interval, 3);
  EXPECT_EQ(words("FREQ=WEEKLY").days, (Days{{Tuesday}}));
  EXPECT_EQ(words("FREQ=WEEKLY;INTERVAL=2;BYDAY=FR,MO").days, (Days{{Monday}, {Friday}}));
  EXPECT_EQ(words("FREQ=DAILY;BYDAY=FR,MO").pattern, Pattern::weekly);
  EXPECT_EQ(words("FREQ=MONTHLY;BYDAY=TU"), words("FREQ=WEEKLY;BYDAY=TU"));
  EXPECT_EQ(words("FREQ=WEEKLY;BYDAY=TU;BYHOUR=18;BYMINUTE=30"), words("FREQ=WEEKLY;BYDAY=TU"));
}

TEST(RuleWords, SayWhichOfTheMonth) {
  const RuleWords second = words("FREQ=MONTHLY;BYDAY=2TU");
  EXPECT_EQ(second.pattern, Pattern::monthly_nth);
  EXPECT_EQ(second.days, (Days{{Tuesday, 2}}));
  EXPECT_EQ(words("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2"), second);
  EXPECT_EQ(words("FREQ=MONTHLY;BYDAY=TU;BYMONTHDAY=8,9,10,11,12,13,14"), second);
  EXPECT_EQ(words("FREQ=MONTHLY;BYDAY=3TU,1TU").days, (Days{{Tuesday, 1}, {Tuesday, 3}}));
  EXPECT_EQ(words("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=1,-1").days, (Days{{Tuesday, 1}, {Tuesday, -1}}));
  EXPECT_EQ(words("FREQ=MONTHLY;BYDAY=-1FR").days, (Days{{Friday, -1}}));
  EXPECT_EQ(words("FREQ=MONTHLY;BYDAY=1MO,2TU").days, (Days{{Monday, 1}, {Tuesday, 2}}));
  EXPECT_EQ(words("FREQ=MONTHLY").month_days, std::vector{10});
  EXPECT_EQ(words("FREQ=MONTHLY;BYMONTHDAY=-1,1").month_days, (std::vector{1, -1}));
  const RuleWords last_working = words("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1");
  EXPECT_EQ(last_working.pattern, Pattern::monthly_working);
  EXPECT_EQ(last_working.month_days, std::vector{-1});
}

TEST(RuleWords, SayTheYearly) {
  const RuleWords plain = words("FREQ=YEARLY");
  EXPECT_EQ(plain.pattern, Pattern::yearly);
  EXPECT_EQ(plain.month, std::chrono::March);
  EXPECT_EQ(plain.month_days, std::vector{10});
  EXPECT_EQ(words("FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=10"), plain);
  EXPECT_EQ(words("FREQ=YEARLY;BYMONTH=4").month, std::chrono::April);
  const RuleWords sunday = words("FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU");
  EXPECT_EQ(sunday.pattern, Pattern::yearly_nth);
  EXPECT_EQ(sunday.days, (Days{{Sunday, -1}}));
  EXPECT_EQ(sunday.month, std::chrono::October);
}

TEST(RuleWords, EndOnTheLastDayItCanBegin) {
  EXPECT_EQ(words("FREQ=WEEKLY;UNTIL=20260331T215959Z").until, local_days{year{2026} / 3 / 31});
  EXPECT_EQ(words("FREQ=WEEKLY;UNTIL=20260331T000000Z").until, local_days{year{2026} / 3 / 30})
      << "midnight is before 18:30: that Tuesday is not one of them";
  EXPECT_EQ(words("FREQ=WEEKLY;UNTIL=20260331", when("20260310")).until, local_days{year{2026} / 3 / 31});
  EXPECT_EQ(words("FREQ=WEEKLY;COUNT=10").count, 10);
}

TEST(RuleWords, SayNothingWhereARuleEndsBeforeItRepeats) {
  for (const char* once : {"FREQ=WEEKLY;COUNT=1", "FREQ=DAILY;UNTIL=20260310T235959Z",
                           "FREQ=WEEKLY;UNTIL=20260312T235959Z", "FREQ=YEARLY;UNTIL=20261231T000000Z"})
    EXPECT_EQ(words(once).pattern, Pattern::none) << once;
}

TEST(RuleWords, NameTheDaysLeftOut) {
  Timing timing{.start = when("20260310T183000", "Europe/Paris"), .rules = {"FREQ=WEEKLY"}};
  timing.exception_dates = {when("20260324T173000Z"), when("20260317T183000", "Europe/Paris")};
  EXPECT_EQ(rule_words(timing, paris()).exceptions,
            (std::vector{local_days{year{2026} / 3 / 17}, local_days{year{2026} / 3 / 24}}));
}

TEST(RuleWords, LeaveWhatIsFinerUnsaid) {
  for (const char* rule :
       {"FREQ=HOURLY", "FREQ=WEEKLY;BYMONTH=7", "FREQ=YEARLY;BYDAY=20MO", "FREQ=DAILY;BYHOUR=9,10",
        "FREQ=MONTHLY;BYDAY=SA,SU;BYSETPOS=1", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "FREQ=MONTHLY;BYDAY=-3TU",
        "FREQ=MONTHLY;BYMONTHDAY=-3", "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU", "FREQ=YEARLY;BYMONTHDAY=10",
        "FREQ=YEARLY;BYMONTH=4,10", "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=SU,TU", "FREQ=NEVER"})
    EXPECT_EQ(words(rule).pattern, Pattern::other) << rule;
}

TEST(RuleWords, LeaveDaysUnsaidThatAreOthersHere) {
  const When late_in_new_york = when("20260310T200000", "America/New_York");
  EXPECT_EQ(words("FREQ=WEEKLY;BYDAY=TU", late_in_new_york).pattern, Pattern::other);
  EXPECT_EQ(words("FREQ=WEEKLY;BYDAY=TU", when("20260310T100000", "America/New_York")).pattern, Pattern::weekly);
  EXPECT_EQ(words("FREQ=WEEKLY;BYDAY=TU", when("20260310T223000Z")).pattern, Pattern::other)
      << "half past eleven in winter, half past midnight in summer";
}

TEST(RuleWords, OneDateDoesNotRepeat) {
  Timing timing{.start = when("20260310")};
  EXPECT_EQ(rule_words(timing, paris()).pattern, Pattern::none);
  timing.extra_dates = {{.start = when("20260312"), .end = std::nullopt}};
  EXPECT_EQ(rule_words(timing, paris()).pattern, Pattern::other);
}

}  // namespace
}  // namespace mur::calendar
