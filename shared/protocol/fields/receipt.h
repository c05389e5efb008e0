#pragma once

#include "shared/base/result.h"
#include "shared/domain/receipt.h"
#include "shared/protocol/fields.h"

namespace mur::protocol {

template <>
struct Fields<Receipt> {
  static constexpr std::uint16_t kVersion = 2;
  static void visit(auto& archive, auto& receipt) {
    archive(receipt.command, receipt.seq, OrNone{receipt.about}, receipt.changed, receipt.status);
    if (archive.since(2)) archive(receipt.reply);
  }
};

template <>
struct Fields<Error> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& error) {
    archive(error.code, Remark{"error.field", error.field, limits::kPlace},
            Remark{"error.message", error.message, limits::kMessage});
  }
};

}  // namespace mur::protocol
