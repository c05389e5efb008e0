#include "broker/ctl/dates.h"

#include <gtest/gtest.h>

namespace mur::ctl {
namespace {

using std::chrono::hours;
using std::chrono::local_days;
using std::chrono::minutes;
using std::chrono::year;

const calendar::Zone kParis = calendar::Zone::find("Europe/Paris").value();
constexpr local_days kSaturday{year{2026} / 3 / 21};

calendar::Occurrence from_to(std::chrono::local_seconds start, std::chrono::local_seconds end, bool all_day = false) {
  return {.start = start, .end = end, .all_day = all_day};
}

TEST(Dates, AnEveningADayAndANightAreSaidShortly) {
  EXPECT_EQ(span_text(from_to(kSaturday + hours{18} + minutes{30}, kSaturday + hours{21})),
            "Sat 2026-03-21 18:30–21:00");
  EXPECT_EQ(span_text(from_to(kSaturday + hours{22}, kSaturday + hours{24})), "Sat 2026-03-21 22:00–00:00");
  EXPECT_EQ(span_text(from_to(kSaturday + hours{22}, kSaturday + hours{26})),
            "Sat 2026-03-21 22:00 – Sun 2026-03-22 02:00");
  EXPECT_EQ(span_text(from_to(kSaturday, kSaturday + hours{24}, true)), "Sat 2026-03-21");
  EXPECT_EQ(span_text(from_to(kSaturday, kSaturday + hours{48}, true)), "Sat 2026-03-21 – Sun 2026-03-22");
  EXPECT_EQ(span_text(from_to(kSaturday + hours{18}, kSaturday + hours{18})), "Sat 2026-03-21 18:00");
}

TEST(Dates, ADateIsADateAndATimeIsTheHubs) {
  const auto day = parse_when("--start", "2026-03-21", kParis);
  ASSERT_TRUE(day);
  EXPECT_EQ(*day, (calendar::When{.kind = calendar::When::Kind::date, .local = kSaturday, .zone = ""}));
  const auto evening = parse_when("--start", "2026-03-21 18:30", kParis);
  ASSERT_TRUE(evening);
  EXPECT_EQ(*evening, (calendar::When{.kind = calendar::When::Kind::zoned,
                                      .local = kSaturday + hours{18} + minutes{30},
                                      .zone = "Europe/Paris"}));
  EXPECT_EQ(when_text(*evening, kParis), "Sat 2026-03-21 18:30");
  EXPECT_EQ(when_text(*evening, calendar::Zone::utc()), "Sat 2026-03-21 18:30 Europe/Paris");
}

TEST(Dates, WhatIsNoTimeIsRefusedWithTheOptionsName) {
  const auto wrong = parse_when("--start", "tomorrow", kParis);
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error().code, Errc::invalid);
  EXPECT_EQ(wrong.error().field, "--start");
}

TEST(Dates, ProgramsGetUtc) {
  EXPECT_EQ(iso(TimePoint{std::chrono::sys_days{year{2026} / 3 / 21} + hours{17} + minutes{5}}),
            "2026-03-21T17:05:00Z");
}

}  // namespace
}  // namespace mur::ctl
