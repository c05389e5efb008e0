// The on-screen keyboard under a finger, on real frames.

#include <gtest/gtest.h>

#include "kiosk/ui/widgets.h"
#include "tests/kiosk/ui/test_wall.h"

namespace mur::test {
namespace {

using namespace kiosk;

constexpr KeyboardLabels kLabels{.shift = "Maj",
                                 .symbols = "123",
                                 .letters = "abc",
                                 .layouts = {"azerty", "qwerty", "abc"},
                                 .space = "espace",
                                 .confirm = "Continuer",
                                 .backspace = "effacer une lettre",
                                 .punctuation = "ponctuation",
                                 .close = "fermer"};

class WallKeyboard : public testing::Test {
 protected:
  KeyboardState state;
  TextBuffer text{30};
  int confirmed = 0;
  TestWall wall{{}, [this](Ui& ui) {
                  confirmed += type(ui.typed(), text) == KeyOutcome::confirmed ? 1 : 0;
                  text_field(ui, {40, 150, 1840, 104}, {.value = text.text()});
                  const std::optional<kiosk::Key> key = keyboard(ui, {40, 400, 1840, 600}, state, kLabels);
                  if (key && state.press(*key, text) == KeyOutcome::confirmed) ++confirmed;
                }};

  void tap_all(std::initializer_list<const char*> keys) {
    for (const char* key : keys) EXPECT_TRUE(wall.tap(key)) << key;
  }
};

TEST_F(WallKeyboard, TypesWhatIsTapped) {
  tap_all({"key.shift", "key.v", "key.é", "key.l", "key.o", "key.space", "key.backspace", "key.s"});
  EXPECT_EQ(text.text(), "Vélos");
  tap_all({"key.confirm"});
  EXPECT_EQ(confirmed, 1);
}

TEST_F(WallKeyboard, TwoQuickKeysAreBothTyped) {
  wall.push_fast_tap(wall.middle("key.a"));
  wall.push_fast_tap(wall.middle("key.z"));
  wall.push_fast_tap(wall.middle("key.z"));
  wall.frame();
  EXPECT_EQ(text.text(), "azz");
}

TEST_F(WallKeyboard, ALongPressOpensTheAccentsAndATapTakesOne) {
  const Point e = wall.middle("key.e");
  wall.finger_down(e);
  wall.pass(Milliseconds{600});
  ASSERT_NE(wall.ui().targets().find("alternative.ë"), nullptr);
  wall.finger_up(e);
  wall.settle();
  EXPECT_EQ(text.text(), "") << "the long press itself types nothing";
  EXPECT_EQ(wall.faults(), "");
  tap_all({"alternative.ë"});
  EXPECT_EQ(text.text(), "ë");
  EXPECT_EQ(wall.ui().targets().find("alternative.ë"), nullptr);
}

TEST_F(WallKeyboard, AFingerMaySlideToTheAccent) {
  wall.finger_down(wall.middle("key.e"));
  wall.pass(Milliseconds{600});
  const Point accent = wall.middle("alternative.ê");
  wall.finger_move(accent);
  wall.finger_up(accent);
  wall.settle();
  EXPECT_EQ(text.text(), "ê");
}

TEST_F(WallKeyboard, TouchingElsewhereClosesTheAccents) {
  const Point e = wall.middle("key.e");
  wall.finger_down(e);
  wall.pass(Milliseconds{600});
  wall.finger_up(e);
  wall.push_fast_tap(wall.middle("key.m"));
  wall.settle();
  EXPECT_EQ(wall.ui().targets().find("alternative.é"), nullptr);
  EXPECT_EQ(text.text(), "");
}

TEST_F(WallKeyboard, ThePunctuationOpensWithATap) {
  tap_all({"key.a", "key.punctuation", "alternative.@"});
  EXPECT_EQ(text.text(), "a@");
}

TEST_F(WallKeyboard, AHeldBackspaceErasesOnAndOn) {
  text.insert("bonjour");
  wall.finger_down(wall.middle("key.backspace"));
  EXPECT_TRUE(wall.ui().redraw_in()) << "the loop must not sleep while it is held";
  wall.pass(Milliseconds{gesture::kRepeatAfterMs + 3 * gesture::kRepeatEveryMs});
  EXPECT_LT(text.length(), 6U);
  EXPECT_GT(text.length(), 1U);
  const std::size_t left = text.length();
  wall.finger_up(wall.middle("key.backspace"));
  wall.settle();
  EXPECT_EQ(text.length(), left) << "lifting erases nothing more";
  tap_all({"key.backspace"});
  EXPECT_EQ(text.length(), left - 1);
}

TEST_F(WallKeyboard, EveryBoardKeepsTheRulesOfTouch) {
  for (int i = 0; i < 4; ++i) {
    EXPECT_EQ(wall.faults(), "") << "layout " << static_cast<int>(state.layout);
    tap_all({"key.page"});
    EXPECT_EQ(wall.faults(), "") << "symbols of layout " << static_cast<int>(state.layout);
    tap_all({"key.layout"});
  }
  state.layout = KeyLayout::digits;
  wall.settle();
  EXPECT_EQ(wall.faults(), "");
  tap_all({"key.0", "key.6", "key.+"});
  EXPECT_EQ(text.text(), "06+");
}

TEST_F(WallKeyboard, APhysicalKeyboardWorksToo) {
  wall.type("ça");
  EXPECT_EQ(text.text(), "ça");
  SDL_Event enter{};
  enter.type = SDL_KEYDOWN;
  enter.key.keysym.sym = SDLK_RETURN;
  wall.push(enter);
  wall.frame();
  EXPECT_EQ(confirmed, 1);
}

TEST(MaskedField, ShowsHowMuchButNotWhat) {
  const auto field = [](const char* value) {
    return TestWall({},
                    [value](Ui& ui) { text_field(ui, {40, 150, 900, 104}, {.value = value, .mask = Mask::hidden}); })
        .picture();
  };
  EXPECT_TRUE(field("0612345678") == field("9999999999"));
  EXPECT_FALSE(field("0612345678") == field("061234567"));
}

}  // namespace
}  // namespace mur::test
