#pragma once

#include <string>
#include <vector>

#include "broker/ports/log_store.h"
#include "shared/base/random.h"
#include "shared/domain/command.h"
#include "shared/domain/hub.h"
#include "shared/domain/key.h"

namespace mur::broker {

/// The key of whoever sets the hub up.
struct FirstAdmin {
  CurvePublicKey public_key{};
  std::string label;
};

/// Begins an empty log: the hub's record, its first admin key and `more` keys (of its first kiosk), in one batch.
/// `hub.id` is made when nil; `hub.seal_key` and `hub.demo` are as given, for good. For `murctl hub init`, which holds
/// the data lock while no broker runs. Errc::conflict when the log has begun already; Errc::invalid when the hub breaks
/// a rule.
Status bootstrap(LogStore& store, Hub hub, const FirstAdmin& admin, TimePoint now, RandomSource& random,
                 const std::vector<AddKey>& more = {});

}  // namespace mur::broker
