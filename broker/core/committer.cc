#include "broker/core/committer.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <iterator>

#include "broker/core/group.h"

namespace mur::broker {
namespace {

/// What a visitor's command makes, with a ticket of its own.
std::optional<RecordId> made_by_visitor(const CommandArrived& arrived) {
  if (std::holds_alternative<PutOffer>(arrived.command)) return record_id(offer_made_by(arrived.id));
  if (std::holds_alternative<AnswerNeed>(arrived.command)) return record_id(reply_made_by(arrived.id));
  if (std::holds_alternative<ProposeEvent>(arrived.command)) return record_id(event_proposed_by(arrived.id));
  if (std::holds_alternative<AddReport>(arrived.command)) return record_id(report_made_by(arrived.id));
  return std::nullopt;
}

const Bytes* sealed_ticket_in(const Command& command) {
  return std::visit(
      [](const auto& asked) -> const Bytes* {
        if constexpr (requires { asked.sealed_ticket; }) return &asked.sealed_ticket;
        return nullptr;
      },
      command);
}

const Bytes* sealed_contact_in(const Command& command) {
  return std::visit(
      [](const auto& asked) -> const Bytes* {
        if constexpr (requires { asked.sealed_contact; }) return &asked.sealed_contact;
        return nullptr;
      },
      command);
}

/// The way of one group of commands from the door to the receipt. Every command ends in exactly one of three places:
/// settled whatever becomes of the group, refused on the group's working state (worth nothing if that is undone), or
/// accepted into the group.
class Passage {
 public:
  Passage(CoreParts& parts, HubState& state, Group& group) : parts_{parts}, state_{state}, group_{group} {}

  void take(const CommandArrived& arrived) {
    // From the working state: a key revoked earlier in this very group opens nothing any more.
    const Result<Actor> actor = actor_of(state_.wall, arrived.key);
    if (!actor) return refuse_if_kept(arrived, actor.error());
    const Milliseconds monotonic = parts_.monotonic();
    if (const int wait = state_.rates.take(actor->principal, actor->role, monotonic); wait > 0)
      return refuse(arrived, {Errc::slow_down, "commands", "too many commands in a minute; wait, then send again"},
                    wait);

    const Digest256 hash = parts_.vault.hash_command(arrived.raw);
    if (const ReceiptRow* first = group_.find(actor->principal, arrived.id)) {
      if (!equal_secret(first->command_hash, hash)) return refuse_if_kept(arrived, other_bytes());
      group_.also_tell(actor->principal, arrived.id, arrived.session);
      return accepted_.push_back({.session = arrived.session, .command = arrived.id});
    }
    const Result<std::optional<ReceiptRow>> earlier = parts_.store.receipt(actor->principal, arrived.id);
    if (!earlier) return refuse(arrived, {Errc::try_again, "log", "the log could not be read; send again"});
    if (*earlier) {
      if (!equal_secret((*earlier)->command_hash, hash)) return refuse(arrived, other_bytes());
      return settled_.push_back(ReceiptReady{.session = arrived.session, .receipt = (*earlier)->receipt});
    }
    decide(arrived, *actor, hash, monotonic);
  }

  /// The group is durable: everything said on the way stands.
  std::vector<FromCore> kept(std::vector<ReceiptReady> receipts) {
    std::ranges::move(tentative_, std::back_inserter(settled_));
    std::ranges::move(receipts, std::back_inserter(settled_));
    return std::move(settled_);
  }

  /// The group was undone: whoever depended on it tries again.
  std::vector<FromCore> undone() {
    for (const auto& waiting : {accepted_, named(tentative_)})
      for (const Waiting& who : waiting)
        settled_.push_back(CommandRefused{.session = who.session,
                                          .command = who.command,
                                          .error = {Errc::try_again, "log", "the disk refused; send again"}});
    return std::move(settled_);
  }

 private:
  struct Waiting {
    SessionId session = 0;
    CommandId command;
  };

  static std::vector<Waiting> named(const std::vector<CommandRefused>& refusals) {
    std::vector<Waiting> names;
    for (const CommandRefused& refusal : refusals)
      names.push_back({.session = refusal.session, .command = refusal.command});
    return names;
  }

  static Error other_bytes() {
    return {Errc::conflict, "id", "another command was sent under this id; make it anew, with an id of its own"};
  }

  void refuse(const CommandArrived& arrived, Error error, int wait_seconds = 0) {
    settled_.push_back(CommandRefused{
        .session = arrived.session, .command = arrived.id, .error = std::move(error), .wait_seconds = wait_seconds});
  }
  void refuse_if_kept(const CommandArrived& arrived, Error error) {
    tentative_.push_back({.session = arrived.session, .command = arrived.id, .error = std::move(error)});
  }

