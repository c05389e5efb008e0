// Files as programs really write them: wrong line ends, encodings, ends, and too much of everything.
#include "tests/shared/calendar/build.h"
#include "tests/shared/calendar/reading.h"

namespace mur::calendar {
namespace {

TEST(DirtyFile, AnyLineEndAndAnyFoldWillDo) {
  const std::string crlf =
      calendar(event("DTSTART:20260101\r\nDESCRIPTION:Un long\r\n  texte\r\n\tpli\xC3\r\n \xA9\r\n"));
  for (const std::string_view end : {"\r\n", "\n", "\r", "\r\r\n"}) {
    std::string bytes;
    for (const char c : crlf)
      if (c == '\n') {
        bytes += end;
      } else if (c != '\r') {
        bytes += c;
      }
    EXPECT_EQ(reading_of(bytes).entries.at(0).description, "Un long textepli\xC3\xA9");
  }
  EXPECT_EQ(
      reading_of("BEGIN\r\n :VCALENDAR\r\nBEGIN\r\n :VEVENT\r\nDTSTART\r\n ;VALUE=DATE\r\n :20260101\r\nSUMMARY\r\n "
                 ":A\r\nEND\r\n :VEVENT\r\nEND\r\n :VCALENDAR\r\n")
          .entries.at(0)
          .summary,
      "A");
}

TEST(DirtyFile, ALineEndInsideATextIsTakenAsOne) {
  const Reading reading = reading_of(calendar(event("DESCRIPTION:Rendez-vous\r\n18 h 30\r\nDTSTART:20260101\r\n")));
  EXPECT_EQ(reading.entries.at(0).description, "Rendez-vous\n18 h 30");
  EXPECT_TRUE(warns(reading, 7, "not a content line"));
}

TEST(DirtyFile, ALineThatIsNoneDoesNotSpoilADate) {
  const Reading reading = reading_of(calendar(event("DTSTART:20260101\r\nPRIX=5 euros\r\n")));
  EXPECT_EQ(reading.entries.at(0).timing.start, when("20260101"));
  EXPECT_TRUE(warns(reading, 7, "not a content line"));
}

TEST(DirtyFile, EncodingsAreDetectedAndSaid) {
  const std::string utf8 = calendar(event("DTSTART:20260101\r\nLOCATION:Caf\xC3\xA9\r\n"));
  EXPECT_EQ(reading_of("\xEF\xBB\xBF" + utf8).entries.at(0).location, "Caf\xC3\xA9");

  const Reading latin = reading_of(calendar(event("DTSTART:20260101\r\nLOCATION:Caf\xE9 \x80\r\n")));
  EXPECT_EQ(latin.entries.at(0).location, "Caf\xC3\xA9 \xE2\x82\xAC");
  EXPECT_TRUE(warns(latin, 1, "not UTF-8"));

  std::string wide = "\xFF\xFE";
  for (const char c : calendar(event("DTSTART:20260101\r\nLOCATION:Cafe\r\n"))) {
    wide += c;
    wide += '\0';
  }
  const Reading utf16 = reading_of(wide);
  EXPECT_EQ(utf16.entries.at(0).location, "Cafe");
  EXPECT_TRUE(warns(utf16, 1, "not UTF-8"));
}

TEST(DirtyFile, Utf16WithoutAMarkIsDetected) {
  std::string wide;
  for (const char c : calendar(event("DTSTART:20260101\r\nLOCATION:Cafe\r\n"))) {
    wide += '\0';
    wide += c;
  }
  const Reading reading = reading_of(wide);
  EXPECT_EQ(reading.entries.at(0).location, "Cafe");
  ASSERT_FALSE(reading.warnings.empty());
  EXPECT_EQ(reading.warnings.front().remedy, "read as UTF-16BE");
}

TEST(DirtyFile, AFileCutShortKeepsWhatIsWhole) {
  const Reading reading = reading_of("BEGIN:VCALENDAR\r\n" + event("DTSTART:20260101\r\n") +
                                     "BEGIN:VEVENT\r\nUID:2\r\nDTSTART:20260102\r\nSUMM");
  EXPECT_EQ(reading.entries.size(), 1U);
  EXPECT_TRUE(warns(reading, 7, "the file ends inside this event"));
}

TEST(DirtyFile, AForgottenEndIsTakenWhereTheNextBegins) {
  const Reading reading =
      reading_of(calendar("BEGIN:VEVENT\r\nUID:1\r\nDTSTART:20260101\r\nSUMMARY:A\r\n"
                          "BEGIN:VEVENT\r\nUID:2\r\nDTSTART:20260102\r\nSUMMARY:B\r\nEND:VEVENT\r\n"));
  EXPECT_EQ(reading.entries.size(), 2U);
  EXPECT_TRUE(warns(reading, 7, "VEVENT begins inside the VEVENT of line 3"));
}

TEST(DirtyFile, SeveralCalendarsInAFileAreAllRead) {
  const Reading reading = reading_of(calendar(event("DTSTART:20260101\r\n")) +
                                     calendar("BEGIN:VEVENT\r\nUID:2\r\nDTSTART:20260102\r\nEND:VEVENT\r\n"));
  EXPECT_EQ(reading.entries.size(), 2U);
}

TEST(DirtyFile, HtmlBecomesText) {
  EXPECT_EQ(
      entry_of(
          "DTSTART:20260101\r\nDESCRIPTION:<p>Venez &amp\\; <b>amenez</b> un plat</p><ul><li>sel</li><li>pain</li></ul>"
          "<a href=\"https://asso.example\">le site</a><script>x()</script>\r\n")
          .description,
      "Venez & amenez un plat\n• sel\n• pain\nle site (https://asso.example)");
  EXPECT_EQ(entry_of("DTSTART:20260101\r\nDESCRIPTION:1 < 2 et a<b\r\n").description, "1 < 2 et a<b");
  EXPECT_EQ(
      entry_of("DTSTART:20260101\r\nX-ALT-DESC;FMTTYPE=text/html:<html><body>Un<br>Deux</body></html>\r\n").description,
      "Un\nDeux");
}

TEST(DirtyFile, APrivateEventCutOffNeverShows) {
  const Reading reading = reading_of(
      "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:p\r\nRECURRENCE-ID:20260102\r\nDTSTART:20260103\r\n"
      "SUMMARY:Docteur\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:p\r\nDTSTART:20260101\r\nCLASS:PRIVATE\r\nSUMM");
  EXPECT_TRUE(reading.entries.empty());
  EXPECT_EQ(reading.private_left, 1U);
}

TEST(DirtyFile, WhatIsNoCalendarIsRefused) {
  for (const char* bytes : {"", "<html>404</html>", "BEGIN:VCARD\r\nEND:VCARD\r\n"}) {
    const auto reading = read(bytes, kTestLimits);
    ASSERT_FALSE(reading);
    EXPECT_EQ(reading.error().code, Errc::invalid);
  }
}

TEST(DirtyFile, AFileWithTooMuchWrongInItIsRefused) {
  const auto refused = [](const std::string& inside) {
    ReadLimits limits = kTestLimits;
    limits.warnings = 10;
    const auto reading = read(calendar(inside), limits);
    return !reading && reading.error().code == Errc::too_large;
  };
  std::string events;
  std::string junk;
  for (int i = 0; i < 12; ++i) {
    events += event("DTSTART:soon\r\n");
    junk += "not a line\r\n";
  }
  EXPECT_TRUE(refused(events));
  EXPECT_TRUE(refused(junk));
  EXPECT_TRUE(refused("DESCRIPTION:a\r\n" + junk));  // where a text goes on, too
  // However many values of one line are wrong, it is said once.
  EXPECT_FALSE(refused(event("DTSTART:20260101\r\nEXDATE:a,b,c,d,e,f,g,h,i,j,k,l\r\n")));
}

TEST(DirtyFile, ALineOfATextThatLooksLikeABeginOrAnEndDestroysNothing) {
  const Reading reading = reading_of(
      calendar(event("DESCRIPTION:Rendez-vous\r\nBegin: 18h30\r\nEND: 20h\r\nDTSTART:20260101\r\nBEGIN:VALARM\r\n"
                     "DESCRIPTION:Rappel\r\nEND:VALARM\r\nLOCATION:Salle 2\r\n")));
  ASSERT_EQ(reading.entries.size(), 1U);
  EXPECT_EQ(reading.entries[0].description, "Rendez-vous\nBegin: 18h30\nEND: 20h");
  EXPECT_EQ(reading.entries[0].location, "Salle 2");
  EXPECT_EQ(reading.entries[0].timing.start, when("20260101"));
  EXPECT_TRUE(warns(reading, 7, "not a content line"));
  EXPECT_TRUE(warns(reading, 8, "not a content line"));
}

TEST(DirtyFile, APartThatNobodyKnowsStaysApartWhereItsNameSaysSo) {
  for (const std::string name : {"X", "X-MOZ-ALARM", "x-lower"}) {
    const Reading reading = reading_of(
        calendar(event("BEGIN:" + name + "\r\nLOCATION:Ailleurs\r\nEND:" + name + "\r\nDTSTART:20260101\r\n")));
    EXPECT_TRUE(reading.entries.at(0).location.empty()) << name;
  }
}

TEST(DirtyFile, ABeginThatIsNoneIsPassedOverWhereNoTextGoesOn) {
  const Reading reading = reading_of(calendar(event("DTSTART:20260101\r\nBegin: 18h30\r\nLOCATION:Salle 2\r\n")));
  EXPECT_EQ(reading.entries.at(0).location, "Salle 2");
  EXPECT_TRUE(warns(reading, 7, "not a content line"));
}

TEST(DirtyFile, LinesOfATextThatLookLikePropertiesStayInIt) {
  const Reading reading = reading_of(calendar(
      event("DTSTART:20260101\r\nDESCRIPTION:Atelier\r\nTarif: 5 \xE2\x82\xAC\r\nhttps://example.org/billets\r\n"
            "Entr\xC3\xA9"
            "e: libre\r\nClass: beginners\r\nLocation: au fond\r\nLOCATION:Salle 2\r\n")));
  ASSERT_EQ(reading.entries.size(), 1U);
  EXPECT_EQ(reading.entries[0].description,
            "Atelier\nTarif: 5 \xE2\x82\xAC\nhttps://example.org/billets\nEntr\xC3\xA9"
            "e: libre\nClass: beginners\nLocation: au fond");
  EXPECT_EQ(reading.entries[0].location, "Salle 2");
  for (std::size_t line = 8; line <= 12; ++line) EXPECT_TRUE(warns(reading, line, "not a content line")) << line;
}

TEST(DirtyFile, PropertiesInSmallLettersAreProperties) {
  const Reading reading = reading_of(
      "begin:vcalendar\r\nversion:2.0\r\nbegin:vevent\r\nuid:1\r\nsummary:Atelier\r\ndtstart: 20260101\r\n"
      "description:Venez\r\nlocation:Salle 2\r\nx-color:red\r\nend:vevent\r\nend:vcalendar\r\n");
  ASSERT_EQ(reading.entries.size(), 1U);
  EXPECT_EQ(reading.entries[0].description, "Venez");
  EXPECT_EQ(reading.entries[0].location, "Salle 2");
  EXPECT_EQ(entry_of("SUMMARY:A\r\nDtstart:20260101\r\nDescription: Venez\r\nLocation: Salle\r\n").location, "Salle");
}

TEST(DirtyFile, AFoldOfALineThatIsNoneGoesWithIt) {
  const Reading reading = reading_of(calendar(event("DTSTART:20260101\r\nPRIX=5\r\n  euros\r\n")));
  EXPECT_EQ(reading.entries.at(0).timing.start, when("20260101"));
}

TEST(DirtyFile, LinesThatAreTooLongAreDroppedWhereNothingNeedsThem) {
  ReadLimits limits = kTestLimits;
  limits.line_bytes = 100;
  const std::string folded = "\r\n " + std::string(60, 'A') + "\r\n " + std::string(60, 'A') + "\r\n";
  const std::string picture = "ATTACH;ENCODING=BASE64;VALUE=BINARY:" + folded + "IMAGE;ENCODING=BASE64:" + folded;
  const auto reading =
      read(calendar(event("DTSTART:20260101\r\nX-ALT-DESC:" + folded + picture + "LOCATION:Salle 2\r\n")), limits);
  ASSERT_TRUE(reading) << reading.error().message;
  EXPECT_EQ(reading->entries.at(0).location, "Salle 2");
  EXPECT_TRUE(reading->entries.at(0).description.empty());
  for (const std::size_t line : {7U, 10U, 13U}) EXPECT_TRUE(warns(*reading, line, "longer than 100 bytes")) << line;

  const auto text = read(calendar(event("DTSTART:20260101\r\nDESCRIPTION:" + folded)), limits);
  ASSERT_FALSE(text);
  EXPECT_EQ(text.error().code, Errc::too_large);
}

TEST(DirtyFile, OfListsThatAreTooLongTheFirstValuesAreKept) {
  ReadLimits limits = kTestLimits;
  limits.values = 2;
  const auto reading =
      read(calendar(event("DTSTART:20260101\r\nRRULE:FREQ=DAILY\r\nEXDATE:20260102,20260103,20260104\r\n"
                          "RDATE:20270101,20270102,20270103\r\nCATEGORIES:a\\,b,c,d\r\n")),
           limits);
  ASSERT_TRUE(reading) << reading.error().message;
  const Entry& entry = reading->entries.at(0);
  EXPECT_EQ(entry.timing.exception_dates, (std::vector{when("20260102"), when("20260103")}));
  EXPECT_EQ(entry.timing.extra_dates.size(), 2U);
  EXPECT_EQ(entry.categories, (std::vector<std::string>{"a,b", "c"}));
  for (const std::size_t line : {8U, 9U, 10U}) EXPECT_TRUE(warns(*reading, line, "more than 2 values")) << line;
}

TEST(DirtyFile, OfVeryManyCategoriesTheFirstAreKept) {
  std::string lines = "DTSTART:20260101\r\n";
  for (int i = 0; i < 100; ++i) lines += "CATEGORIES:a" + std::to_string(i) + ",b" + std::to_string(i) + "\r\n";
  const Reading reading = reading_of(calendar(event(lines)));
  EXPECT_EQ(reading.entries.at(0).categories.size(), 64U);
  EXPECT_TRUE(warns(reading, 39, "more than 64 categories"));
}

TEST(DirtyFile, EmptyLinesAreCountedWhateverEndsThem) {
  EXPECT_TRUE(warns(reading_of("BEGIN:VCALENDAR\r\r\r" + event("SUMMARY:A\rDTSTART:soon\r")), 8, "is not a date"));
}

TEST(DirtyFile, TimesInSmallLettersAndMidnightAtTheEndOfADayAreRead) {
  EXPECT_EQ(entry_of("DTSTART:20260310t180000z\r\n").timing.start, when("20260310T180000Z"));
  const Entry until_midnight =
      entry_of("DTSTART;TZID=Europe/Paris:20260310T180000\r\nDTEND;TZID=Europe/Paris:20260310T240000\r\n");
  EXPECT_EQ(until_midnight.timing.end, when("20260311T000000", "Europe/Paris"));
  EXPECT_FALSE(parse_when("20260310T240001"));
  EXPECT_FALSE(parse_when("99991231T240000"));
}

TEST(DirtyFile, EachLimitIsKept) {
  const auto refused = [](const std::string& bytes, auto change) {
    ReadLimits limits = kTestLimits;
    change(limits);
    const auto reading = read(bytes, limits);
    return !reading && reading.error().code == Errc::too_large;
  };
  const std::string bytes =
      calendar(event("DTSTART;VALUE=DATE;X-A=1:20260101\r\nRRULE:FREQ=DAILY;BYHOUR=1,2,3\r\n"
                     "BEGIN:VALARM\r\nEND:VALARM\r\n"));
  EXPECT_FALSE(refused(bytes, [](ReadLimits&) {}));
  EXPECT_TRUE(refused(bytes, [](ReadLimits& limits) { limits.file_bytes = 100; }));
  EXPECT_TRUE(refused(bytes, [](ReadLimits& limits) { limits.components = 2; }));
  EXPECT_TRUE(refused(bytes, [](ReadLimits& limits) { limits.lines = 10; }));
  EXPECT_TRUE(refused(bytes, [](ReadLimits& limits) { limits.line_bytes = 30; }));
  EXPECT_TRUE(refused(bytes, [](ReadLimits& limits) { limits.parameters = 1; }));
  EXPECT_TRUE(refused(bytes, [](ReadLimits& limits) { limits.values = 2; }));
  EXPECT_TRUE(refused(bytes, [](ReadLimits& limits) { limits.nesting = 2; }));
  EXPECT_FALSE(refused(bytes, [](ReadLimits& limits) {
    limits = {.file_bytes = 400,
              .components = 3,
              .lines = 11,
              .line_bytes = 60,
              .parameters = 2,
              .values = 3,
              .warnings = 9,
              .nesting = 3};
  }));
}

}  // namespace
}  // namespace mur::calendar
