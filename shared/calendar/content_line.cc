#include "shared/calendar/content_line.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

#include "shared/calendar/known_names.h"
#include "shared/calendar/value_list.h"

namespace mur::calendar {
namespace {

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

bool is_name_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
}

bool has_small_letter(std::string_view name) {
  return std::ranges::any_of(name, [](char c) { return c >= 'a' && c <= 'z'; });
}

/// What a line begins with, if it can be a name.
std::string_view name_of(std::string_view line) {
  return line.substr(0, static_cast<std::size_t>(std::ranges::find_if_not(line, is_name_letter) - line.begin()));
}

/// True for what Mur can do without: files in the file itself, and what other programs keep for themselves.
bool is_dispensable(std::string_view name) {
  return same_name(name, "ATTACH") || same_name(name, "IMAGE") || name.starts_with("X-") || name.starts_with("x-");
}

/// A line of the file, and how many line ends it and the empty ones after it had.
struct Taken {
  std::string_view line;
  std::size_t ends = 1;
};

/// Takes the next line of the file off `text`; CR CR LF, which some tools leave behind, ends one line.
Taken take_line(std::string_view& text) {
  const auto end = text.find_first_of("\r\n");
  const std::string_view line = text.substr(0, end);
  if (end == std::string_view::npos) {
    text = {};
    return {.line = line};
  }
  const auto after = std::min(text.find_first_not_of('\r', end), text.size());
  const bool ends_with_lf = after < text.size() && text[after] == '\n';
  text.remove_prefix(ends_with_lf ? after + 1 : after);
  return {.line = line, .ends = ends_with_lf ? 1 : after - end};
}

std::unexpected<Error> over(std::size_t line, std::string_view what, std::size_t limit) {
  return fail(Errc::too_large, fmt::format("line {}", line),
              fmt::format("line {}: {} {}; split the calendar or repair the line", line, what, limit));
}

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::ranges::any_of(names, [&](std::string_view one) { return same_name(one, name); });
}

/// Where the first `wanted` outside quotes is.
std::size_t find_unquoted(std::string_view text, char wanted) {
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') quoted = !quoted;
    if (text[i] == wanted && !quoted) return i;
  }
  return std::string_view::npos;
}

/// Where the first `most` values of a list end.
std::size_t end_of_values(std::string_view list, std::size_t most) {
  std::size_t seen = 0;
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (list[i] == '\\') {
      ++i;
    } else if (list[i] == ',' && ++seen == most) {
      return i;
    }
  }
  return list.size();
}

/// Gathers each line with its folds, and then decides what it is.
class Unfolder {
 public:
  Unfolder(std::size_t bytes, const ReadLimits& limits) : limits_{limits} { unfolded_.text.reserve(bytes + 1); }

  Status add(std::string_view line, std::size_t number) {
    const bool fold = line.starts_with(' ') || line.starts_with('\t');
    if (fold && number_ != 0) return lengthen(line.substr(1));
    if (line.find_first_not_of(" \t") == std::string_view::npos) return {};
    if (Status done = end_line(); !done) return done;
    number_ = number;
    return lengthen(line);
  }

  Result<Unfolded> finish() {
    if (Status done = end_line(); !done) return fail(done.error());
    return std::move(unfolded_);
  }

 private:
  Status lengthen(std::string_view by) {
    if (is_dropped_) return {};
    line_.append(by);
    if (line_.size() <= limits_.line_bytes) return {};
    if (!is_dispensable(name_of(line_))) return too_long(number_);
    is_dropped_ = true;
    return {};
  }

  /// The line is whole.
  Status end_line() {
    if (number_ == 0) return {};
    Status done;
    if (is_dropped_) {
      done = drop();
    } else if (unfolded_.numbers.empty() || is_content(line_)) {
      done = keep();
    } else {
      done = go_on();
    }
    line_.clear();
    is_dropped_ = false;
    return done;
  }

  Status drop() {
    constexpr std::size_t kShownOfName = 32;
    is_text_ = false;
    return warn(number_, std::string(name_of(line_).substr(0, kShownOfName)),
                fmt::format("this is longer than {} bytes", limits_.line_bytes), "the line was dropped");
  }

  Status keep() {
    begun_ = unfolded_.text.size();
    unfolded_.numbers.push_back(number_);
    unfolded_.text.append(line_).push_back('\n');
    const std::string_view name = name_of(line_);
    is_text_ = is_text_property(name);
    is_in_capitals_ = !has_small_letter(name);
    if (unfolded_.numbers.size() > limits_.lines) return over(number_, "the file has more lines than", limits_.lines);
    return {};
  }

  /// A line that is none of its own: the text before goes on, or it is nothing.
  Status go_on() {
    constexpr const char* kProblem = "this is not a content line";
    if (!is_text_) return warn(number_, {}, kProblem, "passed over; write it like SUMMARY:Text");
    const std::size_t first = unfolded_.numbers.back();
    unfolded_.text.pop_back();
    unfolded_.text.append("\\n").append(line_).push_back('\n');
    if (Status said = warn(number_, {}, kProblem, fmt::format("read as going on from line {}", first)); !said)
      return said;
    if (unfolded_.text.size() - begun_ <= limits_.line_bytes + 1) return {};
    line_ = unfolded_.text.substr(begun_, limits_.line_bytes);
    if (!is_dispensable(name_of(line_))) return too_long(first);
    unfolded_.text.resize(begun_);
    unfolded_.numbers.pop_back();
    number_ = first;
    return drop();
  }

