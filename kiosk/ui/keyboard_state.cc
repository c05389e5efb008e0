#include "kiosk/ui/keyboard_state.h"

namespace mur::kiosk {
namespace {

Shift next(Shift shift) {
  switch (shift) {
    case Shift::off: return Shift::once;
    case Shift::once: return Shift::locked;
    case Shift::locked: return Shift::off;
  }
  return Shift::off;
}

KeyOutcome edited_if(bool edited) { return edited ? KeyOutcome::edited : KeyOutcome::nothing; }

}  // namespace

KeyOutcome KeyboardState::press(const Key& key, TextBuffer& text) {
  switch (key.action) {
    case KeyAction::character: {
      const std::string typed = typed_by(key);
      alternatives.clear();
      if (shift == Shift::once) shift = Shift::off;
      return edited_if(text.insert(typed));
    }
    case KeyAction::space: return edited_if(text.insert(" "));
    case KeyAction::backspace: return edited_if(text.erase_last());
    case KeyAction::alternatives: alternatives = key.text; return KeyOutcome::turned;
    case KeyAction::close: alternatives.clear(); return KeyOutcome::turned;
    case KeyAction::shift: shift = next(shift); return KeyOutcome::turned;
    case KeyAction::page:
      page = page == KeyPage::letters ? KeyPage::symbols : KeyPage::letters;
      return KeyOutcome::turned;
    case KeyAction::layout:
      layout = next_layout(layout);
      page = KeyPage::letters;
      return KeyOutcome::turned;
    case KeyAction::confirm: return KeyOutcome::confirmed;
  }
  return KeyOutcome::nothing;
}

std::string KeyboardState::typed_by(const Key& key) const { return shift == Shift::off ? key.text : upper(key.text); }

KeyLayout next_layout(KeyLayout layout) {
  switch (layout) {
    case KeyLayout::azerty: return KeyLayout::qwerty;
    case KeyLayout::qwerty: return KeyLayout::abc;
    case KeyLayout::abc: return KeyLayout::azerty;
    case KeyLayout::digits: return KeyLayout::digits;
  }
  return layout;
}

KeyOutcome type(std::string_view typed, TextBuffer& text) {
  KeyOutcome outcome = KeyOutcome::nothing;
  for (std::size_t from = 0; from < typed.size();) {
    const std::size_t control = typed.find_first_of("\b\n", from);
    if (text.insert(typed.substr(from, control - from))) outcome = KeyOutcome::edited;
    if (control == std::string_view::npos) break;
    if (typed[control] == '\n') return KeyOutcome::confirmed;
    if (text.erase_last()) outcome = KeyOutcome::edited;
    from = control + 1;
  }
  return outcome;
}

}  // namespace mur::kiosk
