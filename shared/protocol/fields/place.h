#pragma once

#include "shared/domain/place.h"
#include "shared/protocol/fields.h"

namespace mur::protocol {

template <>
struct Fields<Place> {
  static constexpr std::uint16_t kVersion = 2;
  static void visit(auto& archive, auto& place) {
    archive(Text{"place.name", place.name, limits::kPlace}, Text{"place.address", place.address, limits::kPlace},
            place.here);
    if (archive.since(2)) archive(Text{"place.room", place.room, limits::kPlace});
  }
};

template <>
struct Fields<Access> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& access) {
    archive(access.step_free, access.lift, access.adapted_toilet, access.hearing_loop, access.sign_language,
            access.quiet);
  }
};

template <>
struct Fields<Price> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& price) { archive(price.kind, Text{"price.text", price.text, limits::kName}); }
};

}  // namespace mur::protocol
