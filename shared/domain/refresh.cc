#include "shared/domain/refresh.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "shared/domain/check.h"
#include "shared/domain/feed_rules.h"
#include "shared/domain/limits.h"
#include "shared/domain/span.h"

namespace mur {
namespace {

struct Coming {
  const Event* event = nullptr;
  bool held = false;  ///< by the file
};

/// What the file and the wall have to do with each other.
class Difference {
 public:
  Difference(const Wall& wall, const Feed& feed, std::span<const EventDetails> events, TimePoint now)
      : wall_{wall}, feed_{feed} {
    for (const EventDetails& fetched : events) named_.insert(event_id(feed.organization, fetched));
    wall.each<Event>([&](const Event& event) {
      if (event.feed == feed.id && is_coming(event, now))
        coming_.push_back({.event = &event, .held = named_.contains(event.id)});
    });
  }

  [[nodiscard]] PreviewChange change_of(const EventDetails& fetched) const {
    const Event* present = wall_.find(event_id(feed_.organization, fetched));
    if (present == nullptr) return PreviewChange::added;
    if (const Feed* other = feed_of(wall_, *present); other != nullptr && other->id != feed_.id)
      return PreviewChange::same;
    if (present->feed != feed_.id || present->absent_since) return PreviewChange::changed;
    const Revision* waiting = wall_.find(revision_id(record_id(present->id)));
    if (waiting != nullptr) {
      const auto* proposed = std::get_if<EventDetails>(&waiting->proposed);
      return proposed != nullptr && *proposed == fetched ? PreviewChange::same : PreviewChange::changed;
    }
    return says_the_same(present->details, fetched) ? PreviewChange::same : PreviewChange::changed;
  }

  /// Events of this feed that are to come.
  [[nodiscard]] const std::vector<Coming>& coming() const { return coming_; }

  [[nodiscard]] bool is_shrunk() const {
    std::size_t before = 0;
    std::size_t lost = 0;
    for (const Coming& one : coming_) {
      if (one.event->absent_since) continue;  // the refresh before this one missed it already
      ++before;
      if (!one.held) ++lost;
    }
    return feed_.coming > 0 && before >= limits::kShrinkLeast && 2 * lost > before;
  }

 private:
  const Wall& wall_;
  const Feed& feed_;
  std::set<EventId> named_;
  std::vector<Coming> coming_;
};

/// Events of the file that are not over. A series counts as to come: expanding thousands of rules is not the core's
/// while others wait.
std::uint32_t count_coming(const Wall& wall, std::span<const EventDetails> events, TimePoint now) {
  const calendar::Zone zone = zone_of(wall.hub());
  const auto coming = std::ranges::count_if(events, [&](const EventDetails& details) {
    if (repeats(details.timing)) return true;
    const auto over = over_at(details, zone, now);
    return !over || *over > now;
  });
  return static_cast<std::uint32_t>(coming);
}

class Orders {
 public:
  Orders(const Feed& feed, TimePoint now) : feed_{feed}, now_{now} {}

  void add(const char* what, const Uuid& about, Command command) {
    const std::string name = fmt::format("{}/{}/{}", what, to_string(about), now_.time_since_epoch().count());
    orders_.push_back({.id = CommandId{derive_uuid(feed_.id.uuid, name)},
                       .made_at = now_,
                       .command = std::move(command),
                       .ticket = {}});
  }
  void note(FetchReport report) {
    add("note", feed_.id.uuid, NoteFetch{.feed = feed_.id, .report = std::move(report)});
  }
  void miss(const Event& event) { add("miss", event.id.uuid, MissEvent{.event = event.id, .feed = feed_.id}); }
  [[nodiscard]] std::vector<Order> take() { return std::move(orders_); }

