#include "broker/core/feed_keeper.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>

#include "shared/domain/authority.h"
#include "shared/domain/bans.h"
#include "shared/domain/feed_schedule.h"
#include "shared/domain/limits.h"
#include "shared/protocol/codec.h"

namespace mur::broker {
namespace {

FetchReport report_of(const FeedFetched& fetched) {
  return {.trouble = fetched.trouble,
          .problem = fetched.problem,
          .etag = fetched.etag,
          .last_modified = fetched.last_modified,
          .content = fetched.content,
          .refresh_minutes = fetched.refresh_minutes,
          .retry_minutes = fetched.retry_minutes,
          .name = fetched.name,
          .coming = 0};
}

bool is_paused(const Wall& wall, const Feed& feed, TimePoint now) {
  if (is_banned(wall, feed.organization, now)) return true;
  const Organization* organization = wall.find(feed.organization);
  return organization == nullptr || organization->trust == Trust::suspended;
}

/// As the log may name it.
std::string name_of(const Feed& feed) {
  return fmt::format("feed {} ({})", to_string(feed.id).substr(0, 8), host_of(feed.details.url));
}

Error clock_in_doubt() {
  return {Errc::closed, "clock", "the broker's clock is in doubt; an admin accepts it with `murctl clock accept`"};
}

}  // namespace

void FeedKeeper::take(FeedFetched fetched) {
  const auto asked = under_way_.find(fetched.feed);
  if (asked == under_way_.end()) return;
  const bool for_this_hub = asked->second.hub == hub_seq();
  under_way_.erase(asked);
  if (!for_this_hub) {
    asked_for_.insert(fetched.feed);
    return;
  }
  arrived_.push_back(std::move(fetched));
}

Seq FeedKeeper::hub_seq() const {
  const Hub* hub = state_.wall.hub();
  return hub == nullptr ? 0 : state_.wall.find(record_id(hub->id))->seq;
}

Status FeedKeeper::work() {
  Status done = work_round();
  tell_what_is_held();
  return done;
}

Status FeedKeeper::work_round() {
  forget_old();
  if (state_.clock.is_suspect()) {
    if (has_work()) spdlog::warn("what feeds brought is not believed while the clock is in doubt");
    arrived_.clear();
    waiting_.clear();
    return {};
  }
  apply_confirmed();
  hand_out();
  if (waiting_.empty() && !arrived_.empty()) {
    FeedFetched next = std::move(arrived_.front());
    arrived_.pop_front();
    begin(std::move(next));
  }
  return waiting_.empty() ? Status{} : do_group();
}

void FeedKeeper::forget_old() {
  const Milliseconds now = parts_.monotonic();
  std::erase_if(under_way_, [&](const auto& entry) { return now - entry.second.at > limits::kFetchPatience; });
  std::erase_if(not_before_, [&](const auto& entry) { return entry.second <= now; });
  std::erase_if(kept_, [&](const auto& entry) {
    const Feed* feed = state_.wall.find(entry.first);
    if (feed == nullptr || feed->removing_since || entry.second.hub != hub_seq()) return true;
    // What was confirmed in time goes up, however late that is.
    return feed->state != FeedState::active && now - entry.second.at > limits::kFetchKept;
  });
}

/// What was looked at and confirmed is what goes up.
void FeedKeeper::apply_confirmed() {
  for (auto at = kept_.begin(); at != kept_.end();) {
    const Feed* feed = state_.wall.find(at->first);
    if (feed->state != FeedState::active || is_paused(state_.wall, *feed, parts_.clock.now()) || is_busy(feed->id)) {
      ++at;
      continue;
    }
    arrived_.push_back(std::move(at->second.fetched));
    at = kept_.erase(at);
  }
}

bool FeedKeeper::is_busy(FeedId id) const {
  return under_way_.contains(id) || (!waiting_.empty() && doing_.feed == id) ||
         std::ranges::any_of(arrived_, [id](const FeedFetched& one) { return one.feed == id; });
}

void FeedKeeper::hand_out() {
  std::erase_if(asked_for_, [this](FeedId id) {
    const Feed* feed = state_.wall.find(id);
    return feed == nullptr || feed->removing_since || is_paused(state_.wall, *feed, parts_.clock.now()) ||
           is_busy(id) || hand_out(*feed);
  });
  const TimePoint now = parts_.clock.now();
  std::vector<std::pair<TimePoint, const Feed*>> due;
  state_.wall.each<Feed>([&](const Feed& feed) {
    const auto at = fetch_due_at(state_.wall, feed, started_at_, now);
    if (at && *at <= now && !is_busy(feed.id) && !not_before_.contains(feed.id)) due.emplace_back(*at, &feed);
  });
  std::ranges::sort(due, {}, &std::pair<TimePoint, const Feed*>::first);
  for (const auto& [at, feed] : due)
    if (!hand_out(*feed)) return;
}

bool FeedKeeper::hand_out(const Feed& feed) {
  if (under_way_.size() >= limits::kFetchesAtOnce) return false;
  // Only an admin could add the address of a file.
  const bool handed = parts_.fetches.push({.feed = feed.id,
                                           .details = feed.details,
                                           .etag = feed.etag,
                                           .last_modified = feed.last_modified,
                                           .content = feed.content,
                                           .may_read_files = is_file(feed.details.url),
                                           .hub = *state_.wall.hub()});
  if (handed) under_way_[feed.id] = {.at = parts_.monotonic(), .hub = hub_seq()};
  return handed;
}

void FeedKeeper::begin(FeedFetched fetched) {
  const Feed* feed = state_.wall.find(fetched.feed);
  if (feed == nullptr || feed->removing_since || is_paused(state_.wall, *feed, parts_.clock.now())) return;
  // "As it was" is said of the file that was asked about. The feed may have been told meanwhile to read its whole file.
  if (fetched.trouble == FeedTrouble::none && fetched.unchanged && fetched.content != feed->content) {
    asked_for_.insert(feed->id);
    return;
  }
  doing_ = {.feed = feed->id,
            .feed_seq = state_.wall.find(record_id(feed->id))->seq,
            .counts = refresh(state_.wall, *feed,
                              {.report = report_of(fetched),
                               .unchanged = fetched.unchanged,
                               .events = fetched.events,
                               .private_named = fetched.private_named},
                              parts_.clock.now())};
  std::ranges::move(doing_.counts.orders, std::back_inserter(waiting_));
  doing_.counts.orders.clear();
  const bool to_be_seen = feed->state == FeedState::proposed || doing_.counts.shrunk;
  if (to_be_seen && fetched.trouble == FeedTrouble::none) return keep(std::move(fetched));
  if (fetched.trouble == FeedTrouble::none) kept_.erase(feed->id);
}

void FeedKeeper::keep(FeedFetched fetched) {
  const FeedId id = fetched.feed;
  kept_.insert_or_assign(id, Kept{.fetched = std::move(fetched), .at = parts_.monotonic(), .hub = hub_seq()});
  if (kept_.size() > limits::kFetchesKept)
    kept_.erase(std::ranges::min_element(kept_, {}, [](const auto& entry) { return entry.second.at; }));
}

void FeedKeeper::tell_what_is_held() {
  state_.held_feeds.clear();
  for (const auto& [id, kept] : kept_) state_.held_feeds.insert(id);
}

std::vector<Order> FeedKeeper::next_group() {
  std::vector<Order> group;
  std::size_t bytes = 0;
  while (!waiting_.empty() && group.size() < limits::kGroupCommands) {
    const Order& next = waiting_.front();
    bytes += protocol::encode_command({.id = next.id, .made_at = next.made_at, .command = next.command}).size();
    if (bytes > limits::kGroupBytes && !group.empty()) break;
    group.push_back(std::move(waiting_.front()));
    waiting_.pop_front();
  }
  return group;
}

Status FeedKeeper::do_group() {
  const Feed* feed = state_.wall.find(doing_.feed);
  if (feed == nullptr || feed->removing_since || is_paused(state_.wall, *feed, parts_.clock.now())) {
    waiting_.clear();
    return {};
  }
  // Someone said something of the feed since this was worked out: that it be read whole, that it be confirmed.
  if (state_.wall.find(record_id(feed->id))->seq != doing_.feed_seq) {
    waiting_.clear();
    asked_for_.insert(feed->id);
    return {};
  }
  const std::string name = name_of(*feed);
  const Feed before = *feed;
  const std::vector<Order> group = next_group();
  const Result<std::vector<Status>> done = committer_.commit_own(group);
  if (!done) return fail(done.error());
  for (const Status& one : *done) {
    if (one) continue;
    if (one.error().code == Errc::try_again) {
      give_up();
      return {};
    }
    ++doing_.refused;
    spdlog::debug("{}: {}", name, one.error().message);
  }
  if (!waiting_.empty()) return {};
  feed = state_.wall.find(doing_.feed);
  if (feed == nullptr) return {};
  if (feed->trouble != before.trouble || feed->state != before.state)
    spdlog::info("{} is {} now{}{}", name, to_string(feed->state), feed->problem.empty() ? "" : ": ", feed->problem);
  const Refresh& counts = doing_.counts;
  if (counts.added + counts.changed + counts.missed > 0)
    spdlog::info("{}: {} new, {} changed, {} missing, {} not taken", name, counts.added, counts.changed, counts.missed,
                 doing_.refused);
  return {};
}

/// The log has no room. The fetch is not noted, so it is made again, a little later.
void FeedKeeper::give_up() {
  waiting_.clear();
  not_before_[doing_.feed] = parts_.monotonic() + limits::kFetchNowEvery;
}

Result<const Feed*> FeedKeeper::feed_of(const Actor& actor, FeedId id) const {
  const Feed* feed = state_.wall.find(id);
  const bool own = !is_of_organization(actor.role) || (feed != nullptr && feed->organization == actor.organization);
  if (feed == nullptr || feed->removing_since || !own)
    return fail(Errc::not_found, "feed", "no such feed; see `murctl feed list`");
  return feed;
}

/// Has it fetched at the next round, unless that was done a moment ago.
Status FeedKeeper::ask_for(const Feed& feed) {
  if (state_.clock.is_suspect()) return fail(clock_in_doubt());
  if (is_paused(state_.wall, feed, parts_.clock.now()))
    return fail(Errc::closed, "organization",
                "this organization can't post now, and its feeds wait; ask the hub's team");
  if (is_busy(feed.id) || asked_for_.contains(feed.id)) return {};
  const Milliseconds now = parts_.monotonic();
  if (const auto found = not_before_.find(feed.id); found != not_before_.end() && found->second > now)
    return fail(Errc::slow_down, "feed",
                fmt::format("this feed was fetched a moment ago; wait {} seconds",
                            std::chrono::ceil<Seconds>(found->second - now).count()));
  asked_for_.insert(feed.id);
  not_before_[feed.id] = now + limits::kFetchNowEvery;
  return {};
}

Result<Answer> FeedKeeper::refresh_now(const Actor& actor, FeedId id) {
  const Result<const Feed*> feed = feed_of(actor, id);
  if (!feed) return fail(feed.error());
  if (Status asked = ask_for(**feed); !asked) return fail(asked.error());
  const Status audited = committer_.write_audit({.at = parts_.clock.now(),
                                                 .principal = actor.principal,
                                                 .role = actor.role,
                                                 .actor = actor.name,
                                                 .action = to_string(Act::refresh_feed),
                                                 .entity = record_id(id),
                                                 .reason = {}});
  if (!audited) return fail(audited.error());
  return Done{"the calendar is being fetched"};
}

Result<Answer> FeedKeeper::preview(const Actor& actor, FeedId id) {
  const Result<const Feed*> found = feed_of(actor, id);
  if (!found) return fail(found.error());
  const Feed& feed = **found;
  if (feed.state == FeedState::active)
    return fail(
        Errc::closed, "feed",
        "this feed is confirmed, and what it holds is on the wall or waits for review; see `murctl event list`");
  const auto kept = kept_.find(id);
  if (kept == kept_.end()) {
    const bool failed = feed.trouble != FeedTrouble::none && feed.trouble != FeedTrouble::shrunk;
    if (failed && !is_busy(id) && !asked_for_.contains(id) &&
        parts_.clock.now() - feed.checked_at < limits::kFetchNowEvery)
      return fail(Errc::closed, "feed", feed.problem);
    if (Status asked = ask_for(feed); !asked) return fail(asked.error());
    return fail(Errc::try_again, "feed", "the calendar is being fetched; ask again in a moment");
  }
  const FeedFetched& fetched = kept->second.fetched;
  FeedPreview shown = mur::preview(state_.wall, feed, fetched.events, parts_.clock.now());
  if (shown.name.empty()) shown.name = fetched.name;
  shown.components = fetched.components;
  shown.past = fetched.past;
  shown.private_left = fetched.private_left;
  shown.left_out = fetched.left_out;
  shown.other_category = fetched.other_category;
  shown.warnings = fetched.warnings;
  if (shown.warnings.size() > limits::kPreviewWarnings) shown.warnings.resize(limits::kPreviewWarnings);
  return shown;
}

}  // namespace mur::broker
