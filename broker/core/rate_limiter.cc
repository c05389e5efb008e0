#include "broker/core/rate_limiter.h"

#include <algorithm>
#include <cmath>

#include "shared/domain/limits.h"

namespace mur::broker {
namespace {

int per_minute(Role role) {
  switch (role) {
    case Role::admin:
    case Role::moderator:
    case Role::on_duty: return limits::kAdminCommandsPerMinute;
    case Role::owner:
    case Role::member: return limits::kOrganizationCommandsPerMinute;
    case Role::proposer:
    case Role::visitor:
    case Role::kiosk:
    case Role::clock: break;
  }
  return limits::kKioskCommandsPerMinute;
}

}  // namespace

int RateLimiter::take(PrincipalId principal, Role role, Milliseconds now) {
  const double most = per_minute(role);
  const double per_second = most / 60;
  const auto [found, is_new] = buckets_.try_emplace(principal, Bucket{.tokens = most, .filled_at = now});
  Bucket& bucket = found->second;
  const double seconds = std::chrono::duration<double>(now - bucket.filled_at).count();
  bucket.tokens = std::min(most, bucket.tokens + seconds * per_second);
  bucket.filled_at = now;
  if (bucket.tokens < 1) return std::max(1, static_cast<int>(std::ceil((1 - bucket.tokens) / per_second)));
  bucket.tokens -= 1;
  return 0;
}

}  // namespace mur::broker
