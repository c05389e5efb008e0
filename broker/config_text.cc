#include <fmt/format.h>

#include <toml++/toml.h>
#include <sstream>

#include "broker/ballots.h"
#include "broker/config.h"

namespace mur::broker {
namespace {

/// As TOML writes it, in double quotes, as everybody knows them.
std::string toml_quoted(const std::string& text) {
  constexpr auto kFlags = toml::toml_formatter::default_flags & ~toml::format_flags::allow_literal_strings;
  const toml::value<std::string> value{text};
  std::ostringstream out;
  out << toml::toml_formatter{value, kFlags};
  return out.str();
}

std::string toml_quoted(const std::vector<std::string>& texts) {
  std::string list;
  for (const std::string& text : texts) list += (list.empty() ? "" : ", ") + toml_quoted(text);
  return "[" + list + "]";
}

std::string toml_quoted(const std::vector<IpNetwork>& networks) {
  std::vector<std::string> texts;
  for (const IpNetwork& network : networks) texts.push_back(to_string(network));
  return toml_quoted(texts);
}

std::vector<std::string> ballots_of(const Hub& hub) {
  const auto zone = calendar::Zone::find(hub.time_zone);
  return ballot_texts(hub.policy.silences, zone ? *zone : calendar::Zone::utc());
}

}  // namespace

std::string settings_text(const Settings& settings) {
  const Hub& hub = settings.hub;
  std::string text = fmt::format(
      R"(# The hub's settings. After a change: `murctl reload`, which says what is wrong before it changes anything.

[hub]
name = {}
address = {}
# An IANA name: https://en.wikipedia.org/wiki/List_of_tz_database_time_zones
time_zone = {}
# The wall's own language first.
languages = {}
# Where phones reach this hub's pages, as in "https://mur.example.org". Empty: the wall draws no QR code.
public_url = {}
# The hub's rooms, as people call them. An event whose place names one, or the hub, is shown as being here.
rooms = {}
)",
      toml_quoted(hub.name), toml_quoted(hub.address), toml_quoted(hub.time_zone), toml_quoted(hub.languages),
      toml_quoted(hub.public_url), toml_quoted(hub.rooms));
  if (hub.demo)
    text +=
        "# A demonstration: every screen says so, and it can't become a real hub (`murctl hub init` makes one).\n"
        "demo = true\n";
  text += fmt::format(
      R"(
[policy]
# What the wall promises to who leaves an offer: read within so many hours.
review_hours = {}
# An offer made of presets only, without a name or a typed word, goes up at once.
publish_presets = {}
# Visitors' posts go up unread when screening finds nothing in them.
publish_clean_offers = {}
# Posts that serve a campaign go up. false: they are refused.
publish_electoral = {}
# The days of ballots and when the polls close, as in ["2027-04-11 20:00"]: such posts leave the wall from the eve on.
ballots = {}

[privacy]
# Who keeps visitors' phone numbers and addresses (GDPR art. 13). Until all six are set, the wall takes no contact.
controller = {}
address = {}
# Whom people ask to see, change or erase what is kept of them.
rights_contact = {}
# The data protection officer, or who is asked in their place.
dpo = {}
# Who answers for what is published, and who runs the broker's machine: a site's legal notice.
publication_director = {}
host = {}

[broker]
# Where kiosks and murctl connect. "tcp://0.0.0.0:7447" for kiosks on other machines. Needs a new start.
listen = {}
# trace, debug, info, warn or error
log_level = {}

[feeds]
# Organizations' calendars are fetched from the internet. false: never, for a hub without a network.
fetch = {}
# Addresses that are not public are refused, so that no feed reads what only this machine can reach. These are fetched
# from all the same, as in ["192.168.1.20/32", "fd12:3456::/32"].
allow_addresses = {}
# Certificates (PEM) to trust besides the system's, as in "/etc/mur/ca.pem".
ca_file = {}
# Fetch through this proxy, as in "http://proxy.example.org:3128". Then it is the proxy that must keep feeds from private
# addresses: only it sees which address a name stands for.
proxy = {}
)",
      hub.policy.review_hours, hub.policy.publish_presets, hub.policy.publish_clean_offers,
      hub.policy.publish_electoral, toml_quoted(ballots_of(hub)), toml_quoted(hub.privacy.controller),
      toml_quoted(hub.privacy.address), toml_quoted(hub.privacy.rights_contact), toml_quoted(hub.privacy.dpo),
      toml_quoted(hub.privacy.publication_director), toml_quoted(hub.privacy.host), toml_quoted(settings.listen),
      toml_quoted(settings.log_level), settings.feeds.fetch, toml_quoted(settings.feeds.allow_addresses),
      toml_quoted(settings.feeds.ca_file), toml_quoted(settings.feeds.proxy));
  return text;
}

}  // namespace mur::broker
