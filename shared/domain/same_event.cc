#include "shared/domain/same_event.h"

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <string>
#include <unordered_map>

#include "shared/calendar/placing.h"
#include "shared/domain/limits.h"
#include "shared/domain/merged.h"
#include "shared/domain/same_time.h"
#include "shared/domain/span.h"

namespace mur {
namespace {

// How alike titles must be, in percent of their letters.
constexpr int kNearTitle = 75;          // at the same place
constexpr int kContainedTitle = 55;     // at the same place, if one title is in the other: "Marche", "Grande marche …"
constexpr int kTitleWithoutPlace = 90;  // if one of them does not say where
constexpr int kTitleOfOneSource = 95;   // if one organization says both: it may well hold two workshops at a time
constexpr int kTitleOfShortUid = 40;    // a UID like "12" is nobody's own (RFC 5545 § 3.8.4.7 wants it unique)
constexpr std::size_t kShortUid = 12;

/// An event that may be the same as another one.
struct Candidate {
  const Event* event = nullptr;
  std::chrono::sys_seconds start_at{};
  std::vector<std::string> title;  ///< telling_words, without any owner's name
  std::string key;                 ///< the same in one string, for putting like beside like
};

bool is_cancelled(const Event& event) { return event.details.status == calendar::EventStatus::cancelled; }

bool may_be_suggested(const Wall& wall, const Event& event, TimePoint now) {
  const PostStatus status = event.moderation.status;
  if (status != PostStatus::published && status != PostStatus::pending) return false;
  if (event.over_at && *event.over_at <= now) return false;
  if (event.merged_into && wall.find(*event.merged_into) != nullptr) return false;
  return &series_of(wall, event) == &event;
}

bool are_kept_apart(const Event& a, const Event& b) {
  return std::ranges::find(a.distinct_from, b.id) != a.distinct_from.end() ||
         std::ranges::find(b.distinct_from, a.id) != b.distinct_from.end();
}

class Search {
 public:
  Search(const Wall& wall, TimePoint now) : wall_{wall}, hub_{zone_of(wall.hub())} {
    const calendar::Placing placing(hub_);
    wall.each<Event>([&](const Event& event) {
      if (!may_be_suggested(wall, event, now)) return;
      if (const auto at = placing.instant(event.details.timing.start))
        candidates_.push_back({.event = &event, .start_at = *at, .title = {}, .key = {}});
    });
  }

  std::vector<Suggestion> suggestions() {
    std::map<std::chrono::sys_seconds, std::vector<Candidate*>> by_start;
    for (Candidate& one : candidates_) by_start[one.start_at].push_back(&one);
    for (auto& [start, together] : by_start) {
      if (together.size() < 2) continue;
      for (Candidate* one : together) read_title(*one);
      compare_by_uid(together);
      compare_by_title(together);
    }
    return std::move(found_);
  }

 private:
  void read_title(Candidate& one) const {
    std::vector<std::string> owners;
    if (const Organization* owner = wall_.find(one.event->organization)) owners.push_back(owner->details.name);
    one.title = telling_words(one.event->details.title, owners);
    std::vector<std::string> sorted = one.title;
    std::ranges::sort(sorted);
    for (const std::string& word : sorted) one.key += word + ' ';
  }

  void compare_by_uid(std::span<Candidate* const> together) {
    std::unordered_map<std::string, std::vector<Candidate*>> by_uid;
    for (Candidate* one : together) by_uid[one->event->details.uid].push_back(one);
    for (auto& [uid, same] : by_uid) each_pair(same, [this](Candidate& a, Candidate& b) { look_at_one_uid(a, b); });
  }

  void compare_by_title(std::span<Candidate* const> together) {
    const auto look = [this](Candidate& a, Candidate& b) { look_at(a, b); };
    if (together.size() <= limits::kLookedAt) {
      std::vector<Candidate*> all(together.begin(), together.end());
      return each_pair(all, look);
    }
    std::unordered_map<std::string, std::vector<Candidate*>> by_word;
    for (Candidate* one : together)
      for (const std::string& word : std::set<std::string>(one->title.begin(), one->title.end()))
        by_word[word].push_back(one);
    for (auto& [word, same] : by_word) each_pair(same, look);
  }

