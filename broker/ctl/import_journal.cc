#include "broker/ctl/import_journal.h"

#include <fmt/format.h>

#include <fstream>
#include <optional>
#include <string>

#include "broker/ctl/write_file.h"
#include "shared/domain/limits.h"

namespace mur::ctl {
namespace {

/// "1773336240000 0190a6e0-…", as write_run says it.
std::optional<ImportRun> read_run(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::int64_t milliseconds = 0;
  std::string id;
  if (!(file >> milliseconds >> id)) return std::nullopt;
  const std::optional<Uuid> uuid = parse_uuid(id);
  if (!uuid) return std::nullopt;
  return ImportRun{.id = *uuid, .started_at = TimePoint{Milliseconds{milliseconds}}};
}

Status write_run(const std::filesystem::path& path, const ImportRun& run) {
  return write_new_file(path, fmt::format("{} {}\n", run.started_at.time_since_epoch().count(), to_string(run.id)));
}

}  // namespace

std::filesystem::path ImportJournal::file(const Digest128& what) const { return folder_ / (to_hex(what) + ".begun"); }

Result<ImportRun> ImportJournal::begin(const Digest128& what, TimePoint now, RandomSource& random) {
  std::error_code failed;
  std::filesystem::create_directories(folder_, failed);
  if (failed)
    return fail(Errc::io, folder_.string(), fmt::format("cannot make {}: {}", folder_.string(), failed.message()));
  const auto begun = read_run(file(what));
  // Receipts are kept for a while; what began longer ago begins anew. So does what a wrong clock began.
  if (begun && begun->started_at <= now && now - begun->started_at < limits::kAcknowledgedKept) return *begun;
  std::filesystem::remove(file(what), failed);
  const ImportRun run{.id = derive_uuid(make_uuid(now, random), to_hex(what)), .started_at = now};
  if (Status written = write_run(file(what), run); !written) return fail(written.error());
  return run;
}

void ImportJournal::end(const Digest128& what) {
  std::error_code ignored;
  std::filesystem::remove(file(what), ignored);
}

}  // namespace mur::ctl
