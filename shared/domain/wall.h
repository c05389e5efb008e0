#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <vector>

#include "shared/domain/record.h"

namespace mur {

/// The whole state, a value: the latest record of every entity, tombstones included, in id order, with the look-ups
/// that rules and views need. The broker's has everything; a replica's has what its scope sees. One thread at a time.
class Wall {
 public:
  /// Takes the record as the latest of its entity and returns the one it replaces. A tombstone replaces, too.
  std::optional<StampedRecord> apply(StampedRecord record);
  /// Forgets an entity altogether (old tombstones; the undo of a first apply). Returns what was there.
  std::optional<StampedRecord> drop(const RecordId& id);

  [[nodiscard]] const StampedRecord* find(const RecordId& id) const;
  /// The live noun, or null if it never was or is a tombstone.
  template <class Noun>
  [[nodiscard]] const Noun* find(const Id<Noun>& id) const {
    const StampedRecord* stamped = find(record_id(id));
    return stamped == nullptr ? nullptr : std::get_if<Noun>(&stamped->record);
  }

  /// The one hub record; null before `hub.toml` was taken over.
  [[nodiscard]] const Hub* hub() const;
  [[nodiscard]] const Key* key_of(const CurvePublicKey& public_key) const;
  [[nodiscard]] const Ticket* ticket_of(const Digest256& code_hash) const;
  /// The live ticket that leads to `post`.
  [[nodiscard]] const Ticket* ticket_for(const RecordId& post) const;
  [[nodiscard]] const Organization* organization_named(std::string_view name) const;
  /// The live events that someone merged into `event` (Event::merged_into), in id order.
  [[nodiscard]] std::vector<const Event*> merged_into(EventId event) const;
  /// The live changed dates (RECURRENCE-ID) of this series, whether it is there itself or not, in id order.
  [[nodiscard]] std::vector<const Event*> changed_dates_of(EventId series) const;

  /// Every entity, in id order.
  [[nodiscard]] const std::map<RecordId, StampedRecord>& records() const { return records_; }
  /// Calls `visit(const Noun&)` for every live noun of this kind, in id order.
  template <class Noun, class Visit>
  void each(Visit&& visit) const {
    const RecordKind kind = kind_of_noun<Noun>();
    for (auto at = records_.lower_bound(RecordId{kind, Uuid{}}); at != records_.end() && at->first.kind == kind; ++at)
      if (const Noun* noun = std::get_if<Noun>(&at->second.record)) visit(*noun);
  }
  [[nodiscard]] std::size_t size() const { return records_.size(); }

 private:
  void index(const Record& record);
  void unindex(const Record& record);

  std::map<RecordId, StampedRecord> records_;
  std::map<CurvePublicKey, KeyId> keys_;
  std::map<Digest256, TicketId> tickets_;
  std::map<RecordId, TicketId> ticket_of_post_;
  std::map<std::string, OrganizationId, std::less<>> organization_by_name_;  // folded name
  using Groups = std::map<EventId, std::set<EventId>>;
  [[nodiscard]] std::vector<const Event*> members(const Groups& groups, EventId of) const;
  Groups merged_;         // by the event they were merged into
  Groups changed_dates_;  // by their series
};

}  // namespace mur
