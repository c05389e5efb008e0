#include "kiosk/ui/qr_code.h"

#include <qrencode.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <string>

#include "kiosk/ui/paint.h"

namespace mur::kiosk {
namespace {

struct CodeCloser {
  void operator()(QRcode* code) const { QRcode_free(code); }
};

struct InputCloser {
  void operator()(QRinput* input) const { QRinput_free(input); }
};

/// Bytes that are not ASCII say that they are UTF-8 (extended channel interpretation 26, ISO/IEC 18004 § 7.4.2):
/// readers that have to guess take « é » for Chinese.
std::unique_ptr<QRcode, CodeCloser> encoded(const std::string& content, QRecLevel level) {
  constexpr unsigned kUtf8 = 26;
  const std::unique_ptr<QRinput, InputCloser> input(QRinput_new2(0, level));
  if (input == nullptr) return nullptr;
  const bool ascii = std::ranges::all_of(content, [](char c) { return static_cast<unsigned char>(c) < 0x80U; });
  if (!ascii && QRinput_appendECIheader(input.get(), kUtf8) != 0) return nullptr;
  const auto* bytes = reinterpret_cast<const unsigned char*>(content.data());
  if (QRinput_append(input.get(), QR_MODE_8, static_cast<int>(content.size()), bytes) != 0) return nullptr;
  return std::unique_ptr<QRcode, CodeCloser>(QRcode_encodeInput(input.get()));
}

bool is_dark(const QRcode& code, int x, int y) { return (code.data[y * code.width + x] & 1U) != 0; }

}  // namespace

Rect qr_code(Ui& ui, const Rect& rect, std::string_view content, QrLevel level) {
  const auto code = encoded(std::string(content), level == QrLevel::low ? QR_ECLEVEL_L : QR_ECLEVEL_M);
  if (code == nullptr) return {};
  const float modules = static_cast<float>(code->width) + 2 * size::kQuietZone;
  const float module = std::max(1.F, std::floor(ui.px(std::min(rect.w, rect.h)) / modules));
  const float side = module * modules / ui.unit();
  const Rect paper = rect.centered(side, side);
  fill(ui, paper, kQrPaper, size::kCardRadius);

  const ImVec2 origin = ui.px(Point{paper.x, paper.y});
  const float quiet = module * size::kQuietZone;
  for (int y = 0; y < code->width; ++y) {
    for (int x = 0; x < code->width; ++x) {
      if (!is_dark(*code, x, y)) continue;
      const int start = x;
      while (x + 1 < code->width && is_dark(*code, x + 1, y)) ++x;
      const ImVec2 from(origin.x + quiet + static_cast<float>(start) * module,
                        origin.y + quiet + static_cast<float>(y) * module);
      const ImVec2 to(origin.x + quiet + static_cast<float>(x + 1) * module, from.y + module);
      ui.canvas().AddRectFilled(from, to, packed(kQrInk));
    }
  }
  return paper;
}

}  // namespace mur::kiosk
