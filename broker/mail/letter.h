#pragma once

#include <string>

#include "shared/calendar/zone.h"
#include "shared/domain/telling.h"

namespace mur::broker {

/// UTF-8, lines of any length, ended by "\n". Holds neither a contact nor a ticket code: who holds the ticket has it.
struct Letter {
  std::string subject;
  std::string text;

  friend bool operator==(const Letter&, const Letter&) = default;
};

/// What a telling says to its person, in French where that is the language of the screen they used, else in English.
/// Times in the hub's zone. Whoever was not taken reads where else people are looked for at `now`. `telling` is of a
/// reply that `wall` has.
[[nodiscard]] Letter write_letter(const Wall& wall, const Telling& telling, const calendar::Zone& hub, TimePoint now);

}  // namespace mur::broker
