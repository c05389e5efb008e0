#include "shared/domain/places.h"

#include <algorithm>

#include "shared/calendar/occurrence.h"
#include "shared/domain/limits.h"

namespace mur {
namespace {

bool takes_people(const Need& need) {
  return need.moderation.status == PostStatus::published || need.moderation.status == PostStatus::hidden ||
         need.moderation.status == PostStatus::pending;
}

/// By the broker's order of arrival.
std::vector<ReplyId> waiting(const std::map<ReplyId, Reply>& replies) {
  std::vector<const Reply*> listed;
  for (const auto& [id, reply] : replies)
    if (reply.status == ReplyStatus::listed) listed.push_back(&reply);
  std::ranges::sort(listed, {}, [](const Reply* reply) { return std::pair{reply->number, reply->id}; });
  std::vector<ReplyId> ids;
  for (const Reply* reply : listed) ids.push_back(reply->id);
  return ids;
}

void set_status(Reply& reply, ReplyStatus status, TimePoint now) {
  reply.status = status;
  reply.decided_at = now;
}

}  // namespace

std::optional<SlotSpan> next_span(const Slot& slot, std::optional<TimePoint> date, const calendar::Zone& hub,
                                  TimePoint now) {
  if (!slot.when) return std::nullopt;
  const TimePoint first = date ? std::min(*date, now) : now;
  const auto from = std::chrono::floor<Seconds>(first);
  const calendar::Window window{
      .from = from, .to = std::max(from, std::chrono::floor<Seconds>(date.value_or(now))) + limits::kHorizonAhead};
  const auto expansion = calendar::expand(*slot.when, hub, window, limits::kOccurrences, limits::kExpansionSteps);
  if (!expansion) return std::nullopt;
  for (const calendar::Occurrence& one : expansion->occurrences) {
    const SlotSpan span{.begins_at = one.start_at, .ends_at = one.end_at};
    if (date ? span.begins_at == *date : span.ends_at > now || span.begins_at >= now) return span;
  }
  return std::nullopt;
}

Places::Places(const Wall& wall, Need need, calendar::Zone hub, TimePoint now)
    : need_{std::move(need)}, hub_{std::move(hub)}, now_{now} {
  const Need* present = wall.find(need_.id);
  before_ = present == nullptr ? Need{} : *present;
  wall.each<Reply>([this](const Reply& reply) {
    if (reply.need == need_.id) on_wall_.emplace(reply.id, reply);
  });
  replies_ = on_wall_;
}

const Slot* Places::slot(SlotId id) const { return find_slot(need_.details, id); }

const Reply* Places::find(ReplyId id) const {
  const auto found = replies_.find(id);
  return found == replies_.end() ? nullptr : &found->second;
}

std::size_t Places::open() const {
  return static_cast<std::size_t>(
      std::ranges::count_if(replies_, [](const auto& entry) { return is_open(entry.second.status); }));
}

int Places::free(SlotId id, std::optional<TimePoint> date) const {
  const Slot* wanted = slot(id);
  if (wanted == nullptr) return 0;
  int always = 0;
  std::map<TimePoint, int> once;
  for (const auto& [reply_id, reply] : replies_) {
    if (reply.slot != id || !takes_place(reply.status)) continue;
    if (!reply.date)
      always += reply.places;
    else if (date ? *reply.date == *date : reply.over_at > now_)
      once[*reply.date] += reply.places;
  }
  int fullest = 0;
  for (const auto& [at, count] : once) fullest = std::max(fullest, count);
  return std::max(wanted->wanted - always - fullest, 0);
}

std::uint32_t Places::next_number(SlotId id) const {
  std::uint32_t last = 0;
  for (const auto& [reply_id, reply] : replies_)
    if (reply.slot == id) last = std::max(last, reply.number);
  return last + 1;
}

void Places::put(Reply reply) {
  learn_times(reply);
  if (reply.status == ReplyStatus::held && reply.decide_by == TimePoint{}) hold(reply);
  replies_.insert_or_assign(reply.id, std::move(reply));
}

/// Half the time that is left, at most kHoldMost.
void Places::hold(Reply& reply) const {
  reply.decide_by = now_ + limits::kHoldMost;
  if (reply.begins_at > now_)
    reply.decide_by = std::min(reply.decide_by, now_ + (reply.begins_at - now_) / 2);
  else if (reply.begins_at != TimePoint{})
    reply.decide_by = reply.over_at;
}

void Places::learn_times(Reply& reply) const {
  const Slot* taken = reply.slot ? slot(*reply.slot) : nullptr;
  if (taken == nullptr || !is_open(reply.status)) return;
  if (const auto span = next_span(*taken, reply.date, hub_, reply.date ? *reply.date : now_)) {
    reply.begins_at = span->begins_at;
    reply.over_at = span->ends_at;
    // Who comes each time comes until the last.
    if (!reply.date && calendar::repeats(*taken->when))
      reply.over_at = need_.over_at.value_or(reply.created_at + limits::kReplyLife);
  } else if (!taken->when) {
    reply.begins_at = TimePoint{};
    reply.over_at = need_.over_at.value_or(reply.created_at + limits::kReplyLife);
  }
}

void Places::settle() {
  for (auto& [id, reply] : replies_) {
    learn_times(reply);
    const bool waits = reply.status == ReplyStatus::held || reply.status == ReplyStatus::listed;
    if (!waits || takes_people(need_)) continue;
    set_status(reply, need_.moderation.status == PostStatus::expired ? ReplyStatus::expired : ReplyStatus::declined,
               now_);
    if (reply.status == ReplyStatus::declined) reply.reason = ReplyReason::closed;
  }
  if (takes_people(need_))
    for (const ReplyId id : waiting(replies_)) {
      Reply& next = replies_.at(id);
      if (next.over_at <= now_ || free(*next.slot, next.date) < next.places) continue;
      set_status(next, ReplyStatus::held, now_);
      hold(next);
    }
  count();
}

void Places::count() {
  for (Slot& slot : need_.details.slots) {
    keep_counts(slot, Slot{});
    std::map<TimePoint, SlotDate> dates;
    for (const auto& [id, reply] : replies_) {
      if (reply.slot != slot.id) continue;
      const bool held = reply.status == ReplyStatus::held;
      const bool listed = reply.status == ReplyStatus::listed;
      if (!held && !listed && !takes_place(reply.status)) continue;
      const auto add = [&](int& held_count, int& accepted, int& listed_count) {
        (held ? held_count : listed ? listed_count : accepted) += reply.places;
      };
      if (!reply.date) {
        add(slot.held, slot.accepted, slot.listed);
      } else if (reply.over_at > now_) {  // what is over needs no places
        SlotDate& date = dates[*reply.date];
        date.begins_at = *reply.date;
        add(date.held, date.accepted, date.listed);
      }
    }
    for (const auto& [at, date] : dates) slot.dates.push_back(date);
  }
}

std::vector<Record> Places::changed() const {
  std::vector<Record> records;
  for (const auto& [id, reply] : replies_) {
    const auto before = on_wall_.find(id);
    if (before == on_wall_.end() || before->second != reply) records.emplace_back(reply);
  }
  if (need_ != before_) records.emplace_back(need_);
  return records;
}

}  // namespace mur
