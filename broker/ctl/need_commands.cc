// murctl need add|list|close
#include <fmt/format.h>

#include "broker/ctl/commands.h"
#include "broker/ctl/dates.h"
#include "broker/ctl/find_id.h"
#include "broker/ctl/posting.h"
#include "broker/ctl/record_text.h"
#include "broker/ctl/slot_text.h"
#include "broker/ctl/texts.h"
#include "broker/ctl/words.h"

namespace mur::ctl {
namespace {

struct AddOptions {
  std::string organization;
  std::string kind = "time";
  std::string title;
  std::string easy_line;
  std::string description;
  std::string theme;
  std::vector<std::string> skills;
  std::string commitment;
  std::string event;
  std::string place;
  bool here = false;
  bool remote = false;
  bool no_experience = false;
  std::vector<std::string> slots;
  std::string closes;
};

void describe_add(CLI::App& command, AddOptions& options) {
  command.add_option("--organization", options.organization, "Whose need (default: the key's)")->option_text("NAME");
  command.add_option("--kind", options.kind, "time, skill or material")->capture_default_str();
  command.add_option("--title", options.title, "In a few words")->required();
  command.add_option("--easy-line", options.easy_line, "The same, easy to read");
  command.add_option("--description", options.description, "In full");
  command.add_option("--theme", options.theme, "What it is about");
  command.add_option("--skill", options.skills, "What one should know; may be repeated")->allow_extra_args(false);
  command.add_option("--commitment", options.commitment, "How much it takes, as in \"2 heures\"");
  command.add_option("--event", options.event, "The event it belongs to")->option_text("ID");
  command.add_option("--place", options.place, "Where");
  command.add_flag("--here", options.here, "In the hub itself");
  command.add_flag("--remote", options.remote, "Can be done from anywhere");
  command.add_flag("--no-experience", options.no_experience, "Nothing needs to be known before");
  command
      .add_option("--slot", options.slots,
                  "What is missing, and how many; may be repeated: "
                  "\"Servir à table;wanted=4;start=2026-03-21 18:30;minutes=150;unit=…;welcomed_by=…;where=…;bring=…\"")
      ->required()
      ->option_text("SLOT")
      ->allow_extra_args(false);
  command.add_option("--closes", options.closes, "Apply by")->option_text("TIME");
}

Result<NeedDetails> details_of(const AddOptions& options, const Wall& wall, const calendar::Zone& zone) {
  const std::optional<NeedKind> kind = parse_need_kind(options.kind);
  if (!kind)
    return fail(Errc::invalid, "--kind",
                fmt::format("\"{}\" is no kind of need; there are time, skill and material", options.kind));
  NeedDetails details{.kind = *kind,
                      .title = normalize(options.title),
                      .easy_line = normalize(options.easy_line),
                      .description = normalize(options.description),
                      .theme = normalize(options.theme),
                      .skills = normalized(options.skills),
                      .commitment = normalize(options.commitment),
                      .place = {.name = normalize(options.place), .here = options.here},
                      .remote = options.remote,
                      .no_experience = options.no_experience};
  if (!options.event.empty()) {
    const Result<RecordId> event = find_id(wall, options.event, {RecordKind::event});
    if (!event) return fail(event.error());
    details.event = EventId{event->uuid};
  }
  for (const std::string& text : options.slots) {
    Result<Slot> slot = parse_slot(text, zone);
    if (!slot) return fail(slot.error());
    details.slots.push_back(std::move(*slot));
  }
  if (!options.closes.empty()) {
    const Result<TimePoint> closes = parse_moment("--closes", options.closes, zone);
    if (!closes) return fail(closes.error());
    details.closes_at = *closes;
  }
  return details;
}

Status add(Context& context, const AddOptions& options) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Result<OrganizationId> organization = organization_for(**client, options.organization);
  if (!organization) return fail(organization.error());
  Result<NeedDetails> details = details_of(options, (*client)->wall(), context.zone());
  if (!details) return fail(details.error());
  const std::string what = fmt::format("Added \"{}\"", details->title);
  return context.carry_out(PutNeed{.organization = *organization, .details = std::move(*details)}, what);
}

std::string slot_text(const Slot& slot, const calendar::Zone& zone) {
  std::string text = fmt::format("{}: {} of {}{}", slot.role, missing(slot), slot.wanted,
                                 slot.unit.empty() ? " missing" : " " + slot.unit + " missing");
  if (slot.when) text += ", " + when_text(slot.when->start, zone);
  return text;
}

Status list(Context& context) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Wall& wall = (*client)->wall();
  const calendar::Zone zone = context.zone();
  using Kind = Table::Column::Kind;
  Table table({{"ID"},
               {"KIND"},
               {"NEED", Kind::long_text},
               {"ORGANIZATION", Kind::long_text},
               {"MISSING", Kind::number},
               {"STATE"},
               {"UNTIL"}});
  wall.each<Need>([&](const Need& need) {
    std::vector<std::string> slots;
    for (const Slot& slot : need.details.slots) slots.push_back(slot_text(slot, zone));
    table.add({short_id(need.id.uuid), to_string(need.details.kind), need.details.title,
               organization_name(wall, need.organization), std::to_string(missing(need)),
               in_words(need.moderation.status), need.over_at ? moment_text(*need.over_at, zone) : "open"},
              json_of(need, wall), std::move(slots));
  });
  context.show(table, "There is no need.");
  return {};
}

struct CloseOptions {
  std::string id;
};

Status close(Context& context, const CloseOptions& options) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Result<RecordId> id = find_id((*client)->wall(), options.id, {RecordKind::need});
  if (!id) return fail(id.error());
  const std::string title = (*client)->wall().find(NeedId{id->uuid})->details.title;
  return context.carry_out(CloseNeed{.need = NeedId{id->uuid}}, fmt::format("\"{}\"", title));
}

}  // namespace

void add_need_commands(CommandLine& line) {
  CLI::App& noun = line.noun("need", "What organizations look for: add, list, close, answer, come");
  line.command<AddOptions>(noun, "add", "Say what is missing", describe_add, add);
  line.command(noun, "list", "Show the needs and their slots", list);
  line.command<CloseOptions>(
      noun, "close", "Take a need off the wall: it is met, or given up",
      [](CLI::App& command, CloseOptions& options) { command.add_option("ID", options.id, "Which one")->required(); },
      close);
  add_need_answer_commands(line, noun);
}

}  // namespace mur::ctl
