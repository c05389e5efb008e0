#include "kiosk/ui/typing_keys.h"

namespace mur::kiosk {

Asked draw_typing_keys(Frame& frame, const Rect& rect, const std::string& text, std::size_t max_length,
                       const std::string& confirm) {
  const app::Text& say = frame.say;
  const std::string shift = say("Shift");
  const std::string space = say("space");
  const std::string backspace = say("Erase");
  const std::string punctuation = say("Punctuation");
  const std::string close = say("Close");
  const KeyboardLabels labels{.shift = shift,
                              .symbols = "123",
                              .letters = "abc",
                              .layouts = {"azerty", "qwerty", "abc"},
                              .space = space,
                              .confirm = confirm,
                              .backspace = backspace,
                              .punctuation = punctuation,
                              .close = close};
  TextBuffer buffer(max_length, text);
  KeyOutcome outcome = type(frame.ui.typed(), buffer);
  if (const std::optional<Key> key = keyboard(frame.ui, rect, frame.keyboard, labels))
    outcome = frame.keyboard.press(*key, buffer);
  if (outcome == KeyOutcome::confirmed) return app::FinishText{};
  if (buffer.text() != text) return app::ChangeText{buffer.text()};
  return std::nullopt;
}

}  // namespace mur::kiosk
