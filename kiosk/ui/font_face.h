#pragma once

#include <array>
#include <filesystem>
#include <memory>
#include <string>

#include "kiosk/ui/theme.h"
#include "shared/base/bytes.h"
#include "shared/base/result.h"

struct FT_LibraryRec_;
struct FT_FaceRec_;

namespace mur::kiosk {

/// Where the faces lie, by `Face`.
using FontFiles = std::array<std::filesystem::path, kFaceCount>;

/// As Debian's packages fonts-inter and fonts-material-design-icons-iconfont install them, or as CMake's MUR_INTER_DIR
/// and MUR_ICON_FONT said.
[[nodiscard]] FontFiles installed_font_files();

/// One font file in memory, with what Dear ImGui does not tell of it: which characters it has and how wide they
/// really are (ImGui rounds every width up to a pixel, which loosens small text).
class FontFace {
 public:
  /// Errc::io, naming the Debian package, if the file is missing; Errc::corrupt if it is no font.
  static Result<FontFace> open(const std::filesystem::path& file, Face face);

  [[nodiscard]] ByteSpan bytes() const { return bytes_; }
  [[nodiscard]] bool has(char32_t code) const;
  /// In em; 0 for what the face lacks.
  [[nodiscard]] float advance(char32_t code) const;
  /// Ascender to descender in em: what ImGui calls a font's size.
  [[nodiscard]] float height() const;

 private:
  struct LibraryCloser {
    void operator()(FT_LibraryRec_* library) const;
  };
  struct FaceCloser {
    void operator()(FT_FaceRec_* face) const;
  };

  FontFace() = default;

  Bytes bytes_;  // the face reads from here as long as it lives
  std::unique_ptr<FT_LibraryRec_, LibraryCloser> library_;
  std::unique_ptr<FT_FaceRec_, FaceCloser> face_;
};

}  // namespace mur::kiosk
