#pragma once

#include <string_view>

#include "kiosk/ui/ui.h"

namespace mur::kiosk {

/// Whether what was typed can be read over the shoulder.
enum class Mask : std::uint8_t { shown, hidden };

/// A line being typed: its end is always in sight, with the caret after it. `hint` stands in an empty field.
struct TextField {
  std::string_view value;
  std::string_view hint{};
  Mask mask = Mask::shown;
  bool focused = true;  ///< with caret and the accent's edge
};
void text_field(Ui& ui, const Rect& rect, const TextField& field);

/// The same, as a target that takes the focus; true when tapped. `label` is what speech says.
bool text_field(Ui& ui, std::string_view id, const Rect& rect, std::string_view label, const TextField& field);

}  // namespace mur::kiosk
