#pragma once

#include "shared/domain/staff_notes.h"
#include "shared/protocol/fields.h"

namespace mur::protocol {

template <>
struct Fields<StaffNote> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& note) {
    archive(note.at, Text{"author", note.author, limits::kName}, Text{"text", note.text, limits::kReason});
  }
};

template <>
struct Fields<StaffNotes> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& notes) {
    archive(notes.id, notes.post, List{"notes", notes.notes, limits::kStaffNotes});
  }
};

}  // namespace mur::protocol
