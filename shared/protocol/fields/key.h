#pragma once

#include "shared/domain/key.h"
#include "shared/protocol/fields.h"

namespace mur::protocol {

template <>
struct Fields<Key> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& key) {
    archive(key.id, key.principal, key.public_key, key.role, key.organization, Text{"label", key.label, limits::kName},
            key.created_at, key.revoked_at);
  }
};

}  // namespace mur::protocol
