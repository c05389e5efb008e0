#include "broker/core/ticket_lock.h"

#include <fmt/format.h>

#include "shared/domain/limits.h"

namespace mur::broker {

Status TicketLock::check(PrincipalId principal, Milliseconds now) const {
  const auto found = tries_.find(principal);
  if (found == tries_.end() || now >= found->second.locked_until) return {};
  const auto minutes = std::chrono::ceil<std::chrono::minutes>(found->second.locked_until - now);
  return fail(Errc::closed, "ticket",
              fmt::format("too many wrong codes came from here; try again in {} minutes", minutes.count()));
}

void TicketLock::count_wrong(PrincipalId principal, Milliseconds now) {
  Tries& tries = tries_[principal];
  if (tries.wrong == 0 || now - tries.since >= limits::kTicketLock)
    tries = {.wrong = 0, .since = now, .locked_until = {}};
  if (++tries.wrong < limits::kTicketTries) return;
  tries = {.wrong = 0, .since = now, .locked_until = now + limits::kTicketLock};
}

}  // namespace mur::broker
