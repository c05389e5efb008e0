#include <array>

#include "kiosk/ui/form_parts.h"

namespace mur::kiosk {

namespace {

constexpr int kAcross = 3;

struct TimeLook {
  std::string_view id;
  Icon icon;
};

TimeLook look_of(app::Time time) {
  switch (time) {
    case app::Time::now: return {"when.now", Icon::touch_app};
    case app::Time::evenings: return {"when.evenings", Icon::schedule};
    case app::Time::weekends: return {"when.weekends", Icon::event};
    case app::Time::days: return {"when.days", Icon::today};
    case app::Time::holidays: return {"when.holidays", Icon::child_care};
    case app::Time::to_agree: return {"when.to_agree", Icon::forum};
  }
  return {};
}

}  // namespace

Asked draw_when_screen(Frame& frame, const app::WhenView& view) {
  const app::Text& say = frame.say;
  Rect rest = frame.body;
  const std::string on = view.choosing_several ? say("Continue") : std::string{};
  const std::string missing = view.complete ? std::string{} : say("Choose at least one.");
  Asked asked = draw_step_actions(frame, rest, {.on_label = on, .on_disabled_because = missing, .on = app::Review{}});
  draw_step_title(frame, rest, say("When could it be?"), view.step, view.offer);
  draw_over_step(frame);
  const auto count = static_cast<int>(view.times.size());
  const std::vector<Rect> places = grid(rest, kAcross, (count + kAcross - 1) / kAcross, size::kGap);
  for (std::size_t i = 0; i < view.times.size(); ++i) {
    const app::TimeView& each = view.times[i];
    const TimeLook look = look_of(each.time);
    if (tile(frame.ui, look.id, places[i],
             {.label = each.name, .icon = look.icon, .accent = Accent::offer, .selected = each.selected}))
      asked = app::TouchTime{each.time};
  }
  return asked;
}

}  // namespace mur::kiosk
