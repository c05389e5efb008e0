#pragma once

#include <vector>

#include "shared/calendar/component.h"
#include "shared/calendar/reader.h"

namespace mur::calendar {

/// What the event says in words and addresses: title, texts, place, links, organizer's name. Addresses of people
/// (ORGANIZER's value, ATTENDEE, CONTACT, a name that is an address) are not even looked at twice.
void read_texts(const Component& vevent, Entry& entry, std::vector<Warning>& warnings);

/// The property's TEXT as people read it: without backslashes, without HTML, NFC; empty where it is absent.
[[nodiscard]] std::string text_of(const Component& component, std::string_view property);

}  // namespace mur::calendar
