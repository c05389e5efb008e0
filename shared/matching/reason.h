#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace mur::matching {

/// Why a need and an offer go together: a code and its arguments. Whoever shows it makes the sentence, in the viewer's
/// language.
struct MatchReason {
  enum class Code : std::uint8_t {
    same_skill,     ///< `what` is wanted and offered
    near_skill,     ///< `what` is wanted, `near`, not far from it, is offered
    same_theme,     ///< both are about `what`
    same_word,      ///< both say `what`
    any_hand,       ///< time is wanted, and offered
    material,       ///< things are wanted, and offered
    learns,         ///< the offer's author would like to learn, and the need teaches on the spot
    evenings,       ///< it is wanted on an evening, and offered for evenings
    weekends,       ///< … on a week-end
    days,           ///< … on a day of the week, by day
    now,            ///< … now
    to_agree,       ///< when is left open by one of them
    here,           ///< it takes place in the hub
    remote,         ///< it can be done from anywhere
    no_experience,  ///< nothing needs to be known before
    level,          ///< a skill is wanted, and offered by a professional
    language,       ///< `what` (BCP 47) is spoken there, and by the offer's author
  };
  Code code{};
  std::string what{};  ///< the id of a skill or theme, or a word as the offer says it; empty where there is none
  std::string near{};  ///< a skill's id

  friend bool operator==(const MatchReason&, const MatchReason&) = default;
};

/// "same-skill", as programs read it.
[[nodiscard]] const char* to_string(MatchReason::Code code);

/// How well an offer could answer a need.
struct Match {
  int score = 0;                       ///< 0 (not at all) to 100
  std::vector<MatchReason> reasons{};  ///< the weightiest first; none with a score of 0

  friend bool operator==(const Match&, const Match&) = default;
};

}  // namespace mur::matching
