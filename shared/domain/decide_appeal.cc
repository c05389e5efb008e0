// Appeals: the author of a refused or hidden post answers, once, with their ticket.
#include <fmt/format.h>

#include "shared/domain/check.h"
#include "shared/domain/limits.h"
#include "shared/domain/rules.h"

namespace mur::rules {

Result<Changes> put(const Ask& ask, const AppealByTicket& command) {
  const Ticket* ticket = ask.order.ticket ? ask.wall.ticket_of(ask.order.ticket->code) : nullptr;
  auto post = ticket == nullptr ? Result<Record>(fail(Errc::not_found, "code", "")) : live_post(ask, ticket->post);
  if (!post) return fail(Errc::not_found, "code", "no post has this code (any more); look at the ticket again");
  if (Status status = check::required_text("text", command.text, limits::kAppeal); !status) return fail(status.error());
  Moderation& moderation = *moderation_of(*post);
  if (moderation.appealed_at != TimePoint{})
    return fail(Errc::closed, "code", "it was answered once already; ask at the desk");
  if (!may_appeal(moderation))
    return fail(Errc::closed, "code",
                fmt::format("this post is {}; only a refusal or a hiding by the hub's team can be answered",
                            to_string(moderation.status)));
  moderation.appeal = command.text;
  moderation.appealed_at = ask.now;
  moderation.appeal_waits = true;
  Changes changes = about(ask, ticket->post);
  changes.records.push_back(*std::move(post));
  return changes;
}

}  // namespace mur::rules
