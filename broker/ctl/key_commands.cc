// murctl key new|list|revoke
#include <fmt/format.h>

#include <algorithm>

#include "broker/ctl/commands.h"
#include "broker/ctl/dates.h"
#include "broker/ctl/find_id.h"
#include "broker/ctl/plain.h"
#include "broker/ctl/posting.h"
#include "broker/ctl/record_text.h"
#include "broker/ctl/texts.h"

namespace mur::ctl {
namespace {

struct NewOptions {
  std::string role;
  std::string organization;
  std::string label;
  std::filesystem::path out;
  std::vector<std::string> addresses;
};

void describe_new(CLI::App& command, NewOptions& options) {
  command.add_option("--role", options.role, "admin, moderator, on-duty, owner, member, proposer or kiosk")->required();
  command.add_option("--organization", options.organization, "Of an owner's or a member's key");
  command.add_option("--label", options.label, "What lists and the audit trail call it (default: the file's name)");
  command.add_option("--out", options.out, "Where the key is written; copy it to its owner, safely")
      ->required()
      ->option_text("FILE");
  command
      .add_option("--address", options.addresses,
                  "Where its owner finds the broker, if not as this key does; may be repeated")
      ->option_text("tcp://HOST:PORT")
      ->allow_extra_args(false);
}

Status make_new(Context& context, const NewOptions& options) {
  const std::optional<Role> role = parse_role(options.role);
  if (!role)
    return fail(Errc::invalid, "--role",
                fmt::format("\"{}\" is no role; there are admin, moderator, on-duty, owner, member, proposer and kiosk",
                            options.role));
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  AddKey command{.role = *role, .label = normalize(options.label)};
  if (command.label.empty()) command.label = normalize(options.out.stem().string());
  if (is_of_organization(*role)) {
    const Result<OrganizationId> organization = organization_for(**client, options.organization);
    if (!organization) return fail(organization.error());
    command.organization = *organization;
  } else if (!options.organization.empty()) {
    return fail(Errc::invalid, "--organization",
                fmt::format("a key of role {} belongs to no organization; leave it out", options.role));
  }

  const link::KeyFile& own = (*client)->key();
  link::KeyFile made{.brokers = options.addresses.empty() ? own.brokers : options.addresses,
                     .broker_key = own.broker_key,
                     .hub_key = own.hub_key,
                     .role = *role,
                     .label = command.label};
  link::make_curve_pair(made.public_key, made.secret_key);
  command.public_key = made.public_key;
  // The file first: a key in force that nobody holds could only be revoked.
  if (Status written = link::write_key_file(options.out, made); !written) return fail(written.error());
  const Result<Receipt> receipt = (*client)->submit(std::move(command));
  if (!receipt) {
    std::error_code ignored;
    std::filesystem::remove(options.out, ignored);
    return fail(receipt.error());
  }
  context.say(
      fmt::format("Made the key \"{}\" ({}), {}, in {}. Whoever has this file acts with it: copy it over a safe "
                  "way, and revoke it with `murctl key revoke {}` if it gets lost.",
                  made.label, to_string(*role), short_id(receipt->about.uuid), options.out.string(),
                  short_id(receipt->about.uuid)),
      Json{{"id", to_string(receipt->about.uuid)},
           {"role", to_string(*role)},
           {"label", made.label},
           {"file", options.out.string()}});
  return {};
}

Status list(Context& context) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Wall& wall = (*client)->wall();
  const calendar::Zone zone = context.zone();
  using Kind = Table::Column::Kind;
  Table table({{"ID"}, {"ROLE"}, {"LABEL", Kind::long_text}, {"ORGANIZATION", Kind::long_text}, {"MADE"}, {"STATE"}});
  wall.each<Key>([&](const Key& key) {
    table.add(
        {short_id(key.id.uuid), to_string(key.role), key.label,
         key.organization.is_nil() ? "" : organization_name(wall, key.organization), moment_text(key.created_at, zone),
         is_revoked(key) ? "revoked " + moment_text(key.revoked_at, zone) : "in force"},
        json_of(key, wall));
  });
  context.show(table, "This key may not see the hub's keys.");
  return {};
}

struct RevokeOptions {
  std::string key;
};

Result<KeyId> find_key(const Wall& wall, const std::string& text) {
  std::vector<const Key*> labelled;
  wall.each<Key>([&](const Key& key) {
    if (!is_revoked(key) && key.label == text) labelled.push_back(&key);
  });
  if (labelled.size() == 1) return labelled.front()->id;
  if (labelled.size() > 1) {
    std::string list;
    for (const Key* key : labelled) list += fmt::format("\n  {} {}", short_id(key->id.uuid), to_string(key->role));
    return fail(Errc::conflict, "ID",
                fmt::format("several keys are labelled \"{}\"; give the id of one of:{}", text, list));
  }
  const Result<RecordId> id = find_id(wall, text, {RecordKind::key});
  if (id) return KeyId{id->uuid};
  if (id.error().code == Errc::conflict) return fail(id.error());
  return fail(Errc::not_found, "ID", fmt::format("no key has the id or the label \"{}\"; see `murctl key list`", text));
}

Status revoke(Context& context, const RevokeOptions& options) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Result<KeyId> key = find_key((*client)->wall(), options.key);
  if (!key) return fail(key.error());
  const std::string label = (*client)->wall().find(*key)->label;
  return context.carry_out(RevokeKey{.key = *key}, fmt::format("The key \"{}\" is revoked", label));
}

}  // namespace

void add_key_commands(CommandLine& line) {
  CLI::App& noun = line.noun("key", "Who may connect: new, list, revoke");
  line.command<NewOptions>(noun, "new", "Make a key for a kiosk or a person", describe_new, make_new);
  line.command(noun, "list", "Show the keys", list);
  line.command<RevokeOptions>(
      noun, "revoke", "Take a key out of force, for good",
      [](CLI::App& command, RevokeOptions& options) {
        command.add_option("ID", options.key, "The key's id or label")->required();
      },
      revoke);
}

}  // namespace mur::ctl
