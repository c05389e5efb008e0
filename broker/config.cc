#include "broker/config.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <toml++/toml.h>
#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <numeric>
#include <sstream>

#include "broker/ballots.h"
#include "shared/base/text.h"
#include "shared/calendar/zone.h"
#include "shared/domain/check.h"
#include "shared/domain/limits.h"
#include "shared/skills/default_list.h"

namespace mur::broker {
namespace {

/// Single-character insertions, deletions and substitutions between two words.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t above = row[j + 1];
      row[j + 1] = std::min({above + 1, row[j] + 1, diagonal + (a[i] == b[j] ? 0U : 1U)});
      diagonal = above;
    }
  }
  return row.back();
}

template <class Names>
std::string_view nearest(std::string_view word, const Names& names) {
  return *std::ranges::min_element(names, {}, [word](std::string_view name) { return distance(word, name); });
}

/// Reads one table of the file key by key, and remembers every fault. A key that was never asked for is one.
class Section {
 public:
  Section(const toml::table& file, const char* name, const std::string& file_name, std::vector<std::string>& faults)
      : name_{name}, file_name_{file_name}, faults_{faults} {
    const toml::node* node = file.get(name);
    if (node != nullptr && !node->is_table()) fault(*node, name, fmt::format("write it as [{}], then its keys", name));
    if (node != nullptr) table_ = node->as_table();
  }

  void text(const char* key, std::string& into, std::size_t most) {
    const toml::node* node = find(key);
    if (node == nullptr) return;
    const auto value = node->value_exact<std::string>();
    if (!value) return fault(*node, key, "wants a text in quotes");
    into = normalize(*value);
    if (Status checked = check::text(key, into, most); !checked) fault(*node, key, checked.error().message);
  }
  void flag(const char* key, bool& into) {
    const toml::node* node = find(key);
    if (node == nullptr) return;
    const auto value = node->value_exact<bool>();
    if (!value) return fault(*node, key, "wants true or false");
    into = *value;
  }
  void number(const char* key, int& into, int least, int most) {
    const toml::node* node = find(key);
    if (node == nullptr) return;
    const auto value = node->value_exact<std::int64_t>();
    if (!value || *value < least || *value > most)
      return fault(*node, key, fmt::format("wants a number from {} to {}", least, most));
    into = static_cast<int>(*value);
  }
  void list(const char* key, std::vector<std::string>& into) {
    const toml::node* node = find(key);
    if (node == nullptr) return;
    const toml::array* values = node->as_array();
    if (values == nullptr) return fault(*node, key, "wants a list of texts, as in [\"fr\", \"en\"]");
    into.clear();
    for (const toml::node& value : *values) {
      const auto word = value.value_exact<std::string>();
      if (!word) return fault(value, key, "wants a list of texts, as in [\"fr\", \"en\"]");
      into.push_back(*word);
    }
  }

  /// Looks closer at a key that is there: `checked` is its fault, if any.
  void check(const char* key, const Status& checked) {
    if (const toml::node* node = find(key); node != nullptr && !checked) fault(*node, key, checked.error().message);
  }
  void require(const char* key, bool given, std::string_view example) {
    if (given) return;
    const toml::node* node = find(key);
    if (node != nullptr) return fault(*node, key, fmt::format("is empty; give it, as in {}", example));
    if (table_ != nullptr) return fault(*table_, key, fmt::format("is missing from [{}]; add {}", name_, example));
    faults_.push_back(fmt::format("{}:1: {} is missing; add [{}] with {}", file_name_, key, name_, example));
  }

  /// Every key of the table that nobody asked for.
  void finish() {
    if (table_ == nullptr) return;
    for (const auto& [key, node] : *table_)
      if (std::ranges::find(known_, key.str()) == known_.end())
        faults_.push_back(fmt::format("{}:{}: \"{}\" is not a key of [{}]; did you mean \"{}\"?", file_name_,
                                      key.source().begin.line, key.str(), name_, nearest(key.str(), known_)));
  }

 private:
  const toml::node* find(const char* key) {
    if (std::ranges::find(known_, key) == known_.end()) known_.emplace_back(key);
    return table_ == nullptr ? nullptr : table_->get(key);
  }
  void fault(const toml::node& at, const char* key, const std::string& message) {
    // One fault a key: what follows from the first would only confuse.
    if (std::ranges::find(faulty_, key) != faulty_.end()) return;
    faulty_.emplace_back(key);
    faults_.push_back(fmt::format("{}:{}: {}: {}", file_name_, at.source().begin.line, key, message));
  }

  const char* name_;
  const std::string& file_name_;
  std::vector<std::string>& faults_;
  const toml::table* table_ = nullptr;
  std::vector<std::string> known_;
  std::vector<std::string> faulty_;
};

