#include "kiosk/app/date_words.h"

#include <unicode/dtptngen.h>
#include <unicode/measfmt.h>
#include <unicode/measunit.h>
#include <unicode/plurrule.h>
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
local_days final_day(const AgendaEntry& entry) {
  return entry.end > entry.start ? day_of(entry.end - std::chrono::seconds{1}) : day_of(entry.start);
}

/// An evening that ends after midnight is still one evening.
bool is_one_day(const AgendaEntry& entry) {
  const local_days first = day_of(entry.start);
  const local_days last = final_day(entry);
  return last == first || (!entry.all_day && last == first + days{1} && entry.end - last <= std::chrono::hours{6});
}

}  // namespace

struct DateWords::Formats {
  DayFormat day;
  DayFormat day_year;
  DayFormat date;
  DayFormat date_year;
  DayFormat weekday_day;
  DayFormat month;
  DayFormat short_weekday;
  std::array<std::string, 7> weekdays;  // Sunday first, as std::chrono counts
  std::array<std::string, 12> months;
  icu::RelativeDateTimeFormatter ago;
  icu::MeasureFormat length;
  std::unique_ptr<icu::PluralRules> ordinals;
};

bool is_same_month(std::chrono::local_days a, std::chrono::local_days b) {
  const std::chrono::year_month_day one{a};
  const std::chrono::year_month_day other{b};
  return one.year() == other.year() && one.month() == other.month();
}

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
      .weekday_day = make(u"EEEEd"),
      .month = make(u"MMMMy"),
      .short_weekday = make(u"EEE"),
      .weekdays = {},
      .months = {},
      .ago = icu::RelativeDateTimeFormatter(locale, nullptr, UDAT_STYLE_SHORT, UDISPCTX_CAPITALIZATION_NONE, problem),
      .length = icu::MeasureFormat(locale, UMEASFMT_WIDTH_SHORT, problem),
      .ordinals =
          std::unique_ptr<icu::PluralRules>(icu::PluralRules::forLocale(locale, UPLURAL_TYPE_ORDINAL, problem))};
  const DayFormat weekday = make(u"EEEE");
  for (unsigned i = 0; i < formats.weekdays.size(); ++i)
    formats.weekdays[i] = weekday(local_days{days{3 + static_cast<int>(i)}});  // 1970-01-04 was a Sunday
  const DayFormat month = make(u"LLLL");
  for (unsigned i = 0; i < formats.months.size(); ++i)
    formats.months[i] = month(local_days{std::chrono::year{1970} / std::chrono::month{i + 1} / 2});
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

std::string DateWords::month(std::chrono::month month) const {
  return formats_->months[static_cast<unsigned>(month) - 1];
}

std::string DateWords::day_of_month(local_days day) const {
  return fmt::format("{}", static_cast<unsigned>(std::chrono::year_month_day{day}.day()));
}

DateWords::Ordinal DateWords::ordinal_form(int nth) const {
  const icu::UnicodeString form = formats_->ordinals->select(nth);
  if (form == u"one") return Ordinal::st;
  if (form == u"two") return Ordinal::nd;
  return form == u"few" ? Ordinal::rd : Ordinal::th;
}

std::string DateWords::ordinal(int nth) const {
  switch (ordinal_form(nth)) {
    case Ordinal::st: return text_.format("{0}st", nth);
    case Ordinal::nd: return text_.format("{0}nd", nth);
    case Ordinal::rd: return text_.format("{0}rd", nth);
    case Ordinal::th: break;
  }
  return text_.format("{0}th", nth);
}

std::string DateWords::month_day(int day) const {
  switch (ordinal_form(day)) {
    case Ordinal::st: return text_.format("the {0}st", day);
    case Ordinal::nd: return text_.format("the {0}nd", day);
    case Ordinal::rd: return text_.format("the {0}rd", day);
    case Ordinal::th: break;
  }
  return text_.format("the {0}th", day);
}

std::string DateWords::dates(const std::vector<local_days>& list, local_days today) const {
  std::string out;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const std::chrono::year_month_day date{list[i]};
    const bool same_month_follows = i + 1 < list.size() && [&] {
      const std::chrono::year_month_day next{list[i + 1]};
      return next.year() == date.year() && next.month() == date.month();
    }();
    const bool first = date.day() == std::chrono::day{1};
    const std::string day = !same_month_follows ? this->date(list[i], today)
                            : first             ? text_("1st")
                                                : day_of_month(list[i]);
    out = out.empty() ? day : text_.format("{0}, {1}", out, day);
  }
  return out;
}

std::string DateWords::time(local_seconds at) const {
  const std::chrono::hh_mm_ss clock{at - day_of(at)};
  const auto hour = clock.hours().count();
  const auto minute = clock.minutes().count();
  return minute == 0 ? text_.format("{0}:00", hour) : text_.format("{0}:{1:02}", hour, minute);
}

std::string DateWords::end_time(local_seconds at) const { return at == day_of(at) ? text_("midnight") : time(at); }

