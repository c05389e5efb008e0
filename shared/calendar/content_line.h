#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/calendar/reader.h"

namespace mur::calendar {

/// One unfolded content line (RFC 5545 § 3.1), in views of a text that outlives it.
struct ContentLine {
  std::size_t number = 0;       ///< of its first line in the file, from 1
  std::string_view name;        ///< as written; compare with `is`
  std::string_view parameters;  ///< between the first ";" and the ":", may be empty
  std::string_view value;
  bool cut = false;  ///< the list had more values than the limit; these are the first ones

  [[nodiscard]] bool is(std::string_view property) const;
  /// The parameter's value without quotes; nothing where it is absent.
  [[nodiscard]] std::optional<std::string_view> parameter(std::string_view wanted) const;
};

/// ASCII, any case.
[[nodiscard]] bool same_name(std::string_view a, std::string_view b);

/// A file's content lines, unfolded and one below the other.
struct Unfolded {
  std::string text;                  ///< each content line, ended by LF
  std::vector<std::size_t> numbers;  ///< where each began in the file
  std::vector<Warning> warnings;     ///< lines that are none, or too long
};

/// Undoes folds at any of CRLF, LF and CR. A line that cannot be a content line (a line end inside a text that its
/// writer did not escape) continues the one before if that is a text, and is passed over if not; so does one whose name
/// is in small letters and unknown. Lines over `line_bytes` that nothing needs (ATTACH, IMAGE, X-…) are dropped. Each
/// is said. Errc::too_large over `lines`, `warnings` or, in other lines, `line_bytes`.
[[nodiscard]] Result<Unfolded> unfold(std::string_view text, const ReadLimits& limits);

/// Splits one unfolded line at the ":" and ";" that are not quoted; blanks around the name are none of it.
/// Errc::too_large over `parameters`, and over `values` in a rule; other lists are cut.
[[nodiscard]] Result<ContentLine> split_line(std::string_view line, std::size_t number, const ReadLimits& limits);

}  // namespace mur::calendar
