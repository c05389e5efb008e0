#include "kiosk/app/here_views.h"

#include <algorithm>
#include <map>

#include "kiosk/app/calendar_words.h"
#include "kiosk/app/make_views.h"
#include "kiosk/app/post_words.h"
#include "shared/base/text.h"
#include "shared/domain/merged.h"

namespace mur::app {

namespace {

using std::chrono::days;
using std::chrono::local_days;
using std::chrono::local_seconds;

/// What takes a room from when to when; on the shown day only.
struct Use {
  const AgendaEntry* entry;
  local_seconds from;
  local_seconds to;
  bool cancelled;
};

struct Room {
  std::string name;
  std::vector<Use> uses;
};

/// The rooms in the hub's own order, then those that only events name, then what is here and says no room.
class Rooms {
 public:
  explicit Rooms(const Hub* hub) {
    if (hub == nullptr) return;
    for (const std::string& name : hub->rooms) of(name);
  }
  Room& of(const std::string& name) {
    const auto [at, is_new] = index_.try_emplace(fold(name), rooms_.size());
    if (is_new) rooms_.push_back({.name = name, .uses = {}});
    return rooms_[at->second];
  }
  Room& elsewhere() { return elsewhere_; }
  std::vector<Room> take() {
    if (!elsewhere_.uses.empty()) rooms_.push_back(std::move(elsewhere_));
    return std::move(rooms_);
  }

 private:
  std::map<std::string, std::size_t> index_;
  std::vector<Room> rooms_;
  Room elsewhere_;
};

Use use_of(const AgendaEntry& entry, local_days day, bool cancelled) {
  const local_seconds midnight{day + days{1}};
  return {.entry = &entry,
          .from = std::max<local_seconds>(entry.start, day),
          .to = std::clamp<local_seconds>(entry.end, std::max<local_seconds>(entry.start, day), midnight),
          .cancelled = cancelled};
}

/// "10 h – 12 h", "journée", "jusqu’à 12 h"
std::string hours(const Use& use, local_days day, const Language& language) {
  const AgendaEntry& entry = *use.entry;
  if (entry.all_day || first_day_of(entry) != day || last_day_of(entry) != day || entry.end <= entry.start)
    return time_on(entry, day, language);
  return language.text.format("{0} – {1}", language.dates.time(entry.start), language.dates.time(entry.end));
}

/// What the room does now, and until when: one use follows on another without a word between.
void say_state(RoomView& view, const Room& room, local_seconds now, local_days day, const Language& language) {
  const Text& text = language.text;
  const local_seconds midnight{day + days{1}};
  local_seconds busy_until = now;
  local_seconds next = midnight;
  for (const Use& use : room.uses) {  // by start
    if (use.cancelled || use.to <= now) continue;
    if (use.from <= busy_until)
      busy_until = std::max(busy_until, use.to);
    else
      next = std::min(next, use.from);
  }
  view.in_use = busy_until > now;
  if (view.in_use)
    view.state = busy_until >= midnight ? text("in use for the rest of the day")
                                        : text.format("in use until {0}", language.dates.time(busy_until));
  else
    view.state = next < midnight ? text.format("free until {0}", language.dates.time(next))
                                 : text("free for the rest of the day");
}

RoomView room_view(const AppState& state, Room& room, const Language& language) {
  const local_days today = state.today();
  std::ranges::sort(room.uses,
                    [](const Use& a, const Use& b) { return std::tie(a.from, a.to) < std::tie(b.from, b.to); });
  RoomView view{.name = room.name};
  const bool is_a_room = !room.name.empty();
  if (is_a_room)
    say_state(view, room, state.local_now(), today, language);
  else
    view.name = language.text("Elsewhere in the house");
  for (const Use& use : room.uses) {
    const Event& event = *state.wall.find(use.entry->event);
    view.rows.push_back(
        {.occurrence = {use.entry->event, use.entry->start},
         .time = hours(use, today, language),
         .title = event.details.title,
         .detail = joined({day_of_several(*use.entry, today, language), organization_name(state, event.organization)}),
         .tags = event_tags(state, event, language.text),
         .struck = use.cancelled,
         .past = use.entry->end_at <= std::chrono::floor<std::chrono::seconds>(state.moment.now)});
  }
  return view;
}

}  // namespace

HereView make_here_today(const AppState& state, const Language& language) {
  const local_days today = state.today();
  HereView view{.date = language.dates.day(today, today)};
  Rooms rooms(state.wall.hub());
  for (const std::uint32_t number : state.agenda.on(today)) {
    const AgendaEntry& entry = state.agenda.at(number);
    const EventFacets* facets = state.facets.find(entry.event);
    const Event* event = state.wall.find(entry.event);
    if (event == nullptr || facets == nullptr || (facets->facets & bit(Facet::here)) == 0) continue;
    const Place place = richest(*event, merged_with(state.wall, *event)).place;
    const std::string& name = place.room.empty() ? place.name : place.room;
    Room& room = name.empty() ? rooms.elsewhere() : rooms.of(name);
    room.uses.push_back(use_of(entry, today, event->details.status == calendar::EventStatus::cancelled));
  }
  for (Room& room : rooms.take()) view.rooms.push_back(room_view(state, room, language));
  state.wall.each<Organization>([&](const Organization& organization) {
    if (organization.details.residency != Residency::resident) return;
    if (organization.trust == Trust::suspended || organization.trust == Trust::unverified) return;
    view.residents.push_back({.name = organization.details.name, .room = organization.details.room});
  });
  const std::locale& locale = language.text.locale();
  std::ranges::sort(view.residents,
                    [&](const ResidentView& a, const ResidentView& b) { return locale(a.name, b.name); });
  return view;
}

}  // namespace mur::app
