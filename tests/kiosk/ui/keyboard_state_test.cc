#include "kiosk/ui/keyboard_state.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace mur::kiosk {
namespace {

Key letter(std::string text) { return {.text = std::move(text)}; }
Key doing(KeyAction action) { return {action, {}, 1}; }

std::vector<std::string> texts_on(const std::vector<KeyRow>& rows) {
  std::vector<std::string> texts;
  for (const KeyRow& row : rows)
    for (const Key& key : row)
      if (key.action == KeyAction::character) texts.push_back(key.text);
  return texts;
}

int count_of(const std::vector<KeyRow>& rows, KeyAction action) {
  int count = 0;
  for (const KeyRow& row : rows) count += static_cast<int>(std::ranges::count(row, action, &Key::action));
  return count;
}

TEST(KeyRows, EveryLayoutOfLettersHasTheWholeAlphabetOnce) {
  for (const KeyLayout layout : {KeyLayout::azerty, KeyLayout::qwerty, KeyLayout::abc}) {
    const std::vector<std::string> texts = texts_on(key_rows(layout, KeyPage::letters));
    for (char c = 'a'; c <= 'z'; ++c) EXPECT_EQ(std::ranges::count(texts, std::string(1, c)), 1) << c;
    for (const char* accent : {"é", "è", "ê", "à", "ç", "œ", "ù", "’", "-"})
      EXPECT_EQ(std::ranges::count(texts, accent), 1) << accent;
  }
}

TEST(KeyRows, EveryBoardCanEraseAndGoOn) {
  for (const KeyLayout layout : {KeyLayout::azerty, KeyLayout::qwerty, KeyLayout::abc, KeyLayout::digits}) {
    for (const KeyPage page : {KeyPage::letters, KeyPage::symbols}) {
      EXPECT_EQ(count_of(key_rows(layout, page), KeyAction::backspace), 1);
      EXPECT_EQ(count_of(key_rows(layout, page), KeyAction::confirm), 1);
    }
  }
}

TEST(KeyRows, AnAddressOrANumberCanBeTyped) {
  const std::vector<std::string> punctuation = alternatives_of(kPunctuationKey);
  for (const char* each : {".", ",", "?", "@"}) EXPECT_EQ(std::ranges::count(punctuation, each), 1) << each;
  const std::vector<std::string> digits = texts_on(key_rows(KeyLayout::digits, KeyPage::letters));
  EXPECT_EQ(digits, (std::vector<std::string>{"1", "2", "3", "4", "5", "6", "7", "8", "9", "+", "0"}));
}

TEST(Upper, KnowsAccents) {
  EXPECT_EQ(upper("é"), "É");
  EXPECT_EQ(upper("œ"), "Œ");
  EXPECT_EQ(upper("’"), "’");
  EXPECT_EQ(upper("7"), "7");
}

TEST(KeyboardState, TypesLettersAndSpaces) {
  KeyboardState state;
  TextBuffer text(20);
  EXPECT_EQ(state.press(letter("é"), text), KeyOutcome::edited);
  EXPECT_EQ(state.press(doing(KeyAction::space), text), KeyOutcome::edited);
  EXPECT_EQ(state.press(letter("a"), text), KeyOutcome::edited);
  EXPECT_EQ(text.text(), "é a");
}

TEST(KeyboardState, ShiftHoldsForOneLetterAndTwiceForAll) {
  KeyboardState state;
  TextBuffer text(20);
  state.press(doing(KeyAction::shift), text);
  state.press(letter("é"), text);
  state.press(letter("a"), text);
  EXPECT_EQ(text.text(), "Éa");
  state.press(doing(KeyAction::shift), text);
  state.press(doing(KeyAction::shift), text);
  EXPECT_EQ(state.shift, Shift::locked);
  state.press(letter("b"), text);
  state.press(letter("c"), text);
  EXPECT_EQ(text.text(), "ÉaBC");
  state.press(doing(KeyAction::shift), text);
  EXPECT_EQ(state.shift, Shift::off);
}

TEST(KeyboardState, AnAccentClosesItsRow) {
  KeyboardState state;
  TextBuffer text(20);
  EXPECT_EQ(state.press({KeyAction::alternatives, "e", 1}, text), KeyOutcome::turned);
  EXPECT_EQ(state.alternatives, "e");
  state.press(letter("ë"), text);
  EXPECT_EQ(text.text(), "ë");
  EXPECT_EQ(state.alternatives, "");
}

TEST(KeyboardState, LayoutsTurnInACircleAndLeaveTheSymbols) {
  KeyboardState state;
  TextBuffer text(20);
  state.press(doing(KeyAction::page), text);
  EXPECT_EQ(state.page, KeyPage::symbols);
  state.press(doing(KeyAction::layout), text);
  EXPECT_EQ(state.layout, KeyLayout::qwerty);
  EXPECT_EQ(state.page, KeyPage::letters);
  state.press(doing(KeyAction::layout), text);
  state.press(doing(KeyAction::layout), text);
  EXPECT_EQ(state.layout, KeyLayout::azerty);
}

TEST(KeyboardState, SaysWhenNothingHappened) {
  KeyboardState state;
  TextBuffer full(1, "x");
  EXPECT_EQ(state.press(letter("a"), full), KeyOutcome::nothing);
  EXPECT_EQ(state.press(doing(KeyAction::backspace), full), KeyOutcome::edited);
  EXPECT_EQ(state.press(doing(KeyAction::backspace), full), KeyOutcome::nothing);
  EXPECT_EQ(state.press(doing(KeyAction::confirm), full), KeyOutcome::confirmed);
}

TEST(TypePhysical, ErasesAndConfirms) {
  TextBuffer text(20);
  EXPECT_EQ(type("vélp\bo", text), KeyOutcome::edited);
  EXPECT_EQ(text.text(), "vélo");
  EXPECT_EQ(type("", text), KeyOutcome::nothing);
  EXPECT_EQ(type("s\nlost", text), KeyOutcome::confirmed);
  EXPECT_EQ(text.text(), "vélos");
}

}  // namespace
}  // namespace mur::kiosk
