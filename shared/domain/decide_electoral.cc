// Posts that serve a campaign: electoral.h.
#include "shared/domain/electoral.h"
#include "shared/domain/rules.h"

namespace mur::rules {

bool shows_electoral(const Ask& ask) {
  const Hub* hub = ask.wall.hub();
  return hub != nullptr && hub->policy.publish_electoral;
}

void refuse_electoral(const Ask& ask, Record& post) {
  if (shows_electoral(ask) || !is_electoral(post)) return;
  Moderation& moderation = *moderation_of(post);  // only posts are electoral
  if (moderation.status != PostStatus::pending && moderation.status != PostStatus::published) return;
  // Published by this very command, it never went up.
  const StampedRecord* present = ask.wall.find(id_of(post));
  const Moderation* before = present == nullptr ? nullptr : moderation_of(present->record);
  moderation.seen_by_wall = before != nullptr && before->seen_by_wall;
  set_status(moderation, moderation.seen_by_wall ? PostStatus::hidden : PostStatus::refused, ask.now);
  moderation.reason = Reason::electoral;
  moderation.note.clear();
}

Result<Changes> put(const Ask& ask, const MarkElectoral& command) {
  auto post = live_post(ask, command.post);
  if (!post) return fail(post.error());
  Moderation& moderation = *moderation_of(*post);
  const bool was_marked = moderation.electoral;
  moderation.electoral = command.electoral;
  if (!command.electoral && is_electoral(*post))
    return fail(Errc::conflict, "post", "its author says that it serves a campaign; ask them to take the category out");
  if (was_marked == command.electoral) return unchanged(command.post);
  // What decide() puts out where the hub shows none is refused there.
  const bool is_off = moderation.status == PostStatus::hidden || moderation.status == PostStatus::refused;
  if (!command.electoral && is_off && moderation.reason == Reason::electoral) {
    // What was refused is read like any other post; what was on the wall comes back.
    set_status(moderation, moderation.status == PostStatus::hidden ? PostStatus::published : PostStatus::pending,
               ask.now);
    moderation.reason = Reason::none;
  }
  moderation.decided_by = ask.actor.role;
  Changes changes = about(ask, command.post, command.electoral ? "electoral" : "not electoral");
  changes.records.emplace_back(std::move(*post));
  return changes;
}

}  // namespace mur::rules
