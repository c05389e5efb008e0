#include "kiosk/app/date_words.h"

#include <unicode/dtptngen.h>
#include <unicode/reldatefmt.h>
#include <unicode/smpdtfmt.h>

#include <array>

namespace mur::app {

namespace {

using std::chrono::days;
using std::chrono::local_days;
using std::chrono::local_seconds;

/// The pattern with its day of the month written as `first`: French says « 1er mars », and ICU does not know.
icu::UnicodeString with_first(const icu::UnicodeString& pattern, const icu::UnicodeString& first) {
  icu::UnicodeString out;
  bool quoted = false;
  for (int32_t i = 0; i < pattern.length(); ++i) {
    const char16_t unit = pattern[i];
    if (unit == u'\'') quoted = !quoted;
    if (quoted || unit != u'd') {
      out.append(unit);
      continue;
    }
    if (i == 0 || pattern[i - 1] != u'd') out.append(u'\'').append(first).append(u'\'');
  }
  return out;
}

std::string to_utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

/// A day's format, and the same for the first of a month.
struct DayFormat {
  icu::SimpleDateFormat any;
  icu::SimpleDateFormat first;

  [[nodiscard]] std::string operator()(local_days day) const {
    const std::chrono::year_month_day date{day};
    const auto& format = date.day() == std::chrono::day{1} ? first : any;
    icu::UnicodeString out;
    format.format(static_cast<UDate>(day.time_since_epoch().count()) * U_MILLIS_PER_DAY, out);
    return to_utf8(out);
  }
};

DayFormat make_format(icu::DateTimePatternGenerator& patterns, const char16_t* skeleton, const std::string& first,
                      const icu::Locale& locale, UErrorCode& problem) {
  const icu::UnicodeString pattern = patterns.getBestPattern(icu::UnicodeString(skeleton), problem);
  DayFormat format{icu::SimpleDateFormat(pattern, locale, problem),
                   icu::SimpleDateFormat(with_first(pattern, icu::UnicodeString::fromUTF8(first)), locale, problem)};
  format.any.setTimeZone(*icu::TimeZone::getGMT());  // a day is a day: no zone moves it
  format.first.setTimeZone(*icu::TimeZone::getGMT());
  return format;
}

local_days day_of(local_seconds at) { return std::chrono::floor<days>(at); }

/// The last day something takes place on.
local_days last_day(const AgendaEntry& entry) {
  return entry.end > entry.start ? day_of(entry.end - std::chrono::seconds{1}) : day_of(entry.start);
}

/// An evening that ends after midnight is still one evening.
bool is_one_day(const AgendaEntry& entry) {
  const local_days first = day_of(entry.start);
  const local_days last = last_day(entry);
  return last == first || (!entry.all_day && last == first + days{1} && entry.end - last <= std::chrono::hours{6});
}

}  // namespace

struct DateWords::Formats {
  DayFormat day;
  DayFormat day_year;
  DayFormat date;
  DayFormat date_year;
  DayFormat month;
  DayFormat short_weekday;
  std::array<std::string, 7> weekdays;  // Sunday first, as std::chrono counts
  icu::RelativeDateTimeFormatter ago;
};

Result<DateWords> DateWords::create(const Text& text) {
  UErrorCode problem = U_ZERO_ERROR;
  // English as people in European hubs write it: the day before the month.
  const icu::Locale locale(text.language() == "en" ? "en_GB" : text.language().c_str());
  const std::unique_ptr<icu::DateTimePatternGenerator> patterns(
      icu::DateTimePatternGenerator::createInstance(locale, problem));
  if (U_FAILURE(problem) != 0)
    return fail(Errc::unsupported, "language", fmt::format("ICU has no dates in \"{}\"", text.language()));
  const std::string first = text("1st");
  const auto make = [&](const char16_t* skeleton) { return make_format(*patterns, skeleton, first, locale, problem); };
  Formats formats{
      .day = make(u"EEEEdMMMM"),
      .day_year = make(u"EEEEdMMMMy"),
      .date = make(u"dMMMM"),
      .date_year = make(u"dMMMMy"),
      .month = make(u"MMMMy"),
      .short_weekday = make(u"EEE"),
      .weekdays = {},
      .ago = icu::RelativeDateTimeFormatter(locale, nullptr, UDAT_STYLE_SHORT, UDISPCTX_CAPITALIZATION_NONE, problem)};
  const DayFormat weekday = make(u"EEEE");
  for (unsigned i = 0; i < formats.weekdays.size(); ++i)
    formats.weekdays[i] = weekday(local_days{days{3 + static_cast<int>(i)}});  // 1970-01-04 was a Sunday
  if (U_FAILURE(problem) != 0)
    return fail(Errc::unsupported, "language", fmt::format("ICU has no dates in \"{}\"", text.language()));
  return DateWords{text, std::make_shared<const Formats>(std::move(formats))};
}

std::string DateWords::day(local_days day, local_days today) const {
  const bool this_year = std::chrono::year_month_day{day}.year() == std::chrono::year_month_day{today}.year();
  return this_year ? formats_->day(day) : formats_->day_year(day);
}

std::string DateWords::near_day(local_days day, local_days today) const {
  if (day == today) return text_("today");
  if (day == today + days{1}) return text_("tomorrow");
  return this->day(day, today);
}

std::string DateWords::short_day(local_days day, local_days today) const {
  return day == today ? text_("today") : formats_->short_weekday(day);
}

std::string DateWords::date(local_days day, local_days today) const {
  const bool this_year = std::chrono::year_month_day{day}.year() == std::chrono::year_month_day{today}.year();
  return this_year ? formats_->date(day) : formats_->date_year(day);
}

std::string DateWords::month(local_days day) const { return formats_->month(day); }

std::string DateWords::weekday(std::chrono::weekday day) const { return formats_->weekdays[day.c_encoding()]; }

std::string DateWords::day_of_month(local_days day) const {
  return fmt::format("{}", static_cast<unsigned>(std::chrono::year_month_day{day}.day()));
}

std::string DateWords::time(local_seconds at) const {
  const std::chrono::hh_mm_ss clock{at - day_of(at)};
  const auto hour = clock.hours().count();
  const auto minute = clock.minutes().count();
  return minute == 0 ? text_.format("{0}:00", hour) : text_.format("{0}:{1:02}", hour, minute);
}

std::string DateWords::span(const AgendaEntry& entry, local_days today) const {
  const local_days first = day_of(entry.start);
  const local_days last = last_day(entry);
  if (is_one_day(entry)) {
    const std::string day = near_day(first, today);
    if (entry.all_day) return text_.format("{0}, all day", day);
    if (entry.end <= entry.start) return text_.format("{0}, at {1}", day, time(entry.start));
    return text_.format("{0}, from {1} to {2}", day, time(entry.start), time(entry.end));
  }
  const auto length = (last - first).count() + 1;
  if (first <= today && today <= last)
    return text_.format("until {0}, day {1} of {2}", day(last, today), (today - first).count() + 1, length);
  if (entry.all_day) return text_.format("from {0} to {1}", day(first, today), day(last, today));
  return text_.format("from {0}, {1}, to {2}, {3}", day(first, today), time(entry.start), day(last, today),
                      time(entry.end));
}

std::string DateWords::short_span(const AgendaEntry& entry, local_days today) const {
  if (!is_one_day(entry) || entry.all_day || entry.end <= entry.start) return span(entry, today);
  return text_.format("{0}, {1} – {2}", near_day(day_of(entry.start), today), time(entry.start), time(entry.end));
}

std::string DateWords::join_weekdays(const std::vector<std::chrono::weekday>& weekdays) const {
  std::string out;
  for (std::size_t i = 0; i < weekdays.size(); ++i) {
    const std::string name = weekday(weekdays[i]);
    if (i == 0)
      out = name;
    else if (i + 1 == weekdays.size())
      out = text_.format("{0} and {1}", out, name);
    else
      out = text_.format("{0}, {1}", out, name);
  }
  return out;
}

std::string DateWords::pattern(const calendar::RuleWords& words) const {
  using Pattern = calendar::RuleWords::Pattern;
  switch (words.pattern) {
    case Pattern::none: return {};
    case Pattern::daily: return text_.plural("every day", "every {0} days", words.interval);
    case Pattern::weekly:
      if (words.weekdays.empty()) return text_.plural("every week", "every {0} weeks", words.interval);
      if (words.weekdays.size() == 7 && words.interval == 1) return text_("every day of the week");
      return text_.plural("every {1}", "every {0} weeks, {1}", words.interval, join_weekdays(words.weekdays));
    case Pattern::monthly_nth: {
      const std::string weekdays = join_weekdays(words.weekdays);
      if (words.interval != 1) return text_.plural("every month", "every {0} months", words.interval);
      switch (words.nth) {
        case 1: return text_.format("the first {0} of the month", weekdays);
        case 2: return text_.format("the second {0} of the month", weekdays);
        case 3: return text_.format("the third {0} of the month", weekdays);
        case 4: return text_.format("the fourth {0} of the month", weekdays);
        case -1: return text_.format("the last {0} of the month", weekdays);
        default: return text_.plural("every month", "every {0} months", words.interval);
      }
    }
    case Pattern::monthly_day: return text_.plural("every month", "every {0} months", words.interval);
    case Pattern::yearly: return text_.plural("every year", "every {0} years", words.interval);
    case Pattern::other: return text_("on several dates");
  }
  return {};
}

std::string DateWords::rule(const calendar::RuleWords& words, local_days today) const {
  const std::string base = pattern(words);
  if (base.empty() || !words.until) return base;
  return text_.format("{0} until {1}", base, date(*words.until, today));
}

std::string DateWords::ago(Milliseconds age) const {
  const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(age).count();
  if (minutes < 1) return {};
  const auto [count, unit] = minutes < 60        ? std::pair{minutes, UDAT_RELATIVE_MINUTES}
                             : minutes < 48 * 60 ? std::pair{minutes / 60, UDAT_RELATIVE_HOURS}
                                                 : std::pair{minutes / (24 * 60), UDAT_RELATIVE_DAYS};
  UErrorCode problem = U_ZERO_ERROR;
  icu::UnicodeString out;
  formats_->ago.format(static_cast<double>(count), UDAT_DIRECTION_LAST, unit, out, problem);
  return to_utf8(out);
}

Result<Language> load_language(const std::string& code, const std::filesystem::path& folder) {
  auto text = Text::load(code, folder);
  if (!text) return fail(text.error());
  auto dates = DateWords::create(*text);
  if (!dates) return fail(dates.error());
  return Language{*std::move(text), *std::move(dates)};
}

}  // namespace mur::app
