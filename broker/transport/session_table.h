#pragma once

#include <map>
#include <unordered_map>

#include "broker/transport/session.h"

namespace mur::transport {

/// The sessions, by number and by route. At most limits::kSessions, and limits::kSessionsPerKey of one key.
class SessionTable {
 public:
  /// Null when there is no room for one more of this key, or at all.
  Session* open(Route route, const CurvePublicKey& key);
  void close(broker::SessionId id);

  [[nodiscard]] Session* find(broker::SessionId id);
  [[nodiscard]] Session* at(const Route& route);

  [[nodiscard]] std::size_t size() const { return sessions_.size(); }
  [[nodiscard]] auto begin() { return sessions_.begin(); }
  [[nodiscard]] auto end() { return sessions_.end(); }
  [[nodiscard]] auto begin() const { return sessions_.begin(); }
  [[nodiscard]] auto end() const { return sessions_.end(); }

 private:
  std::map<broker::SessionId, Session> sessions_;
  std::unordered_map<Route, broker::SessionId> by_route_;
  std::map<CurvePublicKey, std::size_t> of_key_;
  broker::SessionId last_ = 0;
};

}  // namespace mur::transport
