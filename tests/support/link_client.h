#pragma once

#include <chrono>
#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "shared/domain/wall.h"
#include "shared/link/zmq_link.h"

namespace mur::test {

/// A client of the broker as a kiosk or murctl is one, in a test's hands: remembers every event, and waits for what the
/// test wants to see. One thread.
class LinkClient {
 public:
  static constexpr std::chrono::seconds kDeadline{30};  // sanitizers and a busy machine included

  LinkClient(link::KeyFile key, link::Replica replica, link::Outbox outbox, const Clock& clock, RandomSource& random)
      : link_(std::make_unique<link::ZmqLink>(
            link::ZmqLink::Options{
                .key = std::move(key), .client = "test", .wake = [this] { wake(); }, .timing = quick()},
            std::move(replica), std::move(outbox), clock, random)) {}

  [[nodiscard]] CommandId submit(Command command) { return link_->submit(std::move(command)).value(); }
  [[nodiscard]] std::uint64_t ask(Query query) { return link_->ask(std::move(query)); }
  void stop() { link_->stop(); }

  /// Takes what came; waits up to `patience` for the first of it.
  void listen(Milliseconds patience) {
    {
      std::unique_lock lock(mutex_);
      woken_.wait_for(lock, patience, [this] { return awake_; });
      awake_ = false;
    }
    for (link::LinkEvent& event : link_->take_events()) take(std::move(event));
  }
  /// Listens until `seen()`; false at the deadline.
  template <class Seen>
  [[nodiscard]] bool wait_until(Seen&& seen) {
    const auto deadline = std::chrono::steady_clock::now() + kDeadline;
    while (!seen()) {
      if (std::chrono::steady_clock::now() > deadline) return false;
      listen(Milliseconds{50});
    }
    return true;
  }
  [[nodiscard]] std::optional<Result<Receipt>> answer_to(CommandId command) {
    if (!wait_until([&] { return answers.contains(command); })) return std::nullopt;
    return answers.at(command);
  }
  [[nodiscard]] std::optional<Result<Answer>> answer_to_query(std::uint64_t query) {
    if (!wait_until([&] { return query_answers.contains(query); })) return std::nullopt;
    return query_answers.at(query);
  }

  Wall wall;
  Seq seq = 0;
  bool connected = false;
  bool current = false;
  int connections = 0;
  std::optional<Error> gone;  ///< why the last connection ended or could not be made
  std::map<CommandId, Result<Receipt>> answers;
  std::map<std::uint64_t, Result<Answer>> query_answers;

 private:
  static link::LinkTiming quick() {
    link::LinkTiming timing;
    timing.reconnect_least = Milliseconds{5};
    timing.reconnect_most = Milliseconds{40};
    return timing;
  }
  void wake() {
    const std::lock_guard lock(mutex_);
    awake_ = true;
    woken_.notify_one();
  }
  void take(link::LinkEvent event) {
    if (std::holds_alternative<link::Connected>(event)) {
      connected = true;
      ++connections;
    } else if (auto* ended = std::get_if<link::Disconnected>(&event)) {
      connected = current = false;
      gone = std::move(ended->why);
    } else if (auto* changed = std::get_if<link::RecordsChanged>(&event)) {
      if (changed->replaced) wall = Wall{};
      for (StampedRecord& record : changed->records) wall.apply(std::move(record));
      seq = changed->seq;
    } else if (const auto* now = std::get_if<link::BecameCurrent>(&event)) {
      current = true;
      seq = now->seq;
    } else if (auto* answered = std::get_if<link::CommandAnswered>(&event)) {
      answers.insert_or_assign(answered->command, std::move(answered->answer));
    } else if (auto* told = std::get_if<link::QueryAnswered>(&event)) {
      query_answers.insert_or_assign(told->query, std::move(told->answer));
    }
  }

  std::mutex mutex_;
  std::condition_variable woken_;
  bool awake_ = false;
  std::unique_ptr<link::ZmqLink> link_;  // last: its thread wakes us
};

}  // namespace mur::test