Status check_zone(const std::string& name) {
  if (const auto zone = calendar::Zone::find(name); !zone) return fail(zone.error());
  return {};
}

/// BCP 47 as far as a wall needs it: "fr", "pt-BR".
Status check_languages(const std::vector<std::string>& languages) {
  const auto is_tag = [](const std::string& tag) {
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-'; };
    return tag.size() >= 2 && tag.size() <= limits::kWord && std::ranges::all_of(tag, fits);
  };
  if (languages.size() <= limits::kLanguages && std::ranges::all_of(languages, is_tag)) return {};
  return fail(Errc::invalid, "languages",
              fmt::format("wants at most {} language tags, as in [\"fr\", \"en\"]", limits::kLanguages));
}

Status check_rooms(const std::vector<std::string>& rooms) {
  const auto fits = [](const std::string& room) {
    return !room.empty() && check::text("rooms", room, limits::kPlace).has_value();
  };
  if (rooms.size() <= limits::kRooms && std::ranges::all_of(rooms, fits)) return {};
  return fail(Errc::invalid, "rooms",
              fmt::format("wants at most {} names of rooms, as in [\"Grande salle\", \"Cuisine\"]", limits::kRooms));
}

Status check_listen(const std::string& address) {
  const auto invalid = [&] {
    return fail(Errc::invalid, "listen",
                fmt::format("\"{}\" is not an address to listen on; write \"tcp://HOST:PORT\", as in "
                            "\"tcp://0.0.0.0:7447\"",
                            address));
  };
  constexpr std::string_view kTransport = "tcp://";
  const auto colon = address.rfind(':');
  if (!address.starts_with(kTransport) || colon <= kTransport.size()) return invalid();
  const std::string_view port = std::string_view(address).substr(colon + 1);
  constexpr int kPortMost = 65535;
  int number = 0;
  const auto read = std::from_chars(port.data(), port.data() + port.size(), number);
  const bool whole = read.ec == std::errc{} && read.ptr == port.data() + port.size();
  if (port == "*" || (whole && number >= 0 && number <= kPortMost)) return {};
  return invalid();
}

Result<std::vector<IpNetwork>> read_networks(const std::vector<std::string>& texts) {
  if (texts.size() > limits::kAllowedNetworks)
    return fail(Errc::invalid, "allow_addresses", fmt::format("wants at most {} networks", limits::kAllowedNetworks));
  std::vector<IpNetwork> networks;
  for (const std::string& text : texts) {
    const Result<IpNetwork> network = parse_ip_network(text);
    if (!network) return fail(network.error());
    networks.push_back(*network);
  }
  return networks;
}

Status check_ca_file(const std::string& path) {
  if (path.empty() || path.starts_with('/')) return {};
  return fail(Errc::invalid, "ca_file",
              fmt::format("\"{}\" is not a whole path; write it from the root on, as in \"/etc/mur/ca.pem\"", path));
}

constexpr std::array<std::string_view, 4> kProxies = {"http://", "https://", "socks5://", "socks5h://"};

Status check_proxy(const std::string& proxy) {
  const auto fits = [&proxy](std::string_view scheme) {
    return proxy.starts_with(scheme) && proxy.size() > scheme.size();
  };
  if (proxy.empty() || std::ranges::any_of(kProxies, fits)) return {};
  return fail(Errc::invalid, "proxy",
              "is no proxy's address; write \"http://HOST:PORT\" (or https, socks5, socks5h), as in "
              "\"http://proxy.example.org:3128\"");
}

constexpr std::array<std::string_view, 5> kLevels = {"trace", "debug", "info", "warn", "error"};

Status check_level(const std::string& level) {
  if (std::ranges::find(kLevels, level) != kLevels.end()) return {};
  return fail(Errc::invalid, "log_level",
              fmt::format("\"{}\" is unknown; did you mean \"{}\"? There are {}", level, nearest(level, kLevels),
                          fmt::join(kLevels, ", ")));
}

constexpr std::array<std::string_view, 5> kSections = {"hub", "policy", "privacy", "broker", "feeds"};

void check_sections(const toml::table& file, const std::string& name, std::vector<std::string>& faults) {
  for (const auto& [key, node] : file)
    if (std::ranges::find(kSections, key.str()) == kSections.end())
      faults.push_back(fmt::format("{}:{}: [{}] is unknown; did you mean [{}]?", name, key.source().begin.line,
                                   key.str(), nearest(key.str(), kSections)));
}

