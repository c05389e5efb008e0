#include "broker/ctl/queue.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "broker/ctl/agenda.h"
#include "broker/ctl/dates.h"
#include "broker/ctl/record_text.h"
#include "shared/domain/repeats.h"
#include "shared/domain/waiting.h"

namespace mur::ctl {
namespace {

std::optional<TimePoint> begins_at(const calendar::Timing& timing, const calendar::Zone& hub, TimePoint now) {
  const auto next = next_occurrence(timing, hub, now);
  if (!next) return std::nullopt;
  return TimePoint{next->start_at};
}

std::optional<TimePoint> begins_at(const NeedDetails& need, const calendar::Zone& hub, TimePoint now) {
  std::optional<TimePoint> first = need.closes_at;
  for (const Slot& slot : need.slots)
    if (const auto start = slot.when ? begins_at(*slot.when, hub, now) : std::nullopt)
      if (!first || *start < *first) first = start;
  return first;
}

std::string timing_text(const calendar::Timing& timing, const calendar::Zone& hub) {
  std::string text = when_text(timing.start, hub);
  if (timing.end) text += " – " + when_text(*timing.end, hub);
  for (const std::string& rule : timing.rules) text += ", " + rule;
  if (!timing.exception_rules.empty() || !timing.extra_dates.empty() || !timing.exception_dates.empty())
    text += fmt::format(", {} more and {} fewer dates", timing.extra_dates.size(),
                        timing.exception_dates.size() + timing.exception_rules.size());
  return text;
}

std::string slots_text(const std::vector<Slot>& slots, const calendar::Zone& hub) {
  std::string text;
  for (const Slot& slot : slots)
    text += fmt::format("{}{} × {}{}", text.empty() ? "" : "; ", slot.wanted, slot.role,
                        slot.when ? " " + when_text(slot.when->start, hub) : "");
  return text;
}

void compare(std::vector<Waiting::Difference>& changes, const char* field, const std::string& before,
             const std::string& after) {
  if (before != after) changes.push_back({field, before, after});
}

std::vector<Waiting::Difference> differences(const EventDetails& before, const EventDetails& after,
                                             const calendar::Zone& hub) {
  std::vector<Waiting::Difference> changes;
  compare(changes, "title", before.title, after.title);
  compare(changes, "summary", before.summary, after.summary);
  compare(changes, "description", before.description, after.description);
  compare(changes, "when", timing_text(before.timing, hub), timing_text(after.timing, hub));
  compare(changes, "place", before.place.name, after.place.name);
  compare(changes, "url", before.url, after.url);
  return changes;
}

std::vector<Waiting::Difference> differences(const NeedDetails& before, const NeedDetails& after,
                                             const calendar::Zone& hub) {
  std::vector<Waiting::Difference> changes;
  compare(changes, "title", before.title, after.title);
  compare(changes, "easy line", before.easy_line, after.easy_line);
  compare(changes, "description", before.description, after.description);
  compare(changes, "slots", slots_text(before.slots, hub), slots_text(after.slots, hub));
  return changes;
}

/// The post's organization and dates.
void fill(Waiting& waiting, const Record& post, const calendar::Zone& hub, TimePoint now) {
  if (const auto* event = std::get_if<Event>(&post)) {
    waiting.organization = event->organization;
    waiting.lost_at = begins_at(event->details.timing, hub, now);
  } else if (const auto* need = std::get_if<Need>(&post)) {
    waiting.organization = need->organization;
    waiting.lost_at = begins_at(need->details, hub, now);
  }
}

Waiting::For what_waits(const Moderation& moderation) {
  if (moderation.appeal_waits) return Waiting::For::appeal;
  if (is_hidden_for_now(moderation)) return Waiting::For::hidden;
  return is_on_wall(moderation) ? Waiting::For::report : Waiting::For::post;
}

/// Since when a moderator could have looked.
TimePoint since(const Waiting& waiting) {
  switch (waiting.what) {
    case Waiting::For::report: return waiting.reports.front().made_at;
    case Waiting::For::hidden: return waiting.moderation.decided_at;
    case Waiting::For::appeal: return waiting.moderation.appealed_at;
    case Waiting::For::post:
    case Waiting::For::change: break;
  }
  return waiting.moderation.submitted_at;
}

/// Open reports by post, the oldest first.
std::map<RecordId, std::vector<Report>> open_reports(const Wall& wall) {
  std::map<RecordId, std::vector<Report>> reports;
  wall.each<Report>([&reports](const Report& report) {
    if (report.status == ReportStatus::open) reports[report.post].push_back(report);
  });
  for (auto& [post, all] : reports) std::ranges::sort(all, {}, &Report::made_at);
  return reports;
}

void add_notes(Waiting& waiting, const Wall& wall) {
  if (const StaffNotes* notes = wall.find(staff_notes_id(waiting.post))) waiting.notes = notes->notes;
}

}  // namespace

const char* to_string(Waiting::For what) {
  switch (what) {
    case Waiting::For::report: return "report";
    case Waiting::For::hidden: return "hidden";
    case Waiting::For::appeal: return "appeal";
    case Waiting::For::post: return "post";
    case Waiting::For::change: return "change";
  }
  return "unknown";
}

std::vector<std::string> looked_at(const Waiting& waiting) {
  constexpr std::size_t kShown = 6;  // lines; a text full of links says no more with the seventh
  std::vector<std::string> lines = mark_lines(waiting.marks, waiting.texts);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (waiting.marks[i].kind != screening::MarkKind::repeat || waiting.repeats.empty()) continue;
    lines[i] +=
        fmt::format(" of {} {}", to_string(waiting.repeats.front().kind), short_id(waiting.repeats.front().uuid));
    if (waiting.repeats.size() > 1) lines[i] += fmt::format(" and {} more", waiting.repeats.size() - 1);
  }
  if (lines.size() > kShown) {
    const std::size_t more = lines.size() - kShown;
    lines.resize(kShown);
    lines.push_back(fmt::format("… and {} more", more));
  }
  return lines;
}

