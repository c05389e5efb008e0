#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <mutex>

#include "shared/domain/query.h"
#include "shared/link/event_queue.h"
#include "shared/protocol/message.h"

namespace mur::link {

/// Queries without an answer. Each gets exactly one QueryAnswered: the broker's, or an error when the connection it was
/// sent over breaks, or when no broker could be reached. `ask` from any thread, the rest from the link's.
class Questions {
 public:
  explicit Questions(EventQueue& events) : events_{events} {}

  [[nodiscard]] std::uint64_t ask(Query query);
  /// Sends what was not sent yet; `send` returns false when it can't leave now.
  void pump(const std::function<bool(const protocol::Message&)>& send);
  void answered(protocol::AnswerMessage answer);
  /// The connection broke.
  void fail_sent(const Error& why);
  /// No broker answers, or the link stops.
  void fail_all(const Error& why);

 private:
  struct Asked {
    Query query;
    bool sent = false;
  };
  EventQueue& events_;
  std::mutex mutex_;
  std::map<std::uint64_t, Asked> asked_;
  std::uint64_t last_ = 0;
};

}  // namespace mur::link
