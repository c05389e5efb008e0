#pragma once

#include <string>
#include <string_view>

namespace mur::calendar {

struct Utf8 {
  std::string text;     ///< well-formed UTF-8 but for what `normalize` will replace by U+FFFD
  std::string read_as;  ///< "UTF-16LE", "windows-1252" …; empty where it was UTF-8 already
};

/// UTF-16 with a byte order mark, or with every other byte zero, as UTF-8; anything else as it is, without a UTF-8
/// mark. Comes before lines are looked for.
[[nodiscard]] Utf8 from_wide(std::string_view bytes);

/// Bytes that are not UTF-8 as Windows-1252, of which Latin-1's letters are a part. A file that is UTF-8 but for a few
/// bytes (cut in the middle of a character, say) stays UTF-8. Comes after unfolding: a fold may split a character.
[[nodiscard]] Utf8 from_narrow(std::string bytes);

}  // namespace mur::calendar
