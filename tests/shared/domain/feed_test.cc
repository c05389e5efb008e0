// The table of states in shared/domain/feed.h, row by row, and who may cause what.
#include "shared/domain/feed.h"

#include <gtest/gtest.h>

#include "shared/domain/authority.h"
#include "tests/shared/domain/feed_house.h"

namespace mur {
namespace {

using std::chrono::days;
using test::FeedHouse;
using test::House;

// ---- who may --------------------------------------------------------------------------------------------------------

TEST(Feeds, OwnersMembersAndAdminsHandleThemAndNobodyElse) {
  for (const Act act : {Act::add_feed, Act::confirm_feed, Act::remove_feed, Act::preview_feed, Act::refresh_feed}) {
    EXPECT_EQ(authority(Role::admin, act), Grant::allowed) << to_string(act);
    for (const Role role : {Role::owner, Role::member}) EXPECT_EQ(authority(role, act), Grant::own) << to_string(act);
    for (const Role role : {Role::moderator, Role::on_duty, Role::proposer, Role::visitor, Role::kiosk, Role::clock})
      EXPECT_EQ(authority(role, act), Grant::never) << to_string(role) << ' ' << to_string(act);
  }
}

TEST(Feeds, OnlyTheBrokerNotesFetchesAndMissesEvents) {
  for (const Act act : {Act::note_fetch, Act::miss_event})
    for (const Role role : {Role::admin, Role::moderator, Role::on_duty, Role::owner, Role::member, Role::proposer,
                            Role::visitor, Role::kiosk})
      EXPECT_EQ(authority(role, act), Grant::never) << to_string(role) << ' ' << to_string(act);
}

TEST(Feeds, OfAnotherOrganizationAreNotThere) {
  FeedHouse house;
  const FeedId feed = house.add(house.resident, house.cook());
  house.fetched(feed, FeedHouse::coming(1));
  EXPECT_EQ(house.ask(ConfirmFeed{feed}, house.mechanic()).error().code, Errc::not_found);
  EXPECT_EQ(house.ask(RemoveFeed{feed}, house.mechanic()).error().code, Errc::not_found);
  EXPECT_EQ(house.ask(AddFeed{house.resident, FeedHouse::details()}, house.mechanic()).error().code, Errc::forbidden);
  EXPECT_EQ(house.state(feed), FeedState::proposed);
}

TEST(Feeds, AnAdminHandlesThoseOfEveryone) {
  FeedHouse house;
  const FeedId feed = house.add(house.newcomer, House::admin());
  house.fetched(feed, FeedHouse::coming(1));
  house.must(ConfirmFeed{feed}, House::admin());
  EXPECT_EQ(house.state(feed), FeedState::active);
}

// ---- what may be added ----------------------------------------------------------------------------------------------

TEST(AddFeed, ThatIsNewPublishesNothing) {
  FeedHouse house;
  const FeedId feed = house.add(house.resident, house.cook());
  EXPECT_EQ(house.state(feed), FeedState::proposed);
  EXPECT_EQ(house.the(feed).next_at, house.now);  // it is looked at at once
  EXPECT_EQ(house.wall.find(feed_health_id(feed)), nullptr);

  const auto events = FeedHouse::coming(3);
  const Refresh refreshed = house.fetched(feed, events);
  EXPECT_EQ(refreshed.orders.size(), 1U);
  EXPECT_EQ(house.state(feed), FeedState::proposed);
  EXPECT_EQ(house.the(feed).coming, 3U);
  for (const EventDetails& event : events) EXPECT_EQ(house.wall.find(FeedHouse::id_of(house.resident, event)), nullptr);
}

TEST(AddFeed, AFileIsForAdmins) {
  FeedHouse house;
  const AddFeed file{house.resident, FeedHouse::details("file:///srv/calendars/cantine.ics")};
  const auto refused = house.ask(file, house.cook());
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Errc::forbidden);
  EXPECT_EQ(refused.error().field, "url");
  EXPECT_TRUE(house.ask(file, House::admin()));
}

TEST(AddFeed, AddressesThatCanNeverBeFetchedAreRefusedByName) {
  FeedHouse house;
  for (const char* url : {"http://agenda.example.org/a.ics", "ftp://agenda.example.org/a.ics", "agenda.ics", "",
                          "https://", "https:///a.ics", "https://agenda.example.org/a b.ics", "file://a.ics"}) {
    const auto refused = house.ask(AddFeed{house.resident, FeedHouse::details(url)}, House::admin());
    ASSERT_FALSE(refused) << url;
    EXPECT_EQ(refused.error().field, "url") << url;
  }
  FeedDetails long_one = FeedHouse::details("https://agenda.example.org/" + std::string(limits::kUrl, 'a'));
  EXPECT_EQ(house.ask(AddFeed{house.resident, long_one}, House::admin()).error().code, Errc::too_large);
  FeedDetails sharp = FeedHouse::details();
  sharp.category = "#mur";
  EXPECT_EQ(house.ask(AddFeed{house.resident, sharp}, house.cook()).error().field, "category");
}

TEST(AddFeed, AnAddressWhoseHostCannotBeToldFromAPasswordIsRefusedWithTheRemedy) {
  FeedHouse house;
  for (const char* url :
       {"https://user:pa/ss@example.org", "https://user:pa?ss@example.org/a.ics",
        "https://user:pa#ss@example.org/a.ics", "https://user:12/ss@example.org/a.ics", "https://exa<mple.org/a.ics",
        "https://example.org:/a.ics", "https://[::1/a.ics", "https://me@/a.ics"}) {
    const auto refused = house.ask(AddFeed{house.resident, FeedHouse::details(url)}, House::admin());
    ASSERT_FALSE(refused) << url;
    EXPECT_EQ(refused.error().field, "url") << url;
    EXPECT_NE(refused.error().message.find("%2F"), std::string::npos) << refused.error().message;
    EXPECT_EQ(host_of(url), "the server") << url;
  }
  for (const auto& [url, host] :
       {std::pair{"https://me:pa%2Fss@example.org:8443/a.ics", "example.org:8443"},
        std::pair{"webcal://calendar.example.org/ical/ana@group.example.org/basic.ics", "calendar.example.org"},
        std::pair{"https://[2001:db8::1]:8443/a.ics", "[2001:db8::1]:8443"}, std::pair{"https://h_1.org", "h_1.org"},
        std::pair{"https://a@b:cd@example.org?x", "example.org"}}) {
    EXPECT_EQ(host_of(url), host);
    EXPECT_TRUE(house.ask(AddFeed{house.newcomer, FeedHouse::details(url)}, house.mechanic())) << url;
  }
}

TEST(AddFeed, TheSameCalendarTwiceIsAConflictHoweverItIsWritten) {
  FeedHouse house;
  house.add(house.resident, house.cook());
  const auto twice =
      house.ask(AddFeed{house.resident, FeedHouse::details("webcal://AGENDA.example.org/cantine.ics")}, house.cook());
  ASSERT_FALSE(twice);
  EXPECT_EQ(twice.error().code, Errc::conflict);
  EXPECT_TRUE(house.ask(AddFeed{house.newcomer, FeedHouse::details()}, house.mechanic()));
}

TEST(AddFeed, ThereIsAMostForEachOrganization) {
  FeedHouse house;
  for (std::size_t i = 0; i < limits::kFeedsPerOrganization; ++i)
    house.add(house.resident, house.cook(), FeedHouse::details("https://example.org/" + std::to_string(i)));
  EXPECT_EQ(house.ask(AddFeed{house.resident, FeedHouse::details()}, house.cook()).error().field, "feeds");
}

TEST(AddFeed, TheAuditTrailNamesTheHostAndNeverTheSecretInTheAddress) {
  FeedHouse house;
  const auto added = house.ask(
      AddFeed{house.resident, FeedHouse::details("https://me:pw@example.org/private-4f2a/a.ics?key=1")}, house.cook());
  ASSERT_TRUE(added);
  ASSERT_EQ(added->audit.size(), 1U);
  EXPECT_EQ(added->audit[0].reason, "example.org");
}

TEST(AddFeed, WhatNobodyConfirmsGoesAfterAMonth) {
  FeedHouse house;
  const FeedId feed = house.add(house.resident, house.cook());
  house.wait(limits::kProposedFeedKept - std::chrono::hours{1});
  EXPECT_NE(house.wall.find(feed), nullptr);
  house.wait(std::chrono::hours{2});
  EXPECT_EQ(house.wall.find(feed), nullptr);
}

// ---- confirmed ------------------------------------------------------------------------------------------------------

TEST(ConfirmFeed, BeforeAnyoneCouldSeeWhatItHoldsIsRefused) {
  FeedHouse house;
  const FeedId feed = house.add(house.resident, house.cook());
  const auto early = house.ask(ConfirmFeed{feed}, house.cook());
  ASSERT_FALSE(early);
  EXPECT_EQ(early.error().code, Errc::closed);

  house.failed(feed);
  const auto unseen = house.ask(ConfirmFeed{feed}, house.cook());
  ASSERT_FALSE(unseen);
  EXPECT_NE(unseen.error().message.find("does not answer"), std::string::npos) << unseen.error().message;
  EXPECT_EQ(house.state(feed), FeedState::proposed);
}

TEST(ConfirmFeed, OfWhatTheBrokerHoldsNoMoreIsRefused) {
  FeedHouse house;
  const FeedId feed = house.add(house.resident, house.cook());
  house.fetched(feed, FeedHouse::coming(1));
  Order order = house.order(ConfirmFeed{feed});
  order.is_held = false;
  const auto refused = house.ask(order, house.cook());
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Errc::closed);
  EXPECT_NE(refused.error().message.find("murctl feed preview"), std::string::npos) << refused.error().message;
  EXPECT_EQ(house.state(feed), FeedState::proposed);
}