void read_hub(Section section, Hub& hub) {
  section.text("name", hub.name, limits::kName);
  section.require("name", !hub.name.empty(), "name = \"La Maison des citoyens\"");
  section.text("address", hub.address, limits::kPlace);
  section.text("time_zone", hub.time_zone, limits::kWord);
  section.require("time_zone", !hub.time_zone.empty(), "time_zone = \"Europe/Paris\"");
  if (!hub.time_zone.empty()) section.check("time_zone", check_zone(hub.time_zone));
  section.list("languages", hub.languages);
  section.require("languages", !hub.languages.empty(), "languages = [\"fr\", \"en\"]");
  section.check("languages", check_languages(hub.languages));
  section.text("public_url", hub.public_url, limits::kUrl);
  section.check("public_url", check::url("public_url", hub.public_url));
  section.list("rooms", hub.rooms);
  section.check("rooms", check_rooms(hub.rooms));
  section.flag("demo", hub.demo);
  section.finish();
}

void read_policy(Section section, const std::string& time_zone, Policy& policy) {
  section.number("review_hours", policy.review_hours, 1, limits::kReviewHours);
  section.flag("publish_presets", policy.publish_presets);
  section.flag("publish_clean_offers", policy.publish_clean_offers);
  section.flag("publish_electoral", policy.publish_electoral);
  std::vector<std::string> ballots;
  section.list("ballots", ballots);
  const auto zone = calendar::Zone::find(time_zone);
  auto silences = read_ballots(ballots, zone ? *zone : calendar::Zone::utc());
  if (silences)
    policy.silences = std::move(*silences);
  else
    section.check("ballots", fail(silences.error()));
  section.finish();
}

void read_privacy(Section section, Privacy& privacy) {
  section.text("controller", privacy.controller, limits::kPlace);
  section.text("address", privacy.address, limits::kPlace);
  section.text("rights_contact", privacy.rights_contact, limits::kPlace);
  section.text("dpo", privacy.dpo, limits::kPlace);
  section.text("publication_director", privacy.publication_director, limits::kPlace);
  section.text("host", privacy.host, limits::kPlace);
  section.finish();
}

void read_broker(Section section, Settings& settings) {
  section.text("listen", settings.listen, limits::kUrl);
  section.check("listen", check_listen(settings.listen));
  section.text("log_level", settings.log_level, limits::kWord);
  section.check("log_level", check_level(settings.log_level));
  section.finish();
}

void read_feeds(Section section, FeedSettings& feeds) {
  section.flag("fetch", feeds.fetch);
  std::vector<std::string> networks;
  section.list("allow_addresses", networks);
  Result<std::vector<IpNetwork>> allowed = read_networks(networks);
  if (allowed)
    feeds.allow_addresses = std::move(*allowed);
  else
    section.check("allow_addresses", fail(allowed.error()));
  section.text("ca_file", feeds.ca_file, limits::kPlace);
  section.check("ca_file", check_ca_file(feeds.ca_file));
  section.text("proxy", feeds.proxy, limits::kUrl);
  section.check("proxy", check_proxy(feeds.proxy));
  section.finish();
}

}  // namespace

Result<Settings> parse_settings(std::string_view text, const std::string& file_name) {
  toml::table file;
  try {
    file = toml::parse(text);
  } catch (const toml::parse_error& error) {
    return fail(Errc::invalid, file_name,
                fmt::format("{}:{}: {}", file_name, error.source().begin.line, error.description()));
  }
  Settings settings;
  std::vector<std::string> faults;
  check_sections(file, file_name, faults);
  read_hub({file, "hub", file_name, faults}, settings.hub);
  read_policy({file, "policy", file_name, faults}, settings.hub.time_zone, settings.hub.policy);
  read_privacy({file, "privacy", file_name, faults}, settings.hub.privacy);
  read_broker({file, "broker", file_name, faults}, settings);
  read_feeds({file, "feeds", file_name, faults}, settings.feeds);
  if (!faults.empty()) return fail(Errc::invalid, file_name, fmt::format("{}", fmt::join(faults, "\n")));
  return settings;
}

namespace {

Result<std::string> contents(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::ostringstream text;
  text << file.rdbuf();
  if (!file || !text)
    return fail(Errc::invalid, path.string(),
                fmt::format("{} can't be read; check who owns it and its mode", path.string()));
  return text.str();
}

}  // namespace

Result<Settings> HubFile::read() const {
  std::ifstream file(path_);
  if (!file && !std::filesystem::exists(path_))
    return fail(Errc::not_found, path_.string(),
                fmt::format("{} does not exist; make a hub with `murctl --data {} hub init`", path_.string(),
                            path_.parent_path().string()));
  const Result<std::string> text = contents(path_);
  if (!text) return fail(text.error());
  auto settings = parse_settings(*text, path_.filename().string());
  const std::filesystem::path skills = path_.parent_path() / kSkillsFile;
  if (!settings || !std::filesystem::exists(skills)) return settings;
  const Result<std::string> own = contents(skills);
  if (!own) return fail(own.error());
  settings->hub.skills = normalize(*own);
  if (const auto tree = skills::hub_tree(settings->hub.skills, limits::kSkillList); !tree) return fail(tree.error());
  return settings;
}

}  // namespace mur::broker