  /// A name, then ":" or ";". Blanks between the two only after names that are known: in French texts a colon has one.
  [[nodiscard]] bool is_content(std::string_view line) const {
    const std::string_view name = name_of(line);
    const auto mark = line.find_first_not_of(" \t", name.size());
    if (name.empty() || mark == std::string_view::npos || (line[mark] != ':' && line[mark] != ';')) return false;
    if (mark != name.size() && !is_property_name(name)) return false;
    if (is_one_of(name, {"BEGIN", "END"})) return is_component_name(trimmed(line.substr(line.find(':', mark) + 1)));
    if (!is_text_ || !has_small_letter(name)) return true;
    return is_property_name(name) && !reads_as_text(name, line.substr(mark));
  }

  /// "Location: au fond", after a text, in a file that writes its own names in capitals. What may keep the event from
  /// sight is never read as a text.
  [[nodiscard]] bool reads_as_text(std::string_view name, std::string_view rest) const {
    if (!is_in_capitals_ || !(rest.starts_with(": ") || rest.starts_with(":\t"))) return false;
    if (!same_name(name, "CLASS")) return true;
    const std::string_view word = trimmed(rest.substr(1));
    return std::ranges::none_of(std::array<std::string_view, 3>{"PRIV", "CONF", "X-"}, [&](std::string_view strict) {
      return same_name(word.substr(0, strict.size()), strict);
    });
  }

  Status warn(std::size_t number, std::string property, std::string problem, std::string remedy) {
    unfolded_.warnings.push_back(
        {.line = number, .property = std::move(property), .problem = std::move(problem), .remedy = std::move(remedy)});
    if (unfolded_.warnings.size() > limits_.warnings)
      return over(number, "more lines that are none than", limits_.warnings);
    return {};
  }

  [[nodiscard]] std::unexpected<Error> too_long(std::size_t number) const {
    return over(number, "longer than the limit in bytes,", limits_.line_bytes);
  }

  const ReadLimits& limits_;
  Unfolded unfolded_;
  std::string line_;            ///< with its folds so far
  std::size_t number_ = 0;      ///< where it began; 0: there is none yet
  bool is_dropped_ = false;     ///< it is too long, and nothing needs it
  std::size_t begun_ = 0;       ///< where the last content line begins in the text
  bool is_text_ = false;        ///< a line end that was not escaped may have broken it
  bool is_in_capitals_ = true;  ///< its name
};

}  // namespace

bool same_name(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, [](char x, char y) { return upper(x) == upper(y); });
}

bool ContentLine::is(std::string_view property) const { return same_name(name, property); }

std::optional<std::string_view> ContentLine::parameter(std::string_view wanted) const {
  std::string_view rest = parameters;
  while (!rest.empty()) {
    const auto end = find_unquoted(rest, ';');
    const std::string_view one = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    const auto equals = one.find('=');
    if (equals == std::string_view::npos || !same_name(one.substr(0, equals), wanted)) continue;
    std::string_view given = one.substr(equals + 1);
    if (given.starts_with('"')) given.remove_prefix(1);
    if (given.ends_with('"')) given.remove_suffix(1);
    return given;
  }
  return std::nullopt;
}

Result<Unfolded> unfold(std::string_view text, const ReadLimits& limits) {
  Unfolder unfolder(text.size(), limits);
  for (std::size_t number = 1; !text.empty();) {
    const Taken taken = take_line(text);
    if (Status added = unfolder.add(taken.line, number); !added) return fail(added.error());
    number += taken.ends;
  }
  return unfolder.finish();
}

Result<ContentLine> split_line(std::string_view line, std::size_t number, const ReadLimits& limits) {
  ContentLine split{.number = number, .name = line, .parameters = {}, .value = {}};
  const auto name_end = line.find_first_of(":;");
  if (name_end == std::string_view::npos) return split;
  split.name = trimmed(line.substr(0, name_end));
  const std::string_view rest = line.substr(name_end);
  auto colon = find_unquoted(rest, ':');
  if (colon == std::string_view::npos) colon = rest.find(':');  // a quote that is never closed
  if (colon == std::string_view::npos) return split;
  split.parameters = rest.substr(0, colon);
  if (split.parameters.starts_with(';')) split.parameters.remove_prefix(1);
  split.value = rest.substr(colon + 1);
  if (static_cast<std::size_t>(std::ranges::count(split.parameters, ';')) >= limits.parameters)
    return over(number, "more parameters than", limits.parameters);
  const bool is_rule = is_one_of(split.name, {"RRULE", "EXRULE"});
  if (is_rule && static_cast<std::size_t>(std::ranges::count(split.value, ',')) >= limits.values)
    return over(number, "more values in one list than", limits.values);
  if (is_one_of(split.name, {"EXDATE", "RDATE", "CATEGORIES", "RESOURCES", "FREEBUSY"})) {
    const std::size_t end = end_of_values(split.value, limits.values);
    split.cut = end < split.value.size();
    split.value = split.value.substr(0, end);
  }
  return split;
}

}  // namespace mur::calendar
