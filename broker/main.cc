// mur-broker: config -> adapters -> run.
#include <fmt/format.h>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>
#include <sys/stat.h>

#include <cstdlib>
#include <ctime>
#include <fstream>
#include <thread>

#include "broker/config.h"
#include "broker/core/core.h"
#include "broker/feeds/feed_worker.h"
#include "broker/options.h"
#include "broker/signals.h"
#include "broker/store/data_lock.h"
#ifdef MUR_TEST_SWITCHES
#include "broker/store/faulty_log_store.h"
#endif
#include "broker/store/file_forget_log.h"
#include "broker/store/sqlite_log_store.h"
#include "broker/transport/zmq_transport.h"
#include "broker/vault/vault.h"
#include "shared/base/core_dump.h"
#include "shared/calendar/instant.h"
#include "shared/domain/limits.h"

namespace mur::broker {
namespace {

enum Exit : int { kDone = 0, kFailed = 1, kSettings = 2, kFolderInUse = 3, kAddressInUse = 4, kDiskFailed = 5 };

int stop_with(Exit code, const Error& error) {
  fmt::print(stderr, "mur-broker: {}\n", error.message);
  return code;
}

/// Counts while the machine sleeps, too: the wall clock does.
Milliseconds since_boot() {
  timespec time{};
  ::clock_gettime(CLOCK_BOOTTIME, &time);
  return std::chrono::duration_cast<Milliseconds>(Seconds{time.tv_sec} + std::chrono::nanoseconds{time.tv_nsec});
}

Milliseconds since_start() {
  return std::chrono::duration_cast<Milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

Result<std::unique_ptr<Clock>> make_clock(const std::string& asked, const std::string& zone_name) {
  if (asked.empty()) return make_system_clock();
  const Result<calendar::Zone> zone = calendar::Zone::find(zone_name);
  if (!zone) return fail(zone.error());
  const Result<TimePoint> start = calendar::parse_instant(asked, *zone);
  if (!start) return fail(Errc::invalid, "--clock", "--clock: " + start.error().message);
  return make_clock_starting_at(*start);
}

/// Where the broker listens, for scripts: the file is there while it does.
class AddressFile {
 public:
  AddressFile(std::filesystem::path path, const std::string& address) : path_{std::move(path)} {
    const std::filesystem::path draft = path_.string() + ".new";
    std::ofstream(draft) << address << '\n';
    std::error_code ignored;
    std::filesystem::rename(draft, path_, ignored);
  }
  ~AddressFile() {
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
  }
  AddressFile(const AddressFile&) = delete;
  AddressFile& operator=(const AddressFile&) = delete;

 private:
  std::filesystem::path path_;
};

/// What the core is told of a fetch. Copied only where there is room: it may be megabytes, and is offered again and
/// again.
feeds::FeedWorker::Deliver deliver_to(CoreMailbox& to_core) {
  return [&to_core](const FeedFetched& fetched) { return to_core.room() > 0 && to_core.push(fetched); };
}

/// hub.toml; each time the core reads it, what it says of feeds is the feeds' thread's from then on.
class FollowedSettings final : public SettingsSource {
 public:
  FollowedSettings(const SettingsSource& file, feeds::FeedWorker& worker) : file_{file}, worker_{worker} {}
  [[nodiscard]] Result<Settings> read() const override {
    Result<Settings> settings = file_.read();
    if (settings) worker_.use(feeds::rules_of(settings->feeds, MUR_VERSION));
    return settings;
  }

 private:
  const SettingsSource& file_;
  feeds::FeedWorker& worker_;
};

/// Until a signal, or until the disk fails.
int serve(Core& core, Transport& transport, feeds::FeedWorker& fetching, Signals& signals,
          const std::filesystem::path& data) {
  if (Status started = transport.start(); !started)
    return stop_with(started.error().code == Errc::conflict ? kAddressInUse : kFailed, started.error());
  const AddressFile address(data / "broker.address", transport.address());
  fetching.start();

  Status worked;
  std::thread worker([&] {
    worked = core.run();
    signals.tell_ended();
  });
  fmt::print("listening on {}\n", transport.address());
  std::fflush(stdout);

  Signals::Event event = signals.wait();
  for (; event == Signals::Event::reload; event = signals.wait()) core.reload();
  if (event == Signals::Event::stop) spdlog::info("asked to end");
  core.stop();
  worker.join();
  fetching.stop();
  transport.stop();
  if (worked) return kDone;
  spdlog::critical("the disk failed: {}. Nothing that was acknowledged is lost; see to the disk, then start again",
                   worked.error().message);
  return kDiskFailed;
}

Result<std::unique_ptr<LogStore>> open_log(const std::filesystem::path& folder) {
  Result<std::unique_ptr<SqliteLogStore>> log = SqliteLogStore::open(folder);
  if (!log) return fail(log.error());
#ifdef MUR_TEST_SWITCHES
  if (const char* asked = std::getenv("MUR_STORE_FAULTS"); asked != nullptr) {
    const Result<StoreFaults> faults = parse_store_faults(asked);
    if (!faults) return fail(faults.error());
    spdlog::warn("MUR_STORE_FAULTS is set: this broker loses what it acknowledges, for a test");
    return std::make_unique<FaultyLogStore>(std::move(*log), *faults);
  }
#endif
  return std::unique_ptr<LogStore>{std::move(*log)};
}

int run(const Options& options, Signals& signals) {
  const HubFile file(options.config);
  const Result<Settings> settings = file.read();
  if (!settings) return stop_with(kSettings, settings.error());
  if (options.check_config) {
    fmt::print("{} is right\n", options.config.string());
    return kDone;
  }
  spdlog::set_level(spdlog::level::from_str(settings->log_level));
  if (!takes_contacts(settings->hub))
    spdlog::warn(
        "the walls take no contact until [privacy] in hub.toml is complete: `murctl privacy report` says what lacks");
  const Result<std::unique_ptr<Clock>> clock = make_clock(options.clock, settings->hub.time_zone);
  if (!clock) return stop_with(kSettings, clock.error());
  const std::unique_ptr<RandomSource> random = make_system_random();

  const Result<DataLock> lock = DataLock::take(options.data);
  if (!lock) return stop_with(lock.error().code == Errc::conflict ? kFolderInUse : kFailed, lock.error());
  const Result<Secrets> secrets = read_secrets(options.data / "secrets");
  if (!secrets) return stop_with(kSettings, secrets.error());
  const Result<std::unique_ptr<LogStore>> store = open_log(options.data);
  if (!store) return stop_with(kFailed, store.error());
  const auto forget_log = FileForgetLog::open(options.data, *random);
  if (!forget_log) return stop_with(kFailed, forget_log.error());

  const SecretVault vault(*secrets);
  CoreMailbox to_core(limits::kQueue);
  WireMailbox to_wire(limits::kQueue);
  FetchMailbox to_feeds(limits::kFetchesAtOnce);
  transport::ZmqTransport transport({.address = options.listen.empty() ? settings->listen : options.listen,
                                     .secret_key = secrets->broker.secret_key,
                                     .timing = {},
                                     .program = "mur-broker " MUR_VERSION},
                                    to_core, to_wire, **clock);
  feeds::FeedWorker fetching(to_feeds, deliver_to(to_core), **clock, feeds::rules_of(settings->feeds, MUR_VERSION));
  const FollowedSettings followed(file, fetching);
  const Result<std::unique_ptr<Core>> core = Core::open({.store = **store,
                                                         .forget_log = **forget_log,
                                                         .vault = vault,
                                                         .settings = followed,
                                                         .transport = transport,
                                                         .inbox = to_core,
                                                         .outbox = to_wire,
                                                         .fetches = to_feeds,
                                                         .clock = **clock,
                                                         .monotonic = options.clock.empty() ? since_boot : since_start,
                                                         .random = *random,
                                                         .data_folder = options.data,
                                                         .version = MUR_VERSION});
  if (!core) return stop_with(core.error().code == Errc::invalid ? kSettings : kFailed, core.error());
  return serve(**core, transport, fetching, signals, options.data);
}

}  // namespace
}  // namespace mur::broker

int main(int argc, char** argv) {
  using namespace mur::broker;
  const Parsed parsed = parse_options(argc, argv, kSettings);
  if (!parsed.options) return parsed.exit_code;
  // Everything in the data folder is the hub's own.
  ::umask(S_IRWXG | S_IRWXO);
  mur::leave_no_core_dump();
  spdlog::set_default_logger(spdlog::stderr_color_mt("mur-broker"));
  Signals signals;
  return run(*parsed.options, signals);
}
