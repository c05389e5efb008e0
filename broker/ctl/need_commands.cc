// murctl need list|search|close, and the noun itself
#include <fmt/format.h>

#include <algorithm>

#include "broker/ctl/commands.h"
#include "broker/ctl/dates.h"
#include "broker/ctl/find_id.h"
#include "broker/ctl/hub_skills.h"
#include "broker/ctl/record_text.h"
#include "broker/ctl/search_options.h"
#include "broker/ctl/slot_text.h"
#include "broker/ctl/words.h"
#include "shared/domain/limits.h"
#include "shared/domain/post_search.h"

namespace mur::ctl {
namespace {

using skills::Entry;
using skills::Kind;
using skills::SkillTree;

/// "theme Food · skills Carpentry, Sewing"; empty where there is neither.
std::string subject_text(const NeedDetails& details, const SkillTree& tree) {
  constexpr const char* kLanguage = "en";
  std::string text;
  if (!details.theme.empty()) text = "theme " + tree.name(Kind::theme, details.theme, kLanguage);
  if (details.skills.empty()) return text;
  std::vector<std::string> names;
  for (const std::string& skill : details.skills) names.push_back(tree.name(Kind::skill, skill, kLanguage));
  return fmt::format("{}{}skills {}", text, text.empty() ? "" : " · ", fmt::join(names, ", "));
}

/// The needs, as they are listed.
class NeedTable {
 public:
  NeedTable(const Wall& wall, const calendar::Zone& zone, const SkillTree& tree)
      : wall_{wall}, zone_{zone}, tree_{tree} {}

  void add(const Need& need) {
    std::vector<std::string> notes;
    if (std::string subject = subject_text(need.details, tree_); !subject.empty()) notes.push_back(std::move(subject));
    for (const Slot& slot : need.details.slots) notes.push_back(slot_text(slot, zone_));
    if (need.details.tally) notes.push_back(tally_text(*need.details.tally, need.so_far));
    if (const Organization* organization = wall_.find(need.organization);
        organization != nullptr && organization->pace.paused_at)
      notes.push_back(pause_text());
    table_.add({short_id(need.id.uuid), to_string(need.details.kind), need.details.title,
                organization_name(wall_, need.organization), std::to_string(missing(need)),
                in_words(need.moderation.status), need.over_at ? moment_text(*need.over_at, zone_) : "open"},
               json_of(need, wall_), std::move(notes));
  }
  [[nodiscard]] const Table& table() const { return table_; }

 private:
  const Wall& wall_;
  const calendar::Zone& zone_;
  const SkillTree& tree_;
  Table table_{{{"ID"},
                {"KIND"},
                {"NEED", Table::Column::Kind::long_text},
                {"ORGANIZATION", Table::Column::Kind::long_text},
                {"MISSING", Table::Column::Kind::number},
                {"STATE"},
                {"UNTIL"}}};
};

struct ListOptions {
  std::string theme;
  std::string skill;
};

Status list(Context& context, const ListOptions& options) {
  const Result<SkillTree> tree = hub_skills(context);
  if (!tree) return fail(tree.error());
  const Result<const Entry*> theme =
      options.theme.empty() ? nullptr : find_entry(*tree, Kind::theme, "--theme", options.theme);
  if (!theme) return fail(theme.error());
  const Result<const Entry*> skill =
      options.skill.empty() ? nullptr : find_entry(*tree, Kind::skill, "--skill", options.skill);
  if (!skill) return fail(skill.error());
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Wall& wall = (*client)->wall();
  const calendar::Zone zone = context.zone();
  NeedTable needs(wall, zone, *tree);
  wall.each<Need>([&](const Need& need) {
    // Needs of before the list had its ids are understood as well as those since.
    if (*theme != nullptr && tree->find_spelt(Kind::theme, need.details.theme) != *theme) return;
    const auto asked_for = [&](const std::string& one) {
      return is_under(*tree, tree->stored(Kind::skill, one), **skill);
    };
    if (*skill != nullptr && std::ranges::none_of(need.details.skills, asked_for)) return;
    needs.add(need);
  });
  context.show(needs.table(), *theme == nullptr && *skill == nullptr ? "There is no need."
                                                                     : "There is no need with this theme or skill.");
  return {};
}

Status search(Context& context, const SearchOptions& options) {
  const Result<SkillTree> tree = hub_skills(context);
  if (!tree) return fail(tree.error());
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Wall& wall = (*client)->wall();
  const calendar::Zone zone = context.zone();
  PostSearch posts;
  posts.rebuild(wall, *tree);
  NeedTable needs(wall, zone, *tree);
  for (const NeedId id : posts.needs(options.text(), options.most)) needs.add(*wall.find(id));
  context.show(needs.table(), "No need says this; try fewer or other words, or see all with `murctl need list`.");
  return {};
}

struct CloseOptions {
  std::string id;
};

Status close(Context& context, const CloseOptions& options) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Result<RecordId> id = find_id((*client)->wall(), options.id, {RecordKind::need});
  if (!id) return fail(id.error());
  const std::string title = (*client)->wall().find(NeedId{id->uuid})->details.title;
  return context.carry_out(CloseNeed{.need = NeedId{id->uuid}}, fmt::format("\"{}\"", title));
}

}  // namespace

void add_need_commands(CommandLine& line) {
  CLI::App& noun = line.noun(
      "need", "What organizations look for: add, change, list, search, matches, close, answer, come, split, count");
  add_need_add_command(line, noun);
  add_need_change_command(line, noun);
  line.command<ListOptions>(
      noun, "list", "Show the needs and their slots",
      [](CLI::App& command, ListOptions& options) {
        command.add_option("--theme", options.theme, "Only those of this theme");
        command.add_option("--skill", options.skill, "Only those that want this skill, or one below it");
      },
      list);
  line.command<SearchOptions>(noun, "search", "Find needs by their words; accents and slips don't matter",
                              describe_search, search);
  add_need_match_command(line, noun);
  line.command<CloseOptions>(
      noun, "close", "Take a need off the wall: it is met, or given up",
      [](CLI::App& command, CloseOptions& options) { command.add_option("ID", options.id, "Which one")->required(); },
      close);
  add_need_answer_commands(line, noun);
  add_need_split_commands(line, noun);
  add_need_count_command(line, noun);
}

}  // namespace mur::ctl
