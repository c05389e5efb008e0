#include "shared/domain/feed_schedule.h"

#include <fmt/format.h>

#include <algorithm>

#include "shared/domain/bans.h"
#include "shared/domain/limits.h"

namespace mur {
namespace {

using std::chrono::minutes;

/// From 0 to 65535, by feed, purpose and time.
int chance(FeedId feed, const char* purpose, TimePoint at) {
  const Uuid drawn = derive_uuid(feed.uuid, fmt::format("{}/{}", purpose, at.time_since_epoch().count()));
  return drawn.bytes[14] * 256 + drawn.bytes[15];
}
constexpr int kMostChance = 65535;

Milliseconds with_jitter(FeedId feed, Milliseconds wait, TimePoint now) {
  const Milliseconds most = wait * limits::kRefreshJitterPercent / 100;
  return wait - most + 2 * most * chance(feed, "jitter", now) / kMostChance;
}

Milliseconds interval_of(const Feed& feed) {
  return feed.refresh_minutes == 0 ? Milliseconds{limits::kRefreshDefault}
                                   : Milliseconds{minutes{feed.refresh_minutes}};
}

Milliseconds backoff(std::uint32_t failures) {
  Milliseconds wait{limits::kRefreshLeast};
  for (std::uint32_t i = 1; i < failures && wait < limits::kRefreshMost; ++i) wait *= 2;
  return wait;
}

Milliseconds bounded(Milliseconds wait) {
  return std::clamp<Milliseconds>(wait, limits::kRefreshLeast, limits::kRefreshMost);
}

}  // namespace

TimePoint next_fetch(const Feed& feed, std::uint32_t retry_minutes, TimePoint now) {
  if (feed.failures == 0) return now + bounded(with_jitter(feed.id, bounded(interval_of(feed)), now));
  const Milliseconds asked = minutes{retry_minutes};
  return now + bounded(std::max(asked, with_jitter(feed.id, bounded(backoff(feed.failures)), now)));
}

std::optional<TimePoint> fetch_due_at(const Wall& wall, const Feed& feed, TimePoint started_at, TimePoint now) {
  if (feed.removing_since) return std::nullopt;
  const Organization* organization = wall.find(feed.organization);
  if (organization == nullptr || organization->trust == Trust::suspended) return std::nullopt;
  if (is_banned(wall, feed.organization, now)) return std::nullopt;
  if (feed.state == FeedState::proposed && feed.good_at != TimePoint{}) return std::nullopt;
  const bool is_new = feed.checked_at == TimePoint{};
  if (feed.next_at > now + limits::kRefreshMost + limits::kRefreshLeast) return now;
  if (is_new) return std::min(feed.next_at, now);
  if (started_at > now || feed.next_at > started_at) return feed.next_at;
  const Milliseconds spread{limits::kRestartSpread};
  return started_at + spread * chance(feed.id, "start", started_at) / kMostChance;
}

}  // namespace mur
