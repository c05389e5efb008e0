#pragma once

#include <set>

#include "shared/base/digest.h"
#include "shared/base/result.h"
#include "shared/domain/ids.h"

namespace mur::broker {

/// Erasures and revocations that a restored backup must not undo: salted hashes of record ids in a file of its own
/// (`forget.log`), fsynced, never restored over, applied again at every start before listening.
class ForgetLog {
 public:
  virtual ~ForgetLog() = default;
  /// Durable when it returns.
  virtual Status add(const std::vector<RecordId>& ids) = 0;
  [[nodiscard]] virtual bool contains(const RecordId& id) const = 0;
};

}  // namespace mur::broker
