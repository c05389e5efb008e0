#pragma once

#include "shared/domain/ban.h"
#include "shared/protocol/fields.h"

namespace mur::protocol {

template <>
struct Fields<Ban> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& ban) {
    archive(ban.id, ban.organization, ban.principal, Text{"reason", ban.reason, limits::kReason}, ban.made_at,
            ban.until);
  }
};

}  // namespace mur::protocol
