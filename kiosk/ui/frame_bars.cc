#include "kiosk/ui/frame_bars.h"

#include <algorithm>

#include "kiosk/ui/badge.h"
#include "kiosk/ui/paint.h"

namespace mur::kiosk {
namespace {

using namespace size::in_bars;

constexpr float kRounding = 0.5F;  // sums of widths are not exact
constexpr TextStyle kBarStyle = TextStyle::small;

float item_width(Ui& ui, const BarItem& item) {
  const float icon = item.icon == Icon::none ? 0 : size_of(IconSize::line) + kItemIconGap;
  const float wanted = std::max(icon + text_width(ui, item.label, kBarStyle) + 2 * kItemPadding, kNarrowestItem);
  return std::max(wanted, ui.theme().target());
}

float side_margin(const Ui& ui) { return ui.theme().portrait() ? size::kMarginNarrow : size::kMargin; }

/// Where each item goes, from the left of the bar's inside and from its top; `right` items follow their own edge.
struct Placed {
  const BarItem* item;
  Rect rect;
};

std::vector<Placed> place(Ui& ui, float width, const std::vector<BarItem>& left, const std::vector<BarItem>& right) {
  std::vector<Placed> placed;
  const float height = ui.theme().bar_row();
  float x = 0;
  float y = 0;
  const auto wrap = [&](float wanted) {
    if (x == 0 || x + wanted <= width + kRounding) return;
    x = 0;
    y += height + size::kBarGap;
  };
  const auto add = [&](const BarItem& item, float at, float wide) { placed.push_back({&item, {at, y, wide, height}}); };
  for (const BarItem& item : left) {
    const float wide = std::min(width, item_width(ui, item));
    wrap(wide);
    add(item, x, wide);
    x += wide + size::kBarGap;
  }
  float all_right = -size::kBarGap;
  for (const BarItem& item : right) all_right += item_width(ui, item) + size::kBarGap;
  if (!right.empty()) wrap(all_right);
  // On a row of their own they start at the left, and wrap like the others.
  if (!right.empty() && x + all_right <= width && x > 0) x = width - all_right;
  for (const BarItem& item : right) {
    const float wide = std::min(width, item_width(ui, item));
    wrap(wide);
    add(item, x, wide);
    x += wide + size::kBarGap;
  }
  return placed;
}

bool bar_item(Ui& ui, const Rect& rect, const BarItem& item) {
  const Palette& colors = ui.palette();
  const Touch touch = ui.touch(item.id, rect, {.label = item.label, .role = Role::button, .selected = item.selected});
  Color ink = item.selected ? colors.text : colors.muted;
  if (touch.pressed) {
    ink = pressable_frame(ui, rect, size::kKeyRadius, Accent::none, touch).ink;
  } else {
    if (item.selected) fill(ui, rect, colors.raised, size::kKeyRadius);
    outline(ui, rect, colors.edge, item.selected ? 2 * size::kEdge : size::kEdge, size::kKeyRadius);
  }
  Rect inside = rect.inset(kItemPadding / 2, 0);
  if (item.icon != Icon::none) {
    inside = rect.inset(kItemPadding, 0);
    icon(ui, inside.take_left(size_of(IconSize::line), kItemIconGap).center(), item.icon, IconSize::line, ink);
  }
  text(ui, inside, item.label,
       {.style = kBarStyle,
        .color = ink,
        .align = Align::center,
        .valign = VAlign::middle,
        .max_lines = 1,
        .fit = Fit::shrink});
  return touch.tapped;
}

void header_when(Ui& ui, Rect& rest, const Header& header) {
  const float clock = text_width(ui, header.clock, TextStyle::clock);
  text(ui, rest.take_right(clock, kHeaderGap), header.clock,
       {.style = TextStyle::clock, .align = Align::right, .valign = VAlign::middle, .max_lines = 1});
  const Badge tag{header.tag, Accent::attention};
  const float tag_width = header.tag.empty() ? 0 : badge_width(ui, tag);
  const float width = std::min(rest.w / 2, std::max(tag_width, text_width(ui, header.date, TextStyle::paragraph)));
  Rect place = rest.take_right(width, kHeaderGap);
  if (!header.tag.empty()) {
    const float line = ui.theme().line_height(TextStyle::paragraph);
    place = place.centered(place.w, line + kTagGap + badge_height(ui));
    const Rect below = place.take_bottom(badge_height(ui), kTagGap);
    badge(ui, {below.right() - tag_width, below.center().y}, tag);
  }
  text(ui, place, header.date,
       {.style = TextStyle::paragraph,
        .color = ui.palette().muted,
        .align = Align::right,
        .valign = VAlign::middle,
        .max_lines = 1,
        .fit = Fit::shrink});
}

}  // namespace

void header(Ui& ui, const Rect& rect, const Header& header) {
  Rect rest = rect.inset(size::kMargin, 0);
  header_when(ui, rest, header);
  // Where large text leaves little room the name comes first: on two lines, without mark or address.
  const float mark_width = kHeaderIcon + kHeaderGap;
  const bool roomy = text_width(ui, header.hub, TextStyle::heading) * kLeastName <= rest.w - mark_width;
  if (!roomy) {
    text(ui, rest, header.hub,
         {.style = TextStyle::heading, .valign = VAlign::middle, .max_lines = 2, .fit = Fit::shrink});
    return;
  }
  const Rect mark = rest.take_left(kHeaderIcon, kHeaderGap);
  icon(ui, mark.center(), header.icon, IconSize::button, ui.theme().accent(Accent::attention));
  const float name_height = ui.theme().line_height(TextStyle::heading);
  const float second = header.address.empty() ? 0 : ui.theme().line_height(TextStyle::small);
  Rect lines = rest.centered(rest.w, std::min(rest.h, name_height + second));
  text(ui, lines.take_top(name_height), header.hub, {.style = TextStyle::heading, .max_lines = 1, .fit = Fit::shrink});
  text(ui, lines, header.address,
       {.style = TextStyle::small, .color = ui.palette().muted, .max_lines = 1, .fit = Fit::shrink});
}

std::string_view bottom_bar(Ui& ui, const Rect& rect, const std::vector<BarItem>& left,
                            const std::vector<BarItem>& right) {
  fill(ui, rect, ui.palette().bar);
  const Rect inside = rect.inset(side_margin(ui), kBarPadding);
  std::string_view tapped;
  for (const Placed& each : place(ui, inside.w, left, right))
    if (bar_item(ui, each.rect.moved(inside.x, inside.y), *each.item)) tapped = each.item->id;
  return tapped;
}

float bottom_bar_height(Ui& ui, const std::vector<BarItem>& left, const std::vector<BarItem>& right) {
  const float width = ui.screen().w - 2 * side_margin(ui);
  float bottom = ui.theme().bar_row();
  for (const Placed& each : place(ui, width, left, right)) bottom = std::max(bottom, each.rect.bottom());
  return bottom + 2 * kBarPadding;
}

std::string_view action_row(Ui& ui, const Rect& rect, const std::vector<Action>& actions) {
  std::vector<float> shares;
  for (const Action& action : actions) shares.push_back(action.share);
  const std::vector<Rect> places = columns(rect, shares, size::kGap);
  std::string_view tapped;
  for (std::size_t i = 0; i < actions.size(); ++i)
    if (!actions[i].id.empty() && button(ui, actions[i].id, places[i], actions[i].button)) tapped = actions[i].id;
  return tapped;
}

ScreenParts cut_screen(const Ui& ui, float actions_height, float bar_height) {
  ScreenParts parts;
  Rect rest = ui.screen();
  parts.header = rest.take_top(ui.theme().header_height());
  parts.bar = rest.take_bottom(bar_height, size::kActionsGap);
  rest = rest.inset(size::kMargin, 0);
  if (actions_height > 0) parts.actions = rest.take_bottom(actions_height, size::kBodyGap);
  parts.body = rest;
  return parts;
}

}  // namespace mur::kiosk
