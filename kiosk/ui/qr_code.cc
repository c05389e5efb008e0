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

bool is_dark(const QRcode& code, int x, int y) { return (code.data[y * code.width + x] & 1U) != 0; }

}  // namespace

Rect qr_code(Ui& ui, const Rect& rect, std::string_view content, QrLevel level) {
  const std::unique_ptr<QRcode, CodeCloser> code(
      QRcode_encodeString8bit(std::string(content).c_str(), 0, level == QrLevel::low ? QR_ECLEVEL_L : QR_ECLEVEL_M));
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
