#include "kiosk/ui/keyboard_layout.h"

#include <unicode/uchar.h>

#include <array>
#include <utility>

#include "kiosk/ui/code_points.h"

namespace mur::kiosk {
namespace {

constexpr float kWide = 1.5F;
constexpr float kSpace = 5;
constexpr float kConfirm = 2;

constexpr std::string_view kAccents = "éèêàâçùœ’-";

/// Three rows of letters; the last is short, for shift and backspace.
constexpr std::array<std::string_view, 3> letters_of(KeyLayout layout) {
  switch (layout) {
    case KeyLayout::qwerty: return {"qwertyuiop", "asdfghjkl", "zxcvbnm"};
    case KeyLayout::abc: return {"abcdefghij", "klmnopqrst", "uvwxyz"};
    case KeyLayout::azerty:
    case KeyLayout::digits: break;
  }
  return {"azertyuiop", "qsdfghjklm", "wxcvbn"};
}

constexpr std::array<std::string_view, 4> kSymbols{"1234567890", "@&+-/()_#*", ".,?!:;’\"«»", "%€=<>°"};

constexpr std::array<std::pair<std::string_view, std::string_view>, 14> kAlternatives{{
    {"a", "àâäæáã"},
    {"c", "ç"},
    {"e", "éèêë"},
    {"i", "îïíì"},
    {"n", "ñ"},
    {"o", "ôœöóò"},
    {"s", "ß"},
    {"u", "ùûüú"},
    {"y", "ÿ"},
    {"’", "'«»"},
    {"-", "–_"},
    {"0", "°"},
    {"€", "$£"},
    {kPunctuationKey, ".,?!@:"},
}};

KeyRow characters(std::string_view text) {
  KeyRow row;
  for (const CodePoint& point : code_points(text)) row.push_back({.text = std::string(point.bytes)});
  return row;
}

Key punctuation() { return {KeyAction::alternatives, std::string(kPunctuationKey), 1}; }

/// Keys between shift and backspace; the punctuation lies where the row leaves room for a tenth key.
KeyRow framed(KeyRow middle, bool with_punctuation) {
  KeyRow row{{KeyAction::shift, {}, kWide}};
  row.insert(row.end(), middle.begin(), middle.end());
  row.push_back({KeyAction::backspace, {}, kWide});
  if (with_punctuation) row.push_back(punctuation());
  return row;
}

KeyRow last_row() {
  return {{KeyAction::page, {}, kWide},
          {KeyAction::layout, {}, kWide},
          {KeyAction::space, " ", kSpace},
          {KeyAction::confirm, {}, kConfirm}};
}

std::vector<KeyRow> digit_rows() {
  std::vector<KeyRow> rows{characters("123"), characters("456"), characters("789"), characters("+0")};
  rows.back().push_back({KeyAction::backspace, {}, 1});
  rows.push_back({{KeyAction::confirm, {}, 1}});
  return rows;
}

std::vector<KeyRow> letter_rows(KeyLayout layout) {
  const std::array<std::string_view, 3> letters = letters_of(layout);
  std::vector<KeyRow> rows{characters(kAccents), characters(letters[0]), characters(letters[1])};
  const bool short_second_row = rows.back().size() < rows[1].size();
  if (short_second_row) rows.back().push_back(punctuation());
  rows.push_back(framed(characters(letters[2]), !short_second_row));
  rows.push_back(last_row());
  return rows;
}

std::vector<KeyRow> symbol_rows() {
  std::vector<KeyRow> rows;
  for (const std::string_view symbols : kSymbols) rows.push_back(characters(symbols));
  rows.back().push_back({KeyAction::backspace, {}, 2 * kWide + 1});
  rows.push_back(last_row());
  return rows;
}

}  // namespace

std::vector<KeyRow> key_rows(KeyLayout layout, KeyPage page) {
  if (layout == KeyLayout::digits) return digit_rows();
  return page == KeyPage::symbols ? symbol_rows() : letter_rows(layout);
}

std::vector<std::string> alternatives_of(std::string_view text) {
  std::vector<std::string> all;
  for (const auto& [key, others] : kAlternatives)
    if (key == text)
      for (const CodePoint& point : code_points(others)) all.emplace_back(point.bytes);
  return all;
}

std::string upper(std::string_view character) {
  const std::vector<CodePoint> points = code_points(character);
  if (points.size() != 1) return std::string(character);
  const auto code = static_cast<UChar32>(u_toupper(static_cast<UChar32>(points[0].code)));
  std::array<char, 4> bytes{};
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(bytes.data(), length, code);
  return {bytes.data(), static_cast<std::size_t>(length)};
}

}  // namespace mur::kiosk
