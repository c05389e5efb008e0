#pragma once

#include "shared/domain/need.h"
#include "shared/protocol/fields/calendar.h"
#include "shared/protocol/fields/moderation.h"
#include "shared/protocol/fields/place.h"

namespace mur::protocol {

template <>
struct Fields<SlotDate> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& date) {
    archive(date.begins_at, Count{"date.held", date.held, limits::kPeopleWanted},
            Count{"date.accepted", date.accepted, limits::kPeopleWanted},
            Count{"date.listed", date.listed, limits::kPeopleWanted});
  }
};

template <>
struct Fields<Slot> {
  static constexpr std::uint16_t kVersion = 2;
  static void visit(auto& archive, auto& slot) {
    archive(slot.id, Text{"slot.role", slot.role, limits::kName}, slot.when,
            Count{"slot.wanted", slot.wanted, limits::kPeopleWanted},
            Count{"slot.held", slot.held, limits::kPeopleWanted},
            Count{"slot.accepted", slot.accepted, limits::kPeopleWanted}, Text{"slot.unit", slot.unit, limits::kWord},
            Text{"slot.welcomed_by", slot.welcomed_by, limits::kName}, Text{"slot.where", slot.where, limits::kPlace},
            Text{"slot.bring", slot.bring, limits::kSummary});
    if (archive.since(2))
      archive(Count{"slot.listed", slot.listed, limits::kPeopleWanted},
              List{"slot.dates", slot.dates, limits::kSlotDates});
  }
};

template <>
struct Fields<WhoMayCome> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& who) {
    archive(who.access, Count{"who.age_from", who.age_from, limits::kAgeFrom}, who.groups, who.taught,
            Texts{"who.languages", who.languages, limits::kLanguages, limits::kWord});
  }
};

template <>
struct Fields<Tally> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& tally) {
    archive(tally.kind, Text{"tally.unit", tally.unit, limits::kWord},
            Count{"tally.matched_from", tally.matched_from, limits::kTally},
            Count{"tally.matched_to", tally.matched_to, limits::kTally},
            Count{"tally.ceiling", tally.ceiling, limits::kTally},
            Count{"tally.gift_ceiling", tally.gift_ceiling, limits::kTally},
            Text{"tally.url", tally.url, limits::kLink});
  }
};

template <>
struct Fields<TallySoFar> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& so_far) {
    archive(Count{"tally.given", so_far.given, limits::kTally}, Count{"tally.used", so_far.used, limits::kTally},
            so_far.at);
  }
};

template <>
struct Fields<NeedDetails> {
  static constexpr std::uint16_t kVersion = 3;
  static void visit(auto& archive, auto& details) {
    archive(details.kind, details.event, Text{"title", details.title, limits::kTitle},
            Text{"easy_line", details.easy_line, limits::kEasyLine},
            Text{"description", details.description, limits::kDescription}, Text{"theme", details.theme, limits::kWord},
            Texts{"skills", details.skills, limits::kSkills, limits::kWord},
            Text{"commitment", details.commitment, limits::kName}, details.place, details.remote, details.no_experience,
            List{"slots", details.slots, limits::kSlots}, details.closes_at);
    if (archive.since(2)) archive(details.who, details.tally);
    if (archive.since(3)) archive(details.electoral);
  }
};

template <>
struct Fields<Need> {
  static constexpr std::uint16_t kVersion = 2;
  static void visit(auto& archive, auto& need) {
    archive(need.id, need.organization, need.details, need.over_at, need.updated_at, need.moderation);
    if (archive.since(2)) archive(need.so_far);
  }
};

}  // namespace mur::protocol
