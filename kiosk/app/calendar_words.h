#pragma once

#include <chrono>
#include <string>

#include "kiosk/app/app_state.h"
#include "kiosk/app/date_words.h"
#include "kiosk/app/view_parts.h"

/// The calendar's own phrases. Names of days and months are ICU's.
namespace mur::app {

/// The day that a week begins with where this language is spoken.
[[nodiscard]] std::chrono::weekday first_weekday(const Text& text);
/// "16–22 mars 2026"
[[nodiscard]] std::string days_span(std::chrono::local_days first, std::chrono::local_days last, const Text& text);
/// "lun.", whatever day today is
[[nodiscard]] std::string weekday_name(std::chrono::local_days day, const DateWords& dates);

/// "6 rendez-vous", "1 rendez-vous"
[[nodiscard]] std::string count_words(std::size_t count, const Text& text);
/// "6 rdv", where there is little room; empty for none
[[nodiscard]] std::string short_count_words(std::size_t count, const Text& text);

/// When something is on, seen from that day: "18 h 30", "journée", "en cours", "jusqu’à 18 h".
[[nodiscard]] std::string time_on(const AgendaEntry& entry, std::chrono::local_days day, const Language& language);
/// "jusqu’à dimanche, jour 2 sur 5", with the date where it is not within a week; empty for what lasts a day.
[[nodiscard]] std::string day_of_several(const AgendaEntry& entry, std::chrono::local_days day,
                                         const Language& language);

/// "jour 2 sur 5"; empty for what lasts a day.
[[nodiscard]] std::string part_of_several(const AgendaEntry& entry, std::chrono::local_days day, const Text& text);

/// One wish of a filter: "ici", "gratuit", "sans marche"…
[[nodiscard]] std::string facet_name(Facet facet, const Text& text);
/// "gratuit, ici", in one order whatever was touched first; empty where everything is shown.
[[nodiscard]] std::string filter_words(const AppState& state, const Text& text);

}  // namespace mur::app
