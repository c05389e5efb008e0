#include "shared/calendar/rule_words.h"

#include <gtest/gtest.h>

#include "tests/shared/calendar/build.h"

namespace mur::calendar {
namespace {

using Pattern = RuleWords::Pattern;
using std::chrono::Friday;
using std::chrono::Monday;
using std::chrono::Tuesday;

RuleWords words(const char* rule) {
  Timing timing;
  timing.start = when("20260310T183000");  // the second Tuesday of March
  timing.rules = {rule};
  return rule_words(timing);
}

TEST(RuleWords, SayHowOftenAndOnWhichDays) {
  EXPECT_EQ(words("FREQ=DAILY;INTERVAL=3").pattern, Pattern::daily);
  EXPECT_EQ(words("FREQ=DAILY;INTERVAL=3").interval, 3);
  EXPECT_EQ(words("FREQ=WEEKLY").weekdays, std::vector{Tuesday});
  EXPECT_EQ(words("FREQ=WEEKLY;INTERVAL=2;BYDAY=FR,MO").weekdays, (std::vector{Monday, Friday}));
  EXPECT_EQ(words("FREQ=DAILY;BYDAY=FR,MO").pattern, Pattern::weekly);
}

TEST(RuleWords, SayWhichOfTheMonth) {
  const RuleWords second = words("FREQ=MONTHLY;BYDAY=2TU");
  EXPECT_EQ(second.pattern, Pattern::monthly_nth);
  EXPECT_EQ(second.nth, 2);
  EXPECT_EQ(second.weekdays, std::vector{Tuesday});
  EXPECT_EQ(words("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2"), second);
  EXPECT_EQ(words("FREQ=MONTHLY;BYDAY=-1FR").nth, -1);
  EXPECT_EQ(words("FREQ=MONTHLY").pattern, Pattern::monthly_day);
  EXPECT_EQ(words("FREQ=MONTHLY").nth, 10);
  EXPECT_EQ(words("FREQ=MONTHLY;BYMONTHDAY=-1").nth, -1);
}

TEST(RuleWords, SayTheYearlyAndTheEnd) {
  EXPECT_EQ(words("FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=10").pattern, Pattern::yearly);
  EXPECT_EQ(words("FREQ=YEARLY;UNTIL=20300101T000000Z").until,
            std::chrono::local_days{std::chrono::year{2030} / 1 / 1});
  EXPECT_EQ(words("FREQ=WEEKLY;COUNT=10").count, 10);
}

TEST(RuleWords, LeaveWhatIsFinerUnsaid) {
  for (const char* rule : {"FREQ=HOURLY", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "FREQ=WEEKLY;BYMONTH=7",
                           "FREQ=YEARLY;BYDAY=20MO", "FREQ=DAILY;BYHOUR=9,10", "FREQ=MONTHLY;BYDAY=1MO,2TU",
                           "FREQ=YEARLY;BYMONTH=4", "FREQ=NEVER"})
    EXPECT_EQ(words(rule).pattern, Pattern::other) << rule;
}

TEST(RuleWords, OneDateDoesNotRepeat) {
  Timing timing;
  timing.start = when("20260310");
  EXPECT_EQ(rule_words(timing).pattern, Pattern::none);
  timing.extra_dates = {{.start = when("20260312"), .end = std::nullopt}};
  EXPECT_EQ(rule_words(timing).pattern, Pattern::other);
}

}  // namespace
}  // namespace mur::calendar
