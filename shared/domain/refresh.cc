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

/// Which events a file keeps private: an event, with every override of it, or an override alone.
class PrivateNames {
 public:
  PrivateNames(OrganizationId organization, std::span<const calendar::Identity> named) {
    for (const calendar::Identity& one : named) {
      if (!one.recurrence_id) whole_.insert(one.uid);
      ids_.insert(event_id(organization, one));
    }
  }
  [[nodiscard]] bool contain(const Event& event) const {
    return ids_.contains(event.id) || whole_.contains(event.details.uid);
  }

 private:
  std::set<std::string, std::less<>> whole_;  // UIDs
  std::set<EventId> ids_;
};

/// What the file and the wall have to do with each other.
class Difference {
 public:
  Difference(const Wall& wall, const Feed& feed, const Fetched& fetched, TimePoint now)
      : wall_{wall}, feed_{feed}, now_{now} {
    for (const EventDetails& one : fetched.events) named_.insert(event_id(feed.organization, one));
    const PrivateNames hidden(feed.organization, fetched.private_named);
    wall.each<Event>([&](const Event& event) {
      if (event.feed != feed.id) return;
      const bool held = named_.contains(event.id);
      if (!held && hidden.contain(event))
        private_.push_back(&event);
      else if (is_coming(event, now))
        coming_.push_back({.event = &event, .held = held});
    });
  }

  [[nodiscard]] PreviewChange change_of(const EventDetails& fetched) const {
    const Event* present = wall_.find(event_id(feed_.organization, fetched));
    if (present == nullptr) return PreviewChange::added;
    if (other_holder(*present) != nullptr)
      return present->details == fetched ? PreviewChange::same : PreviewChange::elsewhere;
    if (present->feed != feed_.id || present->absent_since) return PreviewChange::changed;
    const EventDetails taken = as_taken(present->details, fetched);
    const Revision* waiting = wall_.find(revision_id(record_id(present->id)));
    if (waiting != nullptr) {
      const auto* proposed = std::get_if<EventDetails>(&waiting->proposed);
      return proposed != nullptr && *proposed == taken ? PreviewChange::same : PreviewChange::changed;
    }
    return says_the_same(*present, taken) ? PreviewChange::same : PreviewChange::changed;
  }

  /// The other live feed of the organization that brings this event; null where none does.
  [[nodiscard]] const Feed* other_holder(const Event& present) const {
    const Feed* holder = holder_of(wall_, present);
    return holder != nullptr && holder->id != feed_.id ? holder : nullptr;
  }
  [[nodiscard]] const Feed* other_holder(const EventDetails& fetched) const {
    const Event* present = wall_.find(event_id(feed_.organization, fetched));
    return present == nullptr ? nullptr : other_holder(*present);
  }

  /// Events of the file that are not over and that this feed brings. A new series counts as to come: expanding
  /// thousands of rules is not the core's while others wait.
  [[nodiscard]] std::uint32_t count_coming(std::span<const EventDetails> events) const {
    const calendar::Zone zone = zone_of(wall_.hub());
    const auto comes = [&](const EventDetails& fetched) {
      const Event* present = wall_.find(event_id(feed_.organization, fetched));
      if (present != nullptr && other_holder(*present) != nullptr) return false;
      if (repeats(fetched.timing)) return present == nullptr || is_coming(*present, now_);
      const auto over = over_at(fetched, zone, now_);
      return !over || *over > now_;
    };
    return static_cast<std::uint32_t>(std::ranges::count_if(events, comes));
  }

  /// Events of this feed that its file holds as private.
  [[nodiscard]] const std::vector<const Event*>& private_events() const { return private_; }
  /// Events of this feed that are to come, without the private ones.
  [[nodiscard]] const std::vector<Coming>& coming() const { return coming_; }

  /// Of what is to come: what the refresh before this one still held, and how much of that this one lacks.
  struct Loss {
    std::size_t before = 0;
    std::size_t lost = 0;
  };
  [[nodiscard]] Loss loss() const {
    Loss loss;
    for (const Coming& one : coming_) {
      if (one.event->absent_since) continue;
      ++loss.before;
      if (!one.held) ++loss.lost;
    }
    return loss;
  }
  [[nodiscard]] bool is_shrunk() const {
    const auto [before, lost] = loss();
    return feed_.coming > 0 && 2 * lost > before;
  }

 private:
  const Wall& wall_;
  const Feed& feed_;
  TimePoint now_;
  std::set<EventId> named_;
  std::vector<const Event*> private_;
  std::vector<Coming> coming_;
};

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
  void hide(const Event& event) {
    add("hide", event.id.uuid, MissEvent{.event = event.id, .feed = feed_.id, .is_private = true});
  }
  [[nodiscard]] std::vector<Order> take() { return std::move(orders_); }

 private:
  const Feed& feed_;
  TimePoint now_;
  std::vector<Order> orders_;
};

FetchReport shrunk_report(const Difference& difference, FetchReport report) {
  const auto [before, lost] = difference.loss();
  report.trouble = FeedTrouble::shrunk;
  report.problem = before == 1 ? "it lacks the one event that is to come"
                               : fmt::format("it holds {} of the {} events that are to come", before - lost, before);
  return report;
}

/// What a "not modified" leaves out.
FetchReport unchanged_report(const Feed& feed, FetchReport report, const Difference& difference) {
  report.content = feed.content;
  if (report.etag.empty()) report.etag = feed.etag;
  if (report.last_modified.empty()) report.last_modified = feed.last_modified;
  if (report.refresh_minutes == 0) report.refresh_minutes = feed.refresh_minutes;
  // What it lacked before it lacks still.
  report.coming = static_cast<std::uint32_t>(difference.loss().before);
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
  const Difference difference(wall, feed, fetched, now);
  if (fetched.unchanged) {
    // The same file lacks again what it lacked before.
    for (const Coming& one : difference.coming())
      if (one.event->absent_since) {
        orders.miss(*one.event);
        ++result.missed;
      }
    orders.note(unchanged_report(feed, std::move(report), difference));
    result.orders = orders.take();
    return result;
  }
  report.coming = difference.count_coming(fetched.events);
  result.shrunk = feed.state != FeedState::proposed && difference.is_shrunk();
  for (const Event* event : difference.private_events()) orders.hide(*event);
  if (feed.state == FeedState::proposed || result.shrunk) {
    orders.note(result.shrunk ? shrunk_report(difference, std::move(report)) : std::move(report));
    result.orders = orders.take();
    return result;
  }
  for (const EventDetails& one : fetched.events) {
    EventDetails details = as_brought(one);
    const PreviewChange change = difference.change_of(details);
    if (change == PreviewChange::same || change == PreviewChange::elsewhere) continue;
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
  const Difference difference(wall, feed, {.report = {}, .unchanged = false, .events = events}, now);
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
                       .marks = {},
                       .holder = {}};
  };
  for (const EventDetails& one : events) {
    const EventDetails details = as_brought(one);
    PreviewItem next = item(details, difference.change_of(details));
    if (next.change == PreviewChange::elsewhere) {
      next.holder = difference.other_holder(details)->id;
    } else if (next.change != PreviewChange::same) {
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
