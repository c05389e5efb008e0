#pragma once

// Internal to shared/domain: what the rules of feeds and of events share.

#include "shared/domain/feed.h"
#include "shared/domain/wall.h"

namespace mur {

/// The live feed that brings `event`; null where it was typed or imported, or its feed is gone or going.
[[nodiscard]] const Feed* feed_of(const Wall& wall, const Event& event);

/// Not over at `now`.
[[nodiscard]] bool is_coming(const Event& event, TimePoint now);

/// What a feed's file says, as it is kept.
[[nodiscard]] EventDetails as_brought(EventDetails fetched);

/// Is nothing to be changed in `present` for what the feed says? A feed's file is its whole word of today: any
/// difference is news, whatever SEQUENCE and LAST-MODIFIED say of it (an event that was made anew begins at 0 again,
/// and many programs count neither). But one: an event that someone cancelled here stays so until its feed says more
/// than what it said before.
[[nodiscard]] bool says_the_same(const EventDetails& present, const EventDetails& fetched);

/// Where two addresses are the same calendar: webcal as https, the host in lower case.
[[nodiscard]] std::string comparable_url(const std::string& url);
/// All of a feed's address that is written down beside it: the rest may hold a secret.
[[nodiscard]] std::string host_of(const std::string& url);

}  // namespace mur
