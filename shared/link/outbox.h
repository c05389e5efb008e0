#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "shared/base/bytes.h"
#include "shared/base/result.h"
#include "shared/domain/receipt.h"

namespace mur::link {

enum class SendState : std::uint8_t { waiting = 1, acknowledged = 2, refused = 3 };

/// A command on its way: the encoded bytes are kept and sent again exactly as they are.
struct Outgoing {
  CommandId id;
  TimePoint made_at{};
  SendState state = SendState::waiting;
  Bytes bytes;                     ///< encode_command's
  std::optional<Receipt> receipt;  ///< once acknowledged
  std::optional<Error> error;      ///< once refused for good
};

/// Durable queue of what this client asked and has no final answer for. SQLite file `outbox.db`, same discipline as the
/// broker's log. Acknowledged commands are kept limits::kAcknowledgedKept and sent again to a new epoch.
/// Call from one thread.
class Outbox {
 public:
  [[nodiscard]] static Result<Outbox> open(const std::filesystem::path& folder);
  [[nodiscard]] static Result<Outbox> open_in_memory();
  Outbox(Outbox&&) noexcept;
  Outbox& operator=(Outbox&&) noexcept;
  ~Outbox();

  /// Durable when it returns. The same bytes again are fine; Errc::conflict for other bytes under the same id;
  /// Errc::too_large when limits::kOutbox wait already.
  Status add(CommandId id, TimePoint made_at, Bytes bytes);
  /// An answer to a command that is no longer kept changes nothing, here and in refuse.
  Status acknowledge(const Receipt& receipt, TimePoint now);
  Status refuse(CommandId id, const Error& error, TimePoint now);
  /// In the order they were added.
  [[nodiscard]] Result<std::vector<Outgoing>> waiting() const;
  [[nodiscard]] Result<std::size_t> count_waiting() const;
  [[nodiscard]] Result<std::optional<Outgoing>> find(CommandId id) const;
  /// A new epoch: everything acknowledged and still kept waits again.
  Status replay_acknowledged();
  /// Deletes what was answered more than limits::kAcknowledgedKept ago.
  Status purge(TimePoint now);

 private:
  struct State;
  explicit Outbox(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace mur::link
