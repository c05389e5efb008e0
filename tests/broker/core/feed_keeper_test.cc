// The core follows feeds: when it asks for a fetch, and what it does with what comes of it. The feeds' thread is the
// test itself.
#include "tests/broker/core/feed_keeper_house.h"

namespace mur::test {
namespace {

TEST_F(Feeds, ANewOneIsFetchedAtOnceWithWhatTheFetcherMustKnow) {
  const FeedId feed = add();
  const auto fetch = wanted();
  ASSERT_EQ(fetch.size(), 1U);
  EXPECT_EQ(fetch[0].feed, feed);
  EXPECT_EQ(fetch[0].details.url, "https://agenda.example.org/cantine.ics");
  EXPECT_EQ(fetch[0].details.category, "mur");
  EXPECT_FALSE(fetch[0].may_read_files);
  EXPECT_EQ(fetch[0].hub.time_zone, "Europe/Paris");
  EXPECT_TRUE(wanted().empty());  // one is under way
}

TEST_F(Feeds, NothingIsOnTheWallUntilItsOwnerConfirmsWhatItSaw) {
  const FeedId feed = add();
  EXPECT_EQ(preview(owner, feed).error().code, Errc::try_again);
  ASSERT_EQ(wanted().size(), 1U);  // … once, whoever asked
  arrives(feed, coming(3));
  EXPECT_TRUE(records<Event>().empty());

  const auto shown = preview(owner, feed);
  ASSERT_TRUE(shown) << shown.error().message;
  EXPECT_EQ(shown->total, 3U);
  EXPECT_EQ(shown->components, 3U);
  EXPECT_EQ(shown->state, FeedState::proposed);

  ASSERT_TRUE(ask(owner, ConfirmFeed{feed}));
  settle();
  EXPECT_EQ(records<Event>().size(), 3U);
  EXPECT_EQ(the_feed().state, FeedState::active);
  ASSERT_EQ(records<FeedHealth>().size(), 1U);
  EXPECT_EQ(records<FeedHealth>()[0].good_at, clock.now());
}

TEST_F(Feeds, WhatWasSeenIsWhatGoesUpWithoutAnotherFetch) {
  const FeedId feed = add();
  ASSERT_EQ(wanted().size(), 1U);
  arrives(feed, coming(2));
  ASSERT_TRUE(ask(owner, ConfirmFeed{feed}));
  settle();
  EXPECT_TRUE(fetches.take(limits::kQueue, 0ms).empty());
  EXPECT_EQ(records<Event>().size(), 2U);
}

TEST_F(Feeds, WhatWasSeenLongAgoIsLookedAtAnewBeforeItIsConfirmed) {
  const FeedId feed = add();
  ASSERT_EQ(wanted().size(), 1U);
  arrives(feed, coming(2));
  clock.pass(limits::kFetchKept + 1s);
  ASSERT_TRUE(step());
  const auto refused = ask(owner, ConfirmFeed{feed});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Errc::closed);
  EXPECT_TRUE(refused.error().message.contains("murctl feed preview")) << refused.error().message;
  EXPECT_TRUE(wanted().empty());

