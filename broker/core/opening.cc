#include "broker/core/opening.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "shared/domain/limits.h"
#include "shared/protocol/codec.h"

namespace mur::broker {
namespace {

Result<Wall> load(const LogStore& store) {
  Wall wall;
  const Status read = store.records_since(0, [&wall](const LogRecord& logged) -> Status {
    Result<Record> record = protocol::decode_record(logged.bytes);
    if (!record || id_of(*record) != logged.id)
      return fail(
          Errc::corrupt, "log.db",
          fmt::format("{} of batch {} (schema {}) can't be read; run the mur-broker that wrote it, or bring back "
                      "a backup with `murctl restore`",
                      to_string(logged.id), logged.seq, logged.schema));
    wall.apply({.seq = logged.seq, .record = std::move(*record)});
    return {};
  });
  if (!read) return fail(read.error());
  return wall;
}

/// What an entity becomes that was erased or revoked; nothing when it is so already.
std::optional<Record> forgotten(const Record& record, TimePoint now) {
  if (is_tombstone(record)) return std::nullopt;
  if (const auto* key = std::get_if<Key>(&record)) {
    if (is_revoked(*key)) return std::nullopt;
    Key revoked = *key;
    revoked.revoked_at = now;
    return Record{std::move(revoked)};
  }
  const Moderation* moderation = moderation_of(record);
  return Record{Tombstone{
      .of = id_of(record),
      .seen_by_wall = moderation != nullptr && moderation->seen_by_wall,
      .seen_by_staff = !std::holds_alternative<Ticket>(record) && !std::holds_alternative<ContactTrace>(record),
      .organization = owner_of(record),
      .at = now}};
}

/// The offer without its contact, where that was withdrawn; nothing when it has none.
std::optional<Record> without_contact(const Record& record, const ForgetLog& forget_log) {
  const auto* offer = std::get_if<Offer>(&record);
  if (offer == nullptr || offer->details.contact == ContactKind::none) return std::nullopt;
  if (!forget_log.contains(contact_of(id_of(record)))) return std::nullopt;
  Offer silent = *offer;
  silent.details.contact = ContactKind::none;
  silent.details.may_be_called = false;
  return Record{std::move(silent)};
}

/// Everything that must go: what forget.log names, and the tickets and revisions that hang on it.
std::vector<Record> to_forget(const Wall& wall, const ForgetLog& forget_log, TimePoint now) {
  std::vector<Record> gone;
  const auto add = [&](const RecordId& id) {
    if (const StampedRecord* stamped = wall.find(id))
      if (auto record = forgotten(stamped->record, now)) gone.push_back(std::move(*record));
  };
  for (const auto& [id, stamped] : wall.records()) {
    if (!forget_log.contains(id)) {
      if (auto offer = without_contact(stamped.record, forget_log)) gone.push_back(std::move(*offer));
      if (forget_log.contains(contact_of(id))) add(record_id(contact_trace_id(id)));
      continue;
    }
    add(id);
    if (const Ticket* ticket = wall.ticket_for(id)) add(record_id(ticket->id));
    add(record_id(revision_id(id)));
    add(record_id(contact_trace_id(id)));
  }
  return gone;
}

/// In groups, as commands are; a contact of what becomes a tombstone, or has lost it, goes with it.
Status append_all(LogStore& store, const std::vector<Record>& records, TimePoint now, Wall& wall) {
  for (std::size_t from = 0; from < records.size(); from += limits::kGroupCommands) {
    const std::size_t to = std::min(from + limits::kGroupCommands, records.size());
    Commit commit{.at = now, .records = {}, .receipts = {}, .audit = {}, .contacts = {}};
    for (std::size_t i = from; i < to; ++i) {
      const RecordId id = id_of(records[i]);
      commit.records.push_back({.id = id,
                                .seq = 0,
                                .schema = protocol::kRecordSchema,
                                .tombstone = is_tombstone(records[i]),
                                .at = now,
                                .bytes = protocol::encode_record(records[i])});
      commit.contacts.push_back({.post = id, .kind = ContactKind::none, .sealed = {}, .delete_at = {}});
    }
    const Result<Seq> seq = store.append(store.head().seq, commit);
    if (!seq) return fail(seq.error());
    for (std::size_t i = from; i < to; ++i) wall.apply({.seq = *seq, .record = records[i]});
  }
  return {};
}

Status forget_again(LogStore& store, const ForgetLog& forget_log, TimePoint now, Wall& wall) {
  const std::vector<Record> gone = to_forget(wall, forget_log, now);
  if (Status appended = append_all(store, gone, now, wall); !appended) return appended;
  if (gone.empty()) return {};
  spdlog::info("{} records that forget.log names were erased or revoked again", gone.size());
  return store.scrub();
}

/// What holds a contact, and was left before contacts could be found by their hash.
std::vector<RecordId> without_trace(const Wall& wall) {
  std::vector<RecordId> posts;
  const auto look = [&](const auto& post, ContactKind contact) {
    const RecordId id = record_id(post.id);
    if (contact != ContactKind::none && wall.find(contact_trace_id(id)) == nullptr) posts.push_back(id);
  };
  wall.each<Offer>([&](const Offer& offer) { look(offer, offer.details.contact); });
  wall.each<Reply>([&](const Reply& reply) { look(reply, reply.contact); });
  return posts;
}

Status trace_contacts(LogStore& store, const Vault& vault, TimePoint now, Wall& wall) {
  std::vector<Record> traces;
  for (const RecordId& post : without_trace(wall)) {
    const Result<std::optional<SealedContact>> kept = store.contact(post);
    if (!kept) return fail(kept.error());
    if (!*kept) continue;
    if (const Result<Digest256> contact = vault.hash_contact((*kept)->sealed))
      traces.emplace_back(ContactTrace{.id = contact_trace_id(post), .post = post, .contact = *contact});
  }
  return append_all(store, traces, now, wall);
}

}  // namespace

Result<HubState> open_state(LogStore& store, const ForgetLog& forget_log, const Vault& vault, TimePoint now,
                            Milliseconds monotonic) {
  const ClockGuard clock(store.head().last_commit_at, now, monotonic);
  Result<Wall> wall = load(store);
  if (!wall) return fail(wall.error());
  if (wall->hub() == nullptr)
    return fail(Errc::not_found, "log.db", "this folder's log holds no hub; make one with `murctl hub init`");
  if (Status forgot = forget_again(store, forget_log, now, *wall); !forgot) return fail(forgot.error());
  if (Status traced = trace_contacts(store, vault, now, *wall); !traced) return fail(traced.error());
  ScopeViews views(*wall);
  return HubState{.wall = std::move(*wall),
                  .epoch = store.head().epoch,
                  .head = store.head().seq,
                  .forgotten_to = store.head().forgotten_to,
                  .views = std::move(views),
                  .rates = {},
                  .tickets = {},
                  .clock = clock,
                  .feeds = {}};
}

}  // namespace mur::broker
