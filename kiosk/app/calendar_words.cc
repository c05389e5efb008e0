#include "kiosk/app/calendar_words.h"

#include <unicode/calendar.h>
#include <unicode/dtitvfmt.h>

#include <array>
#include <limits>

#include "kiosk/app/filter_views.h"
#include "kiosk/app/post_words.h"

namespace mur::app {

namespace {

using std::chrono::days;
using std::chrono::local_days;

/// English as people in European hubs write it, as in DateWords.
icu::Locale locale_of(const Text& text) {
  return icu::Locale(text.language() == "en" ? "en_GB" : text.language().c_str());
}

UDate date_of(local_days day) { return static_cast<UDate>(day.time_since_epoch().count()) * U_MILLIS_PER_DAY; }

int as_count(std::size_t count) {
  return static_cast<int>(std::min<std::size_t>(count, std::numeric_limits<int>::max()));
}

}  // namespace

std::chrono::weekday first_weekday(const Text& text) {
  UErrorCode problem = U_ZERO_ERROR;
  const std::unique_ptr<icu::Calendar> calendar(icu::Calendar::createInstance(locale_of(text), problem));
  if (U_FAILURE(problem) != 0) return std::chrono::Monday;
  const UCalendarDaysOfWeek first = calendar->getFirstDayOfWeek(problem);  // Sunday is 1
  return U_FAILURE(problem) != 0 ? std::chrono::Monday : std::chrono::weekday{static_cast<unsigned>(first) - 1};
}

std::string days_span(local_days first, local_days last, const Text& text) {
  UErrorCode problem = U_ZERO_ERROR;
  const std::unique_ptr<icu::DateIntervalFormat> format(
      icu::DateIntervalFormat::createInstance(icu::UnicodeString(u"yMMMMd"), locale_of(text), problem));
  if (U_FAILURE(problem) != 0) return {};
  format->setTimeZone(*icu::TimeZone::getGMT());  // a day is a day: no zone moves it
  const icu::DateInterval span(date_of(first), date_of(last));
  icu::UnicodeString out;
  icu::FieldPosition nowhere;
  format->format(&span, out, nowhere, problem);
  std::string utf8;
  return out.toUTF8String(utf8);
}

std::string weekday_name(local_days day, const DateWords& dates) {
  return dates.short_day(day, day - days{1});  // never its own "today"
}

std::string count_words(std::size_t count, const Text& text) {
  return text.plural("{0} event", "{0} events", as_count(count));
}

std::string short_count_words(std::size_t count, const Text& text) {
  return count == 0 ? std::string{} : text.plural("{0} ev.", "{0} evs.", as_count(count));
}

std::string time_on(const AgendaEntry& entry, local_days day, const Language& language) {
  if (first_day_of(entry) == day && !entry.all_day) return language.dates.time(entry.start);
  const bool ends_here = last_day_of(entry) <= day && !entry.all_day && entry.end < day + days{1};
  if (ends_here) return language.text.format("until {0}", language.dates.time(entry.end));
  return language.text("all day");
}

std::string day_of_several(const AgendaEntry& entry, local_days day, const Language& language) {
  if (first_day_of(entry) == last_day_of(entry)) return {};
  const auto number = (day - first_day_of(entry)).count() + 1;
  const auto length = (last_day_of(entry) - first_day_of(entry)).count() + 1;
  if (day == last_day_of(entry)) return language.text.format("last day, day {0} of {1}", number, length);
  const local_days last = last_day_of(entry);
  const bool this_week = last - day < days{7};  // its name is enough
  const std::string until =
      this_week ? language.dates.weekday(std::chrono::weekday{last}) : language.dates.day(last, day);
  return language.text.format("until {0}, day {1} of {2}", until, number, length);
}

std::string part_of_several(const AgendaEntry& entry, local_days day, const Text& text) {
  const auto length = (last_day_of(entry) - first_day_of(entry)).count() + 1;
  const auto number = (day - first_day_of(entry)).count() + 1;
  return length == 1 ? std::string{} : text.format("day {0} of {1}", number, length);
}

std::string facet_name(Facet facet, const Text& text) {
  switch (facet) {
    case Facet::here: return text("here");
    case Facet::in_town: return text("in town");
    case Facet::free_of_charge: return text("free");
    case Facet::step_free: return text("step-free");
    case Facet::hearing_loop: return text("hearing loop");
    case Facet::sign_language: return text("sign language");
    case Facet::quiet: return text("quiet place");
  }
  return {};
}

std::string filter_words(const AppState& state, const Text& text) {
  const Filter& filter = state.visit.calendar.filter;
  std::vector<std::string> parts;
  for (int i = 0; i < kFacetCount; ++i)
    if (has(filter, static_cast<Facet>(i))) parts.push_back(facet_name(static_cast<Facet>(i), text));
  if (!filter.theme.empty()) parts.push_back(theme_word(state, filter.theme));
  if (filter.organization) parts.push_back(organization_name(state, *filter.organization));
  std::string words;
  for (const std::string& part : parts) words = words.empty() ? part : text.format("{0}, {1}", words, part);
  return words;
}

}  // namespace mur::app
