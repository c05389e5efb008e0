#pragma once

#include <string>
#include <vector>

#include "kiosk/app/app_state.h"
#include "kiosk/app/date_words.h"
#include "kiosk/app/view_parts.h"

/// Posts in words: the phrases that several screens share.
namespace mur::app {

[[nodiscard]] std::string tile_name(Tile tile, const Text& text);
/// "le soir · le week-end"
[[nodiscard]] std::string availability_words(const Availability& when, const Text& text);
/// "Communication, photo", or what was typed.
[[nodiscard]] std::string offer_title(const OfferDetails& offer, const Text& text);
/// "Menuiserie", "Couture": the skills a need wants, in the language.
[[nodiscard]] std::vector<std::string> skill_names(const AppState& state, const NeedDetails& details, const Text& text);
/// "il manque 3 personnes", "il manque 12 m²", "au complet"; empty where nothing is counted.
[[nodiscard]] std::string missing_words(const Need& need, const BoardNeed& placed, const Text& text);
[[nodiscard]] std::string missing_words(const Slot& slot, int missing, const Text& text);
/// "Salle Louise-Michel, 2e étage", or the room, or the address, or nothing.
[[nodiscard]] std::string place_words(const Place& place);
/// All six, so that each stands where it always stands; none where nothing is known.
[[nodiscard]] std::vector<AccessView> access_views(const Access& access, const Text& text);
/// Parts that are not empty, with a middle dot between.
[[nodiscard]] std::string joined(const std::vector<std::string>& parts);
/// "lundi, mardi et jeudi"
[[nodiscard]] std::string listed(const std::vector<std::string>& names, const Text& text);

[[nodiscard]] std::string organization_name(const AppState& state, OrganizationId id);
/// True while it goes on, for what begins and ends on one day: a festival of five days is not on at night.
[[nodiscard]] bool is_on_now(const AgendaEntry& entry, std::chrono::sys_seconds now);
/// annulé, complet, déplacé, gratuit
[[nodiscard]] std::vector<TagView> event_tags(const AppState& state, const Event& event, const Text& text);
[[nodiscard]] RowView row_of(const AppState& state, const AgendaEntry& entry, const Language& language);
[[nodiscard]] CardView card_of(const AppState& state, const BoardNeed& placed, const Language& language);
[[nodiscard]] CardView card_of(const AppState& state, const Offer& offer, const Language& language);

/// The names of who organizes `event` at that date, then its place: also of what was merged into it.
[[nodiscard]] std::vector<std::string> who_and_where(const AppState& state, const Event& event,
                                                     const AgendaEntry& entry);

/// What Attract and the upper half of a portrait wall say in large letters.
[[nodiscard]] HeadlineView headline_of(const AppState& state, const Language& language);

}  // namespace mur::app
