#pragma once

// The wall's toolkit. A screen is one function in one file: it takes a view (what to show), and returns what the
// visitor asked for. It cuts the wall into rectangles and hands each to a widget:
//
//   std::optional<Action> draw_need_screen(Ui& ui, const NeedView& view, const Words& words) {
//     const float bar = bottom_bar_height(ui, left, right);
//     ScreenParts parts = cut_screen(ui, size::kActions, bar);            // header, body, actions, bar
//     header(ui, parts.header, {.hub = view.hub, .address = view.address, .date = view.date, .clock = view.clock});
//     parts.body.take_top(screen_title(ui, parts.body, view.title), size::kGap);
//     scroll_area(ui, "need.slots", parts.body, {words.next, words.previous}, [&](const Rect& content) { … return
//     height; }); const std::string_view tapped = action_row(ui, parts.actions, {{"need.back", {.label = words.back,
//     …}, 0.3F}, …}); if (tapped == "need.back") return GoBack{}; …
//   }
//
// Rules. Lengths are in u (theme.h): 1920 x 1080 or more in landscape, 1080 x 1920 or more in portrait, on every
// screen. All words come in as arguments. Every touch target has an id, unique in the frame ("screen.thing"), by which
// tests tap it. A widget that takes an id and returns bool or an id says what was tapped; `…_height` says what it will
// use at this width and text size (A+ makes text 1.5 times as large: ask, don't assume). Nothing here keeps state but
// scroll positions.
//
//   rect.h         Rect: take_top/bottom/left/right, inset, centered, moved; columns, rows, grid
//   text.h         text, text_height, text_width; TextLook {style, color, align, valign, max_lines, strike, fit}
//   heading.h      screen_title, progress_steps (« étape 1 sur 4 »)
//   button.h       button {label, icon, fill, icon_place, style, selected, disabled_because}, tile, chip, link_line,
//   segments card.h         card {edge, kicker, title, lines, badges}, card_list, column (panel with title and
//   chevron), panel badge.h        badge (« annulé », « gratuit »), badged_title event_row.h    event_row, day_chip,
//   agenda_day text_field.h   text_field {value, hint, mask, focused} keyboard.h     keyboard, suggestion_row;
//   KeyboardState::press and TextBuffer are plain values (keyboard_state.h) qr_code.h      qr_code scroll_area.h
//   scroll_area, dialogue frame_bars.h   header, bottom_bar, action_row, cut_screen paint.h        fill, outline, ring,
//   rule, icon: for a widget of your own ui.h           Ui: theme(), palette(), screen(), touch(), typed(), targets()

#include "kiosk/ui/badge.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/event_row.h"
#include "kiosk/ui/frame_bars.h"
#include "kiosk/ui/heading.h"
#include "kiosk/ui/keyboard.h"
#include "kiosk/ui/paint.h"
#include "kiosk/ui/qr_code.h"
#include "kiosk/ui/rect.h"
#include "kiosk/ui/scroll_area.h"
#include "kiosk/ui/text.h"
#include "kiosk/ui/text_field.h"
#include "kiosk/ui/ui.h"
