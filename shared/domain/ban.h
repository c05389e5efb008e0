#pragma once

#include <string>

#include "shared/base/clock.h"
#include "shared/domain/ids.h"

namespace mur {

/// Until when an organization, or one key of it, can't post. It ends by itself; what was posted before stays.
///
///   –    an admin bans                  on
///   on   `until` has come               over
///   on   an admin ends it               over
///   over 30 days after                  purged
struct Ban {
  BanId id;
  OrganizationId organization;  ///< exactly one of organization and principal is set …
  PrincipalId principal;        ///< … this one stays the same when its key is replaced
  std::string reason;           ///< for who is banned to read
  TimePoint made_at{};
  TimePoint until{};  ///< brought forward where it was ended early

  friend bool operator==(const Ban&, const Ban&) = default;
};

[[nodiscard]] inline bool is_on(const Ban& ban, TimePoint now) { return now < ban.until; }

}  // namespace mur
