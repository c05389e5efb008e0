#pragma once

#include <string>
#include <vector>

#include "shared/base/clock.h"
#include "shared/base/seal.h"
#include "shared/domain/ids.h"

namespace mur {

/// From the eve of a ballot, 00:00, to the close of polls: electoral posts leave the wall.
struct Silence {
  TimePoint from{};
  TimePoint until{};

  friend bool operator==(const Silence&, const Silence&) = default;
};

/// What the hub decided about publishing (DESIGN.md § 8).
struct Policy {
  int review_hours = 48;              ///< what the wall promises: « Relu sous 48 heures »
  bool publish_presets = true;        ///< an offer of presets only, no name, no typed text, goes up at once
  bool publish_clean_offers = false;  ///< visitors' posts go up when screening finds nothing
  bool publish_electoral = false;     ///< posts of category *electoral* go up at all
  std::vector<Silence> silences;

  friend bool operator==(const Policy&, const Policy&) = default;
};

/// Who keeps personal data (RGPD art. 13), and who answers for what is published (LCEN art. 1-1). Without all of these,
/// the wall takes no contact.
struct Privacy {
  std::string controller;
  std::string address;
  std::string rights_contact;
  std::string dpo;                   ///< the data protection officer, or who is asked instead
  std::string publication_director;  ///< who answers for what is published
  std::string host;                  ///< who runs the broker's machine

  friend bool operator==(const Privacy&, const Privacy&) = default;
};

/// The place. One record; its content comes from hub.toml at each start and reload.
struct Hub {
  HubId id;
  std::string name;
  std::string address;
  std::string time_zone;               ///< IANA
  std::vector<std::string> languages;  ///< BCP 47, the wall's first one first
  std::string public_url;              ///< empty: no hand-off QR is drawn
  bool demo = false;                   ///< set at `hub init --demo`, never cleared
  Policy policy;
  Privacy privacy;
  SealPublicKey seal_key{};
  std::vector<std::string> rooms;  ///< "Grande salle"; an event whose place names one is here, in that room
  std::string skills;              ///< themes and skills of its own, and what it names otherwise: TOML (tree_file.h)

  friend bool operator==(const Hub&, const Hub&) = default;
};

[[nodiscard]] inline bool takes_contacts(const Hub& hub) {
  const Privacy& privacy = hub.privacy;
  return !privacy.controller.empty() && !privacy.address.empty() && !privacy.rights_contact.empty() &&
         !privacy.dpo.empty() && !privacy.publication_director.empty() && !privacy.host.empty();
}

}  // namespace mur
