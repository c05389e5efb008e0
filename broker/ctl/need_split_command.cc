// murctl need split|templates: a big mission is cut into pieces that one evening can hold.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broker/ctl/commands.h"
#include "broker/ctl/find_id.h"
#include "broker/ctl/record_text.h"
#include "broker/ctl/slot_text.h"
#include "shared/domain/limits.h"
#include "shared/domain/split.h"
#include "shared/missions/template_file.h"

namespace mur::ctl {
namespace {

using missions::Template;

constexpr double kDefaultHours = 2;

Result<std::vector<Template>> templates() {
  return missions::read_templates(missions::default_templates(), "templates.toml");
}

struct SplitOptions {
  std::string id;
  std::string by;
  double hours = kDefaultHours;
  std::string from;
  std::string language;
  bool yes = false;
};

void describe(CLI::App& command, SplitOptions& options) {
  command.add_option("ID", options.id, "Which need")->required();
  command
      .add_option("--by", options.by,
                  "role: each a need of its own; shift: shorter hours; task: as a template has them")
      ->required()
      ->check(CLI::IsMember({"role", "shift", "task"}));
  command.add_option("--hours", options.hours, "By shift: how long one lasts at most")->capture_default_str();
  command.add_option("--template", options.from, "By task: which, of `murctl need templates`")->option_text("NAME");
  command.add_option("--language", options.language, "By task: of the tasks' names (default: the hub's first)");
  command.add_flag("--yes", options.yes, "Do it; without, it is only shown");
}

Result<Pieces> by_task(const NeedDetails& details, const SplitOptions& options, const Hub* hub) {
  const Result<std::vector<Template>> known = templates();
  if (!known) return fail(known.error());
  const Template* tasks = missions::find_template(*known, options.from);
  if (tasks == nullptr) {
    std::vector<std::string> names;
    for (const Template& one : *known) names.push_back(one.id);
    return fail(Errc::not_found, "--template",
                fmt::format("\"{}\" is no template; there are {}", options.from, fmt::join(names, ", ")));
  }
  const bool of_hub = options.language.empty() && hub != nullptr && !hub->languages.empty();
  return split_by_task(details, *tasks, of_hub ? hub->languages.front() : options.language);
}

Result<Pieces> pieces_of(const NeedDetails& details, const SplitOptions& options, const Hub* hub) {
  if (options.by == "role") return split_by_role(details);
  if (options.by == "task") return by_task(details, options, hub);
  return split_by_shift(details, std::chrono::minutes{static_cast<std::int64_t>(options.hours * 60)});
}

std::string text_of(const Pieces& pieces, const calendar::Zone& zone) {
  std::string text;
  const auto add = [&](const NeedDetails& details, std::string_view what) {
    text += fmt::format("{}{} \"{}\"", text.empty() ? "" : "\n", what, details.title);
    for (const Slot& slot : details.slots) text += "\n  " + slot_text(slot, zone);
  };
  add(pieces.need, "The need");
  for (const NeedDetails& other : pieces.others) add(other, "A new need");
  return text;
}

/// The new needs first: where one is refused, the need itself still holds everything.
Status carry_out(Context& context, const Need& need, Pieces pieces) {
  for (NeedDetails& other : pieces.others) {
    const std::string what = fmt::format("Added \"{}\"", other.title);
    if (Status done = context.carry_out(PutNeed{.organization = need.organization, .details = std::move(other)}, what);
        !done)
      return done;
  }
  return context.carry_out(
      PutNeed{.need = need.id, .organization = need.organization, .details = std::move(pieces.need)},
      fmt::format("Cut \"{}\" into pieces", need.details.title));
}

Status split(Context& context, const SplitOptions& options) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Wall& wall = (*client)->wall();
  const Result<RecordId> id = find_id(wall, options.id, {RecordKind::need});
  if (!id) return fail(id.error());
  const Need& need = *wall.find(NeedId{id->uuid});
  Result<Pieces> pieces = pieces_of(need.details, options, wall.hub());
  if (!pieces) return fail(pieces.error());
  if (options.yes) return carry_out(context, need, *std::move(pieces));
  Json others = Json::array();
  for (const NeedDetails& other : pieces->others) others.push_back(json_of(other));
  context.say(text_of(*pieces, context.zone()) + "\nNothing is changed yet; the same with --yes does it.",
              Json{{"need", json_of(pieces->need)}, {"others", std::move(others)}});
  return {};
}

Status list_templates(Context& context) {
  const Result<std::vector<Template>> known = templates();
  if (!known) return fail(known.error());
  Table table{{{"NAME"}, {"FOR"}, {"TASKS", Table::Column::Kind::long_text}}};
  for (const Template& one : *known) {
    std::vector<std::string> tasks;
    for (const missions::Task& task : one.tasks) tasks.push_back(task.name.en);
    table.add({one.id, one.name.en, fmt::format("{}", fmt::join(tasks, "; "))},
              Json{{"name", one.id}, {"fr", one.name.fr}, {"en", one.name.en}, {"tasks", tasks}});
  }
  context.show(table, "There is no template.");
  return {};
}

}  // namespace

void add_need_split_commands(CommandLine& line, CLI::App& needs) {
  line.command<SplitOptions>(needs, "split", "Cut a big need into pieces that one evening can hold", describe, split);
  line.command(needs, "templates", "Show the tasks that a mission can be cut into", list_templates);
}

}  // namespace mur::ctl
