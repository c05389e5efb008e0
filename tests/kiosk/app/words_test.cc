#include <gtest/gtest.h>

#include <map>

#include "kiosk/app/contact_text.h"
#include "kiosk/app/view.h"
#include "tests/kiosk/app/spoken.h"
#include "tests/kiosk/app/story.h"

namespace mur::test {

using namespace app;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::local_days;
using std::chrono::minutes;

namespace {

constexpr local_days kToday{std::chrono::year{2026} / 3 / 12};

AgendaEntry entry(int day, int hour, int minute, minutes length) {
  const auto start = kToday + days{day - 12} + hours{hour} + minutes{minute};
  return {.start = start, .end = start + length};
}

}  // namespace

TEST(DateWords, SayDaysAndTimesInFrench) {
  const DateWords words = language("fr").dates;
  EXPECT_EQ(plain(words.span(entry(17, 18, 0, hours{2}), kToday)), "mardi 17 mars, de 18 h à 20 h");
  EXPECT_EQ(plain(words.short_span(entry(13, 18, 30, minutes{150}), kToday)), "demain, 18 h 30 – 21 h");
  EXPECT_EQ(plain(words.span(entry(12, 20, 5, minutes{0}), kToday)), "aujourd’hui, à 20 h 05");
  EXPECT_EQ(words.day(kToday + days{20}, kToday), "mercredi 1er avril");
  EXPECT_EQ(words.day(kToday + days{365}, kToday), "vendredi 12 mars 2027");
  EXPECT_EQ(words.short_day(kToday + days{2}, kToday), "sam.");
}

TEST(DateWords, SayDaysAndTimesInEnglish) {
  const DateWords words = language("en").dates;
  EXPECT_EQ(words.short_span(entry(13, 18, 30, minutes{150}), kToday), "tomorrow, 18:30 – 21:00");
  EXPECT_EQ(words.date(kToday + days{20}, kToday), "1 April");
}

TEST(DateWords, SayHowLongSomethingGoesOn) {
  const DateWords words = language("fr").dates;
  AgendaEntry festival = entry(11, 0, 0, days{5});
  festival.all_day = true;
  EXPECT_EQ(plain(words.span(festival, kToday)), "jusqu’à dimanche 15 mars, jour 2 sur 5");
  AgendaEntry night = entry(12, 22, 0, hours{4});
  EXPECT_EQ(plain(words.span(night, kToday)), "aujourd’hui, de 22 h à 2 h") << "one evening, though it ends tomorrow";
}

TEST(DateWords, SayRulesAndAges) {
  const DateWords words = language("fr").dates;
  calendar::RuleWords rule{.pattern = calendar::RuleWords::Pattern::weekly,
                           .weekdays = {std::chrono::Tuesday},
                           .until = local_days{std::chrono::year{2026} / 3 / 31}};
  EXPECT_EQ(words.rule(rule, kToday), "chaque mardi jusqu’au 31 mars");
  rule = {.pattern = calendar::RuleWords::Pattern::monthly_nth, .weekdays = {std::chrono::Saturday}, .nth = 1};
  EXPECT_EQ(words.rule(rule, kToday), "le premier samedi du mois");
  EXPECT_EQ(words.rule({}, kToday), "");
  EXPECT_EQ(plain(words.ago(minutes{12})), "il y a 12 min");
  EXPECT_EQ(plain(words.ago(hours{2})), "il y a 2 h");
  EXPECT_EQ(words.ago(std::chrono::seconds{40}), "");
}

TEST(Text, CountsAsTheLanguageDoes) {
  const Text french = language("fr").text;
  const auto missing = [&](int count) { return french.plural("{0} person missing", "{0} people missing", count); };
  EXPECT_EQ(missing(1), "il manque 1 personne");
  EXPECT_EQ(missing(3), "il manque 3 personnes");
}

TEST(Text, AMissingCatalogueIsNamed) {
  const auto none = Text::load("xx", MUR_LOCALE_DIR);
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().code, Errc::not_found);
  EXPECT_NE(none.error().message.find("xx"), std::string::npos);
}

