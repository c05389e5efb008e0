#include "kiosk/ui/calendar_parts.h"

namespace mur::kiosk {

namespace {

using namespace size::in_calendar;

/// A screenful more than the view, so that a throw meets drawn rows; what is further away only takes its room.
bool is_near(const Ui& ui, const Rect& place) { return place.bottom() > -ui.screen().h && place.y < 2 * ui.screen().h; }

float draw_month_name(Ui& ui, const Rect& rect, std::string_view month) {
  return text(ui, rect, month, {.style = TextStyle::heading, .color = ui.palette().muted, .max_lines = 1}) + kTurnsGap;
}

Asked draw_layout(Frame& frame, const Rect& rect, const app::CalendarView& view) {
  switch (view.mode) {
    case app::CalendarMode::list: return draw_calendar_list(frame, rect, view);
    case app::CalendarMode::week: return draw_calendar_week(frame, rect, view);
    case app::CalendarMode::month: return draw_calendar_month(frame, rect, view);
  }
  return std::nullopt;
}

}  // namespace

Asked draw_calendar_list(Frame& frame, const Rect& rect, const app::CalendarView& view) {
  Ui& ui = frame.ui;
  const app::Text& say = frame.say;
  Rect rest = rect;
  Rect head = rest.take_top(calendar_turns_height(ui), size::kGap);
  if (frame.portrait()) {
    Rect above = frame.ambient;
    above.take_top(screen_title(ui, above, say("Calendar")), size::kColumnGap);
    draw_headline(ui, above, frame.headline, VAlign::middle);
  } else {
    const Rect modes = head.take_right(std::min(head.w / 2, kModes * ui.theme().text_scale), size::kGap);
    text(ui, head, say("Calendar"),
         {.style = TextStyle::title, .valign = VAlign::middle, .max_lines = 1, .fit = Fit::shrink});
    head = modes;
  }
  Asked asked = draw_modes(frame, head, view.mode);
  if (view.nothing) {
    if (Asked cleared = draw_nothing(frame, rest, view.filter)) asked = cleared;
    return asked;
  }
  const std::string later = say("Later dates");
  const std::string earlier = say("Earlier dates");
  const std::string next = say("Next");
  const std::string previous = say("Previous");
  scroll_area(ui, "calendar.rows", rest, scroll_labels(next, previous), [&](const Rect& content) {
    Rect at = content;
    const auto page_button = [&](std::string_view id, std::string_view label, Icon mark, int by) {
      const Rect place{at.x, at.y, at.w, size::kMainAction};
      at.y += place.h + size::kGap;
      if (!button(ui, id, place, {.label = label, .icon = mark, .icon_place = IconPlace::beside})) return;
      asked = app::TurnPage{by};
      ui.scrolling("calendar.rows").to_top();
    };
    if (view.earlier) page_button("calendar.earlier", earlier, Icon::expand_less, -1);
    std::size_t first = 0;
    bool rule_next = false;
    for (const app::DayView& each : view.days) {
      if (!each.month.empty()) {
        at.y += draw_month_name(ui, at, each.month);
        rule_next = false;
      }
      DayRows day = day_rows(each, "calendar.row", first);
      day.day.now = view.now;
      const Rect place{at.x, at.y, at.w, agenda_day_height(ui, at.w, day.day)};
      if (is_near(ui, place))
        if (const auto row = agenda_day(ui, place, day.day, rule_next ? Rule::above : Rule::none))
          asked = app::Open{{.screen = app::Screen::event, .occurrence = each.rows[*row].occurrence}};
      at.y += place.h;
      first += each.rows.size();
      rule_next = true;
    }
    if (view.more) page_button("calendar.later", later, Icon::expand_more, +1);
    return at.y - content.y;
  });
  return asked;
}

Asked draw_calendar_screen(Frame& frame, const app::CalendarView& view) {
  Ui& ui = frame.ui;
  Rect rest = frame.body;
  const Rect actions = rest.take_bottom(calendar_actions_height(frame), size::kActionsGap);
  const bool opens_day = frame.portrait() && view.mode == app::CalendarMode::month;
  Asked asked = draw_calendar_actions(frame, actions, view.filter, opens_day ? DayButton::open : DayButton::none,
                                      view.chosen.day.day);
  Asked of_layout = draw_layout(frame, rest, view);
  if (of_layout) asked = std::move(of_layout);
  if (asked && std::holds_alternative<app::ClearFilter>(asked->any())) ui.scrolling("calendar.rows").to_top();
  return asked;
}

Asked draw_calendar_day_screen(Frame& frame, const app::CalendarDayView& view) {
  Ui& ui = frame.ui;
  Rect rest = frame.body;
  Asked asked =
      draw_calendar_actions(frame, rest.take_bottom(calendar_actions_height(frame), size::kActionsGap), view.filter);
  if (frame.portrait()) draw_headline(ui, frame.ambient, frame.headline, VAlign::middle);
  const Rect turns = rest.take_top(calendar_turns_height(ui, view.back, view.forward), size::kGap);
  if (Asked turned = draw_turns(frame, turns, view.back, view.chosen.day.title, view.forward)) asked = turned;
  if (!view.chosen.day.rows.empty())
    rest.take_top(text(ui, rest, view.chosen.day.count,
                       {.style = TextStyle::body, .color = ui.palette().muted, .align = Align::center, .max_lines = 1}),
                  kTurnsGap);
  if (Asked of_list = draw_day_list(frame, "calendar.day", rest, view.chosen, view.filter, view.now)) asked = of_list;
  return asked;
}

}  // namespace mur::kiosk
