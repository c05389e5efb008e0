#pragma once

#include <string>

#include "broker/ctl/command_line.h"
#include "broker/ctl/context.h"
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

/// A ticket for someone at the desk: its code to be written down, and the same sealed, to be sent.
struct DeskTicket {
  std::string code;
  Bytes sealed;

  /// "The ticket: 7K3 M9Q 2FA", and what it is good for.
  [[nodiscard]] std::string text() const;
};
[[nodiscard]] DeskTicket make_desk_ticket(Context& context, const SealPublicKey& hub);

}  // namespace mur::ctl
