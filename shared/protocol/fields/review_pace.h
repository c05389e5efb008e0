#pragma once

#include "shared/domain/review_pace.h"
#include "shared/protocol/fields.h"

namespace mur::protocol {

template <>
struct Fields<ReviewPace> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& pace) { archive(pace.id, pace.median_minutes, pace.reviews, pace.noted_at); }
};

}  // namespace mur::protocol