TEST(ConfirmFeed, LetsItPublish) {
  FeedHouse house;
  const auto events = FeedHouse::coming(3);
  const FeedId feed = house.followed(events);
  EXPECT_EQ(house.state(feed), FeedState::active);
  EXPECT_EQ(house.up(events), 3U);
  EXPECT_EQ(house.the(FeedHouse::id_of(house.resident, events[0])).feed, feed);
  EXPECT_EQ(house.the(FeedHouse::id_of(house.resident, events[0])).details.source, Source::feed);
}

TEST(ConfirmFeed, TwiceChangesNothing) {
  FeedHouse house;
  const FeedId feed = house.followed(FeedHouse::coming(1));
  const auto again = house.ask(ConfirmFeed{feed}, house.cook());
  ASSERT_TRUE(again);
  EXPECT_TRUE(again->records.empty());
}

TEST(ConfirmFeed, OfASuspendedOrganizationIsRefused) {
  FeedHouse house;
  const FeedId feed = house.add(house.resident, house.cook());
  house.fetched(feed, FeedHouse::coming(1));
  house.must(SetTrust{.organization = house.resident, .trust = Trust::suspended, .guarantor = {}}, House::admin());
  EXPECT_EQ(house.ask(ConfirmFeed{feed}, House::admin()).error().field, "organization");
}

