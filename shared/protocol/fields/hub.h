#pragma once

#include "shared/domain/hub.h"
#include "shared/protocol/fields.h"

namespace mur::protocol {

template <>
struct Fields<Silence> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& silence) { archive(silence.from, silence.until); }
};

template <>
struct Fields<Policy> {
  static constexpr std::uint16_t kVersion = 2;
  static void visit(auto& archive, auto& policy) {
    archive(policy.review_hours, policy.publish_presets, policy.publish_clean_offers);
    if (archive.since(2))
      archive(policy.publish_electoral, List{"policy.silences", policy.silences, limits::kSilences});
  }
};

template <>
struct Fields<Privacy> {
  static constexpr std::uint16_t kVersion = 2;
  static void visit(auto& archive, auto& privacy) {
    archive(Text{"privacy.controller", privacy.controller, limits::kPlace},
            Text{"privacy.address", privacy.address, limits::kPlace},
            Text{"privacy.rights_contact", privacy.rights_contact, limits::kPlace});
    if (archive.since(2))
      archive(Text{"privacy.dpo", privacy.dpo, limits::kPlace},
              Text{"privacy.publication_director", privacy.publication_director, limits::kPlace},
              Text{"privacy.host", privacy.host, limits::kPlace});
  }
};

template <>
struct Fields<Hub> {
  static constexpr std::uint16_t kVersion = 3;
  static void visit(auto& archive, auto& hub) {
    archive(hub.id, Text{"name", hub.name, limits::kName}, Text{"address", hub.address, limits::kPlace},
            Text{"time_zone", hub.time_zone, limits::kWord},
            Texts{"languages", hub.languages, limits::kLanguages, limits::kWord},
            Text{"public_url", hub.public_url, limits::kUrl}, hub.demo, hub.policy, hub.privacy, hub.seal_key);
    if (archive.since(2)) archive(Texts{"rooms", hub.rooms, limits::kRooms, limits::kPlace});
    if (archive.since(3)) archive(Text{"skills", hub.skills, limits::kOwnSkills});
  }
};

}  // namespace mur::protocol
