#include "shared/calendar/rule.h"

#include <gtest/gtest.h>

#include "shared/calendar/occurrence.h"

namespace mur::calendar {
namespace {

TEST(Rule, ReadsEveryPart) {
  const auto rule = parse_rule(
      "FREQ=YEARLY;INTERVAL=2;COUNT=10;WKST=SU;BYSECOND=0,30;BYMINUTE=15;BYHOUR=9,8;BYDAY=2TU,-1FR,MO;BYMONTHDAY=-1,1;"
      "BYYEARDAY=100;BYWEEKNO=20,-1;BYMONTH=3;BYSETPOS=-1");
  ASSERT_TRUE(rule) << rule.error().message;
  EXPECT_EQ(rule->frequency, Frequency::yearly);
  EXPECT_EQ(rule->interval, 2);
  EXPECT_EQ(rule->count, 10);
  EXPECT_EQ(rule->week_start, std::chrono::Sunday);
  EXPECT_EQ(rule->hours, (std::vector<int>{8, 9}));
  EXPECT_EQ(rule->month_days, (std::vector<int>{-1, 1}));
  ASSERT_EQ(rule->days.size(), 3U);
  EXPECT_EQ(rule->days[0].nth, -1);
  EXPECT_EQ(rule->days[0].weekday, std::chrono::Friday);
  EXPECT_EQ(rule->days[1].nth, 0);
  EXPECT_EQ(rule->days[2].nth, 2);
  EXPECT_EQ(rule->days[2].weekday, std::chrono::Tuesday);
}

TEST(Rule, CaseBlanksAndALastSemicolonDoNotMatter) { EXPECT_TRUE(check_rule(" freq=weekly ; byday = mo,tu; ")); }

TEST(Rule, SaysWhichPartIsWrong) {
  const auto message = [](const char* rule) {
    const Status checked = check_rule(rule);
    return checked ? std::string("accepted") : checked.error().message;
  };
  EXPECT_EQ(message("FREQ=FORTNIGHTLY"),
            "FREQ \"FORTNIGHTLY\" is an unknown frequency; DAILY, WEEKLY, MONTHLY and YEARLY are usual");
  EXPECT_EQ(message("BYDAY=MO"), "FREQ is missing; a rule starts like FREQ=WEEKLY");
  EXPECT_EQ(message("FREQ=DAILY;BYMONTH=13"), "BYMONTH \"13\" is not a number from 1 to 12");
  EXPECT_EQ(message("FREQ=DAILY;BYMONTHDAY=0"), "BYMONTHDAY \"0\" is not a number from 1 to 31");
  EXPECT_EQ(message("FREQ=DAILY;INTERVAL=0"), "INTERVAL \"0\" is not a number from 1 up");
  EXPECT_EQ(message("FREQ=DAILY;COUNT=99999999999"), "COUNT \"99999999999\" is not a number from 1 up");
  EXPECT_EQ(message("FREQ=WEEKLY;BYDAY=XX"), "BYDAY \"XX\" is not a weekday such as MO, 2TU or -1FR");
  EXPECT_EQ(message("FREQ=DAILY;FREQ=WEEKLY"), "FREQ \"WEEKLY\" comes a second time");
  EXPECT_EQ(message("FREQ=DAILY;UNTIL=20260230"),
            "UNTIL \"20260230\" is not a date such as 20260314 or 20260314T183000Z");
  EXPECT_EQ(message("FREQ=DAILY;BYEASTER=0"), "BYEASTER \"0\" is an unknown part");
  EXPECT_EQ(message("FREQ"), "part \"FREQ\" has no \"=\"");
}

TEST(Rule, RscaleIsNotSupportedAndSaysSo) {
  const Status checked = check_rule("RSCALE=CHINESE;FREQ=YEARLY");
  ASSERT_FALSE(checked);
  EXPECT_EQ(checked.error().code, Errc::unsupported);
}

}  // namespace
}  // namespace mur::calendar
