#include "kiosk/app/date_words.h"

#include "tests/kiosk/app/languages.h"

namespace mur::test {

using namespace app;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::local_days;
using std::chrono::minutes;

namespace {

constexpr local_days kToday{std::chrono::year{2026} / 3 / 12};

/// From a day of March 2026; 32 is the first of April.
AgendaEntry timed(int day, int hour, int minute, minutes length) {
  const auto start = kToday + days{day - 12} + hours{hour} + minutes{minute};
  return {.start = start, .end = start + length};
}
AgendaEntry whole(int first, int after_last) {
  AgendaEntry entry = timed(first, 0, 0, days{after_last - first});
  entry.all_day = true;
  return entry;
}

struct Case {
  AgendaEntry entry;
  const char* french;
  const char* english;
};

}  // namespace

TEST(DateWords, SayInFullWhenSomethingTakesPlace) {
  const DateWords french = language("fr").dates;
  const DateWords english = language("en").dates;
  for (const Case& one : {
           Case{timed(13, 18, 30, minutes{150}), "demain, de 18 h 30 à 21 h", "tomorrow, from 18:30 to 21:00"},
           Case{timed(12, 20, 0, hours{4}), "aujourd’hui, de 20 h à minuit", "today, from 20:00 to midnight"},
           Case{timed(12, 22, 0, hours{4}), "aujourd’hui, de 22 h à 2 h", "today, from 22:00 to 2:00"},
           Case{whole(21, 22), "samedi 21 mars, toute la journée", "Saturday, 21 March, all day"},
           Case{whole(28, 30), "samedi 28 et dimanche 29 mars", "Saturday 28 and Sunday, 29 March"},
           Case{whole(34, 39), "du vendredi 3 au mardi 7 avril", "from Friday 3 to Tuesday, 7 April"},
           Case{whole(30, 33), "du lundi 30 mars au mercredi 1er avril", "from Monday, 30 March to Wednesday, 1 April"},
           Case{whole(11, 16), "jusqu’à dimanche 15 mars, jour 2 sur 5", "until Sunday, 15 March, day 2 of 5"},
           Case{whole(11, 14), "jusqu’à demain, jour 2 sur 3", "until tomorrow, day 2 of 3"},
           Case{timed(14, 10, 0, days{2} + hours{7}), "du samedi 14 à 10 h au lundi 16 mars à 17 h",
                "from Saturday 14 at 10:00 to Monday, 16 March at 17:00"},
       }) {
    EXPECT_EQ(plain(french.span(one.entry, kToday)), one.french);
    EXPECT_EQ(plain(english.span(one.entry, kToday)), one.english);
  }
}

TEST(DateWords, SayTheSameInFewWords) {
  const DateWords french = language("fr").dates;
  const DateWords english = language("en").dates;
  for (const Case& one : {
           Case{timed(13, 18, 30, minutes{150}), "demain, 18 h 30 – 21 h", "tomorrow, 18:30 – 21:00"},
           Case{timed(13, 18, 0, minutes{0}), "demain, à 18 h", "tomorrow, at 18:00"},
           Case{whole(11, 16), "jusqu’à dimanche, jour 2 sur 5", "until Sunday, day 2 of 5"},
           Case{whole(34, 39), "du 3 au 7 avril", "from 3 to 7 April"},
           Case{timed(14, 10, 0, days{2} + hours{7}), "du 14 au 16 mars, dès 10 h",
                "from 14 to 16 March, from 10:00 on"},
       }) {
    EXPECT_EQ(plain(french.short_span(one.entry, kToday)), one.french);
    EXPECT_EQ(plain(english.short_span(one.entry, kToday)), one.english);
  }
}

TEST(DateWords, CountTheDaysOfWhatGoesOnAcrossTheClockChange) {
  // 29 March 2026 has 23 hours in Paris: still one day.
  const DateWords french = language("fr").dates;
  const local_days sunday = kToday + days{17};
  AgendaEntry entry = whole(27, 31);
  EXPECT_EQ(plain(french.span(entry, sunday)), "jusqu’à demain, jour 3 sur 4");
  EXPECT_EQ(plain(french.span(entry, sunday + days{1})), "aujourd’hui, jour 4 sur 4");
}

TEST(DateWords, ListDatesWithEachMonthOnce) {
  const DateWords french = language("fr").dates;
  EXPECT_EQ(plain(french.dates({kToday + days{5}, kToday + days{19}, kToday + days{20}, kToday + days{26}}, kToday)),
            "17, 31 mars, 1er, 7 avril");
  EXPECT_EQ(plain(french.dates({kToday + days{300}}, kToday)), "6 janvier 2027");
}

TEST(DateWords, CountAgesAsTheLanguageDoes) {
  const DateWords french = language("fr").dates;
  const DateWords english = language("en").dates;
  EXPECT_EQ(french.ago(std::chrono::seconds{40}), "");
  EXPECT_EQ(plain(french.ago(minutes{12})), "il y a 12 min");
  EXPECT_EQ(plain(french.ago(hours{2})), "il y a 2 h");
  EXPECT_EQ(plain(french.ago(days{3})), "il y a 3 j");
  EXPECT_EQ(plain(english.ago(minutes{12})), "12 min ago");
  EXPECT_EQ(plain(french.length(days{3})), "3 j");
  EXPECT_EQ(plain(english.length(days{1})), "24 hrs") << "a day is said from two on";
}

}  // namespace mur::test
