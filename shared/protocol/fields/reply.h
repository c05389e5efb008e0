#pragma once

#include "shared/domain/reply.h"
#include "shared/protocol/fields.h"

namespace mur::protocol {

template <>
struct Fields<Reply> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& reply) {
    archive(reply.id, reply.organization, reply.need, reply.slot, reply.offer, reply.status,
            Text{"first_name", reply.first_name, limits::kFirstName}, reply.contact, reply.created_at,
            reply.decided_at);
  }
};

}  // namespace mur::protocol
