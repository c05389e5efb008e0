#include "kiosk/ui/theme.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace mur::kiosk {
namespace {

constexpr Palette kDark{
    .background = rgb(0x10141A),
    .bar = rgb(0x0B0E13),
    .column = rgb(0x161C24),
    .card = rgb(0x1E2630),
    .raised = rgb(0x2A3542),
    .edge = rgb(0x66788A),
    .rule = rgb(0x2A3542),
    .text = rgb(0xF5F7FA),
    .muted = rgb(0xC4CED8),
    .past = rgb(0xA9B4C0),
    .need = rgb(0xF0AE2B),
    .offer = rgb(0x66B9EA),
    .attention = rgb(0xF0E442),
    .good = rgb(0x4FD1A5),
    .bad = rgb(0xFF9B80),
    .on_fill = rgb(0x10141A),
    .shade = {0x05, 0x07, 0x0A, 0xC8},
};

constexpr Palette kLight{
    .background = rgb(0xF3F5F7),
    .bar = rgb(0xFFFFFF),
    .column = rgb(0xFAFBFC),
    .card = rgb(0xFFFFFF),
    .raised = rgb(0xE6EBF0),
    .edge = rgb(0x5A6B7B),
    .rule = rgb(0xD5DCE3),
    .text = rgb(0x10141A),
    .muted = rgb(0x36424E),
    .past = rgb(0x434E59),
    .need = rgb(0x7E4200),
    .offer = rgb(0x0A4A78),
    .attention = rgb(0x54460A),
    .good = rgb(0x07513A),
    .bad = rgb(0x8A1F0C),
    .on_fill = rgb(0xFFFFFF),
    .shade = {0x10, 0x14, 0x1A, 0xA0},
};

constexpr Palette kHighContrast{
    .background = rgb(0x000000),
    .bar = rgb(0x000000),
    .column = rgb(0x000000),
    .card = rgb(0x000000),
    .raised = rgb(0x262626),
    .edge = rgb(0xFFFFFF),
    .rule = rgb(0x8C8C8C),
    .text = rgb(0xFFFFFF),
    .muted = rgb(0xFFFFFF),
    .past = rgb(0xE0E0E0),
    .need = rgb(0xFFC545),
    .offer = rgb(0x8CD2FF),
    .attention = rgb(0xFFFF3C),
    .good = rgb(0x79F0C2),
    .bad = rgb(0xFFB39E),
    .on_fill = rgb(0x000000),
    .shade = {0x00, 0x00, 0x00, 0xE0},
};

constexpr std::array<TextSpec, kTextStyleCount> kStyles{{
    {101, Face::display_bold, 1.1F, false},
    {64, Face::display_bold, 1.1F, false},
    {56, Face::semibold, 1.15F, true},
    {54, Face::bold, 1.0F, false},
    {48, Face::semibold, 1.1F, false},
    {46, Face::regular, 1.2F, false},
    {44, Face::medium, 1.15F, false},
    {40, Face::bold, 1.15F, false},
    {38, Face::regular, 1.28F, true},
    {38, Face::semibold, 1.28F, false},
    {35, Face::semibold, 1.18F, false},
    {34, Face::regular, 1.28F, true},
    {32, Face::medium, 1.15F, false},
    {30, Face::regular, 1.28F, true},
    {30, Face::semibold, 1.28F, false},
    {28, Face::regular, 1.25F, true},
    {27, Face::semibold, 1.15F, false},
}};

double channel(std::uint8_t value) {
  const double share = value / 255.0;
  return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

double luminance(Color color) {
  return 0.2126 * channel(color.r) + 0.7152 * channel(color.g) + 0.0722 * channel(color.b);
}

std::uint8_t mix(std::uint8_t under, std::uint8_t over, float part) {
  return static_cast<std::uint8_t>(
      std::lround(static_cast<float>(under) + (static_cast<float>(over) - static_cast<float>(under)) * part));
}

}  // namespace

double contrast_ratio(Color one, Color other) {
  const double a = luminance(one);
  const double b = luminance(other);
  return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

Color mix(Color under, Color over, float part) {
  return {mix(under.r, over.r, part), mix(under.g, over.g, part), mix(under.b, over.b, part), under.a};
}

const Palette& palette_of(Scheme scheme) {
  switch (scheme) {
    case Scheme::dark: return kDark;
    case Scheme::light: return kLight;
    case Scheme::high_contrast: return kHighContrast;
  }
  return kDark;
}

Color accent_color(const Palette& palette, Accent accent) {
  switch (accent) {
    case Accent::none: return palette.text;
    case Accent::need: return palette.need;
    case Accent::offer: return palette.offer;
    case Accent::attention: return palette.attention;
    case Accent::good: return palette.good;
    case Accent::bad: return palette.bad;
  }
  return palette.text;
}

const TextSpec& spec_of(TextStyle style) { return kStyles[static_cast<std::size_t>(style)]; }

float size_of(IconSize size) {
  switch (size) {
    case IconSize::line: return 44;
    case IconSize::button: return 60;
    case IconSize::hero: return 92;
  }
  return 44;
}

float Theme::px_per_u() const {
  const auto width = static_cast<float>(width_px);
  const auto height = static_cast<float>(height_px);
  return portrait() ? std::min(width / size::kShortSide, height / size::kLongSide)
                    : std::min(width / size::kLongSide, height / size::kShortSide);
}

float Theme::text_size(TextStyle style) const {
  const float plain = spec_of(style).size;
  const float largest = std::max(plain, spec_of(TextStyle::headline).size);
  return std::min(plain * text_scale, largest);
}

float Theme::line_height(TextStyle style) const { return text_size(style) * spec_of(style).line_height; }

float Theme::target() const { return std::max(size::kTarget, size::kTargetMm / mm_per_px / px_per_u()); }

float Theme::key_target() const { return std::max(size::kTarget, size::kKeyMm / mm_per_px / px_per_u()); }

}  // namespace mur::kiosk
