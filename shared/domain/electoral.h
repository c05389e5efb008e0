#pragma once

#include <optional>

#include "shared/domain/wall.h"

namespace mur {

/// Posts of category *electoral*: those that serve a campaign. Their author says so (a need's `electoral`, a category
/// "electoral" of an event), or a moderator (MarkElectoral).
///
///   a hub that shows none (the default)  refused as they come in; hidden where the wall has shown them, as they are
///                                        marked or the hub stops showing them: Reason::electoral
///   a hub that shows them                from the eve of each ballot, 00:00, to the close of polls, hidden by the
///                                        broker: Reason::silence (due.cc)
[[nodiscard]] bool is_electoral(const Record& post);

/// Is it silent at `now`?
[[nodiscard]] bool is_silent(const Policy& policy, TimePoint now);
/// When the next silence begins or ends, after `now`; nothing if none is set.
[[nodiscard]] std::optional<TimePoint> next_silence(const Policy& policy, TimePoint now);

}  // namespace mur
