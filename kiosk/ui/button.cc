#include "kiosk/ui/button.h"

#include <algorithm>

#include "kiosk/ui/paint.h"

namespace mur::kiosk {
namespace {

using namespace size::in_button;

void draw_icon_above(Ui& ui, const Rect& inside, const Button& button, Color icon_ink, Color ink) {
  // Where larger text needs the room, the icon gives way first.
  const float roomy = size_of(IconSize::button) + kIconGap + ui.theme().line_height(button.style);
  const IconSize icon_size = roomy <= inside.h ? IconSize::button : IconSize::line;
  const float gap = roomy <= inside.h ? kIconGap : kTightIconGap;
  const float icon_height = size_of(icon_size);
  const float text_room = inside.h - icon_height - gap;
  const TextLook look{.style = button.style, .color = ink, .align = Align::center, .fit = Fit::shrink};
  // The pair stands in the middle of the button; a label of two lines takes what it needs.
  const float wanted = std::min(text_room, text_height(ui, inside.w, button.label, look));
  const float top = inside.y + (inside.h - icon_height - gap - wanted) / 2;
  icon(ui, {inside.center().x, top + icon_height / 2}, button.icon, icon_size, icon_ink);
  text(ui, {inside.x, top + icon_height + gap, inside.w, wanted}, button.label, look);
}

void draw_icon_beside(Ui& ui, const Rect& inside, const Button& button, Color icon_ink, Color ink) {
  const float icon_width = size_of(IconSize::line);
  const float room = inside.w - icon_width - kBesideGap;
  const float label_width = std::min(room, text_width(ui, button.label, button.style));
  const float left = inside.x + (inside.w - icon_width - kBesideGap - label_width) / 2;
  icon(ui, {left + icon_width / 2, inside.center().y}, button.icon, IconSize::line, icon_ink);
  text(ui, {left + icon_width + kBesideGap, inside.y, label_width, inside.h}, button.label,
       {.style = button.style, .color = ink, .valign = VAlign::middle, .fit = Fit::shrink});
}

void draw_label(Ui& ui, const Rect& inside, const Button& button, Color icon_ink, Color ink) {
  if (button.icon == Icon::none) {
    text(ui, inside, button.label,
         {.style = button.style, .color = ink, .align = Align::center, .valign = VAlign::middle, .fit = Fit::shrink});
  } else if (button.icon_place == IconPlace::above) {
    draw_icon_above(ui, inside, button, icon_ink, ink);
  } else {
    draw_icon_beside(ui, inside, button, icon_ink, ink);
  }
}

void draw_disabled(Ui& ui, const Rect& rect, const Button& button) {
  const Palette& colors = ui.palette();
  outline(ui, rect, colors.rule, size::kEdge, size::kButtonRadius);
  Rect inside = rect.inset(kPadding);
  const TextLook why{.style = TextStyle::small, .color = colors.muted, .align = Align::center, .max_lines = 2};
  const Rect below = inside.take_bottom(text_height(ui, inside.w, button.disabled_because, why));
  text(ui, below, button.disabled_because, why);
  Button plain = button;
  plain.icon_place = IconPlace::beside;
  draw_label(ui, inside, plain, colors.past, colors.past);
}

void draw_tick(Ui& ui, const Rect& rect, Color color) {
  icon(ui, {rect.right() - kTickInset, rect.y + kTickInset}, Icon::check_circle, IconSize::line, color);
}

}  // namespace

Pressable pressable_frame(Ui& ui, const Rect& rect, float radius, Accent accent, const Touch& touch) {
  const Palette& colors = ui.palette();
  const Color filled = ui.theme().accent(accent == Accent::none ? Accent::offer : accent);
  Pressable look{colors.card, colors.text};
  if (touch.pressed) {
    look = {accent == Accent::none ? filled : mix(filled, colors.text, kPressedGlow), colors.on_fill};
    if (ui.theme().scheme == Scheme::light) look.ground = filled;  // white on a paler fill would be too faint
  } else if (accent != Accent::none) {
    look = {filled, colors.on_fill};
  }
  fill(ui, rect, look.ground, radius);
  if (touch.pressed) {
    ring(ui, rect, radius);
  } else if (accent == Accent::none) {
    outline(ui, rect, colors.edge, size::kEdge, radius);
  }
  return look;
}

bool button(Ui& ui, std::string_view id, const Rect& rect, const Button& button) {
  const bool enabled = button.disabled_because.empty();
  const Touch touch =
      ui.touch(id, rect, {.label = button.label, .role = button.role, .enabled = enabled, .selected = button.selected});
  if (!enabled) {
    draw_disabled(ui, rect, button);
    return false;
  }
  const Pressable look = pressable_frame(ui, rect, size::kButtonRadius, button.fill, touch);
  draw_label(ui, rect.inset(kPadding, kPadding / 2), button, look.ink, look.ink);
  if (button.selected) draw_tick(ui, rect, look.ink);
  return touch.tapped;
}

bool tile(Ui& ui, std::string_view id, const Rect& rect, const Tile& tile) {
  const Touch touch = ui.touch(id, rect, {.label = tile.label, .role = Role::choice, .selected = tile.selected});
  const bool filled = tile.selected || touch.pressed;
  const Pressable look =
      pressable_frame(ui, rect, size::kButtonRadius, tile.selected ? tile.accent : Accent::none, touch);
  draw_label(ui, rect.inset(kPadding, kPadding / 2), {.label = tile.label, .icon = tile.icon},
             filled ? look.ink : ui.theme().accent(tile.accent), look.ink);
  if (tile.selected) draw_tick(ui, rect, look.ink);
  return touch.tapped;
}

float chip_width(Ui& ui, std::string_view label) {
  return std::max(ui.theme().target(), text_width(ui, label, TextStyle::label) + 2 * kChipPadding);
}

bool chip(Ui& ui, std::string_view id, const Rect& rect, std::string_view label) {
  const Touch touch = ui.touch(id, rect, {.label = label, .role = Role::choice});
  const Pressable look = pressable_frame(ui, rect, size::kKeyRadius, Accent::none, touch);
  text(ui, rect.inset(kPadding / 2, 0), label,
       {.style = TextStyle::label,
        .color = look.ink,
        .align = Align::center,
        .valign = VAlign::middle,
        .max_lines = 1,
        .fit = Fit::shrink});
  return touch.tapped;
}

float chip_height(const Ui& ui) { return std::max(size::kChip, ui.theme().target()); }

float link_width(Ui& ui, std::string_view label) {
  return std::max(ui.theme().target(), text_width(ui, label, TextStyle::small));
}

bool link_line(Ui& ui, std::string_view id, const Rect& rect, std::string_view label, Align align) {
  const Touch touch = ui.touch(id, rect, {.label = label, .role = Role::link});
  const Color ink = touch.pressed ? ui.palette().on_fill : ui.palette().muted;
  if (touch.pressed) {
    fill(ui, rect, ui.theme().accent(Accent::offer), size::kKeyRadius);
    ring(ui, rect, size::kKeyRadius);
  }
  const TextLook look{
      .style = TextStyle::small, .color = ink, .align = align, .valign = VAlign::middle, .max_lines = 1};
  text(ui, rect, label, look);
  const float width = std::min(rect.w, text_width(ui, label, TextStyle::small));
  float x = rect.x;
  if (align == Align::center) x += (rect.w - width) / 2;
  if (align == Align::right) x += rect.w - width;
  fill(ui, {x, rect.center().y + ui.theme().text_size(TextStyle::small) * 0.45F, width, kUnderline}, ink);
  return touch.tapped;
}

std::optional<std::size_t> segments(Ui& ui, const Rect& rect, const std::vector<Segment>& segments,
                                    std::size_t selected) {
  std::optional<std::size_t> tapped;
  const std::vector<Rect> places = columns(rect, static_cast<int>(segments.size()), size::kTargetGap);
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const bool chosen = i == selected;
    const Touch touch =
        ui.touch(segments[i].id, places[i], {.label = segments[i].label, .role = Role::tab, .selected = chosen});
    Pressable look = pressable_frame(ui, places[i], size::kFieldRadius, Accent::none, touch);
    if (chosen && !touch.pressed) {
      look = {ui.palette().text, ui.palette().background};
      fill(ui, places[i], look.ground, size::kFieldRadius);
    }
    text(ui, places[i].inset(kPadding / 2, 0), segments[i].label,
         {.style = TextStyle::label,
          .color = look.ink,
          .align = Align::center,
          .valign = VAlign::middle,
          .max_lines = 1,
          .fit = Fit::shrink});
    if (touch.tapped) tapped = i;
  }
  return tapped;
}

}  // namespace mur::kiosk
