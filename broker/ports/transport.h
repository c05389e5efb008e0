#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

#include "broker/ports/feeds.h"
#include "broker/ports/mailbox.h"
#include "shared/base/bytes.h"
#include "shared/base/result.h"
#include "shared/domain/command.h"
#include "shared/domain/key.h"
#include "shared/domain/query.h"
#include "shared/domain/receipt.h"
#include "shared/domain/scope.h"

/// What passes between the wire (sockets, sessions, framing) and the core (state, decide, store): values, through two
/// mailboxes. The wire never touches state; the core never sees a socket. Both ends of a mailbox are first in, first
/// out, so a page that says "head 41" lies before batch 42 and after batch 41.
///
/// Full mailboxes: the wire never waits for the core (a command is refused with `try_again` at once, pages are asked
/// for again later); so the core may wait for room in the wire's, and drops nothing. Every CommandArrived,
/// QueryArrived and PageWanted gets exactly one answer, also when its session has gone meanwhile. Should a Committed be
/// missing all the same, the wire sees the gap and lets every session catch up anew.
namespace mur::broker {

/// Made by the wire, never used twice while the broker runs.
using SessionId = std::uint64_t;

// ---- wire to core -------------------------------------------------------------------------------------------------

/// A command, decoded and bounded. The core looks the key up again: the wire's word is no authority.
struct CommandArrived {
  SessionId session = 0;
  KeyId key;
  CommandId id;
  TimePoint made_at{};
  Command command;
  Bytes raw;  ///< the command's bytes as they came, for the keyed hash
};

struct QueryArrived {
  SessionId session = 0;
  KeyId key;
  std::uint64_t query = 0;  ///< the client's number for it
  Query question;
  std::uint16_t version = Scope::kNewest;  ///< of the protocol, that the session speaks
};

/// Where a catch-up stands: the broker keeps this, never a copy of the records. A pass runs in id order; when the head
/// has moved meanwhile, another pass since the first one's start follows.
struct Cursor {
  Scope scope;
  bool snapshot = false;          ///< first pass: everything live, no tombstones
  Seq since = 0;                  ///< records with a higher seq
  Seq pass_started_at = 0;        ///< head when this pass began; 0 = not begun
  std::optional<RecordId> after;  ///< last record already handed out in this pass
};

/// Asks for the next page of a catch-up.
struct PageWanted {
  SessionId session = 0;
  Cursor cursor;
  std::size_t most_bytes = 0;
};

/// The first session of a scope opened, or its last one closed: batches and hashes are made for watched scopes only.
/// `wall` and `staff` in their newest version are always watched.
struct ScopeWatched {
  Scope scope;
  bool on = true;
};

/// From the wire; and what comes of a FetchWanted, from the feeds' thread, which offers it again where there is no
/// room.
using ToCore = std::variant<CommandArrived, QueryArrived, PageWanted, ScopeWatched, FeedFetched>;

// ---- core to wire -------------------------------------------------------------------------------------------------

/// One record as one scope gets it: encoded once, shared by every session of the scope (immutable, hence shared_ptr).
struct EncodedRecord {
  RecordId id;
  Seq seq = 0;
  bool live = true;  ///< false: a tombstone; take the entity away
  std::shared_ptr<const Bytes> bytes;
};

struct ReceiptReady {
  SessionId session = 0;
  Receipt receipt;
};
struct CommandRefused {
  SessionId session = 0;
  CommandId command;
  Error error;
  int wait_seconds = 0;  ///< with slow_down
};
struct AnswerReady {
  SessionId session = 0;
  std::uint64_t query = 0;
  Result<Answer> answer;
};
struct PageReady {
  SessionId session = 0;
  std::vector<EncodedRecord> records;
  std::optional<Cursor> next;  ///< absent: done; the scope stands at `head` with `hash`
  Seq head = 0;
  Digest128 hash{};
};
struct ScopeBatch {
  Scope scope;
  std::vector<EncodedRecord> records;  ///< empty: only the head moves
  Digest128 hash{};                    ///< of the scope after this batch
};
/// A batch is durable. One ScopeBatch for each watched scope.
struct Committed {
  Epoch epoch;
  Seq seq = 0;
  std::vector<ScopeBatch> scopes;
  Seq forgotten_to = 0;  ///< as in LogOpened
};
/// The keys in force, by public key: the immutable copy that ZAP and every session check. Swapped at each change.
struct KeyEntry {
  KeyId id;
  PrincipalId principal;
  Role role{};
  OrganizationId organization;
  std::string label;
};
using KeyTable = std::map<CurvePublicKey, KeyEntry>;
struct KeysChanged {
  std::shared_ptr<const KeyTable> keys;
};
/// Sent once before everything else.
struct LogOpened {
  Epoch epoch;
  Seq head = 0;
  Seq forgotten_to = 0;  ///< tombstones up to here were dropped: a replica that stands lower needs a snapshot
};

using FromCore = std::variant<LogOpened, KeysChanged, Committed, ReceiptReady, CommandRefused, AnswerReady, PageReady>;

using CoreMailbox = Mailbox<ToCore>;
using WireMailbox = Mailbox<FromCore>;

/// The wire as the core and main see it: an implementation owns its threads and sockets.
class Transport {
 public:
  virtual ~Transport() = default;
  /// Binds and begins. Errc::conflict when the address is in use (the message names it and the setting to change).
  virtual Status start() = 0;
  /// Stops listening, says goodbye to the sessions, joins its threads.
  virtual void stop() = 0;
  /// "tcp://0.0.0.0:7447", with the port that was bound.
  [[nodiscard]] virtual std::string address() const = 0;
  [[nodiscard]] virtual std::vector<SessionStatus> sessions() const = 0;
};

}  // namespace mur::broker
