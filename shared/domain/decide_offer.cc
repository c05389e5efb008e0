// Offers: « J'offre », and what the holder of a ticket may do with one.
#include <algorithm>

#include "shared/domain/check.h"
#include "shared/domain/limits.h"
#include "shared/domain/repeats.h"
#include "shared/domain/rules.h"

namespace mur::rules {
namespace {

bool is_presets_only(const OfferDetails& details) { return details.text.empty() && details.first_name.empty(); }

bool goes_up_at_once(const Hub& hub, const Offer& offer) {
  if (is_presets_only(offer.details)) return hub.policy.publish_presets;
  return hub.policy.publish_clean_offers && offer.moderation.marks.empty();
}

/// A contact can be asked whether it still holds; without one, an offer is believed for less long.
Milliseconds life_of(const OfferDetails& details) {
  return details.contact == ContactKind::none ? limits::kOfferLifeWithoutContact : limits::kOfferLife;
}

}  // namespace

Result<const Offer*> offer_by_ticket(const Ask& ask) {
  const Ticket* ticket = ask.order.ticket ? ask.wall.ticket_of(ask.order.ticket->code) : nullptr;
  const Offer* offer = ticket == nullptr ? nullptr : ask.wall.find(OfferId{ticket->post.uuid});
  if (offer == nullptr || ticket->post.kind != RecordKind::offer)
    return fail(Errc::not_found, "code", "no post has this code (any more); look at the ticket again");
  return offer;
}

Status check_sealed_contact(const Ask& ask, const Hub& hub, ContactKind kind, const Bytes& sealed) {
  const bool named = kind != ContactKind::none;
  if (named == sealed.empty()) return fail(Errc::invalid, "contact", "give a sealed contact with its kind, or neither");
  if (named && !takes_contacts(hub))
    return fail(Errc::closed, "contact", "this hub takes no contacts until [privacy] in hub.toml is complete");
  if (sealed.size() > limits::kSealedBox) return fail(Errc::too_large, "contact", "the sealed contact is too long");
  return check_not_blocked(ask);
}

void keep_contact(const Ask& ask, const RecordId& post, ContactKind kind, const Bytes& sealed, TimePoint over_at,
                  Changes& changes) {
  if (kind == ContactKind::none) return;
  changes.contacts.push_back(
      ContactChange{.post = post, .kind = kind, .sealed = sealed, .delete_at = over_at + limits::kContactAfterPost});
  trace_contact(ask, post, changes);
}

void prolong_contact(const RecordId& post, ContactKind kind, TimePoint over_at, Changes& changes) {
  if (kind == ContactKind::none) return;
  changes.contacts.push_back(
      ContactChange{.post = post, .kind = kind, .sealed = {}, .delete_at = over_at + limits::kContactAfterPost});
}

void forget_contact(const Ask& ask, const RecordId& id, Changes& changes) {
  drop_trace(ask, id, changes);
  changes.contacts.push_back(ContactChange{.post = id, .kind = ContactKind::none, .sealed = {}, .delete_at = {}});
  changes.forgotten.push_back(contact_of(id));
}

Result<Changes> put(const Ask& ask, const PutOffer& command) {
  const Hub* hub = ask.wall.hub();
  if (hub == nullptr) return fail(Errc::closed, "hub", "the hub is not set up yet; run `murctl hub init`");
  if (Status status = check::offer(command.details); !status) return fail(status.error());
  if (Status status = check_sealed_contact(ask, *hub, command.details.contact, command.sealed_contact); !status)
    return fail(status.error());
  if (Status status = check_new_ticket(ask, "an offer"); !status) return fail(status.error());

  const OfferId id = offer_made_by(ask.order.id);
  Offer offer{.id = id,
              .details = command.details,
              .kind = kind_of(command.details.tiles.front()),
              .created_at = ask.now,
              .expires_at = ask.now + life_of(command.details),
              .moderation = {}};
  offer.moderation.submitted_at = ask.now;
  offer.moderation.marks = check::marks(offer.details);
  mark_beside_others(ask.wall, offer, ask.now);
  if (goes_up_at_once(*hub, offer)) set_status(offer.moderation, PostStatus::published, ask.now);

  Changes changes = about(ask, record_id(id));
  keep_contact(ask, record_id(id), command.details.contact, command.sealed_contact, offer.expires_at, changes);
  changes.records.emplace_back(std::move(offer));
  changes.records.emplace_back(new_ticket(ask, record_id(id)));
  return changes;
}

Result<Changes> put(const Ask& ask, const WithdrawByTicket&) {
  if (const Reply* reply = reply_by_ticket(ask)) return withdraw(ask, *reply);
  if (const Event* proposal = proposal_by_ticket(ask)) return withdraw(ask, *proposal);
  const auto held = offer_by_ticket(ask);
  if (!held) return fail(held.error());
  Offer next = **held;
  const RecordId id = record_id(next.id);
  if (next.moderation.status == PostStatus::withdrawn) return unchanged(id);
  if (next.moderation.status == PostStatus::expired) return fail(Errc::closed, "code", "this offer has ended already");
  set_status(next.moderation, PostStatus::withdrawn, ask.now);
  Changes changes = about(ask, id);
  // The contact goes at once; an undo brings the offer back without it.
  if (next.details.contact != ContactKind::none) forget_contact(ask, id, changes);
  next.details.contact = ContactKind::none;
  next.details.may_be_called = false;
  if (next.stage == OfferStage::promised) next.stage = OfferStage::open;
  next.event.reset();
  end_offer_answers(ask, next, ReplyStatus::withdrawn, changes);
  next = counted(ask.wall, std::move(next), changes);
  changes.records.emplace_back(std::move(next));
  return changes;
}

Result<Changes> put(const Ask& ask, const RestoreByTicket&) {
  if (const Reply* reply = reply_by_ticket(ask)) return undo_withdrawal(ask, *reply);
  if (const Event* proposal = proposal_by_ticket(ask)) return undo_withdrawal(ask, *proposal);
  const auto held = offer_by_ticket(ask);
  if (!held) return fail(held.error());
  Offer next = **held;
  const RecordId id = record_id(next.id);
  if (next.moderation.status != PostStatus::withdrawn) return unchanged(id);
  if (ask.now >= next.moderation.decided_at + limits::kUndoWithdrawal)
    return fail(Errc::closed, "code", "a withdrawal can be undone for 24 hours; leave a new offer");
  const PostStatus back = next.moderation.before;
  set_status(next.moderation, back, ask.now);
  next.expires_at = std::min(next.expires_at, ask.now + limits::kOfferLifeWithoutContact);
  Changes changes = about(ask, id);
  changes.records.emplace_back(std::move(next));
  return changes;
}

Result<Changes> put(const Ask& ask, const RenewByTicket&) {
  const auto held = offer_by_ticket(ask);
  if (!held) return fail(held.error());
  Offer next = **held;
  const RecordId id = record_id(next.id);
  const PostStatus status = next.moderation.status;
  if (!may_renew(status, next.expires_at, ask.now)) {
    if (status == PostStatus::pending || status == PostStatus::published) return unchanged(id);  // it lives long enough
    return fail(Errc::closed, "code", "this offer is not on the wall any more; leave a new one");
  }
  if (status == PostStatus::expired) set_status(next.moderation, next.moderation.before, ask.now);
  next.expires_at = std::max(next.expires_at, ask.now + life_of(next.details));
  Changes changes = about(ask, id);
  prolong_contact(id, next.details.contact, next.expires_at, changes);
  prolong_joining(ask, next, changes);
  changes.records.emplace_back(std::move(next));
  return changes;
}

}  // namespace mur::rules

namespace mur {

bool may_renew(PostStatus status, TimePoint expires_at, TimePoint now) {
  if (status == PostStatus::expired) return now < expires_at + limits::kContactAfterPost;
  return (status == PostStatus::pending || status == PostStatus::published) && expires_at <= now + limits::kRenewAhead;
}

}  // namespace mur
