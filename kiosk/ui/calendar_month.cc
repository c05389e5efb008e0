#include <fmt/format.h>

#include <algorithm>

#include "kiosk/ui/calendar_parts.h"

namespace mur::kiosk {

namespace {

using namespace size::in_calendar;

constexpr int kDays = 7;

/// The cells from the top of `rect`, rows of that height; returns the day touched.
Asked draw_cells(Ui& ui, const Rect& rect, const app::CalendarView& view, float height) {
  Asked asked;
  for (std::size_t i = 0; i < view.cells.size(); ++i) {
    const int place = view.blanks + static_cast<int>(i);
    const float y = rect.y + static_cast<float>(place / kDays) * (height + size::kTargetGap);
    const std::vector<Rect> row = columns({rect.x, y, rect.w, height}, kDays, size::kTargetGap);
    if (draw_day_cell(ui, fmt::format("calendar.cell.{}", i + 1), row[static_cast<std::size_t>(place % kDays)],
                      view.cells[i]))
      asked = app::ChooseDay{view.cells[i].day};
  }
  return asked;
}

/// Six weeks of cells where they have the height that a finger needs; else they scroll.
Asked draw_grid(Frame& frame, const Rect& rect, const app::CalendarView& view) {
  Ui& ui = frame.ui;
  const int weeks = (view.blanks + static_cast<int>(view.cells.size()) + kDays - 1) / kDays;
  const float gaps = static_cast<float>(weeks - 1) * size::kTargetGap;
  const float height = (rect.h - gaps) / static_cast<float>(weeks);
  const float least = ui.theme().target();
  if (height >= least - 0.5F) return draw_cells(ui, rect, view, std::max(height, least));
  Asked asked;
  const std::string next = frame.say("Next");
  const std::string previous = frame.say("Previous");
  scroll_area(ui, "calendar.grid", rect, scroll_labels(next, previous), [&](const Rect& content) {
    asked = draw_cells(ui, content, view, least);
    return static_cast<float>(weeks) * least + gaps;
  });
  return asked;
}

void draw_week_names(Ui& ui, const Rect& rect, const app::CalendarView& view) {
  const std::vector<Rect> places = columns(rect, kDays, size::kTargetGap);
  for (std::size_t i = 0; i < view.week.size(); ++i)
    text(ui, places[i], view.week[i],
         {.style = TextStyle::small,
          .color = ui.palette().muted,
          .align = Align::center,
          .max_lines = 1,
          .fit = Fit::shrink});
}

Asked draw_panel(Frame& frame, const Rect& rect, const app::CalendarView& view) {
  Ui& ui = frame.ui;
  panel(ui, rect);
  Rect inside = rect.inset(size::in_card::kColumnX, size::in_card::kColumnY);
  inside.take_top(draw_day_title(ui, inside, view.chosen.day), kTurnsGap);
  return draw_day_list(frame, "calendar.day", inside, view.chosen, view.filter, view.now);
}

void draw_picture(Frame& frame, const app::CalendarView& view) {
  Ui& ui = frame.ui;
  panel(ui, frame.ambient);
  Rect inside = frame.ambient.inset(size::in_card::kColumnX, size::in_card::kColumnY);
  inside.take_top(draw_day_title(ui, inside, view.chosen.day), size::kGap);
  draw_day_picture(frame, inside, view.chosen, view.now);
}

}  // namespace

Asked draw_calendar_month(Frame& frame, const Rect& rect, const app::CalendarView& view) {
  Ui& ui = frame.ui;
  Asked asked;
  Rect rest = rect;
  if (frame.portrait()) {
    draw_picture(frame, view);
  } else {
    const Rect side = rest.take_right(kPanel, size::kColumnGap);
    asked = draw_panel(frame, side, view);
  }
  Rect head = rest.take_top(calendar_turns_height(ui, view.back, view.forward), kTurnsGap);
  const float modes = std::min(head.w / 2, kModes * ui.theme().text_scale);
  if (Asked of_modes = draw_modes(frame, head.take_right(modes, size::kGap), view.mode)) asked = of_modes;
  if (Asked turned = draw_turns(frame, head, view.back, view.title, view.forward)) asked = turned;
  draw_week_names(ui, rest.take_top(ui.theme().line_height(TextStyle::small), kWeekdayGap), view);
  if (Asked chosen = draw_grid(frame, rest, view)) {
    asked = chosen;
    ui.scrolling("calendar.day").to_top();
  }
  return asked;
}

}  // namespace mur::kiosk
