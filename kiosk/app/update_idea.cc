#include "kiosk/app/update_idea.h"

#include <algorithm>

#include "kiosk/app/update_form.h"

namespace mur::app {

void apply(AppState& state, const Join&) {
  if (state.page().screen != Screen::offer) return;
  const OfferId id = state.page().offer;
  const Offer* offer = state.wall.find(id);
  if (offer == nullptr || offer->kind != OfferKind::idea || !is_on_wall(offer->moderation)) return;
  Visit& visit = state.visit;
  // Whoever comes back to the same idea keeps what they have said.
  if (visit.form != Form::join || visit.idea != id) begin_form(state, Form::join);
  visit.idea = id;
  show_step(state, visit.author.reviewed && is_complete(visit) ? Screen::review : Screen::contact);
}

JoinIdea joining_of(const Visit& visit) {
  const AuthorDraft& author = visit.author;
  return {.offer = visit.idea,
          .first_name = author.first_name,
          .contact = author.contact,
          .age = author.contact == ContactKind::none ? AgeClass::unknown : author.age,
          .language = visit.aids.language,
          .sealed_ticket = {},
          .sealed_contact = author.sealed_contact};
}

TakenPlace place_of(const AppState& state, OfferId idea) {
  const Offer* offer = state.wall.find(idea);
  return {.title = offer == nullptr ? std::string{} : offer->details.text};
}

}  // namespace mur::app