// ---- quarantined ----------------------------------------------------------------------------------------------------

TEST(Quarantine, ComesWithTheLossOfMoreThanHalfAndNothingVanishes) {
  FeedHouse house;
  const auto events = FeedHouse::coming(4);
  const FeedId feed = house.followed(events);
  house.pass();
  const Refresh refreshed = house.fetched(feed, {events[0]});
  EXPECT_TRUE(refreshed.shrunk);
  EXPECT_EQ(house.state(feed), FeedState::quarantined);
  EXPECT_EQ(house.the(feed).trouble, FeedTrouble::shrunk);
  EXPECT_NE(house.the(feed).problem.find("1 of the 4"), std::string::npos) << house.the(feed).problem;
  for (int i = 0; i < 3; ++i) {
    house.pass();
    house.fetched(feed, {events[0]});
  }
  EXPECT_EQ(house.up(events), 4U);
  EXPECT_EQ(house.state(feed), FeedState::quarantined);
}

TEST(Quarantine, DoesNotComeWithTheLossOfHalf) {
  FeedHouse house;
  const auto events = FeedHouse::coming(4);
  const FeedId feed = house.followed(events);
  house.pass();
  EXPECT_FALSE(house.fetched(feed, {events[0], events[1]}).shrunk);
  EXPECT_EQ(house.state(feed), FeedState::active);
}

