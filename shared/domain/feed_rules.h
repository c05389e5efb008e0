#pragma once

// Internal to shared/domain: what the rules of feeds and of events share.

#include "shared/domain/feed.h"
#include "shared/domain/wall.h"

namespace mur {

/// The live feed that brings `event`; null where it was typed or imported, or its feed is gone or going.
[[nodiscard]] const Feed* feed_of(const Wall& wall, const Event& event);

/// The feed whose word on `event` counts against that of another one: as feed_of, but a feed that is quarantined
/// because it can't be fetched any more says nothing, and leaves the event to whoever does.
[[nodiscard]] const Feed* holder_of(const Wall& wall, const Event& event);

/// The feed as it is when its next reading must be of the whole file, "not modified" or not.
[[nodiscard]] Feed to_be_read_whole(Feed feed);

/// Does a feed that is being removed still leave its events on the wall, because another one, which may hold them too,
/// was not read yet since the removal? For limits::kFeedHandOver at most.
[[nodiscard]] bool waits_for_others(const Wall& wall, const Feed& going, TimePoint now);

/// Not over at `now`.
[[nodiscard]] bool is_coming(const Event& event, TimePoint now);

/// What a feed's file says, as it is kept.
[[nodiscard]] EventDetails as_brought(EventDetails fetched);

/// What a feed says, as it is taken over what is there. A feed's file is its whole word of today: any difference is
/// news, whatever SEQUENCE and LAST-MODIFIED say of it (an event that was made anew begins at 0 again, and many
/// programs count neither). But one: an event that someone cancelled here, which raised its sequence, stays cancelled,
/// in the feed's words of today, until the feed puts it at another time or raises the sequence itself.
[[nodiscard]] EventDetails as_taken(const EventDetails& present, EventDetails fetched);

/// Is nothing to be changed in `present` for what its feed says (as_taken)? Also where this is what a moderator
/// refused.
[[nodiscard]] bool says_the_same(const Event& present, const EventDetails& taken);

/// Where two addresses are the same calendar: webcal as https, the host in lower case.
[[nodiscard]] std::string comparable_url(const std::string& url);

}  // namespace mur
