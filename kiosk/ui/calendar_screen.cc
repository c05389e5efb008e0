#include <fmt/format.h>

#include "kiosk/ui/screen_parts.h"

namespace mur::kiosk {

namespace {

constexpr float kMonthGap = 12;
constexpr float kBack = 300;

/// A screenful more than the view, so that a throw meets drawn rows; what is further away only takes its room.
bool is_near(const Ui& ui, const Rect& place) { return place.bottom() > -ui.screen().h && place.y < 2 * ui.screen().h; }

float draw_month(Ui& ui, const Rect& rect, std::string_view month) {
  return text(ui, rect, month, {.style = TextStyle::heading, .color = ui.palette().muted, .max_lines = 1}) + kMonthGap;
}

}  // namespace

Asked draw_calendar_screen(Frame& frame, const app::CalendarView& view) {
  Ui& ui = frame.ui;
  const app::Text& say = frame.say;
  Asked asked;
  Rect rest = frame.body;
  const Rect actions = rest.take_bottom(size::kMainAction, size::kActionsGap);
  const std::string back = say("Back");
  const std::string propose = say("I propose…");
  Rect places = actions;
  if (button(ui, "calendar.back", places.take_left(kBack, size::kGap),
             {.label = back, .icon = Icon::arrow_back, .icon_place = IconPlace::beside}))
    asked = app::GoBack{};
  if (button(ui, "calendar.propose",
             places.take_right(std::max(kBack, places.w / (frame.portrait() ? 2 : 3)), size::kGap),
             {.label = propose, .icon = Icon::card_giftcard, .fill = Accent::offer, .icon_place = IconPlace::beside}))
    asked = app::Open{{.screen = app::Screen::offer_what}};
  if (frame.portrait()) {
    Rect above = frame.ambient;
    above.take_top(screen_title(ui, above, say("Calendar")), size::kColumnGap);
    draw_headline(ui, above, frame.headline, VAlign::middle);
  } else {
    rest.take_top(screen_title(ui, rest, say("Calendar")), size::kGap);
  }
  if (view.days.empty()) {
    draw_invitation(ui, rest, Icon::event, Accent::none, say("Nothing is planned yet."),
                    say("Organizations publish here what they prepare."));
    return asked;
  }
  const std::string later = say("Later dates");
  const std::string earlier = say("Earlier dates");
  const std::string next = say("Next");
  const std::string previous = say("Previous");
  scroll_area(ui, "calendar.list", rest, scroll_labels(next, previous), [&](const Rect& content) {
    Rect at = content;
    const auto page_button = [&](std::string_view id, std::string_view label, Icon mark, int by) {
      const Rect place{at.x, at.y, at.w, size::kMainAction};
      at.y += place.h + size::kGap;
      if (!button(ui, id, place, {.label = label, .icon = mark, .icon_place = IconPlace::beside})) return;
      asked = app::TurnPage{by};
      ui.scrolling("calendar.list").to_top();
    };
    if (view.earlier) page_button("calendar.earlier", earlier, Icon::expand_less, -1);
    std::size_t first = 0;
    bool rule_next = false;
    for (const app::DayView& each : view.days) {
      if (!each.month.empty()) {
        at.y += draw_month(ui, at, each.month);
        rule_next = false;
      }
      const DayRows day = day_rows(each, "calendar.row", first);
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

}  // namespace mur::kiosk
