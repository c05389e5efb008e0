// murctl approve, refuse, hide, unhide, note
#include <fmt/format.h>

#include <algorithm>

#include "broker/ctl/commands.h"
#include "broker/ctl/find_id.h"
#include "broker/ctl/queue.h"
#include "broker/ctl/record_text.h"
#include "broker/ctl/texts.h"
#include "broker/ctl/words.h"

namespace mur::ctl {
namespace {

struct PostsOptions {
  std::vector<std::string> posts;
};

/// Of what waits: by id, or all that fits.
struct ChosenOptions : PostsOptions {
  std::string organization;
  std::string kind;
  std::optional<std::size_t> count;
  bool yes = false;
};

struct RefuseOptions : ChosenOptions {
  std::string reason;
  std::string note;
};

struct ReasonOptions : PostsOptions {
  std::string reason;
  std::string note;
};

struct NoteOptions {
  std::string post;
  std::string text;
};

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

void describe_chosen(CLI::App& command, ChosenOptions& options) {
  command.add_option("ID", options.posts, "Which posts");
  command.add_option("--organization", options.organization, "Instead: all of one organization that wait to be read")
      ->option_text("NAME");
  command.add_option("--kind", options.kind, "Instead: all of one kind: event, need, offer or story");
  command.add_option("--count", options.count, "You have seen them: so many")->option_text("N");
  command.add_flag("--yes", options.yes, "Without looking");
}

void describe_reason(CLI::App& command, auto& options) {
  command.add_option("--reason", options.reason, "One of: " + reasons())->required()->option_text("REASON");
  command.add_option("--note", options.note, "A word to its author");
}

/// The posts that are meant. Those of a filter are shown first, and only taken when it was said how many they are.
Result<std::vector<std::string>> chosen(Context& context, const ChosenOptions& options) {
  const bool filters = !options.organization.empty() || !options.kind.empty();
  if (filters == !options.posts.empty())
    return fail(Errc::invalid, "ID", "name posts by their ids, or say which with --organization and --kind");
  if (!filters) return options.posts;
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Wall& wall = (*client)->wall();
  std::optional<OrganizationId> organization;
  if (!options.organization.empty()) {
    const Result<OrganizationId> found = find_organization(wall, options.organization);
    if (!found) return fail(found.error());
    organization = *found;
  }
  if (!options.kind.empty() &&
      std::ranges::none_of(kPosts, [&](RecordKind kind) { return options.kind == to_string(kind); }))
    return fail(Errc::invalid, "--kind",
                fmt::format("\"{}\" is no kind of post; say event, need, offer or story", options.kind));
  std::vector<std::string> ids;
  Table table({{"ID"}, {"KIND"}, {"TITLE", Table::Column::Kind::long_text}});
  for (const Waiting& waiting : queue_of(wall, context.zone(), (*client)->now())) {
    if (waiting.what < Waiting::For::post) continue;
    if (organization && waiting.organization != *organization) continue;
    if (!options.kind.empty() && options.kind != to_string(waiting.post.kind)) continue;
    ids.push_back(to_string(waiting.post));
    table.add({short_id(waiting.post.uuid), to_string(waiting.post.kind), waiting.title},
              Json{{"id", to_string(waiting.post.uuid)}, {"title", waiting.title}});
  }
  if (options.yes || options.count == ids.size()) return ids;
  context.show(table, "Nothing that waits fits.");
  if (ids.empty()) return ids;
  if (options.count)
    return fail(Errc::conflict, "--count", fmt::format("{} fit now, not {}; look again", ids.size(), *options.count));
  return fail(Errc::invalid, "--count",
              fmt::format("nothing is done yet; if these are right, say --count {}", ids.size()));
}

Status approve(Context& context, const ChosenOptions& options) {
  const auto posts = chosen(context, options);
  if (!posts) return fail(posts.error());
  return each_post(context, *posts, [](const RecordId& post) { return Approve{.post = post}; });
}

Status unhide(Context& context, const PostsOptions& options) {
  return each_post(context, options.posts, [](const RecordId& post) { return Unhide{.post = post}; });
}

Status refuse(Context& context, const RefuseOptions& options) {
  const Result<Reason> reason = read_reason("--reason", options.reason);
  if (!reason) return fail(reason.error());
  const auto posts = chosen(context, options);
  if (!posts) return fail(posts.error());
  return each_post(context, *posts, [&](const RecordId& post) {
    return Refuse{.post = post, .reason = *reason, .note = normalize(options.note)};
  });
}

Status hide(Context& context, const ReasonOptions& options) {
  const Result<Reason> reason = read_reason("--reason", options.reason);
  if (!reason) return fail(reason.error());
  return each_post(context, options.posts, [&](const RecordId& post) {
    return Hide{.post = post, .reason = *reason, .note = normalize(options.note)};
  });
}

void describe_note(CLI::App& command, NoteOptions& options) {
  command.add_option("ID", options.post, "On which post")->required();
  command.add_option("TEXT", options.text, "To the hub's team alone: never to its author, never on a wall")->required();
}

Status note(Context& context, const NoteOptions& options) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Wall& wall = (*client)->wall();
  const Result<RecordId> post = find_id(wall, options.post, kPosts);
  if (!post) return fail(post.error());
  return context.carry_out(AddStaffNote{.post = *post, .text = normalize(options.text)},
                           fmt::format("Noted, for the hub's team alone: {} \"{}\"", to_string(post->kind),
                                       title_of(wall.find(*post)->record)),
                           Context::Ending::none);
}

}  // namespace

void add_review_commands(CommandLine& line) {
  add_queue_command(line);
  line.command<ChosenOptions>(line.app(), "approve", "Put posts (or their changes) on the wall", describe_chosen,
                              approve);
  line.command<RefuseOptions>(
      line.app(), "refuse", "Keep posts (or their changes) off the wall",
      [](CLI::App& command, RefuseOptions& options) {
        describe_chosen(command, options);
        describe_reason(command, options);
      },
      refuse);
  line.command<ReasonOptions>(
      line.app(), "hide", "Take posts off the wall; on duty: until a moderator has looked",
      [](CLI::App& command, ReasonOptions& options) {
        describe_posts(command, options);
        describe_reason(command, options);
      },
      hide);
  line.command<PostsOptions>(line.app(), "unhide", "Put hidden posts back on the wall", describe_posts, unhide);
  line.command<NoteOptions>(line.app(), "note", "Leave a word to the other moderators", describe_note, note);
}

}  // namespace mur::ctl
