// murctl electoral list|mark|clear
#include <fmt/format.h>

#include "broker/ctl/commands.h"
#include "broker/ctl/dates.h"
#include "broker/ctl/find_id.h"
#include "broker/ctl/queue.h"
#include "broker/ctl/record_text.h"
#include "broker/ctl/words.h"
#include "shared/domain/electoral.h"

namespace mur::ctl {
namespace {

struct PostOptions {
  std::string post;
};
void describe(CLI::App& command, PostOptions& options) {
  command.add_option("POST", options.post, "Which post")->required();
}

Status mark(Context& context, const PostOptions& options, bool electoral) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Result<RecordId> id = find_id((*client)->wall(), options.post, kPosts);
  if (!id) return fail(id.error());
  const std::string title = title_of((*client)->wall().find(*id)->record);
  return context.carry_out(MarkElectoral{.post = *id, .electoral = electoral},
                           fmt::format("\"{}\" {} a campaign", title, electoral ? "serves" : "serves no"),
                           Context::Ending::none);
}

/// What the hub does about campaigns, and the posts that serve one.
Status list(Context& context) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Wall& wall = (*client)->wall();
  const calendar::Zone zone = context.zone();
  Table table{{{"ID"}, {"POST", Table::Column::Kind::long_text}, {"STATE"}, {"BECAUSE"}}};
  for (const auto& [id, stamped] : wall.records()) {
    if (!is_electoral(stamped.record)) continue;
    const Moderation& moderation = *moderation_of(stamped.record);
    table.add({to_string(id.kind) + std::string("/") + short_id(id.uuid), title_of(stamped.record),
               in_words(moderation.status), in_words(moderation.reason)},
              Json{{"id", to_string(id)},
                   {"title", title_of(stamped.record)},
                   {"status", to_string(moderation.status)},
                   {"reason", to_string(moderation.reason)}});
  }
  context.show(table, "No post serves a campaign.");
  if (const Hub* hub = wall.hub(); hub != nullptr && !context.json()) {
    if (!hub->policy.publish_electoral) context.out() << "This hub shows none ([policy] publish_electoral).\n";
    for (const Silence& silence : hub->policy.silences)
      if (silence.until > (*client)->now())
        context.out() << fmt::format("Silence from {} to {}.\n", moment_text(silence.from, zone),
                                     moment_text(silence.until, zone));
  }
  return {};
}

}  // namespace

void add_electoral_commands(CommandLine& line) {
  CLI::App& noun = line.noun("electoral", "Posts that serve a campaign: list, mark, clear");
  line.command(noun, "list", "Show them, and when the wall is silent", list);
  line.command<PostOptions>(noun, "mark", "Say that a post serves a campaign", describe,
                            [](Context& context, const PostOptions& options) { return mark(context, options, true); });
  line.command<PostOptions>(noun, "clear", "Say that it serves none", describe,
                            [](Context& context, const PostOptions& options) { return mark(context, options, false); });
}

}  // namespace mur::ctl