TEST(View, TheEventSaysWhenWhereAndWhatIsMissing) {
  Story story;
  const EventId march = SampleWall::event_titled(story.state.wall, "Préparer la marche du 21");
  story.act(Open{{.screen = Screen::event, .occurrence = {march, SampleWall::paris(17, 18, 0).local}}});
  const View view = make_view(story.state, both());
  const auto& event = std::get<EventView>(view.screen);
  EXPECT_EQ(plain(event.when), "mardi 17 mars, de 18 h à 20 h");
  EXPECT_EQ(event.repeats, "chaque mardi jusqu’au 31 mars");
  EXPECT_EQ(event.place_note, "ici même");
  EXPECT_EQ(event.price, "Prix libre");
  EXPECT_EQ(plain(event.updated), "Mis à jour il y a 12 min depuis l’agenda de l’organisation");
  ASSERT_EQ(event.needs.size(), 2U);
  std::map<std::string, std::string> missing;
  for (const CardView& card : event.needs) missing[card.title] = card.point;
  EXPECT_EQ(missing["Peindre des banderoles"], "il manque 4 personnes");
  EXPECT_EQ(missing["Apporter de la toile"], "il manque 12 m²");
  EXPECT_NE(event.calendar_code.find("BEGIN:VEVENT"), std::string::npos);
}

TEST(View, CancelledFullAndMovedAreWords) {
  Story story;
  story.act(GoHome{}).open(Screen::calendar);
  std::map<std::string, std::vector<TagView>> tags;
  const View view = make_view(story.state, both());
  for (const DayView& day : std::get<CalendarView>(view.screen).days)
    for (const RowView& row : day.rows) tags[row.title] = row.tags;
  EXPECT_EQ(tags["Balade des berges"], (std::vector<TagView>{{"annulé", Tone::bad}}));
  EXPECT_EQ(tags["Initiation au compost"], (std::vector<TagView>{{"complet", Tone::bad}}));
  EXPECT_EQ(tags["Permanence écrivain public"], (std::vector<TagView>{{"déplacé", Tone::attention}}));
  EXPECT_EQ(tags["Atelier vélo"], (std::vector<TagView>{{"gratuit", Tone::quiet}, {"sans marche", Tone::good}}));
}

TEST(View, AnEventThatHasLeftTheWallSaysSo) {
  Story story;
  story.act(Open{{.screen = Screen::event, .occurrence = {EventId{derive_uuid(Uuid{}, "x")}, {}}}});
  EXPECT_TRUE(std::holds_alternative<GoneView>(make_view(story.state, both()).screen));
}

TEST(View, TheChromeSaysHowOldTheDataIs) {
  Story story;
  EXPECT_EQ(make_view(story.state, both()).chrome.offline, "");
  story.act(BrokerLeft{}).pass(hours{2});
  EXPECT_EQ(plain(make_view(story.state, both()).chrome.offline), "Hors ligne · données d’il y a 2 h");
}

TEST(View, TheCalendarTurnsPagesThatEndWithADay) {
  Story story(SampleWall::crowded(2000));
  story.act(GoHome{}).open(Screen::calendar);
  const Languages languages = both();
  std::size_t rows = 0;
  local_days last{};
  for (bool more = true; more; story.act(TurnPage{+1})) {
    const View view = make_view(story.state, languages);
    const auto& page = std::get<CalendarView>(view.screen);
    for (const DayView& day : page.days) {
      EXPECT_GT(day.day, last);
      last = day.day;
      rows += day.rows.size();
    }
    more = page.more;
  }
  EXPECT_EQ(rows, story.state.agenda.entries().size());
}

TEST(View, TheTicketDrawsNoQrWhereNoPageIsServed) {
  Story story;
  story.open(Screen::offer_what).act(TouchTile{Tile::photo}).act(TouchTime{Time::days});
  story.act(TouchReach{ReachChoice::none}).act(SendOffer{}).act(OfferKept{CommandId{}, {.code = "7K3M9Q2FA"}});
  const View view = make_view(story.state, both());
  EXPECT_EQ(std::get<TicketView>(view.screen).link, "");
  EXPECT_EQ(std::get<TicketView>(view.screen).code, format_ticket_code("7K3M9Q2FA"));
}

TEST(ContactText, KnowsASlipFromANumber) {
  EXPECT_TRUE(looks_like_phone_number("06 12 34 56 78"));
  EXPECT_TRUE(looks_like_phone_number("+33 (0)6.12.34.56.78"));
  EXPECT_FALSE(looks_like_phone_number("0612"));
  EXPECT_FALSE(looks_like_phone_number("06 12 34 56 7x"));
  EXPECT_FALSE(looks_like_phone_number("1234567890123456"));
}

TEST(ContactText, KnowsASlipFromAnAddress) {
  EXPECT_TRUE(looks_like_email_address("ana@maison-commune.example"));
  for (const char* wrong : {"ana", "@x.example", "ana@", "ana@x", "a@b@c.example", "a na@x.example", "ana@x..example"})
    EXPECT_FALSE(looks_like_email_address(wrong)) << wrong;
}

}  // namespace mur::test
