#pragma once

#include <string_view>

#include "kiosk/ui/ui.h"

namespace mur::kiosk {

/// How much of a code may be unreadable: 15 % for what is copied and photographed, 7 % where large squares matter more.
enum class QrLevel : std::uint8_t { low, medium };

/// A QR code (ISO/IEC 18004) with its quiet zone on white, whatever the theme: whole pixels a module, as large
/// as fits `rect`, in its middle. Returns what it covers; empty if `content` is too long to be a code.
Rect qr_code(Ui& ui, const Rect& rect, std::string_view content, QrLevel level = QrLevel::medium);

}  // namespace mur::kiosk
