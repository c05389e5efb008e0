#pragma once

#include <vector>

#include "shared/base/result.h"
#include "shared/domain/ids.h"

namespace mur::broker {

/// Erasures and revocations that a restored backup must not undo: salted hashes of record ids in a file of its own
/// (`forget.log`), fsynced, never restored over, applied again at every start before listening: what the log still
/// holds of an id that is in here becomes a tombstone (with its contact deleted), a key becomes revoked. Call from one
/// thread.
class ForgetLog {
 public:
  virtual ~ForgetLog() = default;
  /// Durable when it returns; what is there already is not written twice. Errc::io: nothing may be acknowledged.
  virtual Status add(const std::vector<RecordId>& ids) = 0;
  [[nodiscard]] virtual bool contains(const RecordId& id) const = 0;
};

}  // namespace mur::broker
