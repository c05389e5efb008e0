#pragma once

#include "shared/domain/revision.h"
#include "shared/protocol/fields/event.h"
#include "shared/protocol/fields/need.h"

namespace mur::protocol {

template <>
struct Fields<Revision> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& revision) {
    archive(revision.id, revision.organization, revision.post, revision.proposed, revision.submitted_at,
            List{"marks", revision.marks, limits::kMarks});
  }
};

}  // namespace mur::protocol
