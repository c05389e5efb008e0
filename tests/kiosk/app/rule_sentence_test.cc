// What a recurring event's page says of its rule, in both languages; whether the rule means it is the calendar's own
// test (tests/shared/calendar/rule_words_truth_test.cc).
#include "kiosk/app/rule_sentence.h"

#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>

#include "shared/base/text.h"
#include "shared/calendar/occurrence.h"
#include "shared/calendar/reader.h"
#include "shared/domain/limits.h"
#include "tests/kiosk/app/languages.h"
#include "tests/support/shared_data.h"

namespace mur::test {

using namespace app;
using std::chrono::days;
using std::chrono::local_days;

namespace {

constexpr local_days kToday{std::chrono::year{2026} / 3 / 12};
constexpr std::size_t kNamed = 5;

calendar::Zone paris() { return *calendar::Zone::find("Europe/Paris"); }

calendar::When at(local_days day, int hour = 18, int minute = 30) {
  return {.kind = calendar::When::Kind::zoned,
          .local = day + std::chrono::hours{hour} + std::chrono::minutes{minute},
          .zone = "Europe/Paris"};
}

/// Tuesday 10 March 2026 and on, by this rule.
calendar::Timing timing(std::string rule) {
  return {.start = at(std::chrono::local_days{std::chrono::year{2026} / 3 / 10}), .rules = {std::move(rule)}};
}

/// What the page would hand over: the days from today on, as the calendar expands them.
DatesLeft left_of(const calendar::Timing& timing, local_days today) {
  DatesLeft left;
  const calendar::Zone zone = paris();
  const calendar::Window window{.from = zone.to_sys(today), .to = zone.to_sys(today + days{400})};
  const auto expanded = calendar::expand(timing, zone, window, 2'000, 2'000'000);
  if (!expanded) return left;
  for (const calendar::Occurrence& occurrence : expanded->occurrences) {
    if (left.days.size() < kNamed) left.days.push_back(std::chrono::floor<days>(occurrence.start));
    ++left.count;
  }
  const calendar::Window beyond{.from = window.to, .to = window.to + days{3650}};
  const auto more = calendar::expand(timing, zone, beyond, 1, 2'000'000);
  left.all = more && more->occurrences.empty();
  return left;
}

std::string said(const calendar::Timing& timing, const Language& language, local_days today = kToday) {
  return plain(rule_sentence(calendar::rule_words(timing, paris()), left_of(timing, today), language, today));
}

std::vector<calendar::Timing> real_timings() {
  std::map<std::string, calendar::Timing> distinct;
  for (const auto& file : std::filesystem::recursive_directory_iterator(shared_data() / "ics_real")) {
    if (file.path().extension() != ".ics") continue;
    std::ifstream in(file.path(), std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    const auto reading = calendar::read(bytes.str(), limits::kReadLimits);
    if (!reading) continue;
    for (const calendar::Entry& entry : reading->entries) {
      if (!calendar::repeats(entry.timing)) continue;
      std::string key = std::to_string(entry.timing.start.local.time_since_epoch().count()) + entry.timing.start.zone;
      for (const std::string& rule : entry.timing.rules) key += " " + rule;
      distinct.emplace(key, entry.timing);
    }
  }
  std::vector<calendar::Timing> timings;
  for (auto& [key, each] : distinct) timings.push_back(std::move(each));
  return timings;
}

}  // namespace

TEST(RuleSentence, SaysEveryKindOfRuleInBothLanguages) {
  struct Case {
    const char* rule;
    const char* french;
    const char* english;
  };
  const std::vector<Case> cases{
      {"FREQ=DAILY", "chaque jour", "every day"},
      {"FREQ=DAILY;INTERVAL=2", "un jour sur deux", "every other day"},
      {"FREQ=DAILY;INTERVAL=3", "tous les 3 jours", "every 3 days"},
      {"FREQ=WEEKLY", "chaque mardi", "every Tuesday"},
      {"FREQ=WEEKLY;BYDAY=TU,TH", "les mardi et jeudi", "every Tuesday and Thursday"},
      {"FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "du lundi au vendredi", "Monday to Friday"},
      {"FREQ=WEEKLY;UNTIL=20260331T215959Z", "chaque mardi jusqu’au 31 mars", "every Tuesday until 31 March"},
      {"FREQ=WEEKLY;UNTIL=20270401T215959Z", "chaque mardi jusqu’au 1er avril 2027",
       "every Tuesday until 1 April 2027"},
      {"FREQ=WEEKLY;INTERVAL=2", "un mardi sur deux", "every other Tuesday"},
      {"FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH", "une semaine sur deux, les mardi et jeudi",
       "every other week, on Tuesday and Thursday"},
      {"FREQ=WEEKLY;INTERVAL=3;BYDAY=TU", "toutes les 3 semaines, le mardi", "every 3 weeks, on Tuesday"},
      {"FREQ=WEEKLY;COUNT=4", "chaque mardi, encore 3 dates", "every Tuesday, 3 dates left"},
      {"FREQ=WEEKLY;COUNT=2", "chaque mardi, dernière date", "every Tuesday, last date"},
      {"FREQ=MONTHLY;BYDAY=2TU", "chaque 2ᵉ mardi du mois", "every 2nd Tuesday of the month"},
      {"FREQ=MONTHLY;BYDAY=1TU", "chaque 1ᵉʳ mardi du mois", "every 1st Tuesday of the month"},
      {"FREQ=MONTHLY;BYDAY=1TU,3TU", "chaque 1ᵉʳ et 3ᵉ mardi du mois", "every 1st and 3rd Tuesday of the month"},
      {"FREQ=MONTHLY;BYDAY=-1FR", "chaque dernier vendredi du mois", "every last Friday of the month"},
      {"FREQ=MONTHLY;INTERVAL=2;BYDAY=2TU", "chaque 2ᵉ mardi du mois, un mois sur deux",
       "every 2nd Tuesday of the month, every other month"},
      {"FREQ=MONTHLY;BYMONTHDAY=1,15", "chaque mois le 1er et le 15", "every month on the 1st and the 15th"},
      {"FREQ=MONTHLY;BYMONTHDAY=-1", "chaque mois le dernier jour", "every month on the last day"},
      {"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "chaque dernier jour de semaine du mois",
       "every last weekday of the month"},
      {"FREQ=YEARLY", "chaque année le 10 mars", "every year on 10 March"},
      {"FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "chaque année en octobre, le dernier dimanche",
       "every year in October, the last Sunday"},
  };
  const Language french = language("fr");
  const Language english = language("en");
  for (const Case& one : cases) {
    EXPECT_EQ(said(timing(one.rule), french), one.french) << one.rule;
    EXPECT_EQ(said(timing(one.rule), english), one.english) << one.rule;
  }
}

TEST(RuleSentence, NamesTheDatesWhereNoShortSentenceSaysTheRule) {
  // Every second full moon has no name on a poster: its dates have.
  const calendar::Timing fine = timing("FREQ=MONTHLY;BYDAY=TU,SA;BYSETPOS=2,5");
  ASSERT_EQ(calendar::rule_words(fine, paris()).pattern, calendar::RuleWords::Pattern::other);
  EXPECT_EQ(said(fine, language("fr")), "à plusieurs dates, les prochaines : 17 mars, 7, 18 avril, 5 mai");
  EXPECT_EQ(said(fine, language("en")), "on several dates, the next ones: 17 March, 7, 18 April, 5 May");

  calendar::Timing listed{.start = at(kToday + days{7})};
  for (const int day : {14, 21}) listed.extra_dates.push_back({.start = at(kToday + days{day}), .end = std::nullopt});
  EXPECT_EQ(said(listed, language("fr")), "3 dates : 19, 26 mars, 2 avril");
  EXPECT_EQ(said(listed, language("en")), "3 dates: 19, 26 March, 2 April");
}

TEST(RuleSentence, SaysWhenItDoesNotTakePlace) {
  calendar::Timing weekly = timing("FREQ=WEEKLY");
  weekly.exception_dates = {at(kToday + days{5})};
  EXPECT_EQ(said(weekly, language("fr")), "chaque mardi, sauf le 17 mars");
  EXPECT_EQ(said(weekly, language("en")), "every Tuesday, except on 17 March");
  weekly.exception_dates.push_back(at(kToday + days{12}));
  EXPECT_EQ(said(weekly, language("fr")), "chaque mardi, sauf le 17 mars et le 24 mars");
  weekly.exception_dates.push_back(at(kToday + days{19}));
  EXPECT_EQ(said(weekly, language("fr")), "chaque mardi, sauf certaines dates");
  weekly.exception_dates = {at(kToday - days{2})};
  EXPECT_EQ(said(weekly, language("fr")), "chaque mardi") << "what is over is no exception any more";
}

TEST(RuleSentence, SaysNothingOfWhatHappensOnce) { EXPECT_EQ(said({.start = at(kToday)}, language("fr")), ""); }

// What is said of every rule of the real calendars fits a line or two under the date, and leaves no rule unsaid.
TEST(RuleSentence, FindsShortWordsForEveryRuleOfTheRealCalendars) {
  if (!has_shared_data()) GTEST_SKIP() << "no shared data";
  constexpr std::size_t kTwoLines = 120;  // at 28u in 1,200u, with room to spare
  const std::vector<calendar::Timing> timings = real_timings();
  ASSERT_GT(timings.size(), 100U);
  for (const char* code : {"fr", "en"}) {
    const Language spoken = language(code);
    std::set<std::string> sentences;
    int by_rule = 0;
    for (const calendar::Timing& each : timings) {
      SCOPED_TRACE(each.rules.empty() ? "RDATE" : each.rules.front());
      // Seen on its own first day, as the wall first had it.
      const local_days first = std::chrono::floor<days>(each.start.local);
      const std::string sentence = said(each, spoken, first);
      const bool other = calendar::rule_words(each, paris()).pattern == calendar::RuleWords::Pattern::other;
      by_rule += other ? 0 : 1;
      sentences.insert(sentence);
      EXPECT_LE(length(sentence), kTwoLines) << sentence;
      EXPECT_EQ(sentence.find_first_of("{}"), std::string::npos) << sentence;
      const DatesLeft left = left_of(each, first);
      if (sentence.empty()) EXPECT_LE(left.count, 1) << "a series without a word";
    }
    std::cout << code << ": " << by_rule << " of " << timings.size() << " by their rule, the others by their dates; "
              << sentences.size() << " different sentences\n";
    if (const char* file = std::getenv("MUR_SENTENCES")) {
      std::ofstream out(std::string(file) + "." + code);
      for (const std::string& sentence : sentences) out << sentence << '\n';
    }
  }
}

}  // namespace mur::test
