#include "broker/transport/session_table.h"

#include <cassert>

#include "shared/domain/limits.h"

namespace mur::transport {

Session* SessionTable::open(Route route, const CurvePublicKey& key) {
  assert(at(route) == nullptr);
  if (sessions_.size() >= limits::kSessions) return nullptr;
  std::size_t& held = of_key_[key];
  if (held >= limits::kSessionsPerKey) return nullptr;
  ++held;
  const broker::SessionId id = ++last_;
  by_route_.emplace(route, id);
  Session& session = sessions_[id];
  session.id = id;
  session.route = std::move(route);
  session.key = key;
  return &session;
}

void SessionTable::close(broker::SessionId id) {
  const auto at = sessions_.find(id);
  if (at == sessions_.end()) return;
  by_route_.erase(at->second.route);
  const auto held = of_key_.find(at->second.key);
  if (--held->second == 0) of_key_.erase(held);
  sessions_.erase(at);
}

Session* SessionTable::find(broker::SessionId id) {
  const auto at = sessions_.find(id);
  return at == sessions_.end() ? nullptr : &at->second;
}

Session* SessionTable::at(const Route& route) {
  const auto at = by_route_.find(route);
  return at == by_route_.end() ? nullptr : find(at->second);
}

}  // namespace mur::transport
