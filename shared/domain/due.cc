// What time brings about. A row of `stage_of` says what is next for a post and when; `Expire` then does that step, and
// the same function decides whether the step is due, so that both agree.
//
//   offer   pending, published  at expires_at                   → expired
//           withdrawn           24 h after the withdrawal       → purged (an erasure: forgotten for good)
//           refused, expired    30 days after                   → purged
//   need    pending, published  when its last slot is over      → expired
//           refused, expired, closed  30 days after             → purged
//   reply   held                when nobody decided by then     → expired
//           listed              when its slot is over           → expired
//           accepted            30 days after its slot          → purged
//           withdrawn           24 h after the withdrawal       → purged (an erasure: forgotten for good)
//           what is over        30 days after                   → purged
//   event   any                 31 days after its last end      → purged
//           withdrawn           24 h after the withdrawal       → purged (a proposal: forgotten for good)
//   notice  any                 at shown_until                  → purged
//   block   of a contact        at its end, if it has one       → purged
//   story   any                 at expires_at                   → purged
//   feed    proposed            30 days after it was added      → purged
//   report  kept, hidden        30 days after                   → purged
//   ban     over                30 days after                   → purged
//
// And what is a matter of many records: posts of a suspended organization, needs of one whose needs are paused, and
// electoral posts while it is silent (suspension_of); coming events of a feed that is being removed (removal_of), once
// the others were read (waits_for_others), then that feed. Once a day how long reviews take is noted (pace_due_at).
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "shared/domain/electoral.h"
#include "shared/domain/feed_rules.h"
#include "shared/domain/idea.h"
#include "shared/domain/limits.h"
#include "shared/domain/rules.h"
#include "shared/domain/scope.h"
#include "shared/domain/span.h"

