#include "kiosk/ui/line_break.h"

#include <gtest/gtest.h>

#include "kiosk/ui/code_points.h"

namespace mur::kiosk {
namespace {

using Lines = std::vector<std::string>;

/// Every character is one wide.
float count(std::string_view text) { return static_cast<float>(code_points(text).size()); }

Lines wrapped(std::string_view text, float width, int max_lines = 0) { return wrap(text, width, max_lines, count); }

TEST(Wrap, BreaksAtSpacesAndKeepsWordsWhole) {
  EXPECT_EQ(wrapped("servir à table ce soir", 10), (Lines{"servir à", "table ce", "soir"}));
  EXPECT_EQ(wrapped("servir", 10), (Lines{"servir"}));
}

TEST(Wrap, NeverBreaksAtNoBreakSpaces) {
  EXPECT_EQ(wrapped("à 18\u202fh\u202f30", 7), (Lines{"à", "18\u202fh\u202f30"}));
  EXPECT_EQ(wrapped("Qui vient\u00a0?", 9), (Lines{"Qui", "vient\u00a0?"}));
}

TEST(Wrap, MayBreakAfterAHyphenBetweenLetters) {
  EXPECT_EQ(wrapped("un rendez-vous", 10), (Lines{"un rendez-", "vous"}));
  EXPECT_EQ(wrapped("de 10-12 h", 6), (Lines{"de", "10-12", "h"}));
}

TEST(Wrap, CutsAWordThatFitsNoLine) {
  EXPECT_EQ(wrapped("anticonstitutionnellement", 10), (Lines{"anticonsti", "tutionnell", "ement"}));
  EXPECT_EQ(wrapped("un anticonstitutionnel mot", 8), (Lines{"un", "anticons", "titution", "nel mot"}));
}

TEST(Wrap, KeepsLineEnds) { EXPECT_EQ(wrapped("un\ndeux\n\ntrois", 20), (Lines{"un", "deux", "", "trois"})); }

TEST(Wrap, EndsInAnEllipsisWhenThereIsMore) {
  EXPECT_EQ(wrapped("servir à table ce soir", 10, 2), (Lines{"servir à", "table ce…"}));
  EXPECT_EQ(wrapped("Préparer, organiser et tout", 10, 1), (Lines{"Préparer…"}));
  EXPECT_EQ(wrapped("table ce soir", 20, 1), (Lines{"table ce soir"}));
}

TEST(Wrap, SpacesMayHangOverTheEnd) {
  EXPECT_EQ(wrapped("un  deux", 4), (Lines{"un", "deux"}));
  EXPECT_EQ(wrapped("", 4), (Lines{""}));
}

TEST(CodePoints, LeavesMalformedBytesOut) {
  const std::vector<CodePoint> points = code_points("a\xFFé");
  ASSERT_EQ(points.size(), 2U);
  EXPECT_EQ(points[1].code, 0xE9U);
  EXPECT_EQ(points[1].bytes, "é");
}

}  // namespace
}  // namespace mur::kiosk
