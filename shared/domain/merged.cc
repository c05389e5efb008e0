#include "shared/domain/merged.h"

#include <algorithm>

#include "shared/base/text.h"
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

/// Does `instance` say of its date what the series `into` says of it?
bool agrees_on_date(const Wall& wall, const Event& instance, const Event& into, const calendar::Zone& hub) {
  const calendar::When& date = *instance.details.recurrence_id;
  EventDetails same_date;
  same_date.uid = into.details.uid;
  same_date.recurrence_id = date;
  same_date.this_and_future = instance.details.this_and_future;
  const Event* theirs = wall.find(event_id(into.organization, same_date));
  if (theirs == nullptr || !is_on_wall(theirs->moderation))
    return is_cancelled(instance) == is_cancelled(into) && same_instant(instance.details.timing.start, date, hub);
  return is_cancelled(instance) == is_cancelled(*theirs) &&
         same_instant(instance.details.timing.start, theirs->details.timing.start, hub);
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
  return &series == &event || agrees_on_date(wall, event, *into, hub);
}

std::vector<const Event*> merged_with(const Wall& wall, const Event& event) {
  std::vector<const Event*> together = wall.merged_into(series_of(wall, event).id);
  std::erase_if(together,
                [&](const Event* one) { return !is_on_wall(one->moderation) || !is_merged_away(wall, *one); });
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
