#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <memory>

#include "shared/base/result.h"
#include "shared/sqlite/database.h"

namespace mur::link {

/// What a SQLite file with its write-ahead log says at this moment, as a database in memory, while another program may
/// be writing it: no lock is taken and nothing in its folder is touched or made. Errc::not_found, Errc::unsupported (a
/// newer version's), Errc::try_again (its writer never paused), Errc::corrupt, Errc::io.
[[nodiscard]] Result<std::unique_ptr<SQLite::Database>> copy_to_memory(const std::filesystem::path& file,
                                                                       const sqlite::Schema& schema);

}  // namespace mur::link
