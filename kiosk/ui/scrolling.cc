#include "kiosk/ui/scrolling.h"

#include <algorithm>
#include <cmath>

namespace mur::kiosk {
namespace {

float seconds(Milliseconds span) { return static_cast<float>(span.count()) / 1000; }

// How much of the newest speed counts: a finger's last jerk before it lifts must not throw the list.
constexpr float kNewest = 0.6F;

// A finger that rested this long before it lifted throws nothing.
constexpr Milliseconds kRested{80};

}  // namespace

bool Scrolling::update(const Finger& finger, Milliseconds now, Motion motion) {
  if (finger.went_down) {
    drag_ = Drag{finger.y, offset_, finger.y, now, /*dragging=*/moving()};
    velocity_ = 0;
    glide_.reset();
  }
  bool dragging = false;
  if (drag_) {
    follow(finger, now);
    dragging = drag_->dragging;
    if (!finger.is_down) {
      if (!dragging || motion == Motion::reduced || now - drag_->last > kRested) velocity_ = 0;
      drag_.reset();
    }
  } else {
    glide_on(now);
  }
  last_ = now;
  return dragging;
}

void Scrolling::follow(const Finger& finger, Milliseconds now) {
  Drag& drag = *drag_;
  if (std::abs(finger.y - drag.start_y) > gesture::kSlop) drag.dragging = true;
  if (!drag.dragging) return;
  offset_ = drag.start_offset - (finger.y - drag.start_y);
  clamp();
  if (now > drag.last && finger.y != drag.last_y) {
    const float speed = -(finger.y - drag.last_y) / seconds(now - drag.last);
    velocity_ = std::clamp(velocity_ * (1 - kNewest) + speed * kNewest, -gesture::kFastest, gesture::kFastest);
    drag.last = now;
    drag.last_y = finger.y;
  }
}

void Scrolling::glide_on(Milliseconds now) {
  if (glide_) {
    const float part = std::min(1.F, static_cast<float>((now - glide_->since).count()) / gesture::kPageMs);
    offset_ = glide_->from + (glide_->to - glide_->from) * part * (2 - part);
    if (part >= 1) glide_.reset();
    clamp();
  } else if (velocity_ != 0) {
    const float span = seconds(now - last_);
    offset_ += velocity_ * span;
    velocity_ *= std::exp(-gesture::kDecayPerSecond * span);
    const float wanted = offset_;
    clamp();
    if (std::abs(velocity_) < gesture::kStopBelow || offset_ != wanted) velocity_ = 0;
  }
}

void Scrolling::fit(float content, float view) {
  content_ = content;
  view_ = view;
  clamp();
}

void Scrolling::page(int direction, Milliseconds now, Motion motion) {
  const float target = offset_ + static_cast<float>(direction) * view_ * gesture::kPageShare;
  const float to = std::clamp(target, 0.F, std::max(0.F, content_ - view_));
  velocity_ = 0;
  if (motion == Motion::reduced) {
    offset_ = to;
  } else {
    glide_ = Glide{offset_, to, now};
  }
}

void Scrolling::to_top() { *this = Scrolling{}; }

bool Scrolling::can_page(int direction) const {
  return direction < 0 ? offset_ > 0.5F : offset_ < content_ - view_ - 0.5F;
}

void Scrolling::clamp() { offset_ = std::clamp(offset_, 0.F, std::max(0.F, content_ - view_)); }

}  // namespace mur::kiosk
