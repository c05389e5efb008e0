#include "shared/link/replica.h"

#include <fmt/format.h>

#include <utility>

#include "shared/domain/limits.h"
#include "shared/link/link_schema.h"
#include "shared/link/replica_rows.h"
#include "shared/link/snapshot_copy.h"
#include "shared/protocol/codec.h"
#include "shared/sqlite/durable.h"
#include "shared/sqlite/durable_database.h"

namespace mur::link {
namespace {

/// Nothing, for a record of a program that knows more than this one.
std::optional<Record> decode(const RecordId& id, ByteSpan bytes) {
  auto record = protocol::decode_record(bytes);
  if (!record || id_of(*record) != id) return std::nullopt;
  return std::move(*record);
}

/// As the wall in memory takes it: what was taken away or cannot be read is a tombstone there.
StampedRecord stamped(const protocol::WireRecord& wire) {
  if (wire.live)
    if (auto record = decode(wire.id, wire.bytes)) return {.seq = wire.seq, .record = std::move(*record)};
  return {.seq = wire.seq, .record = Tombstone{.of = wire.id}};
}

}  // namespace

struct Replica::State {
  State(std::filesystem::path file, std::unique_ptr<SQLite::Database> opened, Mode opened_as)
      : database{std::move(file), std::move(opened)},
        rows{database.connection()},
        head{rows.head()},
        heard_saved{head.heard_at},
        mode{opened_as} {}

  [[nodiscard]] Status may_write() const {
    if (mode == Mode::read_write) return {};
    return fail(Errc::forbidden, "replica", "this replica was opened for reading only");
  }

  /// Once `work` is durable the replica stands at `next`.
  template <class Work>
  auto move_to(ReplicaHead& next, const Work& work) -> decltype(work()) {
    auto done = database.write([&] {
      auto worked = work();
      if (worked) rows.put_head(next);
      return worked;
    });
    if (done) {
      head = next;
      heard_saved = next.heard_at;
    }
    return done;
  }

  struct CatchUp {
    Epoch epoch;
    bool snapshot = false;
  };

