#pragma once

#include "shared/domain/moderation.h"
#include "shared/protocol/fields.h"

namespace mur::protocol {

template <>
struct Fields<screening::Mark> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& mark) {
    archive(mark.kind, Text{"mark.field", mark.field, limits::kWord}, mark.offset, mark.length);
  }
};

template <>
struct Fields<Moderation> {
  static constexpr std::uint16_t kVersion = 3;
  static void visit(auto& archive, auto& moderation) {
    archive(moderation.status, moderation.before, moderation.reason, Text{"note", moderation.note, limits::kReason},
            moderation.submitted_at, moderation.decided_at, moderation.seen_by_wall,
            List{"marks", moderation.marks, limits::kMarks});
    if (archive.since(2))
      archive(moderation.kept_at, moderation.decided_by, moderation.reviewed_at,
              Text{"appeal", moderation.appeal, limits::kAppeal}, moderation.appealed_at, moderation.appeal_waits);
    if (archive.since(3)) archive(moderation.electoral);
  }
};

}  // namespace mur::protocol
