#pragma once

#include <map>

#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/domain/ids.h"

namespace mur::broker {

/// Keeps a ticket's 40 random bits from being tried out: limits::kTicketTries wrong codes within limits::kTicketLock
/// close the door to their principal for limits::kTicketLock. Time is the monotonic clock's.
class TicketLock {
 public:
  /// Errc::closed while locked: a final answer, so that a kiosk's outbox does not wait behind somebody's guessing.
  [[nodiscard]] Status check(PrincipalId principal, Milliseconds now) const;
  void count_wrong(PrincipalId principal, Milliseconds now);

 private:
  struct Tries {
    int wrong = 0;
    Milliseconds since{};         // of the first wrong one
    Milliseconds locked_until{};  // 0: not locked
  };
  std::map<PrincipalId, Tries> tries_;  // no more than there are keys
};

}  // namespace mur::broker
