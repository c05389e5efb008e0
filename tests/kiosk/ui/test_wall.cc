#include "tests/kiosk/ui/test_wall.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace mur::test {

using namespace kiosk;

namespace {

constexpr Milliseconds kFrame{16};

template <class T>
T need(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().message);
  return std::move(*result);
}

SDL_Color sdl(Color color) { return {color.r, color.g, color.b, color.a}; }

}  // namespace

TestWall::TestWall(Theme theme, Draw draw)
    : theme_(theme),
      draw_(std::move(draw)),
      window_(need(Window::open({.title = "test",
                                 .size = {theme.width_px, theme.height_px},
                                 .mode = WindowMode::headless,
                                 .rendering = Rendering::software}))),
      renderer_(window_.renderer()),
      ui_(need(Fonts::open())) {
  SDL_FlushEvents(SDL_FIRSTEVENT, SDL_LASTEVENT);
  settle();
}

void TestWall::draw_one() {
  if (ui_.prepare(theme_, window_.largest_texture())) {
    const Status uploaded = renderer_.upload(ui_.atlas());
    ASSERT_TRUE(uploaded);
  }
  apply(input_.next(), ui_.io());
  ui_.begin(now_);
  draw_(ui_);
  ui_.end();
  renderer_.draw(ui_.draw_data(), sdl(ui_.palette().background));
  now_ += kFrame;
}

void TestWall::frame() {
  SDL_Event event;
  while (SDL_PollEvent(&event) != 0) input_.handle(event, window_.size());
  do {
    draw_one();
  } while (input_.pending());
}

void TestWall::settle() {
  for (int i = 0; i < 3; ++i) frame();
}

void TestWall::pass(Milliseconds span) {
  const Milliseconds end = now_ + span;
  while (now_ < end) frame();
}

void TestWall::push(SDL_Event event) { ASSERT_EQ(SDL_PushEvent(&event), 1); }

void TestWall::push_finger(Uint32 type, Point at, SDL_FingerID finger) {
  SDL_Event event{};
  event.type = type;
  event.tfinger.timestamp = static_cast<Uint32>(now_.count());
  event.tfinger.touchId = 7;
  event.tfinger.fingerId = finger;
  event.tfinger.x = ui_.px(at.x) / static_cast<float>(theme_.width_px);
  event.tfinger.y = ui_.px(at.y) / static_cast<float>(theme_.height_px);
  push(event);
}

void TestWall::finger_down(Point at, SDL_FingerID finger) {
  push_finger(SDL_FINGERDOWN, at, finger);
  frame();
}

void TestWall::finger_move(Point at, SDL_FingerID finger) {
  push_finger(SDL_FINGERMOTION, at, finger);
  frame();
}

void TestWall::finger_up(Point at, SDL_FingerID finger) {
  push_finger(SDL_FINGERUP, at, finger);
  frame();
}

void TestWall::push_fast_tap(Point at, SDL_FingerID finger) {
  push_finger(SDL_FINGERDOWN, at, finger);
  push_finger(SDL_FINGERUP, at, finger);
}

void TestWall::type(std::string_view text) {
  SDL_Event event{};
  event.type = SDL_TEXTINPUT;
  text.copy(event.text.text, sizeof event.text.text - 1);
  push(event);
  frame();
}

Point TestWall::middle(std::string_view id) const {
  const TouchTarget* target = ui_.targets().find(id);
  return target == nullptr ? Point{-1, -1} : target->visible.center();
}

bool TestWall::tap(std::string_view id) {
  const TouchTarget* target = ui_.targets().find(id);
  if (target == nullptr || !target->enabled || target->covered || target->visible.empty()) return false;
  const Point at = target->visible.center();
  finger_down(at);
  finger_up(at);
  settle();
  return true;
}

Picture TestWall::picture() { return need(read_picture(window_.renderer())); }

void TestWall::save(const std::string& file) {
  const Status saved = save_png(picture(), file);
  ASSERT_TRUE(saved) << saved.error().message;
}

std::string TestWall::faults() const {
  std::string all;
  for (const std::string& fault : kiosk::faults(ui_.targets(), ui_.target_rules())) all += fault + "\n";
  return all;
}

}  // namespace mur::test
