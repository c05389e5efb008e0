#pragma once

#include <set>

#include "broker/ports/forget_log.h"

namespace mur::test {

/// The forget log's in-memory twin.
class MemoryForgetLog final : public broker::ForgetLog {
 public:
  Status add(const std::vector<RecordId>& ids) override {
    ids_.insert(ids.begin(), ids.end());
    return {};
  }
  [[nodiscard]] bool contains(const RecordId& id) const override { return ids_.contains(id); }

 private:
  std::set<RecordId> ids_;
};

}  // namespace mur::test
