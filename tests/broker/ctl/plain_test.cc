#include "broker/ctl/plain.h"

#include <gtest/gtest.h>

namespace mur::ctl {
namespace {

TEST(Plain, EscapesAndOverridesNeverReachATerminal) {
  EXPECT_EQ(plain("\x1b[31mred\x07"), "[31mred");
  EXPECT_EQ(plain("a\u202Eb\u200Bc\u0085d"), "abcd");
  EXPECT_EQ(plain("one\ntwo\tthree"), "one two three");
  EXPECT_EQ(plain("\xff!"), "\uFFFD!");
}

TEST(Plain, LineEndsStayWhereTheyAreWanted) { EXPECT_EQ(plain_lines("one\n\x1btwo"), "one\ntwo"); }

TEST(DisplayWidth, CountsColumnsAndNotBytes) {
  EXPECT_EQ(display_width("Éplucher"), 8U);
  EXPECT_EQ(display_width("E\u0301plucher"), 8U);  // the accent stands on the E
  EXPECT_EQ(display_width("日本"), 4U);
}

TEST(Fit, CutsWithAnEllipsisAndNeverInsideACharacter) {
  EXPECT_EQ(fit("Écrivain", 8), "Écrivain");
  EXPECT_EQ(fit("Écrivain public", 9), "Écrivain…");
  EXPECT_EQ(fit("日本語", 4), "日…");
  EXPECT_EQ(fit("abc", 0), "");
}

}  // namespace
}  // namespace mur::ctl
