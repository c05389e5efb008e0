// Files made to cost much: they end, with an error or with little. (That they end soon is measured: calendar_bench.)
#include "tests/shared/calendar/hostile_files.h"

#include <gtest/gtest.h>

#include "tests/shared/calendar/build.h"
#include "tests/shared/calendar/reading.h"

namespace mur::calendar {
namespace {

/// A tenth of what programs allow: a debug build takes ten times as long.
constexpr FileBudget kBudget{.steps = 300'000, .series_steps = 100'000, .occurrences = 50'000};
const Window kYear = window("20260101T000000", "20270101T000000");

void expect_too_large(const std::string& bytes) {
  const auto reading = read(bytes, kTestLimits);
  ASSERT_FALSE(reading);
  EXPECT_EQ(reading.error().code, Errc::too_large) << reading.error().message;
}

TEST(Hostile, AMillionPropertiesAreRefusedBeforeTheyCostAnything) {
  expect_too_large("BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + repeated("X-A:1\n", 1'000'000));
}

TEST(Hostile, ComponentsWithoutEndAreRefused) { expect_too_large(repeated("BEGIN:X\n", 100'000)); }

TEST(Hostile, ALineWithoutEndIsRefused) { expect_too_large("BEGIN:VCALENDAR\nX:" + repeated("\n a", 2'000'000)); }

TEST(Hostile, ManyZonesThatNobodyKnowsAreRead) { EXPECT_EQ(reading_of(unknown_zones(3'000)).entries.size(), 3'000U); }

TEST(Hostile, ManyRulesThatGiveNothingAreRead) {
  const auto reading =
      reading_of(events_with(5'000, "00010101T000000", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=3\n"));
  EXPECT_EQ(reading.entries.size(), 5'000U);
}

TEST(Hostile, AmongThousandsOfExceptionDatesTheFirstDateIsFound) {
  const Reading reading = reading_of(exception_dates(50));
  constexpr std::size_t kMost = 2'000;
  const auto expansion =
      expand(reading.entries.at(0).timing, Zone::utc(), window("20260101T000000", "20260201T000000"), kMost, 200'000);
  ASSERT_TRUE(expansion);
  EXPECT_EQ(expansion->occurrences.front().start, local("20260101T000100"));
}

TEST(Hostile, EachFileEndsWithAnErrorOrWithWhatTheLimitsAllow) {
  for (const HostileFile& file : hostile_files()) {
    SCOPED_TRACE(file.name);
    const auto reading = read(file.bytes, kTestLimits);
    if (!reading) {
      EXPECT_EQ(reading.error().code, Errc::too_large) << reading.error().message;
      continue;
    }
    const auto occurrences = expand_file(reading->entries, Zone::utc(), kYear, kBudget);
    if (!occurrences) {
      EXPECT_EQ(occurrences.error().code, Errc::too_large) << occurrences.error().message;
    } else {
      EXPECT_LE(occurrences->size(), kBudget.occurrences);
    }
  }
}

}  // namespace
}  // namespace mur::calendar
