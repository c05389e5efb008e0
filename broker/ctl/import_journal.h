#pragma once

#include <filesystem>

#include "shared/base/digest.h"
#include "shared/base/random.h"
#include "shared/base/result.h"
#include "shared/base/uuid.h"

namespace mur::ctl {

/// What names an import's commands. An import that was interrupted goes on under the same name and time, so that its
/// commands are the same to the byte and each is done once; the next import of the same file is another one.
struct ImportRun {
  Uuid id;
  TimePoint started_at{};

  friend bool operator==(const ImportRun&, const ImportRun&) = default;
};

/// The imports that have begun and not ended, one small file each in `folder`: its name tells the calendar file, the
/// organization and who imports, its text the run.
class ImportJournal {
 public:
  explicit ImportJournal(std::filesystem::path folder) : folder_{std::move(folder)} {}

  /// The run that this import has to go on with, or a new one that begins at `now`, durable when this returns.
  [[nodiscard]] Result<ImportRun> begin(const Digest128& what, TimePoint now, RandomSource& random);
  /// It ran to its end.
  void end(const Digest128& what);

 private:
  [[nodiscard]] std::filesystem::path file(const Digest128& what) const;

  std::filesystem::path folder_;
};

}  // namespace mur::ctl
