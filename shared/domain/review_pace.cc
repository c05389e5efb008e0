#include "shared/domain/review_pace.h"

#include <algorithm>
#include <vector>

#include "shared/domain/limits.h"
#include "shared/domain/rules.h"

namespace mur {

using std::chrono::minutes;

ReviewPaceId review_pace_id(HubId hub) { return ReviewPaceId{derive_uuid(hub.uuid, "review-pace")}; }

std::optional<ReviewPace> review_pace(const Wall& wall, TimePoint now) {
  std::vector<minutes> taken;
  for (const auto& [id, stamped] : wall.records()) {
    const Moderation* moderation = moderation_of(stamped.record);
    if (moderation == nullptr || moderation->reviewed_at == TimePoint{}) continue;
    if (moderation->reviewed_at + limits::kPaceWindow <= now) continue;
    taken.push_back(std::chrono::ceil<minutes>(moderation->reviewed_at - moderation->submitted_at));
  }
  const Hub* hub = wall.hub();
  if (hub == nullptr || taken.empty()) return std::nullopt;
  const auto middle = taken.begin() + static_cast<std::ptrdiff_t>(taken.size() / 2);
  std::ranges::nth_element(taken, middle);
  return ReviewPace{.id = review_pace_id(hub->id),
                    .median_minutes = static_cast<std::uint32_t>(std::max<minutes::rep>(middle->count(), 0)),
                    .reviews = static_cast<std::uint32_t>(taken.size()),
                    .noted_at = now};
}

TimePoint promised_by(const Policy& policy, const ReviewPace* pace, TimePoint submitted_at) {
  const Milliseconds own = std::chrono::hours{policy.review_hours};
  const Milliseconds kept = pace == nullptr ? Milliseconds{} : Milliseconds{minutes{pace->median_minutes}};
  return submitted_at + std::max(own, kept);
}

bool is_late(const Policy& policy, TimePoint submitted_at, TimePoint now) {
  return now >= submitted_at + std::chrono::hours{policy.review_hours};
}

namespace rules {

Result<Changes> put(const Ask& ask, const NotePace&) {
  const Hub* hub = ask.wall.hub();
  if (hub == nullptr) return fail(Errc::closed, "hub", "the hub is not set up yet; run `murctl hub init`");
  const ReviewPaceId id = review_pace_id(hub->id);
  const ReviewPace* present = ask.wall.find(id);
  if (present != nullptr && ask.now < present->noted_at + limits::kPaceEvery) return unchanged(record_id(id));
  ReviewPace next = present == nullptr ? ReviewPace{.id = id} : *present;
  next.noted_at = ask.now;
  next.median_minutes = 0;
  next.reviews = 0;
  if (const auto pace = review_pace(ask.wall, ask.now)) next = *pace;
  Changes changes;  // nobody's decision: no row in the audit trail
  changes.about = record_id(id);
  changes.records.emplace_back(std::move(next));
  return changes;
}

}  // namespace rules
}  // namespace mur
