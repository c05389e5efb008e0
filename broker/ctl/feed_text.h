#pragma once

#include <string>

#include "broker/ctl/table.h"
#include "shared/calendar/zone.h"
#include "shared/domain/feed_preview.h"
#include "shared/domain/wall.h"

/// What murctl says of feeds. Of an address only its host: the rest may hold a secret.
namespace mur::ctl {

/// "just now", "12 min ago", "5 h ago", "3 days ago"; "never" where `at` is the epoch.
[[nodiscard]] std::string age_text(TimePoint at, TimePoint now);

/// Where it stands: "followed", "quarantined: …".
[[nodiscard]] std::string state_text(const Feed& feed);
/// Who reads about feeds: someone who may handle them, or someone (a moderator) who must ask those who may.
enum class Reader : unsigned char { handles_feeds, asks_others };
/// What to do about its trouble, in a sentence; empty where there is none.
[[nodiscard]] std::string remedy_of(const Feed& feed, Reader reader = Reader::handles_feeds);
/// One row of `murctl feed list` for each feed that this wall shows; `organization` nil: of all.
[[nodiscard]] Table feed_table(const Wall& wall, const calendar::Zone& hub, TimePoint now,
                               OrganizationId organization = {}, Reader reader = Reader::handles_feeds);
[[nodiscard]] Json json_of(const Feed& feed, const Wall& wall, Reader reader = Reader::handles_feeds);

/// What would become of the calendar's events, and what to do next.
[[nodiscard]] std::string preview_text(const FeedPreview& preview, const calendar::Zone& hub, std::size_t width);
[[nodiscard]] Json json_of(const FeedPreview& preview);

}  // namespace mur::ctl
