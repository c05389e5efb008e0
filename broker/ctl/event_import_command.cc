// murctl event import
#include <fmt/format.h>

#include "broker/ctl/calendar_file.h"
#include "broker/ctl/calendar_import.h"
#include "broker/ctl/commands.h"
#include "broker/ctl/import_journal.h"
#include "broker/ctl/posting.h"
#include "broker/ctl/words.h"
#include "shared/base/text.h"
#include "shared/domain/limits.h"
#include "shared/exchange/import_plan.h"
#include "shared/protocol/codec.h"

namespace mur::ctl {
namespace {

struct ImportOptions {
  std::filesystem::path file;
  std::string organization;
  std::string category;
  std::string kind;
};

std::string summary(const std::string& name, const exchange::ImportPlan& plan, const ImportCounts& counts) {
  std::string text = fmt::format("{}: {}\n  {} added, {} changed, {} unchanged, {} waiting for review", name,
                                 count(plan.components, "component", "components"), counts.added, counts.changed,
                                 counts.unchanged, counts.waiting);
  const auto row = [&text](std::size_t number, const char* what) {
    if (number > 0) text += fmt::format("\n  {} {}", number, what);
  };
  row(plan.past + counts.past, "past and left out");
  row(plan.private_left, "private and left out");
  row(plan.other_category, "of another category and left out");
  row(plan.left_out, "left out, as the warnings say");
  row(counts.refused, "refused by the broker");
  return text;
}

Json json_of(const std::string& name, const exchange::ImportPlan& plan, const ImportCounts& counts) {
  return Json{{"file", name},
              {"components", plan.components},
              {"added", counts.added},
              {"changed", counts.changed},
              {"unchanged", counts.unchanged},
              {"waiting", counts.waiting},
              {"past", plan.past + counts.past},
              {"private", plan.private_left},
              {"other_category", plan.other_category},
              {"left_out", plan.left_out},
              {"refused", counts.refused},
              {"warnings", plan.warnings.size()}};
}

void warn(Context& context, const std::string& name, const calendar::Warning& warning) {
  context.warn(fmt::format("{}:{}: {}", name, warning.line, what_is_wrong(warning)),
               Json{{"file", name},
                    {"line", warning.line},
                    {"property", warning.property},
                    {"warning", warning.problem},
                    {"remedy", warning.remedy}});
}

Result<exchange::ImportOptions> plan_options_of(const ImportOptions& options) {
  exchange::ImportOptions plan{
      .size = [](const Event& event) { return protocol::check_size(protocol::encode_record(event)); },
      .category = options.category};
  if (!options.kind.empty()) {
    const Result<EventKind> kind = read_kind("--kind", options.kind);
    if (!kind) return fail(kind.error());
    plan.kind = *kind;
  }
  return plan;
}

Status import(Context& context, const ImportOptions& options) {
  const Result<exchange::ImportOptions> plan_options = plan_options_of(options);
  if (!plan_options) return fail(plan_options.error());
  const std::string name = options.file.filename().string();
  const Result<std::string> bytes = read_calendar_file(options.file);
  if (!bytes) return fail(bytes.error());
  Result<calendar::Reading> reading = calendar::read(*bytes, limits::kReadLimits);
  if (!reading) return fail(reading.error().code, name, reading.error().message);

  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Result<OrganizationId> organization = organization_for(**client, options.organization);
  if (!organization) return fail(organization.error());
  const Hub* hub = (*client)->wall().hub();
  const exchange::ImportPlan plan =
      plan_import(std::move(*reading), hub == nullptr ? Hub{} : *hub, context.zone(), (*client)->now(), *plan_options);
  for (const calendar::Warning& warning : plan.warnings) warn(context, name, warning);

  ImportJournal journal(context.globals().data / "imports");
  const Digest128 what = digest128({as_bytes(*bytes), organization->uuid.bytes, (*client)->key().public_key,
                                    as_bytes(options.category), as_bytes(options.kind)});
  const Result<ImportRun> run = journal.begin(what, (*client)->now(), context.random());
  if (!run) return fail(run.error());
  CalendarImport sending(**client, *organization, *run, context.random());
  const Result<ImportCounts> counts = sending.send_all(plan.items, [&](const ImportItem& item, const Error& error) {
    context.complain(Error{error.code, fmt::format("{}:{}", name, item.line), error.message});
  });
  if (!counts) return fail(counts.error());
  journal.end(what);
  context.say(summary(name, plan, *counts), json_of(name, plan, *counts));
  return {};
}

}  // namespace

void add_event_import_command(CommandLine& line, CLI::App& events) {
  line.command<ImportOptions>(
      events, "import", "Publish what a calendar file (.ics) holds; again after a change, or after an interruption",
      [](CLI::App& command, ImportOptions& options) {
        command.add_option("FILE", options.file, "The calendar")->required();
        command.add_option("--organization", options.organization, "Whose calendar (default: the key's)")
            ->option_text("NAME");
        command.add_option("--category", options.category, "Only events of this category, or with it as a #hashtag")
            ->option_text("WORD");
        command.add_option("--kind", options.kind, "here or in-town, for all of them (default: as each place says)")
            ->option_text("KIND");
      },
      import);
}

}  // namespace mur::ctl
