#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kiosk/ui/screen_parts.h"

/// Pieces that the calendar's screens share.
namespace mur::kiosk {

/// « ‹ mars 2026 › »: arrows that say under the title why they lead no further. Returns ChooseDay.
Asked draw_turns(Frame& frame, const Rect& rect, const app::CalendarTurn& back, std::string_view title,
                 const app::CalendarTurn& forward);

/// « Liste | Semaine | Mois »
Asked draw_modes(Frame& frame, const Rect& rect, app::CalendarMode mode);

/// The row over the bar: back, today, filter, and what there is room for.
enum class DayButton : std::uint8_t { none, open };
Asked draw_calendar_actions(Frame& frame, const Rect& rect, const app::FilterLine& filter,
                            DayButton open = DayButton::none, std::chrono::local_days day = {});
[[nodiscard]] float calendar_actions_height(const Frame& frame);
/// The row with arrows and modes; with larger letters it grows where an arrow has to say why it leads nowhere.
[[nodiscard]] float calendar_turns_height(const Ui& ui);
[[nodiscard]] float calendar_turns_height(const Ui& ui, const app::CalendarTurn& back,
                                          const app::CalendarTurn& forward);

/// A day to be touched: number over count, or beside it where there is no height. `name` stands before the number.
bool draw_day_cell(Ui& ui, std::string_view id, const Rect& rect, const app::DayCell& cell, std::string_view name = {});

/// Date and count; returns the height used.
float draw_day_title(Ui& ui, const Rect& rect, const app::DayView& day);

/// The rows of a day in a part that scrolls, with « Suite : 2 autres ». Without any: why, and the filter's way out.
Asked draw_day_list(Frame& frame, std::string_view id, const Rect& rect, const app::DayPanel& panel,
                    const app::FilterLine& filter, std::string_view now);

/// The same as a picture, as far as it goes, with the number of those left out under it.
void draw_day_picture(Frame& frame, const Rect& rect, const app::DayPanel& panel, std::string_view now);

/// Nothing in all that is shown: what the filter hides, and one touch that clears it; or what is yet to come.
Asked draw_nothing(Frame& frame, const Rect& rect, const app::FilterLine& filter);

/// A choice among many with how much there is behind it. With `none`, which stands where the count would, it can't be
/// chosen.
struct Choice {
  std::string_view name;
  std::string_view count;
  Icon icon = Icon::none;
  bool selected = false;
  std::string_view none{};
};
[[nodiscard]] float choice_height(const Ui& ui);
bool choice(Ui& ui, std::string_view id, const Rect& rect, const Choice& choice);

/// The pieces of the calendar screen, one a layout.
[[nodiscard]] Asked draw_calendar_list(Frame& frame, const Rect& rect, const app::CalendarView& view);
[[nodiscard]] Asked draw_calendar_week(Frame& frame, const Rect& rect, const app::CalendarView& view);
[[nodiscard]] Asked draw_calendar_month(Frame& frame, const Rect& rect, const app::CalendarView& view);

}  // namespace mur::kiosk
