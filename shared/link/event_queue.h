#pragma once

#include <functional>
#include <mutex>
#include <vector>

#include "shared/link/broker_link.h"

namespace mur::link {

/// Events from the link's thread to its owner. Bounded without losing anything that matters: an owner who does not come
/// for a long time finds the records' latest versions, the last word on the connection and every answer. Any thread.
class EventQueue {
 public:
  /// `wake` is called after each push, on the pusher's thread, without a lock held; may be empty.
  explicit EventQueue(std::function<void()> wake) : wake_{std::move(wake)} {}

  void push(LinkEvent event);
  [[nodiscard]] std::vector<LinkEvent> take();

 private:
  std::function<void()> wake_;
  std::mutex mutex_;
  std::vector<LinkEvent> events_;
};

/// Adds `event` to `events`, joining it with what it supersedes. Apart for its tests.
void add_event(std::vector<LinkEvent>& events, LinkEvent event);

}  // namespace mur::link
