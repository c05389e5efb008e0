#pragma once

#include <string>
#include <vector>

#include "shared/domain/offer.h"

namespace mur::app {

/// What a visitor has answered so far in « Je propose… ».
struct OfferDraft {
  std::vector<Tile> tiles;
  std::string text;  ///< of Tile::other
  Availability availability;
  bool may_be_called = false;

  friend bool operator==(const OfferDraft&, const OfferDraft&) = default;
};

[[nodiscard]] inline bool is_answered(const Availability& when) { return when != Availability{}; }

}  // namespace mur::app
