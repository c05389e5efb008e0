// The page of one event.
#include <algorithm>

#include "kiosk/app/make_views.h"
#include "kiosk/app/post_words.h"
#include "kiosk/app/rule_sentence.h"
#include "shared/base/text.h"
#include "shared/calendar/compact.h"
#include "shared/domain/limits.h"
#include "shared/domain/merged.h"
#include "shared/domain/moved.h"

namespace mur::app {

namespace {

using std::chrono::days;
using std::chrono::local_days;
using std::chrono::sys_seconds;

/// What a QR code of version 11 holds at level L (ISO/IEC 18004, table 7: 321 bytes, two of which say that it is
/// UTF-8): a place and a link beside an ordinary title. Its 61 modules and the quiet zone are drawn with at least 4 px
/// each on a 1080p wall, 2 mm on 43 inches: three times what a phone needs at 60 cm. Level L, because a picture made of
/// light is not torn or stained: the bits that M would spend on repair make larger squares instead.
constexpr std::size_t kCodeBytes = 319;
constexpr std::size_t kCodeIdDigits = 16;
constexpr std::size_t kDatesLookedAt = 5;  // one more than a sentence names
constexpr std::size_t kDatesThen = 3;
constexpr std::chrono::years kFarAhead{10};

sys_seconds instant_of(TimePoint now) { return std::chrono::floor<std::chrono::seconds>(now); }

bool is_cancelled(const Event& event) { return event.details.status == calendar::EventStatus::cancelled; }

calendar::When utc(sys_seconds at) {
  return {.kind = calendar::When::Kind::utc, .local = std::chrono::local_seconds{at.time_since_epoch()}, .zone = {}};
}

calendar::When date(std::chrono::local_seconds midnight) {
  return {.kind = calendar::When::Kind::date, .local = midnight, .zone = {}};
}

/// One date of a series is an entry of its own in a phone.
std::string code_id(const Event& event, const AgendaEntry& entry) {
  const bool one_of_many = entry.event == entry.series && calendar::repeats(event.details.timing);
  std::string digits = to_string(
      derive_uuid(event.id.uuid, one_of_many ? std::to_string(entry.start_at.time_since_epoch().count()) : "calendar"));
  std::erase(digits, '-');
  return digits.substr(0, kCodeIdDigits);
}

/// Here or in town, as the calendar's filters have it.
bool is_here(const EventDetails& details) { return details.place.here || details.kind == EventKind::programming; }

/// Where to go, for someone who has left the wall: a room says nothing without its house.
std::string code_place(const EventDetails& details, const Hub* hub) {
  const Place& place = details.place;
  std::vector<std::string> parts{place_words(place)};
  if (is_here(details) && hub != nullptr) parts.push_back(hub->name);
  if (!is_here(details)) parts.push_back(place.address);
  std::string out;
  for (const std::string& part : parts) {
    if (part.empty() || part == out) continue;
    if (!out.empty()) out += ", ";
    out += part;
  }
  return out;
}

calendar::CompactEvent compact(const AppState& state, const Event& event, const EventDetails& details,
                               const AgendaEntry& entry) {
  calendar::CompactEvent code{.uid = code_id(event, entry),
                              .summary = details.title,
                              .location = code_place(details, state.wall.hub()),
                              .url = details.conference_url.empty() ? details.url : details.conference_url,
                              .start = entry.all_day ? date(entry.start) : utc(entry.start_at),
                              .end = {}};
  if (entry.end > entry.start) code.end = entry.all_day ? date(entry.end) : utc(entry.end_at);
  return code;
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

void say_access(EventView& view, const Access& access, const Text& text) {
  view.access = access_views(access, text);
  if (view.access.empty()) view.access_unknown = text("Access: not said, ask the organizers");
}

/// French says « de Cambouis » and « d’Étudiants »; the catalogue knows, the code only hears the vowel.
bool begins_with_vowel(const std::string& name) {
  const std::string folded = fold(name);
  return !folded.empty() && std::string_view("aeiou").contains(folded.front());
}

void say_freshness(EventView& view, const AppState& state, const Event& event, const Language& language) {
  const Text& text = language.text;
  const FeedHealth* health = event.feed ? state.wall.find(feed_health_id(*event.feed)) : nullptr;
  if (health == nullptr) {
    const std::string ago = language.dates.ago(state.moment.now - event.updated_at);
    const bool from_calendar = event.details.source != Source::typed;
    if (ago.empty())
      view.updated =
          from_calendar ? text("Updated just now from the organization’s calendar") : text("Updated just now");
    else
      view.updated = from_calendar ? text.format("Updated {0} from the organization’s calendar", ago)
                                   : text.format("Updated {0}", ago);
    return;
  }
  const std::string who = organization_name(state, health->organization);
  const bool vowel = begins_with_vowel(who);
  const std::string calendar =
      vowel ? text.format("the calendar of {0} (before a vowel)", who) : text.format("the calendar of {0}", who);
  const Milliseconds age = state.moment.now - health->good_at;
  if (health->failing || health->state == FeedState::quarantined) {
    view.updated_tone = Tone::attention;
    view.updated = health->good_at == TimePoint{}
                       ? text.format("No news from {0}", calendar)
                       : text.format("No news from {0} for {1}", calendar, language.dates.length(age));
    return;
  }
  const std::string ago = language.dates.ago(age);
  view.updated = ago.empty() ? text.format("Updated just now from {0}", calendar)
                             : text.format("Updated {0} from {1}", ago, calendar);
}

/// The hub's own clock for something an organization wrote in its zone.
std::string moved_words(const AppState& state, const Event& event, const Language& language) {
  if (!is_shown_as_moved(event, state.moment.now)) return {};
  const sys_seconds now = instant_of(state.moment.now);
  const calendar::Window years{.from = now - limits::kHorizonAhead, .to = now + limits::kHorizonAhead};
  const auto spans = calendar::expand({.start = *event.moved_from}, state.zone, years, 1, limits::kExpansionSteps);
  if (!spans || spans->occurrences.empty()) return language.text("Moved");
  const calendar::Occurrence& was = spans->occurrences.front();
  const std::string day = language.dates.day(std::chrono::floor<days>(was.start), state.today());
  return was.all_day ? language.text.format("Moved: it was {0}", day)
                     : language.text.format("Moved: it was {0}, at {1}", day, language.dates.time(was.start));
}

/// The dates of the series on the wall that are not over, and whether there are others beyond the wall's horizon.
DatesLeft dates_left(const AppState& state, const Event& master) {
  DatesLeft left;
  const sys_seconds now = instant_of(state.moment.now);
  for (const AgendaEntry& entry : state.agenda.entries()) {
    if (entry.series != master.id || entry.end_at <= now) continue;
    const Event* event = state.wall.find(entry.event);
    if (event == nullptr || is_cancelled(*event)) continue;
    if (left.days.size() < kDatesLookedAt) left.days.push_back(std::chrono::floor<days>(entry.start));
    ++left.count;
  }
  const sys_seconds horizon = now + limits::kHorizonAhead;
  const auto beyond =
      calendar::expand(master.details.timing, state.zone,
                       {.from = horizon, .to = horizon + std::chrono::duration_cast<std::chrono::seconds>(kFarAhead)},
                       1, limits::kExpansionSteps);
  left.all = beyond && beyond->occurrences.empty();
  return left;
}

/// In how few words it repeats. Only a count and what no rule says ask for the dates themselves.
std::string repeats(const AppState& state, const Event& master, const Language& language) {
  const calendar::RuleWords words = calendar::rule_words(master.details.timing, state.zone);
  const bool counts = words.pattern == calendar::RuleWords::Pattern::other || words.count;
  return rule_sentence(words, counts ? dates_left(state, master) : DatesLeft{}, language, state.today());
}

/// The dates after this one, where its rule does not name them already.
std::string then(const AppState& state, const AgendaEntry& shown, const Event& master, const Language& language) {
  if (!calendar::repeats(master.details.timing)) return {};
  if (calendar::rule_words(master.details.timing, state.zone).pattern == calendar::RuleWords::Pattern::other) return {};
  std::vector<local_days> after;
  for (const AgendaEntry& entry : state.agenda.entries()) {
    if (entry.series != shown.series || entry.start_at <= shown.start_at) continue;
    const Event* event = state.wall.find(entry.event);
    if (event == nullptr || is_cancelled(*event)) continue;
    after.push_back(std::chrono::floor<days>(entry.start));
    if (after.size() == kDatesThen) break;
  }
  if (after.empty()) return {};
  return language.text.format("then: {0}", language.dates.dates(after, state.today()));
}

void say_place(EventView& view, const EventDetails& details, const Text& text) {
  const Place& place = details.place;
  const bool here = is_here(details);
  if (!place.room.empty() && place.name.starts_with(place.room)) {
    view.place = place.room;
    view.place_tail = place.name.substr(place.room.size());
  } else {
    view.place = place.room.empty() ? place_words(place) : place.room;
  }
  if (view.place.empty()) {
    // What takes place online alone has a line of its own.
    if (here)
      view.place = text("Right here");
    else if (details.conference_url.empty())
      view.place_note = text("Somewhere in town, ask the organizers");
    return;
  }
  std::vector<std::string> note{here ? text("right here") : text("elsewhere in town")};
  if (view.place_tail.empty() && view.place != place.name) note.push_back(place.name);
  if (!here && view.place != place.address) note.push_back(place.address);
  view.place_note = joined(note);
}

/// A link is nothing to touch on a wall and nothing to type: it comes with the code.
void say_online(EventView& view, const EventDetails& details, const Text& text) {
  if (details.conference_url.empty()) return;
  view.online = view.place.empty() ? text("Online") : text("Online, too");
  if (view.calendar_code.empty()) return;
  view.online_note = view.calendar_code.contains("URL:") ? text("the link comes with the code")
                                                         : text("ask the organizers for the link");
}

/// Events whose needs are this page's: its own, its series', and those of what is shown with it.
std::vector<CardView> needs_of(const AppState& state, const std::vector<EventId>& events, const Language& language) {
  std::vector<CardView> cards;
  for (const BoardNeed& placed : state.board.needs) {
    const Need* need = state.wall.find(placed.need);
    if (need == nullptr || !need->details.event) continue;
    if (std::ranges::find(events, *need->details.event) == events.end()) continue;
    cards.push_back(card_of(state, placed, language));
    cards.back().detail.clear();  // who and when stand beside it
    cards.back().when.clear();
  }
  return cards;
}

std::vector<TagView> page_tags(const AppState& state, const Event& event, const AgendaEntry& entry, const Text& text) {
  const sys_seconds now = instant_of(state.moment.now);
  std::vector<TagView> tags = event_tags(state, event, text);
  // The price and the move have their own lines.
  std::erase_if(tags, [&](const TagView& tag) { return tag.tone == Tone::quiet || tag.text == text("moved"); });
  if (is_cancelled(event)) return tags;
  if (entry.end_at <= now && entry.start_at < now) return {{text("over"), Tone::quiet}};
  if (is_on_now(entry, now)) tags.insert(tags.begin(), {text("on now"), Tone::good});
  return tags;
}

}  // namespace

std::optional<EventView> make_event(const AppState& state, const OccurrenceRef& shown, const Language& language) {
  const AgendaEntry* entry = state.agenda.find(shown.event, shown.start);
  const Event* event = entry == nullptr ? nullptr : state.wall.find(entry->event);
  if (event == nullptr) return std::nullopt;
  const Text& text = language.text;
  const Event* master = state.wall.find(entry->series);
  const std::vector<const Event*> merged = merged_with(state.wall, *event, entry->start_at);
  const EventDetails details = richest(*event, merged);

  EventView view{.title = details.title,
                 .by = organization_name(state, event->organization),
                 .when = language.dates.span(*entry, state.today()),
                 .moved_from = moved_words(state, *event, language),
                 .price = price_words(details.price, text),
                 .description = details.description.empty() ? details.summary : details.description,
                 .tags = page_tags(state, *event, *entry, text),
                 .struck = is_cancelled(*event),
                 .post = record_id(event->id)};
  std::vector<std::string> others;
  for (const OrganizationId other : co_organizers(*event, merged))
    if (std::string name = organization_name(state, other); !name.empty()) others.push_back(std::move(name));
  if (!others.empty()) view.by = text.format("{0}, with {1}", view.by, listed(others, text));
  if (master != nullptr) {
    view.repeats = repeats(state, *master, language);
    view.then = then(state, *entry, *master, language);
  }
  say_place(view, details, text);
  say_access(view, details.access, text);
  say_freshness(view, state, *event, language);

  const bool is_over = entry->end_at <= instant_of(state.moment.now) && entry->start_at < instant_of(state.moment.now);
  if (!is_over && !is_cancelled(*event))
    view.calendar_code = calendar::compact_event(compact(state, *event, details, *entry), kCodeBytes);
  say_online(view, details, text);
  std::vector<EventId> events{entry->event, entry->series};
  for (const Event* one : merged) events.push_back(one->id);
  view.needs = needs_of(state, events, language);
  return view;
}

}  // namespace mur::app
