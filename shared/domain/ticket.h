#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/clock.h"
#include "shared/base/digest.h"
#include "shared/base/random.h"
#include "shared/base/result.h"
#include "shared/domain/ids.h"

namespace mur {

/// What the author of a post holds, made on the kiosk: the code to note and the claim in the QR (DESIGN.md § 2).
struct TicketSecret {
  std::string code;                      ///< 8 Crockford base32 characters + 1 check character, without separators
  std::array<std::uint8_t, 16> claim{};  ///< 128 random bits
  friend bool operator==(const TicketSecret&, const TicketSecret&) = default;
};

[[nodiscard]] TicketSecret make_ticket(RandomSource& random);
/// Reads a code as a person types it: any case, blanks and dashes ignored, O→0, I and L→1. Errc::invalid if it is too
/// short, too long, or its check character says a character is wrong.
[[nodiscard]] Result<std::string> parse_ticket_code(std::string_view typed);
/// "7K3 M9Q 2FA": groups of three, for reading aloud and noting down.
[[nodiscard]] std::string format_ticket_code(std::string_view code);

/// How the broker keeps them: keyed hashes, useless without the hub's ticket key.
struct TicketHashes {
  Digest256 code{};
  Digest256 claim{};
  friend bool operator==(const TicketHashes&, const TicketHashes&) = default;
};
[[nodiscard]] TicketHashes hash_ticket(const SecretKey256& key, const TicketSecret& secret);
[[nodiscard]] Digest256 hash_ticket_code(const SecretKey256& key, std::string_view code);

/// Leads from a code to its post. No scope ever sees it.
struct Ticket {
  TicketId id;
  RecordId post;
  TicketHashes hashes;
  TimePoint created_at{};

  friend bool operator==(const Ticket&, const Ticket&) = default;
};

}  // namespace mur
