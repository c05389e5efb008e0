#pragma once

#include <optional>

#include "kiosk/app/action.h"
#include "kiosk/app/effect.h"
#include "shared/base/random.h"
#include "shared/base/seal.h"
#include "shared/link/broker_link.h"

namespace mur::kiosk {

/// Does what updates ask for: seals, makes tickets, hands commands to the link. Contacts and ticket secrets are sealed
/// here, at once, and their plain text is wiped. Borrows link and randomness. Main thread only.
class Performer {
 public:
  Performer(link::BrokerLink& link, const SealPublicKey& hub_key, RandomSource& random)
      : link_(link), hub_key_(hub_key), random_(random) {}

  /// What came of it, to be given to the next update.
  [[nodiscard]] app::Action perform(app::Effect effect);

 private:
  app::Action carry_out(app::SealContact& effect);
  app::Action carry_out(app::SubmitOffer& effect);
  app::Action carry_out(app::SubmitReply& effect);
  app::Action carry_out(app::SubmitJoin& effect);
  app::Action carry_out(app::SubmitComeNow& effect);
  app::Action carry_out(app::AskTicket& effect);
  app::Action carry_out(app::SubmitWithdrawal& effect);
  app::Action carry_out(app::SubmitUndo& effect);
  app::Action carry_out(app::SubmitRenewal& effect);
  app::Action carry_out(app::SubmitStory& effect);
  app::Action carry_out(app::SubmitStoryBack& effect);
  app::Action carry_out(app::SubmitTold& effect);
  app::Action carry_out(app::SubmitDecision& effect);
  app::Action carry_out(app::SubmitReport& effect);
  app::Action carry_out(app::SubmitAppeal& effect);
  [[nodiscard]] Bytes sealed(const TicketSecret& ticket) const;
  [[nodiscard]] app::Action kept(Command command);
  template <class Asked>
  [[nodiscard]] app::Action kept_with_ticket(Asked asked);

  link::BrokerLink& link_;
  SealPublicKey hub_key_;
  RandomSource& random_;
};

/// The link's news as actions; nothing for what the wall does not show.
[[nodiscard]] std::optional<app::Action> action_of(link::LinkEvent event);

}  // namespace mur::kiosk
