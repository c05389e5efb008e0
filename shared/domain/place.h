#pragma once

#include <cstdint>
#include <string>

namespace mur {

/// Where something is: a room here, an address in town, or both left open.
struct Place {
  std::string name;  ///< "Salle Louise-Michel", or what LOCATION says
  std::string address;
  bool here = false;  ///< in the hub itself
  std::string room;   ///< one of the hub's rooms; empty: not said, or not here

  friend bool operator==(const Place&, const Place&) = default;
};

enum class Known : std::uint8_t { unknown = 0, yes = 1, no = 2 };

/// Can I come? Each one yes, no or not known.
struct Access {
  Known step_free = Known::unknown;
  Known lift = Known::unknown;
  Known adapted_toilet = Known::unknown;
  Known hearing_loop = Known::unknown;
  Known sign_language = Known::unknown;
  Known quiet = Known::unknown;

  friend bool operator==(const Access&, const Access&) = default;
};

enum class PriceKind : std::uint8_t { unknown = 0, free_of_charge = 1, pay_what_you_want = 2, paid = 3 };

struct Price {
  PriceKind kind = PriceKind::unknown;
  std::string text;  ///< "5 € / 3 €" where paid

  friend bool operator==(const Price&, const Price&) = default;
};

}  // namespace mur
