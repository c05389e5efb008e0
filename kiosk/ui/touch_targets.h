#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kiosk/ui/rect.h"

namespace mur::kiosk {

/// What a target is to someone who hears the wall or steps through it.
enum class Role { button, choice, card, link, key, tab };

/// One thing that can be touched in this frame.
struct TouchTarget {
  std::string id;     ///< unique in the frame: "home.calendar"
  Rect rect;          ///< u, as laid out
  Rect visible;       ///< u, what a scrolling area shows of it; empty if nothing
  std::string label;  ///< what speech says
  Role role = Role::button;
  bool enabled = true;
  bool selected = false;
  bool covered = false;  ///< under a dialogue: seen, but out of reach
};

/// Everything that can be touched in a frame, in the order it was drawn. Tests find and tap by id; speech and switch
/// scanning walk it; `faults` holds the rules of KIOSK_UX.md section 2 against it.
class TouchTargets {
 public:
  void clear() { all_.clear(); }
  void add(TouchTarget target) { all_.push_back(std::move(target)); }
  /// A dialogue opens over everything there is so far.
  void cover();

  [[nodiscard]] const std::vector<TouchTarget>& all() const { return all_; }
  [[nodiscard]] const TouchTarget* find(std::string_view id) const;

 private:
  std::vector<TouchTarget> all_;
};

/// The least that a target may measure on this screen; u.
struct TargetRules {
  Rect screen;
  float side = 0;      ///< of a target
  float key_side = 0;  ///< of a keyboard's key
  float gap = 0;       ///< between two
};

/// One sentence a broken rule: too small, outside the screen, too near its neighbour, without a name, named twice.
/// What a scrolling area cuts off is not held against it.
[[nodiscard]] std::vector<std::string> faults(const TouchTargets& targets, const TargetRules& rules);

}  // namespace mur::kiosk
