#include "kiosk/ui/match_parts.h"
#include "kiosk/ui/screen_parts.h"

namespace mur::kiosk {

namespace {

constexpr float kBack = 300;
constexpr float kSide = 520;
constexpr float kSideGap = 40;
constexpr float kUnderTitle = 34;

float draw_facts(Ui& ui, const Rect& rect, const app::OfferView& view) {
  const bool portrait = ui.theme().portrait();
  Rect rest = rect;
  rest.take_top(
      text(ui, rest, view.title, {.style = portrait ? TextStyle::headline : TextStyle::title, .max_lines = 4}),
      kUnderTitle);
  if (!view.when.empty()) rest.take_top(draw_fact(ui, rest, {.icon = Icon::schedule, .words = view.when}));
  if (!view.first_name.empty()) rest.take_top(draw_fact(ui, rest, {.icon = Icon::person, .words = view.first_name}));
  if (!view.joined.empty()) rest.take_top(draw_fact(ui, rest, {.icon = Icon::handshake, .words = view.joined}));
  if (!view.meeting.empty())
    rest.take_top(draw_fact(ui, rest, {.icon = Icon::event, .words = view.meeting, .accent = Accent::good}));
  rest.take_top(draw_fact(ui, rest, {.icon = Icon::card_giftcard, .words = view.since, .note = view.until}));
  return rest.y - rect.y;
}

void draw_idea_side(Frame& frame, const Rect& rect) {
  const app::Text& say = frame.say;
  const Rect rest =
      column(frame.ui, rect, {.title = say("Would you come, too?"), .icon = Icon::handshake, .accent = Accent::offer})
          .content;
  scroll_paragraphs(
      frame, "offer.how", rest,
      {{say("When a few people want to come, this place proposes a date."), {.style = TextStyle::lead_strong}},
       {say("Nobody sees who has joined, only how many."),
        {.style = TextStyle::body, .color = frame.ui.palette().muted}}});
}

void draw_side(Frame& frame, const Rect& rect, bool is_idea) {
  if (is_idea) return draw_idea_side(frame, rect);
  const app::Text& say = frame.say;
  const Rect rest =
      column(frame.ui, rect, {.title = say("Does it interest you?"), .icon = Icon::handshake, .accent = Accent::offer})
          .content;
  scroll_paragraphs(
      frame, "offer.how", rest,
      {{say("You are an organization: ask at the desk, which puts you in touch."), {.style = TextStyle::lead_strong}},
       {say("How to reach people is never shown on this screen."),
        {.style = TextStyle::body, .color = frame.ui.palette().muted}}});
}

}  // namespace

Asked draw_offer_screen(Frame& frame, const app::OfferView& view) {
  Ui& ui = frame.ui;
  Asked asked;
  Rect rest = frame.body;
  Rect actions = rest.take_bottom(size::kActions, size::kActionsGap);
  const std::string back = frame.say("Back");
  const std::string propose = frame.say("I propose something too…");
  const std::string join = frame.say("I would come, too");
  if (button(ui, "offer.back", actions.take_left(kBack, size::kGap), back_button(back))) asked = app::GoBack{};
  draw_report_beside(frame, actions, view.post, asked);
  if (view.is_idea) {
    if (button(ui, "offer.join", actions, {.label = join, .icon = Icon::pan_tool, .fill = Accent::offer}))
      asked = app::Join{};
  } else if (button(ui, "offer.propose", actions,
                    {.label = propose, .icon = Icon::card_giftcard, .fill = Accent::offer})) {
    asked = app::Open{{.screen = app::Screen::offer_what}};
  }
  const std::string wanted = frame.say("Just what is looked for");
  const MatchList matches{.id = "offer.match", .title = wanted, .cards = view.needs};
  if (frame.portrait()) {
    draw_facts(ui, frame.ambient, view);
    draw_report_below(frame, rest.take_bottom(ui.theme().target(), size::kTargetGap), view.post, asked);
    if (!view.needs.empty())
      if (Asked of_match = draw_match_column(frame, rest.take_left(rest.w / 2, size::kGap), matches)) asked = of_match;
    draw_side(frame, rest, view.is_idea);
  } else {
    draw_side(frame, rest.take_right(kSide, kSideGap), view.is_idea);
    const std::string next = frame.say("Next");
    const std::string previous = frame.say("Previous");
    scroll_area(ui, "offer.text", rest, scroll_labels(next, previous), [&](const Rect& content) {
      Rect at = endless(content);
      at.take_top(draw_facts(ui, at, view));
      at.take_top(draw_matches(frame, at, matches, asked));
      return at.y - content.y;
    });
  }
  return asked;
}

Asked draw_gone_screen(Frame& frame, const app::GoneView&) {
  Ui& ui = frame.ui;
  Asked asked;
  Rect rest = frame.body;
  const std::string home = frame.say("Home");
  if (button(ui, "gone.home", rest.take_bottom(size::kActions, size::kActionsGap), {.label = home, .icon = Icon::home}))
    asked = app::GoHome{};
  draw_invitation(ui, frame.portrait() ? frame.ambient : rest, Icon::info, Accent::none,
                  frame.say("This is no longer on the wall."),
                  frame.say("It was withdrawn, or its time is over. The rest is still here."));
  return asked;
}

}  // namespace mur::kiosk
