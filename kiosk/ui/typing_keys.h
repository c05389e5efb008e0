#pragma once

#include <string>

#include "kiosk/ui/frame.h"

namespace mur::kiosk {

/// The keyboard under a text of at most so many characters: ChangeText with each key, FinishText with `confirm`.
[[nodiscard]] Asked draw_typing_keys(Frame& frame, const Rect& rect, const std::string& text, std::size_t max_length,
                                     const std::string& confirm);

}  // namespace mur::kiosk
