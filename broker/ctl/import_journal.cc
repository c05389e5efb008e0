#include "broker/ctl/import_journal.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <string>

#include "broker/ctl/write_file.h"
#include "shared/domain/limits.h"

namespace mur::ctl {
namespace {

ImportRun run_of(const Digest128& what, TimePoint started_at) {
  Uuid parent;
  std::ranges::copy(what, parent.bytes.begin());
  return {.id = derive_uuid(parent, fmt::format("import/{}", started_at.time_since_epoch().count())),
          .started_at = started_at};
}

std::optional<TimePoint> read_time(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::string text;
  if (!std::getline(file, text)) return std::nullopt;
  std::int64_t milliseconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), milliseconds);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return TimePoint{Milliseconds{milliseconds}};
}

}  // namespace

std::filesystem::path ImportJournal::file(const Digest128& what) const { return folder_ / (to_hex(what) + ".begun"); }

Result<ImportRun> ImportJournal::begin(const Digest128& what, TimePoint now) {
  std::error_code failed;
  std::filesystem::create_directories(folder_, failed);
  if (failed)
    return fail(Errc::io, folder_.string(), fmt::format("cannot make {}: {}", folder_.string(), failed.message()));
  const auto started_at = read_time(file(what));
  // Receipts are kept for a while; what began longer ago begins anew. So does what a wrong clock began.
  if (started_at && *started_at <= now && now - *started_at < limits::kAcknowledgedKept)
    return run_of(what, *started_at);
  std::filesystem::remove(file(what), failed);
  if (Status written = write_new_file(file(what), fmt::format("{}\n", now.time_since_epoch().count())); !written)
    return fail(written.error());
  return run_of(what, now);
}

void ImportJournal::end(const Digest128& what) {
  std::error_code ignored;
  std::filesystem::remove(file(what), ignored);
}

}  // namespace mur::ctl
