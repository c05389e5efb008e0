#pragma once

#include <string>
#include <vector>

namespace mur::calendar {

/// A calendar made to cost much, within or beyond the limits.
struct HostileFile {
  std::string name;
  std::string bytes;
};

[[nodiscard]] inline std::string repeated(const std::string& text, std::size_t times) {
  std::string all;
  all.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

[[nodiscard]] inline std::string in_calendar(const std::string& inside) {
  return "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//hostile//EN\n" + inside + "END:VCALENDAR\n";
}

/// `count` events that start at `start` and hold `lines`.
[[nodiscard]] inline std::string events_with(int count, const std::string& start, const std::string& lines) {
  std::string events;
  for (int i = 0; i < count; ++i)
    events +=
        "BEGIN:VEVENT\nUID:" + std::to_string(i) + "\nSUMMARY:x\nDTSTART:" + start + "\n" + lines + "END:VEVENT\n";
  return in_calendar(events);
}

/// Zones that nobody knows, each with an endless rule, and an event in each.
[[nodiscard]] inline std::string unknown_zones(int count) {
  std::string zones;
  std::string events;
  for (int i = 0; i < count; ++i) {
    const std::string name = "Zone " + std::to_string(i);
    zones += "BEGIN:VTIMEZONE\nTZID:" + name +
             "\nBEGIN:STANDARD\nDTSTART:16010101T000000\nTZOFFSETFROM:+0123\nTZOFFSETTO:+0124\n"
             "RRULE:FREQ=SECONDLY\nEND:STANDARD\nEND:VTIMEZONE\n";
    events += "BEGIN:VEVENT\nUID:" + std::to_string(i) + "\nDTSTART;TZID=" + name + ":20260314T183000\nEND:VEVENT\n";
  }
  return in_calendar(zones + events);
}

[[nodiscard]] inline std::string exception_dates(std::size_t lines) {
  return events_with(1, "20260101T000000Z",
                     "RRULE:FREQ=MINUTELY\n" +
                         repeated("EXDATE:20260101T000000Z" + repeated(",20260101T000000Z", 1'900) + "\n", lines));
}

/// One event in more categories than anybody reads, all different.
[[nodiscard]] inline std::string many_categories() {
  std::string lines;
  for (int line = 0; line < 500; ++line) {
    lines += "CATEGORIES:c";
    for (int i = 0; i < 1'000; ++i) lines += std::to_string(line * 1'000 + i) + ",c";
    lines += "\n";
  }
  return events_with(1, "20260101T000000Z", lines);
}

/// An event each minute, beside `rules` that give a date a year, each another.
[[nodiscard]] inline std::string rarely(const std::string& property, int rules) {
  std::string lines = "RRULE:FREQ=MINUTELY\n";
  for (int i = 0; i < rules; ++i)
    lines += property + ":FREQ=YEARLY;BYMONTH=" + std::to_string(i % 12 + 1) +
             ";BYMONTHDAY=" + std::to_string(i % 28 + 1) + "\n";
  return events_with(1, "20260101T000000Z", lines);
}

/// What people who mean ill would send, each near the most that a file may hold.
[[nodiscard]] inline std::vector<HostileFile> hostile_files() {
  const std::string start = "20260101T000000Z";
  const std::string never = "RRULE:FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30\n";  // 11.6 s in one call of libical 3.0.16
  return {
      {"a million properties", "BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + repeated("X-A:1\n", 1'000'000)},
      {"components without end", repeated("BEGIN:X\n", 100'000)},
      {"a line without end", "BEGIN:VCALENDAR\nX:" + repeated("\n a", 2'000'000)},
      {"a rule that never matches", events_with(1, start, never)},
      {"5,000 rules that never match", events_with(5'000, start, never)},
      {"every minute that never comes", events_with(1, start, "RRULE:FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30\n")},
      {"every second that never comes", events_with(1, start, "RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30\n")},
      {"every second, without end", events_with(1, start, "RRULE:FREQ=SECONDLY\n")},
      {"every second, a thousand million times", events_with(1, start, "RRULE:FREQ=SECONDLY;COUNT=1000000000\n")},
      {"every second since the year 1", events_with(1, "00010101T000000Z", "RRULE:FREQ=SECONDLY\n")},
      {"19,000 events every minute", events_with(19'000, start, "RRULE:FREQ=MINUTELY\n")},
      {"100,000 rules in one event", events_with(1, start, repeated("RRULE:FREQ=DAILY\n", 100'000))},
      {"475,000 exception dates", exception_dates(250)},
      {"3,000 unknown zones", unknown_zones(3'000)},
      {"5,000,000 line ends", "BEGIN:VCALENDAR" + repeated("\r", 5'000'000) + "END:VCALENDAR\n"},
      {"500,000 categories", many_categories()},
      {"a text of 30,000 lines without its backslashes",
       events_with(1, start, "X-" + repeated("A", 90'000) + ":\n" + repeated("a\n", 30'000))},
      {"20,000 rules that have ended",
       events_with(1, start, "RRULE:FREQ=MINUTELY\n" + repeated("RRULE:FREQ=DAILY;COUNT=1\n", 20'000))},
      {"20,000 exception rules that have ended",
       events_with(1, start, "RRULE:FREQ=MINUTELY\n" + repeated("EXRULE:FREQ=DAILY;COUNT=1\n", 20'000))},
      {"5,000 rules that seldom give a date", rarely("RRULE", 5'000)},
      {"5,000 exception rules that seldom give a date", rarely("EXRULE", 5'000)},
  };
}

}  // namespace mur::calendar
