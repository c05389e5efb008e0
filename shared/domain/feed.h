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
/// | from        | on                                                                    | to                 |
/// |-------------|-----------------------------------------------------------------------|--------------------|
/// | –           | AddFeed (owner, member, admin; file:// admin only)                    | proposed           |
/// | proposed    | NoteFetch (broker), whatever came of it                               | proposed           |
/// | proposed    | ConfirmFeed (owner, member, admin) of what was fetched and is held    | active             |
/// | proposed    | ConfirmFeed before that, or when the broker holds it no more          | refused (closed)   |
/// | proposed    | Expire (broker) after kProposedFeedKept                               | gone               |
/// | active      | NoteFetch that went well                                              | active             |
/// | active      | NoteFetch: more than half of what was coming is gone (`shrunk`)       | quarantined        |
/// | active      | NoteFetch: failing, for less than / for kFeedFailsFor                 | active / quarantined |
/// | active      | ConfirmFeed                                                           | active (unchanged) |
/// | quarantined | NoteFetch that went well: it holds half or more again, it can be read | active             |
/// | quarantined | NoteFetch that failed or is still `shrunk`                            | quarantined        |
/// | quarantined | ConfirmFeed while `shrunk`: the smaller calendar is right             | active             |
/// | quarantined | ConfirmFeed while it can't be fetched, or is held no more             | refused (closed)   |
/// | any         | RemoveFeed, events kept (owner, member, admin)                        | gone               |
/// | any         | RemoveFeed, events not kept                                           | removing           |
/// | removing    | (broker) other feeds of the organization take over what they hold     | removing           |
/// | removing    | MissEvent (broker), an event a step, then Expire (broker)             | gone               |
///
/// Every other role is refused by the table of authority. `removing` is Feed::removing_since, whatever the state was;
/// nothing but its end happens then. `gone` is a tombstone. An organization that is suspended pauses its feeds.
enum class FeedState : std::uint8_t {
  proposed = 1,    ///< fetched to be looked at; publishes nothing
  active = 2,      ///< refreshed and published
  quarantined = 3  ///< last good stays up, nothing vanishes
};

/// What was wrong with the last try. On disk and on the wire: append only.
enum class FeedTrouble : std::uint8_t {
  none = 0,
  unreachable = 1,  ///< no connection, no such name, no certificate that can be trusted
  forbidden = 2,    ///< no address, or none that may be fetched: private, another scheme, a folder
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
  TimePoint checked_at{};                  ///< last try, of each another time; epoch: none yet
  TimePoint good_at{};                     ///< last success, also "not modified"; epoch: none yet
  std::optional<TimePoint> failing_since;  ///< the first of the failures in a row
  std::uint32_t failures = 0;              ///< in a row
  TimePoint next_at{};                     ///< when to try again
  std::uint32_t refresh_minutes = 0;       ///< what the calendar asks for, within the limits; 0: says nothing
  /// Events not over in the last good file, without those that another feed of the organization brings. 0: nothing to
  /// measure a loss against (new, or its owner said that the smaller calendar is right).
  std::uint32_t coming = 0;
  /// Removed together with its coming events, which go in rounds; then the feed goes, too.
  std::optional<TimePoint> removing_since;

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

/// All of a feed's address that may be told and logged: the rest may hold a secret. "a file" for file://, "the server"
/// where no host can be told from the rest.
[[nodiscard]] std::string host_of(const std::string& url);
/// The host, or host:digits, that follows the scheme and whatever user it names. Nothing where that is something else,
/// or where a port may as well be the beginning of a password that holds a "/".
[[nodiscard]] std::optional<std::string> plain_host(const std::string& url);
/// The address without what may be secret, for those who have no part in the feed: still a file or not.
[[nodiscard]] std::string without_secrets(const std::string& url);
[[nodiscard]] bool is_file(const std::string& url);

/// What a fetch came to, for the record.
struct FetchReport {
  FeedTrouble trouble = FeedTrouble::none;
  std::string problem;
  std::string etag;
  std::string last_modified;
  Digest256 content{};
  std::uint32_t refresh_minutes = 0;  ///< what the calendar asks for; 0: says nothing
  std::uint32_t retry_minutes = 0;    ///< what a server that refuses asks for; 0: says nothing
  std::string name;                   ///< the calendar's own; taken where the organization gave none
  std::uint32_t coming = 0;           ///< events not over, as Feed::coming

  friend bool operator==(const FetchReport&, const FetchReport&) = default;
};

}  // namespace mur
