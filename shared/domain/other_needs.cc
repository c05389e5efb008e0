#include "shared/domain/other_needs.h"

#include <algorithm>
#include <tuple>

#include "shared/domain/limits.h"

namespace mur {
namespace {

bool misses_people(const Need& need, TimePoint now) {
  const bool ended =
      (need.over_at && *need.over_at <= now) || (need.details.closes_at && *need.details.closes_at <= now);
  return is_on_wall(need.moderation) && !ended && missing(need) > 0;
}

}  // namespace

std::pair<int, int> distance_from(const Need* answered, const Need& other) {
  if (answered == nullptr) return {0, 0};
  const NeedDetails& one = answered->details;
  const bool of_theme = !other.details.theme.empty() && other.details.theme == one.theme;
  const bool shares_skill = std::ranges::find_first_of(other.details.skills, one.skills) != other.details.skills.end();
  const int far = of_theme || shares_skill ? 0 : other.details.kind == one.kind ? 1 : 2;
  return {far, other.organization == answered->organization ? 1 : 0};
}

std::vector<NeedId> other_needs(const Wall& wall, std::optional<NeedId> answered, TimePoint now) {
  const Need* known = answered ? wall.find(*answered) : nullptr;
  std::vector<const Need*> others;
  wall.each<Need>([&](const Need& need) {
    if (need.id != answered && misses_people(need, now)) others.push_back(&need);
  });
  std::ranges::sort(others, {}, [&](const Need* need) {
    return std::tuple{distance_from(known, *need), need->over_at.value_or(TimePoint::max()), need->id};
  });
  if (others.size() > limits::kOtherNeeds) others.resize(limits::kOtherNeeds);
  std::vector<NeedId> ids;
  for (const Need* need : others) ids.push_back(need->id);
  return ids;
}

}  // namespace mur
