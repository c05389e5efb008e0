#include "kiosk/ui/calendar_parts.h"

#include <fmt/format.h>

#include <algorithm>

namespace mur::kiosk {

namespace {

using namespace size::in_calendar;

constexpr float kLeastBack = 0.8F;  // share of the other actions' width

bool arrow(Ui& ui, std::string_view id, const Rect& rect, Icon mark, const app::CalendarTurn& turn) {
  const Touch touch = ui.touch(id, rect, {.label = turn.name, .role = Role::button, .enabled = turn.to.has_value()});
  if (!turn.to) {
    outline(ui, rect, ui.palette().rule, size::kEdge, size::kFieldRadius);
    icon(ui, rect.center(), mark, IconSize::line, ui.palette().past);
    return false;
  }
  const Pressable look = pressable_frame(ui, rect, size::kFieldRadius, Accent::none, touch);
  icon(ui, rect.center(), mark, IconSize::line, look.ink);
  return touch.tapped;
}

void turn_title(Ui& ui, const Rect& rect, std::string_view title, std::string_view why_not) {
  Rect lines = rect;
  const bool roomy =
      ui.theme().line_height(TextStyle::heading) + ui.theme().line_height(TextStyle::small) <= rect.h + 1;
  const TextStyle beside_reason = roomy ? TextStyle::heading : TextStyle::label;
  if (!why_not.empty()) {
    const float below = ui.theme().line_height(TextStyle::small);
    text(ui, lines.take_bottom(below), why_not,
         {.style = TextStyle::small,
          .color = ui.palette().muted,
          .align = Align::center,
          .max_lines = 1,
          .fit = Fit::shrink});
  }
  text(ui, lines, title,
       {.style = why_not.empty() ? TextStyle::title : beside_reason,
        .align = Align::center,
        .valign = VAlign::middle,
        .max_lines = 1,
        .fit = Fit::shrink});
}

}  // namespace

Asked draw_turns(Frame& frame, const Rect& rect, const app::CalendarTurn& back, std::string_view title,
                 const app::CalendarTurn& forward) {
  Ui& ui = frame.ui;
  Asked asked;
  Rect rest = rect;
  const float side = std::max(kTurns, ui.theme().target());
  if (arrow(ui, "calendar.previous", rest.take_left(side, kTurnsGap), Icon::chevron_left, back))
    asked = app::ChooseDay{*back.to};
  if (arrow(ui, "calendar.next", rest.take_right(side, kTurnsGap), Icon::chevron_right, forward))
    asked = app::ChooseDay{*forward.to};
  turn_title(ui, rest, title, back.why_not.empty() ? forward.why_not : back.why_not);
  if (asked) ui.scrolling("calendar.day").to_top();
  return asked;
}

Asked draw_modes(Frame& frame, const Rect& rect, app::CalendarMode mode) {
  const std::string list = frame.say("List");
  const std::string week = frame.say("Week");
  const std::string month = frame.say("Month");
  const auto tapped =
      segments(frame.ui, rect, {{"calendar.list", list}, {"calendar.week", week}, {"calendar.month", month}},
               static_cast<std::size_t>(mode));
  if (!tapped) return std::nullopt;
  return app::ShowCalendarAs{static_cast<app::CalendarMode>(*tapped)};
}

float calendar_actions_height(const Frame& frame) {
  return frame.portrait() || frame.ui.theme().text_scale > 1 ? kActions : size::kActions;
}

float calendar_turns_height(const Ui& ui) { return std::max(kTurns, ui.theme().target()); }

float calendar_turns_height(const Ui& ui, const app::CalendarTurn& back, const app::CalendarTurn& forward) {
  const float least = calendar_turns_height(ui);
  if (back.why_not.empty() && forward.why_not.empty()) return least;
  return std::max(least, ui.theme().line_height(TextStyle::label) + ui.theme().line_height(TextStyle::small));
}

Asked draw_calendar_actions(Frame& frame, const Rect& rect, const app::FilterLine& filter, DayButton open,
                            std::chrono::local_days day) {
  Ui& ui = frame.ui;
  const app::Text& say = frame.say;
  const std::string back = say("Back");
  const std::string today = say("Today");
  const std::string organizations = say("By organization");
  const std::string clear = say("Show everything");
  const std::string here = say("Who is here?");
  const std::string whole_day = say("Open this day");
  std::vector<Action> actions{
      {"calendar.back", {.label = back, .icon = Icon::arrow_back}, kLeastBack},
      {"calendar.today", {.label = today, .icon = Icon::today}},
      {"calendar.filter", {.label = filter.words, .icon = Icon::filter_list, .selected = filter.on}}};
  if (open == DayButton::open)
    actions.push_back({"calendar.open", {.label = whole_day, .icon = Icon::event}});
  else if (filter.on)
    actions.push_back({"calendar.clear", {.label = clear, .icon = Icon::close}});
  else if (!frame.portrait() && ui.theme().text_scale <= 1)  // elsewhere « Filtrer » leads there
    actions.push_back({"calendar.organizations", {.label = organizations, .icon = Icon::apartment}});
  actions.push_back({"calendar.here", {.label = here, .icon = Icon::groups}});
  const std::string_view tapped = action_row(ui, rect, actions);
  if (tapped.empty()) return std::nullopt;
  if (tapped == "calendar.back") return app::GoBack{};
  if (tapped == "calendar.filter") return app::Open{{.screen = app::Screen::calendar_filters}};
  if (tapped == "calendar.organizations") return app::Open{{.screen = app::Screen::calendar_organizations}};
  if (tapped == "calendar.here") return app::Open{{.screen = app::Screen::here_today}};
  if (tapped == "calendar.open") return app::OpenDay{day};
  ui.scrolling("calendar.rows").to_top();
  ui.scrolling("calendar.day").to_top();
  if (tapped == "calendar.clear") return app::ClearFilter{};
  return app::ShowToday{};
}

bool draw_day_cell(Ui& ui, std::string_view id, const Rect& rect, const app::DayCell& cell, std::string_view name) {
  const Palette& colors = ui.palette();
  const std::string label = name.empty() ? cell.number : fmt::format("{} {}", name, cell.number);
  TextLook number{.style = TextStyle::label, .color = colors.past, .max_lines = 1, .fit = Fit::shrink};
  TextLook count{.style = TextStyle::small, .color = colors.past, .max_lines = 1, .fit = Fit::shrink};
  Rect inside = rect.inset(kCellPaddingX, kCellPaddingY);
  const float below = ui.theme().line_height(count.style);
  // A low cell has smaller numbers before it has no second line.
  for (const TextStyle style : {TextStyle::body_strong, TextStyle::small_strong})
    if (ui.theme().line_height(number.style) + below > inside.h + 1) number.style = style;
  const float lines = ui.theme().line_height(number.style) + below;
  if (cell.beyond) {  // there is such a day, and nothing is known of it
    text(ui, inside, label, number);
    return false;
  }
  const Touch touch = ui.touch(id, rect, {.label = cell.spoken, .role = Role::choice, .selected = cell.chosen});
  Pressable look = pressable_frame(ui, rect, size::kKeyRadius, Accent::none, touch);
  if (cell.chosen && !touch.pressed) {
    look = {colors.text, colors.background};
    fill(ui, rect, look.ground, size::kKeyRadius);
  }
  const bool plain = !touch.pressed && !cell.chosen;
  if (cell.today) outline(ui, rect, ui.theme().accent(Accent::attention), size::kFieldEdge, size::kKeyRadius);
  number.color = count.color = look.ink;
  if (plain && cell.past) number.color = count.color = colors.past;
  if (plain && !cell.past) count.color = colors.muted;
  if (plain && cell.today) number.color = ui.theme().accent(Accent::attention);
  if (inside.h >= lines - 1) {
    inside = inside.centered(inside.w, lines);
    text(ui, inside.take_top(ui.theme().line_height(number.style)), label, number);
    text(ui, inside, cell.count, count);
    return touch.tapped;
  }
  number.style = TextStyle::body_strong;
  number.valign = count.valign = VAlign::middle;
  count.align = Align::right;
  text(ui, inside.take_left(std::min(inside.w, text_width(ui, label, number.style)), kCellPaddingX / 2), label, number);
  text(ui, inside, cell.count, count);
  return touch.tapped;
}

float draw_day_title(Ui& ui, const Rect& rect, const app::DayView& day) {
  const float line = ui.theme().line_height(TextStyle::heading);
  Rect rest{rect.x, rect.y, rect.w, line};
  const float count = text_width(ui, day.count, TextStyle::body);
  const float title = text_width(ui, day.title, TextStyle::heading);
  const TextLook quiet{.style = TextStyle::body, .color = ui.palette().muted, .valign = VAlign::middle, .max_lines = 1};
  TextLook large{.style = TextStyle::heading, .valign = VAlign::middle, .max_lines = 1, .fit = Fit::shrink};
  if (day.today) large.color = ui.theme().accent(Accent::attention);
  if (title + size::kGap + count <= rect.w) {
    text(ui, rest.take_right(count + 1), day.count, quiet);
    text(ui, rest, day.title, large);
    return line;
  }
  text(ui, rest, day.title, large);
  const float second = ui.theme().line_height(TextStyle::body);
  text(ui, {rect.x, rect.y + line, rect.w, second}, day.count, quiet);
  return line + second;
}

Asked draw_nothing(Frame& frame, const Rect& rect, const app::FilterLine& filter) {
  const app::Text& say = frame.say;
  if (!filter.on) {
    draw_invitation(frame.ui, rect, Icon::event, Accent::none, say("Nothing is planned yet."),
                    say("Organizations publish here what they prepare."));
    return std::nullopt;
  }
  Rect rest = rect;
  Rect below = rest.take_bottom(std::max(size::kMainAction, frame.ui.theme().target()), size::kGap);
  const std::string clear = say("Show everything");
  draw_invitation(frame.ui, rest, Icon::filter_list, Accent::none, say("Nothing matches your filter here."),
                  filter.words);
  below = below.centered(std::min(below.w, kPanel), below.h);
  if (button(frame.ui, "calendar.clear_here", below,
             {.label = clear, .icon = Icon::close, .icon_place = IconPlace::beside}))
    return app::ClearFilter{};
  return std::nullopt;
}

Asked draw_day_list(Frame& frame, std::string_view id, const Rect& rect, const app::DayPanel& panel,
                    const app::FilterLine& filter, std::string_view now) {
  Ui& ui = frame.ui;
  const app::Text& say = frame.say;
  if (panel.day.rows.empty()) {
    const float target = std::max(size::kTarget, ui.theme().target());
    Rect rest = rect;
    Asked asked;
    if (filter.on && rest.h > 2 * target) {
      const std::string clear = say("Show everything");
      if (button(ui, "calendar.clear_here", rest.take_bottom(target, size::kGap),
                 {.label = clear, .icon = Icon::close, .icon_place = IconPlace::beside}))
        asked = app::ClearFilter{};
    }
    text(ui, rest, panel.nothing, {.style = TextStyle::body, .color = ui.palette().muted, .max_lines = 3});
    return asked;
  }
  Asked asked;
  DayRows day = day_rows(panel.day, fmt::format("{}.row", id), 0);
  day.day.now = now;
  const std::string next = say("Next");
  const std::string previous = say("Previous");
  const std::string later = say("Later that day");
  const std::string earlier = say("Earlier that day");
  std::string more;
  ScrollLabels labels = scroll_labels(next, previous);
  scroll_area(ui, id, rect, labels, [&](const Rect& content) {
    Rect at = content;
    const auto page_button = [&](std::string_view name, std::string_view label, Icon mark, int by) {
      const Rect place{at.x, at.y, at.w, std::max(size::kTarget, ui.theme().target())};
      at.y += place.h + size::kGap;
      if (!button(ui, name, place, {.label = label, .icon = mark, .icon_place = IconPlace::beside})) return;
      asked = app::TurnPage{by};
      ui.scrolling(id).to_top();
    };
    if (panel.earlier) page_button("calendar.day_earlier", earlier, Icon::expand_less, -1);
    if (const auto row = agenda_rows(ui, at, day.day))
      asked = app::Open{{.screen = app::Screen::event, .occurrence = panel.day.rows[*row].occurrence}};
    const std::size_t below = rows_below(ui, at.w, day.day, at.y, content.y + ui.scrolling(id).offset() + content.h);
    if (below > 0) {
      more = say.plural("Next: {0} other", "Next: {0} others", static_cast<int>(below));
      labels.next = more;
    }
    at.y += agenda_rows_height(ui, at.w, day.day);
    if (panel.more) page_button("calendar.day_later", later, Icon::expand_more, +1);
    return at.y - content.y;
  });
  return asked;
}

void draw_day_picture(Frame& frame, const Rect& rect, const app::DayPanel& panel, std::string_view now) {
  Ui& ui = frame.ui;
  Rect rest = rect;
  if (panel.day.rows.empty()) {
    text(ui, rest, panel.nothing, {.style = TextStyle::lead, .color = ui.palette().muted, .max_lines = 3});
    return;
  }
  DayRows day = day_rows(panel.day, {}, 0);
  day.day.now = now;
  const float line = ui.theme().line_height(TextStyle::body);
  const std::size_t all = panel.day.total;
  while (!day.day.rows.empty()) {
    const float room = day.day.rows.size() < all ? rest.h - line : rest.h;
    if (agenda_rows_height(ui, rest.w, day.day) <= room) break;
    day.day.rows.pop_back();
    if (day.day.now_before && *day.day.now_before > day.day.rows.size()) day.day.now_before.reset();
  }
  rest.take_top(agenda_rows_height(ui, rest.w, day.day));
  agenda_rows(ui, {rect.x, rect.y, rect.w, rect.h}, day.day);
  if (day.day.rows.size() < all)
    text(ui, rest, frame.say.plural("and {0} other", "and {0} others", static_cast<int>(all - day.day.rows.size())),
         {.style = TextStyle::body, .color = ui.palette().muted, .max_lines = 1});
}

float choice_height(const Ui& ui) {
  using namespace size::in_choice;
  const float lines = ui.theme().line_height(TextStyle::label) + ui.theme().line_height(TextStyle::small);
  return std::max({kHeight, ui.theme().target(), lines + kPadding});
}

bool choice(Ui& ui, std::string_view id, const Rect& rect, const Choice& choice) {
  using namespace size::in_choice;
  const Palette& colors = ui.palette();
  const bool enabled = choice.none.empty();
  const Touch touch =
      ui.touch(id, rect, {.label = choice.name, .role = Role::choice, .enabled = enabled, .selected = choice.selected});
  Pressable look{colors.background, colors.past};
  if (!enabled)
    outline(ui, rect, colors.rule, size::kEdge, size::kButtonRadius);
  else
    look = pressable_frame(ui, rect, size::kButtonRadius, choice.selected ? Accent::offer : Accent::none, touch);
  Rect inside = rect.inset(kPadding, 0);
  const Icon mark = choice.selected ? Icon::check_circle : choice.icon;
  if (mark != Icon::none)
    icon(ui, inside.take_left(size_of(IconSize::line), kIconGap).center(), mark, IconSize::line, look.ink);
  const bool plain = enabled && !choice.selected && !touch.pressed;
  const float below = ui.theme().line_height(TextStyle::small);
  const float name = std::min(inside.h - below, text_height(ui, inside.w, choice.name, {.style = TextStyle::label}));
  Rect lines = inside.centered(inside.w, name + below);
  text(ui, lines.take_top(name), choice.name,
       {.style = TextStyle::label, .color = look.ink, .max_lines = 2, .fit = Fit::shrink});
  text(ui, lines, enabled ? choice.count : choice.none,
       {.style = TextStyle::small, .color = plain ? colors.muted : look.ink, .max_lines = 1, .fit = Fit::shrink});
  return touch.tapped;
}

}  // namespace mur::kiosk
