#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mur::kiosk {

/// Where the letters lie. `abc` is for who never learnt a keyboard, `digits` for phone numbers and codes.
enum class KeyLayout : std::uint8_t { azerty, qwerty, abc, digits };

enum class KeyPage : std::uint8_t { letters, symbols };

enum class KeyAction : std::uint8_t {
  character,     ///< types `text`
  alternatives,  ///< opens the row of what belongs to `text`: its accents, or the punctuation
  close,         ///< closes that row
  shift,
  backspace,
  page,    ///< letters or symbols
  layout,  ///< the next order of letters
  space,
  confirm
};

/// A key as it lies on the board and as it is pressed.
struct Key {
  KeyAction action = KeyAction::character;
  std::string text{};
  float share = 1;  ///< of its row's width
  friend bool operator==(const Key&, const Key&) = default;
};

using KeyRow = std::vector<Key>;

/// The board's rows from the top, letters in lower case.
[[nodiscard]] std::vector<KeyRow> key_rows(KeyLayout layout, KeyPage page);

/// What a long press on a key offers, the most used first: accents of a letter, the punctuation of ". , ?". Empty for
/// most keys. `text` in lower case.
[[nodiscard]] std::vector<std::string> alternatives_of(std::string_view text);

/// The key that opens the punctuation.
inline constexpr std::string_view kPunctuationKey = ". , ?";

/// One character in upper case; what has none stays.
[[nodiscard]] std::string upper(std::string_view character);

}  // namespace mur::kiosk
