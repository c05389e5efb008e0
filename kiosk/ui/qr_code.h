#pragma once

#include <string_view>

#include "kiosk/ui/ui.h"

namespace mur::kiosk {

/// A QR code (ISO/IEC 18004, level M) with its quiet zone on white, whatever the theme: whole pixels a module, as large
/// as fits `rect`, in its middle. Returns what it covers; empty if `content` is too long to be a code.
Rect qr_code(Ui& ui, const Rect& rect, std::string_view content);

}  // namespace mur::kiosk
