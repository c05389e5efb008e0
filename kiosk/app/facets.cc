#include "kiosk/app/facets.h"

#include <algorithm>
#include <set>

#include "shared/base/text.h"
#include "shared/domain/merged.h"

namespace mur::app {

namespace {

FacetSet facets_of(const EventDetails& details) {
  FacetSet set = 0;
  const auto put = [&](Facet facet, bool is_so) {
    if (is_so) set = static_cast<FacetSet>(set | bit(facet));
  };
  const bool here = details.kind == EventKind::programming || details.place.here;
  put(Facet::here, here);
  put(Facet::in_town, !here);
  put(Facet::free_of_charge, details.price.kind == PriceKind::free_of_charge);
  put(Facet::step_free, details.access.step_free == Known::yes);
  put(Facet::hearing_loop, details.access.hearing_loop == Known::yes);
  put(Facet::sign_language, details.access.sign_language == Known::yes);
  put(Facet::quiet, details.access.quiet == Known::yes);
  return set;
}

std::vector<Theme> themes_of(const std::vector<std::string>& categories, const skills::SkillTree& tree) {
  std::vector<Theme> themes;
  for (const std::string& word : categories) {
    const skills::Entry* known = tree.find_spelt(skills::Kind::theme, word);
    Theme theme{.key = known == nullptr ? fold(word) : known->id, .word = word};
    if (!theme.key.empty() && std::ranges::find(themes, theme.key, &Theme::key) == themes.end())
      themes.push_back(std::move(theme));
  }
  return themes;
}

EventId series_of(const Event& event) {
  if (!event.details.recurrence_id) return event.id;
  EventDetails master = event.details;
  master.recurrence_id.reset();
  return event_id(event.organization, master);
}

EventFacets make(const Wall& wall, const skills::SkillTree& tree, const Event& event) {
  const std::vector<const Event*> merged = merged_with(wall, event);
  const EventDetails details = merged.empty() ? event.details : richest(event, merged);
  EventFacets made{.facets = facets_of(details),
                   .organizations = co_organizers(event, merged),
                   .themes = themes_of(details.categories, tree),
                   .series = series_of(event),
                   .merged_into = event.merged_into};
  made.organizations.insert(made.organizations.begin(), event.organization);
  return made;
}

/// Larger is better.
auto spelling(const std::string& word) {
  const auto accents =
      std::ranges::count_if(word, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0xC0U; });
  const auto upper = std::ranges::count_if(word, [](char c) { return c >= 'A' && c <= 'Z'; });
  const auto lower = std::ranges::count_if(word, [](char c) { return c >= 'a' && c <= 'z'; });
  const bool shouted = upper > 1 && lower == 0;
  const bool capital = upper > 0 || (!word.empty() && (static_cast<unsigned char>(word.front()) & 0x80U) != 0);
  return std::tuple{accents, !shouted, capital, -upper};
}

}  // namespace

Filter toggled(Filter filter, Facet facet) {
  filter.facets = static_cast<FacetSet>(filter.facets ^ bit(facet));
  if (!has(filter, facet)) return filter;
  if (facet == Facet::here) filter.facets = static_cast<FacetSet>(filter.facets & ~bit(Facet::in_town));
  if (facet == Facet::in_town) filter.facets = static_cast<FacetSet>(filter.facets & ~bit(Facet::here));
  return filter;
}

bool is_better_spelt(const std::string& word, const std::string& than) { return spelling(word) > spelling(than); }

bool matches(const EventFacets& event, const Filter& filter) {
  if ((event.facets & filter.facets) != filter.facets) return false;
  if (filter.organization && std::ranges::find(event.organizations, *filter.organization) == event.organizations.end())
    return false;
  return filter.theme.empty() || std::ranges::find(event.themes, filter.theme, &Theme::key) != event.themes.end();
}

void Facets::rebuild(const Wall& wall, const skills::SkillTree& themes) {
  all_.clear();
  wall.each<Event>([&](const Event& event) { all_.emplace(event.id, make(wall, themes, event)); });
}

void Facets::take(const Wall& wall, const skills::SkillTree& themes, EventId id) {
  const Event* event = wall.find(id);
  if (event == nullptr)
    all_.erase(id);
  else
    all_.insert_or_assign(id, make(wall, themes, *event));
}

void Facets::refresh(const Wall& wall, const skills::SkillTree& themes, std::span<const RecordId> changed) {
  std::set<EventId> touched;
  const auto touch_series = [&](EventId series) {
    touched.insert(series);
    for (const Event* date : wall.changed_dates_of(series)) touched.insert(date->id);
  };
  const auto touch_what_counts_in = [&](EventId series) {
    if (const auto known = all_.find(series); known != all_.end() && known->second.merged_into)
      touch_series(*known->second.merged_into);
    if (const Event* event = wall.find(series); event != nullptr && event->merged_into)
      touch_series(*event->merged_into);
  };
  for (const RecordId& id : changed) {
    if (id.kind != RecordKind::event) continue;
    const EventId event_id{id.uuid};
    touch_series(event_id);
    // What it, or the series of which it is a date, was counted in, and what it is counted in now.
    touch_what_counts_in(event_id);
    const auto known = all_.find(event_id);
    if (const Event* event = wall.find(event_id); event != nullptr)
      touch_what_counts_in(series_of(*event));
    else if (known != all_.end())
      touch_what_counts_in(known->second.series);
  }
  for (const EventId id : touched) take(wall, themes, id);
}

const EventFacets* Facets::find(EventId event) const {
  const auto found = all_.find(event);
  return found == all_.end() ? nullptr : &found->second;
}

bool Facets::matches(EventId event, const Filter& filter) const {
  if (!is_on(filter)) return true;
  const EventFacets* found = find(event);
  return found != nullptr && app::matches(*found, filter);
}

}  // namespace mur::app
