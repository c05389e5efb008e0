#include "kiosk/app/update_calendar.h"

#include <algorithm>

#include "kiosk/app/session.h"

namespace mur::app {

namespace {

void choose(AppState& state, std::chrono::local_days day) {
  state.visit.calendar.day = std::clamp(day, state.agenda.first_day(), state.agenda.last_day());
  state.visit.list_page = 0;
}

/// Another choice shows other rows: from the first one on.
void filter_by(AppState& state, Filter filter) {
  state.visit.calendar.filter = std::move(filter);
  state.visit.list_page = 0;
}

/// A choice made on a page of its own leads back to where it was asked for.
void back_from(AppState& state, Screen screen) {
  if (state.page().screen == screen) go_back(state);
}

}  // namespace

std::chrono::local_days shown_day(const AppState& state) {
  return std::clamp(state.visit.calendar.day.value_or(state.today()), state.agenda.first_day(),
                    state.agenda.last_day());
}

void apply(AppState& state, const ShowCalendarAs& as) {
  state.visit.calendar.mode = as.mode;
  state.visit.list_page = 0;
}

void apply(AppState& state, const ChooseDay& chosen) { choose(state, chosen.day); }

void apply(AppState& state, const OpenDay& opened) {
  choose(state, opened.day);
  show(state, Page{.screen = Screen::calendar_day});
}

void apply(AppState& state, const ShowToday&) {
  state.visit.calendar.day.reset();
  state.visit.list_page = 0;
}

void apply(AppState& state, const ToggleFacet& toggle) {
  filter_by(state, toggled(state.visit.calendar.filter, toggle.facet));
}

void apply(AppState& state, const FilterByTheme& by) {
  Filter filter = state.visit.calendar.filter;
  filter.theme = by.theme;
  filter_by(state, std::move(filter));
  back_from(state, Screen::calendar_themes);
}

void apply(AppState& state, const FilterByOrganization& by) {
  Filter filter = state.visit.calendar.filter;
  filter.organization = by.organization;
  filter_by(state, std::move(filter));
  back_from(state, Screen::calendar_organizations);
}

void apply(AppState& state, const ClearFilter&) { filter_by(state, {}); }

}  // namespace mur::app
