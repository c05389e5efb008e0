#pragma once

#include <optional>
#include <string>

#include "kiosk/app/text.h"
#include "shared/domain/need.h"

namespace mur::app {

/// What a need counts beside people, in words.
struct TallyView {
  std::string words;            ///< "12 repas à prendre", "1 250 € donnés"
  std::string note;             ///< what that means for who reads it
  std::string rule;             ///< "100 € donnés deviennent 300 €"; empty where nothing is added
  std::string second_rule;      ///< its ceilings
  std::optional<float> filled;  ///< of the ceiling, 0 … 1
  std::string address;          ///< where one gives, for a code; empty: here
  friend bool operator==(const TallyView&, const TallyView&) = default;
};

/// Nothing for a need that counts nothing.
[[nodiscard]] std::optional<TallyView> tally_view(const Need& need, const Text& text);
/// Its words alone, for a card.
[[nodiscard]] std::string tally_words(const Need& need, const Text& text);

}  // namespace mur::app
