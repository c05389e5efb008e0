#pragma once

#include <string>
#include <vector>

#include "shared/base/clock.h"
#include "shared/domain/ids.h"

namespace mur {

/// What one member of the staff tells the others of a post.
struct StaffNote {
  TimePoint at{};
  std::string author;  ///< the key's label
  std::string text;

  friend bool operator==(const StaffNote&, const StaffNote&) = default;
};

/// All notes on one post, the oldest first: limits::kStaffNotes, then the oldest goes. For staff alone, never for its
/// author or a wall; gone with the post.
struct StaffNotes {
  StaffNotesId id;  ///< staff_notes_id(post)
  RecordId post;
  std::vector<StaffNote> notes;

  friend bool operator==(const StaffNotes&, const StaffNotes&) = default;
};

[[nodiscard]] StaffNotesId staff_notes_id(const RecordId& post);

}  // namespace mur
