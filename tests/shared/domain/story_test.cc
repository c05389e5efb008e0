// Stories: told by ticket after a meeting, with consent; taken back with one touch.
#include <gtest/gtest.h>

#include "shared/domain/scope.h"
#include "tests/shared/domain/reply_house.h"

namespace mur {
namespace {

using test::ReplyHouse;
using Status = ReplyStatus;

class Stories : public testing::Test {
 protected:
  Stories() {
    need = house.need_of(4);
    person = house.answer(need);
  }
  void meet() {
    house.must(DecideReply{.reply = person.reply, .status = Status::accepted, .note = {}}, house.cook());
    house.wait(house.the(person.reply).begins_at - house.now);
    house.must(DecideReply{.reply = person.reply, .status = Status::met, .note = {}}, house.cook());
  }
  Result<Changes> with_ticket(Command command, const Actor& actor = ReplyHouse::kiosk()) {
    Order asked = house.order(std::move(command));
    asked.ticket = person.ticket;
    return house.ask(asked, actor);
  }
  static TellStory told(std::string text = "On a servi quatre-vingts repas.") {
    return {.sealed_ticket = {1}, .text = std::move(text), .first_name = "Ana", .language = "fr", .consent = true};
  }
  [[nodiscard]] StoryId story() const { return story_id(record_id(person.reply)); }

  ReplyHouse house;
  NeedId need;
  ReplyHouse::Person person;
};

TEST_F(Stories, AreToldOnceBothHaveMetAndWaitForReview) {
  EXPECT_EQ(with_ticket(told()).error().code, Errc::closed);
  meet();
  ASSERT_TRUE(with_ticket(told()));
  const Story& waits = house.the(story());
  EXPECT_EQ(waits.moderation.status, PostStatus::pending);
  EXPECT_EQ(waits.organization, house.resident);
  EXPECT_EQ(waits.consented_at, house.now);
  EXPECT_EQ(waits.expires_at, house.now + limits::kStoryLife);
}

TEST_F(Stories, WantConsentAndWords) {
  meet();
  TellStory silent = told();
  silent.consent = false;
  EXPECT_EQ(with_ticket(silent).error().field, "consent");
  EXPECT_EQ(with_ticket(told("")).error().field, "text");
  EXPECT_EQ(with_ticket(told(std::string(limits::kStory + 1, 'x'))).error().field, "text");
  EXPECT_TRUE(with_ticket(told(std::string(limits::kStory, 'x'))));
}

TEST_F(Stories, AreScreened) {
  meet();
  ASSERT_TRUE(with_ticket(told("Appelez Ana au 06 12 34 56 78")));
  EXPECT_FALSE(house.the(story()).moderation.marks.empty());
}

TEST_F(Stories, NoRoleNeedsMoreThanTheTicketAndNoneDoesWithout) {
  meet();
  for (const Actor& actor : {ReplyHouse::admin(), ReplyHouse::moderator(), house.cook(), house.mechanic(),
                             ReplyHouse::someone(Role::visitor), ReplyHouse::someone(Role::proposer)}) {
    EXPECT_TRUE(with_ticket(told(), actor)) << actor.name;
    EXPECT_EQ(house.ask(told(), actor).error().code, Errc::not_found) << actor.name;
    EXPECT_EQ(house.ask(TakeStoryBack{{1}}, actor).error().code, Errc::not_found) << actor.name;
  }
  EXPECT_EQ(with_ticket(told(), ReplyHouse::clock()).error().code, Errc::forbidden);
}

TEST_F(Stories, GoThroughTheQueueAsAnyPost) {
  meet();
  ASSERT_TRUE(with_ticket(told()));
  const RecordId id = record_id(story());
  house.must(Approve{id}, ReplyHouse::moderator());
  EXPECT_EQ(house.the(story()).moderation.status, PostStatus::published);
  house.must(Hide{.post = id, .reason = Reason::other}, ReplyHouse::moderator());
  house.must(Unhide{id}, ReplyHouse::moderator());
  ASSERT_TRUE(with_ticket(told("On a servi cent repas.")));
  EXPECT_EQ(house.the(story()).moderation.status, PostStatus::pending) << "new words are read anew";
  house.must(Refuse{.post = id, .reason = Reason::other}, ReplyHouse::moderator());
  EXPECT_EQ(house.the(story()).moderation.status, PostStatus::refused);
}

TEST_F(Stories, AWallKnowsNotOfWhatNorSinceWhen) {
  meet();
  ASSERT_TRUE(with_ticket(told()));
  const Scope wall{.kind = Scope::Kind::wall, .organization = {}};
  EXPECT_FALSE(project(house.the(story()), wall));
  house.must(Approve{record_id(story())}, ReplyHouse::moderator());
  const auto shown = project(house.the(story()), wall);
  ASSERT_TRUE(shown);
  EXPECT_EQ(std::get<Story>(*shown).of, RecordId{});
  EXPECT_EQ(std::get<Story>(*shown).consented_at, TimePoint{});
  EXPECT_EQ(std::get<Story>(*shown).text, house.the(story()).text);
}

TEST_F(Stories, AreTakenBackWithOneTouchAndForgotten) {
  meet();
  EXPECT_EQ(with_ticket(TakeStoryBack{{1}}).error().field, "story");
  ASSERT_TRUE(with_ticket(told()));
  house.must(Approve{record_id(story())}, ReplyHouse::moderator());
  const auto taken = with_ticket(TakeStoryBack{{1}});
  ASSERT_TRUE(taken);
  EXPECT_EQ(house.wall.find(story()), nullptr);
  EXPECT_EQ(taken->forgotten, std::vector{record_id(story())});
  EXPECT_TRUE(with_ticket(told())) << "and may be told again";
}

TEST_F(Stories, TheTicketLeadsToItOnceTheReplyIsGone) {
  meet();
  ASSERT_TRUE(with_ticket(told()));
  house.must(Approve{record_id(story())}, ReplyHouse::moderator());
  house.wait(std::chrono::days{60});
  ASSERT_EQ(house.wall.find(person.reply), nullptr);
  ASSERT_NE(house.wall.find(story()), nullptr);
  EXPECT_EQ(meeting_of(house.wall, record_id(story()))->organization, house.resident);
  ASSERT_TRUE(with_ticket(TakeStoryBack{{1}}));
  EXPECT_EQ(house.wall.find(story()), nullptr);
  EXPECT_EQ(with_ticket(TakeStoryBack{{1}}).error().code, Errc::not_found);
}

TEST_F(Stories, LiveAYear) {
  meet();
  ASSERT_TRUE(with_ticket(told()));
  house.must(Approve{record_id(story())}, ReplyHouse::moderator());
  house.wait(limits::kStoryLife - std::chrono::hours{1});
  EXPECT_NE(house.wall.find(story()), nullptr);
  house.wait(std::chrono::hours{2});
  EXPECT_EQ(house.wall.find(story()), nullptr);
}

}  // namespace
}  // namespace mur
