#pragma once

#include <fmt/format.h>

#include <vector>

#include "tests/support/sample_wall.h"

/// A calendar as large as a city's.
namespace mur::test {

/// Spread over a year, every fifth of them weekly.
inline std::vector<Event> many_events(OrganizationId organization, int count) {
  std::vector<Event> events;
  for (int i = 0; i < count; ++i) {
    Event event;
    event.organization = organization;
    event.details.uid = fmt::format("{}@bench", i);
    event.details.title = fmt::format("Cuisine pour {} voisins", i);
    event.details.timing.start = {
        .kind = calendar::When::Kind::zoned,
        .local = std::chrono::local_days{std::chrono::year{2026} / 3 / 12} + std::chrono::hours{i % 9000},
        .zone = "Europe/Paris"};
    if (i % 5 == 0) event.details.timing.rules = {"FREQ=WEEKLY"};
    event.details.price.kind = i % 3 == 0 ? PriceKind::free_of_charge : PriceKind::unknown;
    event.id = event_id(organization, event.details);
    event.moderation.status = PostStatus::published;
    events.push_back(std::move(event));
  }
  return events;
}

/// The sample hub, with that many events more.
inline Wall full_calendar(int events) {
  Wall wall = SampleWall::full();
  OrganizationId organization;
  wall.each<Organization>([&](const Organization& one) { organization = one.id; });
  Seq seq = 100000;
  for (Event& event : many_events(organization, events)) wall.apply({.seq = ++seq, .record = std::move(event)});
  return wall;
}

}  // namespace mur::test
