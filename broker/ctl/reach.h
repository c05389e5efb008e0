#pragma once

#include <string>

#include "broker/ctl/command_line.h"
#include "shared/base/seal.h"
#include "shared/domain/offer.h"

namespace mur::ctl {

/// How to reach someone, typed in for them at the desk.
struct ReachOptions {
  std::string phone;
  std::string email;
  std::string age;
};
void describe_reach(CLI::App& command, ReachOptions& options);

/// The same, sealed: nobody but the broker reads it again.
struct Reach {
  ContactKind contact = ContactKind::none;
  AgeClass age = AgeClass::unknown;
  Bytes sealed;  ///< empty with ContactKind::none
};
/// Errc::invalid or too_large names the option.
[[nodiscard]] Result<Reach> sealed_reach(const ReachOptions& options, const SealPublicKey& hub);

}  // namespace mur::ctl
