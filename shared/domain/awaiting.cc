#include "shared/domain/awaiting.h"

#include <algorithm>

#include "shared/domain/limits.h"

namespace mur {

bool wants_reminder(const Reply& reply, TimePoint now) {
  if (!reply.need || reply.status != ReplyStatus::held || reply.reminded_at != TimePoint{}) return false;
  return reply.decided_at + (reply.decide_by - reply.decided_at) / 2 <= now && now < reply.decide_by;
}

std::vector<const Reply*> to_be_reminded_of(const Wall& wall, OrganizationId organization, TimePoint now) {
  std::vector<const Reply*> replies;
  wall.each<Reply>([&](const Reply& reply) {
    if (reply.organization == organization && wants_reminder(reply, now)) replies.push_back(&reply);
  });
  std::ranges::sort(replies, {}, [](const Reply* reply) { return std::pair{reply->decide_by, reply->id}; });
  return replies;
}

bool may_tell_matches(const Organization& organization, TimePoint now) {
  const bool posts = organization.trust == Trust::newcomer || organization.trust == Trust::trusted;
  return posts && organization.matches_told_at + limits::kTellMatchesEvery <= now;
}

}  // namespace mur
