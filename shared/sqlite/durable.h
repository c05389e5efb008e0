#pragma once

#include <filesystem>
#include <string>

#include "shared/base/result.h"

namespace mur::sqlite {

/// "/var/lib/mur/log.db: No space left on device", from errno, as an Error of Errc::io.
[[nodiscard]] Error io_error(const std::filesystem::path& path, int error_number);

/// Creates an empty file that only its owner may read. Errc::conflict if it exists, Errc::io.
[[nodiscard]] Status create_private(const std::filesystem::path& path);
/// Creates the folder, for its owner only, where it is missing.
[[nodiscard]] Status create_folder(const std::filesystem::path& folder);

/// Waits until the disk has the file's bytes; of a folder: its entries (after a creation, a renaming, a deletion).
[[nodiscard]] Status sync(const std::filesystem::path& path);

/// Renames and syncs the folder; what stood at `to` is replaced.
[[nodiscard]] Status rename_durably(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace mur::sqlite
