#pragma once

#include <map>
#include <vector>

#include "broker/core/draft.h"
#include "broker/ports/log_store.h"
#include "broker/ports/transport.h"

namespace mur::broker {

/// The commands of one transaction while they are decided: what the log will get, and who waits for which receipt.
/// Thrown away unkept, it leaves the wall as it was.
class Group {
 public:
  Group(Wall& wall, Seq head, TimePoint now);

  /// Decides on the working state and takes the changes in. Refused: the group is as before.
  Result<Changes> decide(const Order& order, const Actor& actor);

  /// The accepted command's receipt, for `session` to hear.
  void add_receipt(const Order& order, const Actor& actor, const Digest256& command_hash, const Changes& changes,
                   SessionId session);
  /// A member of this group with this id: sent again before the first was answered.
  [[nodiscard]] const ReceiptRow* find(PrincipalId principal, CommandId command) const;
  void also_tell(PrincipalId principal, CommandId command, SessionId session);

  /// What append gets.
  [[nodiscard]] Commit commit() const;
  [[nodiscard]] bool is_empty() const;
  [[nodiscard]] std::size_t size() const { return members_.size(); }
  /// Erased or revoked for good, for forget.log.
  [[nodiscard]] const std::vector<RecordId>& forgotten() const { return forgotten_; }
  /// Something personal goes: the write-ahead log must be emptied.
  [[nodiscard]] bool erases() const { return erases_; }

  struct Written {
    std::vector<RecordId> changed;       ///< in id order
    std::vector<ReceiptReady> receipts;  ///< in order of arrival
  };
  /// The log has it as `seq`: the working state becomes the state.
  [[nodiscard]] Written keep(Seq seq);

 private:
  struct Member {
    ReceiptRow row;
    std::vector<SessionId> waiting;
  };

  Wall& wall_;
  TimePoint now_;
  Draft draft_;
  std::map<RecordId, LogRecord> records_;
  std::vector<Member> members_;
  std::map<std::pair<PrincipalId, CommandId>, std::size_t> member_of_;
  std::vector<AuditRow> audit_;
  std::vector<ContactChange> contacts_;
  std::vector<RecordId> forgotten_;
  bool erases_ = false;
};

}  // namespace mur::broker
