#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "broker/ctl/context.h"
#include "shared/skills/tree.h"

/// The list of themes and skills as murctl's commands use it.
namespace mur::ctl {

/// The built-in list with the hub's own over it, as the broker tells it.
[[nodiscard]] Result<skills::SkillTree> hub_skills(Context& context);
/// The same without a broker: as it stands in the hub's folder; the built-in one where there is none.
[[nodiscard]] Result<skills::SkillTree> skills_in_folder(const std::filesystem::path& data);

/// What is stored for what someone typed: the id of a known theme or skill, else the words themselves, with a hint of
/// what is near on standard error.
[[nodiscard]] std::string stored_for(Context& context, const skills::SkillTree& tree, skills::Kind kind,
                                     const std::string& typed);
[[nodiscard]] std::vector<std::string> stored_for(Context& context, const skills::SkillTree& tree, skills::Kind kind,
                                                  const std::vector<std::string>& typed);

/// The entry someone means by an id, a name or an alias. Errc::not_found proposes what is near.
[[nodiscard]] Result<const skills::Entry*> find_entry(const skills::SkillTree& tree, skills::Kind kind,
                                                      const std::string& option, const std::string& typed);

/// True if a stored skill is `wanted` or below it.
[[nodiscard]] bool is_under(const skills::SkillTree& tree, const std::string& stored, const skills::Entry& wanted);

}  // namespace mur::ctl
