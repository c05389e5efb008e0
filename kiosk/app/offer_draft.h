#pragma once

#include <optional>
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
  bool idea = false;  ///< others may join
  Level level = Level::unsaid;
  Origin origin = Origin::unsaid;
  bool may_train = false;
  bool remote = false;
  int hours_a_week = 0;  ///< 0: unsaid
  std::optional<EmployerBacked::Time> employer;

  friend bool operator==(const OfferDraft&, const OfferDraft&) = default;
};

/// What « Préciser » offers, in hours a week.
inline constexpr int kTwoHours = 2;
inline constexpr int kHalfDay = 4;
inline constexpr int kDay = 7;

[[nodiscard]] inline bool is_answered(const Availability& when) { return when != Availability{}; }

}  // namespace mur::app
