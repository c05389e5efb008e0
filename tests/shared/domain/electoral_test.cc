// Posts that serve a campaign: refused or hidden by default, and where a hub shows them silent around each ballot.
#include "shared/domain/electoral.h"

#include "shared/domain/scope.h"
#include "tests/shared/domain/reply_house.h"

namespace mur {
namespace {

using std::chrono::hours;
using test::House;
using test::march_at;

/// The hub of House shows nothing of campaigns; its ballot is on Sunday the 15th of March, until 20 h.
class Electoral : public testing::Test {
 protected:
  static constexpr Seconds kMoment{1};

  [[nodiscard]] static NeedDetails leaflets() {
    NeedDetails details = House::servers();
    details.title = "Distribuer des programmes";
    details.electoral = true;
    return details;
  }
  [[nodiscard]] static EventDetails meeting(const std::string& category) {
    EventDetails details = House::soup("meeting@cantine");
    details.categories = {"Rencontre", category};
    return details;
  }
  void show_campaigns(bool shown = true) {
    Hub hub = *house.wall.hub();
    hub.policy.publish_electoral = shown;
    hub.policy.silences = {Silence{.from = kEve, .until = kClose}};
    house.must(PutHub{hub}, House::clock());
  }
  NeedId put(NeedDetails details) {
    return NeedId{
        house.must(PutNeed{.organization = house.resident, .details = std::move(details)}, house.cook()).uuid};
  }
  NeedId put_by_newcomer(NeedDetails details) {
    return NeedId{
        house.must(PutNeed{.organization = house.newcomer, .details = std::move(details)}, house.mechanic()).uuid};
  }
  void mark(NeedId need, bool electoral = true) {
    house.must(MarkElectoral{.post = record_id(need), .electoral = electoral}, House::moderator());
  }
  void wait_until(TimePoint at) { house.wait(at - house.now); }
  [[nodiscard]] const Moderation& moderation(NeedId id) const { return house.the(id).moderation; }
  [[nodiscard]] PostStatus status(NeedId id) const { return moderation(id).status; }

