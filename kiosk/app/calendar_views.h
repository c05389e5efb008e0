#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/app/calendar_state.h"
#include "kiosk/app/view_parts.h"

/// What the calendar's screens have to say, in words ready to be drawn.
namespace mur::app {

/// A day of a month or a week, to be touched.
struct DayCell {
  std::chrono::local_days day{};
  std::string number;  ///< "19"
  std::string name;    ///< "jeu."
  std::string count;   ///< "6 rdv"; empty for none
  std::string spoken;  ///< "jeudi 19 mars, 6 rendez-vous"
  bool today = false;
  bool past = false;
  bool chosen = false;
  bool beyond = false;  ///< the calendar does not reach there
};

/// Where « ‹ » or « › » leads, or why it does not.
struct CalendarTurn {
  std::optional<std::chrono::local_days> to;
  std::string name;     ///< "mois suivant", for speech
  std::string why_not;  ///< "fin du calendrier"
};

/// One day and a page of its rows.
struct DayPanel {
  DayView day;
  std::string nothing;  ///< what to say without any row
  bool more = false;
  bool earlier = false;
};

/// Whether a filter is on, and what it says.
struct FilterLine {
  std::string words;  ///< "Filtrer : gratuit, ici"
  bool on = false;
};

struct CalendarView {
  CalendarMode mode{};
  FilterLine filter;
  std::string now;                ///< "maintenant, 18 h 24"
  std::string title;              ///< "mars 2026", "16–22 mars 2026"; of a week or a month
  CalendarTurn back;              ///< of a week or a month
  CalendarTurn forward;           ///< of a week or a month
  std::vector<DayView> days;      ///< of the list, a page of them; of a week, seven with their first rows
  bool more = false;              ///< of the list
  bool earlier = false;           ///< of the list
  std::vector<std::string> week;  ///< "lun.", … as they stand over a month
  std::vector<DayCell> cells;     ///< of a week or a month
  int blanks = 0;                 ///< days of the first week before the month begins
  DayPanel chosen;                ///< of a week or a month: the day that speaks
  bool nothing = false;           ///< nothing at all in what is shown: all filtered away, or nothing planned
};

struct CalendarDayView {
  FilterLine filter;
  std::string now;
  CalendarTurn back;
  CalendarTurn forward;
  DayPanel chosen;
};

}  // namespace mur::app
