// murctl calendar export
#include <fmt/format.h>

#include <ostream>

#include "broker/ctl/calendar_commands.h"
#include "broker/ctl/find_id.h"
#include "broker/ctl/words.h"
#include "broker/ctl/write_file.h"
#include "shared/exchange/export.h"

namespace mur::ctl {
namespace {

struct ExportOptions {
  std::string organization;
  std::string category;
  std::string kind;
  std::string event;
  std::filesystem::path output;
};

void describe_export(CLI::App& command, ExportOptions& options) {
  command.add_option("--organization", options.organization, "Only of this one")->option_text("NAME");
  command.add_option("--category", options.category, "Only events of this category, or with it as a #hashtag")
      ->option_text("WORD");
  command.add_option("--kind", options.kind, "Only what is here, or in-town")->option_text("KIND");
  command.add_option("--event", options.event, "Only this one; a series with all its dates")->option_text("ID");
  command.add_option("--output", options.output, "The file to write or to replace (default: standard output)")
      ->option_text("FILE");
}

Result<exchange::ExportFilter> filter_of(const ExportOptions& options, const Wall& wall) {
  exchange::ExportFilter filter{.organization = {}, .category = options.category, .kind = {}, .event = {}};
  if (!options.organization.empty()) {
    const Result<OrganizationId> organization = find_organization(wall, options.organization);
    if (!organization) return fail(organization.error());
    filter.organization = *organization;
  }
  if (!options.kind.empty()) {
    const Result<EventKind> kind = read_kind("--kind", options.kind);
    if (!kind) return fail(kind.error());
    filter.kind = *kind;
  }
  if (!options.event.empty()) {
    const Result<RecordId> event = find_id(wall, options.event, {RecordKind::event});
    if (!event) return fail(event.error());
    filter.event = EventId{event->uuid};
  }
  return filter;
}

Status export_events(Context& context, const ExportOptions& options) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Wall& wall = (*client)->wall();
  const Result<exchange::ExportFilter> filter = filter_of(options, wall);
  if (!filter) return fail(filter.error());
  const calendar::Calendar calendar = exchange::export_calendar(wall, *filter, (*client)->now());
  if (calendar.entries.empty() && filter->event)
    return fail(
        Errc::closed, "--event",
        fmt::format("{} is not among what the wall shows and the other options name; see `murctl event show {}`",
                    options.event, options.event));
  if (calendar.entries.empty()) context.warn("No event fits; the calendar is empty.");
  const std::string text = calendar::write(calendar);
  const std::size_t events = calendar.entries.size();
  if (!options.output.empty()) {
    if (Status written = write_public_file(options.output, text); !written) return written;
    context.say(fmt::format("{}: {}", options.output.string(), count(events, "event", "events")),
                Json{{"file", options.output.string()}, {"events", events}});
  } else if (context.json()) {
    context.say({}, Json{{"events", events}, {"calendar", text}});
  } else {
    context.out() << text;
  }
  return {};
}

}  // namespace

void add_calendar_export_command(CommandLine& line, CLI::App& calendars) {
  line.command<ExportOptions>(calendars, "export", "Write what the wall shows as a calendar that anyone may have",
                              describe_export, export_events);
}

}  // namespace mur::ctl