  /// Each with each, or in a long list each with its neighbours.
  template <class Look>
  static void each_pair(std::vector<Candidate*>& list, const Look& look) {
    std::size_t reach = list.size();
    if (list.size() > limits::kLookedAt) {
      std::ranges::sort(list, {},
                        [](const Candidate* one) { return std::pair(std::string_view{one->key}, one->event->id); });
      reach = limits::kLookedAt / 4;
    }
    for (std::size_t i = 0; i < list.size(); ++i)
      for (std::size_t j = i + 1; j < std::min(list.size(), i + 1 + reach); ++j) look(*list[i], *list[j]);
  }

  void look_at_one_uid(const Candidate& a, const Candidate& b) {
    if (!may_be_same(*a.event, *b.event)) return;
    const int title = title_likeness(a, b);
    if (a.event->details.uid.size() < kShortUid && title < kTitleOfShortUid) return;
    add(*a.event, *b.event, Sameness::co_organized, title, place_of(a, b));
  }

  void look_at(const Candidate& a, const Candidate& b) {
    const bool one_source = a.event->organization == b.event->organization;
    if (a.event->details.uid == b.event->details.uid) return;
    // The titles' cheap test first: most events of one time have nothing in common.
    if (likeness(a.title, b.title) == 0 || !may_be_same(*a.event, *b.event)) return;
    const int title = title_likeness(a, b);
    const PlaceLikeness place = place_of(a, b);
    const bool known = place == PlaceLikeness::same || place == PlaceLikeness::near;
    int least = kTitleWithoutPlace;
    if (known) least = contains(a.title, b.title) ? kContainedTitle : kNearTitle;
    if (one_source) least = kTitleOfOneSource;
    if (place == PlaceLikeness::different || title < least) return;
    if (!known && std::min(a.title.size(), b.title.size()) < 2) return;  // "Réunion", somewhere
    add(*a.event, *b.event, Sameness::duplicate, title, place);
  }

  bool may_be_same(const Event& a, const Event& b) const {
    return !are_kept_apart(a, b) && is_cancelled(a) == is_cancelled(b) &&
           !time_difference(a.details.timing, b.details.timing, hub_) && !changes_all_later_dates(wall_, a) &&
           !changes_all_later_dates(wall_, b);
  }

  /// Either may name the other's organization in its title.
  int title_likeness(const Candidate& a, const Candidate& b) const {
    const int plain = likeness(a.title, b.title);
    if (plain == 100 || a.event->organization == b.event->organization) return plain;
    std::vector<std::string> owners;
    for (const Event* event : {a.event, b.event})
      if (const Organization* owner = wall_.find(event->organization)) owners.push_back(owner->details.name);
    return std::max(
        plain, likeness(telling_words(a.event->details.title, owners), telling_words(b.event->details.title, owners)));
  }

  PlaceLikeness place_of(const Candidate& a, const Candidate& b) const {
    return place_likeness(a.event->details.place, b.event->details.place, wall_.hub());
  }

  /// What is kept: the one that has others already, then the one that visitors see, then the one that says more.
  auto worth(const Event& event) const {
    const EventDetails& details = event.details;
    const std::size_t said = details.description.size() + details.summary.size() + details.place.name.size() +
                             details.place.address.size() + details.url.size();
    return std::tuple(!wall_.merged_into(event.id).empty(), is_on_wall(event.moderation), said, event.id);
  }

  void add(const Event& a, const Event& b, Sameness kind, int title, PlaceLikeness place) {
    if (!seen_.insert(std::minmax(a.id, b.id)).second) return;
    const bool keep_a = worth(a) > worth(b);
    found_.push_back(
        {.into = keep_a ? a.id : b.id, .event = keep_a ? b.id : a.id, .kind = kind, .title = title, .place = place});
  }

  const Wall& wall_;
  calendar::Zone hub_;
  std::vector<Candidate> candidates_;
  std::set<std::pair<EventId, EventId>> seen_;
  std::vector<Suggestion> found_;
};

}  // namespace

const char* to_string(Sameness kind) { return kind == Sameness::co_organized ? "co-organized" : "duplicate"; }

const char* to_string(PlaceLikeness likeness) {
  switch (likeness) {
    case PlaceLikeness::different: return "different";
    case PlaceLikeness::unknown: return "unknown";
    case PlaceLikeness::near: return "near";
    case PlaceLikeness::same: return "same";
  }
  return "unknown";
}

std::vector<Suggestion> suggestions(const Wall& wall, TimePoint now) { return Search(wall, now).suggestions(); }

}  // namespace mur
