#include "shared/calendar/reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <set>
#include <utility>

#include "shared/base/digest.h"
#include "shared/base/text.h"
#include "shared/calendar/component.h"
#include "shared/calendar/encoding.h"
#include "shared/calendar/entry_texts.h"
#include "shared/calendar/event_reader.h"
#include "shared/calendar/ical_values.h"
#include "shared/calendar/settling.h"
#include "shared/calendar/value_list.h"

namespace mur::calendar {
namespace {

using std::chrono::floor;

/// RFC 5545 § 3.6: what a VCALENDAR has to have, and programs often forget.
constexpr std::array<std::string_view, 2> kRequired{"VERSION", "PRODID"};

/// The components of one file, gathered into a Reading.
class FileReader {
 public:
  FileReader(WholeReading& whole, const ReadLimits& limits)
      : whole_{whole}, reading_{whole.reading}, most_warnings_{limits.warnings} {}

  /// Errc::too_large where more is wrong than the limits allow.
  Status read_calendar(const Component& calendar) {
    read_header(calendar);
    const ContentLine* method = calendar.find("METHOD");
    ZoneNames zones(calendar);
    const bool cancels = method != nullptr && same_name(trimmed(method->value), "CANCEL");
    EventReader events(zones, cancels, reading_.warnings);
    EventReader private_events(zones, cancels, whole_.private_warnings);
    std::size_t unstamped = 0;
    std::size_t first_unstamped = 0;
    for (const Component& component : calendar.children) {
      if (component.is("VTIMEZONE")) continue;
      if (component.is("VEVENT") && component.find("DTSTAMP") == nullptr && ++unstamped == 1)
        first_unstamped = component.line;
      const bool is_public = classification_of(component) == Classification::public_event;
      read_component(component, is_public ? events : private_events);
      if (reading_.warnings.size() + whole_.private_warnings.size() > most_warnings_)
        return fail(Errc::too_large, fmt::format("line {}", component.line),
                    fmt::format("line {}: more than {} things are wrong in the file up to here; is it a calendar?",
                                component.line, most_warnings_));
    }
    if (unstamped > 0)
      warn(first_unstamped, "DTSTAMP",
           unstamped == 1 ? "the event has no DTSTAMP"
                          : fmt::format("{} events have no DTSTAMP, this one the first", unstamped),
           "not needed here; other programs may refuse the calendar");
    return {};
  }

  /// What was read, made to agree; the private entries apart.
  void finish() {
    for (Entry& entry : entries_)
      if (unread_private_.contains(entry.uid))
        entry.classification = std::max(entry.classification, Classification::private_event);
    Settled settled = settle(std::move(entries_), reading_.warnings);
    reading_.entries = std::move(settled.shown);
    reading_.private_left = settled.private_entries.size();
    for (const Entry& entry : settled.private_entries)
      reading_.private_named.push_back(
          {.uid = entry.uid, .recurrence_id = entry.recurrence_id, .this_and_future = entry.this_and_future});
    for (const std::string& uid : unread_private_)
      if (!uid.empty()) reading_.private_named.push_back({.uid = uid, .recurrence_id = {}});
    reading_.skipped += settled.left_out;
    whole_.private_entries = std::move(settled.private_entries);
  }

 private:
  void read_header(const Component& calendar) {
    for (const std::string_view name : {"X-WR-CALNAME", "NAME"})  // RFC 7986 § 5.1
      if (reading_.name.empty()) reading_.name = text_of(calendar, name);
    if (const ContentLine* zone = calendar.find("X-WR-TIMEZONE"); zone != nullptr && reading_.time_zone.empty())
      reading_.time_zone = iana_name(trimmed(zone->value));
    for (const std::string_view name : {"REFRESH-INTERVAL", "X-PUBLISHED-TTL"}) {
      const ContentLine* line = calendar.find(name);
      if (line == nullptr || reading_.refresh_minutes) continue;
      const auto interval = parse_duration(trimmed(line->value));
      const auto minutes = interval ? floor<std::chrono::minutes>(interval->days + interval->exact).count() : 0;
      if (minutes > 0) {
        reading_.refresh_minutes = static_cast<std::uint32_t>(minutes);
      } else {
        warn(line->number, line->name, fmt::format("\"{}\" is not a duration", excerpt(line->value)),
             "passed over; write it like PT6H");
      }
    }
    for (const std::string_view name : kRequired)
      if (calendar.find(name) == nullptr)
        warn(calendar.line, name, fmt::format("the calendar has no {}", name),
             "read all the same; other programs may refuse it");
  }

  void read_component(const Component& component, EventReader& events) {
    ++reading_.components;
    if (!component.is("VEVENT")) {
      skip(component, fmt::format("{} is not an event", excerpt(component.name)), "left out");
    } else if (!component.ended) {
      // What is cut off may have said that the event is private or cancelled.
      skip(component, "the file ends inside this event", "left out; send the whole file");
      keep_from_sight(component);
    } else if (auto entry = events.read(component)) {
      name_if_nameless(*entry);
      entries_.push_back(*std::move(entry));
    } else if (classification_of(component) != Classification::public_event) {
      skip(component, "a private event can't be read", "left out");
      keep_from_sight(component);
    } else {
      ++reading_.skipped;  // the event's reader said why
    }
  }

