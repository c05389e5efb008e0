// What we write, and what comes of it when it is read again: by us, and by libical.
#include "shared/calendar/writer.h"

#include <gtest/gtest.h>
#include <libical/ical.h>

#include <algorithm>
#include <array>
#include <memory>

#include "shared/calendar/file_expansion.h"
#include "tests/shared/calendar/build.h"
#include "tests/shared/calendar/read_limits.h"
#include "tests/support/random_entries.h"

namespace mur::calendar {
namespace {

constexpr std::chrono::sys_seconds kStamp = std::chrono::sys_days{std::chrono::year{2026} / 3 / 12};

std::string written(std::vector<Entry> entries) {
  return write({.name = "La Maison commune", .stamp = kStamp, .entries = std::move(entries)});
}

constexpr FileBudget kEnough{.steps = 1'000'000, .series_steps = 1'000'000, .occurrences = 1'000'000};

Entry workshop() {
  Entry entry;
  entry.uid = "atelier@cambouis";
  entry.summary = "Atelier";
  entry.timing.start = when("20260318T140000", "Europe/Paris");
  entry.timing.end = when("20260318T170000", "Europe/Paris");
  return entry;
}

/// Without what tells where in the file it stood.
std::vector<Entry> read_again(const std::string& text) {
  Result<Reading> reading = read(text, kTestLimits);
  EXPECT_TRUE(reading) << (reading ? "" : reading.error().message);
  if (!reading) return {};
  for (const Warning& warning : reading->warnings) {
    // The two things that a strange event may be and still is what was meant.
    const bool meant = warning.problem == "the rule does not give DTSTART" || warning.property == "SUMMARY";
    EXPECT_TRUE(meant) << to_sentence(warning);
  }
  for (Entry& entry : reading->entries) entry.line = 0;
  return std::move(reading->entries);
}

void expect_same(const std::vector<Entry>& read, const std::vector<Entry>& meant) {
  ASSERT_EQ(read.size(), meant.size());
  for (std::size_t i = 0; i < read.size(); ++i) {
    const Entry& a = read[i];
    const Entry& b = meant[i];
    EXPECT_EQ(a.uid, b.uid);
    EXPECT_EQ(a.recurrence_id, b.recurrence_id);
    EXPECT_EQ(a.this_and_future, b.this_and_future);
    EXPECT_EQ(a.sequence, b.sequence);
    EXPECT_EQ(a.last_modified, b.last_modified);
    EXPECT_EQ(a.status, b.status);
    EXPECT_EQ(a.timing, b.timing);
    EXPECT_EQ(a.summary, b.summary);
    EXPECT_EQ(a.description, b.description);
    EXPECT_EQ(a.location, b.location);
    EXPECT_EQ(a.url, b.url);
    EXPECT_EQ(a.categories, b.categories);
    EXPECT_EQ(a.position, b.position);
    EXPECT_EQ(a.organizer, b.organizer);
    EXPECT_EQ(a.image_url, b.image_url);
    EXPECT_EQ(a.conference_url, b.conference_url);
    EXPECT_EQ(a.links, b.links);
    EXPECT_EQ(a.extras, b.extras);
  }
}

TEST(Writer, AnEventIsWrittenWithItsZone) {
  Entry entry = workshop();
  entry.timing.rules = {"FREQ=WEEKLY;BYDAY=WE"};
  entry.timing.exception_dates = {when("20260325T140000", "Europe/Paris"), when("20260401T140000", "Europe/Paris")};
  const std::string text = write({.name = "La Base, Paris", .stamp = kStamp, .refresh = {}, .entries = {entry}});
  EXPECT_EQ(text,
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Mur//Mur//EN\r\nCALSCALE:GREGORIAN\r\n"
            "NAME:La Base\\, Paris\r\nX-WR-CALNAME:La Base\\, Paris\r\n"
            "BEGIN:VTIMEZONE\r\nTZID:Europe/Paris\r\n"
            "BEGIN:DAYLIGHT\r\nDTSTART:20250330T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n"
            "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\n"
            "BEGIN:STANDARD\r\nDTSTART:20251026T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n"
            "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
            "BEGIN:VEVENT\r\nUID:atelier@cambouis\r\nDTSTAMP:20260312T000000Z\r\n"
            "DTSTART;TZID=Europe/Paris:20260318T140000\r\nDTEND;TZID=Europe/Paris:20260318T170000\r\n"
            "RRULE:FREQ=WEEKLY;BYDAY=WE\r\n"
            "EXDATE;TZID=Europe/Paris:20260325T140000,20260401T140000\r\n"
            "STATUS:CONFIRMED\r\nSUMMARY:Atelier\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
}

TEST(Writer, NoLineIsLongerThan75BytesAndNoneIsCutInsideACharacter) {
  test::RandomEntries random(1);
  std::size_t folds = 0;
  for (int round = 0; round < 50; ++round) {
    const std::string text = written({random.entry()});
    for (std::size_t at = 0, end = 0; (end = text.find("\r\n", at)) != std::string::npos; at = end + 2) {
      const std::string_view line = std::string_view(text).substr(at, end - at);
      EXPECT_LE(line.size(), 75U);
      EXPECT_TRUE(is_utf8(line)) << line;
      EXPECT_EQ(line.find_first_of("\r\n"), std::string_view::npos);
      if (line.starts_with(' ')) ++folds;
    }
  }
  EXPECT_GT(folds, 500U);
}

TEST(Writer, WhatIsReadAgainIsWhatWasWritten) {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    SCOPED_TRACE(seed);
    test::RandomEntries random(seed);
    std::vector<Entry> entries;
    for (std::size_t count = 1 + random.below(4); count > 0; --count) entries.push_back(random.entry());
    expect_same(read_again(written(entries)), entries);
    if (::testing::Test::HasFailure()) return;
  }
}

TEST(Writer, AnUntilIsWrittenInTheMannerOfTheStart) {
  const auto rule = [](const When& start, const std::string& text) {
    Entry entry = workshop();
    entry.timing.start = start;
    entry.timing.end.reset();
    entry.timing.rules = {text};
    const std::string file = written({entry});
    const auto at = file.rfind("RRULE:");  // those before are the zone's
    return file.substr(at + 6, file.find('\r', at) - at - 6);
  };
  const When zoned = when("20260318T140000", "Europe/Paris");
  EXPECT_EQ(rule(zoned, "FREQ=DAILY;UNTIL=20260320"), "FREQ=DAILY;UNTIL=20260319T230000Z");
  EXPECT_EQ(rule(zoned, "FREQ=DAILY;until=20260420T140000;INTERVAL=2"), "FREQ=DAILY;UNTIL=20260420T120000Z;INTERVAL=2");
  EXPECT_EQ(rule(zoned, "FREQ=DAILY;UNTIL=20260420T120000Z"), "FREQ=DAILY;UNTIL=20260420T120000Z");
  EXPECT_EQ(rule(when("20260318T140000Z"), "UNTIL=20260420T120000;FREQ=DAILY"), "UNTIL=20260420T120000Z;FREQ=DAILY");
  EXPECT_EQ(rule(when("20260318T140000"), "FREQ=DAILY;UNTIL=20260420"), "FREQ=DAILY;UNTIL=20260420T000000");
  EXPECT_EQ(rule(when("20260318"), "FREQ=DAILY;UNTIL=20260420T120000Z"), "FREQ=DAILY;UNTIL=20260420");
  EXPECT_EQ(rule(when("20260318"), "FREQ=DAILY;COUNT=2"), "FREQ=DAILY;COUNT=2");
}

TEST(Writer, APrivateEntryIsNotWritten) {
  Entry secret = workshop();
  secret.classification = Classification::private_event;
  secret.summary = "Rendez-vous";
  Entry confidential = secret;
  confidential.classification = Classification::confidential_event;
  const std::string text = written({secret, workshop(), confidential});
  EXPECT_EQ(text.find("Rendez-vous"), std::string::npos);
  EXPECT_EQ(read_again(text).size(), 1U);
}

TEST(Writer, NothingInATextOrAnAddressBeginsAPropertyOfItsOwn) {
  Entry entry = workshop();
  entry.url = "https://x/\r\nATTENDEE:mailto:ana@example.org";
  entry.organizer = "Ana\"\r\nATTENDEE:x";
  entry.extras = {{.name = "ROOM", .value = "Cuisine\r\nATTENDEE:x"}};
  entry.timing.rules = {"FREQ=DAILY\nATTENDEE:x"};
  EXPECT_EQ(written({entry}).find("\r\nATTENDEE"), std::string::npos);
  EXPECT_EQ(written({entry}).find("\nATTENDEE"), std::string::npos);
}

TEST(Writer, HowOftenToComeAgainIsSaid) {
  const std::string text =
      write({.name = {}, .stamp = kStamp, .refresh = std::chrono::minutes{30}, .entries = {workshop()}});
  const auto reading = read(text, kTestLimits);
  ASSERT_TRUE(reading);
  EXPECT_EQ(reading->refresh_minutes, 30U);
}

struct FreeComponent {
  void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using IcalComponent = std::unique_ptr<icalcomponent, FreeComponent>;

IcalComponent as_libical_has_it(const std::string& text) {
  return IcalComponent(icalparser_parse_string(text.c_str()));
}

std::vector<std::chrono::sys_seconds> starts_in(icalcomponent* event, const Window& window) {
  std::vector<std::chrono::sys_seconds> starts;
  const auto at = [](std::chrono::sys_seconds time) {
    return icaltime_from_timet_with_zone(static_cast<time_t>(time.time_since_epoch().count()), 0,
                                         icaltimezone_get_utc_timezone());
  };
  icalcomponent_foreach_recurrence(
      event, at(window.from), at(window.to),
      [](icalcomponent*, icaltime_span* span, void* data) {
        static_cast<std::vector<std::chrono::sys_seconds>*>(data)->emplace_back(std::chrono::seconds{span->start});
      },
      &starts);
  std::ranges::sort(starts);
  return starts;
}

TEST(Writer, LibicalReadsItWithoutAnError) {
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    SCOPED_TRACE(seed);
    test::RandomEntries random(seed);
    Entry entry = random.entry();
    const IcalComponent calendar = as_libical_has_it(written({entry}));
    ASSERT_NE(calendar, nullptr);
    EXPECT_EQ(icalcomponent_count_errors(calendar.get()), 0) << icalcomponent_as_ical_string(calendar.get());
    EXPECT_NE(icalrestriction_check(calendar.get()), 0);
    icalcomponent* event = icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT);
    ASSERT_NE(event, nullptr);
    EXPECT_EQ(icalcomponent_get_uid(event), entry.uid);
    if (!entry.summary.empty()) EXPECT_EQ(icalcomponent_get_summary(event), entry.summary);
    if (!entry.description.empty()) EXPECT_EQ(icalcomponent_get_description(event), entry.description);
    EXPECT_EQ(icalcomponent_count_properties(event, ICAL_EXDATE_PROPERTY) > 0, !entry.timing.exception_dates.empty());
  }
}

TEST(Writer, LibicalGivesTheSameInstancesByTheZonesInTheFileAlone) {
  // Cairo's and Casablanca's changes follow no rule that iCalendar has: listed for ten years.
  constexpr std::array<std::pair<const char*, const char*>, 6> kZonesUntil{{{"Europe/Paris", "20420101T000000"},
                                                                            {"America/New_York", "20420101T000000"},
                                                                            {"Asia/Kathmandu", "20420101T000000"},
                                                                            {"Pacific/Auckland", "20420101T000000"},
                                                                            {"Africa/Cairo", "20361201T000000"},
                                                                            {"Africa/Casablanca", "20361201T000000"}}};
  std::size_t compared = 0;
  for (const auto& [zone, until] : kZonesUntil) {
    const Window all = window("20240101T000000", until);
    for (const char* rule : {"FREQ=WEEKLY;COUNT=500", "FREQ=MONTHLY;COUNT=180", "FREQ=DAILY;INTERVAL=9;COUNT=300"}) {
      SCOPED_TRACE(std::string(zone) + " " + rule);
      Entry entry = workshop();
      entry.timing.start = when("20250108T183000", zone);
      entry.timing.end = when("20250108T203000", zone);
      entry.timing.rules = {rule};
      entry.timing.exception_dates = {entry.timing.start};
      const IcalComponent calendar = as_libical_has_it(written({entry}));
      ASSERT_NE(calendar, nullptr);
      const auto theirs = starts_in(icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT), all);
      const auto ours = expand_file(std::vector{entry}, paris(), all, kEnough);
      ASSERT_TRUE(ours) << ours.error().message;
      ASSERT_EQ(theirs.size(), ours->size());
      for (std::size_t i = 0; i < theirs.size(); ++i) EXPECT_EQ(theirs[i], (*ours)[i].start_at);
      compared += theirs.size();
    }
  }
  EXPECT_GT(compared, 4'000U);
}

TEST(Writer, OurReaderGivesTheSameInstancesWhereItDoesNotKnowTheZonesName) {
  Entry entry = workshop();
  entry.timing.rules = {"FREQ=WEEKLY;COUNT=300"};
  std::string text = written({entry});
  for (auto at = text.find("Europe/Paris"); at != std::string::npos; at = text.find("Europe/Paris"))
    text.replace(at, std::string_view("Europe/Paris").size(), "The Hub");
  const auto reading = read(text, kTestLimits);
  ASSERT_TRUE(reading);
  const Window all = window("20260101T000000", "20340101T000000");
  const auto ours = expand_file(std::vector{entry}, paris(), all, kEnough);
  const auto named_otherwise = expand_file(reading->entries, paris(), all, kEnough);
  ASSERT_TRUE(ours) << ours.error().message;
  ASSERT_TRUE(named_otherwise) << named_otherwise.error().message;
  ASSERT_EQ(ours->size(), 300U);
  ASSERT_EQ(named_otherwise->size(), 300U);
  for (std::size_t i = 0; i < ours->size(); ++i) EXPECT_EQ((*ours)[i].start_at, (*named_otherwise)[i].start_at);
}

}  // namespace
}  // namespace mur::calendar
