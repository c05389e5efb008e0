#include "kiosk/app/update_form.h"

#include "kiosk/app/contact_text.h"
#include "kiosk/app/session.h"
#include "kiosk/app/update_idea.h"
#include "kiosk/app/update_offer.h"
#include "kiosk/app/update_reply.h"
#include "shared/base/text.h"
#include "shared/screening/screen.h"

namespace mur::app {

using Problem = Typing::Problem;

void begin_form(AppState& state, Form form) {
  wipe_form(state.visit);
  state.visit.form = form;
}

void show_step(AppState& state, Screen step) {
  if (step == Screen::review) state.visit.author.reviewed = true;
  show(state, Page{.screen = step});
}

void type(AppState& state, Screen step, const std::string& text) {
  state.visit.typing = Typing{.text = text};
  show_step(state, step);
}

bool must_ask(Typing& typing, std::string_view field) {
  if (typing.problem == Problem::contact_in_text) return false;
  if (!screening::has_contact(screening::screen(field, typing.text))) return false;
  typing.problem = Problem::contact_in_text;
  return true;
}

bool may_leave_contact(const AppState& state) {
  const Hub* hub = state.wall.hub();
  return hub != nullptr && takes_contacts(*hub) && state.visit.author.age != AgeClass::under_15;
}

namespace {

/// Before a contact is typed that an organization of a sensitive kind would know, it is asked for on a screen of its
/// own.
void ask_for_contact(AppState& state) {
  if (wants_consent(state) && !state.visit.author.consented) return show_step(state, Screen::consent);
  type(state, Screen::reach, {});
}

}  // namespace

bool wants_consent(const AppState& state) {
  if (state.visit.form != Form::reply) return false;
  const Need* need = state.wall.find(state.visit.reply.need);
  const Organization* organization = need == nullptr ? nullptr : state.wall.find(need->organization);
  return organization != nullptr && organization->details.sensitivity != Sensitivity::none;
}

void apply(AppState& state, const TouchAge& touched) {
  AuthorDraft& author = state.visit.author;
  author.age = touched.age;
  if (!may_leave_contact(state)) forget_contact(state);
  if (!author.age_missing) return;
  author.age_missing = false;
  if (may_leave_contact(state)) ask_for_contact(state);
}

void apply(AppState& state, const TouchReach& touched) {
  AuthorDraft& author = state.visit.author;
  if (touched.choice == ReachChoice::none) {
    forget_contact(state);
    author.reach_chosen = true;
    show_step(state, Screen::review);
    return;
  }
  if (!may_leave_contact(state)) return;
  if (author.age == AgeClass::unknown)
    author.age_missing = true;
  else
    ask_for_contact(state);
}

void apply(AppState& state, const GiveConsent& consent) {
  AuthorDraft& author = state.visit.author;
  if (state.page().screen != Screen::consent) return;
  author.consented = consent.given;
  if (consent.given) return type(state, Screen::reach, {});
  forget_contact(state);
  author.reach_chosen = true;
  show_step(state, Screen::review);
}

void apply(AppState& state, const Change& change) {
  const Visit& visit = state.visit;
  switch (change.step) {
    case Screen::offer_text: return type(state, change.step, visit.offer.text);
    case Screen::first_name: return type(state, change.step, visit.author.first_name);
    case Screen::need: return show(state, Page{.screen = Screen::need, .need = visit.reply.need});
    case Screen::offer: return show(state, Page{.screen = Screen::offer, .offer = visit.idea});
    default: return show_step(state, change.step);
  }
}

bool is_complete(const Visit& visit) {
  if (!visit.author.reach_chosen) return false;
  switch (visit.form) {
    case Form::offer: return is_complete(visit.offer);
    case Form::reply: return visit.reply.date_chosen;
    case Form::join: break;
  }
  return !visit.idea.is_nil();
}

void review(AppState& state) {
  if (is_complete(state.visit)) show_step(state, Screen::review);
}

void forget_contact(AppState& state) {
  AuthorDraft& author = state.visit.author;
  wipe(author.sealed_contact);
  author.contact = ContactKind::none;
  author.age_missing = false;
  author.consented = false;
  state.visit.offer.may_be_called = false;
}

void send(AppState& state, std::vector<Effect>& effects) {
  Visit& visit = state.visit;
  AuthorDraft& author = visit.author;
  if (!is_complete(visit) || author.sending) return;
  author.sending = true;
  author.not_kept = false;
  switch (visit.form) {
    case Form::offer: effects.emplace_back(SubmitOffer{details_of(visit), author.sealed_contact}); return;
    case Form::reply: effects.emplace_back(SubmitReply{answer_of(visit)}); return;
    case Form::join: effects.emplace_back(SubmitJoin{joining_of(visit)}); return;
  }
}

void apply(AppState& state, ContactSealed sealed) {
  if (state.page().screen != Screen::reach) return;  // the visitor has gone; the box goes with them
  AuthorDraft& author = state.visit.author;
  author.contact = sealed.kind;
  author.sealed_contact = std::move(sealed.box);
  author.reach_chosen = true;
  show_step(state, Screen::review);
}

void apply(AppState& state, const PostKept& kept) {
  Visit& visit = state.visit;
  if (!visit.author.sending) return;
  SentPost sent{.command = kept.command, .ticket = kept.ticket, .contact = visit.author.contact};
  switch (visit.form) {
    case Form::offer: sent.offer = details_of(visit); break;
    case Form::reply:
      sent.reply = SentReply{.place = place_of(state, visit.reply).value_or(TakenPlace{}), .told = {}};
      break;
    case Form::join: sent.reply = SentReply{.place = place_of(state, visit.idea), .to_idea = true, .told = {}}; break;
  }
  wipe_form(visit);
  visit.sent = std::move(sent);
  visit.pages = {Page{}, Page{.screen = Screen::home}, Page{.screen = Screen::ticket}};
}

void finish_first_name(AppState& state) {
  Typing& typing = state.visit.typing;
  if (must_ask(typing, "first_name")) return;
  state.visit.author.first_name = normalize(typing.text);
  wipe(typing.text);
  show_step(state, Screen::review);
}

void finish_reach(AppState& state, std::vector<Effect>& effects) {
  Typing& typing = state.visit.typing;
  const std::string contact = normalize(typing.text);
  if (contact.empty()) {
    typing.problem = Problem::empty;
  } else if (typing.kind == ContactKind::phone && !looks_like_phone_number(contact)) {
    typing.problem = Problem::not_a_number;
  } else if (typing.kind == ContactKind::email && !looks_like_email_address(contact)) {
    typing.problem = Problem::not_an_address;
  } else {
    effects.emplace_back(SealContact{typing.kind, contact});
    wipe(typing.text);
  }
}

}  // namespace mur::app
