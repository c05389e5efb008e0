// A visitor starts a group, and another one joins it.
#include <gtest/gtest.h>

#include "kiosk/app/view.h"
#include "tests/kiosk/app/languages.h"
#include "tests/kiosk/app/story.h"

namespace mur::test {

using namespace app;

namespace {

const TicketSecret kTicket{.code = "7K3M9Q2FA"};
const CommandId kCommand{derive_uuid(Uuid{}, "join")};

/// Someone in front of an idea's page.
class IdeaStory : public Story {
 public:
  IdeaStory() : Story(SampleWall::with_every_need()) {
    state.wall.each<Offer>([this](const Offer& offer) {
      if (offer.kind == OfferKind::idea) idea = offer.id;
    });
    act(GoHome{}).act(Open{{.screen = Screen::offer, .offer = idea}});
  }
  template <class Of>
  [[nodiscard]] Of view() const {
    return std::get<Of>(make_view(state, catalogues).screen);
  }

  OfferId idea;
  Languages catalogues = both_languages();
};

}  // namespace

TEST(Idea, IsJoinedWithoutAContactInThreeTouches) {
  IdeaStory story;
  EXPECT_EQ(plain(story.view<OfferView>().joined), "2 personnes viendraient");
  story.act(Join{});
  EXPECT_EQ(story.screen(), Screen::contact);
  story.act(TouchReach{ReachChoice::none});
  EXPECT_EQ(story.screen(), Screen::review);
  story.act(Send{}).act(Send{});
  ASSERT_EQ(story.effects.size(), 1U) << "touched twice, sent once";
  EXPECT_EQ(story.effects[0], Effect(SubmitJoin{{.offer = story.idea, .language = "fr"}}));
  story.act(PostKept{kCommand, kTicket});
  const auto ticket = story.view<TicketView>();
  EXPECT_EQ(ticket.what, "Un chœur de quartier, le dimanche");
  EXPECT_TRUE(ticket.to_idea);
  story.act(PostAnswered{kCommand, Receipt{.command = kCommand, .reply = ReplyStatus::held}});
  EXPECT_EQ(plain(story.view<TicketView>().reply->status), "C’est noté : vous en serez");
}

TEST(Idea, AContactTravelsSealedWithTheAge) {
  IdeaStory story;
  story.act(Join{}).act(TouchAge{AgeClass::adult}).act(TouchReach{ReachChoice::typed});
  EXPECT_EQ(story.screen(), Screen::reach);
  story.act(ContactSealed{ContactKind::phone, Bytes{1, 2}}).act(Send{});
  const JoinIdea& join = std::get<SubmitJoin>(story.effects.back()).join;
  EXPECT_EQ(join.contact, ContactKind::phone);
  EXPECT_EQ(join.age, AgeClass::adult);
  EXPECT_EQ(join.sealed_contact, (Bytes{1, 2}));
}

TEST(Idea, AnyOtherOfferIsNotJoined) {
  Story story;
  story.act(GoHome{}).act(Open{{.screen = Screen::offer, .offer = SampleWall::newest_offer(story.state.wall)}});
  story.act(Join{});
  EXPECT_EQ(story.screen(), Screen::offer);
}

TEST(Idea, IsStartedFromTheReviewOfAnOfferInOnesOwnWords) {
  Story story;
  story.open(Screen::offer_what).act(TouchTile{Tile::other}).act(ChangeText{"Un chœur"}).act(FinishText{});
  story.act(TouchTime{Time::weekends}).act(TouchReach{ReachChoice::none}).act(ToggleIdea{}).act(Send{});
  const OfferDetails& sent = std::get<SubmitOffer>(story.effects.at(0)).details;
  EXPECT_EQ(sent.tiles, (std::vector{Tile::idea})) << "the kind follows from the first";
  EXPECT_EQ(sent.text, "Un chœur");
}

TEST(Idea, PresetsAloneStartNone) {
  Story story;
  story.open(Screen::offer_what).act(TouchTile{Tile::photo}).act(TouchTime{Time::weekends});
  story.act(TouchReach{ReachChoice::none}).act(ToggleIdea{}).act(Send{});
  EXPECT_EQ(std::get<SubmitOffer>(story.effects.at(0)).details.tiles, (std::vector{Tile::photo}));
}

TEST(Idea, ItsAuthorsTicketSaysWhoWouldComeAndWhen) {
  IdeaStory story;
  const TicketState ticket{.status = PostStatus::published,
                           .details = {.tiles = {Tile::idea}, .text = "Un chœur"},
                           .joined = 3,
                           .meeting_at = SampleWall::kNow + std::chrono::days{3},
                           .meeting_place = "Grande salle"};
  story.state.visit.lookup = TicketLookup{.code = kTicket.code, .stage = TicketLookup::Stage::found, .state = ticket};
  story.open(Screen::my_ticket_state);
  const std::string detail = plain(story.view<TicketStateView>().detail);
  EXPECT_TRUE(detail.contains("3 personnes viendraient")) << detail;
  EXPECT_TRUE(detail.contains("Rendez-vous : ")) << detail;
  EXPECT_TRUE(detail.contains("Grande salle")) << detail;
}

TEST(More, IsSaidAndUnsaidByTouchAndTravelsWithTheOffer) {
  Story story;
  story.open(Screen::offer_what).act(TouchTile{Tile::photo}).act(TouchTime{Time::holidays});
  story.act(TouchReach{ReachChoice::none}).act(Change{Screen::offer_more});
  EXPECT_EQ(story.screen(), Screen::offer_more);
  for (const Detail detail : {Detail::curious, Detail::at_ease, Detail::job, Detail::may_train, Detail::remote,
                              Detail::half_day, Detail::employer_days, Detail::job})
    story.act(TouchDetail{detail});
  story.act(Review{});
  EXPECT_EQ(story.screen(), Screen::review);
  story.act(Send{});
  const OfferDetails& sent = std::get<SubmitOffer>(story.effects.at(0)).details;
  EXPECT_TRUE(sent.availability.holidays);
  EXPECT_EQ(sent.level, Level::at_ease);
  EXPECT_EQ(sent.origin, Origin::unsaid) << "touched twice";
  EXPECT_TRUE(sent.may_train);
  EXPECT_TRUE(sent.remote);
  EXPECT_EQ(sent.hours_a_week, kHalfDay);
  EXPECT_EQ(sent.employer, EmployerBacked{.time = EmployerBacked::Time::days});
}

}  // namespace mur::test
