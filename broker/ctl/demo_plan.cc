#include "broker/ctl/demo_plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "shared/base/seal.h"
#include "shared/protocol/codec.h"

namespace mur::ctl {
namespace {

using std::chrono::days;
using std::chrono::local_days;
using std::chrono::local_seconds;
using std::chrono::weeks;
using std::chrono::year;
using Every = DemoFile::Every;

constexpr local_days kFirstMonday{year{1970} / 1 / 5};
/// Weekly events begin here, and monthly ones in its month.
constexpr local_days kAnchor{year{2026} / 1 / 5};
static_assert(std::chrono::weekday{kAnchor} == std::chrono::Monday);
/// As long as an offer without a contact lives.
constexpr int kOfferWeeks = 3;

/// A week, by its Monday.
struct Week {
  local_days monday;

  [[nodiscard]] Week next() const { return {monday + weeks{1}}; }
  /// "2026-W48" (ISO 8601).
  [[nodiscard]] std::string name() const {
    const local_days thursday = monday + days{3};
    const std::chrono::year_month_day date{thursday};
    const auto days_before = thursday - local_days{date.year() / 1 / 1};
    return fmt::format("{:04}-W{:02}", static_cast<int>(date.year()), days_before / weeks{1} + 1);
  }
  [[nodiscard]] local_seconds at(const WeekTime& time) const {
    return monday + (time.weekday - std::chrono::Monday) + time.time;
  }
};

class Planner {
 public:
  Planner(const DemoFile& demo, const Wall& wall, const calendar::Zone& hub, TimePoint now)
      : demo_{demo}, wall_{wall}, hub_{hub}, now_{hub.to_local(std::chrono::floor<Seconds>(now))} {
    const auto today = std::chrono::floor<days>(now_);
    this_week_ = {today - (std::chrono::weekday{today} - std::chrono::Monday)};
    period_ = (this_week_.monday - kFirstMonday) / weeks{kOfferWeeks};
  }

  std::vector<DemoStep> steps(RandomSource& random) {
    for (const auto& one : demo_.organizations) plan(one);
    for (const auto& one : demo_.events) plan(one);
    for (const auto& one : demo_.events) plan_merge(one);
    for (const auto& one : demo_.needs) plan(one);
    for (const auto& one : demo_.offers) plan(one, random);
    return std::move(steps_);
  }

  std::vector<DemoStep> approvals() {
    for (const auto& one : demo_.offers) {
      const Offer* offer = one.waits_for_review ? nullptr : living(one);
      if (offer == nullptr || offer->moderation.status != PostStatus::pending) continue;
      const RecordId post = record_id(offer->id);
      steps_.push_back({command_id("approve/" + to_string(offer->id)), "offer " + one.slug, Approve{post}});
    }
    return std::move(steps_);
  }

 private:
  [[nodiscard]] CommandId command_id(const std::string& name) const {
    return CommandId{derive_uuid(wall_.hub()->id.uuid, "demo/" + name)};
  }

  void plan(const DemoFile::Organization& one) {
    if (const Organization* present = wall_.organization_named(one.details.name)) {
      organizations_[one.slug] = present->id;
      return;
    }
    const CommandId id = command_id("organization/" + one.slug);
    organizations_[one.slug] = OrganizationId{derive_uuid(id.uuid, "organization")};
    steps_.push_back({id, "organization " + one.slug,
                      AddOrganization{.details = one.details, .trust = one.trust, .guarantor = one.guarantor}});
  }

