#pragma once

#include <cstdint>
#include <optional>

#include "shared/base/result.h"
#include "shared/domain/query.h"
#include "shared/domain/wall.h"

/// What the holder of a ticket may know of what it leads to: never a contact, never a first name that others gave.
namespace mur::broker {

/// Nothing where what the ticket leads to is gone.
[[nodiscard]] std::optional<TicketState> ticket_state(const Wall& wall, const RecordId& post, TimePoint now);
/// What came with version 3 is told an older program in older words; a report not at all (Errc::not_found).
[[nodiscard]] Status tell_known(TicketState& state, std::uint16_t version);
/// Contacts open to organizations that the hub trusts.
[[nodiscard]] bool reaches(const Wall& wall, OrganizationId id);

}  // namespace mur::broker
