#pragma once

#include "shared/domain/contact.h"
#include "shared/protocol/fields.h"

namespace mur::protocol {

template <>
struct Fields<ContactTrace> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& trace) { archive(trace.id, trace.post, trace.contact); }
};

template <>
struct Fields<ContactBlock> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& block) {
    archive(block.id, block.contact, Text{"reason", block.reason, limits::kReason}, block.created_at, block.until);
  }
};

}  // namespace mur::protocol
