#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "broker/ports/settings.h"

namespace mur::broker {

/// hub.toml, as text. Errc::invalid with one line for each fault, each with file name, line and remedy:
/// `hub.toml:12: time_zone: time zone "Pariss" is unknown; did you mean "Europe/Paris"?`
[[nodiscard]] Result<Settings> parse_settings(std::string_view text, const std::string& file_name);

/// The text of a new hub.toml that says `settings`, with a comment for every key. parse_settings reads it back.
[[nodiscard]] std::string settings_text(const Settings& settings);

/// The hub's own themes and skills, beside hub.toml; without it there are the built-in ones.
inline constexpr const char* kSkillsFile = "skills.toml";

/// The one TOML file of a hub, and its own list of skills where there is one.
class HubFile final : public SettingsSource {
 public:
  explicit HubFile(std::filesystem::path path) : path_{std::move(path)} {}
  /// Errc::not_found without a file; Errc::invalid for one that can't be read or is wrong.
  [[nodiscard]] Result<Settings> read() const override;

 private:
  std::filesystem::path path_;
};

}  // namespace mur::broker
