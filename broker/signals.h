#pragma once

namespace mur::broker {

/// What ends or turns the broker's main thread: signals as events, read by one thread and handled by none. Make it
/// before any other thread, so that all of them leave these signals alone.
class Signals {
 public:
  enum class Event : unsigned char {
    stop,    ///< SIGTERM, SIGINT
    reload,  ///< SIGHUP
    ended    ///< told by tell_ended()
  };

  Signals();
  ~Signals();
  Signals(const Signals&) = delete;
  Signals& operator=(const Signals&) = delete;

  /// Waits for the next one.
  [[nodiscard]] Event wait();
  /// From any thread: what the main thread waits for has ended by itself.
  void tell_ended();

 private:
  int signals_;
  int ended_;
};

}  // namespace mur::broker
