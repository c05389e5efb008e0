#pragma once

#include <map>

#include "shared/base/clock.h"
#include "shared/domain/role.h"

namespace mur::broker {

/// Commands and queries a minute (limits.h): one bucket of tokens for each principal, filled evenly, as large as a
/// minute's worth. Time is the monotonic clock's.
class RateLimiter {
 public:
  /// Takes a token. Returns the whole seconds to wait before the next try; 0 = go on.
  [[nodiscard]] int take(PrincipalId principal, Role role, Milliseconds now);

 private:
  struct Bucket {
    double tokens = 0;
    Milliseconds filled_at{};
  };
  std::map<PrincipalId, Bucket> buckets_;  // no more than there are keys
};

}  // namespace mur::broker
