#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "shared/domain/need.h"
#include "shared/domain/offer.h"
#include "shared/matching/skill_reader.h"

namespace mur::matching {

/// A skill or theme that a post names, and how surely, in percent: chosen from the list 100, read out of a title 80,
/// out of a description 50.
struct Said {
  SkillReader::Place entry = 0;
  int sure = 0;

  friend bool operator==(const Said&, const Said&) = default;
};

/// What a post is about, as far as matching asks: made once of a post, compared with many.
struct Subject {
  std::vector<Said> skills;          ///< without doubles
  std::vector<Said> themes;          ///< likewise. Of an offer also those that its skills serve, less surely
  std::vector<std::uint32_t> words;  ///< hashes of the stems that it says itself, ascending
  /// What it is made of: of a need its kind, of an offer the kinds of its tiles.
  bool time = false;
  bool skill = false;
  bool material = false;
  bool learn = false;
  bool no_experience = false;          ///< of a need
  bool in_reach = false;               ///< of a need: it takes place in the hub, or can be done from anywhere
  bool names_skills = false;           ///< of a need: it chose some from the list, or its title or roles name some
  std::vector<std::string> languages;  ///< of a need: spoken there (BCP 47); empty: unsaid
  std::string language;                ///< of an offer: its author's
  Level level = Level::unsaid;         ///< of an offer
  bool remote = false;                 ///< of a need: it can be done from anywhere; of an offer: it is meant so
  Availability when;                   ///< of an offer …
  TimePoint offered_at{};              ///< … which said so then

  friend bool operator==(const Subject&, const Subject&) = default;
};

[[nodiscard]] Subject subject_of(const Need& need, const skills::SkillTree& tree, const SkillReader& reader);
[[nodiscard]] Subject subject_of(const Offer& offer, const skills::SkillTree& tree, const SkillReader& reader);

/// A word that both say, as the offer spells it; empty where there is none.
[[nodiscard]] std::string word_in_common(const Need& need, const Offer& offer);

}  // namespace mur::matching
