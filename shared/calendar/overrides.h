#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "shared/calendar/occurrence.h"

namespace mur::calendar {

/// An entry that replaces one instance of a series, or with `this_and_future` that one and all later ones.
struct Override {
  When instance;  ///< RECURRENCE-ID: which of the master's instances
  bool this_and_future = false;
  Timing timing;  ///< when it is now; its rules are ignored, a series repeats as its master does
};

/// One instance of a series, and which override speaks for it: its title, place and status are to be shown then.
struct Instance {
  Occurrence occurrence;
  std::optional<std::size_t> changed_by;  ///< index into the overrides; nothing: the master

  friend bool operator==(const Instance&, const Instance&) = default;
};

/// The master's occurrences with the overridden ones in their new places. An override that moves an instance into the
/// window is there even if the instance was outside; one that moves it out is gone. A RANGE=THISANDFUTURE override
/// moves later instances by as much as it moves its own (RFC 5545 § 3.2.13). Cancelled instances stay, so that they can
/// be shown struck. Of two overrides of one instance the last counts. Ordered by start.
[[nodiscard]] std::vector<Instance> merge(std::span<const Occurrence> master, std::span<const Override> overrides,
                                          const Zone& hub, const Window& window);

}  // namespace mur::calendar
