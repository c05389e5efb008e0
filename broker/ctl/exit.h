#pragma once

#include "shared/base/result.h"

namespace mur::ctl {

/// What murctl ends with.
enum Exit : int {
  kDone = 0,
  kRefused = 1,      ///< the broker or the disk refused, or part of it failed
  kUsage = 2,        ///< the command line is wrong
  kUnreachable = 3,  ///< no broker answers
};

/// The field of an error that says that no broker answers.
inline constexpr const char* kBrokerField = "broker";

/// A wrong value of an option ("--start") is the command line's fault.
[[nodiscard]] inline Exit exit_for(const Error& error) {
  if (error.field == kBrokerField && error.code == Errc::io) return kUnreachable;
  return error.code == Errc::invalid && error.field.starts_with("--") ? kUsage : kRefused;
}

}  // namespace mur::ctl
