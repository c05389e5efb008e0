#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mur::missions {

/// A word in the languages of the templates.
struct Named {
  std::string fr;
  std::string en;

  /// In the language of a BCP 47 tag: French for French, else English.
  [[nodiscard]] const std::string& in(std::string_view language) const { return language.starts_with("fr") ? fr : en; }
  friend bool operator==(const Named&, const Named&) = default;
};

/// One piece of a mission: what, how many people, and when against the mission's own hours.
struct Task {
  enum class From : std::uint8_t {
    any_time,  ///< when it suits, before the day
    start,
    end
  };
  Named name;
  int people = 1;
  From from = From::any_time;
  std::chrono::minutes after{0};                ///< of `from`; less than 0: before
  std::optional<std::chrono::minutes> minutes;  ///< absent: as long as the mission

  friend bool operator==(const Task&, const Task&) = default;
};

/// The tasks of one sort of mission: a stand, a meal. The format on disk: assets/missions/templates.toml.
struct Template {
  std::string id;
  Named name;
  std::vector<Task> tasks;

  friend bool operator==(const Template&, const Template&) = default;
};

}  // namespace mur::missions
