#include "shared/screening/mark.h"

#include <algorithm>

namespace mur::screening {

const char* to_string(MarkKind kind) {
  switch (kind) {
    case MarkKind::phone_number: return "phone-number";
    case MarkKind::email_address: return "email-address";
    case MarkKind::link: return "link";
    case MarkKind::meeting_link: return "meeting-link";
    case MarkKind::abuse: return "abuse";
    case MarkKind::look_alike: return "look-alike-letters";
    case MarkKind::hidden_characters: return "hidden-characters";
    case MarkKind::paid_work: return "paid-work";
    case MarkKind::repeat: return "repeat";
    case MarkKind::flood: return "flood";
    case MarkKind::vulnerable: return "vulnerable";
    case MarkKind::named_person: return "named-person";
  }
  return "unknown";
}

bool always_waits(const std::vector<Mark>& marks) {
  return std::ranges::any_of(
      marks, [](const Mark& mark) { return mark.kind == MarkKind::vulnerable || mark.kind == MarkKind::named_person; });
}

bool has_contact(const std::vector<Mark>& marks) {
  return std::ranges::any_of(marks, [](const Mark& mark) {
    return mark.kind == MarkKind::phone_number || mark.kind == MarkKind::email_address;
  });
}

}  // namespace mur::screening
