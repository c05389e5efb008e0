// The pages of one post: an event, a need, an offer.
#include <algorithm>

#include "kiosk/app/make_views.h"
#include "kiosk/app/post_words.h"
#include "shared/base/text.h"
#include "shared/calendar/compact.h"
#include "shared/domain/limits.h"

namespace mur::app {

namespace {

using std::chrono::days;
using std::chrono::local_days;

// A QR code is read from a wall at arm's length: few words keep its squares large.
constexpr std::size_t kCodeTitle = 60;
constexpr std::size_t kCodePlace = 60;
constexpr std::size_t kCodeUid = 48;

calendar::When instant(std::chrono::sys_seconds at) {
  return {.kind = calendar::When::Kind::utc, .local = std::chrono::local_seconds{at.time_since_epoch()}, .zone = {}};
}

calendar::When date(std::chrono::local_seconds midnight) {
  return {.kind = calendar::When::Kind::date, .local = midnight, .zone = {}};
}

std::string calendar_code(const AppState& state, const Event& event, const AgendaEntry& entry) {
  if (event.details.status == calendar::EventStatus::cancelled) return {};
  if (entry.end_at <= std::chrono::floor<std::chrono::seconds>(state.moment.now)) return {};
  calendar::CompactEvent code{.uid = event.details.uid,
                              .summary = shorten(event.details.title, kCodeTitle),
                              .location = shorten(place_words(event.details.place), kCodePlace),
                              .url = {},
                              .start = entry.all_day ? date(entry.start) : instant(entry.start_at),
                              .end = {}};
  if (code.uid.size() > kCodeUid) code.uid = to_string(event.id);
  if (entry.event == entry.series &&
      calendar::repeats(event.details.timing))  // one date of many is an entry of its own
    code.uid += "-" + std::to_string(entry.start_at.time_since_epoch().count());
  if (entry.end > entry.start) code.end = entry.all_day ? date(entry.end) : instant(entry.end_at);
  return calendar::compact_event(code);
}

std::string price_words(const Price& price, const Text& text) {
  switch (price.kind) {
    case PriceKind::free_of_charge: return text("Free of charge");
    case PriceKind::pay_what_you_want: return text("Pay what you want");
    case PriceKind::paid: return price.text.empty() ? text("Paid entry") : price.text;
    case PriceKind::unknown: break;
  }
  return price.text;
}

void add(std::vector<TagView>& tags, Known known, const std::string& yes, const std::string& no) {
  if (known == Known::yes) tags.push_back({yes, Tone::good});
  if (known == Known::no) tags.push_back({no, Tone::bad});
}

std::vector<TagView> access_tags(const Access& access, const Text& text) {
  std::vector<TagView> tags;
  add(tags, access.step_free, text("step-free"), text("steps"));
  add(tags, access.lift, text("lift"), text("no lift"));
  add(tags, access.adapted_toilet, text("adapted toilet"), text("no adapted toilet"));
  add(tags, access.hearing_loop, text("hearing loop"), text("no hearing loop"));
  add(tags, access.sign_language, text("sign language"), text("no sign language"));
  add(tags, access.quiet, text("quiet place"), text("noisy place"));
  return tags;
}

std::string updated_words(const AppState& state, const Event& event, const Language& language) {
  const std::string ago = language.dates.ago(state.moment.now - event.updated_at);
  const bool from_calendar = event.details.source == Source::feed || event.details.source == Source::imported;
  if (ago.empty())
    return from_calendar ? language.text("Updated just now from the organization’s calendar")
                         : language.text("Updated just now");
  return from_calendar ? language.text.format("Updated {0} from the organization’s calendar", ago)
                       : language.text.format("Updated {0}", ago);
}

/// The hub's own clock for something an organization wrote in its zone.
std::string moved_words(const AppState& state, const Event& event, const Language& language) {
  if (!event.moved_from || state.moment.now - event.moved_at >= limits::kMovedShown) return {};
  const auto now = std::chrono::floor<std::chrono::seconds>(state.moment.now);
  const calendar::Window years{.from = now - limits::kHorizonAhead, .to = now + limits::kHorizonAhead};
  const auto spans = calendar::expand({.start = *event.moved_from}, state.zone, years, 1, limits::kExpansionSteps);
  if (!spans || spans->occurrences.empty()) return language.text("Moved");
  const calendar::Occurrence& was = spans->occurrences.front();
  const std::string day = language.dates.day(std::chrono::floor<days>(was.start), state.today());
  return was.all_day ? language.text.format("Moved: it was {0}", day)
                     : language.text.format("Moved: it was {0}, at {1}", day, language.dates.time(was.start));
}

const Event* master_of(const AppState& state, const AgendaEntry& entry) { return state.wall.find(entry.series); }

std::vector<CardView> needs_of(const AppState& state, const AgendaEntry& entry, const Language& language) {
  std::vector<CardView> cards;
  for (const BoardNeed& placed : state.board.needs) {
    const Need* need = state.wall.find(placed.need);
    if (need == nullptr || !need->details.event) continue;
    if (*need->details.event != entry.event && *need->details.event != entry.series) continue;
    cards.push_back(card_of(state, placed, language));
    cards.back().detail.clear();  // who and when stand beside it
    cards.back().when.clear();
  }
  return cards;
}

SlotView slot_view(const AppState& state, const Slot& slot, const Language& language) {
  SlotView view{.role = slot.role, .complete = missing(slot) == 0};
  view.missing = missing_words(slot, language.text);
  if (slot.when) {
    const auto now = std::chrono::floor<std::chrono::seconds>(state.moment.now);
    const auto spans = calendar::expand(*slot.when, state.zone, {.from = now, .to = now + limits::kHorizonAhead}, 1,
                                        limits::kExpansionSteps);
    if (spans && !spans->occurrences.empty()) {
      const calendar::Occurrence& next = spans->occurrences.front();
      view.when =
          language.dates.short_span({.start = next.start, .end = next.end, .all_day = next.all_day}, state.today());
    }
  }
  const auto said = [&](const char* key, const std::string& what) {
    return what.empty() ? std::string{} : language.text.format(key, what);
  };
  view.details = joined({said("welcomed by {0}", slot.welcomed_by), slot.where, said("bring: {0}", slot.bring)});
  return view;
}

}  // namespace

std::optional<EventView> make_event(const AppState& state, const OccurrenceRef& shown, const Language& language) {
  const AgendaEntry* entry = state.agenda.find(shown.event, shown.start);
  const Event* event = entry == nullptr ? nullptr : state.wall.find(entry->event);
  if (event == nullptr) return std::nullopt;
  const EventDetails& details = event->details;
  const Event* master = master_of(state, *entry);
  EventView view{.title = details.title,
                 .by = organization_name(state, event->organization),
                 .when = language.dates.span(*entry, state.today()),
                 .place = place_words(details.place),
                 .price = price_words(details.price, language.text)};
  if (master != nullptr)
    view.repeats = language.dates.rule(calendar::rule_words(master->details.timing), state.today());
  const std::string address = details.place.name.empty() ? std::string{} : details.place.address;
  view.place_note = joined({details.place.here ? language.text("right here") : std::string{}, address});
  view.description = details.description.empty() ? details.summary : details.description;
  view.updated = updated_words(state, *event, language);
  view.tags = event_tags(state, *event, language.text);
  std::erase_if(view.tags, [&](const TagView& tag) { return tag.tone == Tone::quiet; });  // the price has its line
  view.access = access_tags(details.access, language.text);
  view.moved_from = moved_words(state, *event, language);
  view.needs = needs_of(state, *entry, language);
  view.calendar_code = calendar_code(state, *event, *entry);
  view.struck = details.status == calendar::EventStatus::cancelled;
  return view;
}

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
                .commitment = details.commitment};
  if (details.no_experience) view.tags.push_back({text("no experience needed"), Tone::good});
  for (const std::string& skill : details.skills) view.tags.push_back({skill, Tone::quiet});
  for (const Slot& slot : details.slots) view.slots.push_back(slot_view(state, slot, language));
  view.missing = missing_words(*need, text);
  view.how_to_come = view.by.empty() ? text.format("Ask at the desk for “{0}”.", details.title)
                                     : text.format("Ask at the desk for “{0}”, with {1}.", details.title, view.by);
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
  return view;
}

std::optional<OfferView> make_offer(const AppState& state, OfferId id, const Language& language) {
  const Offer* offer = state.wall.find(id);
  const auto& shown = state.board.offers;
  if (offer == nullptr || std::find(shown.begin(), shown.end(), id) == shown.end()) return std::nullopt;
  const Text& text = language.text;
  const auto day = [&](TimePoint at) {
    const auto local = state.zone.to_local(std::chrono::floor<std::chrono::seconds>(at));
    return language.dates.date(std::chrono::floor<days>(local), state.today());
  };
  const std::string ago = language.dates.ago(state.moment.now - offer->created_at);
  return OfferView{.title = offer_title(offer->details, text),
                   .when = availability_words(offer->details.availability, text),
                   .first_name = offer->details.first_name,
                   .since = ago.empty() ? text("Proposed just now") : text.format("Proposed {0}", ago),
                   .until = text.format("On the wall until {0}", day(offer->expires_at))};
}

}  // namespace mur::app
