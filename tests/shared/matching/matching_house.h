#pragma once

#include <string>
#include <string_view>

#include "shared/domain/limits.h"
#include "shared/matching/matches.h"
#include "shared/skills/default_list.h"

namespace mur::test {

/// Needs and offers of a hub in Paris, Thursday 12 March 2026, noon.
struct MatchingHouse {
  static Uuid id(std::string_view name) { return derive_uuid(Uuid{}, name); }
  static calendar::When paris(int day, int hour) {
    return {.kind = calendar::When::Kind::zoned,
            .local = std::chrono::local_days{std::chrono::year{2026} / std::chrono::March / 1} +
                     std::chrono::days{day - 1} + std::chrono::hours{hour},
            .zone = "Europe/Paris"};
  }
  static Slot slot(int day, int hour, int wanted = 2) {
    return {.id = SlotId{id("slot" + std::to_string(day) + "-" + std::to_string(hour))},
            .role = "",
            .when = calendar::Timing{.start = paris(day, hour), .end = paris(day, hour + 2)},
            .wanted = wanted};
  }
  static Need need(std::string_view name, NeedDetails details, std::string_view organization = "cantine") {
    return {.id = NeedId{id(name)},
            .organization = OrganizationId{id(organization)},
            .details = std::move(details),
            .moderation = {.status = PostStatus::published}};
  }
  [[nodiscard]] Offer offer(std::string_view name, OfferDetails details) const {
    Offer made{.id = OfferId{id(name)},
               .details = std::move(details),
               .created_at = now,
               .expires_at = now + limits::kOfferLife,
               .moderation = {.status = PostStatus::published}};
    made.kind = kind_of(made.details.tiles.front());
    return made;
  }
  [[nodiscard]] matching::Match score(const Need& one, const Offer& other) const {
    return matching::score(one, other, tree, reader, zone, now);
  }

  const TimePoint now{std::chrono::sys_days{std::chrono::year{2026} / 3 / 12} + std::chrono::hours{11}};
  const calendar::Zone zone = calendar::Zone::find("Europe/Paris").value();
  const skills::SkillTree tree = skills::default_tree(limits::kSkillList).value();
  const matching::SkillReader reader{tree};
};

}  // namespace mur::test
