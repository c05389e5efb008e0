#include <fmt/format.h>

#include <algorithm>

#include "kiosk/ui/screen_parts.h"

namespace mur::kiosk {

namespace {

constexpr float kBand = 172;
constexpr float kBandRadius = 32;
constexpr float kBandIconGap = 32;
constexpr float kSide = 620;
constexpr float kSideGap = 60;
constexpr float kSideGapNarrow = 28;
constexpr float kSidePadding = 28;
constexpr float kDayGap = 26;

/// The whole yellow band says the only thing to know.
bool draw_band(Ui& ui, const Rect& rect, std::string_view words) {
  const Touch touch = ui.touch("attract.band", rect, {.label = words});
  const Color ground = ui.theme().accent(Accent::attention);
  fill(ui, rect, ground, kBandRadius);
  if (touch.pressed) ring(ui, rect, kBandRadius);
  Rect inside = rect.inset(size::kMargin, 0);
  const float hero = size_of(IconSize::hero);
  const float wide = text_width(ui, words, TextStyle::title);
  const float spare = inside.w - hero - kBandIconGap - wide;
  if (spare > 0) inside = inside.inset(spare / 2, 0);
  icon(ui, inside.take_left(hero, kBandIconGap).center(), Icon::touch_app, IconSize::hero, ui.palette().on_fill);
  text(ui, inside, words,
       {.style = TextStyle::title,
        .color = ui.palette().on_fill,
        .valign = VAlign::middle,
        .max_lines = 2,
        .fit = Fit::shrink});
  return touch.tapped;
}

float draw_rows(Ui& ui, const Rect& rect, std::string_view title, const std::vector<app::RowView>& rows) {
  Rect rest = rect;
  Rect head = rest.take_top(ui.theme().line_height(TextStyle::heading), size::kTargetGap);
  icon(ui, head.take_left(size_of(IconSize::line), size::kGap).center(), Icon::event, IconSize::line,
       ui.palette().text);
  text(ui, head, title, {.style = TextStyle::heading, .valign = VAlign::middle, .max_lines = 1, .fit = Fit::shrink});
  for (const app::RowView& row : rows) {
    const EventRow line{.time = row.time,
                        .title = row.title,
                        .badges = badges_of(row.tags),
                        .strike = row.struck ? Strike::yes : Strike::no};
    const float height = event_row_height(ui, rest.w, line);
    if (height > rest.h) break;
    event_row(ui, rest.take_top(height), line);
  }
  return rest.y - rect.y;
}

/// How many rows of two lists fit, taking turns: today never crowds tomorrow out.
void draw_agenda(Frame& frame, const Rect& rect, const app::AttractView& view) {
  Ui& ui = frame.ui;
  if (view.today.empty() && view.tomorrow.empty()) return;
  panel(ui, rect);
  Rect rest = rect.inset(kSidePadding);
  if (view.coming > 0) {
    Rect foot = rest.take_bottom(ui.theme().line_height(TextStyle::title), kDayGap);
    rule(ui, foot.moved(0, -kDayGap / 2));
    const std::string number = fmt::format("{}", view.coming);
    text(ui, foot.take_left(text_width(ui, number, TextStyle::title), size::kGap), number,
         {.style = TextStyle::title, .color = ui.theme().accent(Accent::good), .valign = VAlign::middle});
    text(ui, foot, frame.say("meetings in the next 7 days"),
         {.style = TextStyle::paragraph, .valign = VAlign::middle, .max_lines = 2, .fit = Fit::shrink});
  }
  Rect first = rest;
  if (!view.tomorrow.empty() && !view.today.empty()) first.h = rest.h * 0.56F;
  if (!view.today.empty()) rest.take_top(draw_rows(ui, first, frame.say("Today"), view.today), kDayGap);
  if (!view.tomorrow.empty()) draw_rows(ui, rest, frame.say("Tomorrow"), view.tomorrow);
}

void draw_invitations(Frame& frame, const Rect& rect, const std::vector<std::string>& invitations) {
  Ui& ui = frame.ui;
  std::string words;
  for (const std::string& each : invitations) words += (words.empty() ? "" : " · ") + each;
  if (words.empty()) return;
  const float wide = text_width(ui, words, TextStyle::small);
  Rect rest = rect;
  text(ui, rest.take_right(wide, size::kTargetGap), words,
       {.style = TextStyle::small,
        .color = ui.palette().muted,
        .align = Align::right,
        .valign = VAlign::middle,
        .max_lines = 1});
  icon(ui, rest.take_right(size_of(IconSize::line)).center(), Icon::language, IconSize::line, ui.palette().muted);
}

}  // namespace

Asked draw_attract_screen(Frame& frame, const app::AttractView& view) {
  Ui& ui = frame.ui;
  Rect rest = frame.body;
  if (!view.invitations.empty())
    draw_invitations(
        frame,
        rest.take_bottom(std::max(size_of(IconSize::line), ui.theme().line_height(TextStyle::small)), size::kTargetGap),
        view.invitations);
  const Rect band = rest.take_bottom(kBand, size::kColumnGap);
  if (frame.portrait()) {
    draw_headline(ui, frame.ambient, view.headline, VAlign::middle);
    draw_agenda(frame, rest, view);
  } else {
    const bool busy = !view.today.empty() || !view.tomorrow.empty();
    const float gap = ui.theme().text_scale > 1 ? kSideGapNarrow : kSideGap;
    if (busy) draw_agenda(frame, rest.take_right(kSide, gap), view);
    draw_headline(ui, rest, view.headline, VAlign::middle);
  }
  const bool touched = draw_band(ui, band, frame.say("Touch the screen to help or offer"));
  // Any touch leaves, and any key: nobody has to find the band.
  if (touched || ui.finger_lifted() || !ui.typed().empty()) return app::GoHome{};
  return std::nullopt;
}

}  // namespace mur::kiosk
