#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "broker/ports/feeds.h"
#include "broker/ports/forget_log.h"
#include "broker/ports/log_store.h"
#include "broker/ports/settings.h"
#include "broker/ports/transport.h"
#include "broker/ports/vault.h"
#include "shared/base/clock.h"
#include "shared/base/random.h"

namespace mur::broker {

/// What main composes the core from. All of it outlives the core.
struct CoreParts {
  LogStore& store;
  ForgetLog& forget_log;
  const Vault& vault;
  const SettingsSource& settings;
  const Transport& transport;  ///< asked for its address and sessions, for `murctl status`
  CoreMailbox& inbox;
  WireMailbox& outbox;
  FetchMailbox& fetches;  ///< its answers, FeedFetched, come by `inbox`
  const Clock& clock;
  /// Time since some start that no one sets: for rates, locks and the clock guard.
  std::function<Milliseconds()> monotonic;
  RandomSource& random;
  std::filesystem::path data_folder;
  std::string version;  ///< "0.1.0"
};

}  // namespace mur::broker
