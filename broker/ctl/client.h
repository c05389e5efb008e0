#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

#include "shared/calendar/zone.h"
#include "shared/domain/wall.h"
#include "shared/link/zmq_link.h"

namespace mur::ctl {

/// A command's visit to the broker: connects with a key, looks at the records it may see, asks and waits for the
/// answers. Keeps nothing on disk. One thread.
class Client {
 public:
  enum class Look : unsigned char {
    records,  ///< catches up with the records first
    answers,  ///< commands and queries only
  };
  struct Options {
    link::KeyFile key;
    Look look = Look::records;
    /// How long to keep trying where no broker answers; absent: one try.
    std::optional<Milliseconds> patience;
  };
  /// Errc::io with the field kBrokerField when no broker answers; Errc::forbidden when it does not accept the key.
  [[nodiscard]] static Result<std::unique_ptr<Client>> connect(Options options, const Clock& clock,
                                                               RandomSource& random);

  /// What this key may see; empty with Look::answers.
  [[nodiscard]] const Wall& wall() const { return wall_; }
  [[nodiscard]] const Scope& scope() const { return scope_; }
  [[nodiscard]] const link::KeyFile& key() const { return key_; }
  /// The broker's time.
  [[nodiscard]] TimePoint now() const { return clock_.now() + clock_offset_; }

  /// Sends a command and waits for its receipt.
  Result<Receipt> submit(Command command);
  /// The same under an id and a time of the caller's, so that a second try is the same command.
  Result<Receipt> submit_as(CommandId id, TimePoint made_at, Command command);

  struct Answered {
    CommandId command;
    Result<Receipt> answer;
  };
  /// Sends a command without waiting. Each one sent is answered once by next_answer().
  Status send(CommandId id, TimePoint made_at, Command command);
  [[nodiscard]] Result<Answered> next_answer();

  Result<Answer> ask(Query query);
  /// Waits until the records show batch `seq`. With Look::records only.
  Status see(Seq seq);
  /// Waits until `seen` says so of the records, `most` at most: then Errc::try_again. With Look::records only.
  Status watch(const std::function<bool(const Wall&)>& seen, Milliseconds most);

 private:
  Client(Options options, link::Replica replica, link::Outbox outbox, const Clock& clock, RandomSource& random);

  using Instant = std::chrono::steady_clock::time_point;
  Status wait_until_ready(Look look);
  /// Takes what the link has to say; waits for something until `deadline`.
  Status heed(Instant deadline);
  /// Waits until `done` says so. An error when the broker is gone for too long.
  template <class Done>
  Status wait_for(Done&& done);
  void take(link::LinkEvent event);

  link::KeyFile key_;
  std::optional<Milliseconds> patience_;
  const Clock& clock_;

  std::mutex mutex_;  // over woken_
  std::condition_variable wake_;
  bool woken_ = false;

  Wall wall_;
  Scope scope_;
  Seq seq_ = 0;
  Milliseconds clock_offset_{};
  bool connected_ = false;
  bool current_ = false;
  std::optional<Error> gone_;  // why the broker is not there now
  Instant gone_since_{};
  std::size_t failures_ = 0;  // since the last connection
  std::vector<Answered> answered_;
  std::vector<link::QueryAnswered> query_answers_;

  std::unique_ptr<link::ZmqLink> link_;  // last: its thread wakes us
};

}  // namespace mur::ctl
