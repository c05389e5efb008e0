#include "shared/calendar/settling.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "shared/calendar/entry_texts.h"
#include "shared/calendar/manner.h"
#include "shared/calendar/placing.h"
#include "shared/calendar/zone.h"

namespace mur::calendar {
namespace {

/// Which instance of which event: equal for entries that mean the same. Keeps a view of the entry's UID.
auto identity(const Entry& entry) {
  const When instance = entry.recurrence_id.value_or(When{});
  return std::tuple(std::string_view(entry.uid), entry.recurrence_id.has_value(),
                    entry.recurrence_id && entry.this_and_future, instance.kind, instance.local, instance.zone);
}

bool is_newer(const Entry& later, const Entry& earlier) {
  return std::tuple(later.sequence, later.last_modified) >= std::tuple(earlier.sequence, earlier.last_modified);
}

class Settling {
 public:
  Settling(std::vector<Entry> entries, std::vector<Warning>& warnings)
      : entries_{std::move(entries)}, warnings_{warnings} {
    for (const Entry& entry : entries_)
      if (entry.classification != Classification::public_event) secret_uids_.insert(entry.uid);
  }
  Settling(const Settling&) = delete;
  Settling& operator=(const Settling&) = delete;

  Settled run() {
    settle_repeating_overrides();
    leave_repeats();
    if (align_overrides()) leave_repeats();  // what looked like two instances may be one
    const auto series = find_series();
    keep_private(series);
    hide_private_instances(series);
    Settled settled;
    settled.left_out = left_out_;
    for (Entry& entry : entries_) {
      const bool shown = entry.classification == Classification::public_event;
      (shown ? settled.shown : settled.private_entries).push_back(std::move(entry));
    }
    return settled;
  }

 private:
  /// UID to the entry that is its series.
  using Series = std::unordered_map<std::string_view, Entry*>;

  Series find_series() {
    Series series;
    for (Entry& entry : entries_)
      if (!entry.recurrence_id) series.insert_or_assign(entry.uid, &entry);
    return series;
  }

  /// An override does not repeat (RFC 5545 § 3.8.4.4). One that does, alone, is a series whose writer named its first
  /// instance.
  void settle_repeating_overrides() {
    Series series = find_series();
    for (Entry& entry : entries_) {
      if (!entry.recurrence_id || !repeats(entry.timing)) continue;
      const bool alone = !series.contains(entry.uid);
      warnings_.push_back(
          {.line = entry.line,
           .property = "RECURRENCE-ID",
           .problem = "this changes one instance of a series and repeats itself",
           .remedy = alone ? "read as the series, which the file has nowhere else" : "its rules were passed over"});
      if (alone) {
        entry.recurrence_id.reset();
        series.emplace(entry.uid, &entry);
      } else {
        entry.timing = {.start = entry.timing.start, .end = entry.timing.end};
      }
    }
  }

  void leave_repeats() {
    std::map<decltype(identity(std::declval<const Entry&>())), std::size_t> kept;
    std::vector<bool> leaves(entries_.size(), false);
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      const auto [known, is_new] = kept.try_emplace(identity(entries_[i]), i);
      if (is_new) continue;
      const bool newer = is_newer(entries_[i], entries_[known->second]);
      const std::size_t loser = newer ? known->second : i;
      if (newer) known->second = i;
      leaves[loser] = true;
      say_repeat(entries_[loser], entries_[known->second]);
    }
    kept.clear();  // its keys are views of what moves now
    std::vector<Entry> left;
    left.reserve(entries_.size());
    for (std::size_t i = 0; i < leaves.size(); ++i)
      if (!leaves[i]) left.push_back(std::move(entries_[i]));
    entries_ = std::move(left);
  }

  /// The UID is not told where anything of that event is private.
  [[nodiscard]] std::string repeated(const Entry& loser, const Entry& winner) const {
    if (secret_uids_.contains(loser.uid)) return "an event is there more than once";
    if (loser.uid_is_ours && winner.uid_is_ours) return "an event without UID is there more than once";
    return fmt::format("\"{}\" is there more than once", excerpt(loser.uid));
  }

  void say_repeat(const Entry& loser, const Entry& winner) {
    ++left_out_;
    warnings_.push_back({.line = loser.line,
                         .property = "UID",
                         .problem = repeated(loser, winner),
                         .remedy = fmt::format("left out; the one of line {} {}", winner.line,
                                               winner.sequence > loser.sequence             ? "has the higher SEQUENCE"
                                               : winner.last_modified > loser.last_modified ? "was modified later"
                                                                                            : "comes last")});
  }

  /// RECURRENCE-ID in the manner of the series' DTSTART. True if any was changed.
  bool align_overrides() {
    const Series series = find_series();
    bool changed = false;
    for (Entry& entry : entries_) {
      const auto master = entry.recurrence_id ? series.find(entry.uid) : series.end();
      if (master == series.end()) continue;
      When aligned = in_manner_of(master->second->timing.start, *entry.recurrence_id, placing_);
      changed = changed || aligned != *entry.recurrence_id;
      entry.recurrence_id = std::move(aligned);
    }
    return changed;
  }

  /// An override of an event that is private is private too, whatever it says itself. Where all that follows an
  /// instance is private, so is the series.
  void keep_private(const Series& series) {
    const auto stricter = [](Entry& entry, Classification than) {
      entry.classification = std::max(entry.classification, than);
    };
    for (const Entry& entry : entries_)
      if (const auto master = series.find(entry.uid); entry.this_and_future && master != series.end())
        stricter(*master->second, entry.classification);
    for (Entry& entry : entries_)
      if (const auto master = series.find(entry.uid); master != series.end())
        stricter(entry, master->second->classification);
  }

  void hide_private_instances(const Series& series) {
    for (const Entry& entry : entries_) {
      const auto master = series.find(entry.uid);
      if (!entry.recurrence_id || master == series.end()) continue;
      if (entry.classification == Classification::public_event ||
          master->second->classification != Classification::public_event)
        continue;
      master->second->timing.exception_dates.push_back(*entry.recurrence_id);
    }
  }

  std::vector<Entry> entries_;
  std::vector<Warning>& warnings_;
  std::unordered_set<std::string> secret_uids_;  ///< of what is private, or has a private instance
  std::size_t left_out_ = 0;
  Zone utc_ = Zone::utc();
  Placing placing_{utc_};  ///< refers to `utc_`
};

}  // namespace

Settled settle(std::vector<Entry> entries, std::vector<Warning>& warnings) {
  return Settling(std::move(entries), warnings).run();
}

}  // namespace mur::calendar