namespace mur {
namespace {

enum class Step : std::uint8_t { expire, purge };

struct Stage {
  Step step{};
  TimePoint at{};
};

bool is_open(const Moderation& moderation) {
  return moderation.status == PostStatus::pending || moderation.status == PostStatus::published ||
         moderation.status == PostStatus::hidden;
}

struct StageOf {
  std::optional<Stage> operator()(const Offer& offer) const {
    const Moderation& moderation = offer.moderation;
    if (is_open(moderation)) return Stage{Step::expire, offer.expires_at};
    if (moderation.status == PostStatus::withdrawn)
      return Stage{Step::purge, moderation.decided_at + limits::kUndoWithdrawal};
    // An appeal is answered before its post goes.
    return Stage{Step::purge, std::max(moderation.decided_at, moderation.appealed_at) + limits::kContactAfterPost};
  }
  std::optional<Stage> operator()(const Report& report) const {
    if (report.status == ReportStatus::open) return std::nullopt;
    return Stage{Step::purge, report.decided_at + limits::kReportKept};
  }
  std::optional<Stage> operator()(const Ban& ban) const { return Stage{Step::purge, ban.until + limits::kBanKept}; }
  std::optional<Stage> operator()(const Need& need) const {
    if (is_open(need.moderation)) {
      if (!need.over_at) return std::nullopt;
      return Stage{Step::expire, *need.over_at};
    }
    return Stage{Step::purge, need.moderation.decided_at + limits::kContactAfterPost};
  }
  std::optional<Stage> operator()(const Event& event) const {
    if (event.moderation.status == PostStatus::withdrawn)
      return Stage{Step::purge, event.moderation.decided_at + limits::kUndoWithdrawal};
    if (!event.over_at) return std::nullopt;
    return Stage{Step::purge, *event.over_at + limits::kEndedEventKept};
  }
  std::optional<Stage> operator()(const ContactBlock& block) const {
    if (!block.until) return std::nullopt;
    return Stage{Step::purge, *block.until};
  }
  std::optional<Stage> operator()(const Notice& notice) const { return Stage{Step::purge, notice.shown_until}; }
  std::optional<Stage> operator()(const Story& story) const { return Stage{Step::purge, story.expires_at}; }
  std::optional<Stage> operator()(const Feed& feed) const {
    if (feed.removing_since) return Stage{Step::purge, *feed.removing_since};
    if (feed.state == FeedState::proposed) return Stage{Step::purge, feed.added_at + limits::kProposedFeedKept};
    return std::nullopt;
  }
  std::optional<Stage> operator()(const Reply& reply) const {
    if (is_of_idea(reply) && reply.status == ReplyStatus::held) return std::nullopt;  // it ends with the idea
    switch (reply.status) {
      case ReplyStatus::held: return Stage{Step::expire, std::min(reply.decide_by, reply.over_at)};
      case ReplyStatus::listed: return Stage{Step::expire, reply.over_at};
      case ReplyStatus::withdrawn: return Stage{Step::purge, reply.decided_at + limits::kUndoWithdrawal};
      default: return Stage{Step::purge, std::max(reply.over_at, reply.decided_at) + limits::kContactAfterPost};
    }
  }
  template <class Other>
  std::optional<Stage> operator()(const Other&) const {
    return std::nullopt;
  }
};

std::optional<Stage> stage_of(const Record& record) { return std::visit(StageOf{}, record); }

/// Why the broker keeps a post off the wall for now; none if it does not.
Reason kept_off(const Wall& wall, const Record& record, TimePoint now) {
  const OrganizationId owner = owner_of(record);
  const Organization* organization = owner.is_nil() ? nullptr : wall.find(owner);
  if (organization != nullptr && organization->trust == Trust::suspended) return Reason::suspended;
  if (organization != nullptr && organization->pace.paused_at && std::holds_alternative<Need>(record))
    return Reason::paused;
  const Hub* hub = wall.hub();
  if (hub == nullptr || !is_electoral(record)) return Reason::none;
  if (!hub->policy.publish_electoral) return Reason::electoral;
  return is_silent(hub->policy, now) ? Reason::silence : Reason::none;
}

/// What a suspension, a pause or a silence still has to hide, or its end to show again; null when all agree.
std::optional<Command> suspension_of(const Wall& wall, const Record& record, TimePoint now) {
  const Moderation* moderation = moderation_of(record);
  if (moderation == nullptr) return std::nullopt;
  const bool hidden = is_hidden_by_broker(*moderation);
  if (moderation->status != PostStatus::published && !hidden) return std::nullopt;
  const Reason why = kept_off(wall, record, now);
  if (why != Reason::none && !hidden) return Hide{.post = id_of(record), .reason = why, .note = {}};
  if (why == Reason::none && hidden) return Unhide{.post = id_of(record)};
  return std::nullopt;
}

/// The feed that is being removed and takes this event along; null for everything else.
const Feed* removal_of(const Wall& wall, const Record& record, TimePoint now) {
  const auto* event = std::get_if<Event>(&record);
  if (event == nullptr || !event->feed || !is_coming(*event, now)) return nullptr;
  const Feed* feed = wall.find(*event->feed);
  return feed != nullptr && feed->removing_since ? feed : nullptr;
}

bool takes_events_along(const Wall& wall, const Record& record, TimePoint now) {
  const auto* feed = std::get_if<Feed>(&record);
  if (feed == nullptr || !feed->removing_since) return false;
  bool found = false;
  wall.each<Event>([&](const Event& event) { found = found || (event.feed == feed->id && is_coming(event, now)); });
  return found;
}

/// When how long reviews take is to be noted again; nothing where there is nothing to note.
std::optional<TimePoint> pace_due_at(const Wall& wall) {
  const Hub* hub = wall.hub();
  if (hub == nullptr) return std::nullopt;
  const ReviewPace* pace = wall.find(review_pace_id(hub->id));
  const bool is_idle = std::ranges::none_of(wall.records(), [](const auto& entry) {
    const Moderation* moderation = moderation_of(entry.second.record);
    return moderation != nullptr && moderation->reviewed_at != TimePoint{};
  });
  if (pace == nullptr) return is_idle ? std::nullopt : std::optional(TimePoint{});
  if (is_idle && pace->reviews == 0) return std::nullopt;
  return pace->noted_at + limits::kPaceEvery;
}

CommandId due_id(const RecordId& entity, std::string_view what, TimePoint at) {
  return CommandId{derive_uuid(entity.uuid, fmt::format("due/{}/{}", what, at.time_since_epoch().count()))};
}

}  // namespace

namespace rules {

Result<Changes> put(const Ask& ask, const Expire& command) {
  const StampedRecord* found = ask.wall.find(command.entity);
  const auto stage = found == nullptr ? std::nullopt : stage_of(found->record);
  if (!stage || stage->at > ask.now || takes_events_along(ask.wall, found->record, ask.now))
    return unchanged(command.entity);
  Changes changes = about(ask, command.entity);
  // A series may go on beyond what was in sight when its end was last worked out.
  const calendar::Zone zone = zone_of(ask.wall.hub());
  const auto later = [&](const auto& post) {
    auto next = post;
    next.over_at = over_at(post.details, zone, ask.now);
    const bool goes_on = next.over_at != post.over_at && (!next.over_at || *next.over_at > *post.over_at);
    if (goes_on) changes.records.emplace_back(std::move(next));
    return goes_on;
  };
  if (const auto* event = std::get_if<Event>(&found->record); event != nullptr && later(*event)) return changes;
  if (const auto* need = std::get_if<Need>(&found->record);
      need != nullptr && stage->step == Step::expire && later(*need))
    return changes;

  if (const auto* reply = std::get_if<Reply>(&found->record); reply != nullptr && stage->step == Step::expire)
    return expire(ask, *reply);
  if (stage->step == Step::purge) {
    purge(ask, found->record, changes);
    return changes;
  }
  Record next = found->record;
  if (auto* offer = std::get_if<Offer>(&next)) {
    set_status(offer->moderation, PostStatus::expired, ask.now);
    end_offer_answers(ask, *offer, ReplyStatus::expired, changes);
    *offer = counted(ask.wall, *offer, changes);
  }
  if (auto* need = std::get_if<Need>(&next)) {
    set_status(need->moderation, PostStatus::expired, ask.now);
    settle_replies(ask, *need, changes);
    return changes;
  }
  changes.records.emplace_back(std::move(next));
  return changes;
}

}  // namespace rules

std::vector<Order> due(const Wall& wall, TimePoint now) {
  std::vector<std::pair<TimePoint, Order>> found;
  std::set<FeedId> still_full;  // events lie before feeds in the walk
  for (const auto& [id, stamped] : wall.records()) {
    if (const Feed* feed = removal_of(wall, stamped.record, now)) {
      still_full.insert(feed->id);
      if (waits_for_others(wall, *feed, now)) continue;
      found.emplace_back(now, Order{.id = due_id(id, "feed", *feed->removing_since),
                                    .made_at = now,
                                    .command = MissEvent{.event = EventId{id.uuid}, .feed = feed->id},
                                    .ticket = {}});
    } else if (const auto stage = stage_of(stamped.record); stage && stage->at <= now) {
      if (still_full.contains(FeedId{id.uuid})) continue;
      found.emplace_back(stage->at, Order{.id = due_id(id, "expire", stage->at),
                                          .made_at = now,
                                          .command = Expire{.entity = id, .due = stage->at},
                                          .ticket = {}});
    } else if (auto command = suspension_of(wall, stamped.record, now)) {
      const TimePoint since = moderation_of(stamped.record)->decided_at;
      const char* what = std::holds_alternative<Hide>(*command) ? "suspend" : "resume";
      found.emplace_back(now, Order{.id = due_id(id, what, since), .made_at = now, .command = *command, .ticket = {}});
    }
  }
  if (const auto at = pace_due_at(wall); at && *at <= now)
    found.emplace_back(now, Order{.id = due_id(record_id(review_pace_id(wall.hub()->id)), "pace", *at),
                                  .made_at = now,
                                  .command = NotePace{},
                                  .ticket = {}});
  const auto sooner = [](const auto& a, const auto& b) { return a.first < b.first; };
  const std::size_t count = std::min(found.size(), limits::kDuePerRound);
  std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(count), found.end(), sooner);
  std::vector<Order> orders;
  for (std::size_t i = 0; i < count; ++i) orders.push_back(std::move(found[i].second));
  return orders;
}

std::optional<TimePoint> next_due(const Wall& wall, TimePoint now) {
  std::optional<TimePoint> next = pace_due_at(wall);
  if (const auto silence = wall.hub() == nullptr ? std::nullopt : next_silence(wall.hub()->policy, now))
    if (!next || *silence < *next) next = silence;
  for (const auto& [id, stamped] : wall.records()) {
    std::optional<TimePoint> at;
    if (const auto stage = stage_of(stamped.record)) at = stage->at;
    if (suspension_of(wall, stamped.record, now)) at = TimePoint{};
    if (at && (!next || *at < *next)) next = at;
  }
  return next;
}

}  // namespace mur
