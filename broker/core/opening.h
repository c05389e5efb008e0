#pragma once

#include "broker/core/hub_state.h"
#include "broker/ports/forget_log.h"
#include "broker/ports/log_store.h"
#include "broker/ports/vault.h"

namespace mur::broker {

/// The state as the log has it. What forget.log names and an older log still holds is erased or revoked again, durably,
/// before anybody is served; contacts that were left before they could be found by their hash are traced. Errc::corrupt
/// for a record this program can't read; Errc::not_found for a log without a hub; Errc::io.
[[nodiscard]] Result<HubState> open_state(LogStore& store, const ForgetLog& forget_log, const Vault& vault,
                                          TimePoint now, Milliseconds monotonic);

}  // namespace mur::broker
