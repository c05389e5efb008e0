#pragma once

#include "shared/sqlite/database.h"

namespace mur::link {

/// Of replica.db and outbox.db: shared/link/SCHEMA.md.
[[nodiscard]] const sqlite::Schema& replica_schema();
[[nodiscard]] const sqlite::Schema& outbox_schema();

inline constexpr const char* kReplicaFile = "replica.db";
inline constexpr const char* kOutboxFile = "outbox.db";

}  // namespace mur::link
