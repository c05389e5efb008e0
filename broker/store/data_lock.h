#pragma once

#include <filesystem>

#include "shared/base/result.h"

namespace mur::broker {

/// Says that one program works on a data folder: flock(2) on `DIR/lock`, which holds its process number. Freed with the
/// object, or by the kernel when the process dies. What must not run beside a broker (a restore) takes it too.
class DataLock {
 public:
  /// Errc::conflict ("… is already in use by process 4711; …"), Errc::io.
  [[nodiscard]] static Result<DataLock> take(const std::filesystem::path& folder);
  DataLock(DataLock&& other) noexcept;
  DataLock& operator=(DataLock&& other) noexcept;
  ~DataLock();

  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

 private:
  DataLock(std::filesystem::path folder, int file);

  std::filesystem::path folder_;
  int file_;  // -1: moved from
};

}  // namespace mur::broker
