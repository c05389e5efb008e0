// murctl restore: without a broker, on the hub's own machine.
#include <fmt/format.h>

#include "broker/ctl/commands.h"
#include "broker/ctl/dates.h"
#include "broker/store/restore.h"
#include "broker/store/sqlite_log_store.h"

namespace mur::ctl {
namespace {

struct RestoreOptions {
  std::filesystem::path backup;
};

Status restore(Context& context, const RestoreOptions& options) {
  const std::filesystem::path& data = context.globals().data;
  const Result<const Clock*> clock = context.clock();
  if (!clock) return fail(clock.error());
  if (!std::filesystem::exists(data / "hub.toml"))
    return fail(Errc::not_found, "--data",
                fmt::format("{} holds no hub; give its folder with --data DIR", data.string()));
  const auto lock = broker::DataLock::take(data);
  if (!lock) return fail(lock.error());
  const auto restored =
      broker::restore_log(*lock, options.backup, broker::make_epoch(context.random()), (*clock)->now());
  if (!restored) return fail(restored.error());
  std::string text = fmt::format("{} is in force again: batch {}, of {}.", options.backup.string(), restored->head,
                                 moment_text(restored->last_commit_at, context.zone()));
  if (!restored->before.empty())
    text += fmt::format("\nThe log that was in force is kept as {}.", restored->before.string());
  text +=
      "\nWhat was erased or revoked since stays so (forget.log). At the next start of the broker every kiosk takes a "
      "new snapshot and sends again what it still holds.";
  context.say(text, Json{{"head", restored->head},
                         {"last_commit_at", iso(restored->last_commit_at)},
                         {"before", restored->before.string()}});
  return {};
}

}  // namespace

void add_restore_command(CommandLine& line) {
  line.command<RestoreOptions>(
      line.app(), "restore", "Put a backup in the log's place, while no broker runs",
      [](CLI::App& command, RestoreOptions& options) {
        command.add_option("FILE", options.backup, "The backup")->required();
      },
      restore);
}

}  // namespace mur::ctl
