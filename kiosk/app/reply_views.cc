#include "kiosk/app/reply_views.h"

#include "kiosk/app/make_views.h"
#include "kiosk/app/post_words.h"
#include "kiosk/app/rule_sentence.h"
#include "kiosk/app/slot_state.h"
#include "kiosk/app/update_reply.h"
#include "shared/domain/limits.h"

namespace mur::app {

namespace {

constexpr std::size_t kDatesShown = 6;
constexpr int kStepsWithDate = 3;  // date, contact, review

/// "demain, à 18 h"
std::string moment_words(const AppState& state, TimePoint at, const Language& language) {
  const auto local = state.zone.to_local(std::chrono::floor<std::chrono::seconds>(at));
  const auto day = std::chrono::floor<std::chrono::days>(local);
  return language.text.format("{0}, at {1}", language.dates.near_day(day, state.today()), language.dates.time(local));
}

/// "Grande salle, demandez Samira"
std::string go_words(const TakenPlace& place, const Text& text) {
  if (place.where.empty() && place.welcomed_by.empty()) return text("Ask at the desk.");
  if (place.where.empty()) return text.format("Ask for {0}", place.welcomed_by);
  if (place.welcomed_by.empty()) return place.where;
  return text.format("{0}, ask for {1}", place.where, place.welcomed_by);
}

/// A place that is held: until when, if that is known.
std::string held_words(const AppState& state, const std::string& organization, TimePoint decide_by,
                       const Language& language) {
  const Text& text = language.text;
  const std::string who = organization.empty() ? text("The organization") : organization;
  if (decide_by == TimePoint{}) return text.format("{0} answers soon; look here under My ticket.", who);
  return text.format("{0} answers before {1}; look here under My ticket.", who,
                     moment_words(state, decide_by, language));
}

std::string listed_words(std::uint32_t waiting, const Language& language) {
  if (waiting == 0) return language.text("As soon as a place is free, it is held for you.");
  return language.text.format("You are {0} in line. As soon as a place is free, it is held for you.",
                              language.dates.ordinal(static_cast<int>(waiting)));
}

}  // namespace

std::string answered_words(const TakenPlace& place) { return joined({place.title, place.role}); }

std::string when_words(const std::optional<AgendaEntry>& when, bool each_time, const AppState& state,
                       const Language& language) {
  if (!when) return language.text("to be agreed");
  const std::string span = language.dates.span(*when, state.today());
  return each_time ? language.text.format("each time, first {0}", span) : span;
}

AgendaEntry span_of(const AppState& state, TimePoint begins_at, TimePoint ends_at) {
  AgendaEntry span{.event = {}, .series = {}};
  span.start_at = std::chrono::floor<Seconds>(begins_at);
  span.end_at = std::chrono::floor<Seconds>(ends_at);
  span.start = state.zone.to_local(span.start_at);
  span.end = state.zone.to_local(span.end_at);
  return span;
}

int undo_hours() {
  return static_cast<int>(std::chrono::duration_cast<std::chrono::hours>(limits::kUndoWithdrawal).count());
}

std::string when_words(const AppState& state, const ReplyTold& told, const Language& language) {
  if (!told.begins) return {};
  const TimePoint ends = (told.each_time ? told.begins : told.ends).value_or(*told.begins);
  return when_words(span_of(state, *told.begins, ends), told.each_time, state, language);
}

std::string repeats_words(const Slot& slot, const AppState& state, const Language& language) {
  if (!slot.when || !calendar::repeats(*slot.when)) return {};
  const calendar::RuleWords words = calendar::rule_words(*slot.when, state.zone);
  if (words.pattern == calendar::RuleWords::Pattern::other || words.count) return language.text("on several dates");
  return rule_sentence(words, {}, language, state.today());
}

ReplyAnswer answer_words(const AppState& state, const SentPost& sent, const Language& language) {
  const Text& text = language.text;
  const SentReply& reply = *sent.reply;
  switch (sent.stage) {
    case SentPost::Stage::waiting:
      if (state.link.connected)
        return {text("Thank you! To be confirmed: it is being sent…"),
                text("In a moment this page says whether a place is held for you."), Tone::attention};
      return {text("Thank you! To be confirmed: it waits here to be sent."),
              text("The connection is away. Your answer leaves by itself as soon as it is back; only then is it known "
                   "whether a place is free. Your code stays the same."),
              Tone::attention};
    case SentPost::Stage::refused:
      if (sent.contact_refused)
        return {text("It could not be taken"),
                text("This contact can’t be used here. Answer again without one, or ask at the desk."), Tone::bad};
      if (sent.refusal == Errc::closed || sent.refusal == Errc::not_found)
        return {text("It could not be taken"),
                text("In the meantime it was closed, or its time is over. Others are looking for people, too."),
                Tone::bad};
      return {text("It could not be taken"), text("Please ask at the desk. Others are looking for people, too."),
              Tone::bad};
    case SentPost::Stage::received:
    case SentPost::Stage::published: break;
  }
  const ReplyStatus status = reply.told ? reply.told->status : sent.status.value_or(ReplyStatus::held);
  const std::string organization = organization_name(state, reply.place.organization);
  if (status == ReplyStatus::listed)
    return {text("You are on the waiting list"), listed_words(reply.told ? reply.told->waiting : 0, language),
            Tone::attention};
  if (status == ReplyStatus::accepted) return {text("You are expected"), {}, Tone::good};
  return {text("A place is held for you"),
          held_words(state, organization, reply.told ? reply.told->decide_by : TimePoint{}, language), Tone::good};
}

std::string reason_words(ReplyReason reason, const Text& text) {
  switch (reason) {
    case ReplyReason::none: return {};
    case ReplyReason::enough: return text("There are enough people already.");
    case ReplyReason::other_day: return text("Another day or another hour would suit better.");
    case ReplyReason::skill: return text("Someone with another skill is looked for.");
    case ReplyReason::cancelled: return text("It does not take place.");
    case ReplyReason::closed: return text("The organization takes nobody any more.");
    case ReplyReason::other: return text("Ask at the desk.");
  }
  return {};
}

ReplyAnswer answer_words(const AppState& state, const ReplyTold& told, bool can_undo, const Language& language) {
  const Text& text = language.text;
  const std::string others = text("Others are looking for people: see “I want to help”.");
  switch (told.status) {
    case ReplyStatus::held:
      return {text("A place is held for you"), held_words(state, told.organization, told.decide_by, language),
              Tone::good};
    case ReplyStatus::listed:
      return {text("You are on the waiting list"), listed_words(told.waiting, language), Tone::attention};
    case ReplyStatus::accepted:
      return {text("You are expected"),
              told.may_tell ? text("Have you met?") : text("Thank you! If you can’t come, say so here."), Tone::good};
    case ReplyStatus::declined: return {text("Not this time"), others, Tone::bad};
    case ReplyStatus::withdrawn:
      return {text("You have said that you can’t come"),
              can_undo
                  ? text.plural("You can change your mind within {0} hour; a free place is then held for you again.",
                                "You can change your mind within {0} hours; a free place is then held for you again.",
                                undo_hours())
                  : others,
              Tone::quiet};
    case ReplyStatus::expired:
      return {text("Nobody answered in time"), text("We are sorry.") + " " + others, Tone::bad};
    case ReplyStatus::met: return {text("You have met"), text("Thank you for coming!"), Tone::good};
    case ReplyStatus::no_show:
      return {text("The organization has not seen you"), text("If that is not so, say it at the desk."), Tone::quiet};
    case ReplyStatus::nobody_there:
      return {text("Nobody was there"), text("We are sorry. The desk would like to know more."), Tone::bad};
    case ReplyStatus::fell_through: return {text("It falls through"), others, Tone::bad};
  }
  return {};
}

std::optional<ReplyWhenView> make_reply_when(const AppState& state, const Language& language) {
  const ReplyDraft& draft = state.visit.reply;
  const Need* need = state.wall.find(draft.need);
  const Slot* slot = need == nullptr ? nullptr : find_slot(need->details, draft.slot);
  if (slot == nullptr || !is_on_wall(need->moderation)) return std::nullopt;
  const auto dates = next_dates(*slot, state.zone, state.moment.now, kDatesShown);
  if (dates.empty()) return std::nullopt;
  const Text& text = language.text;
  const auto places = [&](int missing) {
    return missing == 0 ? text("complete – waiting list") : missing_words(*slot, missing, text);
  };
  ReplyWhenView view{.step = {.at = 1, .of = kStepsWithDate},
                     .answered = joined({need->details.title, slot->role}),
                     .each_time = {.date = {},
                                   .name = text.format("Each time: {0}", repeats_words(*slot, state, language)),
                                   .places = places(missing_each_time(*slot, state.moment.now)),
                                   .selected = draft.date_chosen && !draft.date},
                     .dates = {}};
  for (const AgendaEntry& date : dates)
    view.dates.push_back({.date = date.start_at,
                          .name = language.dates.short_span(date, state.today()),
                          .places = places(missing(*slot, date.start_at)),
                          .selected = draft.date_chosen && draft.date == TimePoint{date.start_at}});
  return view;
}

ComeNowView make_come_now(const AppState& state, const Language& language) {
  if (!state.visit.coming) return {};
  const Coming& coming = *state.visit.coming;
  const Text& text = language.text;
  ComeNowView view{.go = go_words(coming.place, text),
                   .answered = answered_words(coming.place),
                   .when = when_words(coming.place.when, false, state, language)};
  switch (coming.stage) {
    case Coming::Stage::waiting:
      view.title = state.link.connected ? text("You are being counted…") : text("Not counted yet");
      if (!state.link.connected)
        view.next = text("The connection is away: say when you arrive that you have come to help.");
      view.tone = Tone::attention;
      break;
    case Coming::Stage::counted: {
      view.title = text("You are counted. Thank you!");
      view.tone = Tone::good;
      const Need* need = state.wall.find(coming.place.need);
      const Slot* slot = need == nullptr ? nullptr : find_slot(need->details, coming.place.slot);
      if (slot == nullptr || !coming.place.when) break;
      const int taken = slot->wanted - missing(*slot, coming.place.when->start_at);
      if (taken > 0)
        view.next = text.plural("{0} person of {1} is coming.", "{0} people of {1} are coming.", taken, slot->wanted);
      break;
    }
    case Coming::Stage::refused:
      view.title = text("Not counted");
      view.next = text("In the meantime every place was taken, or it is over. Others are looking for people, too.");
      view.tone = Tone::bad;
      view.refused = true;
      break;
    case Coming::Stage::not_kept:
      view.title = text("Not counted");
      view.next = text("This screen could not keep it. Go all the same, and say that you have come to help.");
      view.tone = Tone::attention;
      break;
  }
  return view;
}

}  // namespace mur::app
