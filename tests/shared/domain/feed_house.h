#pragma once

#include <algorithm>

#include "shared/domain/refresh.h"
#include "shared/domain/scope.h"
#include "tests/support/house.h"

namespace mur::test {

/// A house whose organizations keep their calendars elsewhere. A calendar is the list of its events; fetching and
/// reading it is somebody else's story.
class FeedHouse : public House {
 public:
  using Calendar = std::vector<EventDetails>;

  static FeedDetails details(const std::string& url = "https://agenda.example.org/cantine.ics") {
    return {.url = url, .name = "Agenda de la cantine", .category = {}, .kind = {}};
  }
  FeedId add(OrganizationId organization, const Actor& actor, FeedDetails wanted = details()) {
    now += Milliseconds{1};  // the house's chance repeats itself, its time does not
    return FeedId{must(AddFeed{.organization = organization, .details = std::move(wanted)}, actor).uuid};
  }

  /// `count` events in the week after next, each of a name of its own.
  static Calendar coming(int count) {
    Calendar events;
    for (int i = 0; i < count; ++i) {
      EventDetails event = soup("soup-" + std::to_string(i) + "@cantine");
      event.title = "Cuisine n° " + std::to_string(i);
      event.source = Source::feed;
      events.push_back(std::move(event));
    }
    return events;
  }
  static EventId id_of(OrganizationId organization, const EventDetails& event) { return event_id(organization, event); }

  /// What the broker does with a calendar that was fetched; what it asks of itself must be granted.
  Refresh fetched(FeedId feed, const Calendar& calendar) {
    FetchReport report;
    report.content = digest256({as_bytes(std::to_string(++files_))});
    report.etag = "\"" + std::to_string(files_) + "\"";
    return taken(feed, {.report = report, .events = calendar});
  }
  /// … that keeps some of its events to itself.
  Refresh fetched(FeedId feed, const Calendar& calendar, const std::vector<calendar::Identity>& private_named) {
    FetchReport report;
    report.content = digest256({as_bytes(std::to_string(++files_))});
    return taken(feed, {.report = report, .events = calendar, .private_named = private_named});
  }
  Refresh unchanged(FeedId feed) { return taken(feed, {.report = {}, .unchanged = true, .events = {}}); }
  Refresh failed(FeedId feed, FeedTrouble trouble = FeedTrouble::unreachable) {
    FetchReport report;
    report.trouble = trouble;
    report.problem = "agenda.example.org does not answer; see whether the address is right";
    return taken(feed, {.report = report, .events = {}});
  }

  /// A confirmed feed of the trusted organization with this calendar up.
  FeedId followed(const Calendar& calendar) {
    const FeedId feed = add(resident, cook());
    fetched(feed, calendar);
    must(ConfirmFeed{feed}, cook());
    fetched(feed, calendar);
    return feed;
  }
  /// … that lost most of it.
  FeedId shrunk(const Calendar& calendar) {
    const FeedId feed = followed(calendar);
    pass();
    fetched(feed, {calendar.front()});
    return feed;
  }

  /// Until the next refresh.
  void pass() { now += std::chrono::hours{1}; }

  [[nodiscard]] bool is_up(const EventDetails& event, OrganizationId organization) const {
    const Event* found = wall.find(event_id(organization, event));
    return found != nullptr && is_on_wall(found->moderation);
  }
  [[nodiscard]] bool is_up(const EventDetails& event) const { return is_up(event, resident); }
  [[nodiscard]] std::size_t up(const Calendar& calendar) const {
    return static_cast<std::size_t>(
        std::ranges::count_if(calendar, [this](const EventDetails& event) { return is_up(event); }));
  }
  [[nodiscard]] FeedState state(FeedId feed) const { return the(feed).state; }

 private:
  Refresh taken(FeedId feed, const Fetched& what) {
    Refresh refreshed = refresh(wall, the(feed), what, now);
    for (const Order& order : refreshed.orders) {
      const auto done = ask(order, clock());
      EXPECT_TRUE(done) << (done ? "" : done.error().message);
    }
    return refreshed;
  }

  int files_ = 0;
};

}  // namespace mur::test
