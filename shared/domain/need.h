#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/clock.h"
#include "shared/calendar/timing.h"
#include "shared/domain/ids.h"
#include "shared/domain/moderation.h"
#include "shared/domain/place.h"
#include "shared/domain/tally.h"
#include "shared/domain/who_may_come.h"

namespace mur {

enum class NeedKind : std::uint8_t { time = 1, skill = 2, material = 3 };

[[nodiscard]] const char* to_string(NeedKind kind);
[[nodiscard]] std::optional<NeedKind> parse_need_kind(std::string_view text);

/// What is taken on one date of a repeating slot, beyond those who come each time.
struct SlotDate {
  TimePoint begins_at{};
  int held = 0;
  int accepted = 0;
  int listed = 0;

  friend bool operator==(const SlotDate&, const SlotDate&) = default;
};

/// A role in a need, with a time span and a wanted head-count or quantity.
struct Slot {
  SlotId id;
  std::string role;  ///< "Servir à table"
  std::optional<calendar::Timing> when;
  int wanted = 1;  ///< people, or `unit`s of material
  int held = 0;    ///< taken while the organization decides
  int accepted = 0;
  std::string unit;             ///< empty = people; "m²", "chaises"
  std::string welcomed_by;      ///< who welcomes you
  std::string where;            ///< where exactly
  std::string bring;            ///< what to bring
  int listed = 0;               ///< on the waiting list
  std::vector<SlotDate> dates;  ///< of a repeating slot, by begins_at: those on which someone comes once

  friend bool operator==(const Slot&, const Slot&) = default;
};

[[nodiscard]] inline int missing(const Slot& slot) {
  const int free = slot.wanted - slot.held - slot.accepted;
  return free > 0 ? free : 0;
}
/// On one date of a repeating slot.
[[nodiscard]] int missing(const Slot& slot, TimePoint begins_at);

/// Has anyone answered it whose reply is not settled yet, or who is expected?
[[nodiscard]] inline bool has_people(const Slot& slot) {
  return slot.held + slot.accepted + slot.listed > 0 || !slot.dates.empty();
}

/// Takes over how many places of `present` are taken: that is not its author's to say.
void keep_counts(Slot& next, const Slot& present);

struct NeedDetails {
  NeedKind kind = NeedKind::time;
  std::optional<EventId> event;
  std::string title;
  std::string easy_line;  ///< « facile à lire »
  std::string description;
  std::string theme;
  std::vector<std::string> skills;
  std::string commitment;  ///< "2 heures", in the organization's words
  Place place;
  bool remote = false;
  bool no_experience = false;  ///< no experience needed, or taught on the spot
  std::vector<Slot> slots;
  std::optional<TimePoint> closes_at;  ///< apply by
  WhoMayCome who;
  std::optional<Tally> tally;
  bool electoral = false;  ///< it serves a campaign

  friend bool operator==(const NeedDetails&, const NeedDetails&) = default;
};

struct Need {
  NeedId id;
  OrganizationId organization;
  NeedDetails details;
  std::optional<TimePoint> over_at;  ///< last slot's end or `closes_at`, whichever is first; absent: open-ended
  TimePoint updated_at{};
  Moderation moderation;
  TallySoFar so_far;  ///< of `details.tally`

  friend bool operator==(const Need&, const Need&) = default;
};

/// Null if it has no such slot.
[[nodiscard]] const Slot* find_slot(const NeedDetails& details, SlotId id);

/// Over all slots.
[[nodiscard]] int missing(const Need& need);

}  // namespace mur
