#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "shared/calendar/reader.h"
#include "tests/shared/calendar/read_limits.h"

namespace mur::calendar {

/// Small files, and what the reader makes of them.

inline std::string calendar(const std::string& inside) {
  return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + inside + "END:VCALENDAR\r\n";
}

inline std::string event(const std::string& lines) {
  return "BEGIN:VEVENT\r\nUID:1@asso.example\r\nSUMMARY:Atelier\r\n" + lines + "END:VEVENT\r\n";
}

inline Reading reading_of(const std::string& bytes) {
  auto reading = read(bytes, kTestLimits);
  EXPECT_TRUE(reading) << reading.error().message;
  if (!reading) return {};
  EXPECT_EQ(reading->components, reading->entries.size() + reading->skipped + reading->private_left);
  return *std::move(reading);
}

inline Entry entry_of(const std::string& lines) {
  const Reading reading = reading_of(calendar(event(lines)));
  EXPECT_EQ(reading.entries.size(), 1U);
  return reading.entries.empty() ? Entry{} : reading.entries.front();
}

inline bool warns(const Reading& reading, std::size_t line, const std::string& problem) {
  return std::ranges::any_of(reading.warnings, [&](const Warning& warning) {
    return warning.line == line && warning.problem.find(problem) != std::string::npos && !warning.remedy.empty();
  });
}

}  // namespace mur::calendar
