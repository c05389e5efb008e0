#pragma once

#include <string>
#include <vector>

#include "broker/ctl/table.h"
#include "shared/matching/reason.h"
#include "shared/skills/tree.h"

namespace mur::ctl {

/// "wants Graphic design, near Communication; on an evening; here": why a need and an offer go together.
[[nodiscard]] std::string in_words(const std::vector<matching::MatchReason>& reasons, const skills::SkillTree& tree);
/// [{"reason": "near-skill", "wanted": "graphic-design", "offered": "communication"}, {"reason": "evenings"}]
[[nodiscard]] Json json_of(const std::vector<matching::MatchReason>& reasons);

}  // namespace mur::ctl
