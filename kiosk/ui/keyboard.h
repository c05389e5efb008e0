#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "kiosk/ui/keyboard_state.h"
#include "kiosk/ui/ui.h"

namespace mur::kiosk {

/// The words on the keys that have words.
struct KeyboardLabels {
  std::string_view shift;                   ///< « Maj »
  std::string_view symbols;                 ///< « 123 »
  std::string_view letters;                 ///< « abc », on the symbols' page
  std::array<std::string_view, 3> layouts;  ///< « azerty », « qwerty », « abc »: on the key that turns to them
  std::string_view space;
  std::string_view confirm;      ///< « Continuer »
  std::string_view backspace;    ///< for speech
  std::string_view punctuation;  ///< for speech
  std::string_view close;        ///< for speech
};

/// Height that the whole board likes to have, in u; with less, its keys get flatter.
[[nodiscard]] float keyboard_height(const Ui& ui, const KeyboardState& state);

/// Draws the board at the top of `rect` and returns the key pressed in this frame, if any; hand it to `state.press`.
/// The state is changed here only for what time does: a held backspace repeats. Ids are "key.a", "key.shift" …
std::optional<Key> keyboard(Ui& ui, const Rect& rect, KeyboardState& state, const KeyboardLabels& labels);

/// Proposals over the board, as many whole ones as fit; the index tapped. Ids are "suggestion.0" …
std::optional<std::size_t> suggestion_row(Ui& ui, const Rect& rect, const std::vector<std::string_view>& suggestions);

}  // namespace mur::kiosk
