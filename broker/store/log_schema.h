#pragma once

#include "shared/sqlite/database.h"

namespace mur::broker {

/// Of log.db: broker/store/SCHEMA.md.
[[nodiscard]] const sqlite::Schema& log_schema();

inline constexpr const char* kLogFile = "log.db";
/// A restore under way: while it lies there, log.db is not the whole truth.
inline constexpr const char* kRestoringFile = "log.db.restoring";

}  // namespace mur::broker
