#include "shared/calendar/content_line.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace mur::calendar {
namespace {

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

bool is_name_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
}

/// A name, then ";" or ":". Old Mozilla calendars fold before these: then `rest` goes on with them.
bool looks_like_content_line(std::string_view line, std::string_view rest) {
  const auto end = static_cast<std::size_t>(std::ranges::find_if_not(line, is_name_letter) - line.begin());
  if (end == 0) return false;
  if (end < line.size()) return line[end] == ':' || line[end] == ';';
  const auto next = rest.find_first_not_of("\r\n");
  if (next == std::string_view::npos || next + 1 >= rest.size()) return false;
  const bool fold = rest[next] == ' ' || rest[next] == '\t';
  return fold && (rest[next + 1] == ':' || rest[next + 1] == ';');
}

/// True for a line whose value is a text, which a line end that was not escaped may have broken.
bool holds_text(std::string_view line) {
  constexpr std::array<std::string_view, 8> kTexts{"SUMMARY", "DESCRIPTION", "LOCATION",  "COMMENT",
                                                   "CONTACT", "CATEGORIES",  "RESOURCES", "NAME"};
  const std::string_view name = line.substr(0, line.find_first_of(":;"));
  return name.starts_with("X-") || name.starts_with("x-") ||
         std::ranges::any_of(kTexts, [&](std::string_view text) { return same_name(text, name); });
}

/// Takes the next line of the file off `text`; CR CR LF, which some tools leave behind, ends one line.
std::string_view take_line(std::string_view& text) {
  const auto end = text.find_first_of("\r\n");
  const std::string_view line = text.substr(0, end);
  if (end == std::string_view::npos) {
    text = {};
    return line;
  }
  const auto after = text.find_first_not_of('\r', end);
  if (after != std::string_view::npos && text[after] == '\n') {
    text.remove_prefix(after + 1);
  } else {
    text.remove_prefix(end + 1);
  }
  return line;
}

std::unexpected<Error> over(std::size_t line, std::string_view what, std::size_t limit) {
  return fail(Errc::too_large, fmt::format("line {}", line),
              fmt::format("line {}: {} {}; split the calendar or repair the line", line, what, limit));
}

bool is_list(std::string_view name) {
  constexpr std::array<std::string_view, 7> kLists{"EXDATE",     "RDATE",     "RRULE",   "EXRULE",
                                                   "CATEGORIES", "RESOURCES", "FREEBUSY"};
  return std::ranges::any_of(kLists, [&](std::string_view list) { return same_name(list, name); });
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
  Unfolded unfolded;
  unfolded.text.reserve(text.size() + 1);
  std::size_t number = 0;
  std::size_t begun = 0;  // where the last content line begins in unfolded.text
  while (!text.empty()) {
    const std::string_view line = take_line(text);
    ++number;
    const bool first = unfolded.numbers.empty();
    const bool fold = line.starts_with(' ') || line.starts_with('\t');
    if (fold && !first) {
      unfolded.text.pop_back();
      unfolded.text.append(line.substr(1));
    } else if (line.find_first_not_of(" \t") == std::string_view::npos) {
      continue;
    } else if (!looks_like_content_line(line, text) && !first &&
               !holds_text(std::string_view(unfolded.text).substr(begun))) {
      unfolded.warnings.push_back({.line = number,
                                   .property = {},
                                   .problem = "this is not a content line",
                                   .remedy = "passed over; write it like SUMMARY:Text"});
      if (unfolded.warnings.size() > limits.warnings)
        return over(number, "more lines that are none than", limits.warnings);
      continue;
    } else if (!looks_like_content_line(line, text) && !first) {
      unfolded.text.pop_back();
      unfolded.text.append("\\n").append(line);
      unfolded.warnings.push_back({.line = number,
                                   .property = {},
                                   .problem = "this is not a content line",
                                   .remedy = fmt::format("read as going on from line {}", unfolded.numbers.back())});
    } else {
      begun = unfolded.text.size();
      unfolded.numbers.push_back(number);
      unfolded.text.append(line);
      if (unfolded.numbers.size() > limits.lines) return over(number, "the file has more lines than", limits.lines);
    }
    if (unfolded.text.size() - begun > limits.line_bytes)
      return over(unfolded.numbers.back(), "longer than the limit in bytes,", limits.line_bytes);
    unfolded.text.push_back('\n');
  }
  return unfolded;
}

Result<ContentLine> split_line(std::string_view line, std::size_t number, const ReadLimits& limits) {
  ContentLine split{.number = number, .name = line, .parameters = {}, .value = {}};
  const auto name_end = line.find_first_of(":;");
  if (name_end == std::string_view::npos) return split;
  split.name = line.substr(0, name_end);
  const std::string_view rest = line.substr(name_end);
  auto colon = find_unquoted(rest, ':');
  if (colon == std::string_view::npos) colon = rest.find(':');  // a quote that is never closed
  if (colon == std::string_view::npos) return split;
  split.parameters = rest.substr(0, colon);
  if (split.parameters.starts_with(';')) split.parameters.remove_prefix(1);
  split.value = rest.substr(colon + 1);
  if (static_cast<std::size_t>(std::ranges::count(split.parameters, ';')) >= limits.parameters)
    return over(number, "more parameters than", limits.parameters);
  if (is_list(split.name) && static_cast<std::size_t>(std::ranges::count(split.value, ',')) >= limits.values)
    return over(number, "more values in one list than", limits.values);
  return split;
}

}  // namespace mur::calendar
