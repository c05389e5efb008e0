#include "shared/calendar/writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <optional>
#include <ranges>
#include <span>
#include <string_view>

#include "shared/calendar/content_line.h"
#include "shared/calendar/rule.h"
#include "shared/calendar/value_list.h"
#include "shared/calendar/written_line.h"
#include "shared/calendar/written_zone.h"
#include "shared/calendar/zone.h"

namespace mur::calendar {
namespace {

using std::chrono::floor;
using std::chrono::local_seconds;
using std::chrono::years;

/// Which zones a calendar names, and for which years each must be right.
class ZonesUsed {
 public:
  explicit ZonesUsed(const Calendar& calendar) {
    for (const Entry& entry : calendar.entries) {
      add(entry.timing.start);
      add(entry.timing.end);
      add(entry.recurrence_id);
      for (const ExtraDate& date : entry.timing.extra_dates) {
        add(date.start);
        add(date.end);
      }
      for (const When& date : entry.timing.exception_dates) add(date);
    }
    // A series goes on: what is coming must be right, whenever it began.
    const local_seconds now{calendar.stamp.time_since_epoch()};
    for (auto& [zone, span] : spans_) span.last = std::max(span.last, now);
  }

  void write_to(std::string& out) const {
    constexpr years kBefore{1};  // so that a change lies before the first date that needs it
    constexpr years kAfter{10};
    for (const auto& [zone, span] : spans_)
      out += written_zone(zone, year_of(span.first) - kBefore, year_of(span.last) + kAfter).value_or("");
  }

 private:
  struct Span {
    local_seconds first;
    local_seconds last;
  };

  static std::chrono::year year_of(local_seconds local) {
    return std::chrono::year_month_day{floor<std::chrono::days>(local)}.year();
  }

  void add(const std::optional<When>& when) {
    if (!when || when->kind != When::Kind::zoned) return;
    const auto [at, is_new] = spans_.try_emplace(when->zone, Span{when->local, when->local});
    at->second.first = std::min(at->second.first, when->local);
    at->second.last = std::max(at->second.last, when->local);
  }

  std::map<std::string, Span> spans_;
};

/// What stands between a property's name and its time: ";VALUE=DATE", ";TZID=Europe/Paris".
std::string parameters_of(const When& when) {
  if (when.kind == When::Kind::date) return ";VALUE=DATE";
  if (when.kind == When::Kind::zoned) return ";TZID=" + parameter_text(when.zone);
  return {};
}

std::string value_of(const When& when) {
  if (is_date(when)) return date_text(when.local);
  return date_time_text(when.local) + (when.kind == When::Kind::utc ? "Z" : "");
}

std::optional<std::chrono::sys_seconds> instant(const When& when) {
  if (when.kind == When::Kind::utc) return std::chrono::sys_seconds{when.local.time_since_epoch()};
  const auto zone = Zone::find(when.zone);
  return zone ? std::optional{zone->to_sys(when.local)} : std::nullopt;
}

/// The end of a period: written in the manner of its start (§ 3.3.9), or in UTC where the two differ.
std::string end_of_period(const When& start, const When& end) {
  if (start.kind == end.kind && start.zone == end.zone) return value_of(end);
  const auto time = instant(end);
  if (!time) return date_time_text(end.local);
  return date_time_text(local_seconds{time->time_since_epoch()}) + "Z";
}

/// UNTIL as RFC 5545 § 3.3.10 wants it beside that start, ending where it ended as it was written (occurrence.cc): a
/// date with a date, a floating time with a floating one, else UTC.
std::string until_text(const When& until, const When& start) {
  if (is_date(start)) return date_text(until.local);
  if (until.kind == When::Kind::utc) return value_of(until);
  const auto time = start.kind == When::Kind::zoned ? instant({start.kind, until.local, start.zone}) : std::nullopt;
  if (time) return date_time_text(local_seconds{time->time_since_epoch()}) + "Z";
  return date_time_text(until.local) + (start.kind == When::Kind::utc ? "Z" : "");
}

/// The rule with its UNTIL in the manner of `start`; everything else as it is.
std::string rule_text(const std::string& rule, const When& start) {
  const Result<Rule> parsed = parse_rule(rule);
  if (!parsed || !parsed->until) return without_controls(rule);
  std::string text;
  for (const auto part : std::views::split(without_controls(rule), ';')) {
    const std::string_view whole(part);
    const bool is_until = same_name(trimmed(whole.substr(0, whole.find('='))), "UNTIL");
    if (!text.empty()) text += ';';
    text += is_until ? "UNTIL=" + until_text(*parsed->until, start) : std::string(whole);
  }
  return text;
}

class EntryWriter {
 public:
  EntryWriter(std::string& out, std::chrono::sys_seconds stamp) : out_{out}, stamp_{stamp} {}

  void write(const Entry& entry) {
    out_ += "BEGIN:VEVENT\r\n";
    add_text("UID", entry.uid);
    add_line(out_, "DTSTAMP:" + utc(entry.last_modified.value_or(stamp_)));
    if (entry.last_modified) add_line(out_, "LAST-MODIFIED:" + utc(*entry.last_modified));
    if (entry.sequence > 0) add_line(out_, fmt::format("SEQUENCE:{}", entry.sequence));
    if (entry.recurrence_id)
      add_when(entry.this_and_future ? "RECURRENCE-ID;RANGE=THISANDFUTURE" : "RECURRENCE-ID", *entry.recurrence_id);
    write_timing(entry.timing);
    add_line(out_, std::string("STATUS:") + status(entry.status));
    write_texts(entry);
    out_ += "END:VEVENT\r\n";
  }