  [[nodiscard]] calendar::When zoned(local_seconds local) const {
    return {.kind = calendar::When::Kind::zoned, .local = local, .zone = hub_.name()};
  }
  [[nodiscard]] calendar::Timing timing(const Week& week, const WeekTime& time) const {
    return {.start = zoned(week.at(time)), .end = zoned(week.at(time) + time.length)};
  }
  [[nodiscard]] static calendar::Timing whole_days(const Week& week, const WeekTime& time, int length) {
    const auto date = [](local_seconds day) {
      return calendar::When{.kind = calendar::When::Kind::date, .local = day, .zone = {}};
    };
    const local_seconds first = std::chrono::floor<days>(week.at(time));
    return {.start = date(first), .end = date(first + days{length})};
  }
  [[nodiscard]] calendar::Timing timing(const DemoFile::Event& event, const Week& week) const {
    if (event.days > 0) return whole_days(week, event.when, event.days);
    calendar::Timing timing = this->timing(week, event.when);
    if (event.every == Every::week) timing.rules = {"FREQ=WEEKLY"};
    if (event.every == Every::month) timing.rules = {fmt::format("FREQ=MONTHLY;BYDAY={}{}", event.nth, code(event))};
    return timing;
  }
  /// Its weekday, as rules say it (RFC 5545 § 3.3.10).
  [[nodiscard]] static std::string_view code(const DemoFile::Event& event) {
    constexpr std::array<std::string_view, 7> kCodes = {"SU", "MO", "TU", "WE", "TH", "FR", "SA"};
    return kCodes[event.when.weekday.c_encoding()];
  }
  [[nodiscard]] static std::string uid(const DemoFile::Event& event, const Week& week) {
    return event.every == Every::once ? fmt::format("demo-{}-{}", event.slug, week.name()) : "demo-" + event.slug;
  }
  [[nodiscard]] EventId id_of(const DemoFile::Event& event, const Week& week) const {
    EventDetails details;
    details.uid = uid(event, week);
    return event_id(organizations_.at(event.organization), details);
  }
  /// The weeks in which it has an event of its own.
  [[nodiscard]] std::vector<Week> weeks_of(const DemoFile::Event& event) const {
    if (event.every == Every::once) return {this_week_, this_week_.next()};
    if (event.every == Every::week) return {{kAnchor}};
    const std::chrono::year_month_day anchor{kAnchor};
    const local_days first{anchor.year() / anchor.month() / event.when.weekday[static_cast<unsigned>(event.nth)]};
    return {{first - (event.when.weekday - std::chrono::Monday)}};
  }

  void plan(const DemoFile::Event& one) {
    for (const Week& week : weeks_of(one)) plan(one, week);
  }

  void plan(const DemoFile::Event& one, const Week& week) {
    EventDetails details = one.details;
    details.uid = uid(one, week);
    details.timing = timing(one, week);
    const OrganizationId organization = organizations_.at(one.organization);
    const EventId id = id_of(one, week);
    events_.insert(id);
    const Event* present = wall_.find(id);
    const bool is_where_announced = present == nullptr || present->details.timing == details.timing;
    const std::string name = "event/" + details.uid;
    if (present == nullptr)
      steps_.push_back(
          {command_id(name), "event " + one.slug, PutEvent{.organization = organization, .details = details}});
    if (!one.moved_to || !is_where_announced) return;
    details.timing = timing(week, *one.moved_to);
    ++details.sequence;
    steps_.push_back({command_id(name + "/moved"), "event " + one.slug + " moved",
                      PutEvent{.organization = organization, .details = std::move(details)}});
  }

  /// Both are there, or about to be.
  void plan_merge(const DemoFile::Event& one) {
    if (one.merged_into.empty()) return;
    const auto& other = *std::ranges::find(demo_.events, one.merged_into, &DemoFile::Event::slug);
    for (const Week& week : weeks_of(one)) {
      const EventId id = id_of(one, week);
      const Event* present = wall_.find(id);
      if (present != nullptr && present->merged_into) continue;
      // What someone took off the wall is left alone.
      if (const Event* into = wall_.find(id_of(other, week)); into != nullptr && !is_on_wall(into->moderation))
        continue;
      steps_.push_back({command_id("merge/" + uid(one, week)), "event " + one.slug + " merged",
                        MergeEvents{.into = id_of(other, week), .event = id}});
    }
  }

  /// This week, unless all that has a day is over by now.
  [[nodiscard]] Week week_of(const DemoFile::Need& need) const {
    std::optional<local_seconds> last;
    for (const auto& when : need.when)
      if (when) last = std::max(last.value_or(local_seconds::min()), this_week_.at(*when) + when->length);
    return last && *last <= now_ ? this_week_.next() : this_week_;
  }

