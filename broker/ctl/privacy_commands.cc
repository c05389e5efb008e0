// murctl privacy report|register
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broker/ctl/built_in_texts.h"
#include "broker/ctl/commands.h"
#include "broker/ctl/hub_page.h"
#include "broker/ctl/personal_data.h"
#include "broker/ctl/plain.h"

namespace mur::ctl {
namespace {

std::string takes_text(const Hub* hub) {
  const std::vector<std::string> missing = missing_in(hub == nullptr ? Privacy{} : hub->privacy);
  if (missing.empty()) return "Contacts are taken.";
  return fmt::format("No contact is taken: [privacy] in hub.toml lacks {}.", fmt::join(missing, ", "));
}

Status report(Context& context) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Wall& wall = (*client)->wall();
  using Kind = Table::Column::Kind;
  Table table{{{"WHAT", Kind::long_text}, {"NOW", Kind::number}}};
  for (const PersonalData& one : personal_data(wall, false))
    table.add(
        {one.what, one.today == 0 ? "" : std::to_string(one.today)},
        Json{
            {"what", one.what}, {"now", one.today}, {"where", one.where}, {"how_long", one.how_long}, {"who", one.who}},
        {"where: " + one.where, "how long: " + one.how_long, "who: " + one.who});
  context.show(table, "");
  if (!context.json())
    context.out() << "\n"
                  << takes_text(wall.hub())
                  << "\nFor one person: `murctl contact find|export|erase`, `murctl ticket export`. For the register "
                     "(GDPR art. 30): `murctl privacy register`.\n";
  return {};
}

struct RegisterOptions {
  std::string language;
};

Status write_register(Context& context, const RegisterOptions& options) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Wall& wall = (*client)->wall();
  const bool french = wants_french(options.language, wall.hub());
  std::string table = french ? "| Données | Où | Combien de temps | Qui peut les voir |\n|---|---|---|---|\n"
                             : "| Data | Where | How long | Who may see it |\n|---|---|---|---|\n";
  for (const PersonalData& one : personal_data(wall, french))
    table += fmt::format("| {} | {} | {} | {} |\n", one.what, one.where, one.how_long, one.who);
  const std::string text = fill_in(register_text(french), wall.hub(), {{"{table}\n", table}});
  context.say(plain_lines(text), Json{{"language", french ? "fr" : "en"}, {"text", text}});
  return {};
}

}  // namespace

void add_privacy_commands(CommandLine& line) {
  CLI::App& noun = line.noun("privacy", "What is kept of people: report, register");
  line.command(noun, "report", "Show which personal data is kept, where, how long, and who may see it", report);
  line.command<RegisterOptions>(
      noun, "register", "Write the entry of the register of processing (GDPR art. 30), as Markdown",
      [](CLI::App& command, RegisterOptions& options) {
        command.add_option("--language", options.language, "fr or en (default: the hub's first)");
      },
      write_register);
}

}  // namespace mur::ctl
