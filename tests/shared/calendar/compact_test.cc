#include "shared/calendar/compact.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "shared/calendar/reader.h"
#include "tests/shared/calendar/build.h"
#include "tests/shared/calendar/read_limits.h"

namespace mur::calendar {
namespace {

TEST(Compact, SaysTheTimesInUtcSoThatNoZoneIsNeeded) {
  const CompactEvent event{.uid = "a@b",
                           .summary = "Bal, « salle 2 »",
                           .location = {},
                           .url = {},
                           .start = when("20260714T203000", "Europe/Paris"),
                           .end = when("20260714T230000", "Europe/Paris")};
  EXPECT_EQ(compact_event(event),
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a@b\r\nDTSTART:20260714T183000Z\r\n"
            "DTEND:20260714T210000Z\r\nSUMMARY:Bal\\, « salle 2 »\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
}

TEST(Compact, IsReadAsItWasMeant) {
  const CompactEvent event{.uid = "a@b",
                           .summary = std::string("Très ") + std::string(120, 'x') + " éééééé; fin\n2ᵉ ligne",
                           .location = "12, rue de l'Égalité",
                           .url = "https://asso.example/\r\nATTENDEE:x",
                           .start = when("20260714"),
                           .end = when("20260716")};
  const std::string text = compact_event(event);
  for (std::size_t at = 0, end = 0; (end = text.find("\r\n", at)) != std::string::npos; at = end + 2)
    EXPECT_LE(end - at, 75U);

  const auto reading = read(text, kTestLimits);

  ASSERT_TRUE(reading);
  ASSERT_EQ(reading->entries.size(), 1U);
  const Entry& entry = reading->entries[0];
  EXPECT_EQ(entry.timing.start, event.start);
  EXPECT_EQ(entry.timing.end, event.end);
  EXPECT_EQ(entry.location, event.location);
  EXPECT_EQ(entry.url, "https://asso.example/ATTENDEE:x");
  std::string one_line = event.summary;
  std::ranges::replace(one_line, '\n', ' ');
  EXPECT_EQ(entry.summary, one_line);
}

}  // namespace
}  // namespace mur::calendar
