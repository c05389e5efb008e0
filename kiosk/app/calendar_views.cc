#include "kiosk/app/calendar_views.h"

#include <algorithm>

#include "kiosk/app/calendar_rows.h"
#include "kiosk/app/calendar_words.h"
#include "kiosk/app/make_views.h"
#include "kiosk/app/update_calendar.h"

namespace mur::app {

namespace {

using std::chrono::days;
using std::chrono::local_days;
using std::chrono::year_month;
using std::chrono::year_month_day;

constexpr std::size_t kRowsOfWeekday = 8;  // more than a column has room for
constexpr std::size_t kRowsOfPanel = 60;

year_month month_of(local_days day) {
  const year_month_day date{day};
  return date.year() / date.month();
}

local_days first_of(year_month month) { return local_days{month / 1}; }

local_days week_of(local_days day, const Text& text) { return day - (std::chrono::weekday{day} - first_weekday(text)); }

/// In a month turned to, the first day that has something to say; today in its own month.
local_days speaking_day(const AppState& state, year_month month) {
  if (month_of(state.today()) == month) return state.today();
  const local_days first = std::max(first_of(month), state.agenda.first_day());
  const local_days end = std::min(first_of(month + std::chrono::months{1}), state.agenda.last_day() + days{1});
  for (local_days day = first; day < end; day += days{1})
    if (count_on(state, day) > 0) return day;
  return first;
}

std::string why_not(int by, const Text& text) {
  return by < 0 ? text("the calendar begins here") : text("the calendar ends here");
}

CalendarTurn turn_month(const AppState& state, int by, const Text& text) {
  const year_month to = month_of(shown_day(state)) + std::chrono::months{by};
  CalendarTurn turn{.name = by < 0 ? text("previous month") : text("next month")};
  if (to < month_of(state.agenda.first_day()) || to > month_of(state.agenda.last_day()))
    turn.why_not = why_not(by, text);
  else
    turn.to = speaking_day(state, to);
  return turn;
}

CalendarTurn turn_week(const AppState& state, int by, const Text& text) {
  const local_days day = shown_day(state);
  const local_days to = std::clamp(day + days{7 * by}, state.agenda.first_day(), state.agenda.last_day());
  CalendarTurn turn{.name = by < 0 ? text("previous week") : text("next week")};
  if (week_of(to, text) == week_of(day, text))
    turn.why_not = why_not(by, text);
  else
    turn.to = to;
  return turn;
}

CalendarTurn turn_day(const AppState& state, int by, const Text& text) {
  const local_days to = shown_day(state) + days{by};
  CalendarTurn turn{.name = by < 0 ? text("previous day") : text("next day")};
  if (to < state.agenda.first_day() || to > state.agenda.last_day())
    turn.why_not = why_not(by, text);
  else
    turn.to = to;
  return turn;
}

FilterLine filter_line(const AppState& state, const Text& text) {
  const bool on = is_on(state.visit.calendar.filter);
  return {.words = text.format("Filter: {0}", on ? filter_words(state, text) : text("everything")), .on = on};
}

std::string now_words(const AppState& state, const Language& language) {
  return language.text.format("now, {0}", language.dates.time(state.local_now()));
}

DayPanel panel_of(const AppState& state, const Language& language) {
  const local_days day = shown_day(state);
  const std::size_t count = count_on(state, day);
  const std::size_t last_page = count == 0 ? 0 : (count - 1) / kRowsOfPanel;
  const std::size_t first = std::min(state.visit.list_page, last_page) * kRowsOfPanel;
  DayPanel panel{.day = day_view(state, language, day, first, kRowsOfPanel)};
  panel.earlier = first > 0;
  panel.more = first + panel.day.rows.size() < count;
  if (count > 0) return panel;
  const bool hidden = !state.agenda.on(day).empty();
  panel.nothing = hidden            ? language.text("Nothing that day matches your filter.")
                  : panel.day.past  ? language.text("Nothing was on that day.")
                  : panel.day.today ? language.text("Nothing is planned today.")
                                    : language.text("Nothing is planned that day yet.");
  return panel;
}

DayCell cell_of(const AppState& state, const Language& language, local_days day) {
  DayCell cell{.day = day,
               .number = language.dates.day_of_month(day),
               .name = weekday_name(day, language.dates),
               .today = day == state.today(),
               .past = day < state.today(),
               .chosen = day == shown_day(state),
               .beyond = day < state.agenda.first_day() || day > state.agenda.last_day()};
  const std::size_t count = count_on(state, day);
  cell.count = short_count_words(count, language.text);
  cell.spoken =
      language.text.format("{0}, {1}", language.dates.day(day, state.today()), count_words(count, language.text));
  return cell;
}

void fill_month(const AppState& state, const Language& language, CalendarView& view) {
  const year_month month = month_of(shown_day(state));
  const local_days first = first_of(month);
  const local_days week = week_of(first, language.text);
  view.title = language.dates.month(first);
  view.back = turn_month(state, -1, language.text);
  view.forward = turn_month(state, +1, language.text);
  view.blanks = static_cast<int>((first - week).count());
  for (int i = 0; i < 7; ++i) view.week.push_back(weekday_name(week + days{i}, language.dates));
  for (local_days day = first; month_of(day) == month; day += days{1})
    view.cells.push_back(cell_of(state, language, day));
}

void fill_week(const AppState& state, const Language& language, CalendarView& view) {
  const local_days first = week_of(shown_day(state), language.text);
  view.title = days_span(first, first + days{6}, language.text);
  view.back = turn_week(state, -1, language.text);
  view.forward = turn_week(state, +1, language.text);
  for (local_days day = first; day < first + days{7}; day += days{1}) {
    view.cells.push_back(cell_of(state, language, day));
    view.days.push_back(day_view(state, language, day, 0, kRowsOfWeekday));
  }
}

}  // namespace

CalendarView make_calendar(const AppState& state, const Language& language) {
  CalendarView view{.mode = state.visit.calendar.mode,
                    .filter = filter_line(state, language.text),
                    .now = now_words(state, language)};
  if (view.mode == CalendarMode::list) {
    DayPage page = coming_days(state, language, state.visit.list_page);
    view.days = std::move(page.days);
    view.more = page.more;
    view.earlier = page.earlier;
    view.nothing = view.days.empty();
    return view;
  }
  if (view.mode == CalendarMode::week)
    fill_week(state, language, view);
  else
    fill_month(state, language, view);
  view.chosen = panel_of(state, language);
  view.nothing = std::ranges::all_of(view.cells, [](const DayCell& cell) { return cell.count.empty(); });
  return view;
}

CalendarDayView make_calendar_day(const AppState& state, const Language& language) {
  return {.filter = filter_line(state, language.text),
          .now = now_words(state, language),
          .back = turn_day(state, -1, language.text),
          .forward = turn_day(state, +1, language.text),
          .chosen = panel_of(state, language)};
}

}  // namespace mur::app
