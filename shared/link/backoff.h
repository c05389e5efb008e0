#pragma once

#include "shared/base/clock.h"
#include "shared/base/random.h"
#include "shared/domain/limits.h"

namespace mur::link {

/// How long to wait before the next try: full jitter between `least` and a ceiling that doubles up to `most`, so that
/// many kiosks do not come back at the same moment.
class Backoff {
 public:
  Backoff(RandomSource& random, Milliseconds least = limits::kReconnectLeast,
          Milliseconds most = limits::kReconnectMost)
      : random_{random}, least_{least}, most_{most}, ceiling_{least} {}

  [[nodiscard]] Milliseconds next();
  /// It worked: the next failure waits little again.
  void reset() { ceiling_ = least_; }

 private:
  RandomSource& random_;
  Milliseconds least_;
  Milliseconds most_;
  Milliseconds ceiling_;
};

}  // namespace mur::link
