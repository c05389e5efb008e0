#pragma once

#include "shared/domain/report.h"
#include "shared/protocol/fields.h"

namespace mur::protocol {

template <>
struct Fields<Report> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& report) {
    archive(report.id, report.post, report.reason, report.source, report.made_at, report.status, report.decided_at,
            Text{"note", report.note, limits::kReason});
  }
};

}  // namespace mur::protocol
