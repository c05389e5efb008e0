// murctl calendar export, and what comes of it. It is noon of Saturday 14 March 2026.
#include <gtest/gtest.h>
#include <libical/ical.h>

#include <fstream>
#include <memory>
#include <sstream>

#include "tests/broker/ctl/ctl_hub.h"

namespace mur::test {
namespace {

std::string text_of(const std::string& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

/// The UIDs' titles, as libical reads them.
std::vector<std::string> titles_in(const std::string& text) {
  const std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)> calendar(icalparser_parse_string(text.c_str()),
                                                                               icalcomponent_free);
  std::vector<std::string> titles;
  if (calendar == nullptr) return titles;
  EXPECT_EQ(icalcomponent_count_errors(calendar.get()), 0);
  for (icalcomponent* event = icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT);
       event != nullptr; event = icalcomponent_get_next_component(calendar.get(), ICAL_VEVENT_COMPONENT))
    titles.emplace_back(icalcomponent_get_summary(event));
  return titles;
}

class CalendarExport : public ::testing::Test {
 protected:
  CalendarExport() {
    hub.broker().add_organization("Cantine des Tilleuls");
    const OrganizationId cambouis = hub.broker().add_organization("Cambouis", Trust::newcomer);
    hub.add_key("theo", Role::owner, cambouis);
    hub.start();
  }
  void add(const std::string& organization, const std::string& title, const std::vector<std::string>& more) {
    std::vector<std::string> words{"event", "add", "--organization", organization, "--title", title};
    words.insert(words.end(), more.begin(), more.end());
    const Said said = hub.murctl(words);
    ASSERT_EQ(said.code, 0) << said.err;
  }
  std::string exported(std::vector<std::string> more = {}) {
    more.insert(more.begin(), {"calendar", "export"});
    const Said said = hub.murctl(more);
    EXPECT_EQ(said.code, 0) << said.err;
    return said.out;
  }

  CtlHub hub;
};

using Titles = std::vector<std::string>;

TEST_F(CalendarExport, EveryFilterGivesItsOwn) {
  add("Cantine des Tilleuls", "Cuisine pour 80", {"--start", "2026-03-21 18:30", "--room", "cuisine"});
  add("Cambouis", "Vélorution",
      {"--start", "2026-03-22 14:00", "--place", "Place de la Bastille", "--category", "vélo"});
  add("Cambouis", "Atelier", {"--start", "2026-03-23 14:00", "--rule", "FREQ=WEEKLY", "--here"});

  EXPECT_EQ(titles_in(exported()), (Titles{"Cuisine pour 80", "Vélorution", "Atelier"}));
  EXPECT_EQ(titles_in(exported({"--organization", "cambouis"})), (Titles{"Vélorution", "Atelier"}));
  EXPECT_EQ(titles_in(exported({"--category", "#velo"})), (Titles{"Vélorution"}));
  EXPECT_EQ(titles_in(exported({"--kind", "here"})), (Titles{"Cuisine pour 80", "Atelier"}));
  EXPECT_EQ(titles_in(exported({"--kind", "in-town"})), (Titles{"Vélorution"}));
  const auto listed = hub.murctl({"event", "list", "--json"}).objects();
  ASSERT_FALSE(listed.empty());
  EXPECT_EQ(titles_in(exported({"--event", listed[0]["id"].get<std::string>()})), (Titles{"Cuisine pour 80"}));
}

TEST_F(CalendarExport, WhatWaitsForReviewStaysInside) {
  ASSERT_EQ(hub.murctl_as("theo", {"event", "add", "--title", "En attente", "--start", "2026-03-21"}).code, 0);
  const Said nothing = hub.murctl({"calendar", "export"});
  EXPECT_EQ(nothing.code, 0);
  EXPECT_EQ(titles_in(nothing.out), Titles{});
  EXPECT_TRUE(nothing.err.contains("the calendar is empty")) << nothing.err;
  const std::string id = hub.murctl({"queue", "--json"}).objects().at(0)["id"].get<std::string>();
  const Said refused = hub.murctl({"calendar", "export", "--event", id});
  EXPECT_EQ(refused.code, 1);
  EXPECT_TRUE(refused.err.contains("murctl event show")) << refused.err;
  // Nor to the organization itself: what it hands on would be taken for published.
  EXPECT_EQ(titles_in(hub.murctl_as("theo", {"calendar", "export"}).out), Titles{});
}

TEST_F(CalendarExport, AFileIsWrittenForEveryoneAndReplaced) {
  add("Cambouis", "Atelier", {"--start", "2026-03-23 14:00"});
  const std::string file = hub.path("calendar.ics");
  const Said said = hub.murctl({"calendar", "export", "--output", file});
  ASSERT_EQ(said.code, 0) << said.err;
  EXPECT_TRUE(said.out.contains("calendar.ics: 1 event")) << said.out;
  EXPECT_EQ(text_of(file), exported());
  EXPECT_EQ(std::filesystem::status(file).permissions() & std::filesystem::perms::others_read,
            std::filesystem::perms::others_read);
  add("Cambouis", "Repas", {"--start", "2026-03-24 14:00"});
  const auto objects = hub.murctl({"calendar", "export", "--output", file, "--json"}).objects();
  ASSERT_EQ(objects.size(), 1U);
  EXPECT_EQ(objects[0]["events"], 2);
  EXPECT_EQ(titles_in(text_of(file)), (Titles{"Atelier", "Repas"}));
  EXPECT_EQ(hub.murctl({"calendar", "export", "--output", hub.path("no/folder/c.ics")}).code, 1);
}

TEST_F(CalendarExport, ItsOwnCalendarChangesNothingWhenItIsImported) {
  const std::string original = hub.file(
      "a.ics",
      "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//test//EN\r\nBEGIN:VEVENT\r\nUID:1@x\r\n"
      "DTSTART;TZID=Europe/Paris:20260321T140000\r\nDTEND;TZID=Europe/Paris:20260321T170000\r\n"
      "RRULE:FREQ=WEEKLY\r\nSUMMARY:Atelier\r\nDESCRIPTION:Une\\nou deux\\, trois 🚲\r\nLOCATION:Grande salle\r\n"
      "GEO:48.872;2.3634\r\nORGANIZER;CN=Les Mains noires:mailto:ana@example.org\r\n"
      "IMAGE;VALUE=URI:https://x.example/a.png\r\nATTACH:https://x.example/a.pdf\r\n"
      "CONFERENCE;VALUE=URI:https://visio.example/a\r\nCATEGORIES:vélo,repas\r\nEND:VEVENT\r\n"
      "BEGIN:VEVENT\r\nUID:1@x\r\nRECURRENCE-ID;TZID=Europe/Paris:20260328T140000\r\n"
      "DTSTART;TZID=Europe/Paris:20260329T100000\r\nSUMMARY:Atelier\r\nSTATUS:CANCELLED\r\nEND:VEVENT\r\n"
      "END:VCALENDAR\r\n");
  const auto import = [&](const std::string& file) {
    const Said said = hub.murctl({"event", "import", file, "--organization", "Cambouis", "--json"});
    EXPECT_EQ(said.code, 0) << said.err;
    return said.objects().at(0);
  };
  EXPECT_EQ(import(original)["added"], 2);
  const std::string text = exported();
  EXPECT_FALSE(text.contains("example.org")) << text;
  const auto again = import(hub.file("b.ics", text));
  EXPECT_EQ(again["unchanged"], 2);
  EXPECT_EQ(again["added"], 0);
  EXPECT_EQ(again["changed"], 0);
  EXPECT_EQ(again["warnings"], 0);
}

}  // namespace
}  // namespace mur::test
