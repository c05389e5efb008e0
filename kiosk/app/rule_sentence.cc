#include "kiosk/app/rule_sentence.h"

#include <algorithm>

#include "kiosk/app/post_words.h"

namespace mur::app {

namespace {

using calendar::NthWeekday;
using calendar::RuleWords;
using std::chrono::local_days;
using Pattern = RuleWords::Pattern;

constexpr std::size_t kDatesNamed = 4;
constexpr std::size_t kExceptionsNamed = 2;
constexpr std::size_t kWeek = 7;
constexpr std::size_t kRange = 3;  // days in a row that are said as « du lundi au mercredi »

std::string ordinal(int nth, const Language& language) {
  if (nth == -1) return language.text("last");
  if (nth == -2) return language.text("last but one");
  return language.dates.ordinal(nth);
}

bool in_a_row(const std::vector<NthWeekday>& days) {
  if (days.size() < kRange) return false;
  return std::ranges::adjacent_find(days, [](const NthWeekday& a, const NthWeekday& b) {
           return b.weekday.iso_encoding() != a.weekday.iso_encoding() + 1;
         }) == days.end();
}

std::string names(const std::vector<NthWeekday>& days, const Language& language) {
  std::vector<std::string> parts;
  for (const NthWeekday& day : days) parts.push_back(language.dates.weekday(day.weekday));
  return listed(parts, language.text);
}

/// « du lundi au vendredi »
std::string range(const std::vector<NthWeekday>& days, const Language& language) {
  return language.text.format("{0} to {1}", language.dates.weekday(days.front().weekday),
                              language.dates.weekday(days.back().weekday));
}

std::string daily(int interval, const Text& text) {
  if (interval == 2) return text("every other day");
  return text.plural("every day", "every {0} days", interval);
}

std::string weekly(const RuleWords& words, const Language& language) {
  const Text& text = language.text;
  const bool row = in_a_row(words.days);
  if (words.interval == 1) {
    if (words.days.size() == kWeek) return daily(1, text);
    if (row) return range(words.days, language);
    return words.days.size() == 1 ? text.format("every {0}", names(words.days, language))
                                  : text.format("each {0}", names(words.days, language));
  }
  if (words.interval == 2 && words.days.size() == 1) return text.format("every other {0}", names(words.days, language));
  const std::string weeks =
      words.interval == 2 ? text("every other week") : text.plural("every week", "every {0} weeks", words.interval);
  if (words.days.size() == kWeek) return weeks;
  if (row) return text.format("{0}, {1}", weeks, range(words.days, language));
  return words.days.size() == 1 ? text.format("{0}, on {1}", weeks, names(words.days, language))
                                : text.format("{0}, on days {1}", weeks, names(words.days, language));
}

/// « 1ᵉʳ et 3ᵉ mardi », « 2ᵉ mardi et 2ᵉ jeudi », « dernier vendredi »
std::string nth_weekdays(const std::vector<NthWeekday>& days, const Language& language) {
  const bool one_weekday =
      std::ranges::all_of(days, [&](const NthWeekday& day) { return day.weekday == days.front().weekday; });
  std::vector<std::string> parts;
  for (const NthWeekday& day : days) {
    const std::string nth = ordinal(day.nth, language);
    parts.push_back(one_weekday ? nth : language.text.format("{0} {1}", nth, language.dates.weekday(day.weekday)));
  }
  const std::string list = listed(parts, language.text);
  return one_weekday ? language.text.format("{0} {1}", list, language.dates.weekday(days.front().weekday)) : list;
}

std::string months(int interval, const Text& text) {
  return interval == 2 ? text("every other month") : text.plural("every month", "every {0} months", interval);
}

std::string years(int interval, const Text& text) {
  return interval == 2 ? text("every other year") : text.plural("every year", "every {0} years", interval);
}

/// What is said of the month, and how often where that is not every month.
std::string of_months(const std::string& day, int interval, const Text& text) {
  return interval == 1 ? day : text.format("{0}, {1}", day, months(interval, text));
}

std::string month_days(const std::vector<int>& days, const Language& language) {
  std::vector<std::string> parts;
  for (const int day : days) parts.push_back(day == -1 ? language.text("the last day") : language.dates.month_day(day));
  return listed(parts, language.text);
}

/// « 1er mai », in a leap year so that 29 February is one of its days.
std::string year_day(const RuleWords& words, const Language& language) {
  const local_days day{std::chrono::year{2000} / words.month /
                       std::chrono::day(static_cast<unsigned>(words.month_days.front()))};
  return language.dates.date(day, day);
}

std::string base(const RuleWords& words, const Language& language) {
  const Text& text = language.text;
  switch (words.pattern) {
    case Pattern::daily: return daily(words.interval, text);
    case Pattern::weekly: return weekly(words, language);
    case Pattern::monthly_nth:
      return of_months(text.format("every {0} of the month", nth_weekdays(words.days, language)), words.interval, text);
    case Pattern::monthly_working:
      return of_months(text.format("every {0} weekday of the month", ordinal(words.month_days.front(), language)),
                       words.interval, text);
    case Pattern::monthly_day:
      return text.format("{0} on {1}", months(words.interval, text), month_days(words.month_days, language));
    case Pattern::yearly:
      return text.format("{0} on the date {1}", years(words.interval, text), year_day(words, language));
    case Pattern::yearly_nth:
      return text.format("{0} in {1}, the {2}", years(words.interval, text), language.dates.month(words.month),
                         nth_weekdays(words.days, language));
    case Pattern::none:
    case Pattern::other: break;
  }
  return {};
}

/// The dates themselves, where no rule is short enough.
std::string named_dates(const DatesLeft& left, const Language& language, local_days today) {
  if (left.count <= 1) return left.all ? std::string{} : language.text("on several dates");
  const std::vector<local_days> first(
      left.days.begin(), left.days.begin() + static_cast<std::ptrdiff_t>(std::min(left.days.size(), kDatesNamed)));
  const std::string dates = language.dates.dates(first, today);
  if (left.all && first.size() == static_cast<std::size_t>(left.count))
    return language.text.plural("{0} date: {1}", "{0} dates: {1}", left.count, dates);
  return language.text.format("on several dates, the next ones: {0}", dates);
}

std::string except(const std::string& sentence, const RuleWords& words, const Language& language, local_days today) {
  std::vector<local_days> coming;
  for (const local_days day : words.exceptions)
    if (day >= today && (!words.until || day <= *words.until)) coming.push_back(day);
  if (coming.empty()) return sentence;
  if (coming.size() > kExceptionsNamed) return language.text.format("{0}, except on some dates", sentence);
  std::vector<std::string> dates;
  for (const local_days day : coming)
    dates.push_back(language.text.format("on the {0}", language.dates.date(day, today)));
  return language.text.format("{0}, except {1}", sentence, listed(dates, language.text));
}

}  // namespace

std::string rule_sentence(const RuleWords& words, const DatesLeft& left, const Language& language, local_days today) {
  if (words.pattern == Pattern::none) return {};
  if (words.pattern == Pattern::other) return named_dates(left, language, today);
  std::string sentence = base(words, language);
  if (words.until)
    sentence = language.text.format("{0} until {1}", sentence, language.dates.date(*words.until, today));
  else if (words.count && left.all && left.count > 0)
    sentence = language.text.plural("{1}, last date", "{1}, {0} dates left", left.count, sentence);
  return except(sentence, words, language, today);
}

}  // namespace mur::app
