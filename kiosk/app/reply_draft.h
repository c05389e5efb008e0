#pragma once

#include <optional>

#include "shared/base/clock.h"
#include "shared/domain/ids.h"

namespace mur::app {

/// Which place of which need a visitor wants to take.
struct ReplyDraft {
  NeedId need;
  SlotId slot;
  bool date_chosen = false;       ///< of a slot that repeats; where there is one date, at once
  std::optional<TimePoint> date;  ///< the one, by its start; nothing: each of them, or the only one

  friend bool operator==(const ReplyDraft&, const ReplyDraft&) = default;
};

}  // namespace mur::app
