#include "broker/signals.h"

#include <poll.h>
#include <pthread.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <array>
#include <cassert>
#include <csignal>
#include <cstdint>

namespace mur::broker {

Signals::Signals() {
  sigset_t set;
  sigemptyset(&set);
  for (const int signal : {SIGTERM, SIGINT, SIGHUP}) sigaddset(&set, signal);
  ::pthread_sigmask(SIG_BLOCK, &set, nullptr);
  signals_ = ::signalfd(-1, &set, SFD_CLOEXEC);
  ended_ = ::eventfd(0, EFD_CLOEXEC);
  assert(signals_ >= 0 && ended_ >= 0);
}

Signals::~Signals() {
  ::close(signals_);
  ::close(ended_);
}

Signals::Event Signals::wait() {
  std::array<pollfd, 2> watched{{{signals_, POLLIN, 0}, {ended_, POLLIN, 0}}};
  while (::poll(watched.data(), watched.size(), -1) < 0) {
  }
  if (watched[1].revents != 0) return Event::ended;
  signalfd_siginfo info{};
  const bool read = ::read(signals_, &info, sizeof info) == sizeof info;
  return read && info.ssi_signo == SIGHUP ? Event::reload : Event::stop;
}

void Signals::tell_ended() {
  const std::uint64_t one = 1;
  [[maybe_unused]] const auto written = ::write(ended_, &one, sizeof one);
}

}  // namespace mur::broker
