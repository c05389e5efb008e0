// murctl ban add|list|end
#include <fmt/format.h>

#include "broker/ctl/commands.h"
#include "broker/ctl/dates.h"
#include "broker/ctl/find_id.h"
#include "broker/ctl/record_text.h"
#include "broker/ctl/texts.h"

namespace mur::ctl {
namespace {

struct AddOptions {
  std::string organization;
  std::string key;
  std::string until;
  std::string reason;
};
struct EndOptions {
  std::string id;
};

/// Whom it keeps from posting.
std::string name_of(const Ban& ban, const Wall& wall) {
  if (!ban.organization.is_nil()) return organization_name(wall, ban.organization);
  std::string label = "a key that is gone";
  wall.each<Key>([&](const Key& key) {
    if (key.principal == ban.principal) label = "the key \"" + key.label + "\"";
  });
  return label;
}

Status add(Context& context, const AddOptions& options) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Wall& wall = (*client)->wall();
  const calendar::Zone zone = context.zone();
  if (options.organization.empty() == options.key.empty())
    return fail(Errc::invalid, "--organization", "say whom: --organization NAME or --key ID");
  const Result<TimePoint> until = parse_moment("--until", options.until, zone);
  if (!until) return fail(until.error());
  AddBan ban{.organization = {}, .key = {}, .reason = normalize(options.reason), .until = *until};
  if (!options.organization.empty()) {
    const Result<OrganizationId> organization = find_organization(wall, options.organization);
    if (!organization) return fail(organization.error());
    ban.organization = *organization;
  } else {
    const Result<RecordId> key = find_id(wall, options.key, {RecordKind::key});
    if (!key) return fail(key.error());
    ban.key = KeyId{key->uuid};
  }
  return context.carry_out(
      std::move(ban), fmt::format("Nothing can be posted before {}; what was posted stays", moment_text(*until, zone)));
}

Status list(Context& context) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Wall& wall = (*client)->wall();
  const calendar::Zone zone = context.zone();
  const TimePoint now = (*client)->now();
  using Kind = Table::Column::Kind;
  Table table({{"ID"}, {"WHO", Kind::long_text}, {"UNTIL"}, {"REASON", Kind::long_text}, {"STATE"}});
  wall.each<Ban>([&](const Ban& ban) {
    table.add({short_id(ban.id.uuid), name_of(ban, wall), moment_text(ban.until, zone), ban.reason,
               is_on(ban, now) ? "on" : "over"},
              Json{{"id", to_string(ban.id)},
                   {"who", name_of(ban, wall)},
                   {"made_at", iso(ban.made_at)},
                   {"until", iso(ban.until)},
                   {"reason", ban.reason},
                   {"on", is_on(ban, now)}});
  });
  context.show(table, "Nobody is banned.");
  return {};
}

Status end(Context& context, const EndOptions& options) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Result<RecordId> id = find_id((*client)->wall(), options.id, {RecordKind::ban});
  if (!id) return fail(id.error());
  const std::string who = name_of(*(*client)->wall().find(BanId{id->uuid}), (*client)->wall());
  return context.carry_out(EndBan{BanId{id->uuid}}, fmt::format("{} can post again", who));
}

void describe_add(CLI::App& command, AddOptions& options) {
  command.add_option("--organization", options.organization, "Whom: an organization")->option_text("NAME");
  command.add_option("--key", options.key, "Or one key of an organization or a proposer")->option_text("ID");
  command.add_option("--until", options.until, "When it ends, by itself")->required()->option_text("TIME");
  command.add_option("--reason", options.reason, "Why; they read it")->required()->option_text("TEXT");
}

}  // namespace

void add_ban_commands(CommandLine& line) {
  CLI::App& noun = line.noun("ban", "Who can't post for some time: add, list, end");
  line.command<AddOptions>(noun, "add", "Keep an organization or a key from posting until a date", describe_add, add);
  line.command(noun, "list", "Show the bans", list);
  line.command<EndOptions>(
      noun, "end", "End one before its time",
      [](CLI::App& command, EndOptions& options) { command.add_option("ID", options.id, "Which one")->required(); },
      end);
}

}  // namespace mur::ctl
