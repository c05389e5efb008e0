#include "kiosk/app/calendar_rows.h"

#include <algorithm>

#include "kiosk/app/calendar_words.h"
#include "kiosk/app/post_words.h"

namespace mur::app {

namespace {

using std::chrono::days;
using std::chrono::local_days;

constexpr std::size_t kRowsOfPage = 60;

bool is_shown(const AppState& state, const AgendaEntry& entry) {
  return state.facets.matches(entry.event, state.visit.calendar.filter);
}

std::chrono::sys_seconds instant(const AppState& state) {
  return std::chrono::floor<std::chrono::seconds>(state.moment.now);
}

RowView row_on(const AppState& state, const AgendaEntry& entry, local_days day, const Language& language) {
  RowView row{.occurrence = {entry.event, entry.start}, .time = time_on(entry, day, language)};
  const Event* event = state.wall.find(entry.event);
  if (event == nullptr) return row;
  const EventDetails& own = event->details;
  row.title = own.title;
  row.part = part_of_several(entry, day, language.text);
  row.tags = event_tags(state, *event, language.text);
  row.struck = own.status == calendar::EventStatus::cancelled;
  row.past = entry.end_at <= instant(state);
  if (const auto* facets = state.facets.find(entry.event);
      facets != nullptr && !row.struck && (facets->facets & bit(Facet::step_free)) != 0)
    row.tags.push_back({facet_name(Facet::step_free, language.text), Tone::good});
  std::vector<std::string> parts{day_of_several(entry, day, language)};
  std::ranges::move(who_and_where(state, *event, entry), std::back_inserter(parts));
  row.detail = joined(parts);
  return row;
}

DayView empty_day(const AppState& state, const Language& language, local_days day) {
  const local_days today = state.today();
  return {.day = day,
          .number = language.dates.day_of_month(day),
          .name = language.dates.short_day(day, today),
          .today = day == today,
          .past = day < today,
          .title = language.dates.day(day, today),
          .rows = {}};
}

/// Today, where now is: before the first row that is still to begin.
void mark_now(const AppState& state, DayView& day) {
  if (!day.today || day.rows.empty()) return;
  const auto now = state.local_now();
  const auto next = std::ranges::find_if(day.rows, [&](const RowView& row) { return row.occurrence.start > now; });
  day.now_before = static_cast<std::size_t>(next - day.rows.begin());
}

/// On which day of the list an entry stands.
local_days listed_on(const AgendaEntry& entry, local_days today) { return std::max(first_day_of(entry), today); }

/// The first entry of the page asked for, or of the last one there is.
struct PageStart {
  std::size_t first = 0;
  bool earlier = false;
};
PageStart find_page(const AppState& state, std::size_t page) {
  PageStart start;
  const auto entries = state.agenda.entries();
  std::size_t at = 0;
  std::size_t rows = 0;
  local_days last{};
  for (std::size_t i = 0; i < entries.size() && at < page; ++i) {
    const local_days day = listed_on(entries[i], state.today());
    if (rows < kRowsOfPage || day == last) {
      rows += is_shown(state, entries[i]) ? 1 : 0;
      last = day;
      continue;
    }
    if (!is_shown(state, entries[i])) continue;
    start = {.first = i, .earlier = true};
    ++at;
    rows = 1;
    last = day;
  }
  return start;
}

}  // namespace

std::size_t count_on(const AppState& state, local_days day) {
  const auto on = state.agenda.on(day);
  if (!is_on(state.visit.calendar.filter)) return on.size();
  return static_cast<std::size_t>(
      std::ranges::count_if(on, [&](std::uint32_t number) { return is_shown(state, state.agenda.at(number)); }));
}

DayView day_view(const AppState& state, const Language& language, local_days day, std::size_t first, std::size_t most) {
  DayView view = empty_day(state, language, day);
  std::size_t count = 0;
  for (const std::uint32_t number : state.agenda.on(day)) {
    const AgendaEntry& entry = state.agenda.at(number);
    if (!is_shown(state, entry)) continue;
    if (count >= first && view.rows.size() < most) view.rows.push_back(row_on(state, entry, day, language));
    ++count;
  }
  view.total = count;
  view.count = count_words(count, language.text);
  mark_now(state, view);
  return view;
}

DayPage coming_days(const AppState& state, const Language& language, std::size_t page) {
  const auto entries = state.agenda.entries();
  const local_days today = state.today();
  const PageStart start = find_page(state, page);
  DayPage made{.days = {}, .more = false, .earlier = start.earlier};
  std::size_t rows = 0;
  for (std::size_t i = start.first; i < entries.size(); ++i) {
    if (!is_shown(state, entries[i])) continue;
    const local_days day = listed_on(entries[i], today);
    if (made.days.empty() || made.days.back().day != day) {
      if (rows >= kRowsOfPage) {
        made.more = true;
        break;
      }
      const local_days before = made.days.empty() ? today : made.days.back().day;
      made.days.push_back(empty_day(state, language, day));
      if (!is_same_month(before, day)) made.days.back().month = language.dates.month(day);
    }
    made.days.back().rows.push_back(row_on(state, entries[i], day, language));
    ++rows;
  }
  for (DayView& day : made.days) mark_now(state, day);
  return made;
}

}  // namespace mur::app