  void plan(const DemoFile::Need& one) {
    const bool stays = one.weekly || one.when.empty();
    const Week week = stays ? Week{kAnchor} : week_of(one);
    const CommandId id = command_id(stays ? "need/" + one.slug : fmt::format("need/{}/{}", one.slug, week.name()));
    if (wall_.find(NeedId{derive_uuid(id.uuid, "need")}) != nullptr) return;
    NeedDetails details = one.details;
    std::optional<local_seconds> last;
    for (std::size_t i = 0; i < one.when.size(); ++i) {
      if (!one.when[i]) continue;
      details.slots[i].when = timing(week, *one.when[i]);
      if (one.weekly) details.slots[i].when->rules = {"FREQ=WEEKLY"};
      last = std::max(last.value_or(local_seconds::min()), week.at(*one.when[i]) + one.when[i]->length);
    }
    // What has no day goes with what has one, or when its week ends; and comes again with the next one.
    if (std::ranges::any_of(one.when, [](const auto& when) { return !when; }))
      details.closes_at = hub_.to_sys(last.value_or(week.next().monday));
    const OrganizationId organization = organizations_.at(one.organization);
    details.event = event_of(one, week);
    steps_.push_back({id, "need " + one.slug, PutNeed{.organization = organization, .details = std::move(details)}});
    if (one.given > 0)
      steps_.push_back({command_id("count/" + one.slug), "count of " + one.slug,
                        CountTally{.need = NeedId{derive_uuid(id.uuid, "need")}, .given = one.given}});
  }

  [[nodiscard]] std::optional<EventId> event_of(const DemoFile::Need& need, const Week& week) const {
    const auto named = std::ranges::find(demo_.events, need.event, &DemoFile::Event::slug);
    if (named == demo_.events.end() || named->organization != need.organization) return std::nullopt;
    const EventId id = id_of(*named, week);
    if (!events_.contains(id)) return std::nullopt;
    return id;
  }

  [[nodiscard]] CommandId command_of(const DemoFile::Offer& one, std::int64_t period) const {
    return command_id(fmt::format("offer/{}/{}", one.slug, period));
  }

  /// Of this period or the one before: an offer outlives its period by one at most.
  [[nodiscard]] const Offer* living(const DemoFile::Offer& one) const {
    for (const std::int64_t period : {period_, period_ - 1}) {
      const Offer* offer = wall_.find(OfferId{derive_uuid(command_of(one, period).uuid, "offer")});
      if (offer != nullptr && offer->moderation.status != PostStatus::expired) return offer;
    }
    return nullptr;
  }

  void plan(const DemoFile::Offer& one, RandomSource& random) {
    if (living(one) != nullptr) return;
    PutOffer command{.details = one.details};
    command.details.language = wall_.hub()->languages.empty() ? "fr" : wall_.hub()->languages.front();
    command.sealed_ticket = seal(wall_.hub()->seal_key, protocol::encode_ticket(make_ticket(random)));
    steps_.push_back({command_of(one, period_), "offer " + one.slug, std::move(command)});
  }

  const DemoFile& demo_;
  const Wall& wall_;
  const calendar::Zone& hub_;
  local_seconds now_;
  Week this_week_{};
  std::int64_t period_ = 0;
  std::map<std::string, OrganizationId> organizations_;  // by slug
  std::set<EventId> events_;                             // there, or about to be
  std::vector<DemoStep> steps_;
};

}  // namespace

std::vector<DemoStep> plan_demo(const DemoFile& demo, const Wall& wall, const calendar::Zone& hub, TimePoint now,
                                RandomSource& random) {
  return Planner(demo, wall, hub, now).steps(random);
}

std::vector<DemoStep> plan_demo_approvals(const DemoFile& demo, const Wall& wall, const calendar::Zone& hub,
                                          TimePoint now) {
  return Planner(demo, wall, hub, now).approvals();
}

}  // namespace mur::ctl
