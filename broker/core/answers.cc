#include "broker/core/answers.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <set>

#include "broker/core/backup_folder.h"
#include "broker/core/take_settings.h"
#include "broker/core/ticket_state.h"
#include "shared/base/text.h"
#include "shared/domain/authority.h"
#include "shared/domain/limits.h"
#include "shared/domain/waiting.h"

namespace mur::broker {
namespace {

/// A program of an older version could not read the name of a kind that it lacks.
void name_only_known(AuditRows& audit, std::uint16_t version) {
  for (AuditRow& row : audit.rows)
    if (row.entity && first_version(row.entity->kind) > version) row.entity.reset();
}

std::size_t size_of(const AuditRow& row) {
  constexpr std::size_t kFixed = 128;
  return kFixed + row.actor.size() + row.action.size() + row.reason.size();
}

}  // namespace

Result<Answer> Answers::answer(const QueryArrived& arrived) {
  const Result<Actor> actor = actor_of(state_.wall, arrived.key);
  if (!actor) return fail(actor.error());
  if (const int wait = state_.rates.take(actor->principal, actor->role, parts_.monotonic()); wait > 0)
    return fail(Errc::slow_down, "queries", fmt::format("too many questions in a minute; wait {} seconds", wait));
  const Act act = act_of(arrived.question);
  if (authority(actor->role, act) == Grant::never)
    return fail(Errc::forbidden, to_string(act), "this key may not do that; ask the hub's team for one that may");
  Result<Answer> answer = std::visit([&](const auto& query) { return to(*actor, query); }, arrived.question);
  if (answer)
    if (auto* audit = std::get_if<AuditRows>(&*answer)) name_only_known(*audit, arrived.version);
  if (answer)
    if (auto* state = std::get_if<TicketState>(&*answer))
      if (Status known = tell_known(*state, arrived.version); !known) return fail(known.error());
  return answer;
}

Result<const Ticket*> Answers::ticket_with(const Actor& actor, const std::string& typed) {
  const Milliseconds monotonic = parts_.monotonic();
  if (Status open = state_.tickets.check(actor.principal, monotonic); !open) return fail(open.error());
  const Result<std::string> code = parse_ticket_code(typed);
  if (!code) return fail(code.error());
  const Ticket* ticket = state_.wall.ticket_of(parts_.vault.hash_code(*code));
  if (ticket != nullptr) return ticket;
  state_.tickets.count_wrong(actor.principal, monotonic);
  return fail(Errc::not_found, "code", "no post has this code (any more); look at the ticket again");
}

Result<Answer> Answers::to(const Actor& actor, const ShowTicket& query) {
  const Result<const Ticket*> ticket = ticket_with(actor, query.code);
  if (!ticket) return fail(ticket.error());
  std::optional<TicketState> state = ticket_state(state_.wall, (*ticket)->post, parts_.clock.now());
  if (!state) return fail(Errc::not_found, "code", "no post has this code (any more); look at the ticket again");
  return *std::move(state);
}

/// An organization opens the contact of who answered its need, or of whose offer it answered and who said yes, once the
/// hub trusts it. For everyone else the desk relays.
Status Answers::opens_to(const Actor& actor, const RecordId& post) const {
  bool agreed = false;
  state_.wall.each<Reply>([&](const Reply& reply) {
    if (reply.organization != actor.organization) return;
    const bool answers_need = post == record_id(reply.id) && reply.need.has_value();
    const bool answered = post.kind == RecordKind::offer && reply.offer == OfferId{post.uuid};
    agreed = agreed || (answers_need && (is_open(reply.status) || takes_place(reply.status))) ||
             (answered && is_agreed(reply.status));
  });
  if (!agreed)
    return fail(Errc::forbidden, "contact",
                "this person has not agreed to be reached by your organization; ask the hub's desk to pass a word on");
  if (!reaches(state_.wall, actor.organization))
    return fail(Errc::forbidden, "contact",
                "contacts open to organizations that the hub trusts; ask the hub's desk to pass a word on");
  if (state_.wall.find(actor.organization)->charter_at == TimePoint{})
    return fail(
        Errc::forbidden, "contact",
        "contacts open once the organization has accepted what it may do with them: `murctl charter show`, then "
        "`murctl charter accept`");
  return {};
}

Result<std::string> Answers::written_reason(const std::string& typed) {
  std::string reason = normalize(typed);
  if (!reason.empty() && length(reason) <= limits::kReason) return reason;
  return fail(Errc::invalid, "reason",
              fmt::format("say why, in 1 to {} characters; it stays in the audit trail", limits::kReason));
}

Result<Answer> Answers::to(const Actor& actor, const FindContact& query) {
  const Result<std::string> reason = written_reason(query.reason);
  if (!reason) return fail(reason.error());
  const Result<Digest256> contact = parts_.vault.hash_contact(query.sealed_contact);
  if (!contact) return fail(contact.error());
  if (Status audited = write_audit(actor, to_string(Act::find_contact), std::nullopt, *reason); !audited)
    return fail(audited.error());
  ContactFound found{.posts = left_with(state_.wall, *contact)};
  if (found.posts.size() > limits::kLeftWithContact) found.posts.resize(limits::kLeftWithContact);
  const ContactBlock* block = state_.wall.find(contact_block_id(*contact));
  found.blocked = block != nullptr && (!block->until || *block->until > parts_.clock.now());
  return found;
}

Result<Answer> Answers::to(const Actor& actor, const OpenContact& query) {
  if (authority(actor.role, Act::open_contact) == Grant::own)
    if (Status open = opens_to(actor, query.post); !open) return fail(open.error());
  const Result<std::string> reason = written_reason(query.reason);
  if (!reason) return fail(reason.error());
  const Result<std::optional<SealedContact>> kept = parts_.store.contact(query.post);
  if (!kept) return fail(kept.error());
  if (!*kept || (*kept)->delete_at <= parts_.clock.now())
    return fail(Errc::not_found, "post", fmt::format("{} has no contact (any more)", to_string(query.post)));
  if (Status audited = write_audit(actor, to_string(Act::open_contact), query.post, *reason); !audited)
    return fail(audited.error());
  Result<std::string> contact = parts_.vault.open_contact((*kept)->sealed);
  if (!contact) return fail(contact.error());
  return ContactOpened{.kind = (*kept)->kind, .contact = std::move(*contact)};
}

Result<Answer> Answers::to(const Actor& actor, const ExportTicket& query) {
  const Result<const Ticket*> ticket = ticket_with(actor, query.code);
  if (!ticket) return fail(ticket.error());
  const RecordId post = (*ticket)->post;
  if (Status audited = write_audit(actor, to_string(Act::export_ticket), post, {}); !audited)
    return fail(audited.error());
  TicketExport exported{.post = post, .created_at = (*ticket)->created_at};
  const Result<std::optional<SealedContact>> kept = parts_.store.contact(post);
  if (!kept) return fail(kept.error());
  if (!*kept || (*kept)->delete_at <= parts_.clock.now()) return exported;
  const Result<std::string> contact = parts_.vault.open_contact((*kept)->sealed);
  if (!contact) return fail(contact.error());
  exported.kind = (*kept)->kind;
  exported.masked = masked(exported.kind, *contact);
  return exported;
}

Result<Answer> Answers::to(const Actor&, const ListAudit& query) {
  Result<std::vector<AuditRow>> rows = parts_.store.audit(std::min(query.most, limits::kAuditRows));
  if (!rows) return fail(rows.error());
  // An answer is one frame: the newest that fit into half of one.
  std::size_t bytes = 0;
  const auto first_too_many = std::ranges::find_if(*rows, [&bytes](const AuditRow& row) {
    bytes += size_of(row);
    return bytes > limits::kFrameBytes / 2;
  });
  rows->erase(first_too_many, rows->end());
  return AuditRows{std::move(*rows)};
}

Result<Answer> Answers::to(const Actor&, const GetStatus&) {
  BrokerStatus status{.version = parts_.version,
                      .epoch = state_.epoch,
                      .head = state_.head,
                      .now = parts_.clock.now(),
                      .started_at = started_at_,
                      .clock_suspect = state_.clock.is_suspect(),
                      .records = 0,
                      .pending = 0,
                      .log_bytes = parts_.store.size_bytes(),
                      .data_folder = parts_.data_folder.string(),
                      .listening = parts_.transport.address(),
                      .sessions = parts_.transport.sessions()};
  const Hub* hub = state_.wall.hub();
  const std::set<RecordId> reported = reported_posts(state_.wall);
  for (const auto& [id, stamped] : state_.wall.records()) {
    if (is_tombstone(stamped.record)) continue;
    ++status.records;
    if (waits_for_a_word(stamped.record, reported)) ++status.reported;
    if (!waits_for_review(state_.wall, stamped.record, status.now)) continue;
    ++status.pending;
    const Moderation* moderation = moderation_of(stamped.record);
    if (hub != nullptr && moderation != nullptr && is_late(hub->policy, moderation->submitted_at, status.now))
      ++status.late;
  }
  state_.wall.each<Feed>([&status](const Feed& feed) {
    if (feed.state == FeedState::proposed || feed.removing_since) return;
    ++status.feeds;
    if (feed.state == FeedState::quarantined) ++status.quarantined_feeds;
  });
  state_.wall.each<Organization>(
      [&status](const Organization& organization) { status.paused += organization.pace.paused_at ? 1U : 0U; });
  // An answer is one frame.
  if (status.sessions.size() > limits::kSessionsShown) status.sessions.resize(limits::kSessionsShown);
  return status;
}

Result<Answer> Answers::to(const Actor& actor, const AcceptClock&) {
  if (!state_.clock.is_suspect()) return Done{"the clock was not in doubt"};
  const std::string doubt = state_.clock.doubt();
  if (Status audited = write_audit(actor, to_string(Act::accept_clock), std::nullopt, doubt); !audited)
    return fail(audited.error());
  state_.clock.accept(parts_.clock.now(), parts_.monotonic());
  spdlog::info("{} accepted the clock ({})", actor.name, doubt);
  return Done{fmt::format("the clock is accepted ({}); what is due happens now", doubt)};
}

Result<Answer> Answers::to(const Actor& actor, const Reload&) {
  const Result<std::string> changed = take_settings(parts_, state_, committer_);
  if (!changed) return fail(changed.error());
  if (Status audited = write_audit(actor, to_string(Act::reload), std::nullopt, *changed); !audited)
    return fail(audited.error());
  return Done{changed->empty() ? "nothing changed" : "changed: " + *changed};
}

Result<Answer> Answers::to(const Actor& actor, const BackUp& query) {
  const TimePoint now = parts_.clock.now();
  const BackupFolder folder(parts_.data_folder / "backups");
  const Result<std::filesystem::path> path = folder.add(parts_.store, query.name, now);
  // A copy that fails, to a full disk say, says nothing against the log itself.
  if (!path)
    return fail(path.error().code == Errc::io ? Errc::try_again : path.error().code, "backup", path.error().message);
  if (Status audited = write_audit(actor, to_string(Act::back_up), std::nullopt, path->filename().string()); !audited)
    return fail(audited.error());
  if (!state_.clock.is_suspect()) folder.delete_old(now);
  return Done{path->string()};
}

Status Answers::write_audit(const Actor& actor, const char* action, std::optional<RecordId> entity,
                            std::string reason) {
  return committer_.write_audit(AuditRow{.at = parts_.clock.now(),
                                         .principal = actor.principal,
                                         .role = actor.role,
                                         .actor = actor.name,
                                         .action = action,
                                         .entity = entity,
                                         .reason = std::move(reason)});
}

}  // namespace mur::broker
