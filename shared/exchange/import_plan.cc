#include "shared/exchange/import_plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "shared/domain/check.h"
#include "shared/domain/limits.h"
#include "shared/domain/span.h"
#include "shared/exchange/category.h"
#include "shared/exchange/event_mapping.h"

namespace mur::exchange {
namespace {

/// Can the hub take it? What the broker would refuse is named here, by its line.
Status check_whole(const EventDetails& details, const SizeCheck& size) {
  if (details.title.empty())
    return fail(Errc::invalid, "SUMMARY", "the event has neither a title nor a description or a place");
  if (Status checked = check::event(details); !checked) return checked;
  Event event;
  event.details = details;
  event.moderation.marks = check::marks(details);
  return size(event);
}

/// Of two entries with one identity the newer one counts.
bool is_newer(const calendar::Entry& a, const calendar::Entry& b) {
  if (a.sequence != b.sequence) return a.sequence > b.sequence;
  return a.last_modified.value_or(std::chrono::sys_seconds{}) >= b.last_modified.value_or(std::chrono::sys_seconds{});
}

/// The series and single events of a category. What changes one instance of a series belongs to it, whatever it repeats
/// of the series' categories: a cancelled date must not be missed.
class CategoryFilter {
 public:
  CategoryFilter(const std::vector<calendar::Entry>& entries, const std::string& category) : category_{category} {
    if (category_.is_any()) return;
    for (const calendar::Entry& entry : entries)
      if (!entry.recurrence_id && says_so(entry)) series_.insert(entry.uid);
  }

  [[nodiscard]] bool lets_pass(const calendar::Entry& entry) const {
    return category_.is_any() || series_.contains(entry.uid) || says_so(entry);
  }

 private:
  [[nodiscard]] bool says_so(const calendar::Entry& entry) const {
    return category_.is_in(entry.categories, entry.summary, entry.description);
  }

  WantedCategory category_;
  std::set<std::string> series_;  // UIDs
};

void set_kind(EventDetails& details, EventKind kind) {
  details.kind = kind;
  details.place.here = kind == EventKind::programming;
  if (!details.place.here) details.place.room.clear();
}

}  // namespace

ImportPlan plan_import(calendar::Reading reading, const Hub& hub, const calendar::Zone& zone, TimePoint now,
                       const ImportOptions& options) {
  ImportPlan plan{.warnings = std::move(reading.warnings),
                  .components = reading.components,
                  .private_left = reading.private_left,
                  .left_out = reading.skipped};
  for (calendar::Identity& one : reading.private_named)
    plan.private_named.push_back({.uid = event_uid(one.uid),
                                  .recurrence_id = std::move(one.recurrence_id),
                                  .this_and_future = one.this_and_future});
  const auto leave_out = [&plan](std::size_t line, std::string property, std::string problem) {
    plan.warnings.push_back({line, std::move(property), std::move(problem), "the event is left out"});
    ++plan.left_out;
  };
  std::map<EventId, std::pair<std::size_t, const calendar::Entry*>> taken;  // index into items
  const CategoryFilter category(reading.entries, options.category);
  for (const calendar::Entry& entry : reading.entries) {
    if (!category.lets_pass(entry)) {
      ++plan.other_category;
      continue;
    }
    std::vector<calendar::Warning> warnings;
    EventDetails details = map_entry(entry, hub, now, warnings);
    details.source = options.source;
    if (options.kind) set_kind(details, *options.kind);
    if (Status whole = check_whole(details, options.size); !whole) {
      leave_out(entry.line, whole.error().field, whole.error().message);
      continue;
    }
    const auto over = over_at(details, zone, now);
    if (over && *over < now - limits::kEndedEventKept) {
      ++plan.past;
      continue;
    }
    plan.warnings.insert(plan.warnings.end(), warnings.begin(), warnings.end());
    const auto [at, is_first] = taken.try_emplace(event_id({}, details), plan.items.size(), &entry);
    if (is_first) {
      plan.items.push_back({entry.line, std::move(details)});
      continue;
    }
    auto& [index, present] = at->second;
    const bool newer = is_newer(entry, *present);
    leave_out(
        newer ? present->line : entry.line, "UID",
        fmt::format("the same event stands in line {} too, and counts there", newer ? entry.line : present->line));
    if (!newer) continue;
    plan.items[index] = {entry.line, std::move(details)};
    present = &entry;
  }
  std::ranges::stable_sort(plan.warnings, {}, &calendar::Warning::line);
  return plan;
}

}  // namespace mur::exchange
