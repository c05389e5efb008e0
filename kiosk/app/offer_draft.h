#pragma once

#include <string>
#include <vector>

#include "shared/base/bytes.h"
#include "shared/domain/offer.h"

namespace mur::app {

/// What a visitor has answered so far in « Je propose… ». The contact is in it sealed only.
struct OfferDraft {
  std::vector<Tile> tiles;
  std::string text;  ///< of Tile::other
  Availability availability;
  std::string first_name;
  bool reach_chosen = false;  ///< step 3 was answered
  ContactKind contact = ContactKind::none;
  Bytes sealed_contact;
  bool may_be_called = false;
  AgeClass age = AgeClass::unknown;
  bool age_missing = false;  ///< a contact was wanted before the age was said
  bool reviewed = false;     ///< the review was reached: steps now go back to it
  bool sending = false;      ///< « Envoyer » was touched, the outbox has not answered yet
  bool not_kept = false;     ///< the outbox refused

  friend bool operator==(const OfferDraft&, const OfferDraft&) = default;
};

[[nodiscard]] inline bool is_answered(const Availability& when) { return when != Availability{}; }

}  // namespace mur::app
