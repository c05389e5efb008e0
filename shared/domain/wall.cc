#include "shared/domain/wall.h"

#include "shared/base/text.h"

namespace mur {
namespace {

/// The series that a changed date belongs to.
std::optional<EventId> series_of_date(const Event& event) {
  if (!event.details.recurrence_id) return std::nullopt;
  EventDetails series;
  series.uid = event.details.uid;
  return event_id(event.organization, series);
}

void leave(std::map<EventId, std::set<EventId>>& groups, EventId group, EventId member) {
  const auto found = groups.find(group);
  found->second.erase(member);
  if (found->second.empty()) groups.erase(found);
}

}  // namespace

std::optional<StampedRecord> Wall::apply(StampedRecord record) {
  const RecordId id = id_of(record.record);
  std::optional<StampedRecord> before = drop(id);
  index(record.record);
  records_.emplace(id, std::move(record));
  return before;
}

std::optional<StampedRecord> Wall::drop(const RecordId& id) {
  const auto found = records_.find(id);
  if (found == records_.end()) return std::nullopt;
  unindex(found->second.record);
  StampedRecord before = std::move(found->second);
  records_.erase(found);
  return before;
}

const StampedRecord* Wall::find(const RecordId& id) const {
  const auto found = records_.find(id);
  return found == records_.end() ? nullptr : &found->second;
}

const Hub* Wall::hub() const {
  const auto first = records_.lower_bound(RecordId{RecordKind::hub, Uuid{}});
  return first == records_.end() ? nullptr : std::get_if<Hub>(&first->second.record);
}

const Key* Wall::key_of(const CurvePublicKey& public_key) const {
  const auto found = keys_.find(public_key);
  return found == keys_.end() ? nullptr : find(found->second);
}

const Ticket* Wall::ticket_of(const Digest256& code_hash) const {
  const auto found = tickets_.find(code_hash);
  return found == tickets_.end() ? nullptr : find(found->second);
}

const Ticket* Wall::ticket_for(const RecordId& post) const {
  const auto found = ticket_of_post_.find(post);
  return found == ticket_of_post_.end() ? nullptr : find(found->second);
}

const Organization* Wall::organization_named(std::string_view name) const {
  const auto found = organization_by_name_.find(fold(name));
  return found == organization_by_name_.end() ? nullptr : find(found->second);
}

std::vector<const Event*> Wall::merged_into(EventId event) const { return members(merged_, event); }

std::vector<const Event*> Wall::changed_dates_of(EventId series) const { return members(changed_dates_, series); }

std::vector<const Event*> Wall::members(const Groups& groups, EventId of) const {
  std::vector<const Event*> events;
  if (const auto found = groups.find(of); found != groups.end())
    for (const EventId id : found->second) events.push_back(find(id));
  return events;
}

void Wall::index(const Record& record) {
  if (const auto* event = std::get_if<Event>(&record)) {
    if (event->merged_into) merged_[*event->merged_into].insert(event->id);
    if (const auto series = series_of_date(*event)) changed_dates_[*series].insert(event->id);
  }
  if (const auto* key = std::get_if<Key>(&record)) keys_[key->public_key] = key->id;
  if (const auto* ticket = std::get_if<Ticket>(&record)) {
    tickets_[ticket->hashes.code] = ticket->id;
    ticket_of_post_[ticket->post] = ticket->id;
  }
  if (const auto* organization = std::get_if<Organization>(&record))
    organization_by_name_[fold(organization->details.name)] = organization->id;
}

void Wall::unindex(const Record& record) {
  if (const auto* event = std::get_if<Event>(&record)) {
    if (event->merged_into) leave(merged_, *event->merged_into, event->id);
    if (const auto series = series_of_date(*event)) leave(changed_dates_, *series, event->id);
  }
  if (const auto* key = std::get_if<Key>(&record)) keys_.erase(key->public_key);
  if (const auto* ticket = std::get_if<Ticket>(&record)) {
    tickets_.erase(ticket->hashes.code);
    ticket_of_post_.erase(ticket->post);
  }
  if (const auto* organization = std::get_if<Organization>(&record))
    organization_by_name_.erase(fold(organization->details.name));
}

}  // namespace mur
