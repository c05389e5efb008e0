#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "shared/base/result.h"
#include "shared/domain/state_hash.h"
#include "shared/domain/wall.h"
#include "shared/protocol/message.h"

namespace mur::link {

/// Where a replica stands.
struct ReplicaHead {
  Epoch epoch;  ///< nil: never filled, or to be filled anew (older encoding; visitors' posts were deleted)
  Seq seq = 0;
  Digest128 hash{};      ///< StateHash over its live records, as received
  TimePoint heard_at{};  ///< when the broker last said "this is current", in the broker's time

  friend bool operator==(const ReplicaHead&, const ReplicaHead&) = default;
};

/// A client's durable copy of the records its scope sees: bytes as received. SQLite file `replica.db` (schema and
/// migrations: shared/link/SCHEMA.md); WAL, synchronous=FULL, secure_delete=ON. Call from one thread.
class Replica {
 public:
  /// read_only takes what the file says now into memory: it touches nothing in the folder, whether or not a kiosk runs
  /// on it, and does not follow later changes.
  enum class Mode : unsigned char { read_write, read_only };
  /// Errc::not_found (read_only and no file), Errc::unsupported (a newer program's file), Errc::conflict (read_write
  /// and another program has it open), Errc::corrupt, Errc::io.
  [[nodiscard]] static Result<Replica> open(const std::filesystem::path& folder, Mode mode);
  /// For a kiosk, whose screen must not stay dark: as open(read_write), but a file that is damaged or a newer program's
  /// is set aside as `replica.db.set-aside` (replacing an earlier one), and an empty replica takes a snapshot instead.
  struct Opened;
  [[nodiscard]] static Result<Opened> open_or_start_over(const std::filesystem::path& folder);
  /// In memory, for murctl and tests.
  [[nodiscard]] static Result<Replica> open_in_memory();
  Replica(Replica&&) noexcept;
  Replica& operator=(Replica&&) noexcept;
  ~Replica();

  [[nodiscard]] const ReplicaHead& head() const;
  /// Every record, decoded. Records this program can't decode are counted, not fatal.
  struct Loaded {
    Wall wall;
    std::size_t unreadable = 0;
  };
  [[nodiscard]] Result<Loaded> load() const;

  /// Catch-up. `begin` opens a staging area beside the live records (so the old wall stays up); `stage` adds a chunk;
  /// `finish` swaps it in with one transaction if the resulting hash is `expected`, else Errc::conflict and nothing
  /// moved. The catch-up is over then, either way. A record that this program can't decode is kept for the hash and
  /// comes back as a tombstone, as in apply.
  Status begin_catch_up(Epoch epoch, bool snapshot);
  Status stage(const std::vector<protocol::WireRecord>& records);
  /// Returns the records that changed, decoded, for the Wall in memory; with a snapshot, all of them.
  Result<std::vector<StampedRecord>> finish_catch_up(Seq seq, const Digest128& expected, TimePoint heard_at);
  [[nodiscard]] bool is_catching_up() const;

  /// One whole batch, in one transaction; seq must be head().seq + 1 (Errc::conflict otherwise).
  Result<std::vector<StampedRecord>> apply(Seq seq, const std::vector<protocol::WireRecord>& records,
                                           TimePoint heard_at);
  /// Says that the broker was heard (no fsync needed: kept with the next write, at most once a minute).
  Status heard(TimePoint at);
  /// A wall long without broker deletes visitors' posts (limits::kStaleDeletesVisitors).
  Result<std::vector<RecordId>> delete_visitors_posts();

 private:
  struct State;
  explicit Replica(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

struct Replica::Opened {
  Replica replica;
  std::optional<Error> set_aside;  ///< why the file that was there is no longer used
};

}  // namespace mur::link
