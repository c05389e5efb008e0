#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/base/clock.h"
#include "shared/base/digest.h"
#include "shared/domain/ids.h"
#include "shared/domain/offer.h"

namespace mur {

/// Leads from a contact to what was left with it: a keyed hash of the number or address, useless without the hub's key.
/// Goes with the contact. No scope ever sees it.
struct ContactTrace {
  ContactTraceId id;
  RecordId post;
  Digest256 contact{};

  friend bool operator==(const ContactTrace&, const ContactTrace&) = default;
};

/// A contact that is not taken any more: « Ce n'est pas la bonne personne », or by the desk. Staff sees that it is
/// there, never whose.
struct ContactBlock {
  ContactBlockId id;
  Digest256 contact{};
  std::string reason;
  TimePoint created_at{};
  std::optional<TimePoint> until;  ///< absent: for good

  friend bool operator==(const ContactBlock&, const ContactBlock&) = default;
};

/// A contact with all but its ends hidden, as pages and exports show it: « 06 •• •• •• 42 », "z•••@e•••.org".
[[nodiscard]] std::string masked(ContactKind kind, std::string_view contact);

[[nodiscard]] ContactTraceId contact_trace_id(const RecordId& post);
[[nodiscard]] ContactBlockId contact_block_id(const Digest256& contact);

}  // namespace mur
