#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace mur::calendar {

/// An IANA time zone, right after 2037 too. A value; cheap to copy; may be used from any thread.
class Zone {
 public:
  /// Errc::not_found for a name that is not an IANA zone or link; the message proposes the nearest name.
  [[nodiscard]] static Result<Zone> find(std::string_view name);
  [[nodiscard]] static Zone utc();
  /// True where `find` would find; cheaper for many names of which few are right.
  [[nodiscard]] static bool is_known(std::string_view name);

  /// The name of the zone that is `name` in another case ("europe/paris"), or empty.
  [[nodiscard]] static std::string in_any_case(std::string_view name);

  [[nodiscard]] const std::string& name() const;
  [[nodiscard]] std::chrono::local_seconds to_local(std::chrono::sys_seconds time) const;
  /// A wall time that happens twice is the first; one that does not exist is read with the offset before the gap
  /// (RFC 5545 § 3.3.5).
  [[nodiscard]] std::chrono::sys_seconds to_sys(std::chrono::local_seconds local) const;

 private:
  struct Rules;
  explicit Zone(std::shared_ptr<const Rules> rules) : rules_{std::move(rules)} {}
  std::shared_ptr<const Rules> rules_;  // shared by every copy of the value; immutable
};

}  // namespace mur::calendar
