#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/clock.h"
#include "shared/base/digest.h"
#include "shared/calendar/reader.h"
#include "shared/calendar/timing.h"
#include "shared/domain/ids.h"
#include "shared/domain/moderation.h"
#include "shared/domain/place.h"

namespace mur {

/// Where an event's content came from.
enum class Source : std::uint8_t { typed = 1, imported = 2, feed = 3 };

/// Where an event takes place, as the wall's filters ask. On disk and on the wire: append only.
enum class EventKind : std::uint8_t {
  programming = 1,  ///< here, in the hub: « ici »
  mobilization = 2  ///< in town: « en ville »
};

[[nodiscard]] const char* to_string(EventKind kind);
[[nodiscard]] std::optional<EventKind> parse_event_kind(std::string_view text);

/// GEO (RFC 5545 § 3.8.1.6), in millionths of a degree, WGS 84.
struct Position {
  std::int32_t latitude_e6 = 0;   ///< -90,000,000 … 90,000,000
  std::int32_t longitude_e6 = 0;  ///< -180,000,000 … 180,000,000

  friend bool operator==(const Position&, const Position&) = default;
};

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
  EventKind kind = EventKind::mobilization;
  std::optional<Position> position;
  std::string organizer;           ///< ORGANIZER's name (CN), never its address
  std::string image_url;           ///< IMAGE (RFC 7986 § 5.10)
  std::string conference_url;      ///< CONFERENCE (RFC 7986 § 5.11)
  std::vector<std::string> links;  ///< ATTACH with an http(s) address

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
  std::optional<FeedId> feed;             ///< that brings it; absent: typed or imported
  std::optional<TimePoint> absent_since;  ///< its feed's last refresh did not hold it; never on a wall
  /// The event that this one is the same as: shown with it, as co-organized, and not by itself (merged.h).
  std::optional<EventId> merged_into;
  std::vector<EventId> distinct_from;  ///< someone looked: these are not the same; never on a wall
  /// Of a change that a moderator refused (event_digest.h), so that its feed does not ask again; never on a wall.
  std::optional<Digest256> refused;

  friend bool operator==(const Event&, const Event&) = default;
};

/// Identity = (organization, UID, RECURRENCE-ID with its RANGE): the same file read twice names the same events.
[[nodiscard]] EventId event_id(OrganizationId organization, const EventDetails& details);
[[nodiscard]] EventId event_id(OrganizationId organization, const calendar::Identity& identity);

}  // namespace mur
