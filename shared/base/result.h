#pragma once

#include <expected>
#include <string>
#include <utility>

namespace mur {

/// Why something was refused or failed. The names travel in receipts and in `--json`; append only.
enum class Errc : unsigned char {
  invalid = 1,      ///< what was given breaks a rule; `field` names it
  not_found = 2,    ///< the thing named does not exist, or this actor may not know that it does
  conflict = 3,     ///< the state moved, or the same id came with other bytes
  forbidden = 4,    ///< this role may not do that
  closed = 5,       ///< the thing exists, but no longer takes this
  too_large = 6,    ///< over a limit of shared/domain/limits.h
  too_old = 7,      ///< the command is older than receipts are kept
  slow_down = 8,    ///< rate limit; never final
  try_again = 9,    ///< a queue is full or the disk refused; never final
  io = 10,          ///< a file, a socket or the disk
  corrupt = 11,     ///< bytes that do not decode
  unsupported = 12  ///< a version or a feature this program does not have
};

/// An expected failure, told so that its reader knows what to do.
struct Error {
  Errc code{};
  std::string field;    ///< the field, file or option at fault; may be empty
  std::string message;  ///< one sentence, with the remedy

  friend bool operator==(const Error&, const Error&) = default;
};

/// A value or an Error. libstdc++ 12's std::expected is not [[nodiscard]]; this is.
template <class T>
class [[nodiscard]] Result : public std::expected<T, Error> {
 public:
  using std::expected<T, Error>::expected;
};

using Status = Result<void>;

/// `return fail(Errc::invalid, "title", "title is empty; give one of 1 to 120 characters");`
[[nodiscard]] inline std::unexpected<Error> fail(Errc code, std::string field, std::string message = {}) {
  return std::unexpected<Error>(Error{code, std::move(field), std::move(message)});
}

/// Hands an inner failure on: `if (!x) return fail(x.error());`
[[nodiscard]] inline std::unexpected<Error> fail(Error error) { return std::unexpected<Error>(std::move(error)); }

/// "invalid", "not_found", … as in receipts and `--json`.
[[nodiscard]] constexpr const char* to_string(Errc code) {
  switch (code) {
    case Errc::invalid: return "invalid";
    case Errc::not_found: return "not_found";
    case Errc::conflict: return "conflict";
    case Errc::forbidden: return "forbidden";
    case Errc::closed: return "closed";
    case Errc::too_large: return "too_large";
    case Errc::too_old: return "too_old";
    case Errc::slow_down: return "slow_down";
    case Errc::try_again: return "try_again";
    case Errc::io: return "io";
    case Errc::corrupt: return "corrupt";
    case Errc::unsupported: return "unsupported";
  }
  return "unknown";
}

/// Errors that a client must not take as an answer: it keeps the command and sends it again.
[[nodiscard]] constexpr bool is_final(Errc code) { return code != Errc::slow_down && code != Errc::try_again; }

}  // namespace mur
