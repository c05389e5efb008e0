#include "kiosk/ui/card.h"

#include <fmt/format.h>

#include <algorithm>

#include "kiosk/ui/paint.h"

namespace mur::kiosk {
namespace {

using namespace size::in_card;

constexpr TextLook kKicker{.style = TextStyle::body, .max_lines = 1};

BadgedTitle title_of(const Card& card) {
  return {.title = card.title, .badges = card.badges, .style = TextStyle::label, .max_lines = card.title_lines};
}

TextLook look_of(const Ui& ui, const Card& card, const CardLine& line) {
  const bool point = line.weight == CardLine::Weight::point;
  return {.style = point ? TextStyle::body_strong : TextStyle::body,
          .color = point ? ui.theme().accent(card.edge) : ui.palette().muted,
          .max_lines = 2};
}

Rect inside_of(const Rect& rect) {
  return {rect.x + size::kCardEdge + kPaddingX, rect.y + kPaddingY, rect.w - size::kCardEdge - 2 * kPaddingX,
          rect.h - 2 * kPaddingY};
}

void draw_ground(Ui& ui, const Rect& rect, const Card& card, const Touch& touch) {
  const Palette& colors = ui.palette();
  const Color edge = card.edge == Accent::none ? colors.edge : ui.theme().accent(card.edge);
  const Color face = touch.pressed ? colors.raised : colors.card;
  fill(ui, rect, face, size::kCardRadius);
  left_edge(ui, rect, edge, face, size::kCardEdge, size::kCardRadius);
  // Where a card has the wall's own colour, only a line can say where it ends.
  if (colors.card == colors.column) outline(ui, rect, colors.edge, size::kEdge, size::kCardRadius);
  if (touch.pressed) ring(ui, rect, size::kCardRadius);
}

}  // namespace

float card_height(Ui& ui, float width, const Card& card) {
  const float inner = inside_of({0, 0, width, 0}).w;
  float height = 2 * kPaddingY + badged_title_height(ui, inner, title_of(card));
  if (!card.kicker.empty()) height += text_height(ui, inner, card.kicker, kKicker) + kLineGap;
  for (const CardLine& line : card.lines)
    height += kLineGap + text_height(ui, inner, line.text, look_of(ui, card, line));
  return std::max(height, ui.theme().target());
}

bool card(Ui& ui, std::string_view id, const Rect& rect, const Card& card) {
  const Touch touch = id.empty() ? Touch{} : ui.touch(id, rect, {.label = card.title, .role = Role::card});
  draw_ground(ui, rect, card, touch);
  Rect rest = inside_of(rect);
  if (!card.kicker.empty()) {
    TextLook look = kKicker;
    look.color = ui.palette().muted;
    rest.take_top(text(ui, rest, card.kicker, look) + kLineGap);
  }
  rest.take_top(badged_title(ui, rest, title_of(card)));
  for (const CardLine& line : card.lines) {
    rest.take_top(kLineGap);
    rest.take_top(text(ui, rest, line.text, look_of(ui, card, line)));
  }
  return touch.tapped;
}

namespace {

/// A list's first card is never left out: rather it says less.
Card made_to_fit(Ui& ui, const Rect& rect, Card card) {
  if (card_height(ui, rect.w, card) <= rect.h) return card;
  card.kicker = {};
  std::erase_if(card.lines, [](const CardLine& line) { return line.weight == CardLine::Weight::quiet; });
  if (card_height(ui, rect.w, card) > rect.h) card.lines.clear();
  if (card_height(ui, rect.w, card) > rect.h) card.badges.clear();
  if (card_height(ui, rect.w, card) > rect.h) card.title_lines = 1;
  return card;
}

}  // namespace

CardList card_list(Ui& ui, std::string_view id_prefix, const Rect& rect, const std::vector<Card>& cards) {
  CardList list;
  for (const Card& whole : cards) {
    const Card each = list.drawn == 0 ? made_to_fit(ui, rect, whole) : whole;
    const float height = card_height(ui, rect.w, each);
    if (list.height + height > rect.h) break;
    const std::string id = id_prefix.empty() ? std::string() : fmt::format("{}.{}", id_prefix, list.drawn);
    if (card(ui, id, {rect.x, rect.y + list.height, rect.w, height}, each)) list.tapped = list.drawn;
    list.height += height + kCardGap;
    ++list.drawn;
  }
  return list;
}

void panel(Ui& ui, const Rect& rect) {
  const Palette& colors = ui.palette();
  fill(ui, rect, colors.column, size::kColumnRadius);
  if (colors.column == colors.background || ui.theme().scheme == Scheme::light)
    outline(ui, rect, colors.rule, size::kEdge, size::kColumnRadius);
}

ColumnResult column(Ui& ui, const Rect& rect, const Column& column) {
  panel(ui, rect);
  ColumnResult result{rect.inset(kColumnX, kColumnY)};
  const float line = std::max(ui.theme().line_height(TextStyle::heading), size_of(IconSize::line));
  const Color ink = ui.theme().accent(column.accent);
  Rect title = result.content.take_top(line, column.subtitle.empty() ? kUnderTitle : 0);
  if (!column.id.empty()) {
    const float height = std::max(ui.theme().target(), title.bottom() - rect.y);
    const Rect full{rect.x + size::kTargetGap, rect.y + size::kTargetGap, rect.w - 2 * size::kTargetGap, height};
    const float below = full.bottom() + size::kTargetGap;
    if (column.subtitle.empty() && below > result.content.y) result.content.take_top(below - result.content.y);
    const Touch touch = ui.touch(column.id, full, {.label = column.title, .role = Role::link});
    result.tapped = touch.tapped;
    if (touch.pressed) {
      fill(ui, full, ui.palette().raised, size::kButtonRadius);
      ring(ui, full.inset(size::kRing), size::kButtonRadius - size::kRing);
    }
    const Rect chevron = title.take_right(size_of(IconSize::line));
    icon(ui, chevron.center(), Icon::chevron_right, IconSize::line, ink);
  }
  if (column.icon != Icon::none) {
    const Rect place = title.take_left(size_of(IconSize::line), kTitleGap);
    icon(ui, place.center(), column.icon, IconSize::line, ink);
  }
  text(ui, title, column.title,
       {.style = TextStyle::heading, .color = ink, .valign = VAlign::middle, .max_lines = 1, .fit = Fit::shrink});
  if (!column.subtitle.empty()) {
    const TextLook look{.style = TextStyle::small, .color = ui.palette().muted, .max_lines = 2};
    result.content.take_top(text(ui, result.content, column.subtitle, look), kUnderSubtitle);
  }
  return result;
}

}  // namespace mur::kiosk
