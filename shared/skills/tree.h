#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/skills/entry.h"
#include "shared/skills/list_limits.h"

namespace mur::skills {

/// The hub's themes and skills: a value, complete and consistent once made. The empty one knows nothing, and names
/// everything as it is spelt. Pointers into it hold as long as it lives and does not move.
class SkillTree {
 public:
  SkillTree() = default;
  /// Errc::invalid, with `file`, line, id, field and remedy, where an id is double or not well formed, a parent or
  /// theme is unknown, parents go round or too deep, a name is missing, or two entries are spelt alike.
  static Result<SkillTree> make(std::vector<Entry> entries, const ListLimits& limits, std::string_view file);

  /// Themes and skills, each in the order of their file.
  [[nodiscard]] std::span<const Entry> entries() const { return entries_; }
  /// Null for an unknown id.
  [[nodiscard]] const Entry* find(Kind kind, std::string_view id) const;
  /// By id, name or alias; case, accents and punctuation don't count. Null where it is none of ours.
  [[nodiscard]] const Entry* find_spelt(Kind kind, std::string_view text) const;

  /// Of a skill; of "" the branches.
  [[nodiscard]] std::vector<const Entry*> children(std::string_view id) const;
  /// From the skill's parent to its branch; empty for a branch and an unknown id.
  [[nodiscard]] std::vector<const Entry*> ancestors(std::string_view id) const;
  /// Steps from one skill of this tree to another, up to where their branches meet and down again; 0 for itself.
  /// Nothing where they never meet.
  [[nodiscard]] std::optional<int> distance(const Entry& a, const Entry& b) const;
  /// The themes a skill serves, its own or its nearest ancestor's.
  [[nodiscard]] std::span<const std::string> themes_of(std::string_view id) const;

  /// How a stored id is shown in a language; what is no id of ours stays as it was typed.
  [[nodiscard]] std::string name(Kind kind, const std::string& stored, std::string_view language) const;
  /// How it is stored: a spelling of ours becomes its id, everything else stays.
  [[nodiscard]] std::string stored(Kind kind, const std::string& typed) const;

 private:
  using Key = std::pair<Kind, std::string>;

  [[nodiscard]] const Entry* parent_of(const Entry& entry) const;

  std::vector<Entry> entries_;
  std::vector<std::optional<std::size_t>> parents_;  ///< beside entries_
  std::map<Key, std::size_t> by_id_;
  std::map<Key, std::size_t> by_spelling_;
};

}  // namespace mur::skills
