#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/calendar/component.h"
#include "shared/calendar/reader.h"

namespace mur::calendar {

/// What the event says in words and addresses: title, texts, place, links, organizer's name. Addresses of people
/// (ORGANIZER's value, ATTENDEE, CONTACT, a name that is an address) are not even looked at twice.
void read_texts(const Component& vevent, Entry& entry, std::vector<Warning>& warnings);

/// A TEXT as people read it: HTML to text, NFC (base `normalize`).
[[nodiscard]] std::string plain_text(std::string_view text);

/// True where an organizer's "name" holds an address of a person: "ana@example.org", "mailto:…".
[[nodiscard]] bool is_persons_address(std::string_view name);

/// A value as a warning repeats it: shortened, without control characters.
[[nodiscard]] std::string excerpt(std::string_view value);

/// The property's TEXT as people read it: without backslashes, without HTML, NFC; empty where it is absent.
[[nodiscard]] std::string text_of(const Component& component, std::string_view property);

}  // namespace mur::calendar
