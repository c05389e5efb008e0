#pragma once

#include <string>

#include "shared/base/bytes.h"
#include "shared/domain/offer.h"

namespace mur::app {

/// The end of every form: who says it, how they can be reached, and how far the form has come. The contact is in it
/// sealed only.
struct AuthorDraft {
  std::string first_name;
  bool reach_chosen = false;  ///< the step was answered
  ContactKind contact = ContactKind::none;
  Bytes sealed_contact;
  AgeClass age = AgeClass::unknown;
  bool age_missing = false;  ///< a contact was wanted before the age was said
  bool consented = false;    ///< to an organization of a sensitive kind knowing the contact
  bool reviewed = false;     ///< the review was reached: steps now go back to it
  bool sending = false;      ///< « Envoyer » was touched, the outbox has not answered yet
  bool not_kept = false;     ///< the outbox refused

  friend bool operator==(const AuthorDraft&, const AuthorDraft&) = default;
};

}  // namespace mur::app
