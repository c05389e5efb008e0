#pragma once

#include <vector>

#include "kiosk/app/agenda.h"
#include "shared/calendar/zone.h"
#include "shared/domain/need.h"

namespace mur::app {

/// What a slot wants the next time it takes place.
struct SlotState {
  std::optional<AgendaEntry> next;  ///< on now or to come; nothing where no time is set, or all of it is over
  bool over = false;
  bool repeats = false;
  int missing = 0;  ///< then
  int waiting = 0;  ///< people on the list for then
};

[[nodiscard]] SlotState slot_state(const Slot& slot, const calendar::Zone& zone, TimePoint now);

/// The next dates of a slot, at most `most`; without an event in them. Empty where no time is set.
[[nodiscard]] std::vector<AgendaEntry> next_dates(const Slot& slot, const calendar::Zone& zone, TimePoint now,
                                                  std::size_t most);
/// How many can still come to a repeating slot each time, from `now` on.
[[nodiscard]] int missing_each_time(const Slot& slot, TimePoint now);

/// « J'y vais maintenant »: it begins here soon or is on, and someone is missing.
[[nodiscard]] bool may_come_now(const Need& need, const SlotState& slot, TimePoint now);

}  // namespace mur::app
