#include "shared/matching/reason.h"

namespace mur::matching {

const char* to_string(MatchReason::Code code) {
  using Code = MatchReason::Code;
  switch (code) {
    case Code::same_skill: return "same-skill";
    case Code::near_skill: return "near-skill";
    case Code::same_theme: return "same-theme";
    case Code::same_word: return "same-word";
    case Code::any_hand: return "any-hand";
    case Code::material: return "material";
    case Code::learns: return "learns";
    case Code::evenings: return "evenings";
    case Code::weekends: return "weekends";
    case Code::days: return "days";
    case Code::now: return "now";
    case Code::to_agree: return "to-agree";
    case Code::here: return "here";
    case Code::remote: return "remote";
    case Code::no_experience: return "no-experience";
    case Code::level: return "level";
    case Code::language: return "language";
  }
  return "";
}

}  // namespace mur::matching
