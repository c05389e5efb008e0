// Needs: « Je recherche ».
#include <fmt/format.h>

#include <algorithm>

#include "shared/domain/check.h"
#include "shared/domain/repeats.h"
#include "shared/domain/rules.h"
#include "shared/domain/span.h"

namespace mur::rules {
namespace {

bool needs_reading_again(const NeedDetails& before, const NeedDetails& after) {
  const auto said = [](const Slot& slot) {
    return std::tie(slot.role, slot.when, slot.welcomed_by, slot.where, slot.bring);
  };
  return before.title != after.title || before.easy_line != after.easy_line ||
         before.description != after.description || before.closes_at != after.closes_at ||
         before.tally != after.tally || !std::ranges::equal(before.slots, after.slots, {}, said, said);
}

/// New slots get ids from the command; how many are held and accepted is the broker's to say.
Status settle_slots(const Ask& ask, NeedDetails& details, const Need* present) {
  for (std::size_t i = 0; i < details.slots.size(); ++i) {
    Slot& slot = details.slots[i];
    keep_counts(slot, Slot{});
    if (slot.id.is_nil()) {
      slot.id = SlotId{derive_uuid(ask.order.id.uuid, fmt::format("slot/{}", i))};
      continue;
    }
    const Slot* kept = present == nullptr ? nullptr : find_slot(present->details, slot.id);
    if (kept == nullptr)
      return fail(Errc::not_found, "slots", "a slot's id is not one of this need's; leave the id of a new slot out");
    keep_counts(slot, *kept);
  }
  return {};
}

/// A slot that people have is not taken from under them.
Status check_slots_gone(const NeedDetails& details, const Need& present) {
  for (const Slot& slot : present.details.slots) {
    if (find_slot(details, slot.id) == nullptr && has_people(slot))
      return fail(Errc::conflict, "slots",
                  fmt::format("people have answered \"{}\"; tell them first (`murctl reply decline`), or keep the slot "
                              "and lower how many are wanted",
                              slot.role));
  }
  return {};
}

Status check_event(const Ask& ask, const PutNeed& command) {
  if (!command.details.event) return {};
  const Event* event = ask.wall.find(*command.details.event);
  if (event == nullptr || event->organization != command.organization)
    return fail(Errc::not_found, "event", "a need hangs on an event of the same organization; see `murctl event list`");
  return {};
}

}  // namespace

Result<Changes> put(const Ask& ask, const PutNeed& command) {
  const auto organization = posting_for(ask, command.organization);
  if (!organization) return fail(organization.error());
  if (Status status = check_event(ask, command); !status) return fail(status.error());
  const Need* present = nullptr;
  if (command.need) {
    present = ask.wall.find(*command.need);
    if (present == nullptr || present->organization != command.organization)
      return fail(Errc::not_found, "need", "no such need; see `murctl need list`");
  }
  NeedDetails details = command.details;
  if (Status status = check::need(details); !status) return fail(status.error());
  if (Status status = settle_slots(ask, details, present); !status) return fail(status.error());
  if (present != nullptr)
    if (Status status = check_slots_gone(details, *present); !status) return fail(status.error());
  const auto over = over_at(details, zone_of(ask.wall.hub()), ask.now);
  if (over && *over <= ask.now) return fail(Errc::closed, "slots", "every slot is over already; change the dates");
  const bool at_once = is_published_at_once(ask, *organization, check::marks(details));

  if (present == nullptr) {
    const NeedId id{derive_uuid(ask.order.id.uuid, "need")};
    Need need{.id = id,
              .organization = command.organization,
              .details = std::move(details),
              .over_at = over,
              .updated_at = ask.now,
              .moderation = {}};
    need.moderation.submitted_at = ask.now;
    need.moderation.marks = check::marks(need.details);
    mark_beside_others(ask.wall, need, ask.now);
    if (at_once) set_status(need.moderation, PostStatus::published, ask.now);
    Changes changes = about(ask, record_id(id));
    changes.records.emplace_back(std::move(need));
    return changes;
  }

  const RecordId id = record_id(present->id);
  if (details == present->details) return unchanged(id);
  if (present->moderation.status == PostStatus::published && !at_once &&
      needs_reading_again(present->details, details)) {
    Changes changes = about(ask, id, "change waits for review");
    changes.records.emplace_back(Revision{.id = revision_id(id),
                                          .organization = present->organization,
                                          .post = id,
                                          .proposed = details,
                                          .submitted_at = ask.now,
                                          .marks = check::marks(details)});
    return changes;
  }
  Need next = *present;
  next.details = std::move(details);
  next.over_at = over;
  next.updated_at = ask.now;
  keep_so_far(next, present->details);
  next.moderation.marks = check::marks(next.details);
  mark_beside_others(ask.wall, next, ask.now);
  const PostStatus status = next.moderation.status;
  if (status == PostStatus::refused || status == PostStatus::closed || status == PostStatus::expired)
    set_status(next.moderation, at_once ? PostStatus::published : PostStatus::pending, ask.now);
  else if (is_hidden_by_broker(next.moderation) && !at_once && needs_reading_again(present->details, next.details))
    read_again(next.moderation, ask.now);
  Changes changes = about(ask, id);
  settle_replies(ask, next, changes);
  return changes;
}

Result<Changes> put(const Ask& ask, const CloseNeed& command) {
  const Need* present = ask.wall.find(command.need);
  if (present == nullptr || (ask.own && present->organization != ask.actor.organization))
    return fail(Errc::not_found, "need", "no such need; see `murctl need list`");
  if (present->moderation.status == PostStatus::closed) return unchanged(record_id(present->id));
  Need next = *present;
  set_status(next.moderation, PostStatus::closed, ask.now);
  next.updated_at = ask.now;
  Changes changes = about(ask, record_id(next.id));
  settle_replies(ask, next, changes);
  return changes;
}

}  // namespace mur::rules
