#include "kiosk/app/form_views.h"

#include <algorithm>
#include <array>
#include <set>

#include "kiosk/app/idea_views.h"
#include "kiosk/app/make_views.h"
#include "kiosk/app/match_cards.h"
#include "kiosk/app/post_words.h"
#include "kiosk/app/promise.h"
#include "kiosk/app/story_views.h"
#include "kiosk/app/update_form.h"
#include "kiosk/app/update_idea.h"
#include "kiosk/app/update_reply.h"
#include "shared/base/text.h"
#include "shared/domain/limits.h"

namespace mur::app {

namespace {

constexpr std::array kTiles{Tile::some_time,   Tile::cooking,  Tile::communication, Tile::photo,
                            Tile::translation, Tile::material, Tile::repair,        Tile::legal,
                            Tile::unsure,      Tile::learn,    Tile::transport,     Tile::other};
constexpr int kOfferSteps = 4;
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
  const OfferDraft& draft = state.visit.offer;
  WhatView view{.step = {.at = 1, .of = kOfferSteps},
                .tiles = {},
                .choosing_several = state.visit.author.reviewed,
                .most = static_cast<int>(limits::kTiles),
                .complete = is_complete(state.visit)};
  for (const Tile tile : kTiles)
    view.tiles.push_back(
        {tile, tile_name(tile, text), std::find(draft.tiles.begin(), draft.tiles.end(), tile) != draft.tiles.end()});
  return view;
}

WhenView make_when(const AppState& state, const Text& text) {
  const OfferDraft& draft = state.visit.offer;
  const Availability& when = draft.availability;
  return {.step = {.at = 2, .of = kOfferSteps},
          .offer = chosen_words(draft, text),
          .times = {{Time::now, text("Right now"), when.now},
                    {Time::evenings, text("Evenings"), when.evenings},
                    {Time::weekends, text("Week-ends"), when.weekends},
                    {Time::days, text("Daytime"), when.days},
                    {Time::holidays, text("School holidays"), when.holidays},
                    {Time::to_agree, text("To be agreed together"), when.to_agree}},
          .choosing_several = state.visit.author.reviewed,
          .complete = is_complete(state.visit)};
}

/// The last two steps of a form, and those before them: what and when; or which place, and on which date.
StepView step_of(const AppState& state, Screen screen) {
  const Visit& visit = state.visit;
  const bool last = screen == Screen::review || screen == Screen::first_name;
  if (visit.form == Form::offer) return {.at = last ? kOfferSteps : kOfferSteps - 1, .of = kOfferSteps};
  const auto place = visit.form == Form::reply ? place_of(state, visit.reply) : std::nullopt;
  const int steps = place && place->repeats ? 3 : 2;
  return {.at = last ? steps : steps - 1, .of = steps};
}

MoreView make_more(const AppState& state, const Text& text) {
  const OfferDraft& draft = state.visit.offer;
  const auto level = [&](Detail detail, std::string name, Level value) {
    return DetailView{detail, std::move(name), draft.level == value};
  };
  const auto hours = [&](Detail detail, std::string name, int value) {
    return DetailView{detail, std::move(name), draft.hours_a_week == value};
  };
  const auto employer = [&](Detail detail, std::string name, EmployerBacked::Time value) {
    return DetailView{detail, std::move(name), draft.employer == value};
  };
  using Given = EmployerBacked::Time;
  return {.step = {.at = kOfferSteps, .of = kOfferSteps},
          .offer = chosen_words(draft, text),
          .groups = {{text("How well I know it"),
                      {level(Detail::curious, text("I’m curious"), Level::curious),
                       level(Detail::at_ease, text("At ease"), Level::at_ease),
                       level(Detail::professional, text("Professional"), Level::professional)}},
                     {text("Where I know it from"),
                      {{Detail::passion, text("A passion"), draft.origin == Origin::passion},
                       {Detail::job, text("My job"), draft.origin == Origin::job},
                       {Detail::may_train, text("I can teach it"), draft.may_train}}},
                     {text("How much a week, and from where"),
                      {hours(Detail::two_hours, text("2 hours"), kTwoHours),
                       hours(Detail::half_day, text("Half a day"), kHalfDay),
                       hours(Detail::day, text("A day"), kDay),
                       {Detail::remote, text("From home"), draft.remote}}},
                     {text("My employer gives me time"),
                      {employer(Detail::employer_half_days, text("Half days"), Given::half_days),
                       employer(Detail::employer_days, text("Whole days"), Given::days),
                       employer(Detail::employer_part_time, text("Part time"), Given::part_time),
                       employer(Detail::employer_full_time, text("Full time"), Given::full_time)}}}};
}

namespace {

/// Was anything of « Préciser » answered?
bool says_more(const OfferDraft& draft) {
  return draft.level != Level::unsaid || draft.origin != Origin::unsaid || draft.may_train || draft.remote ||
         draft.hours_a_week > 0 || draft.employer;
}

}  // namespace

std::optional<ContactView> make_contact(const AppState& state, const Language& language) {
  const Visit& visit = state.visit;
  const Hub hub = hub_of(state);
  ContactView view{.form = visit.form,
                   .step = step_of(state, Screen::contact),
                   .answered = {},
                   .age = visit.author.age,
                   .age_missing = visit.author.age_missing,
                   .hub_takes = takes_contacts(hub),
                   .may_leave = may_leave_contact(state),
                   .kept_by = hub.privacy.controller,
                   .rights = hub.privacy.rights_contact,
                   .kept_days = static_cast<int>(limits::kContactAfterPost.count()),
                   .has_contact = visit.author.contact != ContactKind::none};
  if (visit.form == Form::offer) {
    view.answered =
        joined({chosen_words(visit.offer, language.text), availability_words(visit.offer.availability, language.text)});
    return view;
  }
  if (visit.form == Form::join) {
    view.answered = place_of(state, visit.idea).title;
    return view;
  }
  const auto place = place_of(state, visit.reply);
  if (!place) return std::nullopt;
  view.answered = joined({answered_words(*place), when_words(place->when, place->each_time, state, language)});
  return view;
}

std::optional<ReviewView> make_review(const AppState& state, const Language& language) {
  const Visit& visit = state.visit;
  const AuthorDraft& author = visit.author;
  ReviewView view{.form = visit.form,
                  .step = step_of(state, Screen::review),
                  .what = {},
                  .when = {},
                  .when_step = Screen::offer_when,
                  .organization = {},
                  .contact = author.contact,
                  .may_be_called = visit.offer.may_be_called,
                  .first_name = author.first_name,
                  .sending = author.sending,
                  .not_kept = author.not_kept,
                  .review_hours = promised_hours(state)};
  if (visit.form == Form::offer) {
    view.what = chosen_words(visit.offer, language.text);
    view.when = availability_words(visit.offer.availability, language.text);
    view.may_be_idea = !visit.offer.text.empty();
    view.idea = visit.offer.idea;
    view.says_more = says_more(visit.offer);
    return view;
  }
  if (visit.form == Form::join) {
    const Offer* idea = state.wall.find(visit.idea);
    if (idea == nullptr) return std::nullopt;
    view.what = idea->details.text;
    view.when = meeting_words(state, *idea, language);
    view.when_step = Screen::offer;
    return view;
  }
  const auto place = place_of(state, visit.reply);
  if (!place) return std::nullopt;
  view.what = answered_words(*place);
  view.when = when_words(place->when, place->each_time, state, language);
  view.when_step = place->repeats ? Screen::reply_when : Screen::need;
  view.organization = organization_name(state, place->organization);
  return view;
}

TypingView make_typing(const AppState& state, const Text& text) {
  const Typing& typing = state.visit.typing;
  const Screen screen = state.page().screen;
  TypingView view{.screen = screen,
                  .form = state.visit.form,
                  .step = {.at = 1, .of = kOfferSteps},
                  .text = typing.text,
                  .max_length = most_typed(screen),
                  .problem = typing.problem,
                  .kind = typing.kind,
                  .suggestions = {},
                  .optional = screen == Screen::first_name || screen == Screen::story_name};
  if (screen == Screen::offer_text)
    view.suggestions = suggestions(state, text);
  else if (is_story(screen))
    view.step = {.at = 1, .of = 2};
  else
    view.step = step_of(state, screen);
  return view;
}

TicketView make_ticket_view(const AppState& state, const Language& language) {
  if (!state.visit.sent) return {};
  const SentPost& sent = *state.visit.sent;
  const Text& text = language.text;
  TicketView view{.what = joined({offer_title(sent.offer, text), availability_words(sent.offer.availability, text)}),
                  .detail = {},
                  .code = format_ticket_code(sent.ticket.code),
                  .link = {},
                  .stage = sent.stage,
                  .reply = {},
                  .online = state.link.connected,
                  .hidden = sent.hidden,
                  .has_contact = sent.contact != ContactKind::none,
                  .contact_refused = sent.contact_refused,
                  .read_by = promise_words(state, language),
                  .needs = {}};
  if (sent.report) {
    view.report = report_words(sent, *sent.report, state.link.connected, text);
    view.what = view.report->what;
    view.detail = view.report->detail;
    return view;
  }
  if (!sent.reply) {
    if (sent.stage != SentPost::Stage::refused) view.needs = needs_that_match(state, sent.offer, language);
    return view;
  }
  const TakenPlace& place = sent.reply->place;
  if (sent.reply->to_idea) {
    view.what = place.title;
    view.reply = joining_words(state, sent, language);
    view.to_idea = true;
    return view;
  }
  view.what = answered_words(place);
  view.detail = when_words(place.when, place.each_time, state, language);
  view.reply = answer_words(state, sent, language);
  return view;
}

namespace {

std::string reason_words(Reason reason, const Text& text) {
  switch (reason) {
    case Reason::none: return {};
    case Reason::advert: return text("It was taken for an advert.");
    case Reason::paid_work: return text("Paid work is not offered on this wall.");
    case Reason::canvassing: return text("Canvassing is not for this wall.");
    case Reason::electoral: return text("This wall shows nothing of campaigns.");
    case Reason::silence: return text("Nothing of campaigns is shown on the eve and the day of a ballot.");
    case Reason::attack: return text("It attacks a person.");
    case Reason::hate: return text("It hurts a group of people.");
    case Reason::hoax: return text("It could not be checked.");
    case Reason::contact_in_text: return text("There is a number or an address in the public text.");
    case Reason::incomplete: return text("Something is missing to understand it.");
    case Reason::repeat: return text("It is on the wall already.");
    case Reason::off_topic: return text("It is not what this wall is for.");
    case Reason::reported: return text("Several people have reported it. Someone here is looking at it.");
    case Reason::suspended:
    case Reason::paused:  // said of organizations' posts
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
      view.next = waiting_words(state, ticket.submitted_at, language);
      break;
    case PostStatus::published:
      view.status = text("On the wall");
      if (ticket.expires_at != TimePoint{}) view.next = text.format("It stays there until {0}.", until());
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
      view.next = ticket.can_undo ? text.plural("You can bring it back within {0} hour.",
                                                "You can bring it back within {0} hours.", undo_hours())
                                  : text("It has been deleted.");
      break;
    case PostStatus::expired:
      view.status = text("Its time is over");
      view.next = may_renew(ticket.status, ticket.expires_at, state.moment.now)
                      ? text("You can bring it back with one touch.")
                      : text("You can propose it again.");
      break;
    case PostStatus::closed: view.status = text("Closed"); break;
  }
  view.may_appeal = ticket.may_appeal;
  if (ticket.may_appeal) view.next = text("If you don’t agree, you can answer once, here or at the desk.");
  if (ticket.appeal_waits) view.next = text("Your answer is being read; come back with your code.");
  view.can_withdraw = ticket.status == PostStatus::pending || ticket.status == PostStatus::published;
  view.can_undo = ticket.status == PostStatus::withdrawn && ticket.can_undo;
  view.can_renew =
      ticket.post.kind == RecordKind::offer && may_renew(ticket.status, ticket.expires_at, state.moment.now);
}

void describe(TicketStateView& view, const ReplyTold& told, const TicketState& ticket, const AppState& state,
              const Language& language) {
  const ReplyAnswer answer = told.to_idea ? joining_words(told, ticket.can_undo, language)
                                          : answer_words(state, told, ticket.can_undo, language);
  view.is_reply = true;
  view.what = told.need;
  view.detail = joined({told.organization, told.role, when_words(state, told, language)});
  view.status = answer.status;
  view.next = answer.next;
  view.tone = answer.tone;
  view.reason = told.note.empty() ? reason_words(told.reason, language.text) : told.note;
  if (told.status == ReplyStatus::accepted)
    view.coming = {.where = told.where, .welcomed_by = told.welcomed_by, .bring = told.bring};
  view.may_tell = told.may_tell;
  if (told.status == ReplyStatus::met) view.told = true;
  if (told.status == ReplyStatus::nobody_there) view.told = false;
  // Where no time is set, one may have met or not be able to come, at any time.
  view.can_withdraw = is_open(told.status) && (!told.may_tell || !told.begins);
  view.can_undo = told.status == ReplyStatus::withdrawn && ticket.can_undo;
}

/// Of an idea of one's own: who would come, and when and where the hub proposes to meet.
std::string idea_words(const TicketState& ticket, const AppState& state, const Language& language) {
  std::vector<std::string> words;
  if (ticket.joined > 0) words.push_back(joined_words(ticket.joined, language.text));
  if (ticket.meeting_at) {
    const auto local = state.zone.to_local(std::chrono::floor<Seconds>(*ticket.meeting_at));
    const auto day = std::chrono::floor<std::chrono::days>(local);
    words.push_back(language.text.format(
        "Meeting: {0}",
        language.text.format("{0}, at {1}", language.dates.near_day(day, state.today()), language.dates.time(local))));
    if (!ticket.meeting_place.empty()) words.push_back(ticket.meeting_place);
  }
  return joined(words);
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
  view.story = story_words(lookup.state->story, language.text);
  view.can_tell_story = lookup.state->may_tell_story;
  view.has_story = lookup.state->story.has_value();
  if (lookup.state->post.kind == RecordKind::story) {
    view.what = language.text("Your story");
    return view;
  }
  if (lookup.state->reply) {
    const ReplyTold& told = *lookup.state->reply;
    describe(view, told, *lookup.state, state, language);
    const bool turned_down = told.status == ReplyStatus::declined || told.status == ReplyStatus::expired ||
                             told.status == ReplyStatus::fell_through;
    if (turned_down && !told.to_idea) view.needs = other_needs(state, told.need_id, language);
    return view;
  }
  if (!lookup.state->title.empty()) {
    view.what = lookup.state->title;
    describe(view, *lookup.state, state, language);
    return view;
  }
  if (lookup.state->report) {
    const ReportWords words = report_words(*lookup.state->report, language.text);
    view.what = words.what;
    view.detail = words.detail;
    view.status = words.status;
    view.next = words.next;
    view.reason = lookup.state->report->note;
    view.tone = words.tone;
    return view;
  }
  view.what = joined({offer_title(lookup.state->details, language.text),
                      availability_words(lookup.state->details.availability, language.text)});
  describe(view, *lookup.state, state, language);
  view.detail = idea_words(*lookup.state, state, language);
  view.answers = answer_views(state, *lookup.state, language);
  // Who was answered has that to look at first.
  if (view.can_withdraw && view.answers.empty()) view.needs = needs_that_match(state, lookup.state->details, language);
  return view;
}

}  // namespace mur::app
