#pragma once

#include "broker/core/feed_keeper.h"
#include "tests/broker/core/core_house.h"

namespace mur::test {

/// A core that follows calendars, and the test in the fetcher's place.
class Feeds : public CoreHouse {
 protected:
  void SetUp() override {
    CoreHouse::SetUp();
    canteen = add_organization("Cantine");
    owner = add_key(Role::owner, "Ana", canteen);
  }

  FeedId add(const std::string& url = "https://agenda.example.org/cantine.ics") {
    const auto receipt = ask(owner, AddFeed{.organization = canteen,
                                            .details = {.url = url, .name = "Agenda", .category = "mur", .kind = {}}});
    EXPECT_TRUE(receipt) << receipt.error().message;
    return receipt ? FeedId{receipt->about.uuid} : FeedId{};
  }
  /// What the core wants fetched now.
  std::vector<broker::FetchWanted> wanted() {
    EXPECT_TRUE(step());
    return fetches.take(limits::kQueue, 0ms);
  }
  std::vector<EventDetails> coming(int count) const {
    std::vector<EventDetails> events;
    for (int i = 0; i < count; ++i) {
      EventDetails event;
      event.uid = "soup-" + std::to_string(i);
      event.title = "Cuisine n° " + std::to_string(i);
      event.source = Source::feed;
      event.timing.start = {
          .kind = calendar::When::Kind::utc,
          .local = std::chrono::local_seconds{std::chrono::floor<Seconds>(kNoon).time_since_epoch()} + 240h};
      event.timing.end = event.timing.start;
      event.timing.end->local += 2h;
      events.push_back(std::move(event));
    }
    return events;
  }
  /// The fetch that is under way comes back, and the core does all that it means.
  void arrives(broker::FeedFetched fetched) {
    put(std::move(fetched));
    settle();
  }
  void arrives(FeedId feed, const std::vector<EventDetails>& events) {
    arrives({.feed = feed,
             .etag = "\"" + std::to_string(++file) + "\"",
             .content = digest256({as_bytes(std::to_string(file))}),
             .events = events,
             .components = events.size()});
  }
  /// "As it was when it was fetched last."
  void is_as_it_was(FeedId feed, const broker::FetchWanted& asked, std::uint32_t refresh_minutes = 0) {
    arrives({.feed = feed,
             .unchanged = true,
             .etag = asked.etag,
             .content = asked.content,
             .refresh_minutes = refresh_minutes});
  }
  void fails(FeedId feed, FeedTrouble trouble = FeedTrouble::unreachable) {
    arrives({.feed = feed, .trouble = trouble, .problem = "agenda.example.org does not answer"});
  }
  void settle() {
    for (int i = 0; i < 40; ++i) ASSERT_TRUE(step());
  }
  /// Fetched, confirmed, and up.
  FeedId followed(const std::vector<EventDetails>& events) {
    const FeedId feed = add();
    EXPECT_EQ(wanted().size(), 1U);
    arrives(feed, events);
    EXPECT_TRUE(ask(owner, ConfirmFeed{feed}));
    settle();
    return feed;
  }
  /// Until the feed is fetched again.
  broker::FetchWanted next_fetch() {
    for (int quarter = 0; quarter < 4 * 26; ++quarter) {
      clock.pass(15min);
      auto found = wanted();
      if (!found.empty()) return found.front();
    }
    ADD_FAILURE() << "it is not fetched again";
    return {};
  }

  template <class Noun>
  std::vector<Noun> records() {
    std::vector<Noun> found;
    const Status read = store.records_since(0, [&found](const broker::LogRecord& one) -> Status {
      if (one.tombstone || one.id.kind != kind_of_noun<Noun>()) return {};
      found.push_back(std::get<Noun>(protocol::decode_record(one.bytes).value()));
      return {};
    });
    EXPECT_TRUE(read);
    return found;
  }
  Feed the_feed() {
    const auto feeds = records<Feed>();
    EXPECT_EQ(feeds.size(), 1U);
    return feeds.empty() ? Feed{} : feeds.front();
  }
  Result<FeedPreview> preview(KeyId key, FeedId feed) {
    const auto answer = query(key, PreviewFeed{feed});
    if (!answer) return fail(answer.error());
    return std::get<FeedPreview>(*answer);
  }

  OrganizationId canteen;
  KeyId owner;
  int file = 0;
};

}  // namespace mur::test
