#pragma once

#include <string_view>
#include <vector>

#include "kiosk/ui/button.h"
#include "kiosk/ui/ui.h"

namespace mur::kiosk {

/// The top of every screen: whose wall this is, and what time it is.
struct Header {
  std::string_view hub;
  std::string_view address{};
  std::string_view date{};   ///< « jeudi 12 mars »
  std::string_view clock{};  ///< « 18 h 24 »
  std::string_view tag{};    ///< « Démonstration »; empty on a real wall
  Icon icon = Icon::groups;
};
void header(Ui& ui, const Rect& rect, const Header& header);

/// One aid of the accessibility bar, or a way out of a form.
struct BarItem {
  std::string_view id;
  std::string_view label;
  Icon icon = Icon::none;
  bool selected = false;
};

/// The bar at the bottom of every screen: `left` from the left, `right` from the right, in as many rows as their words
/// need at this text size. Returns the id tapped, or an empty view.
std::string_view bottom_bar(Ui& ui, const Rect& rect, const std::vector<BarItem>& left,
                            const std::vector<BarItem>& right);
[[nodiscard]] float bottom_bar_height(Ui& ui, const std::vector<BarItem>& left, const std::vector<BarItem>& right);

/// One of the big actions over the bar; `share` is its part of the row's width.
struct Action {
  std::string_view id;
  Button button;
  float share = 1;
};
/// Actions side by side; those without an id leave their place empty. Returns the id tapped, or an empty view.
std::string_view action_row(Ui& ui, const Rect& rect, const std::vector<Action>& actions);

/// The standard cut of a screen: header, body, row of actions, accessibility bar.
struct ScreenParts {
  Rect header;
  Rect body;     ///< within the margins
  Rect actions;  ///< within the margins; empty if no height was asked for
  Rect bar;
};
[[nodiscard]] ScreenParts cut_screen(const Ui& ui, float actions_height, float bar_height);

}  // namespace mur::kiosk
