#include "shared/domain/merged.h"

#include <algorithm>

#include "shared/base/text.h"
#include "shared/domain/limits.h"

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

void fill(EventDetails& details, const EventDetails& other) {
  if (length(other.description) > length(details.description)) details.description = other.description;
  fill(details.summary, other.summary);
  fill(details.place.name, other.place.name);
  fill(details.place.address, other.place.address);
  fill(details.place.room, other.place.room);
  details.place.here = details.place.here || other.place.here;
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

}  // namespace

bool is_merged_away(const Wall& wall, const Event& event) {
  if (!event.merged_into) return false;
  const Event* into = wall.find(*event.merged_into);
  return into != nullptr && is_on_wall(into->moderation);
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
  for (const Event* one : merged)
    if (is_on_wall(one->moderation)) fill(details, one->details);
  return details;
}

}  // namespace mur
