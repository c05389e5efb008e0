#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/clock.h"
#include "shared/domain/ids.h"
#include "shared/domain/moderation.h"

namespace mur {

enum class OfferKind : std::uint8_t { time = 1, skill = 2, material = 3, learn = 4, idea = 5 };

[[nodiscard]] const char* to_string(OfferKind kind);

/// What one touches in « Qu'est-ce que je propose ? ». On disk and on the wire: append only.
enum class Tile : std::uint8_t {
  some_time = 1,
  cooking = 2,
  communication = 3,
  photo = 4,
  translation = 5,
  material = 6,
  repair = 7,
  legal = 8,
  unsure = 9,
  learn = 10,
  transport = 11,
  other = 12  ///< typed
};

[[nodiscard]] const char* to_string(Tile tile);
/// The kind follows from the first tile.
[[nodiscard]] OfferKind kind_of(Tile tile);

/// How far an offer got, for everyone to see. On disk and on the wire: append only.
enum class OfferStage : std::uint8_t {
  open = 1,
  promised = 2,  ///< the person and an organization agreed
  met = 3
};

[[nodiscard]] const char* to_string(OfferStage stage);

/// When someone can. A set of bits.
struct Availability {
  bool now = false;
  bool evenings = false;
  bool weekends = false;
  bool days = false;
  bool to_agree = false;

  friend bool operator==(const Availability&, const Availability&) = default;
};

enum class ContactKind : std::uint8_t { none = 0, phone = 1, email = 2 };
enum class AgeClass : std::uint8_t { unknown = 0, under_15 = 1, from_15_to_17 = 2, adult = 3 };

[[nodiscard]] const char* to_string(ContactKind kind);

/// What a visitor says on the wall. No contact in it: that travels sealed, beside it.
struct OfferDetails {
  std::vector<Tile> tiles;  ///< 1 to limits::kTiles
  std::string text;         ///< typed, with Tile::other
  Availability availability;
  std::string first_name;  ///< empty unless its author asked for it
  std::string language;    ///< BCP 47, of the screen it was typed on
  ContactKind contact = ContactKind::none;
  bool may_be_called = false;  ///< « Les associations du lieu peuvent m'appeler »
  AgeClass age = AgeClass::unknown;

  friend bool operator==(const OfferDetails&, const OfferDetails&) = default;
};

struct Offer {
  OfferId id;
  OfferDetails details;
  OfferKind kind = OfferKind::time;
  TimePoint created_at{};
  TimePoint expires_at{};
  Moderation moderation;
  OfferStage stage = OfferStage::open;

  friend bool operator==(const Offer&, const Offer&) = default;
};

/// May its ticket renew it now: it ends within limits::kRenewAhead, or has ended and is still kept?
[[nodiscard]] bool may_renew(PostStatus status, TimePoint expires_at, TimePoint now);

}  // namespace mur
