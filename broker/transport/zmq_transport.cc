#include "broker/transport/zmq_transport.h"

#include <sys/resource.h>

#include <algorithm>
#include <array>

#include "shared/domain/limits.h"

namespace mur::transport {
namespace {

using namespace std::chrono_literals;

constexpr auto kTick = 200ms;
constexpr std::chrono::milliseconds kRoomSoon = 5ms;  // for answers that a full socket keeps waiting
constexpr auto kGoodbye = 100ms;                      // for the last frames to leave; a stalled client gets no more
constexpr std::size_t kPerTurn = 256;                 // messages of one side before the other has its turn

// Each client takes a descriptor, and libzmq a few of its own: the usual soft limit of 1024 is soon reached.
void allow_many_descriptors() {
  constexpr rlim_t kWanted = 4 * limits::kSessions;
  rlimit now{};
  if (::getrlimit(RLIMIT_NOFILE, &now) != 0 || now.rlim_cur >= kWanted) return;
  now.rlim_cur = std::min<rlim_t>(kWanted, now.rlim_max);
  ::setrlimit(RLIMIT_NOFILE, &now);
}

}  // namespace

ZmqTransport::ZmqTransport(Options options, broker::CoreMailbox& to_core, broker::WireMailbox& from_core,
                           const Clock& clock)
    : options_{std::move(options)},
      to_core_{to_core},
      from_core_{from_core},
      clock_{clock},
      zap_{context_, keys_},
      router_{context_} {
  context_.set(zmq::ctxopt::max_sockets, limits::kSockets);
}

ZmqTransport::~ZmqTransport() { stop(); }

Status ZmqTransport::start() {
  allow_many_descriptors();
  // The key check first: without it CURVE lets any key in.
  if (Status zap = zap_.start(); !zap) return zap;
  if (Status bound = router_.bind(options_.address, options_.secret_key); !bound) {
    zap_.stop();
    return bound;
  }
  stopping_ = false;
  thread_ = std::thread([this] { run(); });
  return {};
}

void ZmqTransport::stop() {
  if (!thread_.joinable()) return;
  stopping_ = true;
  from_core_.poke();
  thread_.join();
  zap_.stop();
}

std::string ZmqTransport::address() const { return router_.address(); }

std::vector<SessionStatus> ZmqTransport::sessions() const {
  const std::lock_guard lock(sessions_mutex_);
  return sessions_;
}

void ZmqTransport::run() {
  Wire wire{router_, to_core_, keys_, clock_, options_.timing, options_.program};
  try {
    serve(wire);
    // What the core said before it ended: receipts of what is durable already.
    for (broker::FromCore& news : from_core_.take(limits::kQueue, 0ms)) wire.told(std::move(news));
    wire.say_goodbye();
  } catch (const zmq::error_t&) {
    // ETERM: the context goes down under us; nothing more can be said.
  }
  router_.close(kGoodbye);
}

void ZmqTransport::serve(Wire& wire) {
  auto next_tick = std::chrono::steady_clock::now() + kTick;
  std::array<zmq::pollitem_t, 2> items{
      {{router_.handle(), 0, ZMQ_POLLIN, 0}, {nullptr, from_core_.descriptor(), ZMQ_POLLIN, 0}}};
  while (!stopping_) {
    auto patience = std::chrono::ceil<std::chrono::milliseconds>(next_tick - std::chrono::steady_clock::now());
    if (wire.send_waiting()) patience = std::min(patience, kRoomSoon);
    try {
      zmq::poll(items, std::max(patience, std::chrono::milliseconds{0}));
    } catch (const zmq::error_t& error) {
      if (error.num() != EINTR) throw;
    }
    for (broker::FromCore& news : from_core_.take(kPerTurn, 0ms)) wire.told(std::move(news));

    const auto now = std::chrono::steady_clock::now();
    for (std::size_t i = 0; i < kPerTurn; ++i) {
      std::optional<Incoming> incoming = router_.receive();
      if (!incoming) break;
      wire.arrived(std::move(*incoming), now);
    }
    if (now < next_tick) continue;
    wire.tick(now);
    next_tick = now + kTick;
    std::vector<SessionStatus> sessions = wire.status(now);
    const std::lock_guard lock(sessions_mutex_);
    sessions_ = std::move(sessions);
  }
}

}  // namespace mur::transport
