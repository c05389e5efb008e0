#pragma once

#include <chrono>
#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "shared/calendar/occurrence.h"
#include "shared/calendar/placing.h"

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

/// What the overrides of one series make of its instances.
class Overriding {
 public:
  /// `placing` and `overrides` outlive it. Of two overrides of one instance the last counts.
  Overriding(std::span<const Override> overrides, const Placing& placing);

  /// The series' instance as it is now; nothing where an override has its own place for it (then in `own`).
  [[nodiscard]] std::optional<Instance> told(const Occurrence& master) const;
  /// The overridden instances in their new places, in no order.
  [[nodiscard]] std::vector<Instance> own() const;
  /// Where the series is to be expanded for `window`: THISANDFUTURE may move instances into it from outside.
  [[nodiscard]] Window widened(const Window& window) const;

 private:
  [[nodiscard]] Occurrence moved(const Occurrence& occurrence, std::size_t by) const;

  using At = std::map<std::chrono::sys_seconds, std::size_t>;  // instance -> the override that speaks for it
  std::span<const Override> overrides_;
  const Placing& placing_;
  At single_;
  At onwards_;  ///< from that instance on
  std::vector<std::optional<Occurrence>> own_;
};

/// The master's occurrences with the overridden ones in their new places. An override that moves an instance into the
/// window is there even if the instance was outside; one that moves it out is gone. A RANGE=THISANDFUTURE override
/// moves later instances by as much as it moves its own (RFC 5545 § 3.2.13). Cancelled instances stay, so that they can
/// be shown struck. Of two overrides of one instance the last counts. Ordered by start.
[[nodiscard]] std::vector<Instance> merge(std::span<const Occurrence> master, std::span<const Override> overrides,
                                          const Zone& hub, const Window& window);

}  // namespace mur::calendar
