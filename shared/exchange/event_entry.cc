#include "shared/exchange/event_entry.h"

#include <algorithm>
#include <string>
#include <utility>

#include "shared/calendar/entry_texts.h"
#include "shared/exchange/extras.h"
#include "shared/exchange/search_words.h"

namespace mur::exchange {
namespace {

/// "Cuisine, La Base, 31 rue Bichat, 75010 Paris": what a stranger's map finds. No part is said twice.
std::string location_of(const Place& place, const Hub& hub) {
  std::string location;
  const auto add = [&location](const std::string& part) {
    if (part.empty() || holds_words(search_words(location), search_words(part))) return;
    location += (location.empty() ? "" : ", ") + part;
  };
  add(place.name);
  add(place.room);
  if (place.here) add(hub.name);
  add(place.address);
  if (place.here && place.address.empty()) add(hub.address);
  return location;
}

std::string one_line(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  return text;
}

/// A name that is none, but an address, is not for everyone.
std::string named(const std::string& organizer) {
  return calendar::is_persons_address(organizer) ? std::string{} : organizer;
}

class Extras {
 public:
  explicit Extras(std::vector<calendar::Extra>& extras) : extras_{extras} {}

  void add(const char* name, std::string value) { extras_.push_back({.name = name, .value = std::move(value)}); }
  void add_unless_empty(const char* name, std::string_view value) {
    if (!value.empty()) add(name, std::string(value));
  }
  /// `value` once more, unless the standard property is read as exactly that.
  void add_unless_read(const char* name, const std::string& read, const std::string& value) {
    if (read != value) add(name, value);
  }

 private:
  std::vector<calendar::Extra>& extras_;
};

void add_extras(calendar::Entry& entry, const EventDetails& details, const Hub& hub) {
  Extras extras(entry.extras);
  extras.add_unless_read(extras::kTitle, one_line(calendar::plain_text(entry.summary)), details.title);
  extras.add_unless_empty(extras::kSummary, details.summary);
  extras.add_unless_read(extras::kDescription, calendar::plain_text(entry.description), details.description);
  extras.add_unless_read(extras::kPlace, calendar::plain_text(entry.location), details.place.name);
  extras.add_unless_empty(extras::kAddress, details.place.address);
  extras.add(extras::kHub, to_string(hub.id));
  extras.add(extras::kKind, to_string(details.kind));
  extras.add(extras::kHere, details.place.here ? "yes" : "no");
  extras.add_unless_empty(extras::kRoom, details.place.room);
  extras.add_unless_read(extras::kOrganizer, entry.organizer, named(details.organizer));
  extras.add_unless_empty(extras::kAccess, extras::access_text(details.access));
  extras.add_unless_empty(extras::kPrice, extras::price_word(details.price.kind));
  extras.add_unless_empty(extras::kPriceText, details.price.text);
  if (details.full) extras.add(extras::kFull, "yes");
}

}  // namespace

calendar::Entry entry_of(const EventDetails& details, const Hub& hub, const std::string& publisher) {
  const std::string organizer = named(details.organizer);
  calendar::Entry entry{.uid = details.uid,
                        .recurrence_id = details.recurrence_id,
                        .this_and_future = details.this_and_future,
                        .sequence = details.sequence,
                        .status = details.status,
                        .timing = details.timing,
                        .summary = details.title,
                        .description = details.description.empty() ? details.summary : details.description,
                        .location = location_of(details.place, hub),
                        .url = details.url,
                        .categories = details.categories,
                        .organizer = organizer.empty() ? named(publisher) : organizer,
                        .image_url = details.image_url,
                        .conference_url = details.conference_url,
                        .links = details.links};
  if (details.position)
    entry.position = {.latitude_e6 = details.position->latitude_e6, .longitude_e6 = details.position->longitude_e6};
  add_extras(entry, details, hub);
  return entry;
}

}  // namespace mur::exchange
