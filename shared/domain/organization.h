#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/clock.h"
#include "shared/domain/ids.h"
#include "shared/domain/pace.h"

namespace mur {

enum class Residency : std::uint8_t { resident = 1, external = 2 };

/// What an organization may do without being read first. On disk and on the wire: append only.
enum class Trust : std::uint8_t {
  unverified = 1,  ///< proposed itself; its posts wait
  newcomer = 2,    ///< "new": known, its posts wait
  trusted = 3,     ///< published at once; opens contacts
  suspended = 4    ///< can't post; off the wall
};

[[nodiscard]] const char* to_string(Residency residency);
[[nodiscard]] const char* to_string(Trust trust);
[[nodiscard]] std::optional<Residency> parse_residency(std::string_view text);
[[nodiscard]] std::optional<Trust> parse_trust(std::string_view text);

/// What answering this organization may give away of a person (RGPD art. 9). On disk and on the wire: append only.
enum class Sensitivity : std::uint8_t {
  none = 0,
  trade_union = 1,
  party = 2,
  religion = 3,
  health = 4,
  orientation = 5
};

[[nodiscard]] const char* to_string(Sensitivity sensitivity);
[[nodiscard]] std::optional<Sensitivity> parse_sensitivity(std::string_view text);

struct OrganizationDetails {
  std::string name;
  std::string summary;
  std::string url;
  std::string room;  ///< where residents are found
  Residency residency = Residency::external;
  std::vector<std::string> themes;
  /// Other than none: who gives a contact to it consents to that first, on a screen of its own.
  Sensitivity sensitivity = Sensitivity::none;
  std::string email;  ///< where the hub's letters to it go; never on a wall

  friend bool operator==(const OrganizationDetails&, const OrganizationDetails&) = default;
};

struct Organization {
  OrganizationId id;
  OrganizationDetails details;
  Trust trust = Trust::newcomer;
  std::string guarantor;  ///< RNA or SIRET number, or who answers for it by name; asked for *trusted*
  TimePoint created_at{};
  bool seen_by_wall = false;  ///< true once it was not *unverified*
  std::string vouched_by;     ///< who of the hub made it *trusted*: the key's label
  Pace pace;
  TimePoint charter_at{};       ///< when it accepted the contact charter (charter.h); epoch: not yet. Never on a wall
  TimePoint matches_told_at{};  ///< when it was last told of offers that fit its needs; never on a wall

  friend bool operator==(const Organization&, const Organization&) = default;
};

}  // namespace mur
