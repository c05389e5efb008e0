// murctl reply list|show|accept|decline|cancel|met|no-show
#include <fmt/format.h>

#include "broker/ctl/commands.h"
#include "broker/ctl/dates.h"
#include "broker/ctl/find_id.h"
#include "broker/ctl/record_text.h"
#include "broker/ctl/reply_text.h"
#include "broker/ctl/texts.h"
#include "broker/ctl/words.h"

namespace mur::ctl {
namespace {

struct ListOptions {
  std::string need;
  bool all = false;
};

void describe_list(CLI::App& command, ListOptions& options) {
  command.add_option("--need", options.need, "Only those to this need")->option_text("ID");
  command.add_flag("--all", options.all, "Those that are settled, too");
}

/// "Zoé", "Zoé (15–17)": who calls a minor knows it.
std::string who_of(const Reply& reply) {
  if (reply.walked_in) return "walked in";
  if (reply.age != AgeClass::from_15_to_17) return reply.first_name;
  return reply.first_name + (reply.first_name.empty() ? "15–17" : " (15–17)");
}

Status list(Context& context, const ListOptions& options) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Wall& wall = (*client)->wall();
  std::optional<NeedId> need;
  if (!options.need.empty()) {
    const Result<RecordId> id = find_id(wall, options.need, {RecordKind::need});
    if (!id) return fail(id.error());
    need = NeedId{id->uuid};
  }
  const calendar::Zone zone = context.zone();
  using Kind = Table::Column::Kind;
  Table table({{"ID"},
               {"TO", Kind::long_text},
               {"ROLE", Kind::long_text},
               {"WHEN"},
               {"NO.", Kind::number},
               {"WHO"},
               {"CONTACT"},
               {"STATE"},
               {"ANSWER BY"}});
  std::vector<const Reply*> shown;
  wall.each<Reply>([&](const Reply& reply) {
    if ((need && reply.need != *need) || (!options.all && !is_open(reply.status))) return;
    shown.push_back(&reply);
  });
  // What must be answered first comes first.
  const auto by_urgency = [](const Reply* reply) {
    const bool held = reply->status == ReplyStatus::held;
    return std::tuple{!held, held ? reply->decide_by : reply->begins_at, reply->number, reply->id};
  };
  std::ranges::sort(shown, {}, by_urgency);
  for (const Reply* reply : shown) {
    table.add({short_id(reply->id.uuid), answered_of(*reply, wall), role_of(*reply, wall), when_of(*reply, wall, zone),
               reply->offer ? "" : std::to_string(reply->number), who_of(*reply),
               reply->contact == ContactKind::none ? "" : to_string(reply->contact),
               reply->offer && reply->status == ReplyStatus::held ? "waits for the person" : in_words(reply->status),
               reply->status == ReplyStatus::held ? moment_text(reply->decide_by, zone) : ""},
              json_of(*reply, wall));
  }
  context.show(table, "Nobody has answered.");
  return {};
}

struct IdOptions {
  std::string id;
  std::string reason;
  std::string note;
};

void describe_id(CLI::App& command, IdOptions& options) {
  command.add_option("ID", options.id, "Which reply")->required();
}
void describe_accept(CLI::App& command, IdOptions& options) {
  describe_id(command, options);
  command.add_option("--note", options.note, "To the person: what they should know")->option_text("TEXT");
}
void describe_refusal(CLI::App& command, IdOptions& options) {
  describe_id(command, options);
  command.add_option("--reason", options.reason, "Why; the person reads it: " + reply_reasons())
      ->required()
      ->option_text("REASON");
  command.add_option("--note", options.note, "To the person, in your own words")->option_text("TEXT");
}

Status decide(Context& context, const IdOptions& options, ReplyStatus status) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Result<RecordId> id = find_id((*client)->wall(), options.id, {RecordKind::reply});
  if (!id) return fail(id.error());
  ReplyReason reason = ReplyReason::none;
  if (status == ReplyStatus::declined || status == ReplyStatus::fell_through) {
    const Result<ReplyReason> read = read_reply_reason("--reason", options.reason);
    if (!read) return fail(read.error());
    reason = *read;
  }
  return context.carry_out(
      DecideReply{.reply = ReplyId{id->uuid}, .status = status, .reason = reason, .note = normalize(options.note)},
      fmt::format("Reply {}: {}", short_id(id->uuid), in_words(status)));
}

}  // namespace

void add_reply_commands(CommandLine& line) {
  CLI::App& noun = line.noun("reply", "Answers to needs and offers: list, accept, decline, cancel, met, no-show");
  line.command<ListOptions>(noun, "list", "Show who answered what, the most urgent first", describe_list, list);
  const auto verb = [&](const char* name, const char* what, auto describe, ReplyStatus status) {
    line.command<IdOptions>(noun, name, what, describe, [status](Context& context, const IdOptions& options) {
      return decide(context, options, status);
    });
  };
  verb("accept", "Say yes; the person sees where to go and whom to ask for", describe_accept, ReplyStatus::accepted);
  verb("decline", "Say no, with a reason", describe_refusal, ReplyStatus::declined);
  verb("cancel", "Take a yes back: it can't be after all", describe_refusal, ReplyStatus::fell_through);
  verb("met", "Afterwards: the person came", describe_id, ReplyStatus::met);
  verb("no-show", "Afterwards: the person did not come", describe_id, ReplyStatus::no_show);
}

}  // namespace mur::ctl
