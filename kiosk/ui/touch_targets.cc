#include "kiosk/ui/touch_targets.h"

#include <fmt/format.h>

#include <algorithm>

namespace mur::kiosk {
namespace {

constexpr float kRounding = 0.5F;  // u lost where edges are rounded to pixels

float gap_between(const Rect& a, const Rect& b) {
  const float across = std::max({a.x - b.right(), b.x - a.right()});
  const float down = std::max({a.y - b.bottom(), b.y - a.bottom()});
  return std::max(across, down);
}

std::string words(const Rect& r) { return fmt::format("{:.0f} x {:.0f} at {:.0f}, {:.0f}", r.w, r.h, r.x, r.y); }

bool inside(const Rect& inner, const Rect& outer) {
  return inner.x >= outer.x && inner.y >= outer.y && inner.right() <= outer.right() && inner.bottom() <= outer.bottom();
}

bool cut_off(const TouchTarget& target) { return target.visible != target.rect; }

}  // namespace

void TouchTargets::cover() {
  for (TouchTarget& target : all_) target.covered = true;
}

const TouchTarget* TouchTargets::find(std::string_view id) const {
  const auto found = std::ranges::find(all_, id, &TouchTarget::id);
  return found == all_.end() ? nullptr : &*found;
}

std::vector<std::string> faults(const TouchTargets& targets, const TargetRules& rules) {
  std::vector<std::string> found;
  const std::vector<TouchTarget>& all = targets.all();
  for (auto target = all.begin(); target != all.end(); ++target) {
    if (target->label.empty()) found.push_back(fmt::format("{} has no label for speech", target->id));
    const auto same_id = [&](const TouchTarget& earlier) { return earlier.id == target->id; };
    if (std::any_of(all.begin(), target, same_id)) found.push_back(fmt::format("{} is there twice", target->id));
    if (target->covered || target->visible.empty()) continue;

    const float least = (target->role == Role::key ? rules.key_side : rules.side) - kRounding;
    if (target->rect.w < least || target->rect.h < least)
      found.push_back(fmt::format("{} is too small: {}", target->id, words(target->rect)));
    if (!cut_off(*target) && !inside(target->rect, rules.screen.outset(kRounding)))
      found.push_back(fmt::format("{} is outside the screen: {}", target->id, words(target->rect)));
    for (auto earlier = all.begin(); earlier != target; ++earlier)
      if (!earlier->covered && !earlier->visible.empty() &&
          gap_between(earlier->visible, target->visible) < rules.gap - kRounding)
        found.push_back(fmt::format("{} is too near to {}: {} and {}", target->id, earlier->id, words(target->visible),
                                    words(earlier->visible)));
  }
  return found;
}

}  // namespace mur::kiosk
