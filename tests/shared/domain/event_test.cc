#include <gtest/gtest.h>

#include <functional>

#include "shared/domain/check.h"
#include "tests/support/house.h"

namespace mur {
namespace {

using test::House;

TEST(PutEvent, OfATrustedOrganizationGoesUpAtOnce) {
  House house;
  const EventId id{house.must(PutEvent{.organization = house.resident, .details = House::soup()}, house.cook()).uuid};
  EXPECT_EQ(house.the(id).moderation.status, PostStatus::published);
  EXPECT_TRUE(house.the(id).moderation.seen_by_wall);
}

TEST(PutEvent, OfANewOrganizationWaits) {
  House house;
  const EventId id{
      house.must(PutEvent{.organization = house.newcomer, .details = House::soup()}, house.mechanic()).uuid};
  EXPECT_EQ(house.the(id).moderation.status, PostStatus::pending);
  EXPECT_FALSE(house.the(id).moderation.seen_by_wall);
}

TEST(PutEvent, TheSameTwiceMakesNoBatch) {
  House house;
  house.must(PutEvent{.organization = house.resident, .details = House::soup()}, house.cook());
  const auto again = house.ask(PutEvent{.organization = house.resident, .details = House::soup()}, house.cook());
  ASSERT_TRUE(again);
  EXPECT_TRUE(again->records.empty());
  EXPECT_TRUE(again->audit.empty());
}

TEST(EventId, AChangedDateAndOneWithAllThatFollowAreTwoAndTheOthersStayAsTheyWere) {
  const OrganizationId ours{derive_uuid(Uuid{}, "ours")};
  EventDetails details;
  details.uid = "a@x";
  details.this_and_future = true;  // means nothing without a date
  EXPECT_EQ(event_id(ours, details).uuid, derive_uuid(ours.uuid, "event/a@x"));

  details.recurrence_id =
      calendar::When{.kind = calendar::When::Kind::utc, .local = std::chrono::local_seconds{std::chrono::seconds{60}}};
  details.this_and_future = false;
  EXPECT_EQ(event_id(ours, details).uuid, derive_uuid(ours.uuid, "event/a@x/2/60/"));
  details.this_and_future = true;
  EXPECT_NE(event_id(ours, details).uuid, derive_uuid(ours.uuid, "event/a@x/2/60/"));
}

TEST(PutEvent, TheSameUidOfAnotherOrganizationIsAnotherEvent) {
  House house;
  const RecordId ours = house.must(PutEvent{.organization = house.resident, .details = House::soup()}, house.cook());
  const RecordId theirs =
      house.must(PutEvent{.organization = house.newcomer, .details = House::soup()}, house.mechanic());
  EXPECT_NE(ours, theirs);
}

TEST(PutEvent, ForAnotherOrganizationIsForbidden) {
  House house;
  EXPECT_EQ(
      house.ask(PutEvent{.organization = house.resident, .details = House::soup()}, house.mechanic()).error().code,
      Errc::forbidden);
}

TEST(PutEvent, AnOlderSequenceChangesNothing) {
  House house;
  EventDetails newer = House::soup();
  newer.sequence = 3;
  const EventId id{house.must(PutEvent{.organization = house.resident, .details = newer}, house.cook()).uuid};
  EventDetails older = House::soup();
  older.sequence = 2;
  older.title = "Ancien titre";
  house.must(PutEvent{.organization = house.resident, .details = older}, house.cook());
  EXPECT_EQ(house.the(id).details.title, newer.title);
}

TEST(PutEvent, MovingRemembersWhereItStood) {
  House house;
  const EventId id{house.must(PutEvent{.organization = house.resident, .details = House::soup()}, house.cook()).uuid};
  EventDetails moved = House::soup();
  moved.timing.start = House::paris(2026, 3, 22, 18);
  moved.timing.end = House::paris(2026, 3, 22, 21);
  house.now += Seconds{60};
  house.must(PutEvent{.organization = house.resident, .details = moved}, house.cook());
  EXPECT_EQ(house.the(id).moved_from, House::paris(2026, 3, 21, 18));
  EXPECT_EQ(house.the(id).moved_at, house.now);
}

TEST(PutEvent, AChangeOfAPublishedPostWaitsWhileTheOldOneStaysUp) {
  House house;
  const EventId id{
      house.must(PutEvent{.organization = house.newcomer, .details = House::soup()}, house.mechanic()).uuid};
  house.must(Approve{.post = record_id(id)}, House::moderator());
  EventDetails changed = House::soup();
  changed.title = "Soirée de vente de matelas";
  house.must(PutEvent{.organization = house.newcomer, .details = changed}, house.mechanic());
  EXPECT_EQ(house.the(id).details.title, "Cuisine pour 80 voisins");
  ASSERT_NE(house.wall.find(revision_id(record_id(id))), nullptr);

  house.must(Approve{.post = record_id(id)}, House::moderator());
  EXPECT_EQ(house.the(id).details.title, changed.title);
  EXPECT_EQ(house.wall.find(revision_id(record_id(id))), nullptr);
}

TEST(PutEvent, AChangeOfWhateverElseIsPublicWaitsToo) {
  const auto waits = [](const std::function<void(EventDetails&)>& change) {
    House house;
    EventDetails details = House::soup();
    details.place.name = "Sous le préau";
    details.links = {"https://exemple.org/affiche.pdf"};
    details.price = {.kind = PriceKind::paid, .text = "5 €"};
    const EventId id{house.must(PutEvent{.organization = house.newcomer, .details = details}, house.mechanic()).uuid};
    house.must(Approve{record_id(id)}, House::moderator());
    change(details);
    house.must(PutEvent{.organization = house.newcomer, .details = details}, house.mechanic());
    const bool is_waiting = house.wall.find(revision_id(record_id(id))) != nullptr;
    EXPECT_NE(is_waiting, house.the(id).details == details);
    return is_waiting;
  };
  EXPECT_TRUE(waits([](EventDetails& d) { d.place.name = "Chez Léa"; }));
  EXPECT_TRUE(waits([](EventDetails& d) { d.place.address = "1, rue Neuve"; }));
  EXPECT_TRUE(waits([](EventDetails& d) { d.organizer = "Les amis de Léa"; }));
  EXPECT_TRUE(waits([](EventDetails& d) { d.conference_url = "https://visio.exemple.org/a"; }));
  EXPECT_TRUE(waits([](EventDetails& d) { d.image_url = "https://exemple.org/a.png"; }));
  EXPECT_TRUE(waits([](EventDetails& d) { d.links.push_back("https://exemple.org/b.pdf"); }));
  EXPECT_TRUE(waits([](EventDetails& d) { d.categories = {"Appelez le 06 12 34 56 78"}; })) << "a new mark";
  EXPECT_FALSE(waits([](EventDetails& d) { d.categories = {"Repas"}; }));
  EXPECT_FALSE(waits([](EventDetails& d) { d.price.text = "5 €, 3 € au chômage"; }));
  EXPECT_FALSE(waits([](EventDetails& d) { d.links.clear(); })) << "what is taken away need not be read";
  EXPECT_FALSE(waits([](EventDetails& d) {
    d.status = calendar::EventStatus::cancelled;
    d.place = {};
  })) << "a cancellation goes up at once, whatever it leaves out";
}

TEST(PutEvent, OfAFieldWithSomebodysNumberOrAnOpenRoomIsMarked) {
  const auto marks = [](const std::function<void(EventDetails&)>& change) {
    EventDetails details = House::soup();
    change(details);
    std::vector<std::pair<std::string, screening::MarkKind>> found;
    for (const screening::Mark& mark : check::marks(details)) found.emplace_back(mark.field, mark.kind);
    return found;
  };
  using screening::MarkKind;
  using Marks = std::vector<std::pair<std::string, MarkKind>>;
  EXPECT_EQ(
      marks([](EventDetails& d) { d.place.name = "chez Mme Martin 06 12 34 56 78 martin@gmail.com"; }),
      (Marks{
          {"place", MarkKind::named_person}, {"place", MarkKind::phone_number}, {"place", MarkKind::email_address}}));
  EXPECT_EQ(marks([](EventDetails& d) { d.place.address = "1, rue Neuve, +33 6 12 34 56 78"; }),
            (Marks{{"address", MarkKind::phone_number}}));
  EXPECT_EQ(marks([](EventDetails& d) { d.place.room = "lea@exemple.org"; }),
            (Marks{{"room", MarkKind::email_address}}));
  EXPECT_EQ(marks([](EventDetails& d) { d.organizer = "Léa 0612345678"; }),
            (Marks{{"organizer", MarkKind::phone_number}}));
  EXPECT_EQ(marks([](EventDetails& d) { d.price.text = "5 € : 0612345678"; }),
            (Marks{{"price", MarkKind::phone_number}}));
  const std::string open = "https://us02web.zoom.us/j/12345?pwd=SeCrEt";
  EXPECT_EQ(marks([&](EventDetails& d) { d.place.name = open; }), (Marks{{"place", MarkKind::meeting_link}}));
  EXPECT_EQ(marks([&](EventDetails& d) { d.conference_url = open; }), (Marks{{"conference", MarkKind::meeting_link}}));
  EXPECT_EQ(marks([&](EventDetails& d) { d.url = open; }), (Marks{{"url", MarkKind::meeting_link}}));
  EXPECT_EQ(marks([&](EventDetails& d) { d.links = {open}; }), (Marks{{"links", MarkKind::meeting_link}}));
}

TEST(PutEvent, OfAnAddressOrAWebAddressIsNoReasonToRead) {
  EventDetails details = House::soup();
  details.place = {.name = "https://meet.jit.si/CuisineDesVoisins",
                   .address = "12 bis, rue du 8 mai 1945, 06200 Nice; Am Markt 7, 03046 Cottbus; 75010 Paris 10",
                   .here = false,
                   .room = "Salle 3.04, 2e étage"};
  details.organizer = "Collectif du 12 03 2026";
  details.url = "https://exemple.org/agenda?page=2";
  details.conference_url = "https://us02web.zoom.us/j/12345678901";
  details.links = {"https://exemple.org/a"};
  details.image_url = "https://exemple.org/0612345678.png";
  EXPECT_TRUE(check::marks(details).empty());
}

TEST(PutEvent, RefusingAChangeKeepsTheOldVersionAndTellsWhy) {
  House house;
  const EventId id{
      house.must(PutEvent{.organization = house.newcomer, .details = House::soup()}, house.mechanic()).uuid};
  house.must(Approve{.post = record_id(id)}, House::moderator());
  EventDetails changed = House::soup();
  changed.title = "Soirée de vente de matelas";
  house.must(PutEvent{.organization = house.newcomer, .details = changed}, house.mechanic());
  house.must(Refuse{.post = record_id(id), .reason = Reason::advert, .note = "Pas de vente."}, House::moderator());
  EXPECT_EQ(house.the(id).moderation.status, PostStatus::published);
  EXPECT_EQ(house.the(id).details.title, "Cuisine pour 80 voisins");
  EXPECT_EQ(house.the(id).moderation.note, "Pas de vente.");
}

TEST(PutEvent, ACancellationOfANewOrganizationGoesUpWithoutWaiting) {
  House house;
  const EventId id{
      house.must(PutEvent{.organization = house.newcomer, .details = House::soup()}, house.mechanic()).uuid};
  house.must(Approve{.post = record_id(id)}, House::moderator());
  house.must(CancelEvent{.event = id}, house.mechanic());
  EXPECT_EQ(house.the(id).details.status, calendar::EventStatus::cancelled);
  EXPECT_EQ(house.the(id).moderation.status, PostStatus::published);
}

TEST(PutEvent, LongOverIsNotTaken) {
  House house;
  EventDetails past = House::soup();
  past.timing.start = House::paris(2026, 1, 2, 18);
  past.timing.end = House::paris(2026, 1, 2, 20);
  EXPECT_EQ(house.ask(PutEvent{.organization = house.resident, .details = past}, house.cook()).error().code,
            Errc::closed);
  past.timing.rules = {"FREQ=WEEKLY"};
  EXPECT_TRUE(house.ask(PutEvent{.organization = house.resident, .details = past}, house.cook()));
}

TEST(PutEvent, BadInputNamesTheFieldAndTheRemedy) {
  House house;
  const auto error = [&house](EventDetails details) {
    return house.ask(PutEvent{.organization = house.resident, .details = std::move(details)}, house.cook()).error();
  };
  EventDetails details = House::soup();
  details.title = "";
  EXPECT_EQ(error(details).message, "title is empty; give 1 to 120 characters");
  details = House::soup();
  details.title = std::string(121, 'x');
  EXPECT_EQ(error(details).code, Errc::too_large);
  details = House::soup();
  details.timing.end = House::paris(2026, 3, 20, 18);
  EXPECT_EQ(error(details).message, "the end lies before the start; change one of them");
  details = House::soup();
  details.timing.start.zone = "Europe/Pariss";
  EXPECT_EQ(error(details).field, "start");
  details = House::soup();
  details.timing.rules = {"FREQ=FORTNIGHTLY"};
  EXPECT_EQ(error(details).code, Errc::invalid);
  details = House::soup();
  details.url = "javascript:alert(1)";
  EXPECT_EQ(error(details).field, "url");
}

TEST(CancelEvent, OfOneDayLeavesTheSeriesAndAddsAnOverride) {
  House house;
  EventDetails weekly = House::soup();
  weekly.timing.rules = {"FREQ=WEEKLY;BYDAY=SA"};
  const EventId id{house.must(PutEvent{.organization = house.resident, .details = weekly}, house.cook()).uuid};
  const EventId one{house.must(CancelEvent{.event = id, .instance = House::paris(2026, 3, 28, 18)}, house.cook()).uuid};
  EXPECT_NE(one, id);
  EXPECT_EQ(house.the(id).details.status, calendar::EventStatus::confirmed);
  EXPECT_EQ(house.the(one).details.status, calendar::EventStatus::cancelled);
  EXPECT_EQ(house.the(one).details.recurrence_id, House::paris(2026, 3, 28, 18));
  EXPECT_EQ(house.the(one).details.timing.end, House::paris(2026, 3, 28, 21));
  EXPECT_FALSE(repeats(house.the(one).details.timing));
}

TEST(Proposer, ProposesUnderNoOrganizationAndNoChosenIdentity) {
  House house;
  const Actor stranger = House::someone(Role::proposer);
  const RecordId first = house.must(PutEvent{.details = House::soup()}, stranger);
  const RecordId second = house.must(PutEvent{.details = House::soup()}, stranger);
  EXPECT_NE(first, second) << "a UID that a stranger chose names nobody else's event";
  EXPECT_EQ(house.the(EventId{first.uuid}).moderation.status, PostStatus::pending);
  EXPECT_EQ(house.ask(PutEvent{.organization = house.resident, .details = House::soup()}, stranger).error().code,
            Errc::forbidden);
}

TEST(Time, PurgesAnEventAMonthAfterItsEnd) {
  House house;
  const EventId id{house.must(PutEvent{.organization = house.resident, .details = House::soup()}, house.cook()).uuid};
  house.wait(std::chrono::days{39});
  EXPECT_NE(house.wall.find(id), nullptr);
  house.wait(std::chrono::days{2});
  EXPECT_EQ(house.wall.find(id), nullptr);
}

TEST(Time, KeepsASeriesThatGoesOnBeyondTheHorizon) {
  House house;
  EventDetails yearly = House::soup();
  yearly.timing.rules = {"FREQ=YEARLY;COUNT=4"};
  const EventId id{house.must(PutEvent{.organization = house.resident, .details = yearly}, house.cook()).uuid};
  house.wait(std::chrono::days{450});
  EXPECT_NE(house.wall.find(id), nullptr) << "its third time is still to come";
  house.wait(std::chrono::days{1200});
  EXPECT_EQ(house.wall.find(id), nullptr);
}

}  // namespace
}  // namespace mur
