#pragma once

#include "shared/domain/ticket.h"
#include "shared/protocol/fields.h"

namespace mur::protocol {

template <>
struct Fields<TicketSecret> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& secret) { archive(Text{"code", secret.code, limits::kWord}, secret.claim); }
};

template <>
struct Fields<TicketHashes> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& hashes) { archive(hashes.code, hashes.claim); }
};

template <>
struct Fields<Ticket> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& ticket) { archive(ticket.id, ticket.post, ticket.hashes, ticket.created_at); }
};

}  // namespace mur::protocol
