#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/clock.h"
#include "shared/domain/ids.h"
#include "shared/domain/offer.h"

namespace mur {

/// Where a reply to a need stands. On disk and on the wire: append only.
///
///   from                    on                                               to
///   –                       answer, places are free                          held
///   –                       answer, all are taken                            listed
///   –                       « J'y vais maintenant », a place is free         accepted
///   listed                  a place opens, first come first served           held
///   held                    the organization accepts                         accepted
///   listed                  the organization accepts, a place is free        accepted
///   held, listed            the organization declines, with a reason         declined
///   held                    nobody decided by `decide_by`                    expired
///   held, listed            the need is closed                               declined (closed)
///   held, listed            the slot is over                                 expired
///   held, listed, accepted  the person withdraws (ticket)                    withdrawn
///   withdrawn               the person undoes it, within 24 h                held or listed, at the end of the line
///   accepted                the organization can't after all, or the event   fell_through
///                           is cancelled
///   accepted, met, no_show, the slot has begun, the organization says so     met, no_show
///   nobody_there
///   accepted, met,          the slot has begun, the person says so, and the  met, nobody_there
///   nobody_there            organization said nothing
///
/// Everything else is refused. A place is taken by held and accepted, and stays taken by what became of accepted.
///
/// Of a reply to an offer, where an organization answers and the person decides:
///
///   from                    on                                               to
///   –                       the organization answers                         held
///   –                       the same, and the person ticked « peuvent        accepted
///                           m'appeler »
///   held                    the person says yes (ticket, or staff for them)  accepted
///   held, accepted          the person says no                               declined
///   held                    nobody decided by `decide_by`, or the offer ends expired
///   held, accepted          the person takes the offer back                  withdrawn
///   held, accepted          the organization takes its answer back           fell_through
///   accepted, met, no_show, the organization says so                         met, no_show
///   nobody_there
///   accepted, met,          the person says so, and the organization said    met, nobody_there
///   nobody_there            nothing
enum class ReplyStatus : std::uint8_t {
  held = 1,    ///< the place is taken while the organization decides
  listed = 2,  ///< on the waiting list
  accepted = 3,
  declined = 4,
  withdrawn = 5,
  expired = 6,
  met = 7,
  no_show = 8,
  nobody_there = 9,  ///< the person came, the organization did not
  fell_through = 10
};

/// Why an organization does not take someone. On disk and on the wire: append only.
enum class ReplyReason : std::uint8_t {
  none = 0,
  enough = 1,     ///< enough people already
  other_day = 2,  ///< another day or hour would suit
  skill = 3,      ///< a skill is needed that was not offered
  cancelled = 4,  ///< it does not take place
  closed = 5,     ///< the need was closed
  other = 6
};

[[nodiscard]] const char* to_string(ReplyStatus status);
[[nodiscard]] std::optional<ReplyStatus> parse_reply_status(std::string_view text);
[[nodiscard]] const char* to_string(ReplyReason reason);
[[nodiscard]] std::optional<ReplyReason> parse_reply_reason(std::string_view text);

/// What the person has been told, by whoever reached them; from their own touch on they know. What became news since
/// then: telling.h.
struct Told {
  ReplyStatus status = ReplyStatus::held;
  TimePoint begins_at{};
  TimePoint at{};  ///< epoch: nothing yet

  friend bool operator==(const Told&, const Told&) = default;
};

/// One person answers a need (claiming a slot), or one organization answers an offer. Never on a wall.
struct Reply {
  ReplyId id;
  OrganizationId organization;  ///< whose need it answers, or who answers the offer
  std::optional<NeedId> need;   ///< exactly one of need and offer is set
  std::optional<SlotId> slot;
  std::optional<OfferId> offer;
  ReplyStatus status = ReplyStatus::held;
  std::string first_name;
  ContactKind contact = ContactKind::none;
  TimePoint created_at{};
  TimePoint decided_at{};         ///< of the last change of status
  std::optional<TimePoint> date;  ///< where the slot repeats: which date, by its start; absent: each of them
  int places = 1;                 ///< people, or units of material
  std::uint32_t number = 0;       ///< in the order of arrival at its slot: 1, 2, 3 …
  TimePoint decide_by{};          ///< while held
  TimePoint begins_at{};          ///< of its slot or date; epoch: no time is set
  TimePoint over_at{};            ///< likewise; where no time is set, when the reply lapses
  ReplyReason reason = ReplyReason::none;
  std::string note;      ///< to the person, with a decision
  std::string language;  ///< BCP 47
  AgeClass age = AgeClass::unknown;
  bool walked_in = false;             ///< « J'y vais maintenant »: no contact, no ticket
  bool told_by_organization = false;  ///< what became of it is the organization's word
  Told told;
  TimePoint consented_at{};  ///< to a *sensitive* organization's knowing the contact; epoch: it was not asked
  TimePoint reminded_at{};   ///< when the organization was told that this one waits for it

  friend bool operator==(const Reply&, const Reply&) = default;
};

/// Does it take places of its slot?
[[nodiscard]] constexpr bool takes_place(ReplyStatus status) {
  switch (status) {
    case ReplyStatus::held:
    case ReplyStatus::accepted:
    case ReplyStatus::met:
    case ReplyStatus::no_show:
    case ReplyStatus::nobody_there: return true;
    case ReplyStatus::listed:
    case ReplyStatus::declined:
    case ReplyStatus::withdrawn:
    case ReplyStatus::expired:
    case ReplyStatus::fell_through: break;
  }
  return false;
}
/// They know how it stands at `now`.
inline void set_told(Reply& reply, TimePoint now) {
  reply.told = {.status = reply.status, .begins_at = reply.begins_at, .at = now};
}
/// Did both sides agree that they meet, whatever became of it then?
[[nodiscard]] constexpr bool is_agreed(ReplyStatus status) {
  return takes_place(status) && status != ReplyStatus::held;
}
/// May anything still become of it?
[[nodiscard]] constexpr bool is_open(ReplyStatus status) {
  return status == ReplyStatus::held || status == ReplyStatus::listed || status == ReplyStatus::accepted;
}

}  // namespace mur
