#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mur::exchange {

/// What someone asks for with "#mur": a category whatever its case and accents; a "#" before it does not matter. It may
/// stand in CATEGORIES, or as a hashtag in a text. Empty: everything.
class WantedCategory {
 public:
  explicit WantedCategory(std::string_view category);

  [[nodiscard]] bool is_any() const { return words_.empty(); }
  [[nodiscard]] bool is_in(const std::vector<std::string>& categories, std::string_view title,
                           std::string_view description) const;

 private:
  std::string words_;
};

}  // namespace mur::exchange