  EXPECT_EQ(preview(owner, feed).error().code, Errc::try_again);
  ASSERT_EQ(wanted().size(), 1U);
  arrives(feed, coming(3));
  ASSERT_TRUE(ask(owner, ConfirmFeed{feed}));
  settle();
  EXPECT_EQ(records<Event>().size(), 3U);
}

TEST_F(Feeds, WhatWasLookedAtBeforeARestartIsLookedAtAgain) {
  const FeedId feed = add();
  ASSERT_EQ(wanted().size(), 1U);
  arrives(feed, coming(2));
  open();
  EXPECT_EQ(ask(owner, ConfirmFeed{feed}).error().code, Errc::closed);
}

TEST_F(Feeds, AsItWasCountsOnlyForTheFileThatIsOnRecord) {
  const FeedId first = followed(coming(2));
  const FeedId second = add("https://other.example.org/b.ics");
  ASSERT_EQ(wanted().size(), 1U);
  arrives(second, coming(2));  // the same two events, which are the first one's
  ASSERT_TRUE(ask(owner, ConfirmFeed{second}));
  settle();
  ASSERT_TRUE(query(owner, RefreshFeed{second}));
  const auto asked = wanted();
  ASSERT_EQ(asked.size(), 1U);
  ASSERT_EQ(asked[0].feed, second);

  ASSERT_TRUE(ask(owner, RemoveFeed{.feed = first}));
  put(broker::FeedFetched{.feed = second, .unchanged = true, .etag = asked[0].etag, .content = asked[0].content});
  settle();
  const auto again = fetches.take(limits::kQueue, 0ms);
  ASSERT_EQ(again.size(), 1U);
  EXPECT_EQ(again[0].feed, second);
  EXPECT_EQ(again[0].etag, "");
  arrives(second, coming(2));
  clock.pass(2s);
  settle();
  EXPECT_EQ(records<Event>().size(), 2U);
  for (const Event& event : records<Event>()) EXPECT_EQ(event.feed, second);
  EXPECT_EQ(the_feed().id, second);
}

TEST_F(Feeds, ARefreshInTheMidstOfWhichAnotherFeedIsRemovedIsMadeAgain) {
  const auto events = coming(static_cast<int>(2 * limits::kGroupCommands) + 10);
  const std::vector<EventDetails> few(events.begin(), events.begin() + 2);
  const FeedId first = followed(few);
  const FeedId second = add("https://other.example.org/b.ics");
  ASSERT_EQ(wanted().size(), 1U);
  arrives(second, events);
  ASSERT_TRUE(ask(owner, ConfirmFeed{second}));
  ASSERT_TRUE(step());  // a first group
  clock.pass(1ms);
  ASSERT_TRUE(ask(owner, RemoveFeed{.feed = first}));
  settle();
  const auto again = fetches.take(limits::kQueue, 0ms);
  ASSERT_EQ(again.size(), 1U);
  EXPECT_EQ(again[0].feed, second);
  arrives(second, events);
  clock.pass(2s);
  settle();
  EXPECT_EQ(records<Event>().size(), events.size());
}

TEST_F(Feeds, WhatWasReadForAHubThatHasChangedIsReadAgain) {
  const FeedId feed = followed(coming(1));
  next_fetch();
  broker::Settings with_rooms = a_hub();
  with_rooms.hub.rooms = {"Grande salle"};
  settings.write(with_rooms);
  core->reload();
  ASSERT_TRUE(step());
  EXPECT_EQ(the_feed().content, Digest256{});
  put(broker::FeedFetched{.feed = feed, .content = digest256({as_bytes("old")}), .events = coming(5)});
  ASSERT_TRUE(step());
  const auto again = wanted();
  ASSERT_EQ(again.size(), 1U);
  EXPECT_EQ(again[0].hub.rooms.size(), 1U);
  EXPECT_EQ(records<Event>().size(), 1U);
}

TEST_F(Feeds, WhatBecomesPrivateInItsCalendarGoesAtOnce) {
  const auto events = coming(3);
  const FeedId feed = followed(events);
  next_fetch();
  arrives({.feed = feed,
           .content = digest256({as_bytes("next")}),
           .events = {events[0]},
           .private_left = 2,
           .private_named = {{events[1].uid, {}}, {events[2].uid, {}}}});
  EXPECT_EQ(the_feed().state, FeedState::active);
  EXPECT_EQ(records<Event>().size(), 1U);
}

TEST_F(Feeds, ARefreshAsksWithWhatItKnowsAndTheSameFileMakesNoEventAnew) {
  const FeedId feed = followed(coming(3));
  const auto fetch = next_fetch();
  EXPECT_EQ(fetch.feed, feed);
  EXPECT_EQ(fetch.etag, "\"1\"");
  EXPECT_EQ(fetch.content, digest256({as_bytes("1")}));
  heard.clear();
  is_as_it_was(feed, fetch);
  for (const auto& committed : take<broker::Committed>())
    for (const auto& batch : committed.scopes) EXPECT_LE(batch.records.size(), 2U);  // the feed and its health
  EXPECT_EQ(the_feed().good_at, clock.now());
}

TEST_F(Feeds, IsFetchedAsItsCalendarAsks) {
  const FeedId feed = followed(coming(1));
  is_as_it_was(feed, next_fetch(), 6 * 60);
  clock.pass(5h + 20min);
  EXPECT_TRUE(wanted().empty());
  clock.pass(80min);
  EXPECT_EQ(wanted().size(), 1U);
}

TEST_F(Feeds, ABigCalendarGoesUpInGroupsBetweenWhichOthersAreAnswered) {
  const FeedId feed = add();
  ASSERT_EQ(wanted().size(), 1U);
  arrives(feed, coming(static_cast<int>(2 * limits::kGroupCommands + 10)));
  ASSERT_TRUE(ask(owner, ConfirmFeed{feed}));
  ASSERT_TRUE(step());  // a first group
  EXPECT_EQ(records<Event>().size(), limits::kGroupCommands);
  ASSERT_TRUE(ask(kiosk, offer()));
  EXPECT_EQ(records<Event>().size(), 2 * limits::kGroupCommands);
  EXPECT_EQ(records<Offer>().size(), 1U);
  settle();
  EXPECT_EQ(records<Event>().size(), 2 * limits::kGroupCommands + 10);
}

TEST_F(Feeds, ARefreshThatARestartCutShortIsMadeAgain) {
  const FeedId feed = add();
  ASSERT_EQ(wanted().size(), 1U);
  const auto events = coming(static_cast<int>(2 * limits::kGroupCommands));
  arrives(feed, events);
  ASSERT_TRUE(ask(owner, ConfirmFeed{feed}));
  ASSERT_TRUE(step());
  open();
  EXPECT_EQ(the_feed().content, Digest256{});
  clock.pass(limits::kRestartSpread);
  const auto fetch = wanted();
  ASSERT_EQ(fetch.size(), 1U);
  arrives(feed, events);
  EXPECT_EQ(records<Event>().size(), events.size());
}

TEST_F(Feeds, TheLastGoodStaysWhenItFailsAndItIsTriedLessAndLess) {
  const FeedId feed = followed(coming(3));
  const TimePoint good = the_feed().good_at;
  next_fetch();
  Milliseconds last{};
  for (int i = 0; i < 4; ++i) {
    fails(feed);
    EXPECT_EQ(the_feed().failures, static_cast<std::uint32_t>(i + 1));
    const Milliseconds wait = the_feed().next_at - clock.now();
    EXPECT_GT(wait, last);
    last = wait;
    clock.pass(wait);
    ASSERT_EQ(wanted().size(), 1U);
  }
  EXPECT_EQ(records<Event>().size(), 3U);
  EXPECT_EQ(records<FeedHealth>()[0].good_at, good);
  EXPECT_TRUE(records<FeedHealth>()[0].failing);
}

TEST_F(Feeds, ALossOfMoreThanHalfIsQuarantinedShownAndHealsByConfirmation) {
  const auto events = coming(4);
  const FeedId feed = followed(events);
  next_fetch();
  arrives(feed, {events[0]});
  EXPECT_EQ(the_feed().state, FeedState::quarantined);
  EXPECT_EQ(records<Event>().size(), 4U);
  EXPECT_EQ(std::get<BrokerStatus>(query(admin, GetStatus{}).value()).quarantined_feeds, 1U);

  const auto shown = preview(owner, feed);
  ASSERT_TRUE(shown) << shown.error().message;
  EXPECT_EQ(shown->vanishing, 3U);

  ASSERT_TRUE(ask(owner, ConfirmFeed{feed}));
  settle();
  EXPECT_EQ(the_feed().state, FeedState::active);
  EXPECT_EQ(records<Event>().size(), 4U);  // absent from one refresh
  is_as_it_was(feed, next_fetch());
  EXPECT_EQ(records<Event>().size(), 1U);
}

TEST_F(Feeds, HealsByItself) {
  const auto events = coming(4);
  const FeedId feed = followed(events);
  next_fetch();
  arrives(feed, {});
  EXPECT_EQ(the_feed().state, FeedState::quarantined);
  next_fetch();
  arrives(feed, events);
  EXPECT_EQ(the_feed().state, FeedState::active);
  EXPECT_EQ(records<Event>().size(), 4U);
}

TEST_F(Feeds, IsFetchedWhenItsOwnerAsksButNotAgainAndAgain) {
  const FeedId feed = followed(coming(1));
  ASSERT_TRUE(query(owner, RefreshFeed{feed}));
  ASSERT_EQ(wanted().size(), 1U);
  arrives(feed, coming(2));
  EXPECT_EQ(records<Event>().size(), 2U);
  EXPECT_EQ(query(owner, RefreshFeed{feed}).error().code, Errc::slow_down);
  clock.pass(limits::kFetchNowEvery);
  EXPECT_TRUE(query(owner, RefreshFeed{feed}));
  EXPECT_EQ(wanted().size(), 1U);
}

TEST_F(Feeds, StrangersAreToldThatItIsNotThere) {
  const FeedId feed = add();
  const KeyId other = add_key(Role::owner, "Luc", add_organization("Cambouis"));
  EXPECT_EQ(query(other, PreviewFeed{feed}).error().code, Errc::not_found);
  EXPECT_EQ(query(other, RefreshFeed{feed}).error().code, Errc::not_found);
  EXPECT_EQ(query(kiosk, PreviewFeed{feed}).error().code, Errc::forbidden);
  EXPECT_EQ(query(kiosk, RefreshFeed{feed}).error().code, Errc::forbidden);
}

TEST_F(Feeds, APreviewOfWhatCannotBeFetchedSaysWhy) {
  const FeedId feed = add();
  ASSERT_EQ(wanted().size(), 1U);
  fails(feed);
  const auto refused = preview(owner, feed);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Errc::closed);
  EXPECT_EQ(refused.error().message, "agenda.example.org does not answer");
}

