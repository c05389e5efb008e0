#include "broker/feeds/feed_reading.h"

#include <fmt/format.h>

#include <algorithm>

#include "broker/feeds/feed_address.h"
#include "shared/calendar/occurrence.h"
#include "shared/exchange/import_plan.h"
#include "shared/protocol/codec.h"

namespace mur::feeds {
namespace {

Status check_size(const Event& event) { return protocol::check_size(protocol::encode_record(event)); }

/// Ten thousand rules, each just bearable, would hold this thread for minutes, and later every wall: what may be looked
/// at is bounded for the file as a whole.
Status check_rules(const std::vector<calendar::Entry>& entries, const calendar::Zone& zone, TimePoint now,
                   std::size_t left) {
  const auto today = std::chrono::floor<Seconds>(now);
  const calendar::Window horizon{.from = today - limits::kHorizonBack, .to = today + limits::kHorizonAhead};
  for (const calendar::Entry& entry : entries) {
    if (!calendar::repeats(entry.timing)) continue;
    const std::size_t most = std::min(left, limits::kExpansionSteps);
    const auto expansion = calendar::expand(entry.timing, zone, horizon, limits::kOccurrences, most);
    left -= expansion ? std::min(most, expansion->steps) : most;
    if (left == 0)
      return fail(Errc::too_large, "RRULE",
                  fmt::format("line {}: the rules of the file up to this event take too long to work out; give them an "
                              "UNTIL or a simpler form",
                              entry.line));
  }
  return {};
}

}  // namespace

std::string calendar_at(const std::string& url) {
  return is_file(url) ? "the file" : fmt::format("the calendar at {}", host_of(url));
}

namespace {

void fail_reading(broker::FeedFetched& fetched, const std::string& url, const Error& error) {
  fetched.trouble = error.code == Errc::too_large ? FeedTrouble::too_large : FeedTrouble::unreadable;
  fetched.problem = fmt::format("{} can't be read: {}", calendar_at(url), error.message);
}

void take_plan(broker::FeedFetched& fetched, exchange::ImportPlan plan) {
  fetched.events.reserve(plan.items.size());
  for (exchange::ImportItem& item : plan.items) fetched.events.push_back(std::move(item.details));
  fetched.warnings = std::move(plan.warnings);
  if (fetched.warnings.size() > limits::kFetchWarnings) fetched.warnings.resize(limits::kFetchWarnings);
  fetched.components = plan.components;
  fetched.past = plan.past;
  fetched.private_left = plan.private_left;
  fetched.private_named = std::move(plan.private_named);
  fetched.left_out = plan.left_out;
  fetched.other_category = plan.other_category;
}

}  // namespace

FetchRequest request_of(const broker::FetchWanted& wanted) {
  return {.url = wanted.details.url,
          .etag = wanted.etag,
          .last_modified = wanted.last_modified,
          .may_read_files = wanted.may_read_files};
}

broker::FeedFetched read_feed(const broker::FetchWanted& wanted, FetchOutcome outcome, TimePoint now,
                              std::size_t step_budget) {
  broker::FeedFetched fetched{.feed = wanted.feed,
                              .trouble = outcome.trouble,
                              .problem = std::move(outcome.problem),
                              .unchanged = outcome.not_modified,
                              .etag = std::move(outcome.etag),
                              .last_modified = std::move(outcome.last_modified),
                              .content = wanted.content,
                              .retry_minutes = outcome.retry_minutes};
  if (fetched.trouble != FeedTrouble::none || fetched.unchanged) return fetched;
  const Digest256 content = digest256({as_bytes(outcome.body)});
  fetched.unchanged = content == wanted.content;
  if (fetched.unchanged) return fetched;

  const Result<calendar::Zone> zone = calendar::Zone::find(wanted.hub.time_zone);
  Result<calendar::Reading> reading = zone ? calendar::read(outcome.body, limits::kReadLimits) : fail(zone.error());
  if (!reading) {
    fail_reading(fetched, wanted.details.url, reading.error());
    return fetched;
  }
  outcome.body = {};
  if (const Status checked = check_rules(reading->entries, *zone, now, step_budget); !checked) {
    fail_reading(fetched, wanted.details.url, checked.error());
    return fetched;
  }
  fetched.content = content;
  fetched.name = reading->name;
  fetched.refresh_minutes = reading->refresh_minutes.value_or(0);
  take_plan(fetched, exchange::plan_import(std::move(*reading), wanted.hub, *zone, now,
                                           {.size = check_size,
                                            .source = Source::feed,
                                            .category = wanted.details.category,
                                            .kind = wanted.details.kind}));
  return fetched;
}

}  // namespace mur::feeds
