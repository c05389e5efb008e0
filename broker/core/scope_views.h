#pragma once

#include <map>
#include <vector>

#include "broker/core/scope_view.h"

namespace mur::broker {

/// The views of all watched scopes. `wall` and `staff`, as programs of this version see them, are always watched; an
/// organization's, or an older program's, is made when its first session opens and thrown away with its last.
class ScopeViews {
 public:
  explicit ScopeViews(const Wall& wall);

  void watch(const Wall& wall, const ScopeWatched& watched);
  /// After a commit: one batch for each watched scope, empty where nothing changed for it.
  std::vector<ScopeBatch> update(const Wall& wall, const std::vector<RecordId>& changed);
  void drop(const std::vector<RecordId>& tombstones);
  /// A scope that is not watched is watched from here on.
  [[nodiscard]] PageReady page(const Wall& wall, const PageWanted& wanted, Seq head);

 private:
  ScopeView& view_of(const Wall& wall, const Scope& scope);

  std::map<Scope, ScopeView> views_;
};

}  // namespace mur::broker
