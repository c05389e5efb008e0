// What is said of a rule is true: for every rule of the real calendars and of other people's test cases, the days that
// the words mean are exactly the days that expanding the rule gives.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>

#include "shared/calendar/occurrence.h"
#include "shared/calendar/reader.h"
#include "shared/calendar/rule_words.h"
#include "tests/shared/calendar/build.h"
#include "tests/shared/calendar/read_limits.h"
#include "tests/support/shared_data.h"

namespace mur::calendar {
namespace {

using Pattern = RuleWords::Pattern;
using std::chrono::days;
using std::chrono::floor;
using std::chrono::local_days;
using std::chrono::year_month_day;
using std::chrono::year_month_day_last;

constexpr std::size_t kMost = 5'000;
constexpr std::size_t kSteps = 2'000'000;
constexpr days kLookedAt{366 * 9};

/// Weeks begin on Monday.
local_days monday_of(local_days day) { return day - days{std::chrono::weekday{day}.iso_encoding() - 1U}; }

int months_between(const year_month_day& a, const year_month_day& b) {
  return (static_cast<int>(b.year()) - static_cast<int>(a.year())) * 12 +
         static_cast<int>(static_cast<unsigned>(b.month())) - static_cast<int>(static_cast<unsigned>(a.month()));
}

int last_of_month(const year_month_day& date) {
  return static_cast<int>(static_cast<unsigned>((date.year() / date.month() / std::chrono::last).day()));
}

bool is_nth_weekday(const NthWeekday& said, local_days day) {
  if (std::chrono::weekday{day} != said.weekday) return false;
  const year_month_day date{day};
  const int of_month = static_cast<int>(static_cast<unsigned>(date.day()));
  if (said.nth == 0) return true;
  return said.nth > 0 ? (of_month - 1) / 7 + 1 == said.nth : (last_of_month(date) - of_month) / 7 + 1 == -said.nth;
}

bool is_working(local_days day) { return std::chrono::weekday{day}.iso_encoding() <= 5; }

bool is_nth_working(int nth, local_days day) {
  if (!is_working(day)) return false;
  int rank = 0;
  const auto month = year_month_day{day}.month();
  for (local_days at = day; year_month_day{at}.month() == month; at += days{nth > 0 ? -1 : 1})
    rank += is_working(at) ? 1 : 0;
  return rank == std::abs(nth);
}

/// Whether the sentence claims this day.
bool claims(const RuleWords& words, local_days first, local_days day) {
  const year_month_day date{day};
  const int of_month = static_cast<int>(static_cast<unsigned>(date.day()));
  const int month = months_between(year_month_day{first}, date);
  const int year = static_cast<int>(date.year()) - static_cast<int>(year_month_day{first}.year());
  const auto on_days = [&] {
    return std::ranges::any_of(words.days, [&](const NthWeekday& said) { return is_nth_weekday(said, day); });
  };
  const auto on_month_days = [&] {
    return std::ranges::any_of(words.month_days, [&](int said) {
      return said == of_month || (said == -1 && of_month == last_of_month(date));
    });
  };
  switch (words.pattern) {
    case Pattern::daily: return (day - first).count() % words.interval == 0;
    case Pattern::weekly: return (monday_of(day) - monday_of(first)).count() / 7 % words.interval == 0 && on_days();
    case Pattern::monthly_nth: return month % words.interval == 0 && on_days();
    case Pattern::monthly_day: return month % words.interval == 0 && on_month_days();
    case Pattern::monthly_working: return month % words.interval == 0 && is_nth_working(words.month_days.front(), day);
    case Pattern::yearly: return year % words.interval == 0 && date.month() == words.month && on_month_days();
    case Pattern::yearly_nth: return year % words.interval == 0 && date.month() == words.month && on_days();
    case Pattern::none:
    case Pattern::other: break;
  }
  return false;
}

struct Told {
  int said = 0;
  int unsaid = 0;
  std::map<Pattern, int> patterns;
};

/// Checks one rule; counts whether it could be said.
void hold_against_expansion(const Timing& timing, const Zone& hub, Told& told) {
  const RuleWords words = rule_words(timing, hub);
  ++told.patterns[words.pattern];
  if (words.pattern == Pattern::other) {
    ++told.unsaid;
    return;
  }
  ++told.said;
  const local_days first = floor<days>(timing.start.local);
  const Window window{.from = hub.to_sys(first), .to = hub.to_sys(first + kLookedAt)};
  const auto expanded = expand(timing, hub, window, kMost, kSteps);
  ASSERT_TRUE(expanded);
  std::set<local_days> real;
  for (const Occurrence& occurrence : expanded->occurrences) real.insert(floor<days>(occurrence.start));
  if (words.pattern == Pattern::none) {
    EXPECT_LE(real.size(), 1U) << "an EXDATE may take even its one date";
    return;
  }
  const local_days end = expanded->cut ? *real.rbegin() : first + kLookedAt;
  const std::set<local_days> left_out(words.exceptions.begin(), words.exceptions.end());
  int counted = 0;
  for (local_days day = first; day < end; day += days{1}) {
    if (words.until && day > *words.until) {
      EXPECT_FALSE(real.contains(day)) << "after its last day";
      continue;
    }
    const bool claimed = claims(words, first, day);
    counted += claimed ? 1 : 0;
    const bool expected = claimed && !left_out.contains(day) && (!words.count || counted <= *words.count);
    EXPECT_EQ(real.contains(day), expected)
        << year_month_day{day}.year().operator int() << '-' << static_cast<unsigned>(year_month_day{day}.month()) << '-'
        << static_cast<unsigned>(year_month_day{day}.day());
    if (testing::Test::HasFailure()) return;
  }
}

std::vector<Timing> real_timings() {
  std::map<std::string, Timing> distinct;
  for (const auto& file : std::filesystem::recursive_directory_iterator(test::shared_data() / "ics_real")) {
    if (file.path().extension() != ".ics") continue;
    std::ifstream in(file.path(), std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    const auto reading = read(bytes.str(), kTestLimits);
    if (!reading) continue;
    for (const Entry& entry : reading->entries) {
      if (!repeats(entry.timing)) continue;
      std::string key = std::to_string(entry.timing.start.local.time_since_epoch().count()) + entry.timing.start.zone;
      for (const std::string& rule : entry.timing.rules) key += " " + rule;
      distinct.emplace(key, entry.timing);
    }
  }
  std::vector<Timing> timings;
  for (auto& [key, timing] : distinct) timings.push_back(std::move(timing));
  return timings;
}

TEST(RuleWordsTruth, HoldsForTheRealCalendars) {
  if (!test::has_shared_data()) GTEST_SKIP() << "no shared data";
  Told told;
  for (const Timing& timing : real_timings()) {
    SCOPED_TRACE((timing.rules.empty() ? "RDATE" : timing.rules.front()) + " from " +
                 std::to_string(timing.start.local.time_since_epoch().count()) + " " + timing.start.zone);
    hold_against_expansion(timing, paris(), told);
  }
  std::cout << told.said << " said, " << told.unsaid << " left to their dates\n";
  EXPECT_GT(told.said, 100);
  EXPECT_LT(told.unsaid * 10, told.said) << "most rules of real life can be said";
}

TEST(RuleWordsTruth, HoldsForEveryKindOfSentence) {
  Told told;
  const std::vector<std::string> rules = {"FREQ=DAILY",
                                          "FREQ=DAILY;INTERVAL=3",
                                          "FREQ=DAILY;BYDAY=MO,TU,WE",
                                          "FREQ=DAILY;COUNT=5",
                                          "FREQ=WEEKLY;INTERVAL=2",
                                          "FREQ=WEEKLY;INTERVAL=3;BYDAY=TU,TH;WKST=MO",
                                          "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU",
                                          "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=SU,TU",
                                          "FREQ=WEEKLY;UNTIL=20260601T000000Z",
                                          "FREQ=MONTHLY;BYDAY=TU",
                                          "FREQ=MONTHLY;BYDAY=2TU",
                                          "FREQ=MONTHLY;BYDAY=2TU,-1FR",
                                          "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2,4",
                                          "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=7",
                                          "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
                                          "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2",
                                          "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1",
                                          "FREQ=MONTHLY;BYDAY=TU;BYMONTHDAY=8,9,10,11,12,13,14",
                                          "FREQ=MONTHLY;INTERVAL=2;BYDAY=-2TU",
                                          "FREQ=MONTHLY;BYMONTHDAY=1,15,-1",
                                          "FREQ=MONTHLY;BYMONTHDAY=31",
                                          "FREQ=MONTHLY;INTERVAL=5",
                                          "FREQ=YEARLY",
                                          "FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29",
                                          "FREQ=YEARLY;BYMONTH=4",
                                          "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
                                          "FREQ=YEARLY;BYMONTH=10;BYDAY=SU;BYSETPOS=1",
                                          "FREQ=YEARLY;BYMONTH=5;BYDAY=TU",
                                          "FREQ=YEARLY;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
                                          "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU",
                                          "FREQ=MONTHLY;BYDAY=5TU",
                                          "FREQ=WEEKLY;UNTIL=20260317T172959Z",
                                          "FREQ=WEEKLY;UNTIL=20260317T173000Z"};
  for (const When& start :
       {when("20260310T183000", "Europe/Paris"), when("20260310T173000Z"), when("20260310T183000"), when("20260310"),
        when("20260310T093000", "America/New_York"), when("20240229T001000", "Europe/Paris")})
    for (const std::string& rule : rules) {
      if (is_date(start) && rule.contains("UNTIL")) continue;
      SCOPED_TRACE(rule + " from " + std::to_string(static_cast<int>(start.kind)) + " " + start.zone);
      hold_against_expansion({.start = start, .rules = {rule}}, paris(), told);
    }
  EXPECT_EQ(told.patterns.size(), 9U) << "every pattern is met";
  EXPECT_LT(told.unsaid * 5, told.said);
}

}  // namespace
}  // namespace mur::calendar
