#include "tests/shared/calendar/build.h"
#include "tests/shared/calendar/reading.h"

namespace mur::calendar {
namespace {

TEST(Reader, ReadsWhatAnEventSays) {
  const Reading reading = reading_of(
      "BEGIN:VCALENDAR\r\nX-WR-CALNAME:Maison\\, "
      "agenda\r\nBEGIN:VEVENT\r\nUID:a@b\r\nSEQUENCE:3\r\nSTATUS:TENTATIVE\r\n"
      "LAST-MODIFIED:20260101T100000Z\r\nDTSTART;TZID=Europe/Paris:20260314T183000\r\nDTEND;TZID=Europe/"
      "Paris:20260314T210000\r\n"
      "SUMMARY:Caf\xC3\xA9 \\; r\xC3\xA9paration\r\nDESCRIPTION:Un\\nDeux\\, trois\r\nLOCATION:Salle "
      "2\r\nURL:https://asso.example/x\r\n"
      "CATEGORIES:Brico\\,lage,Climat\r\nCATEGORIES:Climat\r\nRRULE:FREQ=WEEKLY;BYDAY=SA\r\nEXDATE;TZID=Europe/"
      "Paris:20260321T183000\r\n"
      "RDATE;VALUE=PERIOD:20260401T100000Z/PT2H\r\nDTSTAMP:20260101T000000Z\r\nEND:VEVENT\r\n"
      "VERSION:2.0\r\nPRODID:-//asso.example//FR\r\nEND:VCALENDAR\r\n");
  EXPECT_EQ(reading.name, "Maison, agenda");
  EXPECT_TRUE(reading.warnings.empty());
  ASSERT_EQ(reading.entries.size(), 1U);
  const Entry& entry = reading.entries[0];
  EXPECT_EQ(entry.uid, "a@b");
  EXPECT_EQ(entry.sequence, 3);
  EXPECT_EQ(entry.status, EventStatus::tentative);
  EXPECT_EQ(entry.last_modified, instant("20260101T100000Z"));
  EXPECT_EQ(entry.summary, "Café ; réparation");
  EXPECT_EQ(entry.description, "Un\nDeux, trois");
  EXPECT_EQ(entry.location, "Salle 2");
  EXPECT_EQ(entry.url, "https://asso.example/x");
  EXPECT_EQ(entry.categories, (std::vector<std::string>{"Brico,lage", "Climat"}));
  EXPECT_EQ(entry.line, 3U);
  EXPECT_EQ(entry.timing.start, when("20260314T183000", "Europe/Paris"));
  EXPECT_EQ(entry.timing.end, when("20260314T210000", "Europe/Paris"));
  EXPECT_EQ(entry.timing.rules, std::vector<std::string>{"FREQ=WEEKLY;BYDAY=SA"});
  EXPECT_EQ(entry.timing.exception_dates, std::vector{when("20260321T183000", "Europe/Paris")});
  ASSERT_EQ(entry.timing.extra_dates.size(), 1U);
  EXPECT_EQ(entry.timing.extra_dates[0].end, when("20260401T140000", "Europe/Paris"));
}

TEST(Reader, KeepsDatesFloatingTimesAndUtcAsTheyAre) {
  EXPECT_EQ(entry_of("DTSTART;VALUE=DATE:20260314\r\n").timing.start, when("20260314"));
  EXPECT_EQ(entry_of("DTSTART:20260314\r\n").timing.start, when("20260314"));
  EXPECT_EQ(entry_of("DTSTART:20260314T183000\r\n").timing.start, when("20260314T183000"));
  EXPECT_EQ(entry_of("DTSTART:20260314T183000Z\r\n").timing.start, when("20260314T183000Z"));
  EXPECT_EQ(entry_of("DTSTART;VALUE=DATE:20260314T000000\r\n").timing.start, when("20260314"));
}

TEST(Reader, ATimeThatCallsItselfADateIsATime) {
  const Reading reading = reading_of(calendar(event("DTSTART;VALUE=DATE:20110804T120000\r\n")));
  EXPECT_EQ(reading.entries.at(0).timing.start, when("20110804T120000"));
  EXPECT_TRUE(warns(reading, 6, "is a time, but VALUE=DATE calls it a date"));
}

TEST(Reader, ADurationGivesTheEnd) {
  EXPECT_EQ(entry_of("DTSTART;TZID=Europe/Paris:20260328T120000\r\nDURATION:P1DT2H\r\n").timing.end,
            when("20260329T140000", "Europe/Paris"));
  EXPECT_EQ(entry_of("DTSTART;VALUE=DATE:20260314\r\nDURATION:P2D\r\n").timing.end, when("20260316"));
}

TEST(Reader, AnEndInAnotherZoneIsToldInTheStarts) {
  EXPECT_EQ(entry_of("DTSTART;TZID=Europe/Paris:20260314T183000\r\nDTEND:20260314T200000Z\r\n").timing.end,
            when("20260314T210000", "Europe/Paris"));
}

TEST(Reader, FindsTheZonesThatProgramsName) {
  const auto zone = [](const std::string& tzid) {
    return entry_of("DTSTART;TZID=" + tzid + ":20260714T120000\r\n").timing.start.zone;
  };
  EXPECT_EQ(zone("Romance Standard Time"), "Europe/Paris");
  EXPECT_EQ(zone("\"W. Europe Standard Time\""), "Europe/Berlin");
  EXPECT_EQ(zone("/mozilla.org/20050126_1/Europe/Paris"), "Europe/Paris");
  EXPECT_EQ(zone("/Europe/Paris"), "Europe/Paris");
  EXPECT_EQ(zone("europe/paris"), "Europe/Paris");
  EXPECT_EQ(zone("america/port-au-prince"), "America/Port-au-Prince");
  EXPECT_EQ(zone("/mozilla.org/20050126_1/america/port-au-prince"), "America/Port-au-Prince");
  EXPECT_EQ(zone("LOCALTIME"), "");
}

TEST(Reader, UtcUnderItsOtherNamesIsUtc) {
  for (const char* name : {"UTC", "utc", "Etc/utc", "Z", "z", "tzone://Microsoft/Utc", "\"tzone://Microsoft/Utc\""}) {
    const Reading reading = reading_of(calendar(event("DTSTART;TZID=" + std::string(name) + ":20260714T120000\r\n")));
    EXPECT_EQ(reading.entries.at(0).timing.start, when("20260714T120000Z")) << name;
    EXPECT_TRUE(std::ranges::none_of(reading.warnings, [](const Warning& one) { return one.property == "DTSTART"; }));
  }
}

TEST(Reader, AZoneNameWithCommasThatNobodyQuotedIsOneName) {
  const Reading reading = reading_of(
      calendar(event("DTSTART;TZID=(UTC+01:00) Amsterdam, Berlin, Rome:20260310T183000\r\nRRULE:FREQ=WEEKLY\r\n"
                     "EXDATE;TZID=(UTC+01:00) Amsterdam, Berlin, Rome:20260317T183000,20260324T183000\r\n")));
  const Entry& entry = reading.entries.at(0);
  EXPECT_EQ(entry.timing.exception_dates.size(), 2U);
  EXPECT_EQ(std::ranges::count(reading.warnings, "EXDATE", &Warning::property), 0);
  EXPECT_TRUE(warns(reading, 6, "\"(UTC+01:00) Amsterdam, Berlin, Rome\" is not in the tables"));
}

const std::string kParisAsOutlookWritesIt =
    "BEGIN:VTIMEZONE\r\nTZID:Zone personnelle\r\nBEGIN:STANDARD\r\nDTSTART:16010101T030000\r\nTZOFFSETFROM:+0200\r\n"
    "TZOFFSETTO:+0100\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\nEND:STANDARD\r\nBEGIN:DAYLIGHT\r\n"
    "DTSTART:16010101T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\n"
    "END:DAYLIGHT\r\nEND:VTIMEZONE\r\n";

TEST(Reader, AZoneThatTheFileDescribesIsRecognized) {
  const Reading reading = reading_of(calendar(
      kParisAsOutlookWritesIt + event("DTSTART;TZID=Zone personnelle:20260714T120000\r\nRRULE:FREQ=WEEKLY\r\n")));
  ASSERT_EQ(reading.entries.size(), 1U);
  EXPECT_EQ(reading.entries[0].timing.start, when("20260714T120000", "Europe/Paris"));
  EXPECT_TRUE(warns(reading, 21, "\"Zone personnelle\" is not in the tables"));
}

TEST(Reader, AZoneThatTheFileDescribesIsRecognizedInHoweverManyYears) {
  std::string events;
  for (int year = 1985; year < 2027; ++year) {
    const std::string name = std::to_string(year);
    events +=
        "BEGIN:VEVENT\r\nUID:" + name + "\r\nDTSTART;TZID=Zone personnelle:" + name + "0714T120000\r\nEND:VEVENT\r\n";
  }
  const Reading reading = reading_of(calendar(kParisAsOutlookWritesIt + events));
  ASSERT_EQ(reading.entries.size(), 42U);
  EXPECT_EQ(reading.entries.back().timing.start, when("20260714T120000", "Europe/Paris"));
}

TEST(Reader, AZonesNameMayBeEscapedWhereItIsDescribed) {
  std::string zone = kParisAsOutlookWritesIt;
  zone.replace(zone.find("Zone personnelle"), 16, "Paris\\, Madrid");
  const Reading reading = reading_of(calendar(zone + event("DTSTART;TZID=\"Paris, Madrid\":20260714T120000\r\n")));
  EXPECT_EQ(reading.entries.at(0).timing.start, when("20260714T120000", "Europe/Paris"));
}

TEST(Reader, AZoneLikeNoOtherIsTurnedIntoUtc) {
  const Reading reading = reading_of(
      calendar("BEGIN:VTIMEZONE\r\nTZID:Nowhere\r\nBEGIN:STANDARD\r\nDTSTART:20000101T000000\r\nTZOFFSETFROM:-0741\r\n"
               "TZOFFSETTO:-0741\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n" +
               event("DTSTART;TZID=Nowhere:20260306T134200\r\n")));
  ASSERT_EQ(reading.entries.size(), 1U);
  EXPECT_EQ(reading.entries[0].timing.start, when("20260306T212300Z"));
}

TEST(Reader, AnUnknownZoneFallsBackToTheCalendarsThenToTheReaders) {
  const std::string lines = event("DTSTART;TZID=Chez nous:20260714T120000\r\n");
  const Reading named = reading_of(calendar("X-WR-TIMEZONE:Europe/Brussels\r\n" + lines));
  EXPECT_EQ(named.entries.at(0).timing.start, when("20260714T120000", "Europe/Brussels"));
  const Reading floating = reading_of(calendar(lines));
  EXPECT_EQ(floating.entries.at(0).timing.start, when("20260714T120000"));
  EXPECT_TRUE(warns(floating, 6, "\"Chez nous\" is not in the tables"));
}

TEST(Reader, PrivateEventsAreLeftOutAndCounted) {
  const Reading reading = reading_of(calendar(
      "BEGIN:VEVENT\r\nUID:p\r\nCLASS:PRIVATE\r\nDTSTART:20260101\r\nRRULE:FREQ=DAILY\r\nEND:VEVENT\r\n"
      "BEGIN:VEVENT\r\nUID:p\r\nRECURRENCE-ID:20260102\r\nDTSTART:20260103\r\nSUMMARY:Docteur\r\nEND:VEVENT\r\n"
      "BEGIN:VEVENT\r\nUID:c\r\nCLASS:confidential\r\nDTSTART:20260101\r\nEND:VEVENT\r\n"
      "BEGIN:VEVENT\r\nUID:x\r\nCLASS:X-ONLY-US\r\nDTSTART:20260101\r\nEND:VEVENT\r\n"
      "BEGIN:VEVENT\r\nUID:o\r\nCLASS:PUBLIC\r\nSUMMARY:Ouvert\r\nDTSTART:20260101\r\nEND:VEVENT\r\n"));
  EXPECT_EQ(reading.private_left, 4U);
  ASSERT_EQ(reading.entries.size(), 1U);
  EXPECT_EQ(reading.entries[0].summary, "Ouvert");
}

TEST(Reader, NamesWhatIsPrivateAndSaysNothingElseOfIt) {
  const Reading reading = reading_of(
      calendar("BEGIN:VEVENT\r\nUID:p\r\nCLASS:PRIVATE\r\nDTSTART:20260101\r\nSUMMARY:Docteur\r\nEND:VEVENT\r\n"
               "BEGIN:VEVENT\r\nUID:s\r\nDTSTART:20260101\r\nRRULE:FREQ=DAILY\r\nSUMMARY:Ouvert\r\nEND:VEVENT\r\n"
               "BEGIN:VEVENT\r\nUID:s\r\nRECURRENCE-ID:20260102\r\nCLASS:PRIVATE\r\nDTSTART:20260102\r\nEND:VEVENT\r\n"
               "BEGIN:VEVENT\r\nUID:u\r\nCLASS:PRIVATE\r\nDTSTART:never\r\nEND:VEVENT\r\n"));
  EXPECT_EQ(reading.private_named, (std::vector<Identity>{{"p", {}}, {"s", when("20260102")}, {"u", {}}}));
}

TEST(Reader, PeoplesAddressesAreNeverRead) {
  const Entry entry = entry_of(
      "DTSTART:20260101\r\nORGANIZER;CN=Ana:mailto:ana@example.org\r\nATTENDEE;CN=Luc:mailto:luc@example.org\r\n"
      "CONTACT:Luc\\, 06 12 34 56 78\r\n");
  for (const std::string& text : {entry.summary, entry.description, entry.location, entry.url})
    EXPECT_EQ(text.find("example.org"), std::string::npos);
  EXPECT_TRUE(entry.description.empty());
}

TEST(Reader, WhatIsNoEventIsNamedAndCounted) {
  const Reading reading = reading_of(calendar("BEGIN:VTODO\r\nUID:t\r\nEND:VTODO\r\n" + event("DTSTART:20260101\r\n") +
                                              "BEGIN:VEVENT\r\nUID:n\r\nSUMMARY:Sans date\r\nEND:VEVENT\r\n"));
  EXPECT_EQ(reading.components, 3U);
  EXPECT_EQ(reading.skipped, 2U);
  EXPECT_TRUE(warns(reading, 3, "VTODO is not an event"));
  EXPECT_TRUE(warns(reading, 11, "the event has no DTSTART"));
}

TEST(Reader, AWrongRuleLeavesTheFirstDateAndSaysTheLine) {
  const Reading reading = reading_of(calendar(event("DTSTART:20260101\r\nRRULE:FREQ=FORTNIGHTLY\r\n")));
  ASSERT_EQ(reading.entries.size(), 1U);
  EXPECT_TRUE(reading.entries[0].timing.rules.empty());
  const auto said = std::ranges::find(reading.warnings, "RRULE", &Warning::property);
  ASSERT_NE(said, reading.warnings.end());
  EXPECT_EQ(*said, (Warning{.line = 7,
                            .property = "RRULE",
                            .problem = "\"FREQ=FORTNIGHTLY\": unknown frequency",
                            .remedy = "the event's first date is shown"}));
}

TEST(Reader, AStartThatTheRuleDoesNotGiveIsSaid) {
  EXPECT_TRUE(warns(reading_of(calendar(event("DTSTART:20260101\r\nRRULE:FREQ=WEEKLY;BYDAY=MO\r\n"))), 7,
                    "the rule does not give DTSTART"));
}

TEST(Reader, AWrongRuleBesideAGoodOneIsPassedOver) {
  const Reading reading =
      reading_of(calendar(event("DTSTART:20260101\r\nRRULE:FREQ=FORTNIGHTLY\r\nRRULE:FREQ=DAILY\r\n")));
  const auto said = std::ranges::find(reading.warnings, "RRULE", &Warning::property);
  ASSERT_NE(said, reading.warnings.end());
  EXPECT_EQ(said->remedy, "passed over");
}

TEST(Reader, AnUntilThatTakesDatesAwayIsSaid) {
  const auto said = [](const std::string& start, const std::string& until) {
    const Reading reading = reading_of(calendar(event(start + "\r\nRRULE:FREQ=DAILY;UNTIL=" + until + "\r\n")));
    const auto found = std::ranges::find(reading.warnings, "RRULE", &Warning::property);
    return found == reading.warnings.end() ? std::string{} : found->problem;
  };
  const std::string evening = "DTSTART;TZID=Europe/Paris:20260310T183000";
  EXPECT_EQ(said(evening, "20260320"), "UNTIL is a date, but DTSTART is a time");
  EXPECT_EQ(said("DTSTART:20260310T000000Z", "20260320"), "");  // midnight is still in it
  EXPECT_EQ(said("DTSTART:20260310", "20260320"), "");
  EXPECT_EQ(said(evening, "20260310T173000Z"), "");
  EXPECT_EQ(said(evening, "20260310T172959Z"), "UNTIL is before DTSTART");
  EXPECT_EQ(said("DTSTART:20260310", "20260309T230000Z"), "UNTIL is before DTSTART");
  EXPECT_EQ(said(evening, "20260310"), "UNTIL is before DTSTART");
}

TEST(Reader, ExceptionsAreToldInTheMannerOfTheStart) {
  const auto exceptions = [](const std::string& lines) { return entry_of(lines).timing.exception_dates; };
  const std::string days = "DTSTART;VALUE=DATE:20260314\r\nRRULE:FREQ=DAILY\r\n";
  // The evening before in UTC is midnight in Paris.
  EXPECT_EQ(exceptions(days + "EXDATE:20260314T230000Z\r\n"), std::vector{when("20260315")});
  EXPECT_EQ(exceptions(days + "EXDATE:20260315T000000Z\r\n"), std::vector{when("20260315")});
  EXPECT_EQ(exceptions(days + "EXDATE;TZID=Europe/Paris:20260315T183000\r\n"), std::vector{when("20260315")});

  const std::string evenings = "DTSTART;TZID=Europe/Paris:20260314T183000\r\nRRULE:FREQ=DAILY\r\n";
  const std::vector second{when("20260315T183000", "Europe/Paris")};
  EXPECT_EQ(exceptions(evenings + "EXDATE;VALUE=DATE:20260315\r\n"), second);
  EXPECT_EQ(exceptions(evenings + "EXDATE:20260315T173000Z\r\n"), second);
  EXPECT_EQ(exceptions(evenings + "EXDATE;TZID=Europe/London:20260315T173000\r\n"), second);
  EXPECT_EQ(exceptions(evenings + "EXDATE:20260315T183000\r\n"), second);
}

TEST(Reader, ADayTakesOutAllThatARuleGivesOnIt) {
  for (const char* rule : {"FREQ=DAILY;BYHOUR=10,18", "FREQ=DAILY;BYMINUTE=0,30", "FREQ=HOURLY"}) {
    const Entry entry = entry_of("DTSTART;TZID=Europe/Paris:20260314T180000\r\nRRULE:" + std::string(rule) +
                                 "\r\nEXDATE;VALUE=DATE:20260315\r\n");
    EXPECT_EQ(entry.timing.exception_dates, std::vector{when("20260315")}) << rule;
  }
  const Entry more = entry_of(
      "DTSTART;TZID=Europe/Paris:20260314T180000\r\nRRULE:FREQ=DAILY\r\nEXDATE;VALUE=DATE:20260315\r\n"
      "RDATE;TZID=Europe/Paris:20260315T100000\r\n");
  EXPECT_EQ(more.timing.exception_dates, std::vector{when("20260315")});
}

TEST(Reader, ExtraDatesAreToldInTheMannerOfTheStart) {
  const auto first = [](const std::string& lines) { return entry_of(lines).timing.extra_dates.at(0).start; };
  EXPECT_EQ(first("DTSTART;TZID=Europe/Paris:20260314T183000\r\nRDATE:20260315T173000Z\r\n"),
            when("20260315T183000", "Europe/Paris"));
  EXPECT_EQ(first("DTSTART;TZID=Europe/Paris:20260314T183000\r\nRDATE;VALUE=DATE:20260315\r\n"),
            when("20260315T183000", "Europe/Paris"));
  EXPECT_EQ(first("DTSTART;VALUE=DATE:20260314\r\nRDATE:20260314T230000Z\r\n"), when("20260315"));
}

TEST(Reader, AnExactLengthStaysThatOfLaterWeeksThoughTheClocksChangeInTheFirst) {
  const std::string night = "DTSTART;TZID=Europe/Paris:20260328T220000\r\nDURATION:PT8H\r\n";
  EXPECT_EQ(entry_of(night).timing.end, when("20260329T070000", "Europe/Paris"));
  EXPECT_EQ(entry_of(night + "RRULE:FREQ=WEEKLY\r\n").timing.end, when("20260329T060000", "Europe/Paris"));
}

TEST(Reader, AnOverrideNamesItsInstance) {
  const Entry entry = entry_of(
      "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Paris:20260310T183000\r\n"
      "DTSTART;TZID=Europe/Paris:20260311T183000\r\n");
  EXPECT_EQ(entry.recurrence_id, when("20260310T183000", "Europe/Paris"));
  EXPECT_TRUE(entry.this_and_future);
}

TEST(Reader, MethodCancelCancelsAll) {
  const Reading reading = reading_of(calendar("METHOD:CANCEL\r\n" + event("DTSTART:20260101\r\nSTATUS:CONFIRMED\r\n")));
  EXPECT_EQ(reading.entries.at(0).status, EventStatus::cancelled);
}

TEST(Reader, OfTwoMastersTheHigherSequenceStays) {
  const Reading reading =
      reading_of(calendar(event("DTSTART:20260105\r\nSEQUENCE:2\r\n") + event("DTSTART:20260106\r\nSEQUENCE:1\r\n")));
  ASSERT_EQ(reading.entries.size(), 1U);
  EXPECT_EQ(reading.entries[0].timing.start, when("20260105"));
  EXPECT_EQ(reading.skipped, 1U);
  EXPECT_TRUE(warns(reading, 9, "is there more than once"));
}

TEST(Reader, AnEventWithoutUidIsKnownByStartAndSummary) {
  const std::string nameless = "BEGIN:VEVENT\r\nSUMMARY:Bal\r\nDTSTART:20260714\r\nEND:VEVENT\r\n";
  const Reading first = reading_of(calendar(nameless));
  const Reading again = reading_of(calendar("X-A:1\r\n" + nameless));
  ASSERT_EQ(first.entries.size(), 1U);
  EXPECT_EQ(first.entries[0].uid, again.entries.at(0).uid);
  EXPECT_TRUE(warns(first, 3, "the event has no UID"));
}

TEST(Reader, ReadsWhatTheCalendarSaysOfItself) {
  const std::string one = event("DTSTART:20260101\r\n");
  const Reading apple = reading_of(
      calendar("X-WR-CALNAME:Agenda\r\nX-WR-TIMEZONE:Romance Standard Time\r\nX-PUBLISHED-TTL:PT90M\r\n" + one));
  EXPECT_EQ(apple.name, "Agenda");
  EXPECT_EQ(apple.time_zone, "Europe/Paris");
  EXPECT_EQ(apple.refresh_minutes, 90U);

  const Reading standard =
      reading_of(calendar("NAME:Maison\r\nREFRESH-INTERVAL;VALUE=DURATION:P1D\r\nX-PUBLISHED-TTL:PT1H\r\n" + one));
  EXPECT_EQ(standard.name, "Maison");
  EXPECT_EQ(standard.refresh_minutes, 24U * 60U);

  const Reading wrong = reading_of(calendar("REFRESH-INTERVAL:daily\r\n" + one));
  EXPECT_FALSE(wrong.refresh_minutes);
  EXPECT_TRUE(warns(wrong, 3, "\"daily\" is not a duration"));
}

TEST(Reader, WhatACalendarHasToHaveAndLacksIsSaid) {
  const Reading reading = reading_of("BEGIN:VCALENDAR\r\n" + event("DTSTART:20260101\r\n") + "END:VCALENDAR\r\n");
  EXPECT_TRUE(warns(reading, 1, "the calendar has no VERSION"));
  EXPECT_TRUE(warns(reading, 1, "the calendar has no PRODID"));
  EXPECT_TRUE(warns(reading, 2, "the event has no DTSTAMP"));
}

TEST(Reader, ReadsPlacePictureConferenceAndLinks) {
  const Entry entry = entry_of(
      "DTSTART:20260101\r\nGEO:48.856600;2.352200\r\nIMAGE;VALUE=URI:https://asso.example/a.png\r\n"
      "CONFERENCE;VALUE=URI:tel:+33612345678\r\nCONFERENCE;VALUE=URI:https://meet.example/a\r\n"
      "ATTACH:https://asso.example/a.pdf\r\nATTACH;ENCODING=BASE64;VALUE=BINARY:aHR0cHM6\r\n"
      "ORGANIZER;CN=\"La Ruche, asso\":mailto:ana@asso.example\r\n");
  ASSERT_TRUE(entry.position);
  EXPECT_EQ(entry.position->latitude_e6, 48'856'600);
  EXPECT_EQ(entry.position->longitude_e6, 2'352'200);
  EXPECT_EQ(entry.image_url, "https://asso.example/a.png");
  EXPECT_EQ(entry.conference_url, "https://meet.example/a");
  EXPECT_EQ(entry.links, std::vector<std::string>{"https://asso.example/a.pdf"});
  EXPECT_EQ(entry.organizer, "La Ruche, asso");
  EXPECT_EQ(entry_of("DTSTART:20260101\r\nORGANIZER;CN=ana@asso.example:mailto:ana@asso.example\r\n").organizer, "");
}

TEST(Reader, AnEmptySummaryIsKeptAndSaid) {
  const Reading reading =
      reading_of(calendar("BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:\r\nDTSTART:20260101\r\nEND:VEVENT\r\n"));
  EXPECT_EQ(reading.entries.at(0).summary, "");
  EXPECT_TRUE(warns(reading, 5, "the SUMMARY is empty"));
}

TEST(Reader, ExceptionRulesAndPeriodsAreRead) {
  const Entry entry = entry_of(
      "DTSTART;TZID=Europe/Paris:20260303T183000\r\nRRULE:FREQ=WEEKLY\r\nEXRULE:FREQ=MONTHLY;BYDAY=1TU\r\n"
      "RDATE;VALUE=PERIOD;TZID=Europe/Paris:20260304T100000/20260304T120000,20260305T100000/PT30M\r\n");
  EXPECT_EQ(entry.timing.exception_rules, std::vector<std::string>{"FREQ=MONTHLY;BYDAY=1TU"});
  ASSERT_EQ(entry.timing.extra_dates.size(), 2U);
  EXPECT_EQ(entry.timing.extra_dates[0].end, when("20260304T120000", "Europe/Paris"));
  EXPECT_EQ(entry.timing.extra_dates[1].end, when("20260305T103000", "Europe/Paris"));
}

TEST(Reader, AWarningSaysWhatItIsAboutWhereItKnows) {
  const Warning nameless{.line = 3, .property = {}, .problem = "this is not a content line", .remedy = "passed over"};
  EXPECT_EQ(to_sentence(nameless), "line 3: this is not a content line; passed over");
  EXPECT_EQ(what_is_wrong(nameless), "this is not a content line; passed over");
  EXPECT_EQ(what_is_wrong({.line = 3, .property = "UID", .problem = "the event has no UID", .remedy = "kept"}),
            "UID: the event has no UID; kept");
}

TEST(Reader, RscaleIsRefusedClearlyAndTheFirstDateStays) {
  const Reading reading = reading_of(calendar(event("DTSTART:20260101\r\nRRULE:RSCALE=CHINESE;FREQ=YEARLY\r\n")));
  EXPECT_TRUE(reading.entries.at(0).timing.rules.empty());
  EXPECT_TRUE(warns(reading, 7, "RSCALE (RFC 7529) is not supported"));
}

TEST(Reader, TheWholeReadingHoldsWhatIsPrivateApart) {
  const std::string bytes = calendar(event("DTSTART:20260101\r\n") +
                                     "BEGIN:VEVENT\r\nUID:p\r\nCLASS:PRIVATE\r\nSUMMARY:Docteur\r\nDTSTART:20260101\r\n"
                                     "RRULE:FREQ=FORTNIGHTLY\r\nEND:VEVENT\r\n");
  const auto whole = read_whole(bytes, kTestLimits);
  ASSERT_TRUE(whole);
  EXPECT_EQ(whole->reading.entries.size(), 1U);
  ASSERT_EQ(whole->private_entries.size(), 1U);
  EXPECT_EQ(whole->private_entries[0].classification, Classification::private_event);
  const auto names_rule = [](const Warning& warning) { return warning.property == "RRULE"; };
  EXPECT_TRUE(std::ranges::any_of(whole->private_warnings, names_rule));
  // What an importer is given says nothing of it but its number.
  EXPECT_TRUE(std::ranges::none_of(reading_of(bytes).warnings, names_rule));
}

TEST(Reader, AnAddressThatIsNoWebAddressIsPassedOver) {
  const Reading reading = reading_of(calendar(event("DTSTART:20260101\r\nURL:javascript:alert(1)\r\n")));
  EXPECT_TRUE(reading.entries.at(0).url.empty());
  EXPECT_TRUE(warns(reading, 7, "is not a web address"));
}

TEST(Reader, AnEndBeforeTheStartIsPassedOver) {
  const Reading reading = reading_of(calendar(event("DTSTART:20260102T100000Z\r\nDTEND:20260102T090000Z\r\n")));
  EXPECT_FALSE(reading.entries.at(0).timing.end);
  EXPECT_TRUE(warns(reading, 7, "the end is before the start"));
}

}  // namespace
}  // namespace mur::calendar