TEST_F(Feeds, AFetchThatNobodyAnswersIsAskedForAgain) {
  add();
  ASSERT_EQ(wanted().size(), 1U);
  clock.pass(limits::kFetchPatience);
  EXPECT_TRUE(wanted().empty());
  clock.pass(1s);
  EXPECT_EQ(wanted().size(), 1U);
}

TEST_F(Feeds, AnAnswerThatNobodyWaitsForIsDropped) {
  const FeedId feed = followed(coming(1));
  arrives(feed, coming(9));
  EXPECT_EQ(records<Event>().size(), 1U);
}

TEST_F(Feeds, NoMoreAreUnderWayThanTheFetcherTakes) {
  for (std::size_t i = 0; i < limits::kFetchesAtOnce + 3; ++i) add("https://example.org/" + std::to_string(i));
  std::size_t handed = 0;
  settle();
  const auto first = fetches.take(limits::kQueue, 0ms);
  handed += first.size();
  EXPECT_EQ(handed, limits::kFetchesAtOnce);
  for (const auto& one : first) arrives(one.feed, coming(1));
  EXPECT_EQ(fetches.take(limits::kQueue, 0ms).size(), 3U);
}

TEST_F(Feeds, AClockInDoubtFetchesNothingAndBelievesNothing) {
  const auto events = coming(4);
  const FeedId feed = followed(events);
  next_fetch();
  clock.jump(30 * 24h);
  clock.pass(1s);
  arrives(feed, {events[0]});
  EXPECT_EQ(the_feed().state, FeedState::active);
  EXPECT_TRUE(wanted().empty());
  EXPECT_EQ(query(owner, RefreshFeed{feed}).error().field, "clock");
}

