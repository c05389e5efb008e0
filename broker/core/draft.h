#pragma once

#include <optional>
#include <vector>

#include "shared/domain/wall.h"

namespace mur::broker {

/// A working state: each command of a group is decided on what the one before left. The wall goes back to what it was
/// when a draft ends unkept.
class Draft {
 public:
  /// What is written here is stamped `seq`.
  Draft(Wall& wall, Seq seq) : wall_{wall}, seq_{seq} {}
  ~Draft();
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;

  void apply(const std::vector<Record>& records);
  /// The log has it: the working state becomes the state. Returns what changed, each once, in id order.
  std::vector<RecordId> keep();

 private:
  struct Step {
    RecordId id;
    std::optional<StampedRecord> before;
  };

  Wall& wall_;
  Seq seq_;
  std::vector<Step> undo_;
};

}  // namespace mur::broker
