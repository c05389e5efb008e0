#pragma once

#include <optional>

#include "kiosk/ui/theme.h"
#include "shared/base/clock.h"

namespace mur::kiosk {

/// Where a list stands and how it glides on. Pure: fingers and time are arguments. Lengths in u.
class Scrolling {
 public:
  /// What was on the glass in a frame: where the finger is (y), if it is on the list or came from it.
  struct Finger {
    bool went_down = false;  ///< in this frame, on the list
    bool is_down = false;
    float y = 0;
  };

  /// Moves on to `now`. True while the finger drags: nothing on the list is being tapped.
  bool update(const Finger& finger, Milliseconds now, Motion motion);

  /// The list is `content` long and shows `view` of it; keeps the offset inside.
  void fit(float content, float view);

  /// « Suite » (+1) and « Précédent » (-1): most of a view on, so that the eye finds its line again.
  void page(int direction, Milliseconds now, Motion motion);

  void to_top();

  [[nodiscard]] float offset() const { return offset_; }
  [[nodiscard]] float content() const { return content_; }
  [[nodiscard]] bool can_page(int direction) const;
  [[nodiscard]] bool moving() const { return velocity_ != 0 || glide_.has_value(); }

 private:
  struct Drag {
    float start_y;
    float start_offset;
    float last_y;
    Milliseconds last;
    bool dragging;  ///< beyond the slop, or it stopped a gliding list
  };
  struct Glide {
    float from;
    float to;
    Milliseconds since;
  };

  void follow(const Finger& finger, Milliseconds now);
  void glide_on(Milliseconds now);
  void clamp();

  float offset_ = 0;
  float content_ = 0;
  float view_ = 0;
  float velocity_ = 0;  ///< u per second
  std::optional<Drag> drag_;
  std::optional<Glide> glide_;
  Milliseconds last_{0};
};

}  // namespace mur::kiosk