TEST_F(Feeds, OfASuspendedOrganizationRestUntilItIsNotSuspendedAnyMore) {
  const FeedId feed = followed(coming(1));
  ASSERT_TRUE(ask(admin, SetTrust{.organization = canteen, .trust = Trust::suspended, .guarantor = {}}));
  clock.pass(3h);
  EXPECT_TRUE(wanted().empty());
  EXPECT_EQ(query(admin, RefreshFeed{feed}).error().field, "organization");
  ASSERT_TRUE(ask(admin, SetTrust{.organization = canteen, .trust = Trust::trusted, .guarantor = "W751234567"}));
  clock.pass(limits::kRestartSpread);
  EXPECT_EQ(wanted().size(), 1U);
}

TEST_F(Feeds, AProgramOfVersion1HearsOfTheEventsAndNotOfFeeds) {
  for (const Scope& scope : {kWall, kStaff}) {
    Scope old = scope;
    old.version = 1;
    put(broker::ScopeWatched{.scope = old});
  }
  settle();
  heard.clear();
  const FeedId feed = followed(coming(1));
  ASSERT_TRUE(ask(owner, RemoveFeed{.feed = feed, .keep_events = true}));
  std::size_t events = 0;
  std::size_t healths = 0;
  for (const auto& committed : take<broker::Committed>())
    for (const auto& batch : committed.scopes)
      for (const auto& record : batch.records) {
        healths += record.id.kind == RecordKind::feed_health ? 1U : 0U;
        if (batch.scope.version > 1) continue;
        EXPECT_NE(record.id.kind, RecordKind::feed);
        EXPECT_NE(record.id.kind, RecordKind::feed_health);
        events += record.id.kind == RecordKind::event ? 1U : 0U;
      }
  EXPECT_EQ(events, 2U);  // one for each of the two scopes
  EXPECT_GE(healths, 4U);

  put(broker::QueryArrived{
      .session = ++last_session, .key = admin, .query = 7, .question = ListAudit{100}, .version = 1});
  ASSERT_TRUE(step());
  const auto answers = take<broker::AnswerReady>();
  ASSERT_EQ(answers.size(), 1U);
  const AuditRows& audit = std::get<AuditRows>(answers[0].answer.value());
  EXPECT_TRUE(std::ranges::any_of(audit.rows, [](const AuditRow& row) { return row.action == "add_feed"; }));
  for (const AuditRow& row : audit.rows)
    if (row.entity) EXPECT_NE(row.entity->kind, RecordKind::feed) << row.action;
}

TEST_F(Feeds, AFileMayBeReadBecauseAnAdminAddedIt) {
  ASSERT_TRUE(ask(admin, AddFeed{.organization = canteen,
                                 .details = {.url = "file:///srv/a.ics", .name = "", .category = "", .kind = {}}}));
  const auto fetch = wanted();
  ASSERT_EQ(fetch.size(), 1U);
  EXPECT_TRUE(fetch[0].may_read_files);
}

}  // namespace
}  // namespace mur::test
