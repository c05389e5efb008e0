#include "kiosk/app/post_words.h"

#include <algorithm>

#include "kiosk/app/answer_views.h"
#include "kiosk/app/idea_views.h"
#include "kiosk/app/story_views.h"
#include "kiosk/app/tally_view.h"
#include "shared/domain/merged.h"
#include "shared/domain/moved.h"

namespace mur::app {

namespace {

using std::chrono::days;
using std::chrono::local_days;

local_days day_of(std::chrono::local_seconds at) { return std::chrono::floor<days>(at); }

bool lasts_over(const AgendaEntry& entry, local_days day) { return entry.start < day && entry.end > day; }

std::string time_in_row(const AgendaEntry& entry, const AppState& state, const Language& language) {
  if (lasts_over(entry, state.today())) return language.text("ongoing");
  return entry.all_day ? language.text("all day") : language.dates.time(entry.start);
}

}  // namespace

std::string tile_name(Tile tile, const Text& text) {
  switch (tile) {
    case Tile::some_time: return text("Some time");
    case Tile::cooking: return text("Cooking, serving");
    case Tile::communication: return text("Communication");
    case Tile::photo: return text("Photo, video");
    case Tile::translation: return text("Translating");
    case Tile::material: return text("Equipment");
    case Tile::repair: return text("Making, repairing");
    case Tile::legal: return text("Law, paperwork");
    case Tile::unsure: return text("I don’t know yet");
    case Tile::learn: return text("Learning on the spot");
    case Tile::transport: return text("Driving, carrying");
    case Tile::other: return text("Something else…");
    case Tile::idea: return text("Starting a group");
  }
  return {};
}

std::string availability_words(const Availability& when, const Text& text) {
  std::vector<std::string> parts;
  if (when.now) parts.push_back(text("right now"));
  if (when.evenings) parts.push_back(text("in the evening"));
  if (when.weekends) parts.push_back(text("at the week-end"));
  if (when.days) parts.push_back(text("in the daytime"));
  if (when.holidays) parts.push_back(text("in the school holidays"));
  if (when.to_agree) parts.push_back(text("to be agreed"));
  return joined(parts);
}

std::string offer_title(const OfferDetails& offer, const Text& text) {
  std::string title;
  for (const Tile tile : offer.tiles) {
    const std::string name =
        (tile == Tile::other || tile == Tile::idea) && !offer.text.empty() ? offer.text : tile_name(tile, text);
    title = title.empty() ? name : text.format("{0} + {1}", title, name);
  }
  return title;
}

std::vector<std::string> skill_names(const AppState& state, const NeedDetails& details, const Text& text) {
  std::vector<std::string> names;
  for (const std::string& skill : details.skills)
    names.push_back(state.skills.name(skills::Kind::skill, skill, text.language()));
  return names;
}

std::string missing_words(const Slot& slot, int count, const Text& text) {
  if (count == 0) return text("complete");
  if (slot.unit.empty()) return text.plural("{0} person missing", "{0} people missing", count);
  return text.plural("{0} {1} missing", "{0} {1} are missing", count, slot.unit);
}

std::string missing_words(const Need& need, const BoardNeed& placed, const Text& text) {
  const auto& slots = need.details.slots;
  if (slots.empty()) return {};
  const auto missing = [&](std::size_t i) { return i < placed.missing_in_slot.size() ? placed.missing_in_slot[i] : 0; };
  int people = 0;
  for (std::size_t i = 0; i < slots.size(); ++i)
    if (slots[i].unit.empty()) people += missing(i);
  if (people > 0) return text.plural("{0} person missing", "{0} people missing", people);
  for (std::size_t i = 0; i < slots.size(); ++i)
    if (missing(i) > 0) return missing_words(slots[i], missing(i), text);
  return text("complete");
}

std::string place_words(const Place& place) {
  if (!place.name.empty()) return place.name;
  return place.room.empty() ? place.address : place.room;
}

std::vector<AccessView> access_views(const Access& access, const Text& text) {
  std::vector<AccessView> views;
  if (access == Access{}) return views;
  const auto say = [&](Known known, const std::string& yes, const std::string& no) {
    const std::string words = known == Known::yes ? yes : known == Known::no ? no : text.format("{0}?", yes);
    views.push_back({words, known});
  };
  say(access.step_free, text("step-free"), text("steps"));
  say(access.lift, text("lift"), text("no lift"));
  say(access.adapted_toilet, text("adapted toilet"), text("no adapted toilet"));
  say(access.hearing_loop, text("hearing loop"), text("no hearing loop"));
  say(access.sign_language, text("sign language"), text("no sign language"));
  say(access.quiet, text("quiet place"), text("noisy place"));
  return views;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    if (!out.empty()) out += " · ";
    out += part;
  }
  return out;
}

