#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "shared/domain/wall.h"

namespace mur {

/// What a person has to be told of their reply, or of an organization's to their offer. Computed from the records,
/// never stored: what was told is (Reply::told). Nobody is silently not told.
///
///   news             when                                                          e-mail   phone               none
///   place_held       the waiting list moved up                                     letter   organization calls  ticket
///   accepted         the organization said yes                                     letter   organization calls  ticket
///   declined         it said no, or its need was closed                            letter   organization calls  ticket
///   expired          it did not decide in time                                     letter   desk calls          ticket
///   fell_through     it can't be after all                                         letter   organization calls  ticket
///   moved            the slot begins at another time than they know                letter   organization calls  ticket
///   reminder         it begins within kRemindAhead                                 letter   organization calls  ticket
///   answer_waits     an organization answered their offer, and they may say yes    letter   desk calls          ticket
///   answer_agreed    the same, where they ticked « peuvent m'appeler »             letter   organization calls  ticket
///   answer_back      the organization took its answer back                         letter   desk calls          ticket
///   date_set         the hub proposes when the group they would join meets         letter   desk calls          ticket
///
/// An organization that the hub does not trust opens no contact: the desk calls for it. `ticket` stands in the desk's
/// list as well: it is read there when the person passes by.
enum class News : std::uint8_t {
  place_held = 1,
  accepted = 2,
  declined = 3,
  expired = 4,
  fell_through = 5,
  moved = 6,
  reminder = 7,
  answer_waits = 8,
  answer_agreed = 9,
  answer_back = 10,
  date_set = 11
};
inline constexpr std::size_t kNews = 11;

[[nodiscard]] const char* to_string(News news);

/// Who reaches the person, and how.
enum class Channel : std::uint8_t { letter = 1, organization_calls = 2, desk_calls = 3, ticket = 4 };

[[nodiscard]] const char* to_string(Channel channel);

struct Telling {
  ReplyId reply;
  News news{};
  Channel channel{};
  TimePoint since{};
  TimePoint due_at{};  ///< the latest that makes sense

  friend bool operator==(const Telling&, const Telling&) = default;
};

/// Nothing where they know, where it is over (but for an idea whose end is the news), and for who only walked in.
[[nodiscard]] std::optional<Telling> telling_of(const Wall& wall, const Reply& reply, TimePoint now);
/// Of all replies, by due_at.
[[nodiscard]] std::vector<Telling> tellings(const Wall& wall, TimePoint now);

}  // namespace mur
