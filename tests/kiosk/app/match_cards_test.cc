// Needs and offers that go together, on the pages of both and on the ticket.
#include <gtest/gtest.h>

#include <algorithm>

#include "kiosk/app/view.h"
#include "shared/domain/limits.h"
#include "shared/skills/default_list.h"
#include "tests/kiosk/app/languages.h"
#include "tests/kiosk/app/story.h"
#include "tests/support/ticket_codes.h"

namespace mur::test {

using namespace app;

namespace {

class MatchCards : public ::testing::Test {
 protected:
  MatchCards() {
    story.state.skills = skills::default_tree(limits::kSkillList).value();
    story.act(WallLoaded{SampleWall::full(), SampleWall::kNow}).act(WallIsCurrent{SampleWall::kNow});
  }
  template <class Screen>
  Screen shown() {
    return std::get<Screen>(make_view(story.state, languages).screen);
  }
  NeedId need(const char* title) { return SampleWall::need_titled(story.state.wall, title); }
  OfferId offer(Tile tile) {
    OfferId found;
    story.state.wall.each<Offer>([&](const Offer& each) {
      if (each.details.tiles.front() == tile) found = each.id;
    });
    return found;
  }
  OfferView page_of(OfferId id) {
    story.act(GoHome{}).act(Open{{.screen = Screen::offer, .offer = id}});
    return shown<OfferView>();
  }
  NeedView page_of(NeedId id) {
    story.act(GoHome{}).act(Open{{.screen = Screen::need, .need = id}});
    return shown<NeedView>();
  }
  static const CardView* card(const std::vector<CardView>& cards, const std::string& title) {
    const auto found = std::ranges::find(cards, title, &CardView::title);
    return found == cards.end() ? nullptr : &*found;
  }
  void send_an_offer() {
    story.act(GoHome{}).open(Screen::offer_what).act(TouchTile{Tile::communication}).act(TouchTime{Time::evenings});
    story.act(TouchAge{AgeClass::adult}).act(TouchReach{ReachChoice::none}).act(Send{});
    story.act(PostKept{CommandId{}, {.code = "7K3M9Q2FA"}});
  }
  void look_up(PostStatus status) {
    story.act(GoHome{}).open(Screen::my_ticket).act(ChangeText{a_ticket_code()}).act(FinishText{}).act(TicketAsked{7});
    story.act(TicketAnswered{7, TicketState{.status = status, .details = {.tiles = {Tile::communication}}}});
  }

  Languages languages = both_languages();
  Story story;
};

}  // namespace

TEST_F(MatchCards, AnOffersPageShowsTheNeedsThatCouldUseItAndWhy) {
  const OfferView page = page_of(offer(Tile::repair));
  const CardView* sewing = card(page.needs, "Réparer des machines à coudre");
  ASSERT_NE(sewing, nullptr);
  EXPECT_EQ(sewing->detail, "Cambouis");
  EXPECT_EQ(plain(sewing->when), "samedi 21 mars, 14 h");
  EXPECT_EQ(sewing->point, "le week-end · Réparation");
  story.act(Open{sewing->opens});
  EXPECT_EQ(story.screen(), Screen::need);
}

TEST_F(MatchCards, ANeedsPageShowsTheOffersThatCouldAnswerIt) {
  const NeedView page = page_of(need("Traduire en dari"));
  const CardView* translation = card(page.offers, "Traduire");
  ASSERT_NE(translation, nullptr) << page.offers.size();
  EXPECT_EQ(translation->point, "Traduction");
  story.act(Open{translation->opens});
  EXPECT_EQ(story.screen(), Screen::offer);
}

TEST_F(MatchCards, AnOfferNeverStandsThereWithANameAndADay) {
  for (const BoardNeed& placed : story.state.board.needs)
    for (const CardView& each : page_of(placed.need).offers) EXPECT_EQ(each.when, "") << each.title;
}

TEST_F(MatchCards, TheTicketSaysWhatIsLookedForJustNow) {
  send_an_offer();
  ASSERT_EQ(story.screen(), Screen::ticket);
  const TicketView ticket = shown<TicketView>();
  ASSERT_FALSE(ticket.needs.empty());
  EXPECT_EQ(ticket.needs.front().title, "Une affiche pour le 21");
  EXPECT_EQ(ticket.needs.front().point, "Graphisme, proche de Communication");
  story.act(SetLanguage{"en"});
  EXPECT_EQ(shown<TicketView>().needs.front().point, "Graphic design, close to Communication");
  story.act(Open{ticket.needs.front().opens});
  EXPECT_EQ(story.screen(), Screen::need);
  story.act(GoBack{});
  EXPECT_EQ(story.screen(), Screen::ticket) << "the code is still to be noted";
}

TEST_F(MatchCards, ARefusedOfferLeadsNowhere) {
  send_an_offer();
  story.act(PostAnswered{CommandId{}, fail(Errc::closed, "hub")});
  EXPECT_TRUE(shown<TicketView>().needs.empty());
}

TEST_F(MatchCards, MyTicketShowsThemWhileTheOfferStands) {
  look_up(PostStatus::published);
  EXPECT_NE(card(shown<TicketStateView>().needs, "Une affiche pour le 21"), nullptr);
  look_up(PostStatus::withdrawn);
  EXPECT_TRUE(shown<TicketStateView>().needs.empty());
}

TEST_F(MatchCards, FollowTheWall) {
  const OfferId repair = offer(Tile::repair);
  ASSERT_NE(card(page_of(repair).needs, "Réparer des machines à coudre"), nullptr);
  Need full = *story.state.wall.find(need("Réparer des machines à coudre"));
  full.details.slots[0].accepted = full.details.slots[0].wanted;
  story.act(RecordsCame{.records = {{.seq = 1000, .record = full}}});
  EXPECT_EQ(card(page_of(repair).needs, "Réparer des machines à coudre"), nullptr);
}

TEST_F(MatchCards, AWallThatNobodyCanCorrectShowsNoOffers) {
  story.act(BrokerLeft{}).pass(limits::kStaleHidesVisitors + std::chrono::hours{1});
  for (const BoardNeed& placed : story.state.board.needs) EXPECT_TRUE(page_of(placed.need).offers.empty());
}

}  // namespace mur::test
