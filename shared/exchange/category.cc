#include "shared/exchange/category.h"

#include <algorithm>

#include "shared/exchange/search_words.h"

namespace mur::exchange {

WantedCategory::WantedCategory(std::string_view category) : words_{search_words(category)} {}

bool WantedCategory::is_in(const std::vector<std::string>& categories, std::string_view title,
                           std::string_view description) const {
  if (is_any() || holds_hashtag(title, words_) || holds_hashtag(description, words_)) return true;
  return std::ranges::any_of(categories, [this](const std::string& one) { return search_words(one) == words_; });
}

}  // namespace mur::exchange
