#include <gtest/gtest.h>

#include <map>

#include "kiosk/app/contact_text.h"
#include "kiosk/app/view.h"
#include "tests/kiosk/app/languages.h"
#include "tests/kiosk/app/story.h"

namespace mur::test {

using namespace app;
using std::chrono::hours;
using std::chrono::local_days;

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

TEST(View, CancelledFullAndMovedAreWords) {
  Story story;
  story.act(GoHome{}).open(Screen::calendar);
  std::map<std::string, std::vector<TagView>> tags;
  const View view = make_view(story.state, both_languages());
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
  EXPECT_TRUE(std::holds_alternative<GoneView>(make_view(story.state, both_languages()).screen));
}

TEST(View, TheChromeSaysHowOldTheDataIs) {
  Story story;
  EXPECT_EQ(make_view(story.state, both_languages()).chrome.offline, "");
  story.act(BrokerLeft{}).pass(hours{2});
  EXPECT_EQ(plain(make_view(story.state, both_languages()).chrome.offline), "Hors ligne · données d’il y a 2 h");
}

TEST(View, TheCalendarTurnsPagesThatEndWithADay) {
  Story story(SampleWall::crowded(2000));
  story.act(GoHome{}).open(Screen::calendar);
  const Languages languages = both_languages();
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
  story.act(TouchReach{ReachChoice::none}).act(Send{}).act(PostKept{CommandId{}, {.code = "7K3M9Q2FA"}});
  const View view = make_view(story.state, both_languages());
  EXPECT_EQ(std::get<TicketView>(view.screen).link, "");
  EXPECT_EQ(std::get<TicketView>(view.screen).code, format_ticket_code("7K3M9Q2FA"));
}

TEST(ContactText, KnowsASlipFromANumber) {
  EXPECT_TRUE(looks_like_phone_number("06 12 34 56 78"));
  EXPECT_TRUE(looks_like_phone_number("+33 (0)6.12.34.56.78"));
  EXPECT_TRUE(looks_like_phone_number("+32 470 12 34 56"));
  EXPECT_FALSE(looks_like_phone_number("0612"));
  EXPECT_FALSE(looks_like_phone_number("06 12 34 56 7"));
  EXPECT_FALSE(looks_like_phone_number("06 12 34 56 7x"));
  EXPECT_FALSE(looks_like_phone_number("1234567890123456"));
}

TEST(ContactText, KnowsASlipFromAnAddress) {
  EXPECT_TRUE(looks_like_email_address("ana@maison-commune.example"));
  for (const char* wrong : {"ana", "@x.example", "ana@", "ana@x", "a@b@c.example", "a na@x.example", "ana@x..example"})
    EXPECT_FALSE(looks_like_email_address(wrong)) << wrong;
}

}  // namespace mur::test