  void decide(const CommandArrived& arrived, const Actor& actor, const Digest256& hash, Milliseconds monotonic) {
    // A kiosk sends a restored log what it holds: an offer that was erased since the backup stays so.
    if (const auto made = made_by_visitor(arrived);
        made && (parts_.forget_log.contains(*made) || parts_.forget_log.contains(contact_of(*made))))
      return refuse(arrived, {Errc::closed, to_string(made->kind), "this was withdrawn and erased; leave a new one"});
    Order order{.id = arrived.id, .made_at = arrived.made_at, .command = arrived.command, .ticket = {}};
    if (const Bytes* box = sealed_ticket_in(arrived.command)) {
      const bool by_code = !made_by_visitor(arrived);
      if (by_code)
        if (Status open = state_.tickets.check(actor.principal, monotonic); !open) return refuse(arrived, open.error());
      Result<TicketHashes> ticket = parts_.vault.open_ticket(*box);
      if (!ticket) return refuse(arrived, ticket.error());
      order.ticket = *ticket;
      if (by_code && state_.wall.ticket_of(ticket->code) == nullptr)
        state_.tickets.count_wrong(actor.principal, monotonic);
    }
    // A box that does not open is kept as it came, and found by nobody: what needs the contact refuses it.
    if (const Bytes* box = sealed_contact_in(arrived.command); box != nullptr && !box->empty())
      if (const Result<Digest256> contact = parts_.vault.hash_contact(*box)) order.contact = *contact;
    if (const auto* confirm = std::get_if<ConfirmFeed>(&arrived.command))
      order.is_held = state_.held_feeds.contains(confirm->feed);
    const Result<Changes> changes = group_.decide(order, actor);
    if (!changes) return refuse_if_kept(arrived, changes.error());
    group_.add_receipt(order, actor, hash, *changes, arrived.session);
    accepted_.push_back({.session = arrived.session, .command = arrived.id});
  }

  CoreParts& parts_;
  HubState& state_;
  Group& group_;
  std::vector<FromCore> settled_;
  std::vector<CommandRefused> tentative_;
  std::vector<Waiting> accepted_;
};

}  // namespace

Status Committer::commit(const std::vector<CommandArrived>& commands) {
  Group group(state_.wall, state_.head, parts_.clock.now());
  Passage passage(parts_, state_, group);
  for (const CommandArrived& command : commands) passage.take(command);
  Result<std::vector<ReceiptReady>> receipts = write(group);
  if (!receipts && receipts.error().code == Errc::io) return fail(receipts.error());
  for (FromCore& answer : receipts ? passage.kept(std::move(*receipts)) : passage.undone()) tell(std::move(answer));
  return {};
}

Result<std::vector<Status>> Committer::commit_own(const std::vector<Order>& orders) {
  Group group(state_.wall, state_.head, parts_.clock.now());
  std::vector<Status> outcomes;
  for (const Order& order : orders) {
    Result<Changes> changes = group.decide(order, broker_itself());
    outcomes.push_back(changes ? Status{} : Status{fail(changes.error())});
  }
  const Result<std::vector<ReceiptReady>> receipts = write(group);
  if (!receipts && receipts.error().code == Errc::io) return fail(receipts.error());
  if (!receipts) outcomes.assign(orders.size(), fail(receipts.error()));
  return outcomes;
}

Status Committer::write_audit(AuditRow row) {
  const Commit commit{.at = row.at, .records = {}, .receipts = {}, .audit = {std::move(row)}, .contacts = {}};
  if (const Result<Seq> written = parts_.store.append(state_.head, commit); !written) return fail(written.error());
  return {};
}

Result<std::vector<ReceiptReady>> Committer::write(Group& group) {
  if (group.is_empty()) return std::vector<ReceiptReady>{};
  // Before the log: what is in forget.log and not in the log is forgotten again at the next start; the other way round
  // a restored backup would bring it back.
  if (!group.forgotten().empty())
    if (Status added = parts_.forget_log.add(group.forgotten()); !added) return fail(added.error());
  const Result<Seq> seq = parts_.store.append(state_.head, group.commit());
  if (!seq) {
    spdlog::error("{} commands were not written: {}", group.size(), seq.error().message);
    return fail(seq.error());
  }
  if (group.erases())
    if (Status scrubbed = parts_.store.scrub(); !scrubbed) return fail(Errc::io, "log.db", scrubbed.error().message);

  Group::Written written = group.keep(*seq);
  if (*seq == state_.head) return std::move(written.receipts);
  state_.head = *seq;
  const bool keys = std::ranges::any_of(written.changed, [](const RecordId& id) { return id.kind == RecordKind::key; });
  // First, so that a revoked key hears nothing of what was decided with or after its revocation.
  if (keys) tell(keys_in_force(state_.wall));
  tell(Committed{.epoch = state_.epoch,
                 .seq = *seq,
                 .scopes = state_.views.update(state_.wall, written.changed),
                 .forgotten_to = state_.forgotten_to});
  spdlog::debug("batch {}: {} records, {} receipts", *seq, written.changed.size(), written.receipts.size());
  return std::move(written.receipts);
}

// The core takes work only when the wire's mailbox has room for all its answers; it is closed when the broker ends.
void Committer::tell(FromCore told) { (void)parts_.outbox.push(std::move(told)); }

}  // namespace mur::broker