 private:
  static std::string utc(std::chrono::sys_seconds time) {
    return date_time_text(local_seconds{time.time_since_epoch()}) + "Z";
  }

  static const char* status(EventStatus status) {
    switch (status) {
      case EventStatus::confirmed: break;
      case EventStatus::tentative: return "TENTATIVE";
      case EventStatus::cancelled: return "CANCELLED";
    }
    return "CONFIRMED";
  }

  void add_text(std::string_view property, std::string_view text) {
    if (!text.empty()) add_line(out_, fmt::format("{}:{}", property, escaped(text)));
  }
  void add_address(std::string_view property, std::string_view uri) {
    if (!uri.empty()) add_line(out_, fmt::format("{}:{}", property, without_controls(uri)));
  }
  void add_when(std::string_view property, const When& when) {
    add_line(out_, fmt::format("{}{}:{}", property, parameters_of(when), value_of(when)));
  }

  void write_timing(const Timing& timing) {
    add_when("DTSTART", timing.start);
    if (timing.end) add_when("DTEND", *timing.end);
    for (const std::string& rule : timing.rules) add_line(out_, "RRULE:" + rule_text(rule, timing.start));
    for (const std::string& rule : timing.exception_rules) add_line(out_, "EXRULE:" + rule_text(rule, timing.start));
    add_dates(timing.extra_dates);
    add_dates(timing.exception_dates);
  }

  static const When& start_of(const ExtraDate& date) { return date.start; }
  static const When& start_of(const When& date) { return date; }
  static bool is_period(const ExtraDate& date) { return date.end && !is_date(date.start); }
  static bool is_period(const When& /*date*/) { return false; }
  static const char* property(const ExtraDate& /*date*/) { return "RDATE"; }
  static const char* property(const When& /*date*/) { return "EXDATE"; }
  static std::string value(const ExtraDate& date) {
    std::string text = value_of(date.start);
    if (is_period(date)) text += '/' + end_of_period(date.start, *date.end);
    return text;
  }
  static std::string value(const When& date) { return value_of(date); }

  /// In their order; those beside each other that share their parameters share a line.
  template <class Date>
  void add_dates(const std::vector<Date>& dates) {
    const auto alike = [](const Date& a, const Date& b) {
      return start_of(a).kind == start_of(b).kind && start_of(a).zone == start_of(b).zone &&
             is_period(a) == is_period(b);
    };
    for (std::span<const Date> rest(dates); !rest.empty();) {
      const Date& first = rest.front();
      std::string line = property(first);
      if (is_period(first)) line += ";VALUE=PERIOD";
      line += parameters_of(start_of(first));
      char mark = ':';
      while (!rest.empty() && alike(first, rest.front())) {
        line += mark + value(rest.front());
        mark = ',';
        rest = rest.subspan(1);
      }
      add_line(out_, line);
    }
  }

  void write_texts(const Entry& entry) {
    add_text("SUMMARY", entry.summary);
    add_text("DESCRIPTION", entry.description);
    add_text("LOCATION", entry.location);
    if (entry.position)
      add_line(out_,
               fmt::format("GEO:{};{}", degrees(entry.position->latitude_e6), degrees(entry.position->longitude_e6)));
    add_address("URL", entry.url);
    std::string categories;
    for (const std::string& category : entry.categories)
      categories += (categories.empty() ? "" : ",") + escaped(category);
    if (!categories.empty()) add_line(out_, "CATEGORIES:" + categories);
    if (!entry.organizer.empty())
      add_line(out_, fmt::format("ORGANIZER;CN={}:invalid:nomail", parameter_text(entry.organizer)));
    add_address("IMAGE;VALUE=URI", entry.image_url);
    add_address("CONFERENCE;VALUE=URI", entry.conference_url);
    for (const std::string& link : entry.links) add_address("ATTACH", link);
    for (const Extra& extra : entry.extras) add_text("X-MUR-" + extra.name, extra.value);
  }

  static std::string degrees(std::int32_t e6) {
    constexpr int kMillion = 1'000'000;
    return fmt::format("{}{}.{:06}", e6 < 0 ? "-" : "", std::abs(e6 / kMillion), std::abs(e6 % kMillion));
  }

  std::string& out_;
  std::chrono::sys_seconds stamp_;
};

}  // namespace

std::string write(const Calendar& calendar) {
  std::string out = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Mur//Mur//EN\r\nCALSCALE:GREGORIAN\r\n";
  if (!calendar.name.empty()) {
    add_line(out, "NAME:" + escaped(calendar.name));
    add_line(out, "X-WR-CALNAME:" + escaped(calendar.name));
  }
  if (calendar.refresh.count() > 0)
    add_line(out, fmt::format("REFRESH-INTERVAL;VALUE=DURATION:PT{}M", calendar.refresh.count()));
  ZonesUsed(calendar).write_to(out);
  EntryWriter writer(out, calendar.stamp);
  for (const Entry& entry : calendar.entries)
    if (entry.classification == Classification::public_event) writer.write(entry);
  return out + "END:VCALENDAR\r\n";
}

}  // namespace mur::calendar
