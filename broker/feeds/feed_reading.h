#pragma once

#include "broker/feeds/fetch.h"
#include "broker/ports/feeds.h"

namespace mur::feeds {

/// What the adapter asks of the fetcher.
[[nodiscard]] FetchRequest request_of(const broker::FetchWanted& wanted);

/// "the calendar at example.org", or "the file", to begin a sentence with.
[[nodiscard]] std::string calendar_at(const std::string& url);

/// From bytes to the hub's events: reads what was fetched, as large as it may be (limits::kReadLimits), and maps it for
/// the hub as an import does. Pure. `unreadable` and `too_large` carry the reader's own sentence, the latter also where
/// the file's rules together cost more than `step_budget`; the file's bytes being those of the last good one is
/// `unchanged`, and then nothing is read.
[[nodiscard]] broker::FeedFetched read_feed(const broker::FetchWanted& wanted, FetchOutcome outcome, TimePoint now,
                                            std::size_t step_budget = limits::kFileBudget.steps);

}  // namespace mur::feeds