  sqlite::DurableDatabase database;
  ReplicaRows rows;
  ReplicaHead head;
  TimePoint heard_saved;
  Mode mode;
  std::optional<CatchUp> catch_up;
};

Replica::Replica(std::unique_ptr<State> state) : state_{std::move(state)} {}
Replica::Replica(Replica&&) noexcept = default;
Replica& Replica::operator=(Replica&&) noexcept = default;
Replica::~Replica() = default;

Result<Replica> Replica::open(const std::filesystem::path& folder, Mode mode) {
  const std::filesystem::path file = folder / kReplicaFile;
  auto database = mode == Mode::read_only ? copy_to_memory(file, replica_schema())
                                          : sqlite::open(file, replica_schema(), sqlite::Missing::create);
  if (!database) return fail(database.error());
  return sqlite::guarded(
      file, [&]() -> Result<Replica> { return Replica(std::make_unique<State>(file, std::move(*database), mode)); });
}

Result<Replica::Opened> Replica::open_or_start_over(const std::filesystem::path& folder) {
  const std::filesystem::path file = folder / kReplicaFile;
  auto opened = open(folder, Mode::read_write);
  if (opened)
    if (const Status sound = sqlite::check_integrity(opened->state_->database.connection(), file); !sound)
      opened = fail(sound.error());
  if (opened) return Opened{.replica = std::move(*opened), .set_aside = std::nullopt};
  const Error why = opened.error();
  if (why.code != Errc::corrupt && why.code != Errc::unsupported) return fail(why);
  for (const char* ending : {"", "-wal"}) {
    std::error_code error;
    const std::filesystem::path aside = folder / (std::string{kReplicaFile} + ".set-aside" + ending);
    std::filesystem::remove(aside, error);
    if (!std::filesystem::exists(file.string() + ending, error)) continue;
    if (const Status moved = sqlite::rename_durably(file.string() + ending, aside); !moved) return fail(moved.error());
  }
  auto empty = open(folder, Mode::read_write);
  if (!empty) return fail(empty.error());
  return Opened{.replica = std::move(*empty), .set_aside = why};
}

Result<Replica> Replica::open_in_memory() {
  auto database = sqlite::open_in_memory(replica_schema());
  if (!database) return fail(database.error());
  return sqlite::guarded(":memory:", [&]() -> Result<Replica> {
    return Replica(std::make_unique<State>(":memory:", std::move(*database), Mode::read_write));
  });
}

const ReplicaHead& Replica::head() const { return state_->head; }

bool Replica::is_catching_up() const { return state_->catch_up.has_value(); }

Result<Replica::Loaded> Replica::load() const {
  return state_->database.read([&]() -> Result<Loaded> {
    Loaded loaded;
    state_->rows.each([&](const RecordId& id, Seq seq, const Bytes& bytes) {
      if (auto record = decode(id, bytes))
        loaded.wall.apply({.seq = seq, .record = std::move(*record)});
      else
        ++loaded.unreadable;
    });
    return loaded;
  });
}

Status Replica::begin_catch_up(Epoch epoch, bool snapshot) {
  if (const Status may = state_->may_write(); !may) return may;
  if (!snapshot && epoch != state_->head.epoch)
    return fail(Errc::conflict, "epoch", "only a snapshot leads from one log to another");
  const Status cleared = state_->database.write([&]() -> Status {
    state_->rows.clear_staging();
    return {};
  });
  if (cleared) state_->catch_up = State::CatchUp{.epoch = epoch, .snapshot = snapshot};
  return cleared;
}

Status Replica::stage(const std::vector<protocol::WireRecord>& records) {
  if (!state_->catch_up) return fail(Errc::conflict, "catch_up", "no catch-up has begun");
  return state_->database.read([&]() -> Status {
    // The staging area alone is written: no lock on the file, no waiting for the disk.
    SQLite::Transaction transaction(state_->database.connection());
    for (const protocol::WireRecord& record : records) state_->rows.stage(record);
    transaction.commit();
    return {};
  });
}

Result<std::vector<StampedRecord>> Replica::finish_catch_up(Seq seq, const Digest128& expected, TimePoint heard_at) {
  if (!state_->catch_up) return fail(Errc::conflict, "catch_up", "no catch-up has begun");
  const State::CatchUp catch_up = *std::exchange(state_->catch_up, std::nullopt);
  ReplicaHead next{.epoch = catch_up.epoch, .seq = seq, .hash = expected, .heard_at = heard_at};
  auto changed = state_->move_to(next, [&]() -> Result<std::vector<StampedRecord>> {
    StateHash hash = catch_up.snapshot ? StateHash{} : StateHash::from(state_->head.hash);
    std::vector<StampedRecord> records;
    if (catch_up.snapshot) state_->rows.clear();
    state_->rows.each_staged([&](const protocol::WireRecord& record) {
      if (!state_->rows.put(record, hash)) return;
      StampedRecord as_read = stamped(record);
      if (!catch_up.snapshot || !is_tombstone(as_read.record)) records.push_back(std::move(as_read));
    });
    state_->rows.clear_staging();
    if (hash.value() != expected)
      return fail(Errc::conflict, "hash", fmt::format("the records up to {} differ from the broker's", seq));
    return records;
  });
  if (!changed) return changed;
  if (const Status scrubbed = state_->database.checkpoint(); !scrubbed) return fail(scrubbed.error());
  return changed;
}

Result<std::vector<StampedRecord>> Replica::apply(Seq seq, const std::vector<protocol::WireRecord>& records,
                                                  TimePoint heard_at) {
  if (const Status may = state_->may_write(); !may) return fail(may.error());
  if (state_->catch_up || seq != state_->head.seq + 1)
    return fail(Errc::conflict, "seq",
                fmt::format("batch {} does not follow on {}; catch up first", seq, state_->head.seq));
  bool erased = false;
  ReplicaHead next{.epoch = state_->head.epoch, .seq = seq, .hash = state_->head.hash, .heard_at = heard_at};
  auto changed = state_->move_to(next, [&]() -> Result<std::vector<StampedRecord>> {
    StateHash hash = StateHash::from(next.hash);
    std::vector<StampedRecord> stamped_records;
    for (const protocol::WireRecord& record : records) {
      if (!state_->rows.put(record, hash)) continue;
      erased = erased || !record.live;
      stamped_records.push_back(stamped(record));
    }
    next.hash = hash.value();
    return stamped_records;
  });
  if (!changed || !erased) return changed;
  if (const Status scrubbed = state_->database.checkpoint(); !scrubbed) return fail(scrubbed.error());
  return changed;
}

Status Replica::heard(TimePoint at) {
  if (const Status may = state_->may_write(); !may) return may;
  state_->head.heard_at = at;
  if (std::chrono::abs(at - state_->heard_saved) < limits::kHeardKeptEvery) return {};
  // Losing this in a power cut only makes the wall look a minute older: no fsync.
  const Status kept = state_->database.read([&]() -> Status {
    state_->database.connection().exec("PRAGMA synchronous = NORMAL");
    return {};
  });
  if (!kept) return kept;
  const Status written = state_->database.write([&]() -> Status {
    state_->rows.put_heard_at(at);
    return {};
  });
  const Status as_before = state_->database.read([&]() -> Status {
    state_->database.connection().exec("PRAGMA synchronous = FULL");
    return {};
  });
  if (!written) return written;
  state_->heard_saved = at;
  return as_before;
}

Result<std::vector<RecordId>> Replica::delete_visitors_posts() {
  if (const Status may = state_->may_write(); !may) return fail(may.error());
  ReplicaHead next{.heard_at = state_->head.heard_at};  // no longer what the broker's hash says: a snapshot comes next
  auto deleted = state_->move_to(next, [&]() -> Result<std::vector<RecordId>> {
    std::vector<RecordId> ids = state_->rows.remove_kind(RecordKind::offer);
    const std::vector<RecordId> replies = state_->rows.remove_kind(RecordKind::reply);
    ids.insert(ids.end(), replies.begin(), replies.end());
    return ids;
  });
  if (!deleted) return deleted;
  state_->catch_up.reset();
  if (const Status scrubbed = state_->database.checkpoint(); !scrubbed) return fail(scrubbed.error());
  return deleted;
}

}  // namespace mur::link
