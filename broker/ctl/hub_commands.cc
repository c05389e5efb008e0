// murctl hub init, hub key export: without a broker, on the hub's own machine.
#include <fmt/format.h>

#include "broker/ctl/commands.h"
#include "broker/ctl/demo_file.h"
#include "broker/ctl/hub_init.h"
#include "broker/ctl/texts.h"
#include "broker/ctl/write_file.h"
#include "broker/vault/secrets.h"

namespace mur::ctl {
namespace {

struct InitOptions {
  bool demo = false;
  std::string name;
  std::string address;
  std::string time_zone;
  std::vector<std::string> languages;
  std::string listen;
};

void describe_init(CLI::App& command, InitOptions& options) {
  command.add_flag("--demo", options.demo, "A demonstration in French; it can never become a real hub");
  command.add_option("--name", options.name, "What the place is called");
  command.add_option("--address", options.address, "Where it is");
  command.add_option("--time-zone", options.time_zone, "As in Europe/Paris")->option_text("ZONE");
  command.add_option("--language", options.languages, "The walls' languages, their own first; may be repeated")
      ->allow_extra_args(false);
  command.add_option("--listen", options.listen, "Where the broker listens")->option_text("tcp://HOST:PORT");
}

Result<broker::Settings> settings_of(const InitOptions& options) {
  broker::Settings settings;
  Hub& hub = settings.hub;
  hub.name = "The hub";
  hub.time_zone = "Europe/Paris";
  hub.languages = {"fr", "en"};
  if (options.demo) {
    const Result<DemoFile> demo = read_demo();
    if (!demo) return fail(demo.error());
    hub.demo = true;
    hub.name = demo->hub.name;
    hub.address = demo->hub.address;
    hub.time_zone = demo->hub.time_zone;
    hub.languages = demo->hub.languages;
    hub.rooms = demo->hub.rooms;
    hub.privacy = demo->hub.privacy;
    // So that people see what moderating is.
    hub.policy.publish_presets = false;
  }
  if (!options.name.empty()) hub.name = normalize(options.name);
  if (!options.address.empty()) hub.address = normalize(options.address);
  if (!options.time_zone.empty()) hub.time_zone = options.time_zone;
  if (!options.languages.empty()) hub.languages = options.languages;
  if (!options.listen.empty()) settings.listen = options.listen;
  return settings;
}

/// What a real hub still has to say, by the names that hub.toml gives it.
std::vector<std::string> still_to_set(const InitOptions& options, const broker::Settings& settings) {
  std::vector<std::string> wanting;
  if (options.name.empty())
    wanting.push_back(fmt::format("[hub] name: \"{}\" until you say better", settings.hub.name));
  if (options.address.empty()) wanting.emplace_back("[hub] address: empty");
  if (options.time_zone.empty())
    wanting.push_back(fmt::format("[hub] time_zone: {} is only a guess", settings.hub.time_zone));
  if (options.languages.empty()) wanting.emplace_back("[hub] languages: fr, then en");
  wanting.emplace_back("[hub] public_url: without it the walls draw no QR code");
  wanting.emplace_back(
      "[privacy] controller, address, rights_contact, dpo, publication_director, host: without all six the walls take "
      "no contact");
  if (settings.listen.contains("//127."))
    wanting.emplace_back(
        "[broker] listen: only this machine reaches the broker; \"tcp://0.0.0.0:7447\" opens it to "
        "kiosks on others");
  return wanting;
}

Status init(Context& context, const InitOptions& options) {
  const Result<broker::Settings> settings = settings_of(options);
  if (!settings) return fail(settings.error());
  const Result<const Clock*> clock = context.clock();
  if (!clock) return fail(clock.error());
  const HubFolder folder{context.globals().data};
  if (Status made = init_hub(folder, *settings, **clock, context.random()); !made) return made;

  const std::string data = folder.root.string();
  std::string text = fmt::format("Made {} \"{}\" in {}.\n  settings    {}\n  admin key   {}\n  first kiosk {}\n",
                                 options.demo ? "the demonstration hub" : "the hub", settings->hub.name, data,
                                 folder.settings().string(), folder.admin_key().string(), folder.kiosk().string());
  Json object{{"data", data}, {"name", settings->hub.name}, {"demo", options.demo}, {"still_to_set", Json::array()}};
  if (!options.demo) {
    text += "Still to be set in hub.toml (then `murctl reload`):\n";
    for (const std::string& line : still_to_set(options, *settings)) {
      text += "  " + line + "\n";
      object["still_to_set"].push_back(line);
    }
    text += fmt::format(
        "Keep the hub's secret key in a safe place apart: backups never hold it, and contacts can't be read without "
        "it:\n  murctl --data {0} hub key export --out FILE\n"
        "Choose where backups go: `murctl backup` writes into {0}/backups; copy that to another machine.\n",
        data);
  }
  text += fmt::format("Start its broker with: mur-broker --data {}", data);
  context.say(text, object);
  return {};
}

struct ExportOptions {
  std::filesystem::path out;
};

Status export_key(Context& context, const ExportOptions& options) {
  const HubFolder folder{context.globals().data};
  const auto secrets = broker::read_secrets(folder.secrets());
  if (!secrets) return fail(secrets.error());
  if (Status written = write_new_file(options.out, to_hex(secrets->hub.secret_key) + "\n"); !written) return written;
  const std::string file = options.out.string();
  context.say(fmt::format("{} holds the hub's secret key: it opens every contact. Keep it apart from this machine and "
                          "from the backups; to use it again, put it back as {}.",
                          file, (folder.secrets() / "hub.key").string()),
              Json{{"file", file}});
  return {};
}

}  // namespace

void add_hub_commands(CommandLine& line) {
  CLI::App& noun = line.noun("hub", "The hub itself, without a broker: init, key export");
  line.command<InitOptions>(noun, "init", "Make a hub in the folder of --data", describe_init, init);
  CLI::App& key = *noun.add_subcommand("key", "The hub's secret key")->fallthrough();
  key.require_subcommand(1);
  line.command<ExportOptions>(
      key, "export", "Copy the hub's secret key, to be kept elsewhere; do it once",
      [](CLI::App& command, ExportOptions& options) {
        command.add_option("--out", options.out, "Where to; it must not exist")->required()->option_text("FILE");
      },
      export_key);
}

}  // namespace mur::ctl
