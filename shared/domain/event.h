#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/base/clock.h"
#include "shared/calendar/reader.h"
#include "shared/calendar/timing.h"
#include "shared/domain/ids.h"
#include "shared/domain/moderation.h"
#include "shared/domain/place.h"

namespace mur {

/// Where an event's content came from.
enum class Source : std::uint8_t { typed = 1, imported = 2, feed = 3 };

/// What an organization says of an event: iCalendar VEVENT semantics (RFC 5545 § 3.6.1). With `recurrence_id` it is an
/// override of one instance, and a record of its own.
struct EventDetails {
  std::string uid;
  std::optional<calendar::When> recurrence_id;
  bool this_and_future = false;
  int sequence = 0;
  calendar::EventStatus status = calendar::EventStatus::confirmed;
  calendar::Timing timing;
  std::string title;
  std::string summary;
  std::string description;
  Place place;
  Access access;
  Price price;
  bool full = false;
  std::string url;
  std::vector<std::string> categories;
  Source source = Source::typed;

  friend bool operator==(const EventDetails&, const EventDetails&) = default;
};

struct Event {
  EventId id;
  OrganizationId organization;
  EventDetails details;
  std::optional<calendar::When> moved_from;  ///< where it stood before its last move …
  TimePoint moved_at{};                      ///< … and when that was said (shown for limits::kMovedShown)
  std::optional<TimePoint> over_at;          ///< end of the last occurrence known today; absent: none in sight
  TimePoint updated_at{};
  Moderation moderation;

  friend bool operator==(const Event&, const Event&) = default;
};

/// Identity = (organization, UID, RECURRENCE-ID): the same file read twice names the same events.
[[nodiscard]] EventId event_id(OrganizationId organization, const EventDetails& details);

}  // namespace mur
