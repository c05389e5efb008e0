#include "shared/domain/merged.h"

#include <algorithm>
#include <map>

#include "shared/base/text.h"
#include "shared/calendar/occurrence.h"
#include "shared/calendar/placing.h"
#include "shared/domain/limits.h"
#include "shared/domain/same_time.h"
#include "shared/domain/span.h"

namespace mur {
namespace {

void fill(std::string& text, const std::string& other) {
  if (text.empty()) text = other;
}

void fill(Known& known, Known other) {
  if (known == Known::unknown) known = other;
}

void fill(Access& access, const Access& other) {
  fill(access.step_free, other.step_free);
  fill(access.lift, other.lift);
  fill(access.adapted_toilet, other.adapted_toilet);
  fill(access.hearing_loop, other.hearing_loop);
  fill(access.sign_language, other.sign_language);
  fill(access.quiet, other.quiet);
}

void fill(std::vector<std::string>& words, const std::vector<std::string>& others, std::size_t most) {
  for (const std::string& word : others)
    if (words.size() < most && std::ranges::find(words, word) == words.end()) words.push_back(word);
}

/// Two places are never mixed: the other one's address is not this one's.
void fill_place(EventDetails& details, const EventDetails& other) {
  Place& place = details.place;
  if (place == Place{}) {
    if (other.place == Place{}) return;
    place = other.place;
    details.kind = other.kind;
    return;
  }
  if (fold(place.name) != fold(other.place.name) || place.here != other.place.here) return;
  fill(place.address, other.place.address);
  fill(place.room, other.place.room);
}

void fill(EventDetails& details, const EventDetails& other) {
  if (length(other.description) > length(details.description)) details.description = other.description;
  fill(details.summary, other.summary);
  fill_place(details, other);
  fill(details.access, other.access);
  if (details.price.kind == PriceKind::unknown) details.price = other.price;
  fill(details.url, other.url);
  fill(details.organizer, other.organizer);
  fill(details.image_url, other.image_url);
  fill(details.conference_url, other.conference_url);
  if (!details.position) details.position = other.position;
  fill(details.categories, other.categories, limits::kCategories);
  fill(details.links, other.links, limits::kLinks);
}

bool is_cancelled(const Event& event) { return event.details.status == calendar::EventStatus::cancelled; }

/// What the wall shows of a series' changes.
std::vector<const Event*> live_changes(const Wall& wall, const Event& series) {
  std::vector<const Event*> changes = wall.changed_dates_of(series.id);
  std::erase_if(changes, [](const Event* one) { return !is_on_wall(one->moderation); });
  return changes;
}

/// The one of them for `date`, or null.
const Event* change_of(const std::vector<const Event*>& changes, const calendar::When& date,
                       const calendar::Zone& hub) {
  // Clocks differ by 26 hours at most: the cheap test first, for series with hundreds of changes.
  constexpr std::chrono::hours kFarthest{26};
  const auto found = std::ranges::find_if(changes, [&](const Event* one) {
    const calendar::When& changed = *one->details.recurrence_id;
    return std::chrono::abs(changed.local - date.local) <= kFarthest && same_instant(changed, date, hub);
  });
  return found == changes.end() ? nullptr : *found;
}

/// Do two series say the same of their `date`: whether it takes place, and when? Null: no change, `a` and `b` say it.
bool agree_on(const calendar::When& date, const Event& a, const Event* change_of_a, const Event& b,
              const Event* change_of_b, const calendar::Zone& hub) {
  const auto start = [&date](const Event* change) { return change == nullptr ? date : change->details.timing.start; };
  return is_cancelled(change_of_a == nullptr ? a : *change_of_a) ==
             is_cancelled(change_of_b == nullptr ? b : *change_of_b) &&
         same_instant(start(change_of_a), start(change_of_b), hub);
}

/// The date of `timing` at that instant, as its rule gives it.
std::optional<calendar::When> date_at(const calendar::Timing& timing, std::chrono::sys_seconds at,
                                      const calendar::Zone& hub) {
  const auto found =
      calendar::expand(timing, hub, {.from = at, .to = at + Seconds{1}}, limits::kOccurrences, limits::kExpansionSteps);
  if (!found) return std::nullopt;
  const auto date = std::ranges::find(found->occurrences, at, &calendar::Occurrence::start_at);
  return date == found->occurrences.end() ? std::nullopt : std::optional(date->key);
}

}  // namespace

const Event& series_of(const Wall& wall, const Event& event) {
  if (!event.details.recurrence_id) return event;
  EventDetails whole;
  whole.uid = event.details.uid;
  const Event* series = wall.find(event_id(event.organization, whole));
  return series == nullptr ? event : *series;
}

bool is_merged_away(const Wall& wall, const Event& event) {
  const Event& series = series_of(wall, event);
  if (!series.merged_into) return false;
  const Event* into = wall.find(*series.merged_into);
  if (into == nullptr || !is_on_wall(into->moderation)) return false;
  const calendar::Zone hub = zone_of(wall.hub());
  if (is_cancelled(series) != is_cancelled(*into)) return false;
  if (time_difference(series.details.timing, into->details.timing, hub)) return false;
  if (changes_all_later_dates(wall, series) || changes_all_later_dates(wall, *into)) return false;
  if (&series == &event) return true;
  const calendar::When& date = *event.details.recurrence_id;
  return agree_on(date, series, &event, *into, change_of(live_changes(wall, *into), date, hub), hub);
}

bool changes_all_later_dates(const Wall& wall, const Event& series) {
  return std::ranges::any_of(live_changes(wall, series), [](const Event* one) { return one->details.this_and_future; });
}

std::vector<calendar::When> dates_apart(const Wall& wall, const Event& series) {
  const Event* into = series.merged_into ? wall.find(*series.merged_into) : nullptr;
  if (into == nullptr || !is_merged_away(wall, series)) return {};
  const calendar::Zone hub = zone_of(wall.hub());
  const calendar::Placing placing(hub);
  const std::vector<const Event*> ours = live_changes(wall, series);
  std::map<std::chrono::sys_seconds, calendar::When> apart;
  for (const Event* theirs : live_changes(wall, *into)) {
    const calendar::When& date = *theirs->details.recurrence_id;
    const auto at = placing.instant(date);
    // A change of one's own says for itself whether it is shown.
    if (!at || change_of(ours, date, hub) != nullptr) continue;
    if (agree_on(date, series, nullptr, *into, theirs, hub)) continue;
    if (const auto own = date_at(series.details.timing, *at, hub)) apart.emplace(*at, *own);
  }
  std::vector<calendar::When> dates;
  for (auto& [at, date] : apart) dates.push_back(std::move(date));
  return dates;
}

std::vector<const Event*> merged_with(const Wall& wall, const Event& event) {
  const Event& series = series_of(wall, event);
  std::vector<const Event*> together = wall.merged_into(series.id);
  std::erase_if(together,
                [&](const Event* one) { return !is_on_wall(one->moderation) || !is_merged_away(wall, *one); });
  if (together.empty() || &series == &event) return together;
  const calendar::Zone hub = zone_of(wall.hub());
  const calendar::When& date = *event.details.recurrence_id;
  std::erase_if(together, [&](const Event* one) {
    return !agree_on(date, series, &event, *one, change_of(live_changes(wall, *one), date, hub), hub);
  });
  return together;
}

std::vector<const Event*> merged_with(const Wall& wall, const Event& event, std::chrono::sys_seconds date) {
  std::vector<const Event*> together = merged_with(wall, event);
  if (together.empty() || event.details.recurrence_id) return together;
  const calendar::Zone hub = zone_of(wall.hub());
  const calendar::Placing placing(hub);
  std::erase_if(together, [&](const Event* one) {
    return std::ranges::any_of(live_changes(wall, *one), [&](const Event* change) {
      const calendar::When& changed = *change->details.recurrence_id;
      const auto at = placing.instant(changed);
      return at && *at == date && !agree_on(changed, event, nullptr, *one, change, hub);
    });
  });
  return together;
}

std::vector<OrganizationId> co_organizers(const Event& event, const std::vector<const Event*>& merged) {
  std::vector<OrganizationId> others;
  for (const Event* one : merged)
    if (one->organization != event.organization && std::ranges::find(others, one->organization) == others.end())
      others.push_back(one->organization);
  return others;
}

EventDetails richest(const Event& event, const std::vector<const Event*>& merged) {
  EventDetails details = event.details;
  for (const Event* one : merged) fill(details, one->details);
  return details;
}

}  // namespace mur
