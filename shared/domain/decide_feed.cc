// Feeds: proposed, confirmed, followed, removed. The table of their states is at FeedState (feed.h).
#include <fmt/format.h>

#include <algorithm>

#include "shared/base/text.h"
#include "shared/domain/check.h"
#include "shared/domain/feed_rules.h"
#include "shared/domain/feed_schedule.h"
#include "shared/domain/limits.h"
#include "shared/domain/rules.h"
#include "shared/screening/screen.h"

namespace mur::rules {
namespace {

Status check_url(const std::string& url, const Actor& actor) {
  const auto invalid = [](const char* why) { return fail(Errc::invalid, "url", why); };
  const std::string scheme = fold(url.substr(0, url.find("://")));
  if (scheme == "file" && actor.role != Role::admin)
    return fail(Errc::forbidden, "url", "url: only an admin may add a file:// address; give one with https://");
  if (scheme == "http")
    return invalid("url begins with http://, which anyone on the way can read and change; give its https:// address");
  if (scheme != "https" && scheme != "webcal" && scheme != "file")
    return invalid("url must begin with https:// or webcal://, as the calendar's program gives it");
  if (url.size() > limits::kUrl)
    return fail(Errc::too_large, "url",
                fmt::format("url has {} characters; give at most {}", url.size(), limits::kUrl));
  // RFC 3986 § 2: what is not ASCII is written with "%".
  if (std::ranges::any_of(url, [](char c) { return c <= ' ' || c > '~'; }))
    return invalid("url holds a letter that no web address has; copy it from the calendar's program");
  if (scheme == "file" && !fold(url).starts_with("file:///"))
    return invalid("url must name a file by its whole path, as in file:///srv/calendars/a.ics");
  if (scheme != "file" && !plain_host(url))
    return invalid(
        "url names no host that can be told from the rest, as in https://example.org/calendar.ics; in a password write "
        "\"/\" as %2F, \"?\" as %3F and \"#\" as %23");
  return {};
}

Status check_details(const FeedDetails& details, const Actor& actor) {
  if (Status status = check_url(details.url, actor); !status) return status;
  if (Status status = check::text("name", details.name, limits::kName); !status) return status;
  if (Status status = check::text("category", details.category, limits::kWord); !status) return status;
  if (details.category.starts_with('#'))
    return fail(Errc::invalid, "category", "category: leave out the \"#\", as in \"mur\"");
  return {};
}

/// A second feed with this address, or one too many.
Status check_company(const Ask& ask, const AddFeed& command, FeedId own) {
  std::size_t count = 0;
  const Feed* same = nullptr;
  ask.wall.each<Feed>([&](const Feed& feed) {
    if (feed.organization != command.organization || feed.removing_since || feed.id == own) return;
    ++count;
    if (comparable_url(feed.details.url) == comparable_url(command.details.url)) same = &feed;
  });
  if (same != nullptr)
    return fail(Errc::conflict, "url",
                fmt::format("this organization follows that calendar already, as feed {}; see `murctl feed list`",
                            to_string(same->id).substr(0, 8)));
  if (count >= limits::kFeedsPerOrganization)
    return fail(Errc::closed, "feeds",
                fmt::format("this organization has {} feeds, the most there may be; remove one with `murctl feed "
                            "remove`",
                            count));
  return {};
}

Result<const Feed*> feed_to_change(const Ask& ask, FeedId id) {
  const Feed* feed = ask.wall.find(id);
  if (feed == nullptr || feed->removing_since || (ask.own && feed->organization != ask.actor.organization))
    return fail(Errc::not_found, "feed", "no such feed; see `murctl feed list`");
  return feed;
}

/// Nobody has read the name that an organization which is not trusted gives its feed, nor the one that its calendar
/// gives itself: what screening marks in it is not for every wall.
std::string public_name(const Wall& wall, const Feed& feed) {
  const Organization* organization = wall.find(feed.organization);
  if (organization == nullptr) return {};
  const std::string& own = feed.details.name;
  const bool is_fit = organization->trust == Trust::trusted && !own.empty() && screening::screen("name", own).empty();
  return is_fit ? own : organization->details.name;
}

FeedHealth health_of(const Wall& wall, const Feed& feed) {
  return {.id = feed_health_id(feed.id),
          .organization = feed.organization,
          .name = public_name(wall, feed),
          .state = feed.state,
          .good_at = feed.good_at,
          .failing = feed.trouble != FeedTrouble::none};
}

Tombstone end_of(const Ask& ask, const RecordId& id, OrganizationId organization) {
  return {.of = id,
          .seen_by_wall = id.kind == RecordKind::feed_health,
          .seen_by_staff = true,
          .organization = organization,
          .at = ask.now};
}

void end_health(const Ask& ask, const Feed& feed, Changes& changes) {
  const FeedHealthId id = feed_health_id(feed.id);
  if (ask.wall.find(id) != nullptr) changes.records.emplace_back(end_of(ask, record_id(id), feed.organization));
}

/// What this feed held may be in another one of the organization, too, which then must bring it: it is read now, and
/// whole.
void let_others_speak(const Ask& ask, const Feed& feed, Changes& changes) {
  ask.wall.each<Feed>([&](const Feed& other) {
    const bool is_followed = other.state != FeedState::proposed && !other.removing_since;
    if (other.id == feed.id || other.organization != feed.organization || !is_followed) return;
    Feed next = to_be_read_whole(other);
    next.next_at = ask.now;  // also tells a reading that is being taken over that it must be made again
    if (next != other) changes.records.emplace_back(std::move(next));
  });
}

bool has_coming(const Ask& ask, FeedId id) {
  bool found = false;
  ask.wall.each<Event>([&](const Event& event) { found = found || (event.feed == id && is_coming(event, ask.now)); });
  return found;
}

/// As it can be kept: what servers and calendars write is anybody's.
std::string header(const std::string& text) {
  return text.size() <= limits::kFetchHeader && normalize(text) == text ? text : std::string{};
}

std::uint32_t within_bounds(std::uint32_t minutes) {
  constexpr std::int64_t kLeast = std::chrono::minutes{limits::kRefreshLeast}.count();
  constexpr std::int64_t kMost = std::chrono::minutes{limits::kRefreshMost}.count();
  return minutes == 0 ? 0 : static_cast<std::uint32_t>(std::clamp<std::int64_t>(minutes, kLeast, kMost));
}

void note_success(const Ask& ask, const FetchReport& report, Feed& feed) {
  feed.good_at = ask.now;
  feed.failing_since.reset();
  feed.failures = 0;
  feed.refresh_minutes = within_bounds(report.refresh_minutes);
  feed.coming = report.coming;
  if (feed.details.name.empty()) feed.details.name = shorten(normalize(report.name), limits::kName);
  // Of a proposed one nothing is on record yet: it must be read whole when it is confirmed.
  if (feed.state == FeedState::proposed) return;
  feed.etag = header(report.etag);
  feed.last_modified = header(report.last_modified);
  feed.content = report.content;
  feed.state = FeedState::active;
}

void note_failure(const Ask& ask, Feed& feed) {
  ++feed.failures;
  if (!feed.failing_since) feed.failing_since = ask.now;
  if (feed.state == FeedState::active && ask.now - *feed.failing_since >= limits::kFeedFailsFor)
    feed.state = FeedState::quarantined;
}

}  // namespace

Result<Changes> put(const Ask& ask, const AddFeed& command) {
  const auto organization = posting_for(ask, command.organization);
  if (!organization) return fail(organization.error());
  if (Status status = check_details(command.details, ask.actor); !status) return fail(status.error());
  const FeedId id{derive_uuid(ask.order.id.uuid, "feed")};
  if (ask.wall.find(record_id(id)) != nullptr) return unchanged(record_id(id));
  if (Status status = check_company(ask, command, id); !status) return fail(status.error());
  Changes changes = about(ask, record_id(id), host_of(command.details.url));
  Feed feed;
  feed.id = id;
  feed.organization = command.organization;
  feed.details = command.details;
  feed.added_at = ask.now;
  feed.next_at = ask.now;
  changes.records.emplace_back(std::move(feed));
  return changes;
}

Result<Changes> put(const Ask& ask, const ConfirmFeed& command) {
  const auto found = feed_to_change(ask, command.feed);
  if (!found) return fail(found.error());
  const Feed& feed = **found;
  if (const auto organization = posting_for(ask, feed.organization); !organization) return fail(organization.error());
  if (feed.state == FeedState::active) return unchanged(record_id(feed.id));
  const bool can_be_seen = feed.state == FeedState::proposed ? feed.good_at != TimePoint{} && feed.failures == 0
                                                             : feed.trouble == FeedTrouble::shrunk;
  if (!can_be_seen)
    return fail(Errc::closed, "feed",
                feed.checked_at == TimePoint{}
                    ? "it was not fetched yet, so nobody can have seen what it holds; look with `murctl feed preview`"
                    : fmt::format("it can't be fetched ({}), so there is nothing to confirm; mend that, then try "
                                  "`murctl feed refresh`",
                                  feed.problem));
  if (!ask.order.is_held)
    return fail(Errc::closed, "feed",
                "too long ago was it read, and it may say something else now; look again with `murctl feed preview`");
  Changes changes = about(ask, record_id(feed.id), to_string(feed.state));
  Feed next = feed;
  next.state = FeedState::active;
  next.trouble = FeedTrouble::none;
  next.problem.clear();
  next.coming = 0;
  next.next_at = ask.now;
  changes.records.emplace_back(health_of(ask.wall, next));
  changes.records.emplace_back(std::move(next));
  return changes;
}

Result<Changes> put(const Ask& ask, const RemoveFeed& command) {
  const auto found = feed_to_change(ask, command.feed);
  if (!found) return fail(found.error());
  const Feed& feed = **found;
  Changes changes = about(ask, record_id(feed.id), command.keep_events ? "events kept" : "");
  end_health(ask, feed, changes);
  let_others_speak(ask, feed, changes);
  if (command.keep_events || !has_coming(ask, feed.id)) {
    changes.records.emplace_back(end_of(ask, record_id(feed.id), feed.organization));
    return changes;
  }
  Feed next = feed;
  next.removing_since = ask.now;
  changes.records.emplace_back(std::move(next));
  return changes;
}

Result<Changes> put(const Ask& ask, const NoteFetch& command) {
  const auto found = feed_to_change(ask, command.feed);
  if (!found) return fail(found.error());
  const Feed& feed = **found;
  const FetchReport& report = command.report;
  Feed next = feed;
  // Whoever waits for a fetch knows it by its time.
  next.checked_at = feed.checked_at == ask.now ? ask.now + Milliseconds{1} : ask.now;
  next.trouble = report.trouble;
  next.problem = report.trouble == FeedTrouble::none ? "" : shorten(normalize(report.problem), limits::kMessage);
  if (report.trouble == FeedTrouble::none) {
    note_success(ask, report, next);
  } else if (report.trouble == FeedTrouble::shrunk && feed.state != FeedState::proposed) {
    next.state = FeedState::quarantined;
    next.failures = 0;
    next.failing_since.reset();
  } else {
    note_failure(ask, next);
  }
  next.next_at = next_fetch(next, report.retry_minutes, ask.now);
  // A fetch an hour for each feed would drown what people did: what is worth a row is a change.
  Changes changes =
      next.state == feed.state && next.trouble == feed.trouble
          ? unchanged(record_id(feed.id))
          : about(ask, record_id(feed.id), fmt::format("{}, {}", to_string(next.state), to_string(next.trouble)));
  if (next.state != FeedState::proposed) changes.records.emplace_back(health_of(ask.wall, next));
  changes.records.emplace_back(std::move(next));
  return changes;
}

Result<Changes> put(const Ask& ask, const MissEvent& command) {
  const Event* event = ask.wall.find(command.event);
  const Feed* feed = ask.wall.find(command.feed);
  const RecordId id = record_id(command.event);
  if (event == nullptr || feed == nullptr || event->feed != feed->id) return unchanged(id);
  if (command.is_private && feed->state != FeedState::proposed) {
    Changes changes = about(ask, id, "private in its feed");
    purge(ask, *event, changes);
    return changes;
  }
  if (!is_coming(*event, ask.now)) return unchanged(id);
  if (!feed->removing_since) {
    if (feed->state == FeedState::proposed) return unchanged(id);
    if (!event->absent_since) {
      Changes changes = about(ask, id, "not in its feed");
      Event next = *event;
      next.absent_since = ask.now;
      changes.records.emplace_back(std::move(next));
      return changes;
    }
    // Missed by a refresh that never came to its end: it does not count as one.
    if (*event->absent_since > feed->good_at) return unchanged(id);
  }
  if (feed->removing_since && waits_for_others(ask.wall, *feed, ask.now)) return unchanged(id);
  Changes changes = about(ask, id, feed->removing_since ? "its feed was removed" : "gone from its feed");
  purge(ask, *event, changes);
  if (!feed->removing_since) let_others_speak(ask, *feed, changes);
  return changes;
}

}  // namespace mur::rules
