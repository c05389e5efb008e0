// murctl report add|list|keep|hide
#include <fmt/format.h>

#include <algorithm>

#include "broker/ctl/commands.h"
#include "broker/ctl/dates.h"
#include "broker/ctl/find_id.h"
#include "broker/ctl/record_text.h"
#include "broker/ctl/texts.h"
#include "broker/ctl/words.h"
#include "shared/base/seal.h"
#include "shared/protocol/codec.h"

namespace mur::ctl {
namespace {

struct AddOptions {
  std::string post;
  std::string reason;
};
struct ListOptions {
  bool all = false;
};
struct KeepOptions {
  std::string id;
  std::string note;
};
struct HideOptions : KeepOptions {
  std::string reason;
};

std::string title_of_post(const Wall& wall, const RecordId& post) {
  const StampedRecord* found = wall.find(post);
  return found == nullptr ? std::string{} : title_of(found->record);
}

/// A post, or the post that a report is about.
Result<RecordId> post_of(const Wall& wall, const std::string& text) {
  const Result<RecordId> id = find_id(wall, text,
                                      {RecordKind::event, RecordKind::need, RecordKind::offer, RecordKind::notice,
                                       RecordKind::story, RecordKind::report});
  if (!id || id->kind != RecordKind::report) return id;
  return wall.find(ReportId{id->uuid})->post;
}

Status add(Context& context, const AddOptions& options) {
  const Result<ReportReason> reason = read_report_reason("--reason", options.reason);
  if (!reason) return fail(reason.error());
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Result<RecordId> post = find_id((*client)->wall(), options.post, kPosts);
  if (!post) return fail(post.error());
  const TicketSecret ticket = make_ticket(context.random());
  AddReport report{.post = *post,
                   .reason = *reason,
                   .sealed_ticket = seal((*client)->key().hub_key, protocol::encode_ticket(ticket))};
  const Result<Receipt> receipt = (*client)->submit(std::move(report));
  if (!receipt) return fail(receipt.error());
  context.say(
      fmt::format("Reported; a moderator looks at it. The ticket: {}\n  it says what was decided: `murctl ticket "
                  "show CODE`",
                  format_ticket_code(ticket.code)),
      Json{{"report", to_string(receipt->about)}, {"post", to_string(*post)}, {"code", ticket.code}});
  return {};
}

Status list(Context& context, const ListOptions& options) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Wall& wall = (*client)->wall();
  const calendar::Zone zone = context.zone();
  std::vector<Report> reports;
  wall.each<Report>([&](const Report& report) {
    if (options.all || report.status == ReportStatus::open) reports.push_back(report);
  });
  std::ranges::stable_sort(reports, {}, [](const Report& report) { return std::pair{report.status, report.made_at}; });
  using Kind = Table::Column::Kind;
  Table table({{"ID"}, {"POST"}, {"TITLE", Kind::long_text}, {"REASON"}, {"MADE"}, {"STATE"}});
  for (const Report& report : reports) {
    const std::string title = title_of_post(wall, report.post);
    table.add({short_id(report.id.uuid), fmt::format("{} {}", to_string(report.post.kind), short_id(report.post.uuid)),
               title, in_words(report.reason), moment_text(report.made_at, zone), in_words(report.status)},
              Json{{"id", to_string(report.id)},
                   {"post", to_string(report.post)},
                   {"title", title},
                   {"reason", to_string(report.reason)},
                   {"made_at", iso(report.made_at)},
                   {"status", to_string(report.status)},
                   {"note", report.note}});
  }
  context.show(table, options.all ? "There is no report." : "No report is open.");
  return {};
}

/// Asks `make(post)` for the post that is named, or that the named report is about.
template <class Make>
Status decide(Context& context, const std::string& id, const Make& make) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Result<RecordId> post = post_of((*client)->wall(), id);
  if (!post) return fail(post.error());
  return context.carry_out(make(*post),
                           fmt::format("{} \"{}\"", to_string(post->kind), title_of_post((*client)->wall(), *post)));
}

Status keep(Context& context, const KeepOptions& options) {
  return decide(context, options.id,
                [&](const RecordId& post) { return KeepPost{.post = post, .note = normalize(options.note)}; });
}

Status hide(Context& context, const HideOptions& options) {
  const Result<Reason> reason = read_reason("--reason", options.reason);
  if (!reason) return fail(reason.error());
  return decide(context, options.id, [&](const RecordId& post) {
    return Hide{.post = post, .reason = *reason, .note = normalize(options.note)};
  });
}

void describe_add(CLI::App& command, AddOptions& options) {
  command.add_option("POST", options.post, "Which post")->required();
  command.add_option("--reason", options.reason, "One of: " + report_reasons())->required()->option_text("REASON");
}
void describe_list(CLI::App& command, ListOptions& options) {
  command.add_flag("--all", options.all, "Those that were decided, too");
}
void describe_keep(CLI::App& command, KeepOptions& options) {
  command.add_option("ID", options.id, "Which report, or which post")->required();
  command.add_option("--note", options.note, "A word to who reported it");
}
void describe_hide(CLI::App& command, HideOptions& options) {
  command.add_option("ID", options.id, "Which report, or which post")->required();
  command.add_option("--reason", options.reason, "One of: " + reasons())->required()->option_text("REASON");
  command.add_option("--note", options.note, "A word to its author");
}

}  // namespace

void add_report_commands(CommandLine& line) {
  CLI::App& noun = line.noun("report", "What people say is wrong with a post: add, list, keep, hide");
  line.command<AddOptions>(noun, "add", "Report a post for someone at the desk; prints the ticket", describe_add, add);
  line.command<ListOptions>(noun, "list", "Show the reports that are open", describe_list, list);
  line.command<KeepOptions>(noun, "keep", "Keep the post (or bring it back); reports don't hide it again",
                            describe_keep, keep);
  line.command<HideOptions>(noun, "hide", "Take the post off the wall", describe_hide, hide);
}

}  // namespace mur::ctl
