// A visitor's fingers on the whole wall: real frames, real touches, no machine.
#include <gtest/gtest.h>

#include <algorithm>

#include "shared/base/seal.h"
#include "tests/kiosk/screens/all_screens.h"

namespace mur::test {

using namespace app;

TEST(Visitor, LeavesAnOfferInAtMostSevenTouchesAndNoCharacter) {
  for (const auto& [width, height] : {std::pair{1920, 1080}, std::pair{1080, 1920}}) {
    Stage stage({.width = width, .height = height});
    stage.tap("attract.band");
    stage.tap("home.propose");
    stage.tap("what.communication");
    stage.tap("when.evenings");
    stage.tap("contact.none");
    stage.tap("form.on");
    ASSERT_EQ(stage.effects.size(), 1U);
    stage.act(PostKept{CommandId{}, {.code = "7K3M9Q2FA"}});
    stage.wall().settle();
    EXPECT_EQ(stage.screen(), Screen::ticket);
    EXPECT_LE(stage.touches, 7);
    stage.tap("ticket.done");
    EXPECT_EQ(stage.screen(), Screen::attract);
  }
}

TEST(Visitor, AnswersANeedInAtMostSixTouchesFromItsPage) {
  for (const auto& [width, height] : {std::pair{1920, 1080}, std::pair{1080, 1920}}) {
    Stage stage({.width = width, .height = height, .wall = SampleWall::with_every_need()});
    const NeedId weekly = SampleWall::need_titled(stage.state().wall, SampleWall::kWeekly);
    stage.walk({GoHome{}, Open{{.screen = Screen::need, .need = weekly}}});
    stage.tap("need.help");
    stage.tap("reply.date.1");
    stage.tap("contact.none");
    stage.tap("form.on");
    ASSERT_EQ(stage.effects.size(), 1U);
    stage.act(PostKept{CommandId{}, {.code = "7K3M9Q2FA"}});
    stage.wall().settle();
    EXPECT_EQ(stage.screen(), Screen::ticket);
    EXPECT_LE(stage.touches, 6);
  }
}

TEST(Visitor, GoesThereNowWithOneTouch) {
  Stage stage({});
  const NeedId soup = SampleWall::need_titled(stage.state().wall, "Servir 80 repas");
  stage.walk({GoHome{}, Open{{.screen = Screen::need, .need = soup}}});
  stage.tap("need.now.0");
  ASSERT_EQ(stage.effects.size(), 1U);
  EXPECT_TRUE(std::holds_alternative<SubmitComeNow>(stage.effects[0]));
  EXPECT_EQ(stage.screen(), Screen::come_now);
}

TEST(Visitor, GoesFromTheTicketToANeedThatCouldUseTheOfferAndBack) {
  for (const auto& [width, height] : {std::pair{1920, 1080}, std::pair{1080, 1920}}) {
    Stage stage({.width = width, .height = height});
    const auto ways = all_screens(stage.state().wall);
    const auto ticket = std::ranges::find(ways, "ticket", &ScreenWay::name);
    stage.walk(ticket->actions);
    ASSERT_EQ(stage.screen(), Screen::ticket);
    const NeedId poster = SampleWall::need_titled(stage.state().wall, "Une affiche pour le 21");
    for (const char* way : {"ticket.need", "ticket.match.0"}) {
      stage.tap(way);
      ASSERT_EQ(stage.screen(), Screen::need) << way;
      EXPECT_EQ(stage.state().page().need, poster);
      stage.tap("need.back");
      ASSERT_EQ(stage.screen(), Screen::ticket);
    }
  }
}

TEST(Visitor, GoesFromAnOfferToTheNeedThatCouldUseItAndFromThereToTheOffer) {
  for (const auto& [width, height] : {std::pair{1920, 1080}, std::pair{1080, 1920}}) {
    Stage stage({.width = width, .height = height});
    OfferId repair;
    stage.state().wall.each<Offer>([&](const Offer& each) {
      if (each.details.tiles.front() == Tile::repair) repair = each.id;
    });
    stage.walk({GoHome{}, Open{{.screen = Screen::offer, .offer = repair}}});
    stage.tap("offer.match.0");
    ASSERT_EQ(stage.screen(), Screen::need);
    stage.tap("need.match.0");
    EXPECT_EQ(stage.screen(), Screen::offer);
  }
}

TEST(Visitor, ReportsAPostWithTwoTouchesFromItsPage) {
  for (const auto& [width, height] : {std::pair{1920, 1080}, std::pair{1080, 1920}}) {
    Stage stage({.width = width, .height = height});
    const Wall& wall = stage.state().wall;
    const EventId event = SampleWall::event_titled(wall, "Préparer la marche du 21");
    const OfferId offer = SampleWall::newest_offer(wall);
    struct Page {
      Open open;
      RecordId post;
    };
    for (const Page& page :
         {Page{{{.screen = Screen::event, .occurrence = {event, SampleWall::paris(17, 18, 0).local}}},
               record_id(event)},
          Page{{{.screen = Screen::offer, .offer = offer}}, record_id(offer)}}) {
      stage.effects.clear();
      // Under a long text on a portrait wall it is further down.
      if (height > width && page.post.kind == RecordKind::event) continue;
      stage.walk({GoHome{}, page.open});
      stage.tap("post.report");
      ASSERT_EQ(stage.screen(), Screen::report);
      stage.tap("report.hateful");
      ASSERT_EQ(stage.effects.size(), 1U);
      EXPECT_EQ(stage.effects[0], Effect(SubmitReport{.post = page.post, .reason = ReportReason::hateful}));
      stage.act(PostKept{CommandId{}, {.code = "7K3M9Q2FA"}});
      EXPECT_EQ(stage.screen(), Screen::ticket);
    }
  }
}

TEST(Visitor, TheFirstTouchLandsNowhereOnHome) {
  Stage stage({});
  stage.walk({GoHome{}});
  const kiosk::Point propose = stage.wall().middle("home.propose");
  stage.walk({});
  stage.wall().finger_down(propose);
  stage.wall().finger_up(propose);
  stage.wall().settle();
  EXPECT_EQ(stage.screen(), Screen::home);
}

TEST(Visitor, AnyTouchLeavesAttractEvenAboveTheMiddleOfAPortraitWall) {
  Stage stage({.width = 1080, .height = 1920});
  stage.wall().finger_down({540, 300});
  stage.wall().finger_up({540, 300});
  stage.wall().settle();
  EXPECT_EQ(stage.screen(), Screen::home);
}

TEST(Visitor, OpensAnEventFromHomeAndComesBack) {
  Stage stage({});
  stage.walk({GoHome{}});
  stage.tap("home.day.0");
  EXPECT_EQ(stage.screen(), Screen::event);
  stage.tap("event.help");
  EXPECT_EQ(stage.screen(), Screen::need);
  stage.tap("need.back");
  stage.tap("event.back");
  EXPECT_EQ(stage.screen(), Screen::home);
}

TEST(Visitor, ThrowsTheCalendarWithoutOpeningAnything) {
  Stage stage({});
  stage.walk({GoHome{}, Open{{.screen = Screen::calendar}}});
  stage.wall().finger_down({900, 500});
  for (float y = 500; y > 300; y -= 40) stage.wall().finger_move({900, y});
  stage.wall().finger_up({900, 300});
  stage.wall().settle();
  EXPECT_EQ(stage.screen(), Screen::calendar);
}

TEST(Visitor, SearchesTheNeedsWithTheKeyboardAndComesBackToWhatWasFound) {
  for (const auto& [width, height, found] :
       {std::tuple{1920, 1080, "search.card.0"}, std::tuple{1080, 1920, "suggestion.0"}}) {
    Stage stage({.width = width, .height = height});
    stage.walk({GoHome{}, Open{{.screen = Screen::needs}}});
    stage.tap("board.search");
    ASSERT_EQ(stage.screen(), Screen::search_needs);
    for (const char* key : {"key.d", "key.a", "key.r", "key.i"}) stage.tap(key);
    stage.tap(found);
    ASSERT_EQ(stage.screen(), Screen::need);
    EXPECT_EQ(stage.state().wall.find(stage.state().page().need)->details.title, "Traduire en dari");
    stage.tap("need.back");
    EXPECT_EQ(stage.screen(), Screen::search_needs);
    EXPECT_EQ(stage.state().visit.search.words, "dari");
    stage.tap("key.confirm");
    EXPECT_FALSE(stage.state().visit.search.typing);
    stage.tap("search.card.0");
    EXPECT_EQ(stage.screen(), Screen::need);
  }
}

TEST(Visitor, TypesWithTheFingerAndSuggestionsFinishTheWord) {
  Stage stage({});
  stage.walk({GoHome{}, Open{{.screen = Screen::offer_what}}});
  stage.tap("what.other");
  for (const char* key : {"key.g", "key.r", "key.a"}) stage.tap(key);
  EXPECT_EQ(stage.state().visit.typing.text, "gra");
  stage.tap("suggestion.0");
  EXPECT_EQ(stage.state().visit.typing.text, "graphisme ");
  stage.tap("key.backspace");
  stage.tap("key.confirm");
  EXPECT_EQ(stage.screen(), Screen::offer_when);
  EXPECT_EQ(stage.state().visit.offer.text, "graphisme");
}

TEST(Visitor, APhoneNumberIsMaskedAndLeavesOnlyToBeSealed) {
  Stage stage({});
  stage.walk({GoHome{}, Open{{.screen = Screen::offer_what}}});
  stage.tap("what.photo");
  stage.tap("when.days");
  stage.tap("contact.type");
  stage.tap("contact.adult");
  ASSERT_EQ(stage.screen(), Screen::reach);
  for (const char digit : std::string_view("0612345678")) stage.tap(std::string("key.") + digit);
  stage.tap("key.confirm");
  ASSERT_EQ(stage.effects.size(), 1U);
  EXPECT_EQ(stage.effects[0], Effect(SealContact{ContactKind::phone, "0612345678"}));
  EXPECT_EQ(stage.state().visit.typing.text, "");
}

TEST(Visitor, AidsChangeThePictureAtOnceAndGoWithTheVisitor) {
  Stage stage({});
  stage.walk({GoHome{}});
  stage.tap("bar.large");
  EXPECT_GT(stage.wall().ui().theme().text_scale, 1);
  stage.tap("bar.contrast");
  EXPECT_EQ(stage.wall().ui().theme().scheme, kiosk::Scheme::high_contrast);
  stage.tap("bar.language.en");
  EXPECT_EQ(stage.wall().ui().targets().find("home.help")->label, "Help");
  stage.act(Leave{});
  EXPECT_EQ(stage.state().visit.aids, Aids{});
}

TEST(Visitor, StillThereKeepsFingersFromWhatIsUnderIt) {
  Stage stage({});
  stage.walk({GoHome{}});
  stage.pass(Seconds{60});
  EXPECT_TRUE(stage.wall().ui().targets().find("home.propose")->covered);
  stage.tap("still.stay");
  EXPECT_EQ(stage.screen(), Screen::home);
  EXPECT_FALSE(stage.state().visit.asked_at);
}

TEST(Visitor, EraseAndLeaveIsInReachOnEveryStep) {
  Stage stage({});
  for (const ScreenWay& way : all_screens(stage.state().wall)) {
    stage.walk(way.actions);
    if (!is_form(stage.screen())) continue;
    const auto& targets = stage.wall().ui().targets();
    EXPECT_TRUE(targets.find("form.leave") != nullptr || targets.find("bar.leave") != nullptr) << way.name;
  }
}

TEST(Visitor, NoReplyIsOfferedThatIsNotBuilt) {
  Stage stage({});
  for (const ScreenWay& way : all_screens(stage.state().wall)) {
    stage.walk(way.actions);
    for (const kiosk::TouchTarget& target : stage.wall().ui().targets().all())
      for (const char* word : {"Imprimer", "Lire", "Organisations"})
        EXPECT_EQ(target.label.find(word), std::string::npos) << way.name;
  }
}

}  // namespace mur::test
