#include "broker/core/scope_views.h"

namespace mur::broker {
namespace {

const Scope kWall{.kind = Scope::Kind::wall, .organization = {}};
const Scope kStaff{.kind = Scope::Kind::staff, .organization = {}};

}  // namespace

ScopeViews::ScopeViews(const Wall& wall) {
  view_of(wall, kWall);
  view_of(wall, kStaff);
}

void ScopeViews::watch(const Wall& wall, const ScopeWatched& watched) {
  if (watched.on)
    view_of(wall, watched.scope);
  else if (watched.scope != kWall && watched.scope != kStaff)
    views_.erase(watched.scope);
}

std::vector<ScopeBatch> ScopeViews::update(const Wall& wall, const std::vector<RecordId>& changed) {
  std::vector<ScopeBatch> batches;
  const auto update_one = [&](ScopeView& view, const ScopeView* like) {
    ScopeBatch batch{.scope = view.scope(), .records = {}, .hash = {}};
    for (const RecordId& id : changed)
      if (const StampedRecord* stamped = wall.find(id))
        if (auto told = view.update(*stamped, like)) batch.records.push_back(std::move(*told));
    batch.hash = view.hash();
    batches.push_back(std::move(batch));
  };
  // The wall's first: the others share its bytes.
  ScopeView& the_wall = views_.at(kWall);
  update_one(the_wall, nullptr);
  for (auto& [scope, view] : views_)
    if (scope != kWall) update_one(view, &the_wall);
  return batches;
}

void ScopeViews::drop(const std::vector<RecordId>& tombstones) {
  for (auto& [scope, view] : views_)
    for (const RecordId& id : tombstones) view.drop(id);
}

PageReady ScopeViews::page(const Wall& wall, const PageWanted& wanted, Seq head) {
  return view_of(wall, wanted.cursor.scope).page(wanted, head);
}

ScopeView& ScopeViews::view_of(const Wall& wall, const Scope& scope) {
  const auto found = views_.find(scope);
  if (found != views_.end()) return found->second;
  const auto the_wall = views_.find(kWall);
  return views_.emplace(scope, ScopeView{scope, wall, the_wall == views_.end() ? nullptr : &the_wall->second})
      .first->second;
}

}  // namespace mur::broker
