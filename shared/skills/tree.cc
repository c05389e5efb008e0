#include "shared/skills/tree.h"

#include <fmt/format.h>

#include <algorithm>

#include "shared/base/text.h"
#include "shared/base/words.h"

namespace mur::skills {
namespace {

/// What spellings are compared by: "Menuiserie, ébénisterie" → "menuiserie ebenisterie".
std::string spelling_key(std::string_view text) {
  std::string key;
  for (const std::string& word : words_of(text)) key += (key.empty() ? "" : " ") + word;
  return key;
}

bool is_well_formed(std::string_view id) {
  const auto allowed = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
  return !id.empty() && std::ranges::all_of(id, allowed) && id.front() != '-' && id.back() != '-';
}

/// Makes the sentences of one file's faults.
class Faults {
 public:
  explicit Faults(std::string_view file) : file_{file} {}

  [[nodiscard]] Error at(const Entry& entry, const char* field, const std::string& problem) const {
    return {
        Errc::invalid, std::string{file_},
        fmt::format("{}:{}: {} \"{}\": {}: {}", file_, entry.line, to_string(entry.kind), entry.id, field, problem)};
  }

 private:
  std::string_view file_;
};

/// What of an entry can be judged by itself.
std::optional<Error> check(const Entry& entry, const ListLimits& limits, const Faults& faults) {
  if (!is_well_formed(entry.id))
    return faults.at(entry, "id", "use lower-case letters a to z, digits and hyphens, such as \"bike-repair\"");
  if (length(entry.id) > limits.id)
    return faults.at(entry, "id", fmt::format("is too long; use at most {} characters", limits.id));
  for (const auto& [field, name] : {std::pair{"fr", &entry.fr}, std::pair{"en", &entry.en}}) {
    if (name->empty()) return faults.at(entry, field, "is missing; give the name in both languages, fr and en");
    if (length(*name) > limits.name)
      return faults.at(entry, field, fmt::format("is too long; use at most {} characters", limits.name));
  }
  if (entry.aliases.size() > limits.aliases)
    return faults.at(entry, "aliases", fmt::format("are too many; keep the best {}", limits.aliases));
  for (const std::string& alias : entry.aliases)
    if (spelling_key(alias).empty() || length(alias) > limits.name)
      return faults.at(entry, "aliases",
                       fmt::format("\"{}\" wants 1 to {} characters, with a letter in them", alias, limits.name));
  if (entry.kind == Kind::theme && !entry.parent.empty())
    return faults.at(entry, "parent", "themes have none; remove it");
  if (entry.kind == Kind::theme && !entry.themes.empty())
    return faults.at(entry, "themes", "a theme has none; remove them");
  if (std::max({entry.codes.rome.size(), entry.codes.esco.size(), entry.codes.sdg.size()}) > limits.codes)
    return faults.at(entry, "codes", fmt::format("are too many; keep at most {} of each sort", limits.codes));
  constexpr int kGoals = 17;
  for (const int goal : entry.codes.sdg)
    if (goal < 1 || goal > kGoals) return faults.at(entry, "sdg", fmt::format("{} is no goal; they are 1 to 17", goal));
  return std::nullopt;
}

}  // namespace

Result<SkillTree> SkillTree::make(std::vector<Entry> entries, const ListLimits& limits, std::string_view file) {
  const Faults faults{file};
  if (entries.size() > limits.entries)
    return fail(Errc::too_large, std::string{file},
                fmt::format("{}: has {} themes and skills; keep at most {}", file, entries.size(), limits.entries));
  std::ranges::stable_sort(entries, {}, &Entry::kind);
  SkillTree tree;
  tree.entries_ = std::move(entries);
  for (std::size_t i = 0; i < tree.entries_.size(); ++i) {
    const Entry& entry = tree.entries_[i];
    if (const auto fault = check(entry, limits, faults)) return fail(*fault);
    if (const auto [known, fresh] = tree.by_id_.emplace(Key{entry.kind, entry.id}, i); !fresh)
      return fail(faults.at(entry, "id",
                            fmt::format("is that of line {}, too; choose another one, or make them one entry",
                                        tree.entries_[known->second].line)));
  }
  for (std::size_t i = 0; i < tree.entries_.size(); ++i) {
    const Entry& entry = tree.entries_[i];
    if (!entry.parent.empty() && tree.find(Kind::skill, entry.parent) == nullptr)
      return fail(
          faults.at(entry, "parent", fmt::format("\"{}\" is no skill's id; name one of this list", entry.parent)));
    for (const std::string& theme : entry.themes)
      if (tree.find(Kind::theme, theme) == nullptr)
        return fail(faults.at(entry, "themes", fmt::format("\"{}\" is no theme's id; name one of this list", theme)));
    std::size_t depth = 1;
    for (const Entry* up = &entry; !up->parent.empty() && depth <= limits.depth; ++depth) {
      up = tree.find(Kind::skill, up->parent);
      if (up == nullptr) break;  // said when its own turn comes
    }
    if (depth > limits.depth)
      return fail(
          faults.at(entry, "parent",
                    fmt::format("is too deep; a skill has at most {} levels, its branch included", limits.depth)));
    std::vector<std::string> spellings{entry.id, entry.fr, entry.en};
    spellings.insert(spellings.end(), entry.aliases.begin(), entry.aliases.end());
    for (const std::string& spelling : spellings) {
      const auto [known, fresh] = tree.by_spelling_.emplace(Key{entry.kind, spelling_key(spelling)}, i);
      if (!fresh && known->second != i)
        return fail(faults.at(entry, "aliases",
                              fmt::format("\"{}\" is a spelling of \"{}\", too; leave it to one of them", spelling,
                                          tree.entries_[known->second].id)));
    }
  }
  for (const Entry& entry : tree.entries_)
    tree.parents_.push_back(entry.parent.empty() ? std::nullopt
                                                 : std::optional{tree.by_id_.at(Key{Kind::skill, entry.parent})});
  return tree;
}

const Entry* SkillTree::find(Kind kind, std::string_view id) const {
  const auto found = by_id_.find(Key{kind, id});
  return found == by_id_.end() ? nullptr : &entries_[found->second];
}

const Entry* SkillTree::find_spelt(Kind kind, std::string_view text) const {
  if (const Entry* entry = find(kind, text)) return entry;
  const auto found = by_spelling_.find(Key{kind, spelling_key(text)});
  return found == by_spelling_.end() ? nullptr : &entries_[found->second];
}

std::vector<const Entry*> SkillTree::children(std::string_view id) const {
  std::vector<const Entry*> list;
  for (const Entry& entry : entries_)
    if (entry.kind == Kind::skill && entry.parent == id) list.push_back(&entry);
  return list;
}

std::vector<const Entry*> SkillTree::ancestors(std::string_view id) const {
  std::vector<const Entry*> list;
  const Entry* entry = find(Kind::skill, id);
  while (entry != nullptr && !entry->parent.empty()) list.push_back(entry = find(Kind::skill, entry->parent));
  return list;
}

const Entry* SkillTree::parent_of(const Entry& entry) const {
  const auto parent = parents_[static_cast<std::size_t>(&entry - entries_.data())];
  return parent ? &entries_[*parent] : nullptr;
}

std::optional<int> SkillTree::distance(const Entry& a, const Entry& b) const {
  int up = 0;
  for (const Entry* from = &a; from != nullptr; from = parent_of(*from), ++up) {
    int down = 0;
    for (const Entry* to = &b; to != nullptr; to = parent_of(*to), ++down)
      if (from == to) return up + down;
  }
  return std::nullopt;
}

std::span<const std::string> SkillTree::themes_of(std::string_view id) const {
  const Entry* entry = find(Kind::skill, id);
  while (entry != nullptr && entry->themes.empty() && !entry->parent.empty()) entry = find(Kind::skill, entry->parent);
  return entry == nullptr ? std::span<const std::string>{} : std::span{entry->themes};
}

std::string SkillTree::name(Kind kind, const std::string& stored, std::string_view language) const {
  const Entry* entry = find(kind, stored);
  return entry == nullptr ? stored : entry->name(language);
}

std::string SkillTree::stored(Kind kind, const std::string& typed) const {
  const Entry* entry = find_spelt(kind, typed);
  return entry == nullptr ? typed : entry->id;
}

}  // namespace mur::skills
