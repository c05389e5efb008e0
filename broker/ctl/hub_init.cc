#include "broker/ctl/hub_init.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include "broker/core/bootstrap.h"
#include "broker/ctl/write_file.h"
#include "broker/store/data_lock.h"
#include "broker/store/sqlite_log_store.h"
#include "broker/vault/secrets.h"
#include "shared/domain/check.h"
#include "shared/link/key_file.h"

namespace mur::ctl {
namespace {

using std::filesystem::path;

/// What may lie in the folder of a hub to be: the lock and the logs of `./mur up`, and the broker's own lock.
constexpr std::array<std::string_view, 4> kHarmless = {"up.lock", "log", "lock", "imports"};

Status check_is_free(const HubFolder& folder) {
  const std::string root = folder.root.string();
  std::error_code ignored;
  if (std::filesystem::exists(folder.settings(), ignored))
    return fail(Errc::conflict, "--data", fmt::format("{} holds a hub already; give another --data DIR", root));
  for (const auto& entry : std::filesystem::directory_iterator(folder.root, ignored)) {
    const std::string name = entry.path().filename().string();
    if (std::ranges::find(kHarmless, name) == kHarmless.end())
      return fail(Errc::conflict, "--data",
                  fmt::format("{} is not empty (it holds {}); give a new folder, or remove what an interrupted "
                              "`murctl hub init` left there",
                              root, name));
  }
  return {};
}

Status make_private_folder(const path& folder) {
  std::error_code made;
  std::filesystem::create_directories(folder, made);
  if (made) return fail(Errc::io, folder.string(), fmt::format("cannot make {}: {}", folder.string(), made.message()));
  if (::chmod(folder.c_str(), S_IRWXU) != 0)
    return fail(Errc::io, folder.string(), fmt::format("cannot protect {}: {}", folder.string(), std::strerror(errno)));
  return {};
}

link::KeyFile make_key(const broker::Settings& settings, const broker::Secrets& secrets, Role role, const char* label) {
  link::KeyFile key{.brokers = {local_address(settings.listen)},
                    .broker_key = secrets.broker.public_key,
                    .hub_key = secrets.hub.public_key,
                    .role = role,
                    .label = label};
  link::make_curve_pair(key.public_key, key.secret_key);
  return key;
}

constexpr const char* kKioskSettings =
    "# This screen's settings. Take the # away before what you change.\n"
    "# Who it is and where its broker answers: made by `murctl hub init`, or by `murctl key new --role kiosk`.\n"
    "key = \"kiosk.key\"\n"
    "# The whole screen, or a window of so many pixels.\n"
    "# fullscreen = true\n"
    "# width = 1920\n"
    "# height = 1080\n"
    "# The width of the panel in millimetres, divided by its pixels: makes what is touched as large as a finger.\n"
    "# mm_per_px = 0.496\n"
    "# The language it begins with; the hub's first one without this.\n"
    "# language = \"fr\"\n";

}  // namespace

std::string local_address(const std::string& listen) {
  constexpr std::string_view kTransport = "tcp://";
  const auto colon = listen.rfind(':');
  const std::string host = listen.substr(kTransport.size(), colon - kTransport.size());
  if (host != "0.0.0.0" && host != "*" && host != "[::]") return listen;
  return fmt::format("{}127.0.0.1{}", kTransport, listen.substr(colon));
}

Status init_hub(const HubFolder& folder, const broker::Settings& settings, const Clock& clock, RandomSource& random) {
  const std::string text = broker::settings_text(settings);
  if (const auto readable = broker::parse_settings(text, "hub.toml"); !readable) return fail(readable.error());
  if (Status free = check_is_free(folder); !free) return free;
  if (Status made = make_private_folder(folder.root); !made) return made;
  const auto lock = broker::DataLock::take(folder.root);
  if (!lock) return fail(lock.error());
  if (Status free = check_is_free(folder); !free) return free;  // another one may have been quicker

  const auto secrets = broker::create_secrets(folder.secrets(), random);
  if (!secrets) return fail(secrets.error());
  const link::KeyFile admin = make_key(settings, *secrets, Role::admin, "admin");
  const link::KeyFile kiosk = make_key(settings, *secrets, Role::kiosk, "kiosk-1");
  const auto store = broker::SqliteLogStore::create(folder.root, random);
  if (!store) return fail(store.error());
  Hub hub = settings.hub;
  hub.seal_key = secrets->hub.public_key;
  if (Status begun =
          broker::bootstrap(**store, hub, {.public_key = admin.public_key, .label = admin.label}, clock.now(), random,
                            {AddKey{.public_key = kiosk.public_key, .role = Role::kiosk, .label = kiosk.label}});
      !begun)
    return begun;
  for (const path& made : {folder.admin_key().parent_path(), folder.kiosk()})
    if (Status done = make_private_folder(made); !done) return done;
  if (Status written = link::write_key_file(folder.admin_key(), admin); !written) return written;
  if (Status written = link::write_key_file(folder.kiosk_key(), kiosk); !written) return written;
  if (Status written = write_new_file(folder.kiosk() / "kiosk.toml", kKioskSettings); !written) return written;
  return write_new_file(folder.settings(), text);
}

}  // namespace mur::ctl
