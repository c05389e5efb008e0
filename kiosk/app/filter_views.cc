#include "kiosk/app/filter_views.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <map>
#include <set>

#include "kiosk/app/calendar_words.h"
#include "kiosk/app/make_views.h"
#include "kiosk/app/post_words.h"

namespace mur::app {

namespace {

constexpr std::size_t kMostThemes = 24;

/// Calls `visit(facets)` once for every event or series that is coming and matches: an instance that was changed counts
/// only where its series does not.
template <class Visit>
void each_coming(const AppState& state, const Filter& filter, Visit&& visit) {
  const auto counts = [&](EventId id) {
    const EventFacets* facets = state.facets.find(id);
    return facets != nullptr && state.agenda.is_coming(id) && matches(*facets, filter);
  };
  std::set<EventId> seen;
  for (const auto& [id, facets] : state.facets.all()) {
    if (!state.agenda.is_coming(id) || !matches(facets, filter)) continue;
    if (facets.series != id && (counts(facets.series) || !seen.insert(facets.series).second)) continue;
    visit(facets);
  }
}

std::size_t count_coming(const AppState& state, const Filter& filter) {
  std::size_t count = 0;
  each_coming(state, filter, [&](const EventFacets&) { ++count; });
  return count;
}

/// "Ici": as a choice stands by itself.
std::string capitalized(const std::string& word) {
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(word);
  const std::int32_t first = text.moveIndex32(0, 1);
  text.replace(0, first, icu::UnicodeString(text, 0, first).toUpper(icu::Locale::getRoot()));
  std::string utf8;
  return text.toUTF8String(utf8);
}

Filter without_theme(Filter filter) {
  filter.theme.clear();
  return filter;
}

Filter without_organization(Filter filter) {
  filter.organization.reset();
  return filter;
}

}  // namespace

std::string theme_word(const AppState& state, const std::string& key) {
  if (const skills::Entry* theme = state.skills.find(skills::Kind::theme, key))
    return theme->name(state.visit.aids.language);
  std::string best;
  for (const auto& [id, facets] : state.facets.all())
    for (const Theme& theme : facets.themes)
      if (theme.key == key && (best.empty() || is_better_spelt(theme.word, best))) best = theme.word;
  return best.empty() ? key : best;
}

FilterView make_filters(const AppState& state, const Language& language) {
  const Text& text = language.text;
  const Filter& filter = state.visit.calendar.filter;
  FilterView view{
      .theme_on = !filter.theme.empty(), .organization_on = filter.organization.has_value(), .on = is_on(filter)};
  for (int i = 0; i < kFacetCount; ++i) {
    const Facet facet = static_cast<Facet>(i);
    const bool selected = has(filter, facet);
    const std::size_t count = count_coming(state, selected ? filter : toggled(filter, facet));
    view.facets.push_back({.facet = facet,
                           .name = capitalized(facet_name(facet, text)),
                           .count = count_words(count, text),
                           .selected = selected,
                           .none = count == 0 && !selected ? text("nothing for now") : std::string{}});
  }
  view.theme = text.format("Theme: {0}", view.theme_on ? theme_word(state, filter.theme) : text("all themes"));
  view.organization =
      text.format("Organization: {0}",
                  view.organization_on ? organization_name(state, *filter.organization) : text("all organizations"));
  const std::size_t left = count_coming(state, filter);
  view.summary = left == 0 ? text("Nothing that is planned matches all of this.") : count_words(left, text);
  return view;
}

ChoicesView make_themes(const AppState& state, const Language& language) {
  const Filter& filter = state.visit.calendar.filter;
  struct Found {
    std::string word;
    std::size_t count = 0;
  };
  std::map<std::string, Found> found;
  each_coming(state, without_theme(filter), [&](const EventFacets& facets) {
    for (const Theme& theme : facets.themes) {
      Found& one = found[theme.key];
      if (one.word.empty() || is_better_spelt(theme.word, one.word)) one.word = theme.word;
      ++one.count;
    }
  });
  std::vector<std::pair<std::string, Found>> ordered(found.begin(), found.end());
  std::ranges::stable_sort(ordered, [](const auto& a, const auto& b) { return a.second.count > b.second.count; });
  if (ordered.size() > kMostThemes) ordered.resize(kMostThemes);
  ChoicesView view{.of_themes = true, .any = filter.theme.empty()};
  for (const auto& [key, one] : ordered)
    view.choices.push_back(
        {.name = state.skills.find(skills::Kind::theme, key) == nullptr ? one.word : theme_word(state, key),
         .count = count_words(one.count, language.text),
         .selected = key == filter.theme,
         .theme = key});
  return view;
}

ChoicesView make_organizations(const AppState& state, const Language& language) {
  const Filter& filter = state.visit.calendar.filter;
  std::map<OrganizationId, std::size_t> counts;
  each_coming(state, without_organization(filter), [&](const EventFacets& facets) {
    for (const OrganizationId& organization : facets.organizations) ++counts[organization];
  });
  ChoicesView view{.of_themes = false, .any = !filter.organization.has_value()};
  for (const auto& [organization, count] : counts) {
    const std::string name = organization_name(state, organization);
    if (name.empty()) continue;
    view.choices.push_back({.name = name,
                            .count = count_words(count, language.text),
                            .selected = filter.organization == organization,
                            .organization = organization});
  }
  const std::locale& locale = language.text.locale();
  std::ranges::sort(view.choices, [&](const OneChoice& a, const OneChoice& b) { return locale(a.name, b.name); });
  return view;
}

}  // namespace mur::app
