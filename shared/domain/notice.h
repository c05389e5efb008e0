#pragma once

#include <string>

#include "shared/base/clock.h"
#include "shared/domain/ids.h"
#include "shared/domain/moderation.h"

namespace mur {

/// A line from the hub to everyone who passes: « Fermé le 1er mai ».
struct Notice {
  NoticeId id;
  std::string text;
  TimePoint shown_from{};
  TimePoint shown_until{};
  Moderation moderation;

  friend bool operator==(const Notice&, const Notice&) = default;
};

}  // namespace mur
