#include "kiosk/performer.h"

#include "kiosk/app/session.h"
#include "shared/protocol/codec.h"

namespace mur::kiosk {

app::Action Performer::perform(app::Effect effect) {
  return std::visit([this](auto& each) { return carry_out(each); }, effect);
}

app::Action Performer::carry_out(app::SealContact& effect) {
  Bytes box = seal(hub_key_, as_bytes(effect.plain));
  app::wipe(effect.plain);
  return app::ContactSealed{effect.kind, std::move(box)};
}

/// With a ticket made for it.
template <class Asked>
app::Action Performer::kept_with_ticket(Asked asked) {
  const TicketSecret ticket = make_ticket(random_);
  asked.sealed_ticket = sealed(ticket);
  auto command = link_.submit(std::move(asked));
  if (!command) return app::NotKept{command.error()};
  return app::PostKept{*command, ticket};
}

app::Action Performer::carry_out(app::SubmitOffer& effect) {
  return kept_with_ticket(
      PutOffer{.details = std::move(effect.details), .sealed_contact = std::move(effect.sealed_contact)});
}

app::Action Performer::carry_out(app::SubmitReply& effect) { return kept_with_ticket(std::move(effect.answer)); }

app::Action Performer::carry_out(app::SubmitJoin& effect) { return kept_with_ticket(std::move(effect.join)); }

app::Action Performer::carry_out(app::SubmitComeNow& effect) {
  auto command = link_.submit(effect.coming);
  if (!command) return app::NotKept{command.error()};
  return app::ComeNowKept{*command};
}

app::Action Performer::carry_out(app::AskTicket& effect) {
  const std::uint64_t query = link_.ask(ShowTicket{effect.code});
  app::wipe(effect.code);
  return app::TicketAsked{query};
}

app::Action Performer::carry_out(app::SubmitWithdrawal& effect) {
  return kept(WithdrawByTicket{sealed({.code = std::move(effect.code)})});
}

app::Action Performer::carry_out(app::SubmitUndo& effect) {
  return kept(RestoreByTicket{sealed({.code = std::move(effect.code)})});
}

app::Action Performer::carry_out(app::SubmitRenewal& effect) {
  return kept(RenewByTicket{sealed({.code = std::move(effect.code)})});
}

app::Action Performer::carry_out(app::SubmitStory& effect) {
  return kept(TellStory{.sealed_ticket = sealed({.code = std::move(effect.code)}),
                        .text = std::move(effect.text),
                        .first_name = std::move(effect.first_name),
                        .language = std::move(effect.language),
                        .consent = true});  // the screen before asked for it, and nothing else
}

app::Action Performer::carry_out(app::SubmitStoryBack& effect) {
  return kept(TakeStoryBack{sealed({.code = std::move(effect.code)})});
}

app::Action Performer::carry_out(app::SubmitTold& effect) {
  return kept(TellByTicket{sealed({.code = std::move(effect.code)}), effect.met});
}

app::Action Performer::carry_out(app::SubmitDecision& effect) {
  return kept(DecideByTicket{.sealed_ticket = sealed({.code = std::move(effect.code)}),
                             .reply = effect.reply,
                             .status = effect.status,
                             .consent = effect.consent});
}

app::Action Performer::carry_out(app::SubmitReport& effect) {
  return kept_with_ticket(AddReport{.post = effect.post, .reason = effect.reason});
}

app::Action Performer::carry_out(app::SubmitAppeal& effect) {
  return kept(AppealByTicket{sealed({.code = std::move(effect.code)}), std::move(effect.text)});
}

Bytes Performer::sealed(const TicketSecret& ticket) const {
  Bytes plain = protocol::encode_ticket(ticket);
  Bytes box = seal(hub_key_, plain);
  app::wipe(plain);
  return box;
}

app::Action Performer::kept(Command command) {
  auto id = link_.submit(std::move(command));
  if (!id) return app::NotKept{id.error()};
  return app::CommandKept{*id};
}

namespace {

struct ActionOf {
  using Maybe = std::optional<app::Action>;
  Maybe operator()(link::Connected&) const { return app::BrokerCame{}; }
  Maybe operator()(link::Disconnected&) const { return app::BrokerLeft{}; }
  Maybe operator()(link::RecordsChanged& changed) const {
    return app::RecordsCame{changed.replaced, std::move(changed.records)};
  }
  Maybe operator()(link::BecameCurrent& current) const { return app::WallIsCurrent{current.at}; }
  Maybe operator()(link::CommandAnswered& answered) const {
    return app::PostAnswered{answered.command, std::move(answered.answer)};
  }
  Maybe operator()(link::QueryAnswered& answered) const {
    if (!answered.answer) return app::TicketAnswered{answered.query, fail(answered.answer.error())};
    auto* ticket = std::get_if<TicketState>(&*answered.answer);
    if (ticket == nullptr) return std::nullopt;  // only tickets are asked for here
    return app::TicketAnswered{answered.query, std::move(*ticket)};
  }
  Maybe operator()(link::OutboxChanged&) const { return std::nullopt; }
  Maybe operator()(link::ReplicaDiffered&) const { return std::nullopt; }
};

}  // namespace

std::optional<app::Action> action_of(link::LinkEvent event) { return std::visit(ActionOf{}, event); }

}  // namespace mur::kiosk
