#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "kiosk/app/agenda.h"
#include "kiosk/app/page.h"

namespace mur::app {

/// A need on the board, and what orders it.
struct BoardNeed {
  NeedId need;
  std::optional<std::chrono::local_seconds> next;  ///< when help is wanted first; nothing: any time
  std::vector<int> missing_in_slot;                ///< in each, on its next date; none where it is over
  int missing = 0;                                 ///< over all slots
  bool complete = false;                           ///< it has slots, and all of them are taken
  friend bool operator==(const BoardNeed&, const BoardNeed&) = default;
};

/// What Attract can put in large letters: a need, a story, or an event of today or tomorrow.
struct Headline {
  std::optional<NeedId> need;
  std::optional<StoryId> story;
  OccurrenceRef occurrence;  ///< without either
  friend bool operator==(const Headline&, const Headline&) = default;
};

/// The two columns in the order in which they are shown, and the turns of Attract.
struct Board {
  std::vector<BoardNeed> needs;     ///< soonest first, then emptiest; complete ones last
  std::vector<OfferId> offers;      ///< newest first
  std::vector<StoryId> stories;     ///< newest first
  std::vector<Headline> headlines;  ///< every organization gets a turn before any gets a second
};

/// `stale` = how long the broker has been away: visitors' posts leave a wall that nobody can correct.
[[nodiscard]] Board make_board(const Wall& wall, const Agenda& agenda, const calendar::Zone& zone, TimePoint now,
                               Milliseconds stale);

}  // namespace mur::app