TEST(Quarantine, ComesWithAnEmptyCalendarHoweverLittleThereWas) {
  FeedHouse house;
  const auto events = FeedHouse::coming(1);
  const FeedId feed = house.followed(events);
  house.pass();
  house.fetched(feed, {});
  EXPECT_EQ(house.state(feed), FeedState::quarantined);
  EXPECT_EQ(house.up(events), 1U);
}

TEST(Quarantine, HealsWhenTheCalendarIsWholeAgain) {
  FeedHouse house;
  const auto events = FeedHouse::coming(4);
  const FeedId feed = house.shrunk(events);
  house.pass();
  house.fetched(feed, {events[0], events[1], events[2]});
  EXPECT_EQ(house.state(feed), FeedState::active);
  EXPECT_EQ(house.the(feed).trouble, FeedTrouble::none);
  EXPECT_EQ(house.the(feed).problem, "");
}

TEST(Quarantine, HealsWhenTheServerSaysThatNothingChangedSinceTheLastGoodFile) {
  FeedHouse house;
  const auto events = FeedHouse::coming(4);
  const FeedId feed = house.shrunk(events);
  house.pass();
  house.unchanged(feed);
  EXPECT_EQ(house.state(feed), FeedState::active);
  EXPECT_EQ(house.up(events), 4U);
}

TEST(Quarantine, EndsWhenSomeoneConfirmsThatTheSmallerCalendarIsRight) {
  FeedHouse house;
  const auto events = FeedHouse::coming(4);
  const FeedId feed = house.shrunk(events);
  house.must(ConfirmFeed{feed}, house.cook());
  EXPECT_EQ(house.state(feed), FeedState::active);
  EXPECT_EQ(house.the(feed).next_at, house.now);
  // Two refreshes, as ever, take away what it lacks.
  house.pass();
  house.fetched(feed, {events[0]});
  EXPECT_EQ(house.state(feed), FeedState::active);
  EXPECT_EQ(house.up(events), 4U);
  house.pass();
  house.fetched(feed, {events[0]});
  EXPECT_EQ(house.up(events), 1U);
  EXPECT_TRUE(house.is_up(events[0]));
}

TEST(Quarantine, ComesWithAWeekOfFailuresAndNothingVanishes) {
  FeedHouse house;
  const auto events = FeedHouse::coming(2);
  const FeedId feed = house.followed(events);
  house.pass();
  house.failed(feed);
  const TimePoint first = house.now;
  EXPECT_EQ(house.state(feed), FeedState::active);
  EXPECT_TRUE(house.the(feed_health_id(feed)).failing);
  house.now = first + limits::kFeedFailsFor - Milliseconds{1};
  house.failed(feed);
  EXPECT_EQ(house.state(feed), FeedState::active);
  house.now = first + limits::kFeedFailsFor;
  house.failed(feed, FeedTrouble::http_status);
  EXPECT_EQ(house.state(feed), FeedState::quarantined);
  EXPECT_EQ(house.the(feed).failures, 3U);
  EXPECT_EQ(house.up(events), 2U);
}

TEST(Quarantine, OfAFeedThatCannotBeFetchedIsNotConfirmedAwayButHeals) {
  FeedHouse house;
  const auto events = FeedHouse::coming(2);
  const FeedId feed = house.followed(events);
  house.failed(feed);
  house.now += limits::kFeedFailsFor;
  house.failed(feed);
  const auto refused = house.ask(ConfirmFeed{feed}, house.cook());
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Errc::closed);
  house.pass();
  house.fetched(feed, events);
  EXPECT_EQ(house.state(feed), FeedState::active);
  EXPECT_EQ(house.the(feed).failures, 0U);
  EXPECT_EQ(house.the(feed).failing_since, std::nullopt);
}

TEST(Quarantine, ASuccessInBetweenBeginsTheWeekAnew) {
  FeedHouse house;
  const auto events = FeedHouse::coming(2);
  const FeedId feed = house.followed(events);
  house.failed(feed);
  house.now += days{4};
  house.fetched(feed, events);
  house.now += days{1};
  house.failed(feed);
  house.now += days{4};
  house.failed(feed);
  EXPECT_EQ(house.state(feed), FeedState::active);
}

TEST(Quarantine, AProposedFeedIsNeverInIt) {
  FeedHouse house;
  const FeedId feed = house.add(house.resident, house.cook());
  house.failed(feed);
  house.now += days{8};
  house.failed(feed);
  EXPECT_EQ(house.state(feed), FeedState::proposed);
}