  /// Overrides of a private event that could not be read itself are private all the same.
  void keep_from_sight(const Component& vevent) {
    if (classification_of(vevent) != Classification::public_event && vevent.find("RECURRENCE-ID") == nullptr)
      unread_private_.insert(text_of(vevent, "UID"));
  }

  void skip(const Component& component, std::string problem, std::string remedy) {
    ++reading_.skipped;
    warn(component.line, excerpt(component.name), std::move(problem), std::move(remedy));
  }

  void name_if_nameless(Entry& entry) {
    if (!entry.uid.empty()) return;
    const std::string start =
        fmt::format("{}/{}", entry.timing.start.local.time_since_epoch().count(), entry.timing.start.zone);
    entry.uid = "mur-" + to_hex(digest128({as_bytes(start), as_bytes(entry.summary)}));
    entry.uid_is_ours = true;
    warn(entry.line, "UID", "the event has no UID",
         "known by its DTSTART and SUMMARY; a change of either makes it another event");
  }

  void warn(std::size_t line, std::string_view property, std::string problem, std::string remedy) {
    reading_.warnings.push_back(
        {.line = line, .property = std::string(property), .problem = std::move(problem), .remedy = std::move(remedy)});
  }

  WholeReading& whole_;
  Reading& reading_;
  std::vector<Entry> entries_;
  std::set<std::string> unread_private_;  ///< UIDs
  std::size_t most_warnings_;
};

void say_encoding(const Utf8& decoded, Reading& reading) {
  if (decoded.read_as.empty()) return;
  reading.warnings.push_back({.line = 1,
                              .property = {},
                              .problem = "the file is not UTF-8",
                              .remedy = fmt::format("read as {}", decoded.read_as)});
}

}  // namespace

std::string to_sentence(const Warning& warning) {
  return fmt::format("line {}: {}", warning.line, what_is_wrong(warning));
}

std::string what_is_wrong(const Warning& warning) {
  std::string sentence = warning.property;
  // `RRULE "FREQ=…": unknown frequency`, but `UID: the event has no UID`.
  if (!warning.property.empty()) sentence += warning.problem.starts_with('"') ? " " : ": ";
  return sentence + fmt::format("{}; {}", warning.problem, warning.remedy);
}

Result<Reading> read(std::string_view bytes, const ReadLimits& limits) {
  Result<WholeReading> whole = read_whole(bytes, limits);
  if (!whole) return fail(whole.error());
  return std::move(whole->reading);
}

Result<WholeReading> read_whole(std::string_view bytes, const ReadLimits& limits) {
  if (bytes.size() > limits.file_bytes)
    return fail(Errc::too_large, "file",
                fmt::format("the file has {} bytes, more than {}; split it", bytes.size(), limits.file_bytes));
  WholeReading whole;
  Reading& reading = whole.reading;
  Utf8 wide = from_wide(bytes);
  say_encoding(wide, reading);
  Result<Unfolded> unfolded = unfold(wide.text, limits);
  if (!unfolded) return fail(unfolded.error());
  Utf8 narrow = from_narrow(std::move(unfolded->text));
  say_encoding(narrow, reading);
  unfolded->text = std::move(narrow.text);
  Result<ComponentTree> tree = build_tree(*unfolded, limits);
  if (!tree) return fail(tree.error());
  std::ranges::move(unfolded->warnings, std::back_inserter(reading.warnings));
  std::ranges::move(tree->warnings, std::back_inserter(reading.warnings));

  if (std::ranges::none_of(tree->roots,
                           [](const Component& root) { return root.is("VCALENDAR") || root.is("VEVENT"); }))
    return fail(Errc::invalid, "file",
                "there is no VCALENDAR in this file; an iCalendar file begins with BEGIN:VCALENDAR");
  FileReader file(whole, limits);
  Component loose{.name = "VCALENDAR", .line = 1, .ended = true, .lines = {}, .children = {}};
  for (Component& root : tree->roots) {
    if (root.is("VCALENDAR")) {
      if (Status read = file.read_calendar(root); !read) return fail(read.error());
    } else {
      loose.children.push_back(std::move(root));
    }
  }
  if (!loose.children.empty()) {
    reading.warnings.push_back({.line = loose.children.front().line,
                                .property = excerpt(loose.children.front().name),
                                .problem = "this lies outside of any VCALENDAR",
                                .remedy = "read as if it were in one"});
    if (Status read = file.read_calendar(loose); !read) return fail(read.error());
  }
  file.finish();
  std::ranges::stable_sort(reading.warnings, {}, &Warning::line);
  return whole;
}

}  // namespace mur::calendar
