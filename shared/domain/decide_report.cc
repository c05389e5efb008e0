// Reports: « Signaler un problème ». The table stands at ReportStatus.
#include <fmt/format.h>

#include <algorithm>

#include "shared/domain/check.h"
#include "shared/domain/limits.h"
#include "shared/domain/rules.h"
#include "shared/domain/scope.h"

namespace mur::rules {
namespace {

/// Offers, stories of nobody's and proposals: what no account stands behind.
bool is_visitors(const Record& post) { return owner_of(post).is_nil() && !std::holds_alternative<Notice>(post); }

std::vector<Report> open_reports(const Wall& wall, const RecordId& post) {
  std::vector<Report> open;
  wall.each<Report>([&](const Report& report) {
    if (report.post == post && report.status == ReportStatus::open) open.push_back(report);
  });
  return open;
}

/// Three people who saw the same thing in one minute count as one: each is counted only so long after the last.
bool are_enough_to_hide(std::vector<Report> open) {
  std::ranges::sort(open, {}, &Report::made_at);
  int counted = 0;
  TimePoint last{};
  for (const Report& report : open) {
    if (counted > 0 && report.made_at < last + limits::kReportsApart) continue;
    ++counted;
    last = report.made_at;
  }
  return counted >= limits::kReportsToHide;
}

Status check_room(const std::vector<Report>& open, PrincipalId source) {
  const auto of_source = std::ranges::count(open, source, &Report::source);
  if (open.size() < limits::kReportsPerPost && of_source < static_cast<std::ptrdiff_t>(limits::kReportsPerSource))
    return {};
  return fail(Errc::closed, "post", "it has been reported many times and is being looked at; ask at the desk");
}

}  // namespace

Result<Changes> put(const Ask& ask, const AddReport& command) {
  auto post = live_post(ask, command.post);
  if (!post) return fail(post.error());
  if (!is_on_wall(*moderation_of(*post)))
    return fail(Errc::closed, "post", "this post is not on the wall (any more); there is nothing to report");
  if (Status status = check_new_ticket(ask, "a report"); !status) return fail(status.error());
  std::vector<Report> open = open_reports(ask.wall, command.post);
  if (Status status = check_room(open, ask.actor.principal); !status) return fail(status.error());

  Report report{.id = report_made_by(ask.order.id),
                .post = command.post,
                .reason = command.reason,
                .source = ask.actor.principal,
                .made_at = ask.now};
  Changes changes = about(ask, record_id(report.id), to_string(command.reason));
  open.push_back(report);
  Moderation& moderation = *moderation_of(*post);
  if (is_visitors(*post) && moderation.kept_at == TimePoint{} && are_enough_to_hide(std::move(open))) {
    moderation.reason = Reason::reported;
    moderation.note.clear();
    set_status(moderation, PostStatus::hidden, ask.now);
    changes.records.push_back(*std::move(post));
  }
  changes.records.emplace_back(new_ticket(ask, record_id(report.id)));
  changes.records.emplace_back(std::move(report));
  return changes;
}

Result<Changes> put(const Ask& ask, const KeepPost& command) {
  auto post = live_post(ask, command.post);
  if (!post) return fail(post.error());
  if (Status status = check::text("note", command.note, limits::kReason); !status) return fail(status.error());
  Moderation& moderation = *moderation_of(*post);
  const bool comes_back = is_hidden_for_now(moderation);
  if (!comes_back && moderation.status != PostStatus::published)
    return fail(Errc::closed, "post",
                fmt::format("this post is {}; only what is on the wall, or hidden for now, can be kept",
                            to_string(moderation.status)));
  if (!comes_back && open_reports(ask.wall, command.post).empty()) return unchanged(command.post);
  Changes changes = about(ask, command.post, command.note);
  if (comes_back) {
    moderation.reason = Reason::none;
    moderation.note.clear();
    set_status(moderation, PostStatus::published, ask.now);
  }
  moderation.kept_at = ask.now;
  moderation.decided_by = ask.actor.role;
  settle_reports(ask, command.post, ReportStatus::kept, command.note, changes);
  changes.records.push_back(*std::move(post));
  return changes;
}

void settle_reports(const Ask& ask, const RecordId& post, ReportStatus status, const std::string& note,
                    Changes& changes) {
  ask.wall.each<Report>([&](const Report& report) {
    if (report.post != post || report.status == status) return;
    Report next = report;
    next.status = status;
    next.decided_at = ask.now;
    next.note = note;
    changes.records.emplace_back(std::move(next));
  });
}

}  // namespace mur::rules
