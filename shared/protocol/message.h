#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "shared/base/bytes.h"
#include "shared/base/result.h"
#include "shared/domain/command.h"
#include "shared/domain/query.h"
#include "shared/domain/receipt.h"
#include "shared/domain/scope.h"

/// The messages of PROTOCOL.md as values. One message is one ZeroMQ frame.
namespace mur::protocol {

/// What this program speaks. The broker also speaks the one before.
inline constexpr std::uint16_t kVersionMin = 1;
inline constexpr std::uint16_t kVersionMax = 4;

// ---- client to broker ----

struct Hello {
  std::uint16_t version_min = kVersionMin;
  std::uint16_t version_max = kVersionMax;
  std::string client;     ///< "mur-kiosk 0.1.0"
  Epoch epoch;            ///< of the replica; nil: none
  Seq seq = 0;            ///< applied by the replica
  Digest128 hash{};       ///< the replica's state hash at seq
  bool subscribe = true;  ///< false: no catch-up and no batches, only commands and queries (most of murctl)
};
/// The client is ready for `chunks` more (limits::kCatchUpWindow at most under way).
struct Pull {
  std::uint16_t chunks = 1;
};
struct CommandMessage {
  CommandId id;
  TimePoint made_at{};
  Command command;
};
struct QueryMessage {
  std::uint64_t id = 0;
  Query query;
};
struct Ping {
  Seq applied = 0;
};
/// The replica's hash differs from `current` or `pong`: start over with a snapshot.
struct SnapshotWanted {};
struct Bye {};

// ---- broker to client ----

/// Answers `hello`, and opens every later catch-up of the same session: after SnapshotWanted, and when the client was
/// behind and has applied all that was sent. The client drops an unfinished catch-up or batch and pulls.
struct Welcome {
  std::uint16_t version = kVersionMax;
  Scope scope;
  Epoch epoch;
  Seq head = 0;
  TimePoint now{};
  bool snapshot = false;  ///< what follows replaces the replica; else it is what changed since hello's seq
  std::string broker;     ///< "mur-broker 0.1.0"
};
/// A record as its scope may see it: `bytes` is encode_record's, or empty for "take it away".
struct WireRecord {
  RecordId id;
  Seq seq = 0;
  bool live = true;
  Bytes bytes;
  friend bool operator==(const WireRecord&, const WireRecord&) = default;
};
struct Chunk {
  std::vector<WireRecord> records;
};
/// The catch-up is complete: the scope stands at `seq` with `hash`.
struct Current {
  Seq seq = 0;
  Digest128 hash{};
};
/// One committed batch, in pieces of at most limits::kChunkBytes; applied when `last` has come.
struct BatchMessage {
  Epoch epoch;
  Seq seq = 0;
  std::vector<WireRecord> records;
  bool last = true;
};
struct ReceiptMessage {
  Receipt receipt;
};
struct Refusal {
  CommandId command;
  Error error;
  std::uint32_t wait_seconds = 0;
};
struct AnswerMessage {
  std::uint64_t query = 0;
  std::variant<Answer, Error> answer;
};
struct Pong {
  TimePoint now{};
  Seq seq = 0;       ///< last one sent to this session
  Digest128 hash{};  ///< of the scope at seq
};
/// The broker ends the session and says why (revoked key, unsupported version, behind, stopping).
struct GoAway {
  Error error;
};

using Message = std::variant<Hello, Pull, CommandMessage, QueryMessage, Ping, SnapshotWanted, Bye, Welcome, Chunk,
                             Current, BatchMessage, ReceiptMessage, Refusal, AnswerMessage, Pong, GoAway>;

}  // namespace mur::protocol
