#include "shared/domain/same_time.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "shared/calendar/placing.h"

namespace mur {
namespace {

using calendar::Timing;
using calendar::When;

/// The zone whose clock a wall time follows from date to date.
const std::string& clock_of(const When& when, const calendar::Zone& hub) {
  static const std::string kUtc = "UTC";
  if (when.kind == When::Kind::utc) return kUtc;
  return when.kind == When::Kind::zoned ? when.zone : hub.name();
}

bool same_end(const Timing& a, const Timing& b, const calendar::Zone& hub) {
  const calendar::Placing placing(hub);
  const auto of_a = placing.occurrence(a.start, a.end);
  const auto of_b = placing.occurrence(b.start, b.end);
  if (!of_a || !of_b) return false;
  if (!is_date(a.start) && (!a.end || !b.end)) return true;
  return of_a->end_at == of_b->end_at;
}

/// The parts of a RECUR in an order of their own, without those that say what holds anyway (RFC 5545 § 3.3.10).
std::set<std::string> rule_parts(const std::string& rule) {
  std::set<std::string> parts;
  for (std::size_t from = 0; from < rule.size();) {
    const std::size_t to = std::min(rule.find(';', from), rule.size());
    std::string part = rule.substr(from, to - from);
    std::ranges::transform(part, part.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    if (!part.empty() && part != "INTERVAL=1" && part != "WKST=MO") parts.insert(std::move(part));
    from = to + 1;
  }
  return parts;
}

std::set<std::set<std::string>> rule_set(const std::vector<std::string>& rules) {
  std::set<std::set<std::string>> set;
  for (const std::string& rule : rules) set.insert(rule_parts(rule));
  return set;
}

using Instants = std::set<std::chrono::sys_seconds>;

/// Nothing where a date can't be placed: such lists are never the same.
std::optional<Instants> instants(const std::vector<When>& dates, const calendar::Placing& placing) {
  Instants all;
  for (const When& date : dates) {
    const auto at = placing.instant(date);
    if (!at) return std::nullopt;
    all.insert(*at);
  }
  return all;
}

std::vector<When> starts(const std::vector<calendar::ExtraDate>& dates) {
  std::vector<When> all;
  for (const calendar::ExtraDate& date : dates) all.push_back(date.start);
  return all;
}

bool same_dates(const Timing& a, const Timing& b, const calendar::Zone& hub) {
  if (rule_set(a.rules) != rule_set(b.rules) || rule_set(a.exception_rules) != rule_set(b.exception_rules))
    return false;
  const calendar::Placing placing(hub);
  const auto more_a = instants(starts(a.extra_dates), placing);
  const auto fewer_a = instants(a.exception_dates, placing);
  return more_a && fewer_a && more_a == instants(starts(b.extra_dates), placing) &&
         fewer_a == instants(b.exception_dates, placing);
}

}  // namespace

bool same_instant(const When& a, const When& b, const calendar::Zone& hub) {
  if (is_date(a) != is_date(b)) return false;
  if (is_date(a)) return a.local == b.local;
  const calendar::Placing placing(hub);
  const auto at_a = placing.instant(a);
  const auto at_b = placing.instant(b);
  return at_a && at_b ? *at_a == *at_b : a == b;
}

std::optional<TimeDifference> time_difference(const Timing& a, const Timing& b, const calendar::Zone& hub) {
  if (!same_instant(a.start, b.start, hub)) return TimeDifference::start;
  if (!same_end(a, b, hub)) return TimeDifference::end;
  if (!repeats(a) && !repeats(b)) return std::nullopt;
  if (!is_date(a.start) && clock_of(a.start, hub) != clock_of(b.start, hub)) return TimeDifference::rule;
  if (!same_dates(a, b, hub)) return TimeDifference::rule;
  return std::nullopt;
}

}  // namespace mur
