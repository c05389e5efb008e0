// murctl demo renew
#include <fmt/format.h>

#include "broker/ctl/commands.h"
#include "broker/ctl/demo_plan.h"
#include "broker/ctl/words.h"

namespace mur::ctl {
namespace {

/// Does the steps in order; returns how many were not done before. A step that was done at another time is no failure:
/// its id has another date, and the broker keeps to the first.
Result<std::size_t> take(Client& client, std::vector<DemoStep> steps) {
  std::size_t done = 0;
  Seq last = 0;
  for (DemoStep& step : steps) {
    const Result<Receipt> receipt = client.submit_as(step.id, client.now(), std::move(step.command));
    if (!receipt && receipt.error().code == Errc::conflict) continue;
    if (!receipt)
      return fail(receipt.error().code, step.what, fmt::format("{}: {}", step.what, receipt.error().message));
    if (receipt->changed) ++done;
    last = std::max(last, receipt->seq);
  }
  if (Status seen = client.see(last); !seen) return fail(seen.error());
  return done;
}

Status renew(Context& context) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Hub* hub = (*client)->wall().hub();
  if (hub == nullptr || !hub->demo)
    return fail(Errc::forbidden, "demo",
                "this is a real hub; a demonstration is made with `murctl --data DIR hub init --demo`");
  const Result<DemoFile> demo = read_demo();
  if (!demo) return fail(demo.error());
  const calendar::Zone zone = context.zone();
  const TimePoint now = (*client)->now();
  const Result<std::size_t> made = take(**client, plan_demo(*demo, (*client)->wall(), zone, now, context.random()));
  if (!made) return fail(made.error());
  const Result<std::size_t> approved = take(**client, plan_demo_approvals(*demo, (*client)->wall(), zone, now));
  if (!approved) return fail(approved.error());
  context.say(*made + *approved == 0 ? "The demonstration is up to date."
                                     : fmt::format("The demonstration is up to date: {} made, {} approved.",
                                                   count(*made, "post", "posts"), *approved),
              Json{{"made", *made}, {"approved", *approved}});
  return {};
}

}  // namespace

void add_demo_commands(CommandLine& line) {
  CLI::App& noun = line.noun("demo", "A demonstration hub's invented life: renew");
  line.command(noun, "renew", "Add what the demonstration lacks this week; twice does no more than once", renew);
}

}  // namespace mur::ctl
