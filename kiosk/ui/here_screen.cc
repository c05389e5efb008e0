#include <fmt/format.h>

#include <algorithm>

#include "kiosk/ui/screen_parts.h"

namespace mur::kiosk {

namespace {

constexpr float kBack = 300;
constexpr float kResidents = 640;
constexpr float kRoomGap = 18;

/// A room's name, and what it does now; returns the height used.
float draw_room_title(Ui& ui, const Rect& rect, const app::RoomView& room) {
  const float line = std::max(ui.theme().line_height(TextStyle::label), size_of(IconSize::line));
  Rect rest{rect.x, rect.y, rect.w, line};
  if (room.state.empty()) {
    text(ui, rest, room.name, {.style = TextStyle::label, .valign = VAlign::middle, .max_lines = 1});
    return line;
  }
  const Color ink = ui.theme().accent(room.in_use ? Accent::attention : Accent::good);
  const TextLook state{
      .style = TextStyle::body_strong, .color = ink, .valign = VAlign::middle, .max_lines = 1, .fit = Fit::shrink};
  const float state_width =
      size_of(IconSize::line) + size::kTargetGap + text_width(ui, room.state, TextStyle::body_strong);
  const bool beside = text_width(ui, room.name, TextStyle::label) + size::kGap + state_width <= rect.w;
  Rect place = beside ? rest.take_right(state_width, size::kGap) : rest.moved(0, line);
  icon(ui, place.take_left(size_of(IconSize::line), size::kTargetGap).center(),
       room.in_use ? Icon::schedule : Icon::check_circle, IconSize::line, ink);
  text(ui, place, room.state, state);
  text(ui, rest, room.name, {.style = TextStyle::label, .valign = VAlign::middle, .max_lines = 1, .fit = Fit::shrink});
  return beside ? line : 2 * line;
}

/// Room under room with what is on there; returns the height used.
float draw_rooms(Frame& frame, const Rect& content, const app::HereView& view, Asked& asked) {
  Ui& ui = frame.ui;
  Rect at = content;
  std::size_t first = 0;
  for (const app::RoomView& view_of_room : view.rooms) {
    if (at.y > content.y) {
      at.y += kRoomGap / 2;
      rule(ui, at);
      at.y += kRoomGap / 2;
    }
    at.y += draw_room_title(ui, at, view_of_room);
    const app::DayView day{.rows = view_of_room.rows};  // what the rows point into
    const DayRows rows = day_rows(day, "here.row", first);
    if (const auto row = agenda_rows(ui, at, rows.day))
      asked = app::Open{{.screen = app::Screen::event, .occurrence = view_of_room.rows[*row].occurrence}};
    at.y += agenda_rows_height(ui, at.w, rows.day);
    first += view_of_room.rows.size();
  }
  return at.y - content.y;
}

float draw_residents(Ui& ui, const Rect& content, const app::HereView& view) {
  Rect at = content;
  for (const app::ResidentView& resident : view.residents) {
    at.y += text(ui, at, resident.name, {.style = TextStyle::label, .max_lines = 2});
    at.y += text(ui, at, resident.room, {.style = TextStyle::body, .color = ui.palette().muted, .max_lines = 1});
    at.y += kRoomGap;
  }
  return at.y - content.y;
}

/// What a portrait wall says over its middle: which room does what now.
void draw_states(Frame& frame, Rect rest, const app::HereView& view) {
  Ui& ui = frame.ui;
  for (const app::RoomView& room : view.rooms) {
    if (room.state.empty()) continue;
    const float most = 2 * std::max(ui.theme().line_height(TextStyle::label), size_of(IconSize::line));
    if (rest.h < most) break;
    rest.take_top(draw_room_title(ui, rest, room), kRoomGap);
  }
}

}  // namespace

Asked draw_here_screen(Frame& frame, const app::HereView& view) {
  Ui& ui = frame.ui;
  const app::Text& say = frame.say;
  Asked asked;
  Rect rest = frame.body;
  Rect actions = rest.take_bottom(size::kMainAction, size::kActionsGap);
  const std::string back = say("Back");
  const std::string calendar = say("Calendar");
  if (button(ui, "here.back", actions.take_left(kBack, size::kGap),
             {.label = back, .icon = Icon::arrow_back, .icon_place = IconPlace::beside}))
    asked = app::GoBack{};
  if (button(ui, "here.calendar", actions.take_right(std::max(kBack, actions.w / 2)),
             {.label = calendar, .icon = Icon::event, .icon_place = IconPlace::beside}))
    asked = app::Open{{.screen = app::Screen::calendar}};
  Rect above = frame.portrait() ? frame.ambient : rest;
  const float top = above.y;
  above.take_top(screen_title(ui, above, say("Who is here today")));
  above.take_top(
      text(ui, above, view.date, {.style = TextStyle::paragraph, .color = ui.palette().muted, .max_lines = 1}),
      size::kGap);
  if (!frame.portrait()) rest.take_top(above.y - top);
  if (view.rooms.empty() && view.residents.empty()) {
    draw_invitation(ui, rest, Icon::groups, Accent::none, say("Nobody has said that they are here today."),
                    say("The desk knows who comes by: ask there."));
    return asked;
  }
  const std::string next = say("Next");
  const std::string previous = say("Previous");
  const std::string residents = say("At home here");
  const std::string quiet = say("No room is taken today.");
  if (frame.portrait()) {
    draw_states(frame, above, view);
    scroll_area(ui, "here.rooms", rest, scroll_labels(next, previous), [&](const Rect& content) {
      Rect at = content;
      at.y += draw_rooms(frame, at, view, asked);
      if (!view.residents.empty()) {
        at.y += size::kColumnGap;
        at.y += text(ui, at, residents, {.style = TextStyle::heading, .max_lines = 1}) + kRoomGap;
        at.y += draw_residents(ui, at, view);
      }
      return at.y - content.y;
    });
    return asked;
  }
  if (!view.residents.empty()) {
    const ColumnResult made =
        column(ui, rest.take_right(kResidents, size::kColumnGap), {.title = residents, .icon = Icon::groups});
    scroll_area(ui, "here.residents", made.content, scroll_labels(next, previous),
                [&](const Rect& content) { return draw_residents(ui, content, view); });
  }
  if (view.rooms.empty()) {
    draw_invitation(ui, rest, Icon::event, Accent::none, quiet, {});
    return asked;
  }
  scroll_area(ui, "here.rooms", rest, scroll_labels(next, previous),
              [&](const Rect& content) { return draw_rooms(frame, content, view, asked); });
  return asked;
}

}  // namespace mur::kiosk
