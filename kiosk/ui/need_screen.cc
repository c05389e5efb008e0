#include <fmt/format.h>

#include "kiosk/ui/screen_parts.h"

namespace mur::kiosk {

namespace {

constexpr float kBack = 300;
constexpr float kSide = 520;
constexpr float kSideGap = 40;
constexpr float kUnderTitle = 22;

float draw_facts(Frame& frame, const Rect& rect, const app::NeedView& view) {
  Ui& ui = frame.ui;
  Rect rest = rect;
  const auto used = [&](float height) { rest.take_top(height); };
  used(badged_title(ui, rest,
                    {.title = view.title,
                     .badges = badges_of(view.tags),
                     .style = frame.portrait() ? TextStyle::headline : TextStyle::title,
                     .max_lines = 3}));
  used(text(ui, rest, view.by, {.style = TextStyle::paragraph, .color = ui.palette().muted, .max_lines = 1}) +
       kUnderTitle);
  if (!view.easy_line.empty()) used(text(ui, rest, view.easy_line, {.style = TextStyle::lead}) + kUnderTitle);
  if (view.slots.empty() && !view.missing.empty())
    used(draw_fact(ui, rest, {.icon = Icon::pan_tool, .words = view.missing}));
  if (!view.commitment.empty()) used(draw_fact(ui, rest, {.icon = Icon::schedule, .words = view.commitment}));
  if (!view.where.empty()) used(draw_fact(ui, rest, {.icon = Icon::place, .words = view.where}));
  return rest.y - rect.y;
}

/// Its places: what each is, when, and what is still missing.
float draw_slots(Ui& ui, const Rect& rect, const app::NeedView& view) {
  Rect rest = rect;
  for (const app::SlotView& slot : view.slots) {
    Card made{.edge = slot.complete ? Accent::good : Accent::need, .title = slot.role};
    if (!slot.when.empty()) made.lines.push_back({slot.when});
    if (!slot.details.empty()) made.lines.push_back({slot.details});
    made.lines.push_back({slot.missing, CardLine::Weight::point});
    const float height = card_height(ui, rest.w, made);
    card(ui, {}, {rest.x, rest.y, rest.w, height}, made);
    rest.y += height + size::kGap;
  }
  return rest.y - rect.y;
}

float draw_description(Ui& ui, const Rect& rect, const app::NeedView& view) {
  return view.description.empty() ? 0 : text(ui, rect, view.description, {.style = TextStyle::paragraph}) + size::kGap;
}

/// What to do now: a person at the desk, and the event it is for.
Asked draw_side(Frame& frame, const Rect& rect, const app::NeedView& view) {
  Ui& ui = frame.ui;
  const app::Text& say = frame.say;
  Asked asked;
  const Rect rest =
      column(ui, rect, {.title = say("How to come"), .icon = Icon::handshake, .accent = Accent::need}).content;
  const std::vector<Paragraph> how{{view.how_to_come, {.style = TextStyle::lead_strong}},
                                   {say("No account, no form: someone here puts you in touch."),
                                    {.style = TextStyle::body, .color = ui.palette().muted}}};
  const std::string kicker = say("For this event");
  const std::string next = say("Next");
  const std::string previous = say("Previous");
  scroll_area(ui, "need.how", rest, scroll_labels(next, previous), [&](const Rect& content) {
    Rect at = endless(content);
    at.y += draw_paragraphs(ui, at, how);
    if (!view.event) return at.y - content.y;
    at.y += size::kGap;
    Card made{.kicker = kicker, .title = view.event->title, .badges = badges_of(view.event->tags)};
    if (!view.event->detail.empty()) made.lines.push_back({view.event->detail});
    const float height = card_height(ui, at.w, made);
    if (card(ui, "need.event", {at.x, at.y, at.w, height}, made)) asked = app::Open{view.event->opens};
    return at.y + height - content.y;
  });
  return asked;
}

}  // namespace

Asked draw_need_screen(Frame& frame, const app::NeedView& view) {
  Ui& ui = frame.ui;
  Asked asked;
  Rect rest = frame.body;
  Rect actions = rest.take_bottom(size::kActions, size::kActionsGap);
  const std::string back = frame.say("Back");
  const std::string others = frame.say("See the other needs");
  if (button(ui, "need.back", actions.take_left(kBack, size::kGap), back_button(back))) asked = app::GoBack{};
  if (button(ui, "need.others", actions, {.label = others, .icon = Icon::pan_tool}))
    asked = app::Open{{.screen = app::Screen::needs}};
  const Rect side = rest.take_right(frame.portrait() ? rest.w / 2 : kSide, frame.portrait() ? size::kGap : kSideGap);
  const std::string next = frame.say("Next");
  const std::string previous = frame.say("Previous");
  if (frame.portrait()) {
    Rect above = frame.ambient;
    above.take_top(draw_facts(frame, above, view));
    draw_description(ui, above, view);
  }
  scroll_area(ui, "need.text", rest, scroll_labels(next, previous), [&](const Rect& content) {
    Rect at = endless(content);
    if (!frame.portrait()) at.y += draw_facts(frame, at, view);
    at.y += draw_slots(ui, at, view);
    if (!frame.portrait()) at.y += draw_description(ui, at, view);
    return at.y - content.y;
  });
  if (Asked of_side = draw_side(frame, side, view)) asked = of_side;
  return asked;
}

}  // namespace mur::kiosk
