#include "shared/domain/wall.h"

#include "shared/base/text.h"

namespace mur {

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

std::vector<const Event*> Wall::merged_into(EventId event) const {
  std::vector<const Event*> events;
  if (const auto found = merged_.find(event); found != merged_.end())
    for (const EventId id : found->second) events.push_back(find(id));
  return events;
}

void Wall::index(const Record& record) {
  if (const auto* event = std::get_if<Event>(&record); event != nullptr && event->merged_into)
    merged_[*event->merged_into].insert(event->id);
  if (const auto* key = std::get_if<Key>(&record)) keys_[key->public_key] = key->id;
  if (const auto* ticket = std::get_if<Ticket>(&record)) {
    tickets_[ticket->hashes.code] = ticket->id;
    ticket_of_post_[ticket->post] = ticket->id;
  }
  if (const auto* organization = std::get_if<Organization>(&record))
    organization_by_name_[fold(organization->details.name)] = organization->id;
}

void Wall::unindex(const Record& record) {
  if (const auto* event = std::get_if<Event>(&record); event != nullptr && event->merged_into) {
    const auto found = merged_.find(*event->merged_into);
    found->second.erase(event->id);
    if (found->second.empty()) merged_.erase(found);
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