std::vector<Waiting> queue_of(const Wall& wall, const calendar::Zone& hub, TimePoint now) {
  std::vector<Waiting> queue;
  const auto reports = open_reports(wall);
  const std::set<RecordId> reported = reported_posts(wall);
  const Policy policy = wall.hub() == nullptr ? Policy{} : wall.hub()->policy;
  for (const auto& [id, stamped] : wall.records()) {
    const Record& record = stamped.record;
    const bool to_read = waits_for_review(wall, record, now);
    if (const Moderation* moderation = moderation_of(record);
        moderation != nullptr && (to_read || waits_for_a_word(record, reported))) {
      Waiting waiting{.post = id,
                      .what = what_waits(*moderation),
                      .title = title_of(record),
                      .marks = moderation->marks,
                      .texts = public_texts(record)};
      if (std::ranges::find(waiting.marks, screening::MarkKind::repeat, &screening::Mark::kind) != waiting.marks.end())
        waiting.repeats = repeats_of(wall, record, now);
      if (const auto found = reports.find(id); found != reports.end()) waiting.reports = found->second;
      waiting.moderation = *moderation;
      waiting.appeal = moderation->appeal;
      waiting.since = since(waiting);
      waiting.late = to_read && is_late(policy, waiting.since, now);
      fill(waiting, record, hub, now);
      add_notes(waiting, wall);
      queue.push_back(std::move(waiting));
    }
    const auto* revision = std::get_if<Revision>(&record);
    if (revision == nullptr || !to_read) continue;
    const StampedRecord* post = wall.find(revision->post);
    Waiting waiting{.post = revision->post,
                    .what = Waiting::For::change,
                    .title = title_of(post->record),
                    .since = revision->submitted_at,
                    .marks = revision->marks,
                    .texts = public_texts(record)};
    waiting.moderation = *moderation_of(post->record);
    waiting.late = is_late(policy, waiting.since, now);
    fill(waiting, post->record, hub, now);
    add_notes(waiting, wall);
    if (const auto* event = std::get_if<Event>(&post->record))
      if (const auto* proposed = std::get_if<EventDetails>(&revision->proposed))
        waiting.changes = differences(event->details, *proposed, hub);
    if (const auto* need = std::get_if<Need>(&post->record))
      if (const auto* proposed = std::get_if<NeedDetails>(&revision->proposed))
        waiting.changes = differences(need->details, *proposed, hub);
    queue.push_back(std::move(waiting));
  }
  std::ranges::stable_sort(queue, [](const Waiting& a, const Waiting& b) {
    const TimePoint never = TimePoint::max();
    const auto order = [never](const Waiting& one) {
      return std::tuple{std::min(one.what, Waiting::For::post), one.lost_at.value_or(never), one.since};
    };
    return order(a) < order(b);
  });
  return queue;
}

}  // namespace mur::ctl
