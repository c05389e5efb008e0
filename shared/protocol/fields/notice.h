#pragma once

#include "shared/domain/notice.h"
#include "shared/protocol/fields/moderation.h"

namespace mur::protocol {

template <>
struct Fields<Notice> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& notice) {
    archive(notice.id, Text{"text", notice.text, limits::kSummary}, notice.shown_from, notice.shown_until,
            notice.moderation);
  }
};

}  // namespace mur::protocol
