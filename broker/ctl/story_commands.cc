// murctl story list. They are told by ticket: see `murctl ticket story`.
#include "broker/ctl/commands.h"
#include "broker/ctl/dates.h"
#include "broker/ctl/record_text.h"
#include "broker/ctl/words.h"

namespace mur::ctl {
namespace {

Status list(Context& context) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Wall& wall = (*client)->wall();
  const calendar::Zone zone = context.zone();
  Table table{{{"ID"},
               {"STORY", Table::Column::Kind::long_text},
               {"BY"},
               {"ORGANIZATION", Table::Column::Kind::long_text},
               {"STATE"},
               {"UNTIL"}}};
  wall.each<Story>([&](const Story& story) {
    table.add({short_id(story.id.uuid), story.text, story.first_name, organization_name(wall, story.organization),
               in_words(story.moderation.status), moment_text(story.expires_at, zone)},
              json_of(story, wall));
  });
  context.show(table, "There is no story yet; people tell them with their ticket, once they have met.");
  return {};
}

}  // namespace

void add_story_commands(CommandLine& line) {
  CLI::App& noun = line.noun("story", "What people tell of a meeting: list");
  line.command(noun, "list", "Show the stories", list);
}

}  // namespace mur::ctl
