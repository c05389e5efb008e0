// One event from two sources: merged without a word changing, shown once while both agree, twice again when they don't.
#include <gtest/gtest.h>

#include "shared/domain/merged.h"
#include "shared/domain/same_event.h"
#include "shared/domain/scope.h"
#include "shared/domain/span.h"
#include "tests/support/house.h"

namespace mur {
namespace {

using std::chrono::days;
using test::House;

class Merge : public ::testing::Test {
 protected:
  Merge() {
    ours = put(house.resident, march("marche@cantine"));
    theirs = put(house.newcomer, march("marche@cambouis"));
  }

  static EventDetails march(const std::string& uid) {
    EventDetails details = House::soup(uid);
    details.title = "Marche pour le climat";
    details.place.name = "Place de la République";
    return details;
  }
  EventId put(OrganizationId organization, const EventDetails& details) {
    return EventId{house.must(PutEvent{.organization = organization, .details = details}, House::admin()).uuid};
  }
  void merge() { house.must(MergeEvents{.into = ours, .event = theirs}, House::moderator()); }
  Error refusal(Command command) {
    const auto changes = house.ask(std::move(command), House::moderator());
    EXPECT_FALSE(changes);
    return changes ? Error{} : changes.error();
  }
  [[nodiscard]] bool is_shown_once() const {
    return !is_merged_away(house.wall, house.the(ours)) && is_merged_away(house.wall, house.the(theirs));
  }
  [[nodiscard]] bool is_shown_twice() const {
    return !is_merged_away(house.wall, house.the(ours)) && !is_merged_away(house.wall, house.the(theirs)) &&
           merged_with(house.wall, house.the(ours)).empty();
  }
  [[nodiscard]] std::vector<OrganizationId> with() const {
    return co_organizers(house.the(ours), merged_with(house.wall, house.the(ours)));
  }

