// What a file calls private stays so, however the file is written.
#include "tests/shared/calendar/build.h"
#include "tests/shared/calendar/reading.h"

namespace mur::calendar {
namespace {

/// The event is there, and private.
void expect_private(const std::string& lines) {
  SCOPED_TRACE(lines);
  const Reading reading = reading_of(calendar(event(lines)));
  EXPECT_TRUE(reading.entries.empty());
  EXPECT_EQ(reading.private_left, 1U);
}

TEST(Privacy, AClassThatFellIntoAnotherPartOfTheEventCounts) {
  expect_private("DTSTART:20260314\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\nCLASS:PRIVATE\r\n");
  expect_private("DTSTART:20260314\r\nBEGIN:VALARM\r\nBEGIN:X-INNER\r\nCLASS:CONFIDENTIAL\r\nEND:VALARM\r\n");
  expect_private("DTSTART:20260314\r\nDESCRIPTION:Rendez-vous\r\nBegin: 18h30\r\nCLASS:PRIVATE\r\n");
  expect_private("DTSTART:20260314\r\nDESCRIPTION:Rendez-vous\r\nBegin: valarm\r\nCLASS:PRIVATE\r\n");
}

TEST(Privacy, BlanksBeforeTheColonHideNoClass) {
  expect_private("DTSTART:20260314\r\nCLASS :PRIVATE\r\n");
  expect_private("DTSTART:20260314\r\nCLASS\t:PRIVATE\r\n");
  expect_private("DTSTART:20260314\r\nDESCRIPTION:Docteur\r\nClass : Private\r\n");
  expect_private("DTSTART:20260314\r\nCLASS ;X-A=1:CONFIDENTIAL\r\n");
}

TEST(Privacy, AClassInSmallLettersAfterATextCounts) {
  expect_private("DTSTART:20260314\r\nDESCRIPTION:Docteur\r\nclass:private\r\n");
  expect_private("DTSTART:20260314\r\nDESCRIPTION:Docteur\r\nClass: Confidential\r\n");
  expect_private("DTSTART:20260314\r\ndescription:Docteur\r\nclass: nobody\r\n");
}

TEST(Privacy, AnUnknownClassIsPrivateAndSaidToItsWriter) {
  const auto whole = read_whole(calendar(event("DTSTART:20260314\r\nCLASS:PERSONAL\r\n")), kTestLimits);
  ASSERT_TRUE(whole);
  ASSERT_EQ(whole->private_entries.size(), 1U);
  ASSERT_EQ(std::ranges::count(whole->private_warnings, "CLASS", &Warning::property), 1);
  const auto said = std::ranges::find(whole->private_warnings, "CLASS", &Warning::property);
  EXPECT_EQ(to_sentence(*said), "line 7: CLASS \"PERSONAL\" is not a class; read as PRIVATE");
  EXPECT_EQ(std::ranges::count(whole->reading.warnings, "CLASS", &Warning::property), 0);
}

TEST(Privacy, AnEmptyClassIsPublic) { EXPECT_EQ(entry_of("DTSTART:20260314\r\nCLASS:\r\n").summary, "Atelier"); }

TEST(Privacy, NoWarningRepeatsWhatAPrivateEventSays) {
  const std::string secret = "BEGIN:VEVENT\r\nUID:secret\r\nDTSTART:20260314\r\nCLASS:PRIVATE\r\nEND:VEVENT\r\n";
  const Reading reading =
      reading_of(calendar(secret + secret +
                          "BEGIN:VEVENT\r\nUID:1\r\nDTSTART:20260314\r\nCLASS:PRIVATE\r\nDESCRIPTION:Docteur\r\n"
                          "End: secret at 18h30\r\nBegin: secret\r\nEND:X-SECRET\r\nEND:X-A secret\r\nEND:" +
                          std::string(40, 'A') + "secret" + "\r\nEND:VEVENT\r\n"));
  EXPECT_EQ(reading.private_left, 2U);
  EXPECT_TRUE(warns(reading, 8, "an event is there more than once") ||
              warns(reading, 3, "an event is there more than once"));
  for (const Warning& warning : reading.warnings) EXPECT_EQ(to_sentence(warning).find("secret"), std::string::npos);
}

TEST(Privacy, TheUidOfAPrivateSeriesIsNotToldByItsChangedDates) {
  const std::string change =
      "BEGIN:VEVENT\r\nUID:secret\r\nRECURRENCE-ID:20260315\r\nDTSTART:20260316\r\nEND:VEVENT\r\n";
  const Reading reading = reading_of(calendar(
      change + change +
      "BEGIN:VEVENT\r\nUID:secret\r\nDTSTART:20260314\r\nRRULE:FREQ=DAILY\r\nCLASS:PRIVATE\r\nEND:VEVENT\r\n"));
  EXPECT_EQ(reading.private_left, 2U);
  for (const Warning& warning : reading.warnings) EXPECT_EQ(to_sentence(warning).find("secret"), std::string::npos);
}

TEST(Privacy, AZoneThatAPrivateEventNamesFirstIsSaidOfThePublicOne) {
  const Reading reading = reading_of(
      calendar("BEGIN:VEVENT\r\nUID:p\r\nCLASS:PRIVATE\r\nDTSTART;TZID=Chez nous:20260714T120000\r\nEND:VEVENT\r\n" +
               event("DTSTART;TZID=Chez nous:20260714T120000\r\n")));
  EXPECT_TRUE(warns(reading, 11, "\"Chez nous\" is not in the tables"));
}

}  // namespace
}  // namespace mur::calendar
