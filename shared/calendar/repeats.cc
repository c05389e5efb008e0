#include "shared/calendar/repeats.h"

#include <fmt/format.h>

#include <map>
#include <tuple>
#include <utility>
#include <vector>

#include "shared/base/text.h"

namespace mur::calendar {
namespace {

constexpr std::size_t kQuotedInWarning = 80;

/// Which instance of which event: equal for entries that mean the same.
auto identity(const Entry& entry) {
  const When instance = entry.recurrence_id.value_or(When{});
  return std::tuple(entry.uid, entry.recurrence_id.has_value(), instance.kind, instance.local, instance.zone);
}

bool is_newer(const Entry& later, const Entry& earlier) {
  return std::tuple(later.sequence, later.last_modified) >= std::tuple(earlier.sequence, earlier.last_modified);
}

}  // namespace

void leave_repeats(Reading& reading) {
  std::map<decltype(identity(std::declval<const Entry&>())), std::size_t> kept;
  std::vector<bool> leaves(reading.entries.size(), false);
  for (std::size_t i = 0; i < reading.entries.size(); ++i) {
    const Entry& entry = reading.entries[i];
    const auto [known, is_new] = kept.try_emplace(identity(entry), i);
    if (is_new) continue;
    const bool newer = is_newer(entry, reading.entries[known->second]);
    const std::size_t loser = newer ? known->second : i;
    if (newer) known->second = i;
    leaves[loser] = true;
    ++reading.skipped;
    reading.warnings.push_back(
        {.line = reading.entries[loser].line,
         .property = "UID",
         .problem = fmt::format("\"{}\" is there more than once", shorten(entry.uid, kQuotedInWarning)),
         .remedy = fmt::format("left out; the one of line {} is newer", reading.entries[known->second].line)});
  }
  std::vector<Entry> left;
  left.reserve(kept.size());
  for (std::size_t i = 0; i < leaves.size(); ++i)
    if (!leaves[i]) left.push_back(std::move(reading.entries[i]));
  reading.entries = std::move(left);
}

}  // namespace mur::calendar
