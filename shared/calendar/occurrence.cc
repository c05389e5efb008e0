#include "shared/calendar/occurrence.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <queue>
#include <utility>

#include "shared/calendar/each_occurrence.h"
#include "shared/calendar/rule_stream.h"

namespace mur::calendar {
namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::local_seconds;
using std::chrono::seconds;
using std::chrono::sys_seconds;

/// One RRULE or EXRULE.
struct Running {
  RuleStream stream;
  std::optional<When> until;
  const std::string* text;
};

/// Rules with their next instances in sight, the earliest on top; those that have ended are not. However many rules
/// there are, an instance costs little.
struct Merged {
  using Ahead = std::pair<local_seconds, std::size_t>;  // the next instance, and whose
  std::vector<Running> rules;
  std::priority_queue<Ahead, std::vector<Ahead>, std::greater<>> ahead;
};

/// Expands one Timing; made for one call.
class Expander {
 public:
  Expander(const Timing& timing, const Placing& placing, Zone zone, const Occurrence& first, const Window& window,
           StepBudget& budget)
      : timing_{timing}, placing_{placing}, zone_{std::move(zone)}, window_{window}, budget_{budget}, first_{first} {
    for (const When& exception : timing.exception_dates) {
      // An EXDATE that is a date takes out whatever starts on that day, as the people who write them mean it.
      if (first.all_day || is_date(exception)) {
        excepted_days_.push_back(floor<days>(exception.local));
      } else if (const Result<sys_seconds> instant = placing_.instant(exception)) {
        excepted_instants_.push_back(*instant);
      }
    }
    std::ranges::sort(excepted_days_);
    std::ranges::sort(excepted_instants_);
  }

  Status run(const TakeOccurrence& take) {
    if (Status ready = start_rules(); !ready) return ready;
    // A PERIOD says how long its instance is, also where a rule gives the same start (RFC 5545 § 3.8.5.2).
    for (const ExtraDate& extra : timing_.extra_dates)
      if (extra.end)
        if (Status added = add(take, extra.start, extra.end); !added) return added;
    if (Status given = add_rule_dates(take); !given) return given;
    for (const ExtraDate& extra : timing_.extra_dates)
      if (!extra.end)
        if (Status added = add(take, extra.start, std::nullopt); !added) return added;
    return {};
  }

 private:
  Status start_rules() {
    // An instance of a day before the window may still touch it; and zones move wall time by less than a day.
    const days margin{1};
    const seconds longest = std::max<seconds>(first_.end_at - first_.start_at, first_.end - first_.start);
    const local_seconds from = zone_.to_local(window_.from) - longest - margin;
    const local_seconds last = zone_.to_local(window_.to) + margin;
    for (const auto& [texts, running] :
         {std::pair{&timing_.rules, &rules_}, std::pair{&timing_.exception_rules, &exceptions_}}) {
      for (const std::string& text : *texts) {
        Result<Rule> rule = parse_rule(text);
        if (!rule) return fail(rule.error());
        const std::optional<When> until = rule->until;
        RuleStream stream(*std::move(rule), timing_.start.local, last);
        stream.skip_to(from);
        running->rules.push_back({.stream = std::move(stream), .until = until, .text = &text});
        if (Status moved = advance(*running, running->rules.size() - 1); !moved) return moved;
      }
    }
    return {};
  }

  /// Brings the next instance of one of the rules in sight.
  Status advance(Merged& merged, std::size_t which) {
    Running& rule = merged.rules[which];
    const std::optional<local_seconds> next = rule.stream.next(budget_);
    if (budget_.exhausted())
      return fail(
          Errc::too_large, "rule",
          fmt::format("rule \"{}\" takes too long to work out; give it an UNTIL or a simpler form", *rule.text));
    if (next && !(rule.until && is_past(*next, *rule.until))) merged.ahead.emplace(*next, which);
    return {};
  }

  /// Passes over the instance on top.
  Status pass(Merged& merged) {
    const std::size_t which = merged.ahead.top().second;
    merged.ahead.pop();
    return advance(merged, which);
  }

