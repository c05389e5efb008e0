#pragma once

#include "shared/domain/organization.h"
#include "shared/protocol/fields.h"

namespace mur::protocol {

template <>
struct Fields<OrganizationDetails> {
  static constexpr std::uint16_t kVersion = 2;
  static void visit(auto& archive, auto& details) {
    archive(Text{"name", details.name, limits::kName}, Text{"summary", details.summary, limits::kSummary},
            Text{"url", details.url, limits::kUrl}, Text{"room", details.room, limits::kPlace}, details.residency,
            Texts{"themes", details.themes, limits::kCategories, limits::kWord});
    if (archive.since(2)) archive(details.sensitivity, Text{"email", details.email, limits::kContact});
  }
};

template <>
struct Fields<Organization> {
  static constexpr std::uint16_t kVersion = 3;
  static void visit(auto& archive, auto& organization) {
    archive(organization.id, organization.details, organization.trust,
            Text{"guarantor", organization.guarantor, limits::kName}, organization.created_at,
            organization.seen_by_wall);
    if (archive.since(2))
      archive(Text{"vouched_by", organization.vouched_by, limits::kName},
              List{"pace.minutes", organization.pace.minutes, limits::kPaceKept},
              Count{"pace.expired", organization.pace.expired, limits::kExpiredPause}, organization.pace.paused_at);
    if (archive.since(3)) archive(organization.charter_at, organization.matches_told_at);
  }
};

}  // namespace mur::protocol
