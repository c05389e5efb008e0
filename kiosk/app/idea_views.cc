#include "kiosk/app/idea_views.h"

#include "kiosk/app/post_words.h"
#include "shared/domain/limits.h"
#include "shared/domain/places.h"

namespace mur::app {

namespace {

ReplyAnswer noted(const Text& text) {
  return {text("Noted: you would come, too"),
          text.plural("From {0} person on this place proposes a date; look here under My ticket.",
                      "From {0} people on this place proposes a date; look here under My ticket.", limits::kIdeaStarts),
          Tone::good};
}

ReplyAnswer dated(const Text& text) {
  return {text("The date is set"), text("Thank you! If you can’t come, say so here."), Tone::good};
}

}  // namespace

std::string joined_words(int joined, const Text& text) {
  if (joined == 0) return {};
  return text.plural("{0} person would come", "{0} people would come", joined);
}

std::string meeting_words(const AppState& state, const Offer& idea, const Language& language) {
  const Event* event = idea.event ? state.wall.find(*idea.event) : nullptr;
  if (event == nullptr || !is_on_wall(event->moderation)) return {};
  const auto next = next_span(Slot{.when = event->details.timing}, {}, state.zone, state.moment.now);
  if (!next) return {};
  const AgendaEntry span = span_of(state, next->begins_at, next->ends_at);
  return joined({language.text.format("Meeting: {0}", language.dates.span(span, state.today())),
                 place_words(event->details.place)});
}

ReplyAnswer joining_words(const AppState& state, const SentPost& sent, const Language& language) {
  const Text& text = language.text;
  switch (sent.stage) {
    case SentPost::Stage::waiting:
      if (state.link.connected) return {text("Thank you! It is being sent…"), noted(text).next, Tone::attention};
      return {text("Thank you! It is kept here, waiting to be sent."),
              text("The connection is away. It leaves by itself as soon as it is back; your code stays the same."),
              Tone::attention};
    case SentPost::Stage::refused:
      return {text("It could not be taken"),
              sent.contact_refused
                  ? text("This contact can’t be used here. Answer again without one, or ask at the desk.")
                  : text("In the meantime it has left the wall. Please ask at the desk."),
              Tone::bad};
    case SentPost::Stage::received:
    case SentPost::Stage::published: break;
  }
  return sent.status == ReplyStatus::accepted ? dated(text) : noted(text);
}

ReplyAnswer joining_words(const ReplyTold& told, bool can_undo, const Language& language) {
  const Text& text = language.text;
  switch (told.status) {
    case ReplyStatus::held:
    case ReplyStatus::listed: return noted(text);
    case ReplyStatus::accepted:
      return told.may_tell ? ReplyAnswer{text("The date is set"), text("Have you met?"), Tone::good} : dated(text);
    case ReplyStatus::withdrawn:
      return {text("You have said that you can’t come"),
              can_undo ? text.plural("You can change your mind within {0} hour.",
                                     "You can change your mind within {0} hours.", undo_hours())
                       : std::string{},
              Tone::quiet};
    case ReplyStatus::met: return {text("You have met"), text("Thank you for coming!"), Tone::good};
    case ReplyStatus::nobody_there:
      return {text("Nobody was there"), text("We are sorry. The desk would like to know more."), Tone::bad};
    case ReplyStatus::fell_through: return {text("It falls through"), text("Ask at the desk."), Tone::bad};
    case ReplyStatus::expired:
    case ReplyStatus::declined:
    case ReplyStatus::no_show: break;
  }
  return {text("Not enough people this time"), text("You can start it again: “I propose…”."), Tone::quiet};
}

}  // namespace mur::app
