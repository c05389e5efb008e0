// murctl status, audit, clock accept, backup, reload
#include <fmt/format.h>

#include "broker/ctl/commands.h"
#include "broker/ctl/dates.h"
#include "broker/ctl/words.h"

namespace mur::ctl {
namespace {

template <class Kind>
Result<Kind> ask(Context& context, Query query) {
  const Result<Client*> client = context.client(Client::Look::answers);
  if (!client) return fail(client.error());
  Result<Answer> answer = (*client)->ask(std::move(query));
  if (!answer) return fail(answer.error());
  if (auto* expected = std::get_if<Kind>(&*answer)) return std::move(*expected);
  return fail(Errc::corrupt, "answer", "the broker answered something else; is it of this version?");
}

std::string size_text(std::int64_t bytes) {
  constexpr double kKibi = 1024;
  if (static_cast<double>(bytes) < kKibi * kKibi) return fmt::format("{:.1f} KiB", static_cast<double>(bytes) / kKibi);
  return fmt::format("{:.1f} MiB", static_cast<double>(bytes) / kKibi / kKibi);
}

Json json_of(const BrokerStatus& status) {
  Json sessions = Json::array();
  for (const SessionStatus& session : status.sessions)
    sessions.push_back(Json{{"label", session.label},
                            {"role", to_string(session.role)},
                            {"applied", session.applied},
                            {"idle_milliseconds", session.idle_milliseconds},
                            {"behind", session.behind}});
  return Json{{"version", status.version},
              {"listening", status.listening},
              {"data_folder", status.data_folder},
              {"epoch", to_string(status.epoch)},
              {"head", status.head},
              {"now", iso(status.now)},
              {"started_at", iso(status.started_at)},
              {"clock_suspect", status.clock_suspect},
              {"records", status.records},
              {"pending", status.pending},
              {"late", status.late},
              {"reported", status.reported},
              {"log_bytes", status.log_bytes},
              {"feeds", status.feeds},
              {"quarantined_feeds", status.quarantined_feeds},
              {"paused", status.paused},
              {"sessions", std::move(sessions)}};
}

Status show_status(Context& context) {
  const Result<BrokerStatus> status = ask<BrokerStatus>(context, GetStatus{});
  if (!status) return fail(status.error());
  const calendar::Zone zone = context.zone();
  using Kind = Table::Column::Kind;
  Table sessions({{"CLIENT", Kind::long_text}, {"ROLE"}, {"AT", Kind::number}, {"LAST HEARD"}, {"STATE"}});
  for (const SessionStatus& session : status->sessions)
    sessions.add({session.label, to_string(session.role), std::to_string(session.applied),
                  fmt::format("{:.1f} s ago", static_cast<double>(session.idle_milliseconds) / 1000),
                  session.behind ? "behind" : "in step"},
                 Json{});
  std::string text = fmt::format(
      "broker    mur-broker {}, listening on {}\n"
      "data      {}, log {}\n"
      "now       {} ({}), running since {}\n"
      "log       epoch {}, at {}\n"
      "records   {}\n"
      "review    {}{}{}\n",
      status->version, status->listening, status->data_folder, size_text(status->log_bytes),
      moment_text(status->now, zone), zone.name(), moment_text(status->started_at, zone), to_string(status->epoch),
      status->head, status->records,
      status->reported == 0
          ? ""
          : fmt::format("{} for a word: see `murctl queue`; ", count(status->reported, "post waits", "posts wait")),
      count(status->pending, "waits to be read", "wait to be read"),
      status->late == 0 ? "" : fmt::format(", {} later than the hub promised", status->late));
  if (status->feeds > 0)
    text += fmt::format("feeds     {} followed{}\n", status->feeds,
                        status->quarantined_feeds == 0 ? ""
                                                       : fmt::format(", {} of them quarantined: see `murctl feed list`",
                                                                     status->quarantined_feeds));
  if (status->paused > 0)
    text += fmt::format("paused    the needs of {}, where answers waited too long: see `murctl organization list`\n",
                        count(status->paused, "organization", "organizations"));
  if (status->clock_suspect)
    text += "clock     in doubt: nothing expires until you have looked at it and said `murctl clock accept`\n";
  text += "\n" + sessions.text(context.width());
  text.pop_back();  // say() ends the line
  context.say(text, json_of(*status));
  return {};
}

struct AuditOptions {
  std::size_t most = 100;
};

Status show_audit(Context& context, const AuditOptions& options) {
  const Result<AuditRows> rows = ask<AuditRows>(context, ListAudit{.most = options.most});
  if (!rows) return fail(rows.error());
  const calendar::Zone zone = context.zone();
  using Kind = Table::Column::Kind;
  Table table({{"WHEN"}, {"WHO", Kind::long_text}, {"ROLE"}, {"DID"}, {"TO"}, {"REASON", Kind::long_text}});
  for (const AuditRow& row : rows->rows) {
    constexpr std::size_t kUuidTail = 28;  // of "offer/0190a6e0-…": keeps the kind and eight digits
    const std::string entity = row.entity ? to_string(*row.entity) : "";
    Json object{{"at", iso(row.at)},
                {"principal", to_string(row.principal)},
                {"role", to_string(row.role)},
                {"actor", row.actor},
                {"action", row.action}};
    if (row.entity) object["entity"] = entity;
    if (!row.reason.empty()) object["reason"] = row.reason;
    table.add({moment_text(row.at, zone), row.actor, to_string(row.role), row.action,
               entity.size() > kUuidTail ? entity.substr(0, entity.size() - kUuidTail) : entity, row.reason},
              std::move(object));
  }
  context.show(table, "Nothing was written down yet.");
  return {};
}

/// A query that is answered with a sentence.
Status done(Context& context, Query query) {
  const Result<Done> answer = ask<Done>(context, std::move(query));
  if (!answer) return fail(answer.error());
  context.say(answer->detail, Json{{"done", answer->detail}});
  return {};
}

struct BackUpOptions {
  std::string name;
};

}  // namespace

void add_broker_commands(CommandLine& line) {
  line.command(line.app(), "status", "Show the broker's state and who is connected", show_status);
  line.command<AuditOptions>(
      line.app(), "audit", "Show who did what, when and why, the newest first",
      [](CLI::App& command, AuditOptions& options) {
        command.add_option("--most", options.most, "How many rows")->capture_default_str();
      },
      show_audit);
  CLI::App& clock = line.noun("clock", "The broker's clock: accept");
  line.command(clock, "accept", "Say that the clock is right after it has jumped: what is due happens then",
               [](Context& context) { return done(context, AcceptClock{}); });
  line.command<BackUpOptions>(
      line.app(), "backup", "Copy the log into DIR/backups; it never holds the hub's secret key",
      [](CLI::App& command, BackUpOptions& options) {
        command.add_option("NAME", options.name, "The copy's file name (default: made from the time)");
      },
      [](Context& context, const BackUpOptions& options) { return done(context, BackUp{.name = options.name}); });
  line.command(line.app(), "reload", "Read hub.toml again; a bad file changes nothing",
               [](Context& context) { return done(context, Reload{}); });
}

}  // namespace mur::ctl
