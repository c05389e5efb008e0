#include "shared/calendar/compact.h"

#include <fmt/format.h>

#include <string_view>

#include "shared/base/text.h"
#include "shared/calendar/zone.h"

namespace mur::calendar {
namespace {

using std::chrono::local_seconds;

/// A URI is not escaped (RFC 5545 § 3.3.13); a control character in it would begin a new line.
std::string without_controls(std::string_view uri) {
  std::string out;
  for (const char c : uri)
    if (static_cast<unsigned char>(c) >= 0x20U) out += c;
  return out;
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
    } else {
      if (c == '\\' || c == ';' || c == ',') out += '\\';
      out += c;
    }
  }
  return out;
}

/// Adds one content line, folded before the 76th byte and never inside a character.
void add_line(std::string& out, std::string_view line) {
  constexpr std::size_t kLineBytes = 75;
  std::size_t room = kLineBytes;
  while (line.size() > room) {
    std::size_t cut = room;
    while (cut > 1 && (static_cast<unsigned char>(line[cut]) & 0xC0U) == 0x80U) --cut;
    out.append(line.substr(0, cut)).append("\r\n ");
    line.remove_prefix(cut);
    room = kLineBytes - 1;  // the blank that marks the fold counts
  }
  out.append(line).append("\r\n");
}

std::string digits(local_seconds local) {
  const auto day = std::chrono::floor<std::chrono::days>(local);
  const std::chrono::year_month_day date{day};
  const std::chrono::hh_mm_ss time{local - day};
  return fmt::format("{:04}{:02}{:02}T{:02}{:02}{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), time.hours().count(),
                     time.minutes().count(), time.seconds().count());
}

/// "DTSTART:20260314T173000Z", or with a DATE, or without "Z" for a floating time.
std::string time_line(std::string_view property, const When& when) {
  constexpr std::size_t kDateDigits = 8;
  switch (when.kind) {
    case When::Kind::date: return fmt::format("{};VALUE=DATE:{}", property, digits(when.local).substr(0, kDateDigits));
    case When::Kind::floating: return fmt::format("{}:{}", property, digits(when.local));
    case When::Kind::utc: return fmt::format("{}:{}Z", property, digits(when.local));
    case When::Kind::zoned: break;
  }
  const auto zone = Zone::find(when.zone);
  if (!zone) return fmt::format("{}:{}", property, digits(when.local));
  return fmt::format("{}:{}Z", property, digits(local_seconds{zone->to_sys(when.local).time_since_epoch()}));
}

}  // namespace

std::string compact_event(const CompactEvent& event) {
  std::string out = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\n";
  add_line(out, "UID:" + escaped(event.uid));
  add_line(out, time_line("DTSTART", event.start));
  if (event.end) add_line(out, time_line("DTEND", *event.end));
  add_line(out, "SUMMARY:" + escaped(event.summary));
  if (!event.location.empty()) add_line(out, "LOCATION:" + escaped(event.location));
  if (!event.url.empty()) add_line(out, "URL:" + without_controls(event.url));
  out += "END:VEVENT\r\nEND:VCALENDAR\r\n";
  return out;
}

std::string compact_event(CompactEvent event, std::size_t most) {
  std::string text = compact_event(event);
  for (std::string* extra : {&event.url, &event.location}) {
    if (text.size() <= most) return text;
    extra->clear();
    text = compact_event(event);
  }
  const std::string title = event.summary;
  for (std::size_t characters = length(title); text.size() > most; text = compact_event(event)) {
    if (characters <= 1) return {};
    event.summary = shorten(title, --characters);
  }
  return text;
}

}  // namespace mur::calendar