  const TimePoint kEve = march_at(14, 0);
  const TimePoint kClose = march_at(15, 20);
  House house;
};

TEST_F(Electoral, ANeedWhoseAuthorSaysSoIsRefusedTrustedOrNot) {
  for (const NeedId need : {put(leaflets()), put_by_newcomer(leaflets())}) {
    EXPECT_EQ(status(need), PostStatus::refused);
    EXPECT_EQ(moderation(need).reason, Reason::electoral);
    EXPECT_EQ(project(house.the(need), Scope{}), std::nullopt) << "no wall ever hears of it";
  }
  EXPECT_EQ(status(put(House::servers())), PostStatus::published);
}

TEST_F(Electoral, AnEventsCategorySaysSoWhateverItsAccentsAndCase) {
  for (const char* category : {"electoral", "Électorale", "ÉLECTORAL", "Campagne électorale", "Electoral campaign"}) {
    House fresh;
    const EventId event{
        fresh.must(PutEvent{.organization = fresh.resident, .details = meeting(category)}, fresh.cook()).uuid};
    EXPECT_EQ(fresh.the(event).moderation.status, PostStatus::refused) << category;
    EXPECT_EQ(fresh.the(event).moderation.reason, Reason::electoral) << category;
  }
  const EventId other{
      house.must(PutEvent{.organization = house.resident, .details = meeting("Électricité")}, house.cook()).uuid};
  EXPECT_EQ(house.the(other).moderation.status, PostStatus::published);
}

TEST_F(Electoral, AModeratorsMarkHidesWhatTheWallHasShownAndRefusesWhatWaits) {
  const NeedId shown = put(House::servers());
  const NeedId waits = put_by_newcomer(House::servers());
  mark(shown);
  mark(waits);
  EXPECT_EQ(status(shown), PostStatus::hidden);
  EXPECT_EQ(moderation(shown).reason, Reason::electoral);
  EXPECT_TRUE(is_tombstone(*project(house.the(shown), Scope{}))) << "walls take it away";
  EXPECT_EQ(status(waits), PostStatus::refused);
  house.wait(kMoment);
  EXPECT_EQ(status(shown), PostStatus::hidden) << "as long as the mark is there";
}

TEST_F(Electoral, AClearedMarkBringsBackWhatWasOnTheWallAndTheOtherIsRead) {
  const NeedId shown = put(House::servers());
  const NeedId waits = put_by_newcomer(House::servers());
  for (const NeedId need : {shown, waits}) {
    mark(need);
    mark(need, false);
    EXPECT_EQ(moderation(need).reason, Reason::none);
  }
  EXPECT_EQ(status(shown), PostStatus::published);
  EXPECT_EQ(status(waits), PostStatus::pending);
  EXPECT_TRUE(
      house.ask(MarkElectoral{.post = record_id(shown), .electoral = false}, House::moderator())->records.empty());
}

TEST_F(Electoral, AMarkIsTheTeamsAndItsAuthorsOwnWordIsNotCleared) {
  const NeedId need = put(leaflets());
  mark(need);
  const auto cleared = house.ask(MarkElectoral{.post = record_id(need), .electoral = false}, House::moderator());
  ASSERT_FALSE(cleared);
  EXPECT_EQ(cleared.error().code, Errc::conflict);
  for (const Actor& actor : {house.cook(), House::kiosk(), House::someone(Role::on_duty), House::clock()})
    EXPECT_EQ(house.ask(MarkElectoral{.post = record_id(need)}, actor).error().code, Errc::forbidden) << actor.name;
  EXPECT_EQ(house.ask(MarkElectoral{.post = record_id(house.resident)}, House::moderator()).error().code,
            Errc::not_found);
}

TEST_F(Electoral, IsNotApprovedWhereTheHubShowsNone) {
  const NeedId need = put_by_newcomer(leaflets());
  const auto approved = house.ask(Approve{record_id(need)}, House::moderator());
  ASSERT_FALSE(approved);
  EXPECT_EQ(approved.error().code, Errc::closed);
  EXPECT_EQ(status(need), PostStatus::refused);
}

TEST_F(Electoral, ItsAuthorTakesTheCategoryOut) {
  const NeedId need = put(leaflets());
  NeedDetails details = house.the(need).details;
  details.electoral = false;
  house.must(PutNeed{.need = need, .organization = house.resident, .details = details}, house.cook());
  EXPECT_EQ(status(need), PostStatus::published);
}

TEST_F(Electoral, AClearedMarkLeavesWhatIsPublishedThere) {
  const NeedId need = put(leaflets());
  NeedDetails details = house.the(need).details;
  details.electoral = false;
  house.must(PutNeed{.need = need, .organization = house.resident, .details = details}, house.cook());
  show_campaigns();
  mark(need);
  mark(need, false);
  EXPECT_EQ(status(need), PostStatus::published) << "though it was refused once";
}

TEST_F(Electoral, AHubThatStopsShowingThemHidesThemAndShowsThemAgainOnceItDoes) {
  show_campaigns();
  const NeedId need = put(leaflets());
  EXPECT_EQ(status(need), PostStatus::published);
  show_campaigns(false);
  house.wait(kMoment);
  EXPECT_EQ(status(need), PostStatus::hidden);
  EXPECT_EQ(moderation(need).reason, Reason::electoral);
  show_campaigns();
  house.wait(kMoment);
  EXPECT_EQ(status(need), PostStatus::published);
}

TEST_F(Electoral, WhatAModeratorHidForItStaysHidden) {
  const NeedId need = put(House::servers());
  house.must(Hide{.post = record_id(need), .reason = Reason::electoral}, House::moderator());
  house.wait(kMoment);
  EXPECT_EQ(status(need), PostStatus::hidden) << "that was a person's word, not the broker's";
}

TEST_F(Electoral, IsSilentFromTheEveToTheCloseOfThePollsAndTheBrokerWakesForBoth) {
  show_campaigns();
  const NeedId campaign = put(leaflets());
  const NeedId soup = put(House::servers());
  EXPECT_LE(next_due(house.wall, house.now), kEve);
  wait_until(kEve - kMoment);
  EXPECT_EQ(status(campaign), PostStatus::published);
  EXPECT_EQ(next_due(house.wall, house.now), kEve);

  wait_until(kEve);
  EXPECT_EQ(status(campaign), PostStatus::hidden);
  EXPECT_EQ(moderation(campaign).reason, Reason::silence);
  EXPECT_EQ(moderation(campaign).decided_by, Role::clock);
  EXPECT_EQ(status(soup), PostStatus::published);
  wait_until(kClose - kMoment);
  EXPECT_EQ(status(campaign), PostStatus::hidden);
  EXPECT_EQ(next_due(house.wall, house.now), kClose);

  wait_until(kClose);
  EXPECT_EQ(status(campaign), PostStatus::published);
  EXPECT_EQ(moderation(campaign).reason, Reason::none);
  EXPECT_TRUE(due(house.wall, house.now).empty());
}

TEST_F(Electoral, WhatIsPublishedDuringTheSilenceTheNextRoundHides) {
  show_campaigns();
  const NeedId waits = put_by_newcomer(leaflets());
  wait_until(kEve + hours{1});
  EXPECT_EQ(status(waits), PostStatus::pending) << "it can be read meanwhile";
  house.must(Approve{record_id(waits)}, House::moderator());
  const NeedId trusted = put(leaflets());
  EXPECT_EQ(next_due(house.wall, house.now), TimePoint{}) << "at once";
  house.wait(kMoment);
  for (const NeedId need : {waits, trusted}) EXPECT_EQ(moderation(need).reason, Reason::silence);
  wait_until(kClose);
  for (const NeedId need : {waits, trusted}) EXPECT_EQ(status(need), PostStatus::published);
}

TEST_F(Electoral, WhatIsChangedDuringTheSilenceIsReadBeforeItIsShownAgain) {
  show_campaigns();
  const NeedId need = put_by_newcomer(leaflets());
  house.must(Approve{record_id(need)}, House::moderator());
  wait_until(kEve);
  ASSERT_EQ(status(need), PostStatus::hidden);
  NeedDetails changed = house.the(need).details;
  changed.title = "Tout autre chose";
  house.must(PutNeed{.need = need, .organization = house.newcomer, .details = changed}, house.mechanic());
  wait_until(kClose);
  EXPECT_EQ(status(need), PostStatus::pending) << "nobody has read it";
  EXPECT_EQ(moderation(need).submitted_at, kEve);
  EXPECT_EQ(moderation(need).reviewed_at, TimePoint{}) << "how long that takes counts from here";
  house.must(Approve{record_id(need)}, House::moderator());
  EXPECT_EQ(status(need), PostStatus::published);
  EXPECT_EQ(house.the(need).details.title, "Tout autre chose");
}

TEST_F(Electoral, AnEventThatIsChangedDuringTheSilenceIsReadToo) {
  show_campaigns();
  const PutEvent wish{.organization = house.newcomer, .details = meeting("Électoral")};
  const EventId event{house.must(wish, house.mechanic()).uuid};
  house.must(Approve{record_id(event)}, House::moderator());
  wait_until(kEve);
  ASSERT_EQ(house.the(event).moderation.reason, Reason::silence);
  PutEvent changed = wish;
  changed.details.title = "Tout autre chose";
  house.must(changed, house.mechanic());
  wait_until(kClose);
  EXPECT_EQ(house.the(event).moderation.status, PostStatus::pending);
}

TEST_F(Electoral, AMarkClearedDuringTheSilenceEndsItForThatPost) {
  show_campaigns();
  const NeedId need = put(House::servers());
  mark(need);
  wait_until(kEve);
  ASSERT_EQ(moderation(need).reason, Reason::silence);
  mark(need, false);
  house.wait(kMoment);
  EXPECT_EQ(status(need), PostStatus::published);
}

TEST_F(Electoral, NobodyButTheBrokerGivesSilenceAsAReason) {
  show_campaigns();
  const NeedId shown = put(leaflets());
  const NeedId waits = put_by_newcomer(leaflets());
  for (const Actor& actor : {House::admin(), House::moderator()}) {
    EXPECT_EQ(house.ask(Hide{.post = record_id(shown), .reason = Reason::silence}, actor).error().field, "reason");
    EXPECT_EQ(house.ask(Refuse{.post = record_id(waits), .reason = Reason::silence}, actor).error().field, "reason");
  }
  EXPECT_EQ(
      house.ask(Hide{.post = record_id(shown), .reason = Reason::silence}, House::someone(Role::on_duty)).error().field,
      "reason");
}

TEST_F(Electoral, ASilenceIsNotAppealedButAHidingForItIs) {
  const OfferId offer = house.leave(House::two_hours());
  const auto appeal = [&] { return house.by_ticket(AppealByTicket{.sealed_ticket = {1}, .text = "Pas du tout."}); };
  show_campaigns();
  house.must(MarkElectoral{.post = record_id(offer)}, House::moderator());
  wait_until(kEve);
  ASSERT_EQ(house.the(offer).moderation.reason, Reason::silence);
  EXPECT_FALSE(may_appeal(house.the(offer).moderation));
  EXPECT_EQ(appeal().error().code, Errc::closed);
  wait_until(kClose);
  show_campaigns(false);
  house.wait(kMoment);
  ASSERT_EQ(house.the(offer).moderation.reason, Reason::electoral);
  EXPECT_TRUE(appeal());
}

TEST(Silences, BeginAndEndOneAfterTheOther) {
  Policy policy;
  EXPECT_EQ(next_silence(policy, march_at(12, 18)), std::nullopt);
  policy.silences = {Silence{.from = march_at(21, 0), .until = march_at(22, 20)},
                     Silence{.from = march_at(14, 0), .until = march_at(15, 20)}};
  EXPECT_EQ(next_silence(policy, march_at(12, 18)), march_at(14, 0));
  EXPECT_EQ(next_silence(policy, march_at(14, 0)), march_at(15, 20));
  EXPECT_EQ(next_silence(policy, march_at(15, 20)), march_at(21, 0));
  EXPECT_EQ(next_silence(policy, march_at(22, 20)), std::nullopt);
  EXPECT_TRUE(is_silent(policy, march_at(14, 0)));
  EXPECT_FALSE(is_silent(policy, march_at(15, 20)));
  EXPECT_TRUE(is_silent(policy, march_at(21, 12)));
}

}  // namespace
}  // namespace mur
