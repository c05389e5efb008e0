#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mur::skills {

/// A theme says what something is about; a skill what someone can do. The two don't share ids' meaning: "legal" may be
/// both.
enum class Kind : std::uint8_t { theme, skill };

[[nodiscard]] constexpr const char* to_string(Kind kind) { return kind == Kind::theme ? "theme" : "skill"; }

/// What others call the same thing. Only what is certain is filled in.
struct Codes {
  std::vector<std::string> rome;  ///< France Travail's ROME v3, "H2206"
  std::vector<std::string> esco;  ///< the URI's last part
  /// A domain (of a theme) or an activity (of a skill) of JeVeuxAider.gouv.fr, as API Engagement spells them.
  std::string jeveuxaider;
  std::vector<int> sdg;  ///< the United Nations' Sustainable Development Goals (ODD), 1 to 17

  friend bool operator==(const Codes&, const Codes&) = default;
};

/// One theme or skill. The format on disk: assets/skills/skills.toml.
struct Entry {
  Kind kind = Kind::skill;
  std::string id;      ///< stable: stored in records. Lower-case ASCII letters, digits and hyphens
  std::string parent;  ///< a skill's id; empty: a branch of its own
  std::string fr;
  std::string en;
  std::vector<std::string> aliases;  ///< what people say for it, in either language
  std::vector<std::string> themes;   ///< of a skill: ids of themes it mostly serves; empty: its parent's
  Codes codes;
  bool hidden = false;     ///< still understood and named, no longer proposed
  std::uint32_t line = 0;  ///< in its file

  /// In the language of a BCP 47 tag: French for French, else English.
  [[nodiscard]] const std::string& name(std::string_view language) const {
    return language == "fr" || language.starts_with("fr-") ? fr : en;
  }
};

}  // namespace mur::skills
