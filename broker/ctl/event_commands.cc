// murctl event list|show|cancel; add, import and merge stand in files of their own
#include <fmt/format.h>

#include "broker/ctl/agenda.h"
#include "broker/ctl/commands.h"
#include "broker/ctl/dates.h"
#include "broker/ctl/find_id.h"
#include "broker/ctl/record_text.h"
#include "broker/ctl/words.h"
#include "shared/calendar/occurrence.h"
#include "shared/domain/merged.h"
#include "shared/exchange/extras.h"

namespace mur::ctl {
namespace {

struct ListOptions {
  std::string organization;
  std::string from;
  std::string to;
};

void describe_list(CLI::App& command, ListOptions& options) {
  command.add_option("--organization", options.organization, "Only of this one")->option_text("NAME");
  command.add_option("--from", options.from, "From when on (default: today)")->option_text("TIME");
  command.add_option("--to", options.to, "Until when (default: 31 days later)")->option_text("TIME");
}

Result<calendar::Window> window_of(const ListOptions& options, const calendar::Zone& zone, TimePoint now) {
  const auto today = std::chrono::floor<std::chrono::days>(zone.to_local(std::chrono::floor<Seconds>(now)));
  calendar::Window window{.from = zone.to_sys(today)};
  if (!options.from.empty()) {
    const Result<TimePoint> from = parse_moment("--from", options.from, zone);
    if (!from) return fail(from.error());
    window.from = std::chrono::floor<Seconds>(*from);
  }
  constexpr std::chrono::days kShown{31};
  window.to = window.from + kShown;
  if (!options.to.empty()) {
    const Result<TimePoint> to = parse_moment("--to", options.to, zone);
    if (!to) return fail(to.error());
    window.to = std::chrono::floor<Seconds>(*to);
  }
  if (window.to <= window.from) return fail(Errc::invalid, "--to", "--to must come after --from");
  return window;
}

/// What happened to it, in a word.
std::string state_text(const Event& event, const Wall& wall) {
  if (is_merged_away(wall, event)) return "merged";
  if (event.moderation.status != PostStatus::published) return in_words(event.moderation.status);
  if (event.details.status == calendar::EventStatus::cancelled) return "cancelled";
  if (event.details.full) return "full";
  return in_words(event.moderation.status);
}

Status list(Context& context, const ListOptions& options) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Wall& wall = (*client)->wall();
  const calendar::Zone zone = context.zone();
  const Result<calendar::Window> window = window_of(options, zone, (*client)->now());
  if (!window) return fail(window.error());
  OrganizationId organization;
  if (!options.organization.empty()) {
    const Result<OrganizationId> found = find_organization(wall, options.organization);
    if (!found) return fail(found.error());
    organization = *found;
  }
  const Agenda agenda = agenda_of(wall, zone, *window, organization);
  using Kind = Table::Column::Kind;
  Table table({{"WHEN"},
               {"TITLE", Kind::long_text},
               {"ORGANIZATION", Kind::long_text},
               {"PLACE", Kind::long_text},
               {"STATE"},
               {"ID"}});
  for (const AgendaLine& line : agenda.lines) {
    const Event& event = *line.event;
    const calendar::Occurrence& occurrence = line.occurrence;
    table.add({span_text(occurrence), event.details.title, organization_name(wall, event.organization),
               event.details.place.name, state_text(event, wall), short_id(event.id.uuid)},
              Json{{"start", iso(occurrence.start_at)},
                   {"end", iso(occurrence.end_at)},
                   {"all_day", occurrence.all_day},
                   {"instance", json_of(occurrence.key)},
                   {"id", to_string(event.id)},
                   {"title", event.details.title},
                   {"organization", organization_name(wall, event.organization)},
                   {"place", event.details.place.name},
                   {"cancelled", event.details.status == calendar::EventStatus::cancelled},
                   {"status", to_string(event.moderation.status)}});
  }
  for (const std::string& warning : agenda.warnings) context.warn(warning);
  context.show(table, "No event lies in this time.");
  return {};
}

/// `"Marche" by Cambouis (0190a6e0)`; empty where it was merged into none.
std::string merged_into_text(const Event& event, const Wall& wall) {
  const Event* into = event.merged_into ? wall.find(*event.merged_into) : nullptr;
  if (into == nullptr) return {};
  return fmt::format("\"{}\" by {} ({}){}", into->details.title, organization_name(wall, into->organization),
                     short_id(into->id.uuid), is_merged_away(wall, event) ? "" : "; shown beside it while they differ");
}

struct EventOptions {
  std::string id;
  std::string on;
};

Status show(Context& context, const EventOptions& options) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Wall& wall = (*client)->wall();
  const Result<RecordId> id = find_id(wall, options.id, {RecordKind::event});
  if (!id) return fail(id.error());
  const Event& event = *wall.find(EventId{id->uuid});
  const EventDetails& details = event.details;
  const calendar::Zone zone = context.zone();

