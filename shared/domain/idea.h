#pragma once

#include <string>

#include "shared/domain/wall.h"

namespace mur {

/// An offer of kind *idea* starts a group: « je lance un groupe ». Others say that they would join; from
/// limits::kIdeaStarts on the hub proposes a date, which is an event.
///
/// Who would join is a Reply to the offer, of no organization, with a ticket and maybe a contact of their own:
///
///   from            on                                                to
///   –               JoinIdea, no date is set                          held
///   –               JoinIdea, a date is set                           accepted
///   held            the hub sets a date (SetIdeaDate)                 accepted
///   held            the idea's time is over                           expired
///   held, accepted  its author takes the idea back                    fell_through
///   held, accepted  the person withdraws (ticket)                     withdrawn
///   withdrawn       the person undoes it, within 24 h                 held, or accepted where a date is set
///   accepted        the event is cancelled                            fell_through
///   accepted        it has begun, the person says so                  met, nobody_there
///
/// Its author's own is made with each date, with number 0 and by the idea's ticket, so that they are told like the
/// others; withdrawn once they take the idea back. A date that moves takes everyone along (telling.h: moved). Nobody
/// joins once the group has met for the last time, and what took place does not fall through.
[[nodiscard]] inline bool is_of_idea(const Reply& reply) { return reply.offer && reply.organization.is_nil(); }
[[nodiscard]] inline bool is_of_its_author(const Reply& reply) { return is_of_idea(reply) && reply.number == 0; }

[[nodiscard]] ReplyId idea_author_reply_id(OfferId idea);

/// Where the group meets, as the wall says it; empty while no date is set.
[[nodiscard]] std::string meeting_place(const Wall& wall, const Offer& idea);

/// Would enough people come that the hub is to propose a date?
[[nodiscard]] bool wants_date(const Offer& offer);

}  // namespace mur
