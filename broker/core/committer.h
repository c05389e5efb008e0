#pragma once

#include <vector>

#include "broker/core/group.h"
#include "broker/core/hub_state.h"
#include "broker/core/parts.h"
#include "shared/domain/decide.h"

namespace mur::broker {

/// Turns commands into durable batches: a group is decided in order, each command on what the one before left, and
/// written in one transaction; only then does the state change and anybody hear of it (DESIGN.md § 4, commit).
class Committer {
 public:
  Committer(CoreParts& parts, HubState& state) : parts_{parts}, state_{state} {}

  /// One group. Each command gets exactly one answer in the wire's mailbox. An error is fatal (Errc::io): what the disk
  /// holds is unknown, nobody was answered, the program must exit.
  Status commit(const std::vector<CommandArrived>& commands);

  /// The broker's own orders (Role::clock) as one group; what became of each, in order. The outer error is fatal.
  Result<std::vector<Status>> commit_own(const std::vector<Order>& orders);

  /// An audit row on its own, durable when this returns. Errc::io is fatal here, too.
  Status write_audit(AuditRow row);

 private:
  /// Writes the group, takes it over and tells the sessions. Errc::io: fatal. Any other error: nothing was written, and
  /// the group's end undoes it.
  Result<std::vector<ReceiptReady>> write(Group& group);
  void tell(FromCore told);

  CoreParts& parts_;
  HubState& state_;
};

}  // namespace mur::broker
