#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/clock.h"

namespace mur {

/// What a need counts beside people. On disk and on the wire: append only.
enum class TallyKind : std::uint8_t {
  suspended = 1,    ///< given ahead, for whoever comes: « 12 repas suspendus »
  matched_gift = 2  ///< money that someone adds to: 100 given become 300
};

[[nodiscard]] const char* to_string(TallyKind kind);
[[nodiscard]] std::optional<TallyKind> parse_tally_kind(std::string_view text);

/// What is counted and by which rule, in the organization's words. Mur moves no money: it shows `url`, and what the
/// organization enters.
struct Tally {
  TallyKind kind = TallyKind::suspended;
  std::string unit;      ///< "repas", "€"
  int matched_from = 0;  ///< of a matched gift: so much …
  int matched_to = 0;    ///< … becomes so much
  int ceiling = 0;       ///< given beyond it is no longer taken, or matched; 0: none
  int gift_ceiling = 0;  ///< of one gift, so much is matched; 0: all of it
  std::string url;       ///< where one gives; empty: here

  friend bool operator==(const Tally&, const Tally&) = default;
};

/// How far it got. Counted by CountTally, never said with the need.
struct TallySoFar {
  int given = 0;
  int used = 0;  ///< of what was given ahead
  TimePoint at{};

  friend bool operator==(const TallySoFar&, const TallySoFar&) = default;
};

[[nodiscard]] inline int left(const TallySoFar& so_far) { return so_far.given - so_far.used; }

/// What the gifts come to with what is added to them. Beyond `ceiling` nothing is added.
[[nodiscard]] std::int64_t comes_to(const Tally& tally, const TallySoFar& so_far);

}  // namespace mur
