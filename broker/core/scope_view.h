#pragma once

#include <map>
#include <optional>

#include "broker/ports/transport.h"
#include "shared/domain/state_hash.h"
#include "shared/domain/wall.h"

namespace mur::broker {

/// What one scope sees, encoded: each record once, for every session of the scope, with the hash over the live ones.
class ScopeView {
 public:
  /// `like`: a view whose bytes are shared where they are the same (most of what an organization sees is the wall's).
  ScopeView(const Scope& scope, const Wall& wall, const ScopeView* like);

  /// Takes a committed record. Returns what the scope's sessions must be told; nothing when the scope sees no change.
  std::optional<EncodedRecord> update(const StampedRecord& stamped, const ScopeView* like);
  /// An old tombstone is told no longer.
  void drop(const RecordId& id);

  /// The next page of a catch-up; `head` is the log's.
  [[nodiscard]] PageReady page(const PageWanted& wanted, Seq head) const;
  [[nodiscard]] const Digest128& hash() const { return hash_.value(); }
  [[nodiscard]] const Scope& scope() const { return scope_; }

 private:
  [[nodiscard]] const EncodedRecord* find(const RecordId& id) const;

  Scope scope_;
  StateHash hash_;
  std::map<RecordId, EncodedRecord> records_;  // tombstones included
};

}  // namespace mur::broker
