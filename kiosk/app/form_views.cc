#include "kiosk/app/form_views.h"

#include <algorithm>
#include <array>
#include <set>

#include "kiosk/app/make_views.h"
#include "kiosk/app/post_words.h"
#include "kiosk/app/update_offer.h"
#include "shared/base/text.h"
#include "shared/domain/limits.h"

namespace mur::app {

namespace {

constexpr std::array kTiles{Tile::some_time,   Tile::cooking,  Tile::communication, Tile::photo,
                            Tile::translation, Tile::material, Tile::repair,        Tile::legal,
                            Tile::unsure,      Tile::learn,    Tile::transport,     Tile::other};
constexpr std::size_t kSuggestions = 3;
constexpr std::size_t kLeastToSuggest = 2;  // characters

std::string chosen_words(const OfferDraft& draft, const Text& text) {
  return offer_title({.tiles = draft.tiles, .text = draft.text, .availability = {}, .first_name = {}, .language = {}},
                     text);
}

/// Before the first connection there is none; its defaults speak then.
Hub hub_of(const AppState& state) {
  const Hub* hub = state.wall.hub();
  return hub == nullptr ? Hub{} : *hub;
}

/// Skills that organizations look for and that begin like the word being typed.
std::vector<std::string> suggestions(const AppState& state, const Text& text) {
  const std::string folded = fold(state.visit.typing.text);
  const auto blank = folded.rfind(' ');
  const std::string word = blank == std::string::npos ? folded : folded.substr(blank + 1);
  if (length(word) < kLeastToSuggest) return {};
  std::set<std::string> found;
  for (const BoardNeed& placed : state.board.needs) {
    const Need* need = state.wall.find(placed.need);
    if (need == nullptr) continue;
    for (const std::string& skill : skill_names(state, need->details, text))
      if (const std::string known = fold(skill); known.starts_with(word) && known != word) found.insert(skill);
  }
  std::vector<std::string> out;
  for (const std::string& skill : found)
    if (out.size() < kSuggestions) out.push_back(skill);
  return out;
}

}  // namespace

WhatView make_what(const AppState& state, const Text& text) {
  const OfferDraft& draft = state.visit.draft;
  WhatView view{.tiles = {},
                .choosing_several = draft.reviewed,
                .most = static_cast<int>(limits::kTiles),
                .complete = is_complete(draft)};
  for (const Tile tile : kTiles)
    view.tiles.push_back(
        {tile, tile_name(tile, text), std::find(draft.tiles.begin(), draft.tiles.end(), tile) != draft.tiles.end()});
  return view;
}

WhenView make_when(const AppState& state, const Text& text) {
  const OfferDraft& draft = state.visit.draft;
  const Availability& when = draft.availability;
  return {.offer = chosen_words(draft, text),
          .times = {{Time::now, text("Right now"), when.now},
                    {Time::evenings, text("Evenings"), when.evenings},
                    {Time::weekends, text("Week-ends"), when.weekends},
                    {Time::days, text("Daytime"), when.days},
                    {Time::to_agree, text("To be agreed together"), when.to_agree}},
          .choosing_several = draft.reviewed,
          .complete = is_complete(draft)};
}

ContactView make_contact(const AppState& state, const Text& text) {
  const OfferDraft& draft = state.visit.draft;
  const Hub hub = hub_of(state);
  return {.offer = joined({chosen_words(draft, text), availability_words(draft.availability, text)}),
          .age = draft.age,
          .age_missing = draft.age_missing,
          .hub_takes = takes_contacts(hub),
          .may_leave = may_leave_contact(state),
          .kept_by = hub.privacy.controller,
          .rights = hub.privacy.rights_contact,
          .kept_days = static_cast<int>(limits::kContactAfterPost.count()),
          .has_contact = draft.contact != ContactKind::none};
}

ReviewView make_review(const AppState& state, const Text& text) {
  const OfferDraft& draft = state.visit.draft;
  return {.offer = chosen_words(draft, text),
          .when = availability_words(draft.availability, text),
          .contact = draft.contact,
          .may_be_called = draft.may_be_called,
          .first_name = draft.first_name,
          .sending = draft.sending,
          .not_kept = draft.not_kept,
          .review_hours = hub_of(state).policy.review_hours};
}

TypingView make_typing(const AppState& state, const Text& text) {
  const Typing& typing = state.visit.typing;
  TypingView view{.screen = state.page().screen,
                  .text = typing.text,
                  .max_length = most_typed(state.page().screen),
                  .problem = typing.problem,
                  .kind = typing.kind,
                  .suggestions = {},
                  .optional = state.page().screen == Screen::offer_name};
  if (view.screen == Screen::offer_text) view.suggestions = suggestions(state, text);
  return view;
}

TicketView make_ticket_view(const AppState& state, const Text& text) {
  if (!state.visit.sent) return {};
  const SentOffer& sent = *state.visit.sent;
  return {.offer = joined({offer_title(sent.details, text), availability_words(sent.details.availability, text)}),
          .code = format_ticket_code(sent.ticket.code),
          .link = {},
          .stage = sent.stage,
          .online = state.link.connected,
          .hidden = sent.hidden,
          .has_contact = sent.details.contact != ContactKind::none,
          .review_hours = hub_of(state).policy.review_hours};
}

namespace {

std::string reason_words(Reason reason, const Text& text) {
  switch (reason) {
    case Reason::none: return {};
    case Reason::advert: return text("It was taken for an advert.");
    case Reason::paid_work: return text("Paid work is not offered on this wall.");
    case Reason::canvassing: return text("Canvassing is not for this wall.");
    case Reason::attack: return text("It attacks a person.");
    case Reason::hate: return text("It hurts a group of people.");
    case Reason::hoax: return text("It could not be checked.");
    case Reason::contact_in_text: return text("There is a number or an address in the public text.");
    case Reason::incomplete: return text("Something is missing to understand it.");
    case Reason::repeat: return text("It is on the wall already.");
    case Reason::off_topic: return text("It is not what this wall is for.");
    case Reason::suspended:  // said of organizations' posts
    case Reason::other: return text("Ask at the desk.");
  }
  return {};
}

void describe(TicketStateView& view, const TicketState& ticket, const AppState& state, const Language& language) {
  const Text& text = language.text;
  const auto until = [&] {
    const auto local = state.zone.to_local(std::chrono::floor<std::chrono::seconds>(ticket.expires_at));
    return language.dates.date(std::chrono::floor<std::chrono::days>(local), state.today());
  };
  switch (ticket.status) {
    case PostStatus::pending:
      view.status = text("Waiting to be read");
      view.next = text.plural("Someone here reads it within {0} hour, then it is on the wall.",
                              "Someone here reads it within {0} hours, then it is on the wall.",
                              hub_of(state).policy.review_hours);
      break;
    case PostStatus::published:
      view.status = text("On the wall");
      view.next = text.format("It stays there until {0}.", until());
      view.tone = Tone::good;
      break;
    case PostStatus::refused:
      view.status = text("Not published");
      view.next = text("You can propose it again, said differently, or ask at the desk.");
      view.reason = ticket.note.empty() ? reason_words(ticket.reason, text) : ticket.note;
      view.tone = Tone::bad;
      break;
    case PostStatus::hidden:
      view.status = text("Taken off the wall for now");
      view.next = text("Ask at the desk.");
      view.reason = ticket.note.empty() ? reason_words(ticket.reason, text) : ticket.note;
      view.tone = Tone::attention;
      break;
    case PostStatus::withdrawn:
      view.status = text("Withdrawn");
      view.next =
          ticket.can_undo
              ? text.plural(
                    "You can bring it back within {0} hour.", "You can bring it back within {0} hours.",
                    static_cast<int>(std::chrono::duration_cast<std::chrono::hours>(limits::kUndoWithdrawal).count()))
              : text("It has been deleted.");
      break;
    case PostStatus::expired:
      view.status = text("Its time is over");
      view.next = text("You can propose it again.");
      break;
    case PostStatus::closed: view.status = text("Closed"); break;
  }
  view.can_withdraw = ticket.status == PostStatus::pending || ticket.status == PostStatus::published;
  view.can_undo = ticket.status == PostStatus::withdrawn && ticket.can_undo;
}

}  // namespace

TicketStateView make_ticket_state(const AppState& state, const Language& language) {
  if (!state.visit.lookup) return {};
  const TicketLookup& lookup = *state.visit.lookup;
  TicketStateView view{.stage = lookup.stage, .code = format_ticket_code(lookup.code)};
  view.confirming = lookup.confirming;
  view.changing = lookup.change != TicketLookup::Change::none;
  view.waiting = view.changing && !state.link.connected;
  view.change_failed = lookup.change_failed;
  if (!lookup.state) return view;
  view.offer = joined({offer_title(lookup.state->details, language.text),
                       availability_words(lookup.state->details.availability, language.text)});
  describe(view, *lookup.state, state, language);
  return view;
}

}  // namespace mur::app
