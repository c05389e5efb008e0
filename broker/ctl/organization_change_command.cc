// murctl organization change: what it says of itself.
#include <fmt/format.h>

#include "broker/ctl/commands.h"
#include "broker/ctl/hub_skills.h"
#include "broker/ctl/posting.h"
#include "broker/ctl/record_text.h"
#include "broker/ctl/words.h"
#include "shared/base/text.h"

namespace mur::ctl {

namespace {

/// Only what is given changes; an empty text takes the old one away.
struct ChangeOptions {
  std::string which;
  std::optional<std::string> name;
  std::optional<std::string> summary;
  std::optional<std::string> url;
  std::optional<std::string> room;
  std::optional<std::string> email;
  std::optional<std::string> sensitive;
  std::optional<std::vector<std::string>> themes;
};

void describe_change(CLI::App& command, ChangeOptions& options) {
  command.add_option("ORGANIZATION", options.which, "Its name or id (default: the key's)");
  command.add_option("--name", options.name, "As people know it; the hub's to change");
  command.add_option("--summary", options.summary, "What it does, in a sentence");
  command.add_option("--url", options.url, "Its page");
  command.add_option("--room", options.room, "Where residents are found; the hub's to change");
  command.add_option("--email", options.email, "Where the hub writes to it; never shown on the wall");
  command.add_option("--sensitive", options.sensitive,
                     "none, trade-union, party, religion, health or orientation: who gives it a contact is asked for "
                     "consent");
  command.add_option("--theme", options.themes, "A theme it works on; may be repeated")
      ->take_all()
      ->allow_extra_args(false);
}

Status change(Context& context, const ChangeOptions& options) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Result<OrganizationId> id = organization_for(**client, options.which);
  if (!id) return fail(id.error());
  OrganizationDetails details = (*client)->wall().find(*id)->details;
  const auto set = [](std::string& into, const std::optional<std::string>& given) {
    if (given) into = normalize(*given);
  };
  set(details.name, options.name);
  set(details.summary, options.summary);
  set(details.url, options.url);
  set(details.room, options.room);
  set(details.email, options.email);
  if (options.sensitive) {
    const auto sensitivity = read_sensitivity("--sensitive", *options.sensitive);
    if (!sensitivity) return fail(sensitivity.error());
    details.sensitivity = *sensitivity;
  }
  if (options.themes) {
    const Result<skills::SkillTree> tree = hub_skills(context);
    if (!tree) return fail(tree.error());
    details.themes = stored_for(context, *tree, skills::Kind::theme, *options.themes);
  }
  const std::string what = fmt::format("\"{}\" says so from now on", details.name);
  return context.carry_out(ChangeOrganization{.organization = *id, .details = std::move(details)}, what);
}

}  // namespace

void add_organization_change_command(CommandLine& line, CLI::App& organizations) {
  line.command<ChangeOptions>(organizations, "change", "Say anew what it does, and where to write to it",
                              describe_change, change);
}

}  // namespace mur::ctl
