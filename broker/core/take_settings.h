#pragma once

#include <string>

#include "broker/core/committer.h"

namespace mur::broker {

/// Takes over what hub.toml says now: PutHub if the hub's record differs, the log level, and what is known of how feeds
/// are fetched. Returns what changed, for people ("hub.name, policy.review_hours"); empty: nothing. A file that is
/// wrong changes nothing: Errc::invalid with its faults. Errc::io is fatal.
Result<std::string> take_settings(CoreParts& parts, HubState& state, Committer& committer);

}  // namespace mur::broker
