#include "broker/ctl/calendar_listing.h"

#include <fmt/format.h>

#include <ostream>

#include "broker/ctl/dates.h"

namespace mur::ctl {
namespace {

using calendar::Classification;
using calendar::Entry;
using calendar::EventStatus;
using calendar::FileOccurrence;
using calendar::When;
using std::chrono::days;
using std::chrono::floor;
using std::chrono::sys_seconds;

const char* word(EventStatus status) {
  switch (status) {
    case EventStatus::confirmed: return "confirmed";
    case EventStatus::tentative: return "tentative";
    case EventStatus::cancelled: return "cancelled";
  }
  return "confirmed";
}

const char* word(Classification classification) {
  switch (classification) {
    case Classification::public_event: return "public";
    case Classification::private_event: return "private";
    case Classification::confidential_event: return "confidential";
  }
  return "private";
}

std::string date(std::chrono::local_days day) {
  const std::chrono::year_month_day date{day};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

/// "2026-03-14T18:30:00+01:00" (RFC 3339); offsets of the time before zones have seconds, which are then written too.
std::string moment(sys_seconds time, const calendar::Zone& zone) {
  const std::chrono::local_seconds local = zone.to_local(time);
  const auto day = floor<days>(local);
  const std::chrono::hh_mm_ss clock{local - day};
  const std::chrono::seconds offset = local.time_since_epoch() - time.time_since_epoch();
  const std::chrono::hh_mm_ss away{std::chrono::abs(offset)};
  std::string text = fmt::format("{}T{:02}:{:02}:{:02}{}{:02}:{:02}", date(day), clock.hours().count(),
                                 clock.minutes().count(), clock.seconds().count(), offset.count() < 0 ? '-' : '+',
                                 away.hours().count(), away.minutes().count());
  if (away.seconds().count() != 0) text += fmt::format(":{:02}", away.seconds().count());
  return text;
}

/// An end that is a date, of an all-day event: the midnight it ends at.
std::chrono::local_days day_of(sys_seconds time, const calendar::Zone& zone) {
  // Where midnight doesn't exist, the day begins an hour late.
  return floor<days>(zone.to_local(time));
}

std::string zone_json(const FileOccurrence& one, const Entry& entry) {
  if (one.all_day) return "null";
  if (one.kind == When::Kind::utc) return "\"UTC\"";
  if (one.kind == When::Kind::floating) return "\"floating\"";
  if (entry.timing.start.kind == When::Kind::zoned) return Json(entry.timing.start.zone).dump();
  for (const calendar::ExtraDate& extra : entry.timing.extra_dates)
    if (extra.start.kind == When::Kind::zoned) return Json(extra.start.zone).dump();
  return "null";
}

std::string json_quoted(const std::string& text) {
  return Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

void write_json(const CalendarListing& listing, std::ostream& out) {
  // A file may have a million dates of one event: what each of them says is written out once.
  std::vector<std::string> heads(listing.entries.size());
  std::vector<std::string> tails(listing.entries.size());
  for (const FileOccurrence& one : listing.occurrences) {
    const Entry& entry = listing.entries[one.entry];
    std::string& head = heads[one.entry];
    if (head.empty()) {
      head = fmt::format("{{\"uid\":{},\"summary\":{},\"start\":\"",
                         json_quoted(entry.uid_is_ours ? std::string{} : entry.uid), json_quoted(entry.summary));
      tails[one.entry] = fmt::format("\"status\":\"{}\",\"class\":\"{}\",\"time_zone\":", word(entry.status),
                                     word(entry.classification));
    }
    const std::string start =
        one.all_day ? date(day_of(one.start_at, listing.zone)) : moment(one.start_at, listing.zone);
    const std::string end = one.all_day ? date(day_of(one.end_at, listing.zone)) : moment(one.end_at, listing.zone);
    out << head << start << "\",\"end\":\"" << end << "\",\"all_day\":" << (one.all_day ? "true," : "false,")
        << tails[one.entry] << zone_json(one, entry) << "}\n";
  }
}

Table table_of(const CalendarListing& listing) {
  Table table({{.title = "WHEN"},
               {.title = "TITLE", .kind = Table::Column::Kind::long_text},
               {.title = "WHERE", .kind = Table::Column::Kind::long_text},
               {.title = ""}});
  for (const FileOccurrence& one : listing.occurrences) {
    const Entry& entry = listing.entries[one.entry];
    calendar::Occurrence shown{.start = listing.zone.to_local(one.start_at),
                               .end = listing.zone.to_local(one.end_at),
                               .start_at = one.start_at,
                               .end_at = one.end_at,
                               .all_day = one.all_day};
    std::string particular;
    const auto add = [&particular](std::string_view what) {
      if (!particular.empty()) particular += ", ";
      particular += what;
    };
    if (entry.classification != Classification::public_event)
      add(fmt::format("{}: not imported", word(entry.classification)));
    if (entry.status != EventStatus::confirmed) add(word(entry.status));
    if (one.end_at < listing.now) add("over");
    table.add({span_text(shown), entry.summary, entry.location, std::move(particular)}, {});
  }
  return table;
}

}  // namespace mur::ctl
