#include "kiosk/ui/screen_parts.h"

namespace mur::kiosk {

namespace {

constexpr float kBack = 300;

Icon icon_of(app::Tone tone) {
  switch (tone) {
    case app::Tone::good: return Icon::check_circle;
    case app::Tone::bad: return Icon::error_outline;
    case app::Tone::attention:
    case app::Tone::quiet: break;
  }
  return Icon::sync;
}

/// Where to go in large letters; under it what for, and whether the head is counted.
float draw_words(Frame& frame, const Rect& rect, const app::ComeNowView& view) {
  Ui& ui = frame.ui;
  Rect rest = rect;
  rest.take_top(text(ui, rest, frame.say("Go ahead:"),
                     {.style = TextStyle::heading, .color = ui.theme().accent(Accent::need), .max_lines = 1}),
                size::kTargetGap);
  rest.take_top(text(ui, rest, view.go, {.style = TextStyle::headline, .max_lines = 3}), size::kColumnGap);
  rest.take_top(text(ui, rest, view.answered, {.style = TextStyle::lead_strong, .max_lines = 3}), size::kTargetGap);
  rest.take_top(text(ui, rest, view.when, {.style = TextStyle::lead, .max_lines = 2}), size::kColumnGap);
  rest.take_top(draw_fact(
      ui, rest, {.icon = icon_of(view.tone), .words = view.title, .note = view.next, .accent = accent_of(view.tone)}));
  return rest.y - rect.y;
}

}  // namespace

Asked draw_come_now_screen(Frame& frame, const app::ComeNowView& view) {
  Ui& ui = frame.ui;
  Asked asked;
  Rect rest = frame.body;
  Rect actions = rest.take_bottom(size::kActions, size::kActionsGap);
  const std::string back = frame.say("Back");
  const std::string others = frame.say("See the other needs");
  const std::string done = frame.say("Done");
  if (button(ui, "now.back", actions.take_left(kBack, size::kGap), back_button(back))) asked = app::GoBack{};
  if (view.refused) {
    const std::vector<Rect> places = columns(actions, 2, size::kGap);
    if (button(ui, "now.others", places[0], {.label = others, .icon = Icon::pan_tool}))
      asked = app::Open{{.screen = app::Screen::needs}};
    actions = places[1];
  }
  if (button(ui, "now.done", actions, {.label = done, .icon = Icon::check, .fill = Accent::good})) asked = app::Leave{};
  if (frame.portrait()) {
    draw_words(frame, frame.ambient, view);
  } else {
    const std::string next = frame.say("Next");
    const std::string previous = frame.say("Previous");
    scroll_area(ui, "now.text", rest, scroll_labels(next, previous),
                [&](const Rect& content) { return draw_words(frame, endless(content), view); });
  }
  return asked;
}

}  // namespace mur::kiosk
