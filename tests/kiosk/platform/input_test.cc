#include "kiosk/platform/input.h"

#include <gtest/gtest.h>

#include <cfloat>
#include <vector>

namespace mur::kiosk {
namespace {

constexpr PixelSize kWall{1000, 500};

SDL_Event finger(Uint32 type, float x, float y, SDL_FingerID id = 1, Uint32 at = 0) {
  SDL_Event event{};
  event.type = type;
  event.tfinger.touchId = 7;
  event.tfinger.fingerId = id;
  event.tfinger.timestamp = at;
  event.tfinger.x = x / 1000;
  event.tfinger.y = y / 500;
  return event;
}

SDL_Event mouse(Uint32 type, int x, int y, Uint32 which = 0) {
  SDL_Event event{};
  event.type = type;
  event.button.which = which;
  event.button.button = SDL_BUTTON_LEFT;
  event.button.x = x;
  event.button.y = y;
  return event;
}

SDL_Event key(SDL_Keycode code) {
  SDL_Event event{};
  event.type = SDL_KEYDOWN;
  event.key.keysym.sym = code;
  return event;
}

std::vector<InputFrame> frames_of(Input& input) {
  std::vector<InputFrame> frames;
  while (input.pending()) frames.push_back(input.next());
  return frames;
}

TEST(Input, ATapIsADownFrameAnUpFrameAndAnEmptyFrame) {
  Input input;
  input.handle(finger(SDL_FINGERDOWN, 300, 200), kWall);
  input.handle(finger(SDL_FINGERUP, 300, 200), kWall);
  const std::vector<InputFrame> frames = frames_of(input);
  ASSERT_EQ(frames.size(), 3U);
  EXPECT_TRUE(frames[0].down);
  EXPECT_FLOAT_EQ(frames[0].x, 300);
  EXPECT_FLOAT_EQ(frames[0].y, 200);
  EXPECT_FALSE(frames[1].down);
  EXPECT_TRUE(frames[1].present) << "the release needs a place, or it is nobody's";
  EXPECT_FALSE(frames[2].present);
}

TEST(Input, TwoTapsInOneFrameStayTwoTaps) {
  Input input;
  for (const float x : {100.F, 900.F}) {
    input.handle(finger(SDL_FINGERDOWN, x, 50), kWall);
    input.handle(finger(SDL_FINGERUP, x, 50), kWall);
  }
  std::vector<float> pressed_at;
  bool was_down = false;
  for (const InputFrame& frame : frames_of(input)) {
    if (frame.down && !was_down) pressed_at.push_back(frame.x);
    was_down = frame.down;
  }
  EXPECT_EQ(pressed_at, (std::vector<float>{100, 900}));
}

TEST(Input, ASecondFingerIsIgnoredUntilTheFirstLifts) {
  Input input;
  input.handle(finger(SDL_FINGERDOWN, 100, 100, 1), kWall);
  input.handle(finger(SDL_FINGERDOWN, 800, 400, 2), kWall);
  input.handle(finger(SDL_FINGERMOTION, 810, 400, 2), kWall);
  input.handle(finger(SDL_FINGERUP, 810, 400, 2), kWall);
  const std::vector<InputFrame> frames = frames_of(input);
  ASSERT_EQ(frames.size(), 1U);
  EXPECT_TRUE(frames[0].down);
  EXPECT_FLOAT_EQ(frames[0].x, 100);

  input.handle(finger(SDL_FINGERUP, 100, 100, 1), kWall);
  input.handle(finger(SDL_FINGERDOWN, 800, 400, 2), kWall);
  const std::vector<InputFrame> later = frames_of(input);
  ASSERT_EQ(later.size(), 3U);
  EXPECT_TRUE(later[2].down);
  EXPECT_FLOAT_EQ(later[2].x, 800);
}

TEST(Input, MovesOfOneFrameComeToTheLast) {
  Input input;
  input.handle(finger(SDL_FINGERDOWN, 100, 100), kWall);
  frames_of(input);
  for (const float y : {110.F, 140.F, 190.F}) input.handle(finger(SDL_FINGERMOTION, 100, y), kWall);
  const std::vector<InputFrame> frames = frames_of(input);
  ASSERT_EQ(frames.size(), 1U);
  EXPECT_TRUE(frames[0].down);
  EXPECT_FLOAT_EQ(frames[0].y, 190);
}

TEST(Input, LosingTheWindowLetsGoWithoutATap) {
  Input input;
  input.handle(finger(SDL_FINGERDOWN, 100, 100), kWall);
  frames_of(input);
  SDL_Event lost{};
  lost.type = SDL_WINDOWEVENT;
  lost.window.event = SDL_WINDOWEVENT_FOCUS_LOST;
  input.handle(lost, kWall);
  const std::vector<InputFrame> frames = frames_of(input);
  ASSERT_EQ(frames.size(), 1U);
  EXPECT_FALSE(frames[0].down);
  EXPECT_FALSE(frames[0].present) << "lifted nowhere: no button takes it";
}

TEST(Input, AFingerThatNeverLiftedLosesTheWallToTheNext) {
  Input input;
  input.handle(finger(SDL_FINGERDOWN, 100, 100, 1, 1'000), kWall);
  input.handle(finger(SDL_FINGERDOWN, 500, 100, 2, 5'000), kWall);
  input.handle(finger(SDL_FINGERDOWN, 800, 100, 3, 30'000), kWall);
  const std::vector<InputFrame> frames = frames_of(input);
  ASSERT_EQ(frames.size(), 3U);
  EXPECT_FLOAT_EQ(frames[0].x, 100);
  EXPECT_FALSE(frames[1].down);
  EXPECT_TRUE(frames[2].down);
  EXPECT_FLOAT_EQ(frames[2].x, 800);
}

TEST(Input, AMouseMadeOfTouchesIsNotHeardTwice) {
  Input input;
  input.handle(mouse(SDL_MOUSEBUTTONDOWN, 10, 10, SDL_TOUCH_MOUSEID), kWall);
  EXPECT_FALSE(input.pending());
  input.handle(mouse(SDL_MOUSEBUTTONDOWN, 10, 10), kWall);
  EXPECT_TRUE(input.next().down);
}

TEST(Input, APhysicalKeyboardTypesAndErases) {
  Input input;
  SDL_Event typed{};
  typed.type = SDL_TEXTINPUT;
  std::string_view("é").copy(typed.text.text, 8);
  input.handle(typed, kWall);
  input.handle(key(SDLK_BACKSPACE), kWall);
  input.handle(key(SDLK_RETURN), kWall);
  EXPECT_TRUE(input.pending());
  EXPECT_EQ(input.next().text, "é\b\n");
  EXPECT_EQ(input.next().text, "");
}

TEST(Input, ASignOfLifeIsToldOnce) {
  Input input;
  EXPECT_FALSE(input.take_sign_of_life());
  input.handle(finger(SDL_FINGERDOWN, 1, 1), kWall);
  EXPECT_TRUE(input.take_sign_of_life());
  EXPECT_FALSE(input.take_sign_of_life());
  input.handle(key(SDLK_a), kWall);
  EXPECT_TRUE(input.take_sign_of_life());
}

TEST(Input, QuittingIsRemembered) {
  Input input;
  SDL_Event quit{};
  quit.type = SDL_QUIT;
  input.handle(quit, kWall);
  EXPECT_TRUE(input.quit_asked());
}

TEST(ApplyInput, HandsAFrameToImGui) {
  ImGuiContext* context = ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  apply({.x = 12, .y = 34, .present = true, .down = true, .text = "ç"}, io);
  EXPECT_FLOAT_EQ(io.MousePos.x, 12);
  EXPECT_FLOAT_EQ(io.MousePos.y, 34);
  EXPECT_TRUE(io.MouseDown[0]);
  ASSERT_EQ(io.InputQueueCharacters.Size, 1);
  EXPECT_EQ(io.InputQueueCharacters[0], 0xE7);
  apply({}, io);
  EXPECT_FLOAT_EQ(io.MousePos.x, -FLT_MAX);
  EXPECT_FALSE(io.MouseDown[0]);
  ImGui::DestroyContext(context);
}

}  // namespace
}  // namespace mur::kiosk
