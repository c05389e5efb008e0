// `murctl calendar check`: what an organization asks before it publishes its calendar. No hub, no broker.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "tests/broker/ctl/run_murctl.h"
#include "tests/support/temp_folder.h"

namespace mur::ctl {
namespace {

class CalendarCheck : public ::testing::Test {
 protected:
  int check(const std::string& calendar, const std::vector<std::string>& options) {
    std::ofstream(temp / "a.ics", std::ios::binary) << calendar;
    std::vector<std::string> words{"calendar", "check", (temp / "a.ics").string()};
    words.insert(words.end(), options.begin(), options.end());
    return murctl(words);
  }

  int murctl(std::vector<std::string> words) {
    // The folder named is not there: nothing of a hub is looked for.
    words.insert(words.begin(), {"--data", (temp / "nowhere").string(), "--clock", "2026-03-12T18:24:00+01:00"});
    last = test::run_murctl(words, *random);
    return last.code;
  }

  static std::string calendar(const std::string& events) {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//asso.example//FR\r\n" + events + "END:VCALENDAR\r\n";
  }
  static std::string event(const std::string& uid, const std::string& lines) {
    return "BEGIN:VEVENT\r\nUID:" + uid + "\r\nDTSTAMP:20260101T000000Z\r\nSUMMARY:Atelier " + uid + "\r\n" + lines +
           "END:VEVENT\r\n";
  }

