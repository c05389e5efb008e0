#pragma once

#include <string>
#include <string_view>

#include "kiosk/ui/keyboard_layout.h"
#include "kiosk/ui/text_buffer.h"
#include "shared/base/clock.h"

namespace mur::kiosk {

enum class Shift : std::uint8_t { off, once, locked };

/// What a pressed key came to.
enum class KeyOutcome : std::uint8_t {
  nothing,   ///< no room, nothing to erase
  edited,    ///< the text changed
  turned,    ///< the board looks different
  confirmed  ///< the visitor goes on
};

/// The on-screen keyboard as a value: no drawing, no clock. `press` is all there is to it.
struct KeyboardState {
  KeyLayout layout = KeyLayout::azerty;
  KeyPage page = KeyPage::letters;
  Shift shift = Shift::off;
  std::string alternatives{};   ///< the key whose accents are open; empty: none
  Milliseconds next_repeat{0};  ///< of a held backspace, since it was pressed; 0: not held

  friend bool operator==(const KeyboardState&, const KeyboardState&) = default;

  KeyOutcome press(const Key& key, TextBuffer& text);

  /// What a character key types now.
  [[nodiscard]] std::string typed_by(const Key& key) const;
};

/// The order of letters that the layout key turns to.
[[nodiscard]] KeyLayout next_layout(KeyLayout layout);

/// What a physical keyboard typed: '\b' erases, '\n' confirms, other control characters do nothing.
KeyOutcome type(std::string_view typed, TextBuffer& text);

}  // namespace mur::kiosk
