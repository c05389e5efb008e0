// murctl organization add|list|trust|resume
#include <fmt/format.h>

#include "broker/ctl/commands.h"
#include "broker/ctl/find_id.h"
#include "broker/ctl/hub_skills.h"
#include "broker/ctl/plain.h"
#include "broker/ctl/posting.h"
#include "broker/ctl/record_text.h"
#include "broker/ctl/texts.h"
#include "broker/ctl/words.h"

namespace mur::ctl {
namespace {

struct AddOptions {
  std::string name;
  bool resident = false;
  bool external = false;
  std::string trust = "new";
  std::string guarantor;
  std::string summary;
  std::string url;
  std::string room;
  std::vector<std::string> themes;
  std::string email;
  std::string sensitive;
};

struct TrustOptions {
  std::string name;
  std::string level;
  std::string guarantor;
};

Result<Trust> read_trust(std::string_view option, std::string_view text) {
  if (const std::optional<Trust> trust = parse_trust(text)) return *trust;
  return fail(Errc::invalid, std::string(option),
              fmt::format("\"{}\" is no level of trust; there are unverified, new, trusted and suspended", text));
}

void describe_add(CLI::App& command, AddOptions& options) {
  command.add_option("NAME", options.name, "As people know it")->required();
  auto* resident = command.add_flag("--resident", options.resident, "It has a room here");
  command.add_flag("--external", options.external, "It comes from outside (this is the default)")->excludes(resident);
  command.add_option("--trust", options.trust, "new: its posts wait; trusted: they go up at once")
      ->option_text("new|trusted");
  command.add_option("--guarantor", options.guarantor, "RNA or SIRET number, or who answers for it; asked for trusted");
  command.add_option("--summary", options.summary, "What it does, in a sentence");
  command.add_option("--url", options.url, "Its page");
  command.add_option("--room", options.room, "Where residents are found");
  command.add_option("--theme", options.themes, "A theme it works on; may be repeated")
      ->take_all()
      ->allow_extra_args(false);
  command.add_option("--email", options.email, "Where the hub writes to it; never shown on the wall");
  command.add_option(
      "--sensitive", options.sensitive,
      "trade-union, party, religion, health or orientation: who gives it a contact is asked for consent");
}

Status add(Context& context, const AddOptions& options) {
  const Result<Trust> trust = read_trust("--trust", options.trust);
  if (!trust) return fail(trust.error());
  const Result<Sensitivity> sensitivity = read_sensitivity("--sensitive", options.sensitive);
  if (!sensitivity) return fail(sensitivity.error());
  const Result<skills::SkillTree> tree = hub_skills(context);
  if (!tree) return fail(tree.error());
  AddOrganization command{.details = {.name = normalize(options.name),
                                      .summary = normalize(options.summary),
                                      .url = normalize(options.url),
                                      .room = normalize(options.room),
                                      .residency = options.resident ? Residency::resident : Residency::external,
                                      .themes = stored_for(context, *tree, skills::Kind::theme, options.themes),
                                      .sensitivity = *sensitivity,
                                      .email = normalize(options.email)},
                          .trust = *trust,
                          .guarantor = normalize(options.guarantor)};
  const std::string what = fmt::format("Added \"{}\" ({})", command.details.name, in_words(*trust));
  return context.carry_out(std::move(command), what);
}

/// "2 days", "5 hours"; "–" before it has decided often enough.
std::string pace_text(const Pace& pace) {
  const auto usual = usual_delay(pace);
  if (!usual) return "–";
  const auto hours = std::max(std::chrono::ceil<std::chrono::hours>(*usual), std::chrono::hours{1});
  if (hours < std::chrono::days{1}) return count(static_cast<std::size_t>(hours.count()), "hour", "hours");
  return count(static_cast<std::size_t>(std::chrono::ceil<std::chrono::days>(*usual).count()), "day", "days");
}

std::vector<std::string> notes_of(const Organization& organization) {
  std::vector<std::string> notes;
  if (organization.pace.paused_at) notes.push_back(pause_text());
  if (organization.details.sensitivity != Sensitivity::none)
    notes.push_back(fmt::format("sensitive ({}): who gives it a contact is asked for consent",
                                to_string(organization.details.sensitivity)));
  if (organization.trust == Trust::trusted && organization.charter_at == TimePoint{})
    notes.push_back("opens no contact until it accepts the charter: `murctl charter accept`");
  return notes;
}

Status list(Context& context) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  using Kind = Table::Column::Kind;
  Table table({{"ID"},
               {"NAME", Kind::long_text},
               {"FROM"},
               {"TRUST"},
               {"ANSWERS IN"},
               {"GUARANTOR", Kind::long_text},
               {"VOUCHED BY", Kind::long_text}});
  (*client)->wall().each<Organization>([&](const Organization& organization) {
    table.add({short_id(organization.id.uuid), organization.details.name,
               organization.details.residency == Residency::resident ? "here" : "outside", in_words(organization.trust),
               pace_text(organization.pace), organization.guarantor, organization.vouched_by},
              json_of(organization), notes_of(organization));
  });
  context.show(table, "There is no organization yet; add one with `murctl organization add NAME`.");
  return {};
}

struct ResumeOptions {
  std::string name;
};

Status resume(Context& context, const ResumeOptions& options) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Result<OrganizationId> organization = organization_for(**client, options.name);
  if (!organization) return fail(organization.error());
  return context.carry_out(
      ResumeOrganization{*organization},
      fmt::format("The needs of \"{}\" take answers", organization_name((*client)->wall(), *organization)));
}

void describe_trust(CLI::App& command, TrustOptions& options) {
  command.add_option("NAME", options.name, "The organization's name or id")->required();
  command.add_option("LEVEL", options.level, "unverified, new, trusted or suspended")->required();
  command.add_option("--guarantor", options.guarantor, "RNA or SIRET number, or who answers for it; asked for trusted");
}

Status set_trust(Context& context, const TrustOptions& options) {
  const Result<Trust> trust = read_trust("LEVEL", options.level);
  if (!trust) return fail(trust.error());
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Result<OrganizationId> organization = find_organization((*client)->wall(), options.name);
  if (!organization) return fail(organization.error());
  const std::string what =
      fmt::format("\"{}\" is now {}", organization_name((*client)->wall(), *organization), in_words(*trust));
  return context.carry_out(
      SetTrust{.organization = *organization, .trust = *trust, .guarantor = normalize(options.guarantor)}, what);
}

}  // namespace

void add_organization_commands(CommandLine& line) {
  CLI::App& noun = line.noun("organization", "Who publishes: add, list, change, trust, resume");
  line.command<AddOptions>(noun, "add", "Register an organization", describe_add, add);
  line.command(noun, "list", "Show the organizations", list);
  add_organization_change_command(line, noun);
  line.command<ResumeOptions>(
      noun, "resume", "End the pause of its needs: answers are looked after again",
      [](CLI::App& command, ResumeOptions& options) {
        command.add_option("NAME", options.name, "The organization's name or id (default: the key's)");
      },
      resume);
  line.command<TrustOptions>(noun, "trust", "Say how far its posts are trusted", describe_trust, set_trust);
}

}  // namespace mur::ctl
