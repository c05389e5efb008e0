#pragma once

#include <sys/eventfd.h>
#include <unistd.h>

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <mutex>
#include <vector>

namespace mur::broker {

/// A bounded queue of values from any threads to one reader, who waits on it, or polls `descriptor()`.
template <class Value>
class Mailbox {
 public:
  explicit Mailbox(std::size_t most) : most_{most}, event_{::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)} {}
  ~Mailbox() { ::close(event_); }
  Mailbox(const Mailbox&) = delete;
  Mailbox& operator=(const Mailbox&) = delete;

  /// False when full (or closed): the sender answers `try_again`.
  [[nodiscard]] bool push(Value value) {
    {
      const std::lock_guard lock(mutex_);
      if (closed_ || values_.size() >= most_) return false;
      values_.push_back(std::move(value));
    }
    wake();
    return true;
  }

  /// Takes up to `most` values; waits up to `patience` for the first.
  [[nodiscard]] std::vector<Value> take(std::size_t most, std::chrono::milliseconds patience) {
    std::unique_lock lock(mutex_);
    arrived_.wait_for(lock, patience, [this] { return !values_.empty() || closed_ || poked_; });
    poked_ = false;
    std::vector<Value> taken;
    while (!values_.empty() && taken.size() < most) {
      taken.push_back(std::move(values_.front()));
      values_.pop_front();
    }
    if (values_.empty()) {
      std::uint64_t count = 0;
      [[maybe_unused]] const auto read = ::read(event_, &count, sizeof count);
    }
    return taken;
  }

  [[nodiscard]] std::size_t room() const {
    const std::lock_guard lock(mutex_);
    return most_ - values_.size();
  }

  /// Ends a wait without a value.
  void poke() {
    {
      const std::lock_guard lock(mutex_);
      poked_ = true;
    }
    wake();
  }
  void close() {
    {
      const std::lock_guard lock(mutex_);
      closed_ = true;
    }
    wake();
  }
  [[nodiscard]] bool closed() const {
    const std::lock_guard lock(mutex_);
    return closed_;
  }

  /// Readable while something waits: for poll().
  [[nodiscard]] int descriptor() const { return event_; }

 private:
  void wake() {
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = ::write(event_, &one, sizeof one);
    arrived_.notify_one();
  }

  mutable std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<Value> values_;
  std::size_t most_;
  int event_;
  bool closed_ = false;
  bool poked_ = false;
};

}  // namespace mur::broker
