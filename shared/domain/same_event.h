#pragma once

#include <cstdint>
#include <vector>

#include "shared/domain/event.h"
#include "shared/domain/likeness.h"
#include "shared/domain/wall.h"

/// Which events of a wall seem to be the same, told twice. Only ever a suggestion: computed, never stored, never acted
/// upon by itself, because a false merge hurts more than an event that stands twice.
namespace mur {

enum class Sameness : std::uint8_t {
  co_organized,  ///< one UID, two organizations: somebody passed an invitation on
  duplicate      ///< two UIDs, one time, one place, nearly one title
};

struct Suggestion {
  EventId into;   ///< the one to keep: what others are merged into, what is on the wall, what says more
  EventId event;  ///< the one to be merged into it
  Sameness kind = Sameness::duplicate;
  int title = 0;  ///< 0 … 100, how alike their titles are
  PlaceLikeness place = PlaceLikeness::unknown;

  friend bool operator==(const Suggestion&, const Suggestion&) = default;
};

[[nodiscard]] const char* to_string(Sameness kind);
[[nodiscard]] const char* to_string(PlaceLikeness likeness);

/// The pairs, ordered by when they begin, each once. Both begin at the same instant, end together or leave it open, and
/// repeat by the same rule (time_difference); both wait or are on the wall, are not over, and both or neither are
/// cancelled. Left out: single dates of a series, a series of which someone changes all later dates at once, what is
/// merged already, and what someone has kept apart. Events of one time are compared each with each up to
/// limits::kLookedAt, beyond that with those next to them in title: the cost grows with the wall, not with its square.
[[nodiscard]] std::vector<Suggestion> suggestions(const Wall& wall, TimePoint now);

}  // namespace mur
