// murctl need count: meals given ahead, gifts that someone adds to.
#include <fmt/format.h>

#include "broker/ctl/commands.h"
#include "broker/ctl/find_id.h"

namespace mur::ctl {
namespace {

struct CountOptions {
  std::string id;
  int given = 0;
  int used = 0;
};

void describe(CLI::App& command, CountOptions& options) {
  command.add_option("ID", options.id, "Which need")->required();
  command.add_option("--given", options.given, "So many more were given; less than 0 takes a mistake back")
      ->option_text("NUMBER");
  command.add_option("--used", options.used, "So many more were used")->option_text("NUMBER");
}

Status count(Context& context, const CountOptions& options) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Result<RecordId> id = find_id((*client)->wall(), options.id, {RecordKind::need});
  if (!id) return fail(id.error());
  const Need& need = *(*client)->wall().find(NeedId{id->uuid});
  return context.carry_out(CountTally{.need = need.id, .given = options.given, .used = options.used},
                           fmt::format("\"{}\" is counted", need.details.title));
}

}  // namespace

void add_need_count_command(CommandLine& line, CLI::App& needs) {
  line.command<CountOptions>(needs, "count", "Enter what was given, or used, of what a need counts", describe, count);
}

}  // namespace mur::ctl
