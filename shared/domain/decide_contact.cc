// Contacts, by their keyed hash: found, blocked, erased. Nobody here ever reads one.
//
//   what                        who                                        brings about
//   block                       admin, moderator, with a reason            no post is taken with it until it ends
//   unblock                     admin, moderator                           it is taken again
//   erase                       admin, moderator, with a reason            its posts and replies are gone, for good
//   wrong person                staff; the organization that may open it   erase and block
#include "shared/domain/contact.h"

#include "shared/base/bytes.h"
#include "shared/domain/check.h"
#include "shared/domain/limits.h"
#include "shared/domain/rules.h"

namespace mur {

ContactTraceId contact_trace_id(const RecordId& post) {
  return ContactTraceId{derive_uuid(post.uuid, "contact-trace")};
}

ContactBlockId contact_block_id(const Digest256& contact) {
  return ContactBlockId{derive_uuid(Uuid{}, "contact-block/" + to_hex(contact))};
}

std::vector<RecordId> left_with(const Wall& wall, const Digest256& contact) {
  std::vector<RecordId> posts;
  wall.each<ContactTrace>([&](const ContactTrace& trace) {
    if (trace.contact == contact) posts.push_back(trace.post);
  });
  return posts;
}

namespace rules {
namespace {

std::unexpected<Error> not_sealed_here() {
  return fail(Errc::invalid, "contact", "give a phone number or an e-mail address, sealed with this hub's key");
}

void append(Changes& all, Changes more) {
  const auto move_to = [](auto& into, auto& from) { std::ranges::move(from, std::back_inserter(into)); };
  move_to(all.records, more.records);
  move_to(all.audit, more.audit);
  move_to(all.contacts, more.contacts);
  move_to(all.forgotten, more.forgotten);
}

/// One post, as its author would take it back, and then gone: places become free, organizations that waited are told.
Changes erased(const Ask& ask, const RecordId& post) {
  Changes changes = about(ask, post);
  const StampedRecord* stamped = ask.wall.find(post);
  if (stamped == nullptr || is_tombstone(stamped->record)) return changes;
  if (const auto* reply = std::get_if<Reply>(&stamped->record); reply != nullptr && is_open(reply->status))
    if (auto withdrawn = withdraw(ask, *reply)) {
      withdrawn->audit.clear();  // it is an erasure, and said once
      append(changes, *std::move(withdrawn));
    }
  if (const auto* offer = std::get_if<Offer>(&stamped->record))
    end_offer_answers(ask, *offer, ReplyStatus::withdrawn, changes);
  std::erase_if(changes.records, [&](const Record& record) { return id_of(record) == post; });
  purge(ask, stamped->record, changes);
  return changes;
}

/// All that was left with a contact, one after the other: two of them may take places of one slot.
Changes erase_all(const Ask& ask, const Digest256& contact) {
  Changes all;
  Wall working = ask.wall;
  for (const RecordId& post : left_with(ask.wall, contact)) {
    const Ask next{.wall = working, .order = ask.order, .actor = ask.actor, .now = ask.now, .own = false};
    Changes changes = erased(next, post);
    for (const Record& record : changes.records) working.apply({.seq = 0, .record = record});
    append(all, std::move(changes));
  }
  return all;
}

ContactBlock block_of(const Ask& ask, const Digest256& contact, std::string reason, std::optional<TimePoint> until) {
  return {.id = contact_block_id(contact),
          .contact = contact,
          .reason = std::move(reason),
          .created_at = ask.now,
          .until = until};
}

/// May this organization say so: does the post concern it?
bool concerns(const Ask& ask, const RecordId& post) {
  bool found = false;
  ask.wall.each<Reply>([&](const Reply& reply) {
    if (reply.organization != ask.actor.organization) return;
    found = found || post == record_id(reply.id) ||
            (post.kind == RecordKind::offer && reply.offer == OfferId{post.uuid} && is_agreed(reply.status));
  });
  return found;
}

}  // namespace

Status check_not_blocked(const Ask& ask) {
  if (!ask.order.contact) return {};
  const ContactBlock* block = ask.wall.find(contact_block_id(*ask.order.contact));
  if (block == nullptr || (block->until && *block->until <= ask.now)) return {};
  return fail(Errc::closed, "contact", "this contact can't be used here; leave none, or ask at the desk");
}

void trace_contact(const Ask& ask, const RecordId& post, Changes& changes) {
  if (ask.order.contact)
    changes.records.emplace_back(
        ContactTrace{.id = contact_trace_id(post), .post = post, .contact = *ask.order.contact});
}

void drop_trace(const Ask& ask, const RecordId& post, Changes& changes) {
  if (const ContactTrace* trace = ask.wall.find(contact_trace_id(post)))
    changes.records.emplace_back(tombstone_of(ask, *trace));
}

Result<Changes> put(const Ask& ask, const BlockContact& command) {
  if (!ask.order.contact) return not_sealed_here();
  if (Status status = check::required_text("reason", command.reason, limits::kReason); !status)
    return fail(status.error());
  if (command.until && *command.until <= ask.now)
    return fail(Errc::invalid, "until", "the end lies in the past; give a later one, or none");
  ContactBlock block = block_of(ask, *ask.order.contact, command.reason, command.until);
  Changes changes = about(ask, record_id(block.id), command.reason);
  changes.records.emplace_back(std::move(block));
  return changes;
}

Result<Changes> put(const Ask& ask, const UnblockContact& command) {
  const ContactBlock* block = ask.wall.find(command.block);
  if (block == nullptr) return fail(Errc::not_found, "block", "no such block; see `murctl contact blocks`");
  Changes changes = about(ask, record_id(block->id));
  changes.records.emplace_back(tombstone_of(ask, *block));
  return changes;
}

Result<Changes> put(const Ask& ask, const EraseContact& command) {
  if (!ask.order.contact) return not_sealed_here();
  if (Status status = check::required_text("reason", command.reason, limits::kReason); !status)
    return fail(status.error());
  const std::vector<RecordId> posts = left_with(ask.wall, *ask.order.contact);
  if (posts.empty()) return fail(Errc::not_found, "contact", "nothing was left with this contact");
  Changes changes = about(ask, posts.front(), command.reason);
  append(changes, erase_all(ask, *ask.order.contact));
  return changes;
}

Result<Changes> put(const Ask& ask, const WrongPerson& command) {
  const ContactTrace* trace = ask.wall.find(contact_trace_id(command.post));
  if (trace == nullptr || (ask.own && !concerns(ask, command.post)))
    return fail(Errc::not_found, "post", "no contact was left with this; see `murctl reply list`");
  const Digest256 contact = trace->contact;
  Changes changes = about(ask, command.post, "wrong person");
  append(changes, erase_all(ask, contact));
  changes.records.emplace_back(block_of(ask, contact, "wrong person", std::nullopt));
  return changes;
}

}  // namespace rules
}  // namespace mur
