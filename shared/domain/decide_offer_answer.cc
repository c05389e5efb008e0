// Replies to offers: an organization answers, the person decides. The second table stands at ReplyStatus.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "shared/domain/check.h"
#include "shared/domain/idea.h"
#include "shared/domain/limits.h"
#include "shared/domain/rules.h"

namespace mur::rules {
namespace {

/// The reply as it is to be, and what that makes of its offer. Once both agree, the organization knows what kind of
/// contact there is.
Changes changed(const Ask& ask, Reply next) {
  Changes changes = about(ask, record_id(next.id), to_string(next.status));
  next.contact = ContactKind::none;
  const Offer* offer = next.offer ? ask.wall.find(*next.offer) : nullptr;
  if (offer != nullptr && is_agreed(next.status)) next.contact = offer->details.contact;
  changes.records.emplace_back(std::move(next));
  if (offer == nullptr) return changes;
  Offer told = *offer;
  told.stage = stage_with(ask.wall, offer->id, changes);
  if (told != *offer) changes.records.emplace_back(std::move(told));
  return changes;
}

Result<const Offer*> open_offer(const Ask& ask, OfferId id) {
  const Offer* offer = ask.wall.find(id);
  if (offer == nullptr) return fail(Errc::not_found, "offer", "no such offer; see `murctl offer list`");
  if (offer->moderation.status != PostStatus::published || offer->expires_at <= ask.now)
    return fail(Errc::closed, "offer",
                fmt::format("this offer is {}; only one that is on the wall can be answered",
                            offer->expires_at <= ask.now ? "over" : to_string(offer->moderation.status)));
  return offer;
}

/// One organization answers once, and takes a no for an answer.
Status check_first(const Ask& ask, const AnswerOffer& command) {
  std::size_t standing = 0;
  Status status;
  ask.wall.each<Reply>([&](const Reply& reply) {
    if (reply.offer != command.offer || is_of_idea(reply)) return;
    const bool stands = reply.status == ReplyStatus::held || is_agreed(reply.status);
    if (stands) ++standing;
    if (reply.organization != command.organization) return;
    if (stands)
      status = fail(Errc::conflict, "offer", "your organization has answered this offer; see `murctl reply list`");
    if (reply.status == ReplyStatus::declined)
      status = fail(Errc::closed, "offer", "this person has said no to your organization; look at other offers");
  });
  if (status && standing >= limits::kOfferAnswers)
    return fail(Errc::closed, "offer", "so many organizations have answered that this person has enough to read");
  return status;
}

/// May the person, or staff for them, say `wanted`?
Status check_word_of_person(const Reply& reply, ReplyStatus wanted) {
  const ReplyStatus is = reply.status;
  const auto refused = [&](std::string_view remedy) {
    return fail(Errc::closed, "reply", fmt::format("this answer is {}; {}", to_string(is), remedy));
  };
  switch (wanted) {
    case ReplyStatus::accepted:
      return is == ReplyStatus::held ? Status{} : refused("only one that waits can be accepted");
    case ReplyStatus::declined:
      return is == ReplyStatus::held || is == ReplyStatus::accepted
                 ? Status{}
                 : refused("only one that waits or was accepted can be declined");
    case ReplyStatus::met:
    case ReplyStatus::nobody_there: return is_agreed(is) ? Status{} : refused("only who agreed can have met");
    default: return fail(Errc::invalid, "status", "say accepted, declined, met or nobody-there");
  }
}

/// May the organization say `wanted`?
Status check_word_of_organization(const Reply& reply, ReplyStatus wanted) {
  const ReplyStatus is = reply.status;
  switch (wanted) {
    case ReplyStatus::fell_through:
      if (is == ReplyStatus::held || is == ReplyStatus::accepted) return {};
      return fail(Errc::closed, "reply", fmt::format("this answer is {}; it can't be taken back", to_string(is)));
    case ReplyStatus::met:
    case ReplyStatus::no_show:
      if (is_agreed(is)) return {};
      return fail(Errc::closed, "reply", fmt::format("this answer is {}; nobody has agreed to meet", to_string(is)));
    case ReplyStatus::accepted:
    case ReplyStatus::declined:
      return fail(Errc::forbidden, "reply", "the person decides this, with their ticket or at the hub's desk");
    default: return fail(Errc::invalid, "status", "say fell-through, met or no-show");
  }
}

Status check_note(const DecideReply& command) {
  const bool taken_back = command.status == ReplyStatus::fell_through;
  if (taken_back && command.reason == ReplyReason::none)
    return fail(Errc::invalid, "reason", "say why; the person will read it");
  return check::text("note", command.note, limits::kReason);
}

}  // namespace

void each_reply(const Wall& wall, const Changes& changes, const std::function<void(const Reply&)>& visit) {
  std::set<RecordId> changed;
  for (const Record& record : changes.records) {
    changed.insert(id_of(record));
    if (const auto* reply = std::get_if<Reply>(&record)) visit(*reply);
  }
  wall.each<Reply>([&](const Reply& reply) {
    if (!changed.contains(record_id(reply.id))) visit(reply);
  });
}

OfferStage stage_with(const Wall& wall, OfferId offer, const Changes& changes) {
  OfferStage stage = OfferStage::open;
  each_reply(wall, changes, [&](const Reply& reply) {
    if (reply.offer != offer) return;
    if (reply.status == ReplyStatus::met) stage = OfferStage::met;
    if (reply.status == ReplyStatus::accepted) stage = std::max(stage, OfferStage::promised);
  });
  return stage;
}

Result<Changes> put(const Ask& ask, const AnswerOffer& command) {
  const auto organization = posting_for(ask, command.organization);
  if (!organization) return fail(organization.error());
  if ((*organization)->trust == Trust::unverified)
    return fail(Errc::forbidden, "organization",
                "the hub does not know this organization yet; ask its team to look at it first");
  const auto offer = open_offer(ask, command.offer);
  if (!offer) return fail(offer.error());
  if (Status status = check::required_text("note", command.note, limits::kReason); !status) return fail(status.error());
  if (Status status = check_first(ask, command); !status) return fail(status.error());

  // « peuvent m'appeler » was not said with this organization in mind.
  const bool is_sensitive = (*organization)->details.sensitivity != Sensitivity::none;
  const bool agreed = (*offer)->details.may_be_called && !is_sensitive;
  Reply reply{.id = reply_made_by(ask.order.id),
              .organization = command.organization,
              .need = {},
              .slot = {},
              .offer = command.offer,
              .status = agreed ? ReplyStatus::accepted : ReplyStatus::held,
              .created_at = ask.now,
              .decided_at = ask.now,
              .date = {},
              .decide_by = std::min(ask.now + limits::kOfferAnswerWaits, (*offer)->expires_at),
              .over_at = (*offer)->expires_at,
              .note = command.note,
              .language = (*offer)->details.language};
  return changed(ask, std::move(reply));
}

Result<Changes> decide_offer_answer(const Ask& ask, const Reply& reply, const DecideReply& command) {
  if (Status status = check_note(command); !status) return fail(status.error());
  if (reply.status == command.status) return unchanged(record_id(reply.id));
  const bool for_person = command.status == ReplyStatus::accepted || command.status == ReplyStatus::declined;
  const Status allowed = for_person && !ask.own ? check_word_of_person(reply, command.status)
                                                : check_word_of_organization(reply, command.status);
  if (!allowed) return fail(allowed.error());
  const Offer* offer = ask.wall.find(*reply.offer);
  const bool gives_contact =
      command.status == ReplyStatus::accepted && offer != nullptr && offer->details.contact != ContactKind::none;
  if (Status status = check_consent(ask, reply.organization, gives_contact, false); !status)
    return fail(status.error());
  Reply next = reply;
  next.status = command.status;
  next.decided_at = ask.now;
  next.reason = command.reason;
  if (!command.note.empty()) next.note = command.note;
  if (for_person) set_told(next, ask.now);
  next.told_by_organization = command.status == ReplyStatus::met || command.status == ReplyStatus::no_show;
  return changed(ask, std::move(next));
}

Result<Changes> put(const Ask& ask, const DecideByTicket& command) {
  const auto offer = offer_by_ticket(ask);
  if (!offer) return fail(offer.error());
  const Reply* reply = ask.wall.find(command.reply);
  if (reply == nullptr || reply->offer != (*offer)->id || is_of_idea(*reply))
    return fail(Errc::not_found, "reply", "no such answer to this offer (any more); look at the ticket again");
  if (Status status = check_word_of_person(*reply, command.status); !status) {
    if (reply->status == command.status) return unchanged(record_id(reply->id));
    return fail(status.error());
  }
  const bool gives_contact = command.status == ReplyStatus::accepted && (*offer)->details.contact != ContactKind::none;
  if (Status status = check_consent(ask, reply->organization, gives_contact, command.consent); !status)
    return fail(status.error());
  // The two sides may differ; the organization's word stands, and the audit trail keeps that the other was said.
  if (reply->told_by_organization) return about(ask, record_id(reply->id), to_string(command.status));
  if (reply->status == command.status) return unchanged(record_id(reply->id));
  Reply next = *reply;
  next.status = command.status;
  next.decided_at = ask.now;
  if (gives_contact && command.consent) next.consented_at = ask.now;
  set_told(next, ask.now);
  return changed(ask, std::move(next));
}

void end_offer_answers(const Ask& ask, const Offer& offer, ReplyStatus status, Changes& changes) {
  ask.wall.each<Reply>([&](const Reply& reply) {
    const bool ends = reply.status == ReplyStatus::held ||
                      (reply.status == ReplyStatus::accepted && status == ReplyStatus::withdrawn);
    if (reply.offer != offer.id || is_of_idea(reply) || !ends) return;
    Reply next = reply;
    next.status = status;
    next.decided_at = ask.now;
    next.contact = ContactKind::none;
    changes.records.emplace_back(std::move(next));
  });
  end_joining(ask, offer, status, changes);
}

}  // namespace mur::rules
