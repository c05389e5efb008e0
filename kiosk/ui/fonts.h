#pragma once

#include <imgui.h>

#include <array>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/ui/font_face.h"
#include "kiosk/ui/icons.h"
#include "kiosk/ui/theme.h"

namespace mur::kiosk {

/// The wall's fonts as one bounded atlas: each text style in its own size, with the characters seen so far. A character
/// that is new makes the atlas be built anew before the next frame; what the fonts lack is left out, never a box.
/// Main thread only.
class Fonts {
 public:
  static Result<Fonts> open(const FontFiles& files = installed_font_files());

  /// Builds the atlas for this theme if it has to: true means that its texture must be uploaded anew. No texture side
  /// will be longer than `largest_texture`; the largest sizes are then drawn enlarged.
  bool prepare(const Theme& theme, int largest_texture);

  [[nodiscard]] ImFontAtlas& atlas() const { return *atlas_; }

  /// The text with everything taken out that the fonts can't draw (emoji, unknown scripts, stray marks).
  [[nodiscard]] std::string displayable(std::string_view utf8) const;

  /// A glyph as it lies in the atlas; null if the fonts lack it. Null also the first time it is asked for, and then the
  /// next `prepare` adds it.
  struct Glyph {
    const ImFontGlyph* image = nullptr;
    float advance = 0;  ///< px
  };
  [[nodiscard]] Glyph glyph(TextStyle style, char32_t code);

  /// Height of the style's line of glyphs (ascender to descender) in px, and px drawn per px in the atlas.
  [[nodiscard]] float height(TextStyle style) const { return text(style).height; }
  [[nodiscard]] float scale(TextStyle style) const { return text(style).scale; }
  /// The icon's image and its em in px; every icon is a square of its em.
  [[nodiscard]] const ImFontGlyph* icon(Icon icon, IconSize size) const;
  [[nodiscard]] float icon_height(IconSize size) const;
  [[nodiscard]] float icon_scale(IconSize size) const;
  [[nodiscard]] bool has_icon(Icon icon) const;

  /// Glyphs wanted since the atlas was last built.
  [[nodiscard]] bool outdated() const { return outdated_; }

 private:
  struct Sized {
    ImFont* font = nullptr;
    float em = 0;      ///< px on the screen
    float height = 0;  ///< px on the screen
    float scale = 1;
  };

  Fonts() = default;
  void build(const Theme& theme, float largest_em);
  Sized add(Face face, float em, float largest_em, const ImWchar* ranges);
  /// ImGui rounds each advance up to a pixel; this puts the true ones in its place.
  static void restore_widths(Sized& sized, const FontFace& face);
  [[nodiscard]] const FontFace& face(Face face) const { return faces_[static_cast<std::size_t>(face)]; }
  [[nodiscard]] const Sized& text(TextStyle style) const { return texts_[static_cast<std::size_t>(style)]; }

  std::vector<FontFace> faces_;
  std::unique_ptr<ImFontAtlas> atlas_;
  std::array<Sized, kTextStyleCount> texts_;
  std::array<Sized, kIconSizeCount> icons_;
  std::set<ImWchar> wanted_;
  std::vector<ImWchar> text_ranges_;  // ImGui reads these while it builds
  std::vector<ImWchar> icon_ranges_;
  Theme built_for_;
  bool outdated_ = true;
};

}  // namespace mur::kiosk