  House house;
  EventId ours;
  EventId theirs;
};

TEST_F(Merge, ShowsOneEventOfBothAndUnmergingShowsTwoAgain) {
  EXPECT_TRUE(is_shown_twice());
  merge();
  EXPECT_TRUE(is_shown_once());
  EXPECT_EQ(with(), std::vector{house.newcomer});
  house.must(UnmergeEvent{theirs}, House::moderator());
  EXPECT_TRUE(is_shown_twice());
  EXPECT_TRUE(with().empty());
}

TEST_F(Merge, ChangesNoWordAndIsOneRecordAndOneAuditRow) {
  const EventDetails before = house.the(theirs).details;
  const auto changes = house.ask(MergeEvents{.into = ours, .event = theirs}, House::moderator());
  ASSERT_TRUE(changes);
  ASSERT_EQ(changes->records.size(), 1U);
  EXPECT_EQ(id_of(changes->records[0]), record_id(theirs));
  EXPECT_EQ(house.the(theirs).details, before);
  ASSERT_EQ(changes->audit.size(), 1U);
  EXPECT_EQ(changes->audit[0].action, "merge_events");
  EXPECT_EQ(changes->audit[0].entity, record_id(theirs));
  EXPECT_EQ(changes->audit[0].reason, "into " + to_string(record_id(ours)));
  const auto again = house.ask(MergeEvents{.into = ours, .event = theirs}, House::moderator());
  ASSERT_TRUE(again);
  EXPECT_TRUE(again->records.empty());
  const auto undone = house.ask(UnmergeEvent{theirs}, House::moderator());
  ASSERT_TRUE(undone);
  EXPECT_EQ(undone->audit.at(0).reason, "from " + to_string(record_id(ours)));
  EXPECT_TRUE(house.ask(UnmergeEvent{theirs}, House::moderator())->records.empty());
}

TEST_F(Merge, OutlivesWhatTheSourceSaysNext) {
  merge();
  EventDetails changed = march("marche@cambouis");
  changed.description = "Rendez-vous sous la statue.";
  put(house.newcomer, changed);
  EXPECT_TRUE(is_shown_once());
  EXPECT_EQ(richest(house.the(ours), merged_with(house.wall, house.the(ours))).description, changed.description);
}

TEST_F(Merge, FillsInWhatIsLeftOpenAndNothingElse) {
  EventDetails rich = march("marche@cambouis");
  rich.title = "Grande marche pour le climat";
  rich.place.address = "75003 Paris";
  rich.description = "Avec la fanfare.";
  rich.price.kind = PriceKind::free_of_charge;
  rich.access.step_free = Known::yes;
  rich.categories = {"climat"};
  rich.full = true;
  put(house.newcomer, rich);
  merge();
  const EventDetails shown = richest(house.the(ours), merged_with(house.wall, house.the(ours)));
  EXPECT_EQ(shown.title, "Marche pour le climat");
  EXPECT_EQ(shown.place.address, "75003 Paris");
  EXPECT_EQ(shown.description, "Avec la fanfare.");
  EXPECT_EQ(shown.price.kind, PriceKind::free_of_charge);
  EXPECT_EQ(shown.access.step_free, Known::yes);
  EXPECT_EQ(shown.categories, std::vector<std::string>{"climat"});
  EXPECT_FALSE(shown.full) << "whose list is full is each one's own";
}

TEST_F(Merge, NeverMixesTwoPlaces) {
  EventDetails other = march("marche@cambouis");
  other.place = {.name = "Métro République", .address = "11, boulevard Saint-Martin", .here = false, .room = {}};
  put(house.newcomer, other);
  merge();
  EXPECT_EQ(richest(house.the(ours), merged_with(house.wall, house.the(ours))).place.address, "");
}

TEST_F(Merge, ShowsTheOtherOneWhenTheFirstLeavesTheWall) {
  merge();
  house.must(Hide{.post = record_id(ours), .reason = Reason::other, .note = {}}, House::moderator());
  EXPECT_FALSE(is_merged_away(house.wall, house.the(theirs)));
  house.must(Unhide{record_id(ours)}, House::moderator());
  EXPECT_TRUE(is_shown_once());
  house.must(SetTrust{.organization = house.resident, .trust = Trust::suspended, .guarantor = {}}, House::admin());
  house.wait(Seconds{1});
  EXPECT_FALSE(is_merged_away(house.wall, house.the(theirs)));
}

TEST_F(Merge, ShowsTheOtherOneWhenTheFirstIsGoneForGood) {
  merge();
  house.wall.apply({.seq = ++house.head, .record = Tombstone{.of = record_id(ours)}});
  EXPECT_FALSE(is_merged_away(house.wall, house.the(theirs)));
  EXPECT_TRUE(merged_with(house.wall, house.the(theirs)).empty());
}

TEST_F(Merge, OfACancelledAndAConfirmedOneStrikesOneAndLeavesTheOther) {
  merge();
  house.must(CancelEvent{.event = ours, .instance = {}}, House::admin());
  EXPECT_TRUE(is_shown_twice()) << "the march may go on with the other organization";
  house.must(CancelEvent{.event = theirs, .instance = {}}, House::admin());
  EXPECT_TRUE(is_shown_once());
}

TEST_F(Merge, OfACancelledSecondOneShowsThatItIs) {
  merge();
  house.must(CancelEvent{.event = theirs, .instance = {}}, House::admin());
  EXPECT_TRUE(is_shown_twice());
}

TEST_F(Merge, WhereOneMovesShowsBothUntilTheOtherFollows) {
  merge();
  EventDetails moved = march("marche@cantine");
  moved.timing.start = House::paris(2026, 3, 22, 18);
  moved.timing.end = House::paris(2026, 3, 22, 21);
  put(house.resident, moved);
  EXPECT_TRUE(is_shown_twice());
  moved.uid = "marche@cambouis";
  put(house.newcomer, moved);
  EXPECT_TRUE(is_shown_once());
}

TEST_F(Merge, OfAPendingOneWaitsWithItAndThenHoldsAtOnce) {
  const EventId waiting{
      house.must(PutEvent{.organization = house.newcomer, .details = march("troisieme")}, house.mechanic()).uuid};
  house.must(MergeEvents{.into = ours, .event = waiting}, House::moderator());
  EXPECT_TRUE(with().empty());
  house.must(Approve{record_id(waiting)}, House::moderator());
  EXPECT_EQ(with(), std::vector{house.newcomer});
  EXPECT_EQ(refusal(MergeEvents{.into = waiting, .event = theirs}).field, "into");
}

TEST_F(Merge, IntoOneThatIsNotOnTheWallIsRefused) {
  house.must(Hide{.post = record_id(ours), .reason = Reason::other, .note = {}}, House::moderator());
  const Error error = refusal(MergeEvents{.into = ours, .event = theirs});
  EXPECT_EQ(error.field, "into");
  EXPECT_TRUE(error.message.contains("the other way round")) << error.message;
}

TEST_F(Merge, MakesNoChains) {
  const EventId third = put(house.newcomer, march("troisieme"));
  merge();
  const Error further = refusal(MergeEvents{.into = theirs, .event = third});
  EXPECT_EQ(further.field, "into");
  EXPECT_TRUE(further.message.contains(to_string(ours))) << further.message;
  const Error source = refusal(MergeEvents{.into = third, .event = ours});
  EXPECT_EQ(source.field, "event");
  EXPECT_TRUE(source.message.contains("unmerge")) << source.message;
  EXPECT_EQ(refusal(MergeEvents{.into = third, .event = theirs}).code, Errc::conflict);
  EXPECT_TRUE(refusal(UnmergeEvent{ours}).message.contains(to_string(theirs)));
  EXPECT_EQ(refusal(MergeEvents{.into = ours, .event = ours}).code, Errc::invalid);
  EXPECT_EQ(refusal(MergeEvents{.into = ours, .event = EventId{Uuid{{9}}}}).code, Errc::not_found);
}

TEST_F(Merge, TheOtherWayRoundIsToldToUnmergeFirst) {
  merge();
  const Error error = refusal(MergeEvents{.into = theirs, .event = ours});
  EXPECT_EQ(error.code, Errc::conflict);
  EXPECT_TRUE(error.message.contains("the other way round")) << error.message;
  EXPECT_TRUE(error.message.contains("unmerge")) << error.message;
  EXPECT_FALSE(error.message.contains("merge into that one")) << error.message;
}

TEST_F(Merge, WithAnotherTimeIsRefusedWithTheReason) {
  EventDetails later = march("plus tard");
  later.timing.start = House::paris(2026, 3, 21, 19);
  const EventId other = put(house.newcomer, later);
  const Error error = refusal(MergeEvents{.into = ours, .event = other});
  EXPECT_EQ(error.code, Errc::conflict);
  EXPECT_TRUE(error.message.contains("begin at different times")) << error.message;
  house.must(CancelEvent{.event = theirs, .instance = {}}, House::admin());
  EXPECT_TRUE(refusal(MergeEvents{.into = ours, .event = theirs}).message.contains("only one of them is cancelled"));
}

TEST_F(Merge, IsTheHubsToSay) {
  for (const Actor& actor : {house.cook(), House::someone(Role::on_duty), House::kiosk()}) {
    EXPECT_EQ(house.ask(MergeEvents{.into = ours, .event = theirs}, actor).error().code, Errc::forbidden);
    EXPECT_EQ(house.ask(UnmergeEvent{theirs}, actor).error().code, Errc::forbidden);
    EXPECT_EQ(house.ask(KeepApart{.one = ours, .other = theirs}, actor).error().code, Errc::forbidden);
  }
}

class MergedSeries : public Merge {
 protected:
  MergedSeries() {
    ours = put(house.resident, weekly("rdv@cantine"));
    theirs = put(house.newcomer, weekly("rdv@cambouis"));
    merge();
  }
  static EventDetails weekly(const std::string& uid) {
    EventDetails details = march(uid);
    details.timing.rules = {"FREQ=WEEKLY;BYDAY=SA"};
    return details;
  }
  static EventDetails of_28(const std::string& uid) {
    EventDetails details = march(uid);
    details.recurrence_id = House::paris(2026, 3, 28, 18);
    details.timing = {.start = House::paris(2026, 3, 28, 18), .end = House::paris(2026, 3, 28, 21)};
    return details;
  }
};

TEST_F(MergedSeries, ItsChangedDatesGoWithIt) {
  EventDetails renamed = of_28("rdv@cambouis");
  renamed.title = "Marche spéciale";
  const EventId one = put(house.newcomer, renamed);
  EXPECT_TRUE(is_merged_away(house.wall, house.the(one)));
  const EventId ours_on_28 = put(house.resident, of_28("rdv@cantine"));
  EXPECT_EQ(co_organizers(house.the(ours_on_28), merged_with(house.wall, house.the(ours_on_28))),
            std::vector{house.newcomer});
  const Error error = refusal(MergeEvents{.into = ours, .event = one});
  EXPECT_TRUE(error.message.contains(to_string(theirs))) << error.message;
  EXPECT_EQ(refusal(KeepApart{.one = one, .other = ours}).field, "one");
  house.must(UnmergeEvent{theirs}, House::moderator());
  EXPECT_FALSE(is_merged_away(house.wall, house.the(one)));
}

TEST_F(MergedSeries, ADateThatOnlyOneCancelsIsShownStruckBesideTheOthers) {
  const EventId one{
      house.must(CancelEvent{.event = theirs, .instance = House::paris(2026, 3, 28, 18)}, House::admin()).uuid};
  EXPECT_EQ(house.the(one).merged_into, std::nullopt) << "an instance is merged by its series, not by itself";
  EXPECT_FALSE(is_merged_away(house.wall, house.the(one)));
  EXPECT_TRUE(is_shown_once()) << "the other dates stay together";
  house.must(CancelEvent{.event = ours, .instance = House::paris(2026, 3, 28, 18)}, House::admin());
  EXPECT_TRUE(is_merged_away(house.wall, house.the(one)));
}

TEST_F(MergedSeries, ADateThatTheOtherOneCancelsIsOrganizedWithoutIt) {
  const calendar::Zone zone = zone_of(house.wall.hub());
  const auto with_on = [&](unsigned day) {
    return merged_with(house.wall, house.the(ours), zone.to_sys(House::paris(2026, 3, day, 18).local)).size();
  };
  EXPECT_EQ(with_on(28), 1U);
  house.must(CancelEvent{.event = theirs, .instance = House::paris(2026, 3, 28, 18)}, House::admin());
  EXPECT_EQ(with_on(28), 0U);
  EXPECT_EQ(with_on(21), 1U);
  EXPECT_EQ(with(), std::vector{house.newcomer}) << "of the series as a whole";
}

TEST_F(MergedSeries, ADateThatOnlyOneMovesIsShownWhereItIs) {
  EventDetails moved = of_28("rdv@cambouis");
  moved.timing = {.start = House::paris(2026, 3, 29, 11)};
  const EventId one = put(house.newcomer, moved);
  EXPECT_FALSE(is_merged_away(house.wall, house.the(one)));
}

TEST_F(MergedSeries, ADateThatTheOneThatStaysCancelsStillTakesPlaceWithTheOther) {
  const EventId struck{
      house.must(CancelEvent{.event = ours, .instance = House::paris(2026, 3, 28, 18)}, House::admin()).uuid};
  EXPECT_TRUE(is_shown_once()) << "the other dates stay together";
  EXPECT_EQ(dates_apart(house.wall, house.the(theirs)), std::vector{House::paris(2026, 3, 28, 18)});
  EXPECT_TRUE(merged_with(house.wall, house.the(struck)).empty()) << "the other one did not call it off";
  EXPECT_EQ(with(), std::vector{house.newcomer});
  house.must(CancelEvent{.event = theirs, .instance = House::paris(2026, 3, 28, 18)}, House::admin());
  EXPECT_TRUE(dates_apart(house.wall, house.the(theirs)).empty());
  EXPECT_EQ(co_organizers(house.the(struck), merged_with(house.wall, house.the(struck))), std::vector{house.newcomer});
}

TEST_F(MergedSeries, ADateThatTheOneThatStaysMovesIsTheOthersWhereItWas) {
  EventDetails moved = of_28("rdv@cantine");
  moved.timing = {.start = House::paris(2026, 3, 29, 11)};
  const EventId elsewhere = put(house.resident, moved);
  EXPECT_EQ(dates_apart(house.wall, house.the(theirs)), std::vector{House::paris(2026, 3, 28, 18)});
  EXPECT_TRUE(merged_with(house.wall, house.the(elsewhere)).empty());
  moved.uid = "rdv@cambouis";
  put(house.newcomer, moved);
  EXPECT_TRUE(dates_apart(house.wall, house.the(theirs)).empty());
  EXPECT_EQ(merged_with(house.wall, house.the(elsewhere)).size(), 1U);
  house.must(Hide{.post = record_id(elsewhere), .reason = Reason::other, .note = {}}, House::moderator());
  EXPECT_FALSE(is_merged_away(house.wall, *house.wall.find(event_id(house.newcomer, moved))))
      << "what is hidden says nothing";
}

TEST_F(MergedSeries, ADateWrittenInAnotherZoneIsTheSameDate) {
  EventDetails struck = of_28("rdv@cantine");
  struck.recurrence_id =
      calendar::When{.kind = calendar::When::Kind::utc, .local = House::paris(2026, 3, 28, 17).local, .zone = {}};
  struck.status = calendar::EventStatus::cancelled;
  put(house.resident, struck);
  EXPECT_EQ(dates_apart(house.wall, house.the(theirs)), std::vector{House::paris(2026, 3, 28, 18)})
      << "as the series itself writes it";
  EventDetails too = of_28("rdv@cambouis");
  too.status = calendar::EventStatus::cancelled;
  const EventId one = put(house.newcomer, too);
  EXPECT_TRUE(is_merged_away(house.wall, house.the(one)));
}

TEST_F(MergedSeries, ADateThatOnlyGetsOtherWordsOrThatTheSeriesHasNotStaysAsItWas) {
  EventDetails renamed = of_28("rdv@cantine");
  renamed.title = "Marche spéciale";
  put(house.resident, renamed);
  EventDetails on_no_saturday = of_28("rdv@cantine");
  on_no_saturday.recurrence_id = House::paris(2026, 3, 30, 18);
  on_no_saturday.status = calendar::EventStatus::cancelled;
  put(house.resident, on_no_saturday);
  EXPECT_TRUE(is_shown_once());
  EXPECT_TRUE(dates_apart(house.wall, house.the(theirs)).empty());
}

TEST_F(MergedSeries, IsShownTwiceWhileOneOfThemChangesAllLaterDates) {
  for (const bool the_one_that_stays : {true, false}) {
    EventDetails later = of_28(the_one_that_stays ? "rdv@cantine" : "rdv@cambouis");
    later.this_and_future = true;
    later.timing = {.start = House::paris(2026, 3, 28, 19)};
    const EventId change = put(the_one_that_stays ? house.resident : house.newcomer, later);
    EXPECT_TRUE(is_shown_twice()) << the_one_that_stays;
    EXPECT_FALSE(is_merged_away(house.wall, house.the(change)));
    EXPECT_TRUE(dates_apart(house.wall, house.the(theirs)).empty());
    house.wall.apply({.seq = ++house.head, .record = Tombstone{.of = record_id(change)}});
    EXPECT_TRUE(is_shown_once());
  }
}

class MergedDate : public Merge {
 protected:
  /// A file of one changed date; its series comes later.
  MergedDate() {
    EventDetails alone = march("rdv@cambouis");
    alone.recurrence_id = alone.timing.start;
    date = put(house.newcomer, alone);
    house.must(MergeEvents{.into = ours, .event = date}, House::moderator());
  }
  EventDetails series() {
    EventDetails details = march("rdv@cambouis");
    details.timing.rules = {"FREQ=WEEKLY"};
    return details;
  }

