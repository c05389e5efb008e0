// What a need counts beside people: meals given ahead, gifts that someone adds to.
#include <fmt/format.h>

#include <algorithm>

#include "shared/domain/limits.h"
#include "shared/domain/rules.h"

namespace mur {

std::int64_t comes_to(const Tally& tally, const TallySoFar& so_far) {
  const std::int64_t given = so_far.given;
  if (tally.kind != TallyKind::matched_gift || tally.matched_from == 0) return given;
  const std::int64_t matched = tally.ceiling == 0 ? given : std::min<std::int64_t>(given, tally.ceiling);
  return given - matched + matched * tally.matched_to / tally.matched_from;
}

namespace rules {
namespace {

/// `before` + `by`, in 0 … `most`.
Result<int> counted(std::string_view field, int before, std::int32_t by, std::int64_t most, std::string_view beyond) {
  const std::int64_t after = std::int64_t{before} + by;
  if (after < 0)
    return fail(Errc::invalid, std::string(field),
                fmt::format("only {} are counted so far; take at most that away", before));
  if (after > most) return fail(Errc::invalid, std::string(field), std::string(beyond));
  return static_cast<int>(after);
}

}  // namespace

void keep_so_far(Need& next, const NeedDetails& before) {
  const std::optional<Tally>& now = next.details.tally;
  if (!now || !before.tally || now->kind != before.tally->kind) next.so_far = {};
}

Result<Changes> put(const Ask& ask, const CountTally& command) {
  const Need* present = ask.wall.find(command.need);
  if (present == nullptr || (ask.own && present->organization != ask.actor.organization))
    return fail(Errc::not_found, "need", "no such need; see `murctl need list`");
  const std::optional<Tally>& tally = present->details.tally;
  if (!tally)
    return fail(Errc::invalid, "need", "this need counts nothing; give it a count with --suspended or --matched");
  const PostStatus status = present->moderation.status;
  if (status != PostStatus::pending && status != PostStatus::published && status != PostStatus::hidden)
    return fail(Errc::closed, "need", fmt::format("this need is {}; nothing is counted", to_string(status)));
  if (command.given == 0 && command.used == 0) return fail(Errc::invalid, "given", "say how many were given, or used");
  const bool suspended = tally->kind == TallyKind::suspended;
  if (!suspended && command.used != 0) return fail(Errc::invalid, "used", "gifts are only given; leave it out");

  const bool bounded = suspended && tally->ceiling > 0;  // of what waits to be used
  const std::int64_t most =
      bounded ? std::int64_t{tally->ceiling} + present->so_far.used : std::int64_t{limits::kTally};
  const Result<int> given =
      counted("given", present->so_far.given, command.given, most,
              bounded ? fmt::format("at most {} are taken; raise the ceiling, or enter what was used", tally->ceiling)
                      : fmt::format("at most {} are counted", limits::kTally));
  if (!given) return fail(given.error());
  const Result<int> used = counted("used", present->so_far.used, command.used, limits::kTally, {});
  if (!used) return fail(used.error());
  if (*used > *given)
    return command.used > 0
               ? fail(Errc::invalid, "used",
                      fmt::format("{} are left; enter what was given before what was used",
                                  *given - present->so_far.used))
               : fail(Errc::invalid, "given",
                      fmt::format("{} were used already; fewer can't have been given", present->so_far.used));

  Need next = *present;
  next.so_far = {.given = *given, .used = *used, .at = ask.now};
  Changes changes = about(ask, record_id(next.id), fmt::format("given {:+}, used {:+}", command.given, command.used));
  changes.records.emplace_back(std::move(next));
  return changes;
}

}  // namespace rules
}  // namespace mur