std::string listed(const std::vector<std::string>& names, const Text& text) {
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i == 0)
      out = names[i];
    else
      out = i + 1 == names.size() ? text.format("{0} and {1}", out, names[i]) : text.format("{0}, {1}", out, names[i]);
  }
  return out;
}

std::string organization_name(const AppState& state, OrganizationId id) {
  const Organization* organization = state.wall.find(id);
  return organization == nullptr ? std::string{} : organization->details.name;
}

bool is_on_now(const AgendaEntry& entry, std::chrono::sys_seconds now) {
  return !entry.all_day && entry.end_at - entry.start_at <= days{1} && entry.start_at <= now && now < entry.end_at;
}

std::vector<TagView> event_tags(const AppState& state, const Event& event, const Text& text) {
  const EventDetails& details = event.details;
  if (details.status == calendar::EventStatus::cancelled) return {{text("cancelled"), Tone::bad}};
  std::vector<TagView> tags;
  if (details.status == calendar::EventStatus::tentative) tags.push_back({text("to be confirmed"), Tone::attention});
  if (is_shown_as_moved(event, state.moment.now)) tags.push_back({text("moved"), Tone::attention});
  if (details.full) tags.push_back({text("full"), Tone::bad});
  if (details.price.kind == PriceKind::free_of_charge) tags.push_back({text("free"), Tone::quiet});
  return tags;
}

std::vector<std::string> who_and_where(const AppState& state, const Event& event, const AgendaEntry& entry) {
  const std::vector<const Event*> merged = merged_with(state.wall, event, entry.start_at);
  std::vector<std::string> words{organization_name(state, event.organization)};
  for (const OrganizationId other : co_organizers(event, merged)) words.push_back(organization_name(state, other));
  words.push_back(place_words(merged.empty() ? event.details.place : richest(event, merged).place));
  return words;
}

RowView row_of(const AppState& state, const AgendaEntry& entry, const Language& language) {
  RowView row{.occurrence = {entry.event, entry.start}, .time = time_in_row(entry, state, language)};
  const Event* event = state.wall.find(entry.event);
  if (event == nullptr) return row;
  row.title = event->details.title;
  row.tags = event_tags(state, *event, language.text);
  row.struck = event->details.status == calendar::EventStatus::cancelled;
  row.detail = joined(who_and_where(state, *event, entry));
  return row;
}

CardView card_of(const AppState& state, const BoardNeed& placed, const Language& language) {
  const Need& need = *state.wall.find(placed.need);
  const NeedDetails& details = need.details;
  CardView card{.opens = {.screen = Screen::need, .need = need.id}, .title = details.title};
  card.detail = organization_name(state, need.organization);
  if (placed.next) {
    const local_days day = day_of(*placed.next);
    card.when = language.text.format("{0}, {1}", language.dates.near_day(day, state.today()),
                                     language.dates.time(*placed.next));
  }
  card.point = missing_words(need, placed, language.text);
  if (card.point.empty()) card.point = tally_words(need, language.text);
  if (card.point.empty()) {
    std::vector<std::string> parts = skill_names(state, details, language.text);
    parts.push_back(details.commitment);
    card.point = joined(parts);
  }
  return card;
}

