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

TEST(Compact, LeavesOutTheLinkFirstThenThePlaceThenWordsOfTheTitle) {
  const CompactEvent event{.uid = "a@b",
                           .summary = "Élaboration collective d’un récit œcuménique",
                           .location = "Café des Mots",
                           .url = "https://asso.example/recit",
                           .start = when("20260714T203000", "Europe/Paris"),
                           .end = {}};
  const std::size_t whole = compact_event(event).size();
  EXPECT_EQ(compact_event(event, whole), compact_event(event));

  const std::string no_link = compact_event(event, whole - 1);
  EXPECT_EQ(no_link.find("URL:"), std::string::npos);
  EXPECT_NE(no_link.find("LOCATION:Café des Mots"), std::string::npos);

  const std::string no_place = compact_event(event, no_link.size() - 1);
  EXPECT_EQ(no_place.find("LOCATION:"), std::string::npos);
  EXPECT_NE(no_place.find("SUMMARY:" + event.summary), std::string::npos);

  const std::string short_title = compact_event(event, no_place.size() - 1);
  EXPECT_LT(short_title.size(), no_place.size());
  EXPECT_NE(short_title.find("…\r\n"), std::string::npos) << short_title;
  EXPECT_NE(short_title.find("SUMMARY:Élaboration collective d’un"), std::string::npos) << short_title;
  EXPECT_NE(short_title.find("DTSTART:20260714T183000Z"), std::string::npos) << "never without its time";

  EXPECT_EQ(compact_event(event, 80), "") << "too little for anything";
}

}  // namespace
}  // namespace mur::calendar
