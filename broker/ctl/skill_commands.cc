// murctl skill list|search, murctl theme list. They ask no broker.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <functional>

#include "broker/ctl/commands.h"
#include "broker/ctl/hub_skills.h"
#include "shared/domain/limits.h"
#include "shared/skills/skill_search.h"

namespace mur::ctl {
namespace {

using skills::Entry;
using skills::Kind;
using skills::SkillTree;

struct ListOptions {
  std::string theme;
};

struct SearchOptions {
  std::vector<std::string> words;
  std::size_t most = 10;
};

Json json_of(const SkillTree& tree, const Entry& entry) {
  Json object{{"id", entry.id}, {"fr", entry.fr}, {"en", entry.en}};
  if (entry.kind == Kind::skill) {
    object["parent"] = entry.parent.empty() ? Json() : Json(entry.parent);
    object["themes"] = tree.themes_of(entry.id);
  }
  object["aliases"] = entry.aliases;
  const skills::Codes& codes = entry.codes;
  if (!codes.rome.empty()) object["rome"] = codes.rome;
  if (!codes.esco.empty()) object["esco"] = codes.esco;
  if (!codes.jeveuxaider.empty()) object["jeveuxaider"] = codes.jeveuxaider;
  if (!codes.sdg.empty()) object["sdg"] = codes.sdg;
  if (entry.hidden) object["hidden"] = true;
  return object;
}

std::string codes_text(const Entry& entry) {
  std::vector<std::string> parts;
  if (!entry.codes.rome.empty()) parts.push_back(fmt::format("ROME {}", fmt::join(entry.codes.rome, " ")));
  if (!entry.codes.esco.empty()) parts.push_back(fmt::format("ESCO {}", fmt::join(entry.codes.esco, " ")));
  if (!entry.codes.sdg.empty()) parts.push_back(fmt::format("ODD {}", fmt::join(entry.codes.sdg, " ")));
  return fmt::format("{}", fmt::join(parts, ", "));
}

Table table_of_skills() {
  using Column = Table::Column::Kind;
  return Table({{"ID"}, {"FRENCH", Column::long_text}, {"ENGLISH", Column::long_text}, {"IN"}, {"CODES"}});
}

void add_row(Table& table, const SkillTree& tree, const Entry& entry) {
  table.add({entry.id, entry.fr, entry.en, entry.parent, codes_text(entry)}, json_of(tree, entry));
}

Status list_skills(Context& context, const ListOptions& options) {
  const Result<SkillTree> tree = skills_in_folder(context.globals().data);
  if (!tree) return fail(tree.error());
  const Entry* theme = nullptr;
  if (!options.theme.empty()) {
    const Result<const Entry*> found = find_entry(*tree, Kind::theme, "--theme", options.theme);
    if (!found) return fail(found.error());
    theme = *found;
  }
  Table table = table_of_skills();
  const std::function<void(const std::string&)> add_below = [&](const std::string& id) {
    for (const Entry* entry : tree->children(id)) {
      const auto themes = tree->themes_of(entry->id);
      const bool serves = theme == nullptr || std::ranges::find(themes, theme->id) != themes.end();
      if (serves && !entry->hidden) add_row(table, *tree, *entry);
      add_below(entry->id);
    }
  };
  add_below("");
  context.show(table, "No skill serves this theme more than others.");
  return {};
}

Status search_skills(Context& context, const SearchOptions& options) {
  const Result<SkillTree> tree = skills_in_folder(context.globals().data);
  if (!tree) return fail(tree.error());
  Table table = table_of_skills();
  const std::string words = fmt::format("{}", fmt::join(options.words, " "));
  for (const Entry* entry : skills::SkillSearch(*tree).search(Kind::skill, words, options.most))
    add_row(table, *tree, *entry);
  context.show(table, "No skill is called so; try another word, or see all with `murctl skill list`.");
  return {};
}

Status list_themes(Context& context) {
  const Result<SkillTree> tree = skills_in_folder(context.globals().data);
  if (!tree) return fail(tree.error());
  using Column = Table::Column::Kind;
  Table table({{"ID"}, {"FRENCH", Column::long_text}, {"ENGLISH", Column::long_text}, {"CODES"}});
  for (const Entry& entry : tree->entries())
    if (entry.kind == Kind::theme && !entry.hidden)
      table.add({entry.id, entry.fr, entry.en, codes_text(entry)}, json_of(*tree, entry));
  context.show(table, "There is no theme.");
  return {};
}

}  // namespace

void add_skill_commands(CommandLine& line) {
  CLI::App& skill = line.noun("skill", "The list of skills, and what they are called: list, search");
  line.command<ListOptions>(
      skill, "list", "Show the skills, branch by branch",
      [](CLI::App& command, ListOptions& options) {
        command.add_option("--theme", options.theme, "Only those that serve this theme");
        command.footer("Asks no broker. A need keeps the id; names, aliases and slips of the finger lead to it.");
      },
      list_skills);
  line.command<SearchOptions>(
      skill, "search", "Find a skill by what people call it, in French or English",
      [](CLI::App& command, SearchOptions& options) {
        command.add_option("WORDS", options.words, "As typed: accents and slips don't matter")->required();
        command.add_option("--most", options.most, "Show at most so many")
            ->capture_default_str()
            ->check(CLI::Range(std::size_t{1}, limits::kSkillList.entries));
      },
      search_skills);
  CLI::App& theme = line.noun("theme", "The list of themes: list");
  line.command(theme, "list", "Show the themes", list_themes);
}

}  // namespace mur::ctl
