#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/clock.h"
#include "shared/base/digest.h"
#include "shared/domain/event.h"
#include "shared/domain/ids.h"

namespace mur {

/// Where a feed stands. On disk and on the wire: append only.
///
///   proposed ──its owner confirms the list──▶ active
///   active ──loses more than half its coming events, or fails for 7 days──▶ quarantined
///   quarantined ──owner or admin confirms, or it heals──▶ active
///   any ──removed──▶ gone (a tombstone)
enum class FeedState : std::uint8_t {
  proposed = 1,    ///< fetched to be looked at; publishes nothing
  active = 2,      ///< refreshed and published
  quarantined = 3  ///< last good stays up, nothing vanishes
};

/// What was wrong with the last try. On disk and on the wire: append only.
enum class FeedTrouble : std::uint8_t {
  none = 0,
  unreachable = 1,  ///< no connection, no such name, no certificate that can be trusted
  forbidden = 2,    ///< a private address, a scheme that is not allowed
  http_status = 3,  ///< an answer that is not the calendar
  too_slow = 4,
  too_large = 5,
  unreadable = 6,  ///< not an iCalendar file
  shrunk = 7       ///< more than half of what was coming is gone
};

[[nodiscard]] const char* to_string(FeedState state);
[[nodiscard]] const char* to_string(FeedTrouble trouble);

/// What an organization says of its feed.
struct FeedDetails {
  std::string url;                ///< https, webcal (read as https), or file from an admin; may hold a secret
  std::string name;               ///< "Agenda public"
  std::string category;           ///< only events that have it, without its "#" and in any case; empty: all
  std::optional<EventKind> kind;  ///< what its events are; absent: by their place

  friend bool operator==(const FeedDetails&, const FeedDetails&) = default;
};

/// A calendar that the broker fetches for an organization. Never on a wall: its address may hold a secret.
struct Feed {
  FeedId id;
  OrganizationId organization;
  FeedDetails details;
  FeedState state = FeedState::proposed;
  FeedTrouble trouble = FeedTrouble::none;
  std::string problem;  ///< of the last try, in a sentence
  std::string etag;
  std::string last_modified;  ///< as the server wrote it
  Digest256 content{};        ///< of the last good file
  TimePoint added_at{};
  TimePoint checked_at{};                  ///< last try; epoch: none yet
  TimePoint good_at{};                     ///< last success, also "not modified"; epoch: none yet
  std::optional<TimePoint> failing_since;  ///< the first of the failures in a row
  std::uint32_t failures = 0;              ///< in a row
  TimePoint next_at{};                     ///< when to try again
  std::uint32_t refresh_minutes = 0;       ///< what the calendar asks for, within the limits; 0: says nothing
  std::uint32_t coming = 0;                ///< events not over in the last good file

  friend bool operator==(const Feed&, const Feed&) = default;
};

/// What a wall may know of a feed: how fresh its events are.
struct FeedHealth {
  FeedHealthId id;  ///< feed_health_id(feed)
  OrganizationId organization;
  std::string name;
  FeedState state = FeedState::active;
  TimePoint good_at{};
  bool failing = false;

  friend bool operator==(const FeedHealth&, const FeedHealth&) = default;
};

[[nodiscard]] FeedHealthId feed_health_id(FeedId feed);

}  // namespace mur
