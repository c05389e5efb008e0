#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/calendar/component.h"
#include "shared/calendar/reader.h"

/// What a VEVENT says in words: titles, places, links, and the properties that are Mur's own.
namespace mur::calendar {

/// Fills in everything of `entry` that is no time and no standing. What can't be kept is named in `warnings`.
void read_texts(const Component& vevent, Entry& entry, std::vector<Warning>& warnings);

/// A TEXT as people read it: HTML to text, NFC (base `normalize`).
[[nodiscard]] std::string plain_text(std::string_view text);

/// True where an organizer's name is, or holds, an e-mail address: "ana@example.org", "Ana <ana@example.org>".
[[nodiscard]] bool is_email_address(std::string_view name);

/// A value as a warning repeats it: shortened, without control characters.
[[nodiscard]] std::string quoted(std::string_view value);

}  // namespace mur::calendar
