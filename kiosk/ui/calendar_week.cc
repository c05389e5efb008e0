#include <fmt/format.h>

#include <algorithm>

#include "kiosk/ui/calendar_parts.h"

namespace mur::kiosk {

namespace {

using namespace size::in_calendar;

constexpr int kDays = 7;
constexpr float kItemPadding = 8;
constexpr int kTitleLines = 3;

/// An event in a column of a week: its time, or which of its days it is, over its title.
struct Item {
  std::string_view time;
  std::string_view title;
  std::vector<Badge> badges;
  Strike strike;
  bool past;
};

std::string_view when_of(const app::RowView& row) { return row.part.empty() ? row.time : row.part; }

Item item_of(const app::RowView& row) {
  std::vector<Badge> badges;
  for (const app::TagView& tag : row.tags)
    if (tag.tone == app::Tone::bad || tag.tone == app::Tone::attention)
      badges.push_back({tag.text, accent_of(tag.tone)});
  return {.time = when_of(row),
          .title = row.title,
          .badges = std::move(badges),
          .strike = row.struck ? Strike::yes : Strike::no,
          .past = row.past};
}

BadgedTitle title_of(const Item& item) {
  return {.title = item.title,
          .badges = item.badges,
          .style = TextStyle::body_strong,
          .strike = item.strike,
          .max_lines = kTitleLines,
          .past = item.past};
}

float item_height(Ui& ui, float width, const Item& item) {
  const float words = ui.theme().line_height(TextStyle::small) +
                      badged_title_height(ui, width - 2 * kItemPadding, title_of(item)) + 2 * kItemPadding;
  return std::max(words, ui.theme().target());
}

bool draw_item(Ui& ui, std::string_view id, const Rect& rect, const Item& item) {
  const Touch touch = ui.touch(id, rect, {.label = item.title, .role = Role::card});
  fill(ui, rect, touch.pressed ? ui.palette().raised : ui.palette().card, size::kKeyRadius);
  outline(ui, rect, ui.palette().edge, size::kEdge, size::kKeyRadius);
  if (touch.pressed) ring(ui, rect, size::kKeyRadius);
  Rect inside = rect.inset(kItemPadding);
  text(ui, inside.take_top(ui.theme().line_height(TextStyle::small)), item.time,
       {.style = TextStyle::small,
        .color = item.past ? ui.palette().past : ui.palette().muted,
        .max_lines = 1,
        .fit = Fit::shrink});
  badged_title(ui, inside, title_of(item));
  return touch.tapped;
}

/// As many whole events as there is room for, and how many more there are, which opens the day.
Asked draw_column(Frame& frame, std::size_t number, const Rect& rect, const app::DayView& day, std::string_view now) {
  Ui& ui = frame.ui;
  Asked asked;
  Rect rest = rect;
  const float more_height = std::max(size::kTarget, ui.theme().target());
  std::size_t drawn = 0;
  for (; drawn < day.rows.size(); ++drawn) {
    const Item item = item_of(day.rows[drawn]);
    const bool marks_now = day.now_before == drawn;
    const float mark = marks_now ? now_mark_height(ui) : 0;
    const float height = item_height(ui, rest.w, item);
    const bool is_last = drawn + 1 == day.total;
    if (mark + height + (is_last ? 0 : size::kTargetGap + more_height) > rest.h) break;
    if (marks_now) now_mark(ui, rest.take_top(mark), now);
    if (draw_item(ui, fmt::format("calendar.week.{}.{}", number, drawn), rest.take_top(height, size::kTargetGap), item))
      asked = app::Open{{.screen = app::Screen::event, .occurrence = day.rows[drawn].occurrence}};
  }
  if (drawn == day.total) {
    if (day.now_before == drawn && drawn > 0 && rest.h >= now_mark_height(ui)) now_mark(ui, rest, now);
    return asked;
  }
  const std::string more = frame.say.format("+ {0}", day.total - drawn);
  if (button(ui, fmt::format("calendar.more.{}", number), rest.take_top(more_height), {.label = more}))
    asked = app::OpenDay{day.day};
  return asked;
}

Asked draw_columns(Frame& frame, const Rect& rect, const app::CalendarView& view) {
  Ui& ui = frame.ui;
  Asked asked;
  const std::vector<Rect> places = columns(rect, kDays, kColumnGap);
  const std::string now = frame.say("now");
  for (std::size_t i = 0; i < places.size(); ++i) {
    const app::DayCell& cell = view.cells[i];
    Rect column = places[i];
    app::DayCell head = cell;
    head.chosen = false;  // here every day speaks for itself
    if (draw_day_cell(ui, fmt::format("calendar.cell.{}", i + 1), column.take_top(kStrip, size::kTargetGap), head,
                      cell.name))
      asked = app::OpenDay{cell.day};
    if (Asked of_column = draw_column(frame, i + 1, column, view.days[i], now)) asked = of_column;
  }
  return asked;
}

/// Seven days side by side to choose from, and the chosen one's list under them.
Asked draw_strip(Frame& frame, const Rect& rect, const app::CalendarView& view) {
  Ui& ui = frame.ui;
  Asked asked;
  Rect rest = rect;
  const float height = std::max(
      kStrip, ui.theme().line_height(TextStyle::label) + ui.theme().line_height(TextStyle::small) + 2 * kCellPaddingY);
  const std::vector<Rect> places = columns(rest.take_top(height, kTurnsGap), kDays, size::kTargetGap);
  for (std::size_t i = 0; i < places.size(); ++i)
    if (draw_day_cell(ui, fmt::format("calendar.cell.{}", i + 1), places[i], view.cells[i], view.cells[i].name)) {
      asked = app::ChooseDay{view.cells[i].day};
      ui.scrolling("calendar.day").to_top();
    }
  rest.take_top(draw_day_title(ui, rest, view.chosen.day), kTurnsGap);
  if (Asked of_list = draw_day_list(frame, "calendar.day", rest, view.chosen, view.filter, view.now)) asked = of_list;
  return asked;
}

/// When, what, and in words whether it is cancelled, moved or full.
void draw_picture_row(Ui& ui, const Rect& rect, float times, const app::DayView& day, const app::RowView& row) {
  const bool past = row.past || day.past;
  const TextLook quiet{
      .style = TextStyle::body, .color = past ? ui.palette().past : ui.palette().muted, .max_lines = 1};
  Rect rest = rect;
  text(ui, rest.take_left(times, size::kGap), when_of(row), quiet);
  const Item item = item_of(row);
  float words = 0;
  for (const Badge& badge : item.badges) words += text_width(ui, badge.text, TextStyle::body_strong) + size::kTargetGap;
  const float title = std::min(rest.w - words, text_width(ui, row.title, TextStyle::body) + 1);
  text(ui, rest.take_left(title, size::kTargetGap), row.title,
       {.style = TextStyle::body,
        .color = past ? ui.palette().past : ui.palette().text,
        .max_lines = 1,
        .strike = item.strike});
  for (const Badge& badge : item.badges)
    text(ui, rest.take_left(text_width(ui, badge.text, TextStyle::body_strong) + 1, size::kTargetGap), badge.text,
         {.style = TextStyle::body_strong, .color = ui.theme().accent(badge.accent), .max_lines = 1});
}

/// The week as rows, to be read: each day with its first events.
void draw_picture(Frame& frame, const Rect& rect, const app::CalendarView& view) {
  Ui& ui = frame.ui;
  const std::vector<Rect> places = rows(rect, kDays, size::kTargetGap);
  const float line = ui.theme().line_height(TextStyle::body);
  for (std::size_t i = 0; i < places.size(); ++i) {
    const app::DayView& day = view.days[i];
    const Color ink = day.today  ? ui.theme().accent(Accent::attention)
                      : day.past ? ui.palette().past
                                 : ui.palette().text;
    if (i > 0) rule(ui, places[i]);
    Rect row = places[i].inset(0, size::kTargetGap / 2);
    const Rect name = row.take_left(kPictureName * ui.theme().text_scale, size::kGap);
    text(ui, name, fmt::format("{} {}", view.cells[i].name, day.number),
         {.style = TextStyle::label, .color = ink, .max_lines = 1, .fit = Fit::shrink});
    const auto room = static_cast<std::size_t>(std::max(1.F, row.h / line));
    const std::size_t shown = day.total <= room ? day.total : room - 1;
    const std::size_t rows = std::min(shown, day.rows.size());
    float times = 0;  // one column of them
    for (std::size_t j = 0; j < rows; ++j)
      times = std::max(times, text_width(ui, when_of(day.rows[j]), TextStyle::body));
    for (std::size_t j = 0; j < rows; ++j) draw_picture_row(ui, row.take_top(line), times, day, day.rows[j]);
    if (shown < day.total)
      text(ui, row.take_top(line), frame.say.format("+ {0}", day.total - shown),
           {.style = TextStyle::body, .color = ui.palette().muted, .max_lines = 1});
  }
}

}  // namespace

Asked draw_calendar_week(Frame& frame, const Rect& rect, const app::CalendarView& view) {
  Ui& ui = frame.ui;
  Asked asked;
  Rect rest = rect;
  Rect head = rest.take_top(calendar_turns_height(ui, view.back, view.forward), kTurnsGap);
  const float modes = std::min(head.w / 2, kModes * ui.theme().text_scale);
  if (Asked of_modes = draw_modes(frame, head.take_right(modes, size::kGap), view.mode)) asked = of_modes;
  if (Asked turned = draw_turns(frame, head, view.back, view.title, view.forward)) asked = turned;
  Asked of_days;
  if (frame.portrait()) draw_picture(frame, frame.ambient, view);
  if (frame.portrait() || ui.theme().text_scale > 1)
    of_days = draw_strip(frame, rest, view);
  else if (view.nothing && view.filter.on)
    of_days = draw_nothing(frame, rest, view.filter);
  else
    of_days = draw_columns(frame, rest, view);
  if (of_days) asked = of_days;
  return asked;
}

}  // namespace mur::kiosk
