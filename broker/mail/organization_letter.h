#pragma once

#include "broker/mail/letter.h"
#include "shared/domain/awaiting.h"

namespace mur::broker {

/// An offer that fits one of the organization's needs.
struct FittingOffer {
  OfferId offer;
  NeedId need;

  friend bool operator==(const FittingOffer&, const FittingOffer&) = default;
};

/// What the hub writes to an organization (awaiting.h): who waits for its answer, and which offers fit its needs. In
/// French where that is the hub's first language, else in English. Names nobody. All ids are of records that `wall`
/// has.
[[nodiscard]] Letter write_organization_letter(const Wall& wall, const Organization& organization,
                                               const std::vector<const Reply*>& waiting,
                                               const std::vector<FittingOffer>& fitting, const calendar::Zone& hub);

}  // namespace mur::broker
