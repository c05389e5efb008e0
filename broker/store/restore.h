#pragma once

#include <filesystem>

#include "broker/store/data_lock.h"
#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/domain/ids.h"

namespace mur::broker {

struct Restored {
  Seq head = 0;                  ///< the backup's, kept
  TimePoint last_commit_at{};    ///< how old the backup is
  std::filesystem::path before;  ///< where the log that was in force now lies; empty: there was none
};

/// Puts a copy of the backup in the log's place, under a new `epoch`, so that every kiosk takes a snapshot and sends
/// again what it holds. The log that was in force is kept beside, as `log.db.before-restore-20261123T101500Z` (`now`).
/// forget.log is not touched: the broker applies it at its next start. If this is killed half-way, the log refuses to
/// open until a restore has ended. Errc::not_found (no such backup), Errc::corrupt, Errc::unsupported, Errc::io; then
/// the log in force stays.
[[nodiscard]] Result<Restored> restore_log(const DataLock& lock, const std::filesystem::path& backup, Epoch epoch,
                                           TimePoint now);

}  // namespace mur::broker
