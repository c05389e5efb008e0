#include "shared/calendar/file_expansion.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <tuple>
#include <unordered_map>

#include "shared/calendar/each_occurrence.h"
#include "shared/calendar/overrides.h"

namespace mur::calendar {
namespace {

using std::chrono::sys_seconds;

/// The entries of one UID, by their index.
struct Series {
  std::optional<std::uint32_t> master;
  std::vector<std::uint32_t> overrides;
};

class FileExpander {
 public:
  FileExpander(std::span<const Entry> entries, const Zone& zone, const Window& window, const FileBudget& budget)
      : entries_{entries}, placing_{zone}, window_{window}, budget_{budget}, steps_{budget.steps} {}

  Status add(const Series& series) {
    std::vector<Override> overrides;
    for (const std::uint32_t index : series.overrides) {
      const Entry& entry = entries_[index];
      overrides.push_back(
          {.instance = *entry.recurrence_id, .this_and_future = entry.this_and_future, .timing = entry.timing});
    }
    const Overriding overriding(overrides, placing_);
    for (const Instance& own : overriding.own())
      if (!keep(own.occurrence, std::nullopt, series.overrides[*own.changed_by], series))
        return over(series.overrides[*own.changed_by]);
    if (series.master) {
      const std::uint32_t master = *series.master;
      const auto take = [&](const Occurrence& occurrence) {
        const auto told = overriding.told(occurrence);
        if (!told) return true;
        const std::uint32_t by = told->changed_by ? series.overrides[*told->changed_by] : master;
        return keep(told->occurrence, occurrence.start_at, by, series);
      };
      const Status expanded =
          each_occurrence(entries_[master].timing, placing_, overriding.widened(window_), steps_, take);
      if (!expanded && expanded.error().code == Errc::too_large) return over(master);
      if (!expanded)
        return fail(expanded.error().code, line_of(master), line_of(master) + ": " + expanded.error().message);
      if (full_) return over(master);
    }
    settle_series();
    return {};
  }

  std::vector<FileOccurrence> take() {
    std::ranges::sort(done_, {}, [this](const FileOccurrence& one) {
      return std::tuple(one.start_at, one.end_at, std::string_view(entries_[one.entry].uid), one.entry);
    });
    return std::move(done_);
  }

 private:
  struct Made {
    FileOccurrence occurrence;
    std::optional<sys_seconds> instance;  ///< where the series has it; nothing: an override's own
  };

  /// `instance`: where the series has it; nothing for an override's own. False when there is no room for more.
  bool keep(const Occurrence& occurrence, std::optional<sys_seconds> instance, std::uint32_t entry,
            const Series& series) {
    if (occurrence.start_at < window_.from || occurrence.start_at >= window_.to) return true;
    if (done_.size() + made_.size() >= budget_.occurrences) {
      full_ = true;
      return false;
    }
    made_.push_back({.occurrence = {.entry = entry,
                                    .series = series.master.value_or(entry),
                                    .all_day = occurrence.all_day,
                                    .kind = kind_of(occurrence, entry),
                                    .start_at = occurrence.start_at,
                                    .end_at = occurrence.end_at},
                     .instance = instance});
    return true;
  }

  /// The kind of an instance of an RDATE is its own, that of an override its DTSTART's.
  [[nodiscard]] When::Kind kind_of(const Occurrence& occurrence, std::uint32_t entry) const {
    return entries_[entry].recurrence_id ? entries_[entry].timing.start.kind : occurrence.key.kind;
  }

  /// An RDATE that is an instance already is the same one. Overrides are each a different instance.
  void settle_series() {
    std::ranges::stable_sort(made_, {}, &Made::instance);
    const auto same = [](const Made& a, const Made& b) { return a.instance && a.instance == b.instance; };
    made_.erase(std::unique(made_.begin(), made_.end(), same), made_.end());
    for (const Made& one : made_) done_.push_back(one.occurrence);
    made_.clear();
  }

  [[nodiscard]] std::string line_of(std::uint32_t entry) const { return fmt::format("line {}", entries_[entry].line); }

  std::unexpected<Error> over(std::uint32_t entry) const {
    return fail(
        Errc::too_large, line_of(entry),
        full_ ? fmt::format("{}: with this event the file has more than {} dates; ask for a shorter time, or give "
                            "its rule an UNTIL or a COUNT",
                            line_of(entry), budget_.occurrences)
              : fmt::format("{}: the rules of the file up to this event take too long to work out; give them an "
                            "UNTIL or a simpler form",
                            line_of(entry)));
  }

  std::span<const Entry> entries_;
  Placing placing_;
  Window window_;
  FileBudget budget_;
  StepBudget steps_;
  std::vector<Made> made_;  ///< of the series that is being expanded
  std::vector<FileOccurrence> done_;
  bool full_ = false;
};

}  // namespace

Result<std::vector<FileOccurrence>> expand_file(std::span<const Entry> entries, const Zone& zone, const Window& window,
                                                const FileBudget& budget) {
  std::vector<Series> all;
  std::unordered_map<std::string_view, std::size_t> index;
  for (std::uint32_t i = 0; i < entries.size(); ++i) {
    const auto [known, is_new] = index.try_emplace(entries[i].uid, all.size());
    if (is_new) all.emplace_back();
    Series& series = all[known->second];
    if (entries[i].recurrence_id) {
      series.overrides.push_back(i);
    } else {
      series.master = i;
    }
  }
  FileExpander expander(entries, zone, window, budget);
  for (const Series& series : all)
    if (Status added = expander.add(series); !added) return fail(added.error());
  return expander.take();
}

}  // namespace mur::calendar