// ---- its health, on the wall ----------------------------------------------------------------------------------------

TEST(FeedHealth, TellsTheWallHowFreshItIsAndNeverTheAddress) {
  FeedHouse house;
  const FeedId feed = house.followed(FeedHouse::coming(1));
  const FeedHealth health = house.the(feed_health_id(feed));
  EXPECT_EQ(health.organization, house.resident);
  EXPECT_EQ(health.name, "Agenda de la cantine");
  EXPECT_EQ(health.good_at, house.now);
  EXPECT_FALSE(health.failing);
  EXPECT_EQ(project(health, Scope{}), Record{health});
  EXPECT_EQ(project(house.the(feed), Scope{}), std::nullopt);
  EXPECT_EQ(project(house.the(feed), Scope{.kind = Scope::Kind::organization, .organization = house.newcomer}),
            std::nullopt);
  EXPECT_NE(project(house.the(feed), Scope{.kind = Scope::Kind::organization, .organization = house.resident}),
            std::nullopt);
}

TEST(FeedHealth, KeepsTheTimeOfTheLastGoodFileWhileItFails) {
  FeedHouse house;
  const FeedId feed = house.followed(FeedHouse::coming(1));
  const TimePoint good = house.now;
  house.now += days{2};
  house.failed(feed);
  EXPECT_EQ(house.the(feed_health_id(feed)).good_at, good);
  EXPECT_TRUE(house.the(feed_health_id(feed)).failing);
  house.now += std::chrono::hours{1};
  house.unchanged(feed);
  EXPECT_EQ(house.the(feed_health_id(feed)).good_at, house.now);
  EXPECT_FALSE(house.the(feed_health_id(feed)).failing);
}

TEST(FeedHealth, NamesAFeedOfSomeoneWhoIsNotTrustedByItsOrganization) {
  FeedHouse house;
  const FeedId feed = house.add(house.newcomer, house.mechanic());
  house.fetched(feed, FeedHouse::coming(1));
  house.must(ConfirmFeed{feed}, house.mechanic());
  EXPECT_EQ(house.the(feed_health_id(feed)).name, "Cambouis");
}

TEST(FeedHealth, ShowsNoNameThatNobodyReadAndThatScreeningMarks) {
  FeedHouse house;
  FeedDetails nameless = FeedHouse::details();
  nameless.name = "Ana 06 11 22 33 44";
  const FeedId feed = house.add(house.resident, house.cook(), nameless);
  house.fetched(feed, FeedHouse::coming(1));
  house.must(ConfirmFeed{feed}, house.cook());
  EXPECT_EQ(house.the(feed_health_id(feed)).name, "Cantine des Récollets");
}

TEST(FeedHealth, ItsAddressReachesStaffWithoutWhatMayBeSecretInIt) {
  FeedHouse house;
  const Scope staff{.kind = Scope::Kind::staff, .organization = {}};
  const auto told = [&](const char* url) {
    const FeedId feed = house.add(house.resident, House::admin(), FeedHouse::details(url));
    return std::get<Feed>(project(house.the(feed), staff).value()).details.url;
  };
  EXPECT_EQ(told("https://me:pw@example.org:8443/private-4f2a/a.ics?key=1"), "https://example.org:8443");
  EXPECT_EQ(told("webcal://agenda.example.org/s3cret"), "https://agenda.example.org");
  EXPECT_EQ(told("file:///srv/calendars/a.ics"), "file:///");
}

TEST(FeedHealth, IsNothingThatAWallOfVersion1WouldHear) {
  FeedHouse house;
  const FeedId feed = house.followed(FeedHouse::coming(1));
  Scope old{};
  old.version = 1;
  EXPECT_EQ(project(house.the(feed_health_id(feed)), old), std::nullopt);
  house.must(RemoveFeed{feed, /*keep_events=*/true}, house.cook());
  EXPECT_EQ(project(house.wall.find(record_id(feed_health_id(feed)))->record, old), std::nullopt);
  EXPECT_NE(project(house.wall.find(record_id(feed_health_id(feed)))->record, Scope{}), std::nullopt);
}

// ---- removed --------------------------------------------------------------------------------------------------------

}  // namespace
}  // namespace mur