  EventId date;
};

TEST_F(MergedDate, StandsForItselfAgainOnceItsSeriesIsThere) {
  EXPECT_TRUE(is_merged_away(house.wall, house.the(date)));
  put(house.newcomer, series());
  EXPECT_EQ(house.the(date).merged_into, std::nullopt);
  EXPECT_FALSE(is_merged_away(house.wall, house.the(date)));
}

TEST_F(MergedDate, CanBeUnmergedEvenWhereItsSeriesCameWithoutPartingThem) {
  Event master{.id = event_id(house.newcomer, series()), .organization = house.newcomer, .details = series()};
  house.wall.apply({.seq = ++house.head, .record = master});  // as a version before this rule left it
  house.must(UnmergeEvent{date}, House::moderator());
  EXPECT_EQ(house.the(date).merged_into, std::nullopt);
  Event stuck = house.the(date);
  stuck.merged_into = ours;
  house.wall.apply({.seq = ++house.head, .record = stuck});
  house.must(KeepApart{.one = date, .other = ours}, House::moderator());
  EXPECT_EQ(house.the(date).merged_into, std::nullopt);
  EXPECT_EQ(refusal(UnmergeEvent{date}).field, "event") << "now it is a date of its series and nothing else";
}

class KeptApart : public Merge {};

TEST_F(KeptApart, IsSaidOfBothAndUndoneByMerging) {
  house.must(KeepApart{.one = ours, .other = theirs}, House::moderator());
  EXPECT_EQ(house.the(ours).distinct_from, std::vector{theirs});
  EXPECT_EQ(house.the(theirs).distinct_from, std::vector{ours});
  EXPECT_TRUE(house.ask(KeepApart{.one = theirs, .other = ours}, House::moderator())->records.empty());
  merge();
  EXPECT_TRUE(house.the(ours).distinct_from.empty());
  EXPECT_TRUE(house.the(theirs).distinct_from.empty());
  EXPECT_TRUE(is_shown_once());
}

TEST_F(KeptApart, PartsWhatWasMerged) {
  merge();
  house.must(KeepApart{.one = ours, .other = theirs}, House::moderator());
  EXPECT_TRUE(is_shown_twice());
  EXPECT_TRUE(suggestions(house.wall, house.now).empty());
}

TEST_F(KeptApart, FromTooManyIsRefusedAndThoseThatAreGoneAreForgotten) {
  std::vector<EventId> others;
  for (std::size_t i = 0; i < limits::kDistinctFrom; ++i) {
    others.push_back(put(house.newcomer, march("autre-" + std::to_string(i))));
    house.must(KeepApart{.one = ours, .other = others.back()}, House::moderator());
  }
  const Error error = refusal(KeepApart{.one = theirs, .other = ours});
  EXPECT_EQ(error.code, Errc::too_large);
  EXPECT_EQ(error.field, "other");
  house.wall.apply({.seq = ++house.head, .record = Tombstone{.of = record_id(others.front())}});
  house.must(KeepApart{.one = theirs, .other = ours}, House::moderator());
  EXPECT_EQ(house.the(ours).distinct_from.size(), limits::kDistinctFrom);
  EXPECT_EQ(house.the(ours).distinct_from.back(), theirs);
}

TEST_F(KeptApart, IsNotForAWallToKnow) {
  house.must(KeepApart{.one = ours, .other = theirs}, House::moderator());
  const auto shown = project(Record{house.the(ours)}, Scope{});
  ASSERT_TRUE(shown);
  EXPECT_TRUE(std::get<Event>(*shown).distinct_from.empty());
}

}  // namespace
}  // namespace mur
