#include "kiosk/ui/keyboard.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "kiosk/ui/button.h"
#include "kiosk/ui/paint.h"
#include "kiosk/ui/text.h"

namespace mur::kiosk {
namespace {

using namespace size::in_keyboard;

/// A key's face: what stands on it and how it is called.
struct Face {
  std::string_view name;   ///< for its id
  std::string_view label;  ///< for speech
  std::string words;       ///< on the key; empty: the icon alone
  Icon icon = Icon::none;
  TextStyle style = TextStyle::key_small;
  Accent fill = Accent::none;
  bool raised = true;
  bool selected = false;
};

Face face_of(const Key& key, const KeyboardState& state, const KeyboardLabels& labels) {
  switch (key.action) {
    case KeyAction::character: {
      const char first = key.text.front();
      const bool plain = (first >= 'a' && first <= 'z') || (first >= '0' && first <= '9');
      return {
          .name = key.text, .label = key.text, .words = state.typed_by(key), .style = TextStyle::key, .raised = !plain};
    }
    case KeyAction::alternatives: return {.name = "punctuation", .label = labels.punctuation, .words = key.text};
    case KeyAction::close: return {.name = "close", .label = labels.close, .icon = Icon::close};
    case KeyAction::shift:
      return {.name = "shift",
              .label = labels.shift,
              .words = std::string(labels.shift),
              .icon = state.shift == Shift::locked ? Icon::keyboard_capslock : Icon::none,
              .selected = state.shift != Shift::off};
    case KeyAction::backspace: return {.name = "backspace", .label = labels.backspace, .icon = Icon::backspace};
    case KeyAction::page: {
      const std::string_view words = state.page == KeyPage::letters ? labels.symbols : labels.letters;
      return {.name = "page", .label = words, .words = std::string(words)};
    }
    case KeyAction::layout: {
      const std::string_view words = labels.layouts[static_cast<std::size_t>(next_layout(state.layout))];
      return {.name = "layout", .label = words, .words = std::string(words), .icon = Icon::keyboard};
    }
    case KeyAction::space: return {.name = "space", .label = labels.space, .words = std::string(labels.space)};
    case KeyAction::confirm:
      return {.name = "confirm",
              .label = labels.confirm,
              .words = std::string(labels.confirm),
              .style = TextStyle::label,
              .fill = Accent::offer};
  }
  return {};
}

void draw_face(Ui& ui, const Rect& rect, const Face& face, const Touch& touch) {
  const Palette& colors = ui.palette();
  Pressable look = pressable_frame(ui, rect, size::kKeyRadius, face.fill, touch);
  if (!touch.pressed && face.fill == Accent::none && (face.raised || face.selected)) {
    look = face.selected ? Pressable{colors.text, colors.background} : Pressable{colors.raised, colors.text};
    fill(ui, rect, look.ground, size::kKeyRadius);
    outline(ui, rect, colors.edge, size::kEdge, size::kKeyRadius);
  }
  Rect inside = rect.inset(kPadding, 0);
  const float icon_width = size_of(IconSize::line);
  const float words = face.words.empty() ? 0 : kKeyIconGap + text_width(ui, face.words, face.style);
  // On a narrow key the word says more than the picture.
  if (face.icon != Icon::none && (face.words.empty() || icon_width + words <= inside.w)) {
    inside.take_left(std::max(0.F, (inside.w - icon_width - words) / 2));
    icon(ui, inside.take_left(icon_width, kKeyIconGap).center(), face.icon, IconSize::line, look.ink);
    text(ui, inside, face.words,
         {.style = face.style, .color = look.ink, .valign = VAlign::middle, .max_lines = 1, .fit = Fit::shrink});
    return;
  }
  text(ui, inside, face.words,
       {.style = face.style,
        .color = look.ink,
        .align = Align::center,
        .valign = VAlign::middle,
        .max_lines = 1,
        .fit = Fit::shrink});
}

/// A held backspace erases again and again; lifting it then erases nothing more.
bool repeats(Ui& ui, const Touch& touch, KeyboardState& state) {
  using namespace gesture;
  if (touch.pressed) {
    if (state.next_repeat == Milliseconds{0}) state.next_repeat = Milliseconds{kRepeatAfterMs};
    if (touch.held >= state.next_repeat) {
      state.next_repeat = touch.held + Milliseconds{kRepeatEveryMs};
      ui.redraw_within(Milliseconds{kRepeatEveryMs});
      return true;
    }
    ui.redraw_within(state.next_repeat - touch.held);
    return false;
  }
  const bool had_repeated = state.next_repeat > Milliseconds{kRepeatAfterMs};
  state.next_repeat = Milliseconds{0};
  return touch.tapped && !had_repeated;
}

bool wants_alternatives(Ui& ui, const Key& key, const Touch& touch, const KeyboardState& state) {
  if (!touch.pressed || key.action != KeyAction::character || state.alternatives == key.text) return false;
  if (alternatives_of(key.text).empty()) return false;
  const Milliseconds long_press{gesture::kLongPressMs};
  if (touch.held >= long_press) return true;
  ui.redraw_within(long_press - touch.held);
  return false;
}

/// One key of the board; the key it comes to, if it was pressed.
std::optional<Key> board_key(Ui& ui, const Rect& rect, const Key& key, KeyboardState& state,
                             const KeyboardLabels& labels) {
  const Face face = face_of(key, state, labels);
  const Touch touch = ui.touch(fmt::format("key.{}", face.name), rect,
                               {.label = face.label, .role = Role::key, .selected = face.selected});
  draw_face(ui, rect, face, touch);
  if (key.action == KeyAction::backspace) return repeats(ui, touch, state) ? std::optional(key) : std::nullopt;
  if (wants_alternatives(ui, key, touch, state)) return Key{KeyAction::alternatives, key.text, 1};
  return touch.tapped ? std::optional(key) : std::nullopt;
}

/// The row that a long press opens over its key. The finger may slide there and lift, or lift and tap.
std::optional<Key> alternatives_row(Ui& ui, const Rect& board, const Rect& over, KeyboardState& state,
                                    const KeyboardLabels& labels) {
  KeyRow keys;
  for (const std::string& each : alternatives_of(state.alternatives)) keys.push_back({.text = each});
  keys.push_back({KeyAction::close, {}, 1});

  const float side = std::max(size::kKey, ui.theme().key_target());
  const auto count = static_cast<float>(keys.size());
  const float width = count * side + (count - 1) * size::kKeyGap + 2 * kPopupPadding;
  const float height = side + 2 * kPopupPadding;
  const float x = std::clamp(over.center().x - width / 2, board.x, std::max(board.x, board.right() - width));
  const Rect popup{x, over.y - height - kPopupLift, width, height};

  ui.push_layer("key.alternatives");
  fill(ui, popup, ui.palette().raised, size::kButtonRadius);
  outline(ui, popup, ui.palette().text, size::kEdge, size::kButtonRadius);
  std::optional<Key> pressed;
  const std::optional<Point> at = ui.finger();
  const std::vector<Rect> places = columns(popup.inset(kPopupPadding), static_cast<int>(keys.size()), size::kKeyGap);
  for (std::size_t i = 0; i < keys.size(); ++i) {
    Face face = face_of(keys[i], state, labels);
    face.style = TextStyle::key;
    face.raised = false;
    Touch touch =
        ui.touch(fmt::format("alternative.{}", face.name), places[i], {.label = face.label, .role = Role::key});
    const bool slid_here = at && places[i].contains(*at);
    touch.pressed = touch.pressed || (slid_here && ui.io().MouseDown[0]);
    draw_face(ui, places[i], face, touch);
    if (touch.tapped || (slid_here && ui.finger_lifted())) pressed = keys[i];
  }
  ui.pop_layer();
  const bool touched_elsewhere = ImGui::IsMouseClicked(ImGuiMouseButton_Left) && at && !popup.contains(*at);
  if (!pressed && touched_elsewhere) return Key{KeyAction::close, {}, 1};
  return pressed;
}

float key_height(const Ui& ui) { return std::max(size::kKey, ui.theme().key_target()); }

/// Keys give up height where there is little, down to a finger's width.
float fitted_key_height(const Ui& ui, float room, std::size_t row_count) {
  const auto count = static_cast<float>(row_count);
  return std::clamp((room - (count - 1) * size::kKeyGap) / count, ui.theme().key_target(), key_height(ui));
}

}  // namespace

float keyboard_height(const Ui& ui, const KeyboardState& state) {
  const auto count = static_cast<float>(key_rows(state.layout, state.page).size());
  return count * key_height(ui) + (count - 1) * size::kKeyGap;
}

std::optional<Key> keyboard(Ui& ui, const Rect& rect, KeyboardState& state, const KeyboardLabels& labels) {
  const std::vector<KeyRow> keys = key_rows(state.layout, state.page);
  const float height = fitted_key_height(ui, rect.h, keys.size());
  const auto count = static_cast<float>(keys.size());
  Rect board{rect.x, rect.y, rect.w, count * height + (count - 1) * size::kKeyGap};
  if (state.layout == KeyLayout::digits) board = board.centered(std::min(rect.w, kDigitsWidth), board.h);
  std::optional<Key> pressed;
  Rect opened;
  Rect rest = board;
  for (const KeyRow& row : keys) {
    std::vector<float> shares;
    for (const Key& key : row) shares.push_back(key.share);
    const std::vector<Rect> places = columns(rest.take_top(height, size::kKeyGap), shares, size::kKeyGap);
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (row[i].text == state.alternatives) opened = places[i];
      if (const std::optional<Key> key = board_key(ui, places[i], row[i], state, labels)) pressed = key;
    }
  }
  if (state.alternatives.empty() || opened.empty()) return pressed;
  return alternatives_row(ui, board, opened, state, labels);
}

std::optional<std::size_t> suggestion_row(Ui& ui, const Rect& rect, const std::vector<std::string_view>& suggestions) {
  std::optional<std::size_t> tapped;
  float x = rect.x;
  for (std::size_t i = 0; i < suggestions.size(); ++i) {
    const float width = chip_width(ui, suggestions[i]);
    if (x + width > rect.right()) break;
    if (chip(ui, fmt::format("suggestion.{}", i), {x, rect.y, width, rect.h}, suggestions[i])) tapped = i;
    x += width + kChipGap;
  }
  return tapped;
}

}  // namespace mur::kiosk
