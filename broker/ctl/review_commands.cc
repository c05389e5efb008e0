// murctl queue, approve, refuse, hide, unhide
#include <fmt/format.h>

#include "broker/ctl/commands.h"
#include "broker/ctl/dates.h"
#include "broker/ctl/find_id.h"
#include "broker/ctl/plain.h"
#include "broker/ctl/queue.h"
#include "broker/ctl/record_text.h"
#include "broker/ctl/texts.h"
#include "broker/ctl/words.h"

namespace mur::ctl {
namespace {

struct PostsOptions {
  std::vector<std::string> posts;
};

struct ReasonOptions {
  std::string post;
  std::string reason;
  std::string note;
};

Json json_of(const Waiting& waiting, const Wall& wall) {
  Json object{{"id", to_string(waiting.post.uuid)},
              {"kind", to_string(waiting.post.kind)},
              {"waits", waiting.changes.empty() ? "post" : "change"},
              {"title", waiting.title}};
  if (!waiting.organization.is_nil()) object["organization"] = organization_name(wall, waiting.organization);
  if (waiting.lost_at) object["begins_at"] = iso(*waiting.lost_at);
  object["since"] = iso(waiting.since);
  object["marks"] = ctl::json_of(waiting.marks, waiting.texts);
  if (!waiting.repeats.empty()) {
    object["repeats"] = Json::array();
    for (const RecordId& post : waiting.repeats) object["repeats"].push_back(to_string(post.uuid));
  }
  object["changes"] = Json::array();
  for (const Waiting::Difference& change : waiting.changes)
    object["changes"].push_back(Json{{"field", change.field}, {"before", change.before}, {"after", change.after}});
  return object;
}

std::vector<std::string> notes_of(const Waiting& waiting) {
  constexpr std::size_t kShown = 60;
  std::vector<std::string> notes;
  for (const Waiting::Difference& change : waiting.changes)
    notes.push_back(fmt::format("{}: \"{}\" becomes \"{}\"", change.field, fit(plain(change.before), kShown),
                                fit(plain(change.after), kShown)));
  for (const std::string& line : looked_at(waiting)) notes.push_back("look at: " + line);
  return notes;
}

Status show_queue(Context& context) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Wall& wall = (*client)->wall();
  const calendar::Zone zone = context.zone();
  using Kind = Table::Column::Kind;
  Table table(
      {{"ID"}, {"KIND"}, {"WAITS"}, {"TITLE", Kind::long_text}, {"FROM", Kind::long_text}, {"BEGINS"}, {"SINCE"}});
  for (const Waiting& waiting : queue_of(wall, zone, (*client)->now())) {
    const bool of_visitor = waiting.post.kind == RecordKind::offer || waiting.post.kind == RecordKind::story;
    table.add({short_id(waiting.post.uuid), to_string(waiting.post.kind), waiting.changes.empty() ? "post" : "change",
               waiting.title, of_visitor ? "a visitor" : organization_name(wall, waiting.organization),
               waiting.lost_at ? moment_text(*waiting.lost_at, zone) : "", moment_text(waiting.since, zone)},
              json_of(waiting, wall), notes_of(waiting));
  }
  context.show(table, "Nothing waits for review.");
  return {};
}

/// Asks `make(post)` for each id; what fails is said, and the others are done all the same.
template <class Make>
Status each_post(Context& context, const std::vector<std::string>& ids, const Make& make) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  for (const std::string& text : ids) {
    const Wall& wall = (*client)->wall();
    const Result<RecordId> id = find_id(wall, text, kPosts);
    if (!id) {
      context.complain(id.error());
      continue;
    }
    const std::string what = fmt::format("{} \"{}\"", to_string(id->kind), title_of(wall.find(*id)->record));
    const Status done = context.carry_out(make(*id), what);
    if (!done && exit_for(done.error()) == kUnreachable) return done;
    if (!done) context.complain(done.error());
  }
  return {};
}

void describe_posts(CLI::App& command, PostsOptions& options) {
  command.add_option("ID", options.posts, "Which posts")->required();
}

void describe_reason(CLI::App& command, ReasonOptions& options) {
  command.add_option("ID", options.post, "Which post")->required();
  command.add_option("--reason", options.reason, "One of: " + reasons())->required()->option_text("REASON");
  command.add_option("--note", options.note, "A word to its author");
}

Status approve(Context& context, const PostsOptions& options) {
  return each_post(context, options.posts, [](const RecordId& post) { return Approve{.post = post}; });
}

Status unhide(Context& context, const PostsOptions& options) {
  return each_post(context, options.posts, [](const RecordId& post) { return Unhide{.post = post}; });
}

/// Refuse and Hide alike.
template <class Verb>
Status with_reason(Context& context, const ReasonOptions& options) {
  const Result<Reason> reason = read_reason("--reason", options.reason);
  if (!reason) return fail(reason.error());
  return each_post(context, {options.post}, [&](const RecordId& post) {
    return Verb{.post = post, .reason = *reason, .note = normalize(options.note)};
  });
}

}  // namespace

void add_review_commands(CommandLine& line) {
  line.command(line.app(), "queue", "Show what waits for review, the most urgent first", show_queue);
  line.command<PostsOptions>(line.app(), "approve", "Put posts (or their changes) on the wall", describe_posts,
                             approve);
  line.command<ReasonOptions>(line.app(), "refuse", "Keep a post (or its change) off the wall", describe_reason,
                              with_reason<Refuse>);
  line.command<ReasonOptions>(line.app(), "hide", "Take a post off the wall", describe_reason, with_reason<Hide>);
  line.command<PostsOptions>(line.app(), "unhide", "Put hidden posts back on the wall", describe_posts, unhide);
}

}  // namespace mur::ctl
