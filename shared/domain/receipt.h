#pragma once

#include <optional>

#include "shared/domain/ids.h"
#include "shared/domain/moderation.h"
#include "shared/domain/reply.h"

namespace mur {

/// The broker's word that a command is done, durably. Holds no contact and no ticket code. The same command sent again
/// gets this same receipt.
struct Receipt {
  CommandId command;
  Seq seq = 0;                       ///< of the batch that did it, or the head at the time when nothing changed
  RecordId about;                    ///< what it made or changed
  bool changed = true;               ///< false: everything already was as asked
  std::optional<PostStatus> status;  ///< of a post, right after the command
  std::optional<ReplyStatus> reply;  ///< of a reply, likewise

  friend bool operator==(const Receipt&, const Receipt&) = default;
};

}  // namespace mur