  std::string text = details.title;
  const auto row = [&text](const char* name, const std::string& value) {
    if (!value.empty()) text += fmt::format("\n  {:<13}{}", name, value);
  };
  row("from", organization_name(wall, event.organization));
  for (const OrganizationId other : co_organizers(event, merged_with(wall, event)))
    row("with", organization_name(wall, other));
  row("merged into", merged_into_text(event, wall));
  row("starts", when_text(details.timing.start, zone));
  if (details.timing.end) row("ends", when_text(*details.timing.end, zone));
  for (const std::string& rule : details.timing.rules) row("repeats", rule);
  if (const auto next = next_occurrence(details.timing, zone, (*client)->now())) row("next", span_text(*next));
  if (details.recurrence_id) row("instead of", when_text(*details.recurrence_id, zone));
  if (event.moved_from) row("moved from", when_text(*event.moved_from, zone));
  row("place", details.place.name);
  row("room", details.place.room);
  row("address", details.place.address);
  row("kind", details.kind == EventKind::programming ? "here" : "in town");
  row("access", exchange::extras::access_text(details.access));
  row("price", details.price.kind == PriceKind::free_of_charge      ? "free"
               : details.price.kind == PriceKind::pay_what_you_want ? "pay what you want"
                                                                    : details.price.text);
  row("organizer", details.organizer);
  row("page", details.url);
  row("picture", details.image_url);
  row("conference", details.conference_url);
  for (const std::string& link : details.links) row("link", link);
  row("state", state_text(event, wall));
  row("because", in_words(event.moderation.reason));
  for (const std::string& line : mark_lines(event.moderation.marks, public_texts(details))) row("look at", line);
  row("id", to_string(event.id));
  row("uid", details.uid);
  if (!details.summary.empty()) text += "\n\n" + details.summary;
  if (!details.description.empty()) text += "\n\n" + details.description;
  context.say(text, json_of(event, wall));
  return {};
}

/// The instance of a series that someone names by its day, or by its day and time.
Result<calendar::When> instance_on(const Event& event, const std::string& text, const calendar::Zone& zone) {
  const Result<calendar::When> on = parse_when("--on", text, zone);
  if (!on) return fail(on.error());
  const auto day = std::chrono::floor<std::chrono::days>(on->local);
  const calendar::Window window{.from = zone.to_sys(day), .to = zone.to_sys(day + std::chrono::days{1})};
  const auto expansion =
      calendar::expand(event.details.timing, zone, window, limits::kOccurrences, limits::kExpansionSteps);
  if (!expansion) return fail(expansion.error());
  std::vector<calendar::When> found;
  std::string starts;
  for (const calendar::Occurrence& occurrence : expansion->occurrences) {
    const bool meant = is_date(*on) ? occurrence.start >= day : occurrence.start == on->local;
    if (!meant) continue;
    found.push_back(occurrence.key);
    starts += "\n  " + moment_text(occurrence.start);
  }
  if (found.size() == 1) return found.front();
  if (found.empty())
    return fail(Errc::not_found, "--on",
                fmt::format("\"{}\" does not take place on {}; see `murctl event list`", event.details.title,
                            day_text(on->local)));
  return fail(Errc::conflict, "--on", fmt::format("it takes place several times that day; give one of:{}", starts));
}

Status cancel(Context& context, const EventOptions& options) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Wall& wall = (*client)->wall();
  const Result<RecordId> id = find_id(wall, options.id, {RecordKind::event});
  if (!id) return fail(id.error());
  const Event& event = *wall.find(EventId{id->uuid});
  CancelEvent command{.event = event.id};
  if (!options.on.empty()) {
    const Result<calendar::When> instance = instance_on(event, options.on, context.zone());
    if (!instance) return fail(instance.error());
    command.instance = *instance;
  }
  const std::string what = fmt::format("\"{}\" is cancelled{}", event.details.title,
                                       command.instance ? " on " + when_text(*command.instance, context.zone()) : "");
  return context.carry_out(std::move(command), what, Context::Ending::none);
}

void describe_id(CLI::App& command, EventOptions& options) {
  command.add_option("ID", options.id, "Which one")->required();
}

}  // namespace

void add_event_commands(CommandLine& line) {
  CLI::App& noun = line.noun("event", "The calendar: import, add, list, show, cancel, and what is told twice");
  add_event_import_command(line, noun);
  add_event_add_command(line, noun);
  line.command<ListOptions>(noun, "list", "Show what takes place when", describe_list, list);
  line.command<EventOptions>(noun, "show", "Show one event in full", describe_id, show);
  line.command<EventOptions>(
      noun, "cancel", "Cancel an event, or one date of a series",
      [](CLI::App& command, EventOptions& options) {
        describe_id(command, options);
        command.add_option("--on", options.on, "Only on this day: \"2026-03-21\"")->option_text("DATE");
      },
      cancel);
  add_event_merge_commands(line, noun);
}

}  // namespace mur::ctl
