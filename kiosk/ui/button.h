#pragma once

#include <string_view>

#include "kiosk/ui/text.h"
#include "kiosk/ui/ui.h"

namespace mur::kiosk {

enum class IconPlace : std::uint8_t { above, beside };

/// A button, and everything that looks like one. With `disabled_because` (a sentence the visitor reads under the label)
/// it can't be touched.
struct Button {
  std::string_view label;
  Icon icon = Icon::none;
  Accent fill = Accent::none;  ///< `none`: outlined on the card's colour
  IconPlace icon_place = IconPlace::above;
  TextStyle style = TextStyle::label;
  bool selected = false;  ///< shown with a tick
  std::string_view disabled_because{};
  Role role = Role::button;
};

/// Draws it over the whole of `rect`; true when it was tapped.
bool button(Ui& ui, std::string_view id, const Rect& rect, const Button& button);

/// A choice among many: an icon in the accent over a word or two. Chosen ones are filled and ticked.
struct Tile {
  std::string_view label;
  Icon icon = Icon::none;
  Accent accent = Accent::offer;
  bool selected = false;
};
bool tile(Ui& ui, std::string_view id, const Rect& rect, const Tile& tile);

/// A short proposal in a row of proposals, as wide as its words.
[[nodiscard]] float chip_width(Ui& ui, std::string_view label);
[[nodiscard]] float chip_height(const Ui& ui);
bool chip(Ui& ui, std::string_view id, const Rect& rect, std::string_view label);

/// Underlined words, small to the eye and a full target to the finger.
[[nodiscard]] float link_width(Ui& ui, std::string_view label);
bool link_line(Ui& ui, std::string_view id, const Rect& rect, std::string_view label, Align align = Align::left);

/// One of a few views: « Liste · Semaine · Mois ». The index tapped, or nothing.
struct Segment {
  std::string_view id;
  std::string_view label;
};
std::optional<std::size_t> segments(Ui& ui, const Rect& rect, const std::vector<Segment>& segments,
                                    std::size_t selected);

/// The colours and the frame of something touched, for widgets that draw their own inside.
struct Pressable {
  Color ground;
  Color ink;
};
[[nodiscard]] Pressable pressable_frame(Ui& ui, const Rect& rect, float radius, Accent fill, const Touch& touch);

}  // namespace mur::kiosk
