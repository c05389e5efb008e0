#include "broker/core/group.h"

#include <fmt/format.h>

#include "shared/domain/limits.h"
#include "shared/protocol/codec.h"

namespace mur::broker {
namespace {

Result<std::vector<LogRecord>> encode(const std::vector<Record>& records) {
  std::vector<LogRecord> encoded;
  for (const Record& record : records) {
    LogRecord& next = encoded.emplace_back();
    next.id = id_of(record);
    next.schema = protocol::kRecordSchema;
    next.tombstone = is_tombstone(record);
    next.bytes = protocol::encode_record(record);
    if (next.bytes.size() > limits::kRecordBytes)
      return fail(Errc::too_large, to_string(next.id.kind),
                  fmt::format("this takes {} bytes in all, more than {}; shorten its texts or its lists of dates",
                              next.bytes.size(), limits::kRecordBytes));
  }
  return encoded;
}

/// Who takes their answer back is not named any more, with or without a contact (decide_reply.cc).
bool loses_its_name(const Wall& wall, const Record& record) {
  const auto* reply = std::get_if<Reply>(&record);
  const Reply* present = reply == nullptr ? nullptr : wall.find(reply->id);
  return present != nullptr && !present->first_name.empty() && reply->first_name.empty();
}

}  // namespace

Group::Group(Wall& wall, Seq head, TimePoint now) : wall_{wall}, now_{now}, draft_{wall, head + 1} {}

Result<Changes> Group::decide(const Order& order, const Actor& actor) {
  Result<Changes> changes = mur::decide(wall_, order, actor, now_);
  if (!changes) return changes;
  Result<std::vector<LogRecord>> encoded = encode(changes->records);
  if (!encoded) return fail(encoded.error());

  for (const Record& record : changes->records) erases_ = erases_ || loses_its_name(wall_, record);
  draft_.apply(changes->records);
  for (LogRecord& record : *encoded) {
    erases_ = erases_ || record.tombstone;
    records_.insert_or_assign(record.id, std::move(record));
  }
  for (const ContactChange& contact : changes->contacts) {
    erases_ = erases_ || (contact.sealed.empty() && contact.delete_at == TimePoint{});
    contacts_.push_back(contact);
  }
  audit_.insert(audit_.end(), changes->audit.begin(), changes->audit.end());
  forgotten_.insert(forgotten_.end(), changes->forgotten.begin(), changes->forgotten.end());
  return changes;
}

void Group::add_receipt(const Order& order, const Actor& actor, const Digest256& command_hash, const Changes& changes,
                        SessionId session) {
  Receipt receipt{
      .command = order.id, .seq = 0, .about = changes.about, .changed = !changes.records.empty(), .status = {}};
  if (const StampedRecord* about = wall_.find(changes.about)) {
    if (const Moderation* moderation = moderation_of(about->record)) receipt.status = moderation->status;
    if (const auto* reply = std::get_if<Reply>(&about->record)) receipt.reply = reply->status;
  }
  member_of_.emplace(std::pair{actor.principal, order.id}, members_.size());
  members_.push_back(
      {.row = {.principal = actor.principal, .receipt = receipt, .command_hash = command_hash}, .waiting = {session}});
}

const ReceiptRow* Group::find(PrincipalId principal, CommandId command) const {
  const auto found = member_of_.find({principal, command});
  return found == member_of_.end() ? nullptr : &members_[found->second].row;
}

void Group::also_tell(PrincipalId principal, CommandId command, SessionId session) {
  members_[member_of_.at({principal, command})].waiting.push_back(session);
}

Commit Group::commit() const {
  Commit commit{.at = now_, .records = {}, .receipts = {}, .audit = audit_, .contacts = contacts_};
  for (const auto& [id, record] : records_) commit.records.push_back(record);
  for (const Member& member : members_) commit.receipts.push_back(member.row);
  return commit;
}

bool Group::is_empty() const { return records_.empty() && members_.empty() && audit_.empty() && contacts_.empty(); }

Group::Written Group::keep(Seq seq) {
  Written written{.changed = draft_.keep(), .receipts = {}};
  for (Member& member : members_) {
    member.row.receipt.seq = seq;
    for (const SessionId session : member.waiting)
      written.receipts.push_back({.session = session, .receipt = member.row.receipt});
  }
  return written;
}

}  // namespace mur::broker
