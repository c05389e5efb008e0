// Notes between moderators.
#include "shared/domain/check.h"
#include "shared/domain/limits.h"
#include "shared/domain/rules.h"

namespace mur {

StaffNotesId staff_notes_id(const RecordId& post) { return StaffNotesId{derive_uuid(post.uuid, "staff-notes")}; }

namespace rules {

Result<Changes> put(const Ask& ask, const AddStaffNote& command) {
  const auto post = live_post(ask, command.post);
  if (!post) return fail(post.error());
  if (Status status = check::required_text("text", command.text, limits::kReason); !status) return fail(status.error());
  StaffNotes next{.id = staff_notes_id(command.post), .post = command.post, .notes = {}};
  if (const StaffNotes* present = ask.wall.find(next.id)) next = *present;
  next.notes.push_back({.at = ask.now, .author = ask.actor.name, .text = command.text});
  if (next.notes.size() > limits::kStaffNotes) next.notes.erase(next.notes.begin());
  Changes changes = about(ask, command.post);
  changes.records.emplace_back(std::move(next));
  return changes;
}

}  // namespace rules
}  // namespace mur
