#include "shared/link/event_queue.h"

#include <algorithm>
#include <map>
#include <utility>

namespace mur::link {
namespace {

// Up to here an owner who comes in time sees each batch as it was.
constexpr std::size_t kJoinBeyond = 64;

// The latest version of every entity of both, in the order of the ids.
std::vector<StampedRecord> latest(std::vector<StampedRecord> first, std::vector<StampedRecord> second) {
  std::map<RecordId, StampedRecord> by_id;
  for (auto* records : {&first, &second})
    for (StampedRecord& record : *records) {
      const RecordId id = id_of(record.record);
      by_id.insert_or_assign(id, std::move(record));
    }
  std::vector<StampedRecord> all;
  all.reserve(by_id.size());
  for (auto& [id, record] : by_id) all.push_back(std::move(record));
  return all;
}

// Drops what the newest snapshot makes pointless, or joins all changes of records into the first.
void join_records(std::vector<LinkEvent>& events) {
  RecordsChanged joined;
  std::vector<LinkEvent> kept;
  std::size_t place = 0;
  bool any = false;
  for (LinkEvent& event : events) {
    if (auto* changed = std::get_if<RecordsChanged>(&event)) {
      if (!any) {
        place = kept.size();
        kept.emplace_back(RecordsChanged{});
        joined.replaced = changed->replaced;
        any = true;
      }
      joined.seq = changed->seq;
      if (changed->replaced) {
        joined.replaced = true;
        joined.records = std::move(changed->records);
      } else {
        joined.records = latest(std::move(joined.records), std::move(changed->records));
      }
    } else {
      kept.push_back(std::move(event));
    }
  }
  if (any) kept[place] = std::move(joined);
  events = std::move(kept);
}

template <class Kind>
void drop(std::vector<LinkEvent>& events) {
  std::erase_if(events, [](const LinkEvent& event) { return std::holds_alternative<Kind>(event); });
}

}  // namespace

void add_event(std::vector<LinkEvent>& events, LinkEvent event) {
  // The connection's last word is the one that counts; answers are as many as the owner asked for.
  if (std::holds_alternative<Connected>(event) || std::holds_alternative<Disconnected>(event)) {
    drop<Connected>(events);
    drop<Disconnected>(events);
    drop<BecameCurrent>(events);
  } else if (std::holds_alternative<BecameCurrent>(event)) {
    drop<BecameCurrent>(events);
  } else if (std::holds_alternative<OutboxChanged>(event)) {
    drop<OutboxChanged>(events);
  } else if (std::holds_alternative<ReplicaDiffered>(event)) {
    drop<ReplicaDiffered>(events);
  }
  events.push_back(std::move(event));
  const auto changes =
      std::ranges::count_if(events, [](const LinkEvent& kept) { return std::holds_alternative<RecordsChanged>(kept); });
  if (static_cast<std::size_t>(changes) > kJoinBeyond) join_records(events);
}

void EventQueue::push(LinkEvent event) {
  {
    const std::lock_guard lock(mutex_);
    add_event(events_, std::move(event));
  }
  if (wake_) wake_();
}

std::vector<LinkEvent> EventQueue::take() {
  const std::lock_guard lock(mutex_);
  return std::exchange(events_, {});
}

}  // namespace mur::link
