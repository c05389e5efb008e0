#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "shared/base/clock.h"
#include "shared/base/random.h"
#include "shared/base/result.h"
#include "shared/domain/command.h"
#include "shared/domain/query.h"
#include "shared/domain/receipt.h"
#include "shared/domain/scope.h"

namespace mur::link {

// What a link tells its owner, in order.

struct Connected {  ///< said welcome; catching up
  Scope scope;
  std::chrono::milliseconds clock_offset{};  ///< broker's now − ours
};
struct Disconnected {
  Error why;  ///< "this kiosk's key is not accepted…", "no answer from tcp://…"
};
/// New versions of records (and tombstones). `replaced`: forget all that was there before (a snapshot was swapped in).
struct RecordsChanged {
  bool replaced = false;
  std::vector<StampedRecord> records;
  Seq seq = 0;
};
struct BecameCurrent {
  Seq seq = 0;
  TimePoint at{};  ///< broker's time
};
struct CommandAnswered {
  CommandId command;
  Result<Receipt> answer;  ///< final: slow_down and try_again never show here
};
struct QueryAnswered {
  std::uint64_t query = 0;
  Result<Answer> answer;
};
/// The replica differed from the broker's hash: a snapshot was asked for. For the log and the staff corner.
struct ReplicaDiffered {
  Seq seq = 0;
};
/// How many commands wait in the outbox.
struct OutboxChanged {
  std::size_t waiting = 0;
};

using LinkEvent = std::variant<Connected, Disconnected, RecordsChanged, BecameCurrent, CommandAnswered, QueryAnswered,
                               OutboxChanged, ReplicaDiffered>;

/// Port: the client's side of the wire with its replica and outbox. An implementation has its own thread; the methods
/// may be called from any one other thread and never wait for the network.
class BrokerLink {
 public:
  virtual ~BrokerLink() = default;

  /// Writes the command to the outbox (durable when this returns) and sends it when it can, exactly once as the broker
  /// counts. Errc::too_large when the outbox is full, Errc::io when the disk refuses.
  virtual Result<CommandId> submit(Command command) = 0;
  /// Asks; the answer comes as QueryAnswered, Errc::io in it when the connection broke first.
  virtual std::uint64_t ask(Query query) = 0;
  /// What happened since the last call, in order.
  [[nodiscard]] virtual std::vector<LinkEvent> take_events() = 0;
  /// Stops the thread; what waits in the outbox stays there.
  virtual void stop() = 0;
};

}  // namespace mur::link
