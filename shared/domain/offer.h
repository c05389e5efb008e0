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
  other = 12,  ///< typed
  idea = 13    ///< « je lance un groupe »: typed, and others may join
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
  bool holidays = false;  ///< school holidays

  friend bool operator==(const Availability&, const Availability&) = default;
};

enum class ContactKind : std::uint8_t { none = 0, phone = 1, email = 2 };
enum class AgeClass : std::uint8_t { unknown = 0, under_15 = 1, from_15_to_17 = 2, adult = 3 };

[[nodiscard]] const char* to_string(ContactKind kind);

/// How well someone knows what they offer. On disk and on the wire: append only.
enum class Level : std::uint8_t { unsaid = 0, curious = 1, at_ease = 2, professional = 3 };
/// Where they know it from. Likewise.
enum class Origin : std::uint8_t { unsaid = 0, passion = 1, job = 2 };

[[nodiscard]] const char* to_string(Level level);
[[nodiscard]] std::optional<Level> parse_level(std::string_view text);
[[nodiscard]] const char* to_string(Origin origin);
[[nodiscard]] std::optional<Origin> parse_origin(std::string_view text);

/// Whose employer gives the time: skills-based volunteering. All append only.
struct EmployerBacked {
  enum class Time : std::uint8_t { half_days = 1, days = 2, part_time = 3, full_time = 4 };
  enum class Seniority : std::uint8_t { unsaid = 0, junior = 1, senior = 2 };
  enum class Agreement : std::uint8_t { to_ask = 0, asked = 1, agreed = 2 };

  std::string employer;  ///< never on a wall
  Time time = Time::half_days;
  Seniority seniority = Seniority::unsaid;
  Agreement agreement = Agreement::to_ask;

  friend bool operator==(const EmployerBacked&, const EmployerBacked&) = default;
};

[[nodiscard]] const char* to_string(EmployerBacked::Time time);
[[nodiscard]] std::optional<EmployerBacked::Time> parse_employer_time(std::string_view text);
[[nodiscard]] const char* to_string(EmployerBacked::Seniority seniority);
[[nodiscard]] std::optional<EmployerBacked::Seniority> parse_seniority(std::string_view text);
[[nodiscard]] const char* to_string(EmployerBacked::Agreement agreement);
[[nodiscard]] std::optional<EmployerBacked::Agreement> parse_agreement(std::string_view text);

/// What a visitor says on the wall. No contact in it: that travels sealed, beside it.
struct OfferDetails {
  std::vector<Tile> tiles;  ///< 1 to limits::kTiles
  std::string text;         ///< typed, with Tile::other or Tile::idea
  Availability availability;
  std::string first_name;  ///< empty unless its author asked for it
  std::string language;    ///< BCP 47, of the screen it was typed on
  ContactKind contact = ContactKind::none;
  bool may_be_called = false;  ///< « Les associations du lieu peuvent m'appeler »
  AgeClass age = AgeClass::unknown;
  Level level = Level::unsaid;
  bool may_train = false;  ///< someone else in it
  Origin origin = Origin::unsaid;
  int hours_a_week = 0;            ///< 0: unsaid
  bool remote = false;             ///< can be done from afar
  int within_km = 0;               ///< of the hub; 0: unsaid
  std::optional<TimePoint> from;   ///< the first day; never on a wall
  std::optional<TimePoint> until;  ///< the end of the last one; never on a wall
  std::optional<EmployerBacked> employer;

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
  int joined = 0;                ///< of an idea: how many others would come (idea.h)
  std::optional<EventId> event;  ///< of an idea: when and where the hub proposes to meet

  friend bool operator==(const Offer&, const Offer&) = default;
};

/// May its ticket renew it now: it ends within limits::kRenewAhead, or has ended and is still kept?
[[nodiscard]] bool may_renew(PostStatus status, TimePoint expires_at, TimePoint now);

}  // namespace mur
