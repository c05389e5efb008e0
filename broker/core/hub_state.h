#pragma once

#include <set>

#include "broker/core/clock_guard.h"
#include "broker/core/rate_limiter.h"
#include "broker/core/scope_views.h"
#include "broker/core/ticket_lock.h"
#include "broker/ports/settings.h"
#include "shared/domain/wall.h"

namespace mur::broker {

/// What the core's thread knows: the state and what is computed from it. Only that thread touches it.
struct HubState {
  Wall wall;
  Epoch epoch;
  Seq head = 0;
  Seq forgotten_to = 0;  ///< tombstones up to here were dropped
  ScopeViews views;
  RateLimiter rates;
  TicketLock tickets;
  ClockGuard clock;
  FeedSettings feeds;  ///< as hub.toml said last
  /// Feeds whose calendar is held as it can be looked at, until it is confirmed or too old.
  std::set<FeedId> held_feeds;
};

/// Who asks, from the key's record and nothing else. Errc::forbidden for a key that is not, or no longer, in force.
[[nodiscard]] Result<Actor> actor_of(const Wall& wall, KeyId key);
/// Role::clock: the broker itself.
[[nodiscard]] Actor broker_itself();

/// The keys in force, as ZAP and the sessions check them.
[[nodiscard]] KeysChanged keys_in_force(const Wall& wall);

}  // namespace mur::broker
