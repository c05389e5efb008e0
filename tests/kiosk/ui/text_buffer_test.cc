#include "kiosk/ui/text_buffer.h"

#include <gtest/gtest.h>

namespace mur::kiosk {
namespace {

TEST(TextBuffer, IsComposedAsItIsTyped) {
  TextBuffer text(10);
  EXPECT_TRUE(text.insert("e"));
  EXPECT_TRUE(text.insert("\u0301"));
  EXPECT_EQ(text.text(), "é");
  EXPECT_EQ(text.length(), 1U);
}

TEST(TextBuffer, NeverGrowsPastItsLimit) {
  TextBuffer text(3);
  EXPECT_TRUE(text.insert("éàç"));
  EXPECT_FALSE(text.insert("x"));
  EXPECT_EQ(text.text(), "éàç");
  TextBuffer started(2, "abc");
  EXPECT_EQ(started.text(), "ab");
}

TEST(TextBuffer, LeavesControlCharactersAndBrokenBytesOut) {
  TextBuffer text(10);
  text.insert(
      "a\n\x01\xFF"
      "b");
  EXPECT_EQ(text.text(), "ab");
}

TEST(TextBuffer, ErasesACharacterWithItsMarks) {
  TextBuffer text(10, "ox\u0302");
  EXPECT_TRUE(text.erase_last());
  EXPECT_EQ(text.text(), "o");
  EXPECT_TRUE(text.erase_last());
  EXPECT_FALSE(text.erase_last());
}

TEST(TextBuffer, CompletesTheWordBeingTyped) {
  TextBuffer text(40, "je répare les mach");
  EXPECT_EQ(text.last_word(), "mach");
  EXPECT_TRUE(text.complete("machines à coudre"));
  EXPECT_EQ(text.text(), "je répare les machines à coudre ");
}

TEST(TextBuffer, KeepsWhatWasTypedWhenASuggestionDoesNotFit) {
  TextBuffer text(8, "les mach");
  EXPECT_FALSE(text.complete("machines"));
  EXPECT_EQ(text.text(), "les mach");
}

}  // namespace
}  // namespace mur::kiosk
