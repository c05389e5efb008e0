#include "broker/core/draft.h"

#include <algorithm>
#include <ranges>

namespace mur::broker {

Draft::~Draft() {
  for (Step& step : undo_ | std::views::reverse) {
    if (step.before)
      wall_.apply(std::move(*step.before));
    else
      wall_.drop(step.id);
  }
}

void Draft::apply(const std::vector<Record>& records) {
  for (const Record& record : records)
    undo_.push_back({.id = id_of(record), .before = wall_.apply({.seq = seq_, .record = record})});
}

std::vector<RecordId> Draft::keep() {
  std::vector<RecordId> changed;
  for (const Step& step : undo_) changed.push_back(step.id);
  undo_.clear();
  std::ranges::sort(changed);
  const auto repeated = std::ranges::unique(changed);
  changed.erase(repeated.begin(), repeated.end());
  return changed;
}

}  // namespace mur::broker
