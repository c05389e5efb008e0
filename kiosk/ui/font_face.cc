#include "kiosk/ui/font_face.h"

#include <fmt/format.h>
#include <ft2build.h>

#include <fstream>
#include FT_FREETYPE_H
#include FT_ADVANCES_H

namespace mur::kiosk {
namespace {

/// Empty if the file can't be read.
Bytes read_all(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary | std::ios::ate);
  const std::streamoff size = stream.tellg();
  if (size <= 0) return {};
  Bytes bytes(static_cast<std::size_t>(size));
  stream.seekg(0);
  stream.read(reinterpret_cast<char*>(bytes.data()), size);
  return stream ? bytes : Bytes{};
}

}  // namespace

FontFiles installed_font_files() {
  const std::filesystem::path inter = MUR_INTER_DIR;
  return {inter / "Inter-Regular.otf", inter / "Inter-Medium.otf",      inter / "Inter-SemiBold.otf",
          inter / "Inter-Bold.otf",    inter / "InterDisplay-Bold.otf", MUR_ICON_FONT};
}

void FontFace::LibraryCloser::operator()(FT_LibraryRec_* library) const { FT_Done_FreeType(library); }
void FontFace::FaceCloser::operator()(FT_FaceRec_* face) const { FT_Done_Face(face); }

Result<FontFace> FontFace::open(const std::filesystem::path& file, Face face) {
  FontFace opened;
  opened.bytes_ = read_all(file);
  if (opened.bytes_.empty())
    return fail(Errc::io, file.string(),
                fmt::format("the font {} is missing; install it with: apt install {}", file.string(),
                            face == Face::icons ? "fonts-material-design-icons-iconfont" : "fonts-inter"));
  FT_Library library = nullptr;
  if (FT_Init_FreeType(&library) != 0) return fail(Errc::io, "freetype", "FreeType cannot be started");
  opened.library_.reset(library);
  FT_Face made = nullptr;
  if (FT_New_Memory_Face(library, opened.bytes_.data(), static_cast<FT_Long>(opened.bytes_.size()), 0, &made) != 0)
    return fail(Errc::corrupt, file.string(), fmt::format("{} is not a font; reinstall its package", file.string()));
  opened.face_.reset(made);
  return opened;
}

bool FontFace::has(char32_t code) const { return FT_Get_Char_Index(face_.get(), code) != 0; }

float FontFace::advance(char32_t code) const {
  const FT_UInt glyph = FT_Get_Char_Index(face_.get(), code);
  FT_Fixed units = 0;
  if (glyph == 0 || FT_Get_Advance(face_.get(), glyph, FT_LOAD_NO_SCALE, &units) != 0) return 0;
  return static_cast<float>(units) / static_cast<float>(face_->units_per_EM);
}

float FontFace::height() const {
  return static_cast<float>(face_->ascender - face_->descender) / static_cast<float>(face_->units_per_EM);
}

}  // namespace mur::kiosk