  const std::vector<std::string> march{"--from",      "2026-03-01",   "--to",  "2026-04-01",
                                       "--time-zone", "Europe/Paris", "--json"};
  test::TempFolder temp;
  std::unique_ptr<RandomSource> random = make_system_random();
  test::Said last;
};

TEST_F(CalendarCheck, WritesOneLineForEachOccurrenceAndNothingElse) {
  ASSERT_EQ(check(calendar(event("a", "DTSTART;TZID=Europe/Paris:20260314T183000\r\nDURATION:PT2H30M\r\n")), march), 0);
  EXPECT_EQ(last.out,
            R"({"uid":"a","summary":"Atelier a","start":"2026-03-14T18:30:00+01:00","end":"2026-03-14T21:00:00+01:00",)"
            R"("all_day":false,"status":"confirmed","class":"public","time_zone":"Europe/Paris"})"
            "\n");
  EXPECT_EQ(last.err, "");
}

TEST_F(CalendarCheck, SaysEachKindOfTimeInTheZoneAskedFor) {
  ASSERT_EQ(
      check(calendar(event("utc", "DTSTART:20260330T100000Z\r\n") + event("floating", "DTSTART:20260330T120000\r\n") +
                     event("day", "DTSTART;VALUE=DATE:20260330\r\nDTEND;VALUE=DATE:20260401\r\n") +
                     event("york", "DTSTART;TZID=America/New_York:20260330T060000\r\n")),
            march),
      0);
  const std::vector<nlohmann::json> rows = last.objects();
  ASSERT_EQ(rows.size(), 4U);
  EXPECT_EQ(rows[0]["uid"], "day");
  EXPECT_EQ(rows[0]["start"], "2026-03-30");
  EXPECT_EQ(rows[0]["end"], "2026-04-01");
  EXPECT_EQ(rows[0]["all_day"], true);
  EXPECT_TRUE(rows[0]["time_zone"].is_null());
  const std::vector<std::string> uids{"floating", "utc", "york"};
  const std::vector<std::string> zones{"floating", "UTC", "America/New_York"};
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(rows[i + 1]["uid"], uids[i]);  // same start and end: by UID
    EXPECT_EQ(rows[i + 1]["start"], "2026-03-30T12:00:00+02:00");
    EXPECT_EQ(rows[i + 1]["end"], "2026-03-30T12:00:00+02:00");
    EXPECT_EQ(rows[i + 1]["time_zone"], zones[i]);
  }
}

TEST_F(CalendarCheck, ShowsWhatIsPrivateAndWhatIsCancelled) {
  ASSERT_EQ(check(calendar(event("a", "DTSTART:20260310T100000Z\r\nCLASS:PRIVATE\r\nSTATUS:TENTATIVE\r\n") +
                           event("b", "DTSTART:20260311T100000Z\r\nCLASS:CONFIDENTIAL\r\n") +
                           event("c", "DTSTART:20260312T100000Z\r\nSTATUS:CANCELLED\r\n")),
                  march),
            0);
  EXPECT_TRUE(last.out.contains(R"("status":"tentative","class":"private")")) << last.out;
  EXPECT_TRUE(last.out.contains(R"("status":"confirmed","class":"confidential")")) << last.out;
  EXPECT_TRUE(last.out.contains(R"("status":"cancelled","class":"public")")) << last.out;
}

TEST_F(CalendarCheck, OnlyStartsWithinTheDaysCount) {
  ASSERT_EQ(
      check(calendar(event("a", "DTSTART;TZID=Europe/Paris:20260228T235959\r\nDURATION:P2D\r\n") +
                     event("b", "DTSTART;TZID=Europe/Paris:20260301T000000\r\n") +
                     event("c", "DTSTART;VALUE=DATE:20260331\r\n") + event("d", "DTSTART;VALUE=DATE:20260401\r\n")),
            march),
      0);
  EXPECT_FALSE(last.out.contains(R"("uid":"a")") || last.out.contains(R"("uid":"d")")) << last.out;
  EXPECT_TRUE(last.out.contains(R"("uid":"b")") && last.out.contains(R"("uid":"c")")) << last.out;
}

TEST_F(CalendarCheck, BeginsTodayAndEndsAfterFourHundredDaysWhereNothingIsSaid) {
  ASSERT_EQ(check(calendar(event("a", "DTSTART;VALUE=DATE:20260101\r\nRRULE:FREQ=DAILY\r\n")),
                  {"--time-zone", "Europe/Paris", "--json"}),
            0);
  EXPECT_EQ(std::ranges::count(last.out, '\n'), 400);
  EXPECT_TRUE(last.out.contains(R"("start":"2026-03-12")"));
  EXPECT_FALSE(last.out.contains(R"("start":"2026-03-11")"));
}

TEST_F(CalendarCheck, TheLimitOnOccurrencesDoesNotApply) {
  ASSERT_EQ(check(calendar(event("a", "DTSTART:20260301T000000Z\r\nRRULE:FREQ=MINUTELY;INTERVAL=5\r\n")), march), 0)
      << last.err;
  EXPECT_EQ(std::ranges::count(last.out, '\n'),
            31 * 288 - 12 - 12);  // the first hour is not yet; the clocks go forward
}

TEST_F(CalendarCheck, WarningsAreObjectsOnStandardError) {
  ASSERT_EQ(check(calendar(event("a", "DTSTART:20260310T100000Z\r\nRRULE:FREQ=FORTNIGHTLY\r\n")), march), 0);
  const auto warning = nlohmann::json::parse(last.err);
  EXPECT_EQ(warning.size(), 4U);
  EXPECT_EQ(warning["line"], 9);
  EXPECT_EQ(warning["property"], "RRULE");
  EXPECT_EQ(warning["problem"], "\"FREQ=FORTNIGHTLY\": unknown frequency");
  EXPECT_EQ(warning["remedy"], "the event's first date is shown");
  EXPECT_EQ(std::ranges::count(last.out, '\n'), 1);

  ASSERT_EQ(check(calendar(event("a", "DTSTART:20260310T100000Z\r\nRRULE:FREQ=FORTNIGHTLY\r\n")), {}), 0);
  EXPECT_TRUE(
      last.err.contains("line 9: RRULE \"FREQ=FORTNIGHTLY\": unknown frequency; the event's first date is shown"))
      << last.err;
}

TEST_F(CalendarCheck, WhatCannotBeReadIsRefusedWithOne) {
  EXPECT_EQ(check("<html>404</html>", march), 1);
  EXPECT_EQ(last.out, "");
  EXPECT_EQ(murctl({"calendar", "check", (temp / "missing.ics").string(), "--json"}), 1);
  EXPECT_EQ(check("BEGIN:VCALENDAR\r\n" + std::string(11 * 1024 * 1024, '\n'), march), 1);
  EXPECT_EQ(check(calendar(event("a", "DTSTART:20260301T000000Z\r\nRRULE:FREQ=SECONDLY\r\n")), march), 1);
  EXPECT_EQ(last.out, "");
}

TEST_F(CalendarCheck, AWrongCommandLineIsRefusedWithTwo) {
  const std::string fine = calendar(event("a", "DTSTART:20260310T100000Z\r\n"));
  EXPECT_EQ(check(fine, {"--from", "March"}), 2);
  EXPECT_EQ(check(fine, {"--to", "2026-02-30"}), 2);
  EXPECT_EQ(check(fine, {"--time-zone", "Europe/Pari"}), 2);
  EXPECT_EQ(check(fine, {"--from", "2026-04-01", "--to", "2026-03-01"}), 2);
  EXPECT_EQ(check(fine, {"--quickly"}), 2);
  EXPECT_EQ(murctl({"calendar", "check"}), 2);
}

}  // namespace
}  // namespace mur::ctl
