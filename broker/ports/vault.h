#pragma once

#include <string>
#include <string_view>

#include "shared/base/bytes.h"
#include "shared/base/digest.h"
#include "shared/base/result.h"
#include "shared/base/seal.h"
#include "shared/domain/ticket.h"

namespace mur::broker {

/// The only place of the broker where the hub's secret keys work: the core hands in boxes and texts, and gets back what
/// it may know. May be called from any thread.
class Vault {
 public:
  virtual ~Vault() = default;

  /// A kiosk's TicketSecret as the log keeps it. Errc::invalid for a box that is not for this hub, or holds no ticket.
  [[nodiscard]] virtual Result<TicketHashes> open_ticket(ByteSpan box) const = 0;
  /// Of a code as parse_ticket_code gives it: finds its Ticket.
  [[nodiscard]] virtual Digest256 hash_code(std::string_view code) const = 0;
  /// Of a command's bytes as they came: tells a repeat from another command under the same id.
  [[nodiscard]] virtual Digest256 hash_command(ByteSpan raw) const = 0;
  /// The contact in the box; its caller has written the audit row before. Errc::invalid for a box of another hub.
  [[nodiscard]] virtual Result<std::string> open_contact(ByteSpan box) const = 0;
  /// Of the contact in the box, in the one form that all spellings of it share: finds what was left with it. Errc as
  /// open_contact. What was opened is wiped.
  [[nodiscard]] virtual Result<Digest256> hash_contact(ByteSpan box) const = 0;
  /// What kiosks seal with.
  [[nodiscard]] virtual SealPublicKey seal_key() const = 0;
};

}  // namespace mur::broker
