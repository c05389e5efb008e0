#pragma once

#include <cstdint>
#include <optional>

#include "shared/base/clock.h"
#include "shared/domain/hub.h"
#include "shared/domain/ids.h"

namespace mur {

class Wall;

/// How long the hub took to read what was sent in, over the last limits::kPaceWindow: what it promises is what it
/// keeps. One record, for everyone; the broker notes it once a day.
struct ReviewPace {
  ReviewPaceId id;                   ///< review_pace_id(hub)
  std::uint32_t median_minutes = 0;  ///< from sending to the first decision
  std::uint32_t reviews = 0;         ///< so many decisions
  TimePoint noted_at{};

  friend bool operator==(const ReviewPace&, const ReviewPace&) = default;
};

[[nodiscard]] ReviewPaceId review_pace_id(HubId hub);
/// From the posts on record; nothing where none was reviewed in that time.
[[nodiscard]] std::optional<ReviewPace> review_pace(const Wall& wall, TimePoint now);

/// When what comes in at `submitted_at` will have been read: after review_hours, or after the median where the hub has
/// lately needed longer. `pace` is null where none is known.
[[nodiscard]] TimePoint promised_by(const Policy& policy, const ReviewPace* pace, TimePoint submitted_at);
/// The hub's own promise is broken: review_hours have passed.
[[nodiscard]] bool is_late(const Policy& policy, TimePoint submitted_at, TimePoint now);

}  // namespace mur
