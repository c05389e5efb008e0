// Which events are suggested as the same, and above all which are not: a false merge hurts more.
#include "shared/domain/same_event.h"

#include <gtest/gtest.h>

#include "tests/support/house.h"

namespace mur {
namespace {

using std::chrono::hours;
using test::House;

class SameEvent : public ::testing::Test {
 protected:
  static EventDetails march(const std::string& uid, const std::string& title = "Marche pour le climat",
                            const std::string& place = "Place de la République") {
    EventDetails details = House::soup(uid);
    details.title = title;
    details.place.name = place;
    return details;
  }
  EventId ours(const EventDetails& details) { return put(house.resident, details); }
  EventId theirs(const EventDetails& details) { return put(house.newcomer, details); }
  EventId put(OrganizationId organization, const EventDetails& details) {
    return EventId{house.must(PutEvent{.organization = organization, .details = details}, House::admin()).uuid};
  }
  [[nodiscard]] std::vector<Suggestion> found() const { return suggestions(house.wall, house.now); }

  House house;
};

TEST_F(SameEvent, OneMarchToldByTwoOrganizationsIsSuggestedOnceAndChangesNothing) {
  const EventId a = ours(march("a@cantine"));
  EventDetails more = march("b@cambouis", "La marche pour le climat !", "place de la republique");
  more.description = "Avec la fanfare.";
  const EventId b = theirs(more);
  EXPECT_EQ(found(),
            (std::vector{Suggestion{
                .into = b, .event = a, .kind = Sameness::duplicate, .title = 100, .place = PlaceLikeness::same}}))
      << "the one that says more is kept";
  EXPECT_EQ(house.the(a).merged_into, std::nullopt);
  EXPECT_EQ(house.the(b).merged_into, std::nullopt);
}

TEST_F(SameEvent, OneUidOfTwoOrganizationsIsCoOrganizedAndTheFirstStaysAsItIs) {
  const EventId a = ours(march("marche-2026@agenda.example"));
  const Event before = house.the(a);
  const EventId b = theirs(march("marche-2026@agenda.example", "Rassemblement", ""));
  ASSERT_NE(a, b);
  EXPECT_EQ(house.the(a), before);
  const auto suggested = found();
  ASSERT_EQ(suggested.size(), 1U);
  EXPECT_EQ(suggested[0].kind, Sameness::co_organized);
  EXPECT_EQ(suggested[0].into, a);
}

TEST_F(SameEvent, AUidAsShortAsANumberIsNobodysOwn) {
  ours(march("12", "Chorale ouverte", ""));
  theirs(march("12", "Débat logement", ""));
  EXPECT_TRUE(found().empty());
}

TEST_F(SameEvent, AnotherTimePlaceTitleOrNumberIsAnotherEvent) {
  ours(march("a@cantine", "Atelier 3 : réparer son vélo"));
  EventDetails later = march("later@cambouis", "Atelier 3 : réparer son vélo");
  later.timing.start.local += hours{1};
  theirs(later);
  theirs(march("elsewhere@cambouis", "Atelier 3 : réparer son vélo", "Bourse du travail"));
  theirs(march("next@cambouis", "Atelier 4 : réparer son vélo"));
  theirs(march("other@cambouis", "Atelier couture"));
  EXPECT_TRUE(found().empty());
}

TEST_F(SameEvent, OtherDatesOfASeriesMakeAnother) {
  EventDetails weekly = march("a@cantine");
  weekly.timing.rules = {"FREQ=WEEKLY;BYDAY=SA"};
  ours(weekly);
  theirs(march("b@cambouis"));
  EXPECT_TRUE(found().empty());
  weekly.uid = "c@cambouis";
  theirs(weekly);
  EXPECT_EQ(found().size(), 1U);
}

TEST_F(SameEvent, ASeriesOfWhichAllLaterDatesChangeIsNotAskedAboutNorMerged) {
  EventDetails weekly = march("a@cantine");
  weekly.timing.rules = {"FREQ=WEEKLY"};
  const EventId a = ours(weekly);
  EventDetails later = march("a@cantine");
  later.recurrence_id = House::paris(2026, 3, 28, 18);
  later.this_and_future = true;
  later.timing = {.start = House::paris(2026, 3, 28, 19)};
  weekly.uid = "b@cambouis";
  const EventId b = theirs(weekly);
  ASSERT_EQ(found().size(), 1U);
  ours(later);
  EXPECT_TRUE(found().empty());
  const auto merged = house.ask(MergeEvents{.into = a, .event = b}, House::moderator());
  ASSERT_FALSE(merged);
  EXPECT_EQ(merged.error().code, Errc::conflict);
}

TEST_F(SameEvent, WithoutAPlaceTheTitleMustSayAll) {
  ours(march("a@cantine", "Marche pour le climat", ""));
  theirs(march("b@cambouis", "Grande marche pour le climat et la justice", ""));
  EXPECT_TRUE(found().empty());
  theirs(march("c@cambouis", "Marche pour le climat", ""));
  EXPECT_EQ(found().size(), 1U);
}

TEST_F(SameEvent, AMeetingSomewhereIsNoMeetingSomewhereElse) {
  ours(march("a@cantine", "Réunion", ""));
  theirs(march("b@cambouis", "Réunion", ""));
  EXPECT_TRUE(found().empty());
  ours(march("c@cantine", "Réunion", "Bourse du travail"));
  theirs(march("d@cambouis", "Réunion", "Bourse du travail"));
  EXPECT_EQ(found().size(), 1U);
}

TEST_F(SameEvent, OneOrganizationMayHoldTwoWorkshopsAtATime) {
  ours(march("a@cantine", "Atelier cuisine pour les enfants", "Grande salle"));
  ours(march("b@cantine", "Atelier cuisine pour les grands enfants", "Grande salle"));
  EXPECT_TRUE(found().empty());
  ours(march("c@cantine", "Atelier cuisine pour les enfants", "Grande salle"));
  EXPECT_EQ(found().size(), 1U) << "typed twice";
}

TEST_F(SameEvent, OnlyOneOfTwoCancelledIsLeftToTheirOrganizations) {
  const EventId a = ours(march("a@cantine"));
  theirs(march("b@cambouis"));
  house.must(CancelEvent{.event = a, .instance = {}}, House::admin());
  EXPECT_TRUE(found().empty());
}

TEST_F(SameEvent, WhatIsDecidedIsNotAskedAgain) {
  const EventId a = ours(march("a@cantine"));
  const EventId b = theirs(march("b@cambouis"));
  house.must(KeepApart{.one = a, .other = b}, House::moderator());
  EXPECT_TRUE(found().empty());
  house.must(MergeEvents{.into = a, .event = b}, House::moderator());
  EXPECT_TRUE(found().empty());
  house.must(UnmergeEvent{b}, House::moderator());
  EXPECT_EQ(found().size(), 1U);
}

TEST_F(SameEvent, AThirdIsSuggestedToTheOneThatHasOthers) {
  const EventId a = ours(march("a@cantine"));
  const EventId b = theirs(march("b@cambouis"));
  house.must(MergeEvents{.into = a, .event = b}, House::moderator());
  EventDetails rich = march("c@cambouis");
  rich.description = "Tout est dit ici, et plus encore.";
  const EventId c = theirs(rich);
  const auto suggested = found();
  ASSERT_EQ(suggested.size(), 1U);
  EXPECT_EQ(suggested[0].into, a);
  EXPECT_EQ(suggested[0].event, c);
}

TEST_F(SameEvent, WhatIsRefusedHiddenOrOverIsNotAskedAbout) {
  const EventId a = ours(march("a@cantine"));
  theirs(march("b@cambouis"));
  house.must(Hide{.post = record_id(a), .reason = Reason::other, .note = {}}, House::moderator());
  EXPECT_TRUE(found().empty());
  house.must(Unhide{record_id(a)}, House::moderator());
  EXPECT_EQ(found().size(), 1U);
  house.wait(std::chrono::days{10});
  EXPECT_TRUE(found().empty());
}

TEST_F(SameEvent, TheOneThatWaitsIsSuggestedIntoTheOneOnTheWall) {
  const EventId waiting{
      house.must(PutEvent{.organization = house.newcomer, .details = march("b@cambouis")}, house.mechanic()).uuid};
  const EventId shown = ours(march("a@cantine"));
  const auto suggested = found();
  ASSERT_EQ(suggested.size(), 1U);
  EXPECT_EQ(suggested[0].into, shown);
  EXPECT_EQ(suggested[0].event, waiting);
}

TEST_F(SameEvent, IsFoundAmongManyOfOneTime) {
  const EventId a = ours(march("a@cantine", "Grande braderie des voisins"));
  const EventId b = theirs(march("b@cambouis", "La grande braderie des voisins"));
  for (std::size_t i = 0; i < 4 * limits::kLookedAt; ++i)
    theirs(march("uid-of-" + std::to_string(i), "Stand numéro " + std::to_string(i)));
  const auto suggested = found();
  ASSERT_EQ(suggested.size(), 1U);
  EXPECT_EQ(std::minmax(suggested[0].into, suggested[0].event), std::minmax(a, b));
}

}  // namespace
}  // namespace mur