std::string DateWords::span(const AgendaEntry& entry, local_days today) const {
  const local_days first = day_of(entry.start);
  const local_days last = final_day(entry);
  if (is_one_day(entry)) {
    const std::string day = near_day(first, today);
    if (entry.all_day) return text_.format("{0}, all day", day);
    if (entry.end <= entry.start) return text_.format("{0}, at {1}", day, time(entry.start));
    return text_.format("{0}, from {1} to {2}", day, time(entry.start), end_time(entry.end));
  }
  if (first <= today && today <= last) return going_on(entry, today, Words::full);
  if (!entry.all_day)
    return text_.format("from {0} at {1} to {2} at {3}", first_of_span(first, last, today), time(entry.start),
                        this->day(last, today), end_time(entry.end));
  if (last == first + days{1})
    return text_.format("{0} and {1}", first_of_span(first, last, today), this->day(last, today));
  return text_.format("from {0} to {1}", first_of_span(first, last, today), this->day(last, today));
}

std::string DateWords::short_span(const AgendaEntry& entry, local_days today) const {
  const local_days first = day_of(entry.start);
  const local_days last = final_day(entry);
  if (is_one_day(entry)) {
    if (entry.all_day || entry.end <= entry.start) return span(entry, today);
    return text_.format("{0}, {1} – {2}", near_day(first, today), time(entry.start), end_time(entry.end));
  }
  if (first <= today && today <= last) return going_on(entry, today, Words::few);
  const std::chrono::year_month_day from{first};
  const std::chrono::year_month_day to{last};
  const bool same_month = from.year() == to.year() && from.month() == to.month();
  const std::string begin = !same_month                         ? date(first, today)
                            : from.day() == std::chrono::day{1} ? text_("1st")
                                                                : day_of_month(first);
  const std::string dates = text_.format("from {0} to {1}", begin, date(last, today));
  return entry.all_day ? dates : text_.format("{0}, from {1} on", dates, time(entry.start));
}

/// « samedi 14 », where the month follows with the last day.
std::string DateWords::first_of_span(local_days first, local_days last, local_days today) const {
  const std::chrono::year_month_day from{first};
  const std::chrono::year_month_day to{last};
  const bool same_month = from.year() == to.year() && from.month() == to.month();
  return same_month ? formats_->weekday_day(first) : day(first, today);
}

std::string DateWords::going_on(const AgendaEntry& entry, local_days today, Words words) const {
  const local_days first = day_of(entry.start);
  const local_days last = final_day(entry);
  const auto number = (today - first).count() + 1;
  const auto length = (last - first).count() + 1;
  if (today == first && !entry.all_day) {  // it may not have begun
    const std::string end = until_day(last, today, words);
    return text_.format("{0} at {1}, until {2}", text_("today"), time(entry.start),
                        words == Words::few ? end : text_.format("{0} at {1}", end, end_time(entry.end)));
  }
  if (today == last)
    return entry.all_day
               ? text_.format("{0}, day {1} of {2}", text_("today"), number, length)
               : text_.format("{0} until {1}, day {2} of {3}", text_("today"), end_time(entry.end), number, length);
  const std::string end = until_day(last, today, words);
  if (words == Words::few || entry.all_day) return text_.format("until {0}, day {1} of {2}", end, number, length);
  return text_.format("until {0}, day {1} of {2}", text_.format("{0} at {1}", end, end_time(entry.end)), number,
                      length);
}

/// « demain », « dimanche »; with its date where that says more or where the weekday comes twice before it.
std::string DateWords::until_day(local_days last, local_days today, Words words) const {
  constexpr days kWeekdaySays{6};
  if (words == Words::few && last > today + days{1} && last <= today + kWeekdaySays)
    return weekday(std::chrono::weekday{last});
  return near_day(last, today);
}

namespace {

/// The largest unit that says an age well, and how many of it.
enum class Unit : std::uint8_t { minute, hour, day };
std::pair<std::int64_t, Unit> rounded(Milliseconds age) {
  constexpr int kHour = 60;
  constexpr int kDay = 24 * kHour;
  const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(age).count();
  if (minutes < kHour) return {minutes, Unit::minute};
  return minutes < 2 * kDay ? std::pair{minutes / kHour, Unit::hour} : std::pair{minutes / kDay, Unit::day};
}

}  // namespace

std::string DateWords::ago(Milliseconds age) const {
  const auto [count, unit] = rounded(age);
  if (count < 1) return {};
  const auto relative = unit == Unit::minute ? UDAT_RELATIVE_MINUTES
                        : unit == Unit::hour ? UDAT_RELATIVE_HOURS
                                             : UDAT_RELATIVE_DAYS;
  UErrorCode problem = U_ZERO_ERROR;
  icu::UnicodeString out;
  formats_->ago.format(static_cast<double>(count), UDAT_DIRECTION_LAST, relative, out, problem);
  return to_utf8(out);
}

std::string DateWords::length(Milliseconds age) const {
  const auto [count, unit] = rounded(age);
  UErrorCode problem = U_ZERO_ERROR;
  icu::MeasureUnit* const measure = unit == Unit::minute ? icu::MeasureUnit::createMinute(problem)
                                    : unit == Unit::hour ? icu::MeasureUnit::createHour(problem)
                                                         : icu::MeasureUnit::createDay(problem);
  const icu::Measure said(icu::Formattable(count), measure, problem);  // takes the unit
  icu::UnicodeString out;
  icu::FieldPosition nowhere(icu::FieldPosition::DONT_CARE);
  formats_->length.formatMeasures(&said, 1, out, nowhere, problem);
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