  [[nodiscard]] bool is_past(local_seconds instance, const When& until) const {
    if (is_date(timing_.start)) return floor<days>(instance) > floor<days>(until.local);
    // A DATE for a rule of times is against RFC 5545 § 3.3.10; dateutil and ical.js read it as that day's midnight.
    if (until.kind != When::Kind::utc) return instance > until.local;
    return zone_.to_sys(instance) > sys_seconds{until.local.time_since_epoch()};
  }

  Status add_rule_dates(const TakeOccurrence& take) {
    if (timing_.rules.empty()) return add(take, timing_.start, std::nullopt);
    while (!ended_ && !rules_.ahead.empty()) {
      const local_seconds earliest = rules_.ahead.top().first;
      while (!rules_.ahead.empty() && rules_.ahead.top().first == earliest)
        if (Status passed = pass(rules_); !passed) return passed;
      const Result<bool> taken_out = is_excepted(earliest);
      if (!taken_out) return fail(taken_out.error());
      if (*taken_out) continue;
      When key = timing_.start;
      key.local = earliest;
      if (Status added = add(take, key, std::nullopt); !added) return added;
    }
    return {};
  }

  Result<bool> is_excepted(local_seconds instance) {
    while (!exceptions_.ahead.empty() && exceptions_.ahead.top().first < instance)
      if (Status passed = pass(exceptions_); !passed) return fail(passed.error());
    return !exceptions_.ahead.empty() && exceptions_.ahead.top().first == instance;
  }

  /// Hands on the instance if it touches the window and no EXDATE takes it out; `end` where it has its own.
  Status add(const TakeOccurrence& take, const When& key, const std::optional<When>& end) {
    Result<Occurrence> made = end ? placing_.occurrence(key, end) : placing_.repeated(key, timing_, first_);
    if (!made) return fail(made.error());
    if (touches(*made, window_) && !has_exception_date(*made)) ended_ = !take(*std::move(made)) || ended_;
    return {};
  }

  [[nodiscard]] bool has_exception_date(const Occurrence& made) const {
    return std::ranges::binary_search(excepted_days_, floor<days>(made.key.local)) ||
           (!made.all_day && std::ranges::binary_search(excepted_instants_, made.start_at));
  }

  const Timing& timing_;
  const Placing& placing_;
  Zone zone_;
  Window window_;
  StepBudget& budget_;
  const Occurrence& first_;
  std::vector<std::chrono::local_days> excepted_days_;
  std::vector<sys_seconds> excepted_instants_;
  Merged rules_;
  Merged exceptions_;
  bool ended_ = false;  ///< enough of the rules' dates
};

}  // namespace

Status each_occurrence(const Timing& timing, const Placing& placing, const Window& window, StepBudget& budget,
                       const TakeOccurrence& take) {
  Result<Zone> zone = placing.zone_of(timing.start);
  if (!zone) return fail(zone.error());
  const Result<Occurrence> first = placing.occurrence(timing.start, timing.end);
  if (!first) return fail(first.error());
  return Expander(timing, placing, *std::move(zone), *first, window, budget).run(take);
}

Result<Expansion> expand(const Timing& timing, const Zone& hub, const Window& window, std::size_t most,
                         std::size_t step_budget) {
  const Placing placing(hub);
  StepBudget budget(step_budget);
  Expansion expansion;
  auto& all = expansion.occurrences;
  const std::size_t enough = most + timing.extra_dates.size();
  Status expanded = each_occurrence(timing, placing, window, budget, [&](Occurrence occurrence) {
    all.push_back(std::move(occurrence));
    return all.size() <= enough;
  });
  if (!expanded) return fail(expanded.error());
  std::ranges::stable_sort(all, {}, &Occurrence::start_at);
  all.erase(std::ranges::unique(all, {}, &Occurrence::start_at).begin(), all.end());
  expansion.cut = all.size() > most;
  if (expansion.cut) all.resize(most);
  expansion.steps = step_budget - budget.left();
  return expansion;
}

}  // namespace mur::calendar
