#include "shared/calendar/reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "shared/base/digest.h"
#include "shared/base/text.h"
#include "shared/calendar/component.h"
#include "shared/calendar/encoding.h"
#include "shared/calendar/event_reader.h"
#include "shared/calendar/ical_values.h"
#include "shared/calendar/repeats.h"
#include "shared/calendar/value_list.h"

namespace mur::calendar {
namespace {

/// The components of one file, gathered into a Reading.
class FileReader {
 public:
  explicit FileReader(Reading& reading) : reading_{reading} {}

  void read_calendar(const Component& calendar) {
    if (const ContentLine* name = calendar.find("X-WR-CALNAME"); name != nullptr && reading_.name.empty())
      reading_.name = normalize(unescape(name->value));
    if (const ContentLine* name = calendar.find("NAME"); name != nullptr && reading_.name.empty())  // RFC 7986 § 5.1
      reading_.name = normalize(unescape(name->value));
    const ContentLine* method = calendar.find("METHOD");
    ZoneNames zones(calendar);
    EventReader events(zones, method != nullptr && same_name(trimmed(method->value), "CANCEL"), reading_.warnings);
    for (const Component& component : calendar.children)
      if (!component.is("VTIMEZONE")) read_component(component, events);
  }

  /// An override of an event that is private is private too, whatever it says itself.
  void leave_private_overrides() {
    const auto removed = std::erase_if(
        reading_.entries, [&](const Entry& entry) { return entry.recurrence_id && private_uids_.contains(entry.uid); });
    reading_.private_left += removed;
  }

  /// An override does not repeat (RFC 5545 § 3.8.4.4). One that does, alone, is a series whose writer named its first
  /// instance.
  void settle_repeating_overrides() {
    for (Entry& entry : reading_.entries) {
      if (!entry.recurrence_id || !repeats(entry.timing)) continue;
      const bool alone = !master_uids_.contains(entry.uid);
      reading_.warnings.push_back(
          {.line = entry.line,
           .property = "RECURRENCE-ID",
           .problem = "this changes one instance of a series and repeats itself",
           .remedy = alone ? "read as the series, which the file has nowhere else" : "its rules were passed over"});
      if (alone) {
        entry.recurrence_id.reset();
        master_uids_.insert(entry.uid);
      } else {
        entry.timing = {.start = entry.timing.start, .end = entry.timing.end};
      }
    }
  }

 private:
  void read_component(const Component& component, EventReader& events) {
    ++reading_.components;
    if (!component.is("VEVENT")) {
      skip(component, fmt::format("{} is not an event", normalize(component.name)), "left out");
      return;
    }
    if (is_private(component)) {
      ++reading_.private_left;
      const ContentLine* uid = component.find("UID");
      if (uid != nullptr && component.find("RECURRENCE-ID") == nullptr)
        private_uids_.insert(normalize(unescape(uid->value)));
      return;
    }
    if (!component.ended) {
      // What is cut off may have said that the event is private or cancelled.
      skip(component, "the file ends inside this event", "left out; send the whole file");
      return;
    }
    if (auto entry = events.read(component)) {
      name_if_nameless(*entry);
      if (!entry->recurrence_id) master_uids_.insert(entry->uid);
      reading_.entries.push_back(*std::move(entry));
    } else {
      ++reading_.skipped;  // the event's reader said why
    }
  }

  void skip(const Component& component, std::string problem, std::string remedy) {
    ++reading_.skipped;
    reading_.warnings.push_back({.line = component.line,
                                 .property = normalize(component.name),
                                 .problem = std::move(problem),
                                 .remedy = std::move(remedy)});
  }

  void name_if_nameless(Entry& entry) {
    if (!entry.uid.empty()) return;
    const std::string start =
        fmt::format("{}/{}", entry.timing.start.local.time_since_epoch().count(), entry.timing.start.zone);
    entry.uid = "mur-" + to_hex(digest128({as_bytes(start), as_bytes(entry.summary)}));
    reading_.warnings.push_back(
        {.line = entry.line,
         .property = "UID",
         .problem = "the event has no UID",
         .remedy = "known by its DTSTART and SUMMARY; a change of either makes it another event"});
  }

  Reading& reading_;
  std::set<std::string> private_uids_;
  std::set<std::string> master_uids_;
};

void say_encoding(const Utf8& decoded, Reading& reading) {
  if (decoded.read_as.empty()) return;
  reading.warnings.push_back({.line = 1,
                              .property = {},
                              .problem = "the file is not UTF-8",
                              .remedy = fmt::format("read as {}", decoded.read_as)});
}

}  // namespace

Result<Reading> read(std::string_view bytes, const ReadLimits& limits) {
  if (bytes.size() > limits.file_bytes)
    return fail(Errc::too_large, "file",
                fmt::format("the file has {} bytes, more than {}; split it", bytes.size(), limits.file_bytes));
  Reading reading;
  const Utf8 wide = from_wide(bytes);
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
  FileReader file(reading);
  Component loose{.name = "VCALENDAR", .line = 1, .ended = true, .lines = {}, .children = {}};
  for (Component& root : tree->roots) {
    if (root.is("VCALENDAR")) {
      file.read_calendar(root);
    } else {
      loose.children.push_back(std::move(root));
    }
  }
  if (!loose.children.empty()) {
    reading.warnings.push_back({.line = loose.children.front().line,
                                .property = std::string(loose.children.front().name),
                                .problem = "this lies outside of any VCALENDAR",
                                .remedy = "read as if it were in one"});
    file.read_calendar(loose);
  }
  file.leave_private_overrides();
  file.settle_repeating_overrides();
  leave_repeats(reading);
  std::ranges::stable_sort(reading.warnings, {}, &Warning::line);
  return reading;
}

}  // namespace mur::calendar
