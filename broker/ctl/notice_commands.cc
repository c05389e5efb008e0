// murctl notice add
#include <fmt/format.h>

#include "broker/ctl/commands.h"
#include "broker/ctl/dates.h"
#include "broker/ctl/texts.h"

namespace mur::ctl {
namespace {

struct AddOptions {
  std::string text;
  std::string from;
  std::string until;
};

void describe(CLI::App& command, AddOptions& options) {
  command.add_option("TEXT", options.text, "A line to everyone who passes")->required();
  command.add_option("--from", options.from, "When it goes up (default: now)")->option_text("TIME");
  command.add_option("--until", options.until, "When it goes down")->required()->option_text("TIME");
}

Status add(Context& context, const AddOptions& options) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const calendar::Zone zone = context.zone();
  const Result<TimePoint> until = parse_moment("--until", options.until, zone);
  if (!until) return fail(until.error());
  Result<TimePoint> from = (*client)->now();
  if (!options.from.empty()) from = parse_moment("--from", options.from, zone);
  if (!from) return fail(from.error());
  return context.carry_out(PutNotice{.text = normalize(options.text), .shown_from = *from, .shown_until = *until},
                           fmt::format("The notice stands until {}", moment_text(*until, zone)));
}

}  // namespace

void add_notice_commands(CommandLine& line) {
  CLI::App& noun = line.noun("notice", "A line to everyone who passes: add");
  line.command<AddOptions>(noun, "add", "Put up a notice", describe, add);
}

}  // namespace mur::ctl
