#include "kiosk/ui/fonts.h"

#include <imgui_freetype.h>

#include <algorithm>
#include <cmath>

#include "kiosk/ui/code_points.h"

namespace mur::kiosk {
namespace {

// What French, English and their neighbours always need; the rest comes when it is first seen.
constexpr std::pair<ImWchar, ImWchar> kFromTheStart[] = {
    {0x0020, 0x007E}, {0x00A0, 0x00FF}, {0x0152, 0x0153}, {0x0178, 0x0178}, {0x1D49, 0x1D49},
    {0x2010, 0x2015}, {0x2018, 0x201E}, {0x2022, 0x2022}, {0x2026, 0x2026}, {0x202F, 0x202F},
    {0x2039, 0x203A}, {0x20AC, 0x20AC}, {0x2190, 0x2193}, {0x2212, 0x2212},
};

// Above this em a glyph is stretched rather than stored, once the texture would not fit.
constexpr float kNoLimit = 10'000;
constexpr float kStoredEms[] = {kNoLimit, 160, 110, 80, 56, 40};

// ImGui's glyph codes are 16 bits wide.
constexpr char32_t kLastCode = 0xFFFF;

std::vector<ImWchar> ranges_of(ImFontGlyphRangesBuilder& codes) {
  ImVector<ImWchar> ranges;
  codes.BuildRanges(&ranges);
  return {ranges.begin(), ranges.end()};
}

}  // namespace

Result<Fonts> Fonts::open(const FontFiles& files) {
  Fonts fonts;
  for (std::size_t i = 0; i < files.size(); ++i) {
    Result<FontFace> face = FontFace::open(files[i], static_cast<Face>(i));
    if (!face) return fail(face.error());
    fonts.faces_.push_back(std::move(*face));
  }
  fonts.atlas_ = std::make_unique<ImFontAtlas>();
  for (const auto& [first, last] : kFromTheStart)
    for (ImWchar code = first; code <= last; ++code)
      if (fonts.face(Face::regular).has(code)) fonts.wanted_.insert(code);
  return fonts;
}

bool Fonts::prepare(const Theme& theme, int largest_texture) {
  const bool same_sizes = built_for_.px_per_u() == theme.px_per_u() && built_for_.text_scale == theme.text_scale;
  if (!outdated_ && same_sizes) return false;
  for (const float largest_em : kStoredEms) {
    atlas_->TexDesiredWidth = std::min(theme.px_per_u() > 1.2F ? 4096 : 2048, largest_texture);
    build(theme, largest_em);
    if (atlas_->TexHeight <= largest_texture) break;
  }
  built_for_ = theme;
  outdated_ = false;
  return true;
}

void Fonts::build(const Theme& theme, float largest_em) {
  atlas_->Clear();
  atlas_->FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
  atlas_->Flags = ImFontAtlasFlags_NoPowerOfTwoHeight | ImFontAtlasFlags_NoMouseCursors;
  ImFontGlyphRangesBuilder text_codes;
  for (const ImWchar code : wanted_) text_codes.AddChar(code);
  text_ranges_ = ranges_of(text_codes);
  ImFontGlyphRangesBuilder icon_codes;
  for (const Icon icon : kAllIcons) icon_codes.AddChar(static_cast<ImWchar>(icon));
  icon_ranges_ = ranges_of(icon_codes);

  const float u = theme.px_per_u();
  for (std::size_t i = 0; i < texts_.size(); ++i) {
    const auto style = static_cast<TextStyle>(i);
    texts_[i] = add(spec_of(style).face, theme.text_size(style) * u, largest_em, text_ranges_.data());
  }
  for (std::size_t i = 0; i < icons_.size(); ++i)
    icons_[i] = add(Face::icons, size_of(static_cast<IconSize>(i)) * u, largest_em, icon_ranges_.data());
  atlas_->Build();
  for (std::size_t i = 0; i < texts_.size(); ++i)
    restore_widths(texts_[i], face(spec_of(static_cast<TextStyle>(i)).face));
}

void Fonts::restore_widths(Sized& sized, const FontFace& face) {
  for (ImFontGlyph& glyph : sized.font->Glyphs) glyph.AdvanceX = face.advance(glyph.Codepoint) * sized.em;
}

Fonts::Sized Fonts::add(Face face_name, float em, float largest_em, const ImWchar* ranges) {
  const FontFace& used = face(face_name);
  // ImGui's FreeType builder takes whole pixels only.
  const float stored_height = std::max(1.F, std::round(std::min(em, largest_em) * used.height()));
  ImFontConfig config;
  config.FontDataOwnedByAtlas = false;
  config.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
  // ImGui takes the bytes as mutable, and only reads them since the atlas does not own them.
  auto* bytes = const_cast<std::uint8_t*>(used.bytes().data());
  ImFont* font =
      atlas_->AddFontFromMemoryTTF(bytes, static_cast<int>(used.bytes().size()), stored_height, &config, ranges);
  const float stored_em = stored_height / used.height();
  if (em <= largest_em) return {font, stored_em, stored_height, 1};
  return {font, em, em * used.height(), em / stored_em};
}

std::string Fonts::displayable(std::string_view utf8) const {
  std::string kept;
  for (const CodePoint& point : code_points(utf8))
    if (point.code == '\n' || (point.code <= kLastCode && face(Face::regular).has(point.code))) kept += point.bytes;
  return kept;
}

Fonts::Glyph Fonts::glyph(TextStyle style, char32_t code) {
  if (code > kLastCode) return {};
  const auto narrow = static_cast<ImWchar>(code);
  const Sized& sized = text(style);
  const ImFontGlyph* image = sized.font->FindGlyphNoFallback(narrow);
  if (image == nullptr) {
    if (!wanted_.contains(narrow) && face(Face::regular).has(code)) {
      wanted_.insert(narrow);
      outdated_ = true;
    }
    return {};
  }
  return {image, image->AdvanceX};
}

const ImFontGlyph* Fonts::icon(Icon icon, IconSize size) const {
  return icons_[static_cast<std::size_t>(size)].font->FindGlyphNoFallback(static_cast<ImWchar>(icon));
}

float Fonts::icon_height(IconSize size) const { return icons_[static_cast<std::size_t>(size)].height; }

float Fonts::icon_scale(IconSize size) const { return icons_[static_cast<std::size_t>(size)].scale; }

bool Fonts::has_icon(Icon icon) const { return face(Face::icons).has(static_cast<char32_t>(icon)); }

}  // namespace mur::kiosk
