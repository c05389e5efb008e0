#pragma once

#include <string>

#include "broker/ctl/client.h"

namespace mur::ctl {

/// The organization named with --organization; where none is, the one that the key belongs to. The error says what to
/// give.
[[nodiscard]] Result<OrganizationId> organization_for(const Client& client, const std::string& named);

}  // namespace mur::ctl
