#include "shared/domain/event_digest.h"

#include <gtest/gtest.h>

#include <functional>

#include "tests/support/house.h"

namespace mur {
namespace {

using test::House;

TEST(EventDigest, IsTheSameWhoeverSaysItAndHoweverOftenItWasChanged) {
  EventDetails again = House::soup();
  again.sequence = 7;
  again.source = Source::feed;
  EXPECT_EQ(event_digest(again), event_digest(House::soup()));
}

TEST(EventDigest, ChangesWithEverythingThatIsSaid) {
  const std::vector<std::function<void(EventDetails&)>> changes{
      [](EventDetails& event) { event.uid += "2"; },
      [](EventDetails& event) { event.recurrence_id = House::paris(2026, 3, 21, 18); },
      [](EventDetails& event) { event.this_and_future = true; },
      [](EventDetails& event) { event.status = calendar::EventStatus::cancelled; },
      [](EventDetails& event) { event.timing.start.local += Seconds{60}; },
      [](EventDetails& event) { event.timing.end.reset(); },
      [](EventDetails& event) { event.timing.rules = {"FREQ=DAILY"}; },
      [](EventDetails& event) { event.timing.exception_rules = {"FREQ=DAILY"}; },
      [](EventDetails& event) { event.timing.extra_dates = {{.start = House::paris(2026, 3, 22, 18), .end = {}}}; },
      [](EventDetails& event) { event.timing.exception_dates = {House::paris(2026, 3, 22, 18)}; },
      [](EventDetails& event) { event.title = "Soupe"; },
      [](EventDetails& event) { event.summary = "Soupe"; },
      [](EventDetails& event) { event.description = "Soupe"; },
      [](EventDetails& event) { event.place.room = "Soupe"; },
      [](EventDetails& event) { event.access.quiet = Known::yes; },
      [](EventDetails& event) { event.price.text = "5 €"; },
      [](EventDetails& event) { event.full = true; },
      [](EventDetails& event) { event.url = "https://example.org"; },
      [](EventDetails& event) { event.categories = {"a", "b"}; },
      [](EventDetails& event) { event.categories = {"ab"}; },
      [](EventDetails& event) { event.kind = EventKind::programming; },
      [](EventDetails& event) { event.position = Position{}; },
      [](EventDetails& event) { event.organizer = "Ana"; },
      [](EventDetails& event) { event.image_url = "Ana"; },
      [](EventDetails& event) { event.conference_url = "Ana"; },
      [](EventDetails& event) { event.links = {"Ana"}; }};
  std::set<Digest256> digests{event_digest(House::soup())};
  for (const auto& change : changes) {
    EventDetails changed = House::soup();
    change(changed);
    digests.insert(event_digest(changed));
  }
  EXPECT_EQ(digests.size(), changes.size() + 1);
}

}  // namespace
}  // namespace mur