CardView card_of(const AppState&, const Offer& offer, const Language& language) {
  CardView card{.opens = {.screen = Screen::offer, .offer = offer.id},
                .title = offer_title(offer.details, language.text)};
  card.detail = joined({availability_words(offer.details.availability, language.text), offer.details.first_name});
  if (offer.kind == OfferKind::idea)
    card.point = offer.event ? language.text("The date is set") : joined_words(offer.joined, language.text);
  else
    card.point = stage_words(offer.stage, language.text);
  return card;
}

namespace {

HeadlineView welcome(const AppState& state, const Language& language) {
  const Hub* hub = state.wall.hub();
  const std::string name = hub == nullptr ? std::string{} : hub->name;
  return {.kicker = {},
          .headline = name.empty() ? language.text("Welcome") : language.text.format("Welcome to {0}", name),
          .detail = language.text("Help, propose, meet: it starts here.")};
}

/// "ce soir" from 17 h on; nothing beyond tomorrow.
std::string need_kicker(const std::optional<std::chrono::local_seconds>& next, local_days today, const Text& text) {
  if (!next) return text("We need you");
  const local_days day = day_of(*next);
  if (day == today)
    return *next - day >= std::chrono::hours{17} ? text("We need you this evening") : text("We need you today");
  return day == today + days{1} ? text("We need you tomorrow") : text("We need you");
}

HeadlineView of_need(const AppState& state, NeedId id, const Language& language) {
  const Need& need = *state.wall.find(id);
  const auto placed = std::find_if(state.board.needs.begin(), state.board.needs.end(),
                                   [&](const BoardNeed& candidate) { return candidate.need == id; });
  if (placed == state.board.needs.end()) return welcome(state, language);
  const auto& next = placed->next;
  const std::string missing = missing_words(need, *placed, language.text);
  const std::string when = !next ? std::string{}
                           : day_of(*next) <= state.today() + days{1}
                               ? language.dates.time(*next)
                               : language.text.format("{0}, {1}", language.dates.day(day_of(*next), state.today()),
                                                      language.dates.time(*next));
  std::string where = place_words(need.details.place);
  if (where.empty() && !need.details.slots.empty()) where = need.details.slots.front().where;
  return {.kicker = need_kicker(next, state.today(), language.text),
          .headline =
              missing.empty() ? need.details.title : language.text.format("{0}:", need.details.title) + "\n" + missing,
          .detail = joined({organization_name(state, need.organization), where, when}),
          .is_need = true};
}

HeadlineView of_story(const AppState& state, StoryId id, const Language& language) {
  const Story* story = state.wall.find(id);
  if (story == nullptr) return welcome(state, language);
  StoryView view = story_view(state, *story, language.text);
  return {.kicker = language.text("It happened here"), .headline = std::move(view.text), .detail = std::move(view.by)};
}

HeadlineView of_event(const AppState& state, const Event& event, const AgendaEntry& entry, const Language& language) {
  const Text& text = language.text;
  const local_days today = state.today();
  const bool evening = entry.start - day_of(entry.start) >= std::chrono::hours{17};
  std::string kicker = text("Tomorrow");
  if (day_of(entry.start) <= today) kicker = evening ? text("This evening") : text("Today");
  return {.kicker = kicker,
          .headline = event.details.title,
          .detail = joined({organization_name(state, event.organization), place_words(event.details.place),
                            entry.all_day ? std::string{} : language.dates.time(entry.start)})};
}

}  // namespace

HeadlineView headline_of(const AppState& state, const Language& language) {
  const auto& headlines = state.board.headlines;
  if (headlines.empty()) return welcome(state, language);
  const Headline& headline = headlines[state.headline % headlines.size()];
  if (headline.need) return of_need(state, *headline.need, language);
  if (headline.story) return of_story(state, *headline.story, language);
  const Event* event = state.wall.find(headline.occurrence.event);
  const AgendaEntry* entry = state.agenda.find(headline.occurrence.event, headline.occurrence.start);
  if (event == nullptr || entry == nullptr) return welcome(state, language);
  return of_event(state, *event, *entry, language);
}

}  // namespace mur::app