 private:
  const Feed& feed_;
  TimePoint now_;
  std::vector<Order> orders_;
};

FetchReport shrunk_report(const Difference& difference, FetchReport report) {
  const auto held = static_cast<std::size_t>(std::ranges::count_if(difference.coming(), &Coming::held));
  report.trouble = FeedTrouble::shrunk;
  report.problem = fmt::format(
      "it holds {} of the {} events that are to come; they stay up until it holds more again, or until someone "
      "confirms that the smaller calendar is right",
      held, difference.coming().size());
  return report;
}

/// What a "not modified" leaves out.
FetchReport unchanged_report(const Feed& feed, FetchReport report, std::size_t coming) {
  report.content = feed.content;
  if (report.etag.empty()) report.etag = feed.etag;
  if (report.last_modified.empty()) report.last_modified = feed.last_modified;
  if (report.refresh_minutes == 0) report.refresh_minutes = feed.refresh_minutes;
  report.coming = static_cast<std::uint32_t>(coming);
  return report;
}

}  // namespace

Refresh refresh(const Wall& wall, const Feed& feed, const Fetched& fetched, TimePoint now) {
  Refresh result;
  Orders orders(feed, now);
  FetchReport report = fetched.report;
  if (report.trouble != FeedTrouble::none) {
    orders.note(std::move(report));
    result.orders = orders.take();
    return result;
  }
  const Difference difference(wall, feed, fetched.events, now);
  if (fetched.unchanged) {
    // The same file lacks again what it lacked before.
    for (const Coming& one : difference.coming())
      if (one.event->absent_since) {
        orders.miss(*one.event);
        ++result.missed;
      }
    orders.note(unchanged_report(feed, std::move(report), difference.coming().size()));
    result.orders = orders.take();
    return result;
  }
  report.coming = count_coming(wall, fetched.events, now);
  result.shrunk = feed.state != FeedState::proposed && difference.is_shrunk();
  if (feed.state == FeedState::proposed || result.shrunk) {
    orders.note(result.shrunk ? shrunk_report(difference, std::move(report)) : std::move(report));
    result.orders = orders.take();
    return result;
  }
  for (const EventDetails& one : fetched.events) {
    EventDetails details = as_brought(one);
    const PreviewChange change = difference.change_of(details);
    if (change == PreviewChange::same) continue;
    ++(change == PreviewChange::added ? result.added : result.changed);
    const Uuid id = event_id(feed.organization, details).uuid;
    orders.add("put", id, PutEvent{.organization = feed.organization, .details = std::move(details), .feed = feed.id});
  }
  for (const Coming& one : difference.coming())
    if (!one.held) {
      orders.miss(*one.event);
      ++result.missed;
    }
  orders.note(std::move(report));
  result.orders = orders.take();
  return result;
}

FeedPreview preview(const Wall& wall, const Feed& feed, std::span<const EventDetails> events, TimePoint now) {
  const Difference difference(wall, feed, events, now);
  const Organization* organization = wall.find(feed.organization);
  const bool trusted = organization != nullptr && organization->trust == Trust::trusted;
  FeedPreview shown{.feed = feed.id, .state = feed.state, .name = feed.details.name, .items = {}, .warnings = {}};
  const auto item = [](const EventDetails& details, PreviewChange change) {
    return PreviewItem{.title = details.title,
                       .start = details.timing.start,
                       .end = details.timing.end,
                       .repeats = repeats(details.timing),
                       .status = details.status,
                       .change = change,
                       .waits = false,
                       .marks = {}};
  };
  for (const EventDetails& one : events) {
    const EventDetails details = as_brought(one);
    PreviewItem next = item(details, difference.change_of(details));
    if (next.change != PreviewChange::same) {
      next.marks = check::marks(details);
      next.waits = !trusted || !next.marks.empty();
      if (next.marks.size() > limits::kPreviewMarks) next.marks.resize(limits::kPreviewMarks);
      if (next.waits) ++shown.waiting;
    }
    shown.items.push_back(std::move(next));
  }
  for (const Coming& one : difference.coming())
    if (!one.held) {
      shown.items.push_back(item(one.event->details, PreviewChange::vanishes));
      ++shown.vanishing;
    }
  std::ranges::stable_sort(shown.items, [](const PreviewItem& a, const PreviewItem& b) {
    const bool goes_a = a.change == PreviewChange::vanishes;
    const bool goes_b = b.change == PreviewChange::vanishes;
    return std::pair{goes_a, a.start.local} < std::pair{goes_b, b.start.local};
  });
  shown.total = shown.items.size();
  if (shown.items.size() > limits::kPreviewItems) shown.items.resize(limits::kPreviewItems);
  return shown;
}

}  // namespace mur
