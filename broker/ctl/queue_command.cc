// murctl queue
#include <fmt/format.h>

#include <algorithm>

#include "broker/ctl/commands.h"
#include "broker/ctl/dates.h"
#include "broker/ctl/plain.h"
#include "broker/ctl/queue.h"
#include "broker/ctl/record_text.h"
#include "broker/ctl/words.h"

namespace mur::ctl {
namespace {

Json json_of(const Waiting& waiting, const Wall& wall) {
  Json object{{"id", to_string(waiting.post.uuid)},
              {"kind", to_string(waiting.post.kind)},
              {"waits", to_string(waiting.what)},
              {"title", waiting.title}};
  if (!waiting.organization.is_nil()) object["organization"] = organization_name(wall, waiting.organization);
  if (waiting.lost_at) object["begins_at"] = iso(*waiting.lost_at);
  object["since"] = iso(waiting.since);
  object["marks"] = ctl::json_of(waiting.marks, waiting.texts);
  if (!waiting.repeats.empty()) {
    object["repeats"] = Json::array();
    for (const RecordId& post : waiting.repeats) object["repeats"].push_back(to_string(post.uuid));
  }
  object["late"] = waiting.late;
  if (waiting.what < Waiting::For::post) object["status"] = to_string(waiting.moderation.status);
  if (waiting.moderation.reason != Reason::none) object["reason"] = to_string(waiting.moderation.reason);
  if (waiting.what == Waiting::For::hidden) object["hidden_by"] = to_string(waiting.moderation.decided_by);
  if (!waiting.appeal.empty()) object["appeal"] = waiting.appeal;
  object["reports"] = Json::array();
  for (const Report& report : waiting.reports)
    object["reports"].push_back(
        Json{{"id", to_string(report.id)}, {"reason", to_string(report.reason)}, {"made_at", iso(report.made_at)}});
  object["notes"] = Json::array();
  for (const StaffNote& note : waiting.notes)
    object["notes"].push_back(Json{{"at", iso(note.at)}, {"author", note.author}, {"text", note.text}});
  object["changes"] = Json::array();
  for (const Waiting::Difference& change : waiting.changes)
    object["changes"].push_back(Json{{"field", change.field}, {"before", change.before}, {"after", change.after}});
  return object;
}

/// "3 people: wrong or out of date (2), dangerous"
std::string reports_text(const std::vector<Report>& reports) {
  std::string text;
  for (auto value = static_cast<unsigned>(ReportReason::wrong); value <= static_cast<unsigned>(ReportReason::other);
       ++value) {
    const auto reason = static_cast<ReportReason>(value);
    const auto many = std::ranges::count(reports, reason, &Report::reason);
    if (many == 0) continue;
    text += (text.empty() ? "" : ", ") + in_words(reason) + (many == 1 ? "" : fmt::format(" ({})", many));
  }
  return fmt::format("reported by {}: {}", count(reports.size(), "person", "people"), text);
}

/// Why it is not on the wall, where that is to be looked at.
std::string hidden_text(const Waiting& waiting) {
  const Moderation& moderation = waiting.moderation;
  const std::string why =
      moderation.note.empty() ? in_words(moderation.reason) : in_words(moderation.reason) + ": " + moderation.note;
  if (moderation.reason == Reason::reported) return "hidden by reports";
  if (is_hidden_for_now(moderation)) return "hidden by who was on duty: " + why;
  return fmt::format("{}: {}", in_words(moderation.status), why);
}

std::vector<std::string> notes_of(const Waiting& waiting, const calendar::Zone& zone) {
  constexpr std::size_t kShown = 60;
  std::vector<std::string> notes;
  if (waiting.late) notes.push_back("late: the hub has promised to have read it by now");
  if (!waiting.reports.empty()) notes.push_back(reports_text(waiting.reports));
  if (waiting.what == Waiting::For::hidden || waiting.what == Waiting::For::appeal)
    notes.push_back(hidden_text(waiting));
  if (waiting.what == Waiting::For::appeal) notes.push_back("its author answers: " + plain(waiting.appeal));
  for (const Waiting::Difference& change : waiting.changes)
    notes.push_back(fmt::format("{}: \"{}\" becomes \"{}\"", change.field, fit(plain(change.before), kShown),
                                fit(plain(change.after), kShown)));
  for (const std::string& line : looked_at(waiting)) notes.push_back("look at: " + line);
  for (const StaffNote& note : waiting.notes)
    notes.push_back(fmt::format("note of {}, {}: {}", note.author, moment_text(note.at, zone), plain(note.text)));
  return notes;
}

Status show_queue(Context& context) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Wall& wall = (*client)->wall();
  const calendar::Zone zone = context.zone();
  using Kind = Table::Column::Kind;
  Table table(
      {{"ID"}, {"KIND"}, {"WAITS"}, {"TITLE", Kind::long_text}, {"FROM", Kind::long_text}, {"BEGINS"}, {"SINCE"}});
  for (const Waiting& waiting : queue_of(wall, zone, (*client)->now())) {
    const bool of_visitor = waiting.post.kind == RecordKind::offer || waiting.post.kind == RecordKind::story;
    table.add({short_id(waiting.post.uuid), to_string(waiting.post.kind), to_string(waiting.what), waiting.title,
               of_visitor ? "a visitor" : organization_name(wall, waiting.organization),
               waiting.lost_at ? moment_text(*waiting.lost_at, zone) : "", moment_text(waiting.since, zone)},
              json_of(waiting, wall), notes_of(waiting, zone));
  }
  context.show(table, "Nothing waits for review.");
  return {};
}

}  // namespace

void add_queue_command(CommandLine& line) {
  line.command(line.app(), "queue", "Show what waits for a moderator: reports first, then the most urgent", show_queue);
}

}  // namespace mur::ctl
