// The pages of a need and of an offer.
#include <algorithm>

#include "kiosk/app/idea_views.h"
#include "kiosk/app/language_names.h"
#include "kiosk/app/make_views.h"
#include "kiosk/app/match_cards.h"
#include "kiosk/app/post_words.h"
#include "kiosk/app/slot_state.h"
#include "shared/domain/limits.h"

namespace mur::app {

namespace {

/// « répond en 2 jours »; empty before it has decided often enough to say so.
std::string pace_words(const AppState& state, OrganizationId id, const Text& text) {
  const Organization* organization = state.wall.find(id);
  const auto usual = organization == nullptr ? std::nullopt : usual_delay(organization->pace);
  if (!usual) return {};
  const auto hours = std::max(std::chrono::ceil<std::chrono::hours>(*usual), std::chrono::hours{1});
  if (hours < std::chrono::days{1})
    return text.plural("answers within {0} hour", "answers within {0} hours", static_cast<int>(hours.count()));
  return text.plural("answers within {0} day", "answers within {0} days",
                     static_cast<int>(std::chrono::ceil<std::chrono::days>(*usual).count()));
}

SlotView slot_view(const AppState& state, const Need& need, const Slot& slot, const Language& language) {
  const Text& text = language.text;
  const SlotState now = slot_state(slot, state.zone, state.moment.now);
  SlotView view{.id = slot.id, .role = slot.role, .over = now.over};
  const bool complete = now.missing == 0;
  view.waits = complete && !now.repeats;  // of what repeats, another date may have room
  if (now.next) {
    const std::string span = language.dates.span(*now.next, state.today());
    view.when = now.repeats ? text.format("next time: {0}", span) : span;
  }
  view.repeats = repeats_words(slot, state, language);
  if (now.over)
    view.missing = text("its time is over");
  else if (complete && now.waiting > 0)
    view.missing = text.format("complete – waiting list: {0}", now.waiting);
  else
    view.missing = missing_words(slot, now.missing, text);
  const auto said = [&](const char* key, const std::string& what) {
    return what.empty() ? std::string{} : text.format(key, what);
  };
  view.details = joined({said("welcomed by {0}", slot.welcomed_by), slot.where, said("bring: {0}", slot.bring)});
  view.may_come_now = may_come_now(need, now, state.moment.now);
  return view;
}

}  // namespace

std::optional<NeedView> make_need(const AppState& state, NeedId id, const Language& language) {
  const Need* need = state.wall.find(id);
  const auto placed = std::find_if(state.board.needs.begin(), state.board.needs.end(),
                                   [&](const BoardNeed& candidate) { return candidate.need == id; });
  if (need == nullptr || placed == state.board.needs.end()) return std::nullopt;
  const NeedDetails& details = need->details;
  const Text& text = language.text;
  NeedView view{.title = details.title,
                .by = organization_name(state, need->organization),
                .easy_line = details.easy_line,
                .description = details.description,
                .where = joined({place_words(details.place), details.remote ? text("from home") : std::string{}}),
                .commitment = details.commitment,
                .post = record_id(id)};
  if (details.no_experience) view.tags.push_back({text("no experience needed"), Tone::good});
  const WhoMayCome& who = details.who;
  if (who.taught) view.tags.push_back({text("you are taught on the spot"), Tone::good});
  if (who.groups) view.tags.push_back({text("groups welcome"), Tone::good});
  if (who.age_from > 0) view.tags.push_back({text.format("from {0} years on", who.age_from), Tone::attention});
  if (!who.languages.empty()) view.languages = text.format("Spoken there: {0}", language_names(who.languages, text));
  view.access = access_views(who.access, text);
  view.tally = tally_view(*need, text);
  view.story = story_of(state, need->organization, text);
  if (!details.theme.empty())
    view.tags.push_back({state.skills.name(skills::Kind::theme, details.theme, text.language()), Tone::quiet});
  for (const std::string& skill : skill_names(state, details, text)) view.tags.push_back({skill, Tone::quiet});
  for (const Slot& slot : details.slots) view.slots.push_back(slot_view(state, *need, slot, language));
  view.missing = missing_words(*need, *placed, text);
  view.how_to_come = view.by.empty() ? text.format("Ask at the desk for “{0}”.", details.title)
                                     : text.format("Ask at the desk for “{0}”, with {1}.", details.title, view.by);
  view.by = joined({view.by, pace_words(state, need->organization, text)});
  if (details.event) {
    const AgendaEntry* entry =
        state.agenda.next_of(*details.event, std::chrono::floor<std::chrono::seconds>(state.moment.now));
    const Event* event = entry == nullptr ? nullptr : state.wall.find(entry->event);
    if (event != nullptr)
      view.event = CardView{
          .opens = {.screen = Screen::event, .occurrence = {entry->event, entry->start}},
          .title = event->details.title,
          .detail = joined({language.dates.short_span(*entry, state.today()), place_words(event->details.place)}),
          .point = {},
          .tags = event_tags(state, *event, text)};
  }
  view.offers = offers_that_match(state, *need, language);
  return view;
}

std::optional<OfferView> make_offer(const AppState& state, OfferId id, const Language& language) {
  const Offer* offer = state.wall.find(id);
  const auto& shown = state.board.offers;
  if (offer == nullptr || std::find(shown.begin(), shown.end(), id) == shown.end()) return std::nullopt;
  const Text& text = language.text;
  const auto day = [&](TimePoint at) {
    const auto local = state.zone.to_local(std::chrono::floor<std::chrono::seconds>(at));
    return language.dates.date(std::chrono::floor<std::chrono::days>(local), state.today());
  };
  const std::string ago = language.dates.ago(state.moment.now - offer->created_at);
  return OfferView{.title = offer_title(offer->details, text),
                   .when = availability_words(offer->details.availability, text),
                   .first_name = offer->details.first_name,
                   .since = ago.empty() ? text("Proposed just now") : text.format("Proposed {0}", ago),
                   .until = text.format("On the wall until {0}", day(offer->expires_at)),
                   .joined = joined_words(offer->joined, text),
                   .meeting = meeting_words(state, *offer, language),
                   .is_idea = offer->kind == OfferKind::idea,
                   .needs = needs_that_match(state, *offer, language),
                   .post = record_id(id)};
}

}  // namespace mur::app
