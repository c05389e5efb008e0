// murctl charter show|accept
#include <fmt/format.h>

#include "broker/ctl/built_in_texts.h"
#include "broker/ctl/commands.h"
#include "broker/ctl/hub_page.h"
#include "broker/ctl/plain.h"
#include "broker/ctl/posting.h"
#include "broker/ctl/record_text.h"

namespace mur::ctl {
namespace {

struct ShowOptions {
  std::string language;
};

Status show(Context& context, const ShowOptions& options) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Hub* hub = (*client)->wall().hub();
  const bool french = wants_french(options.language, hub);
  const std::string text = fill_in(charter_text(french), hub);
  context.say(plain_lines(text), Json{{"language", french ? "fr" : "en"}, {"text", text}});
  return {};
}

struct AcceptOptions {
  std::string organization;
};

Status accept(Context& context, const AcceptOptions& options) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Result<OrganizationId> id = organization_for(**client, options.organization);
  if (!id) return fail(id.error());
  return context.carry_out(AcceptCharter{*id},
                           fmt::format("\"{}\" accepts the charter; contacts open to it once the hub trusts it",
                                       organization_name((*client)->wall(), *id)));
}

}  // namespace

void add_charter_commands(CommandLine& line) {
  CLI::App& noun = line.noun("charter", "What may be posted, and what may be done with a contact: show, accept");
  line.command<ShowOptions>(
      noun, "show", "Show the hub's charter",
      [](CLI::App& command, ShowOptions& options) {
        command.add_option("--language", options.language, "fr or en (default: the hub's first)");
      },
      show);
  line.command<AcceptOptions>(
      noun, "accept", "Accept it for an organization: before that, no contact opens to it",
      [](CLI::App& command, AcceptOptions& options) {
        command.add_option("ORGANIZATION", options.organization, "Its name or id (default: the key's)");
      },
      accept);
}

}  // namespace mur::ctl
