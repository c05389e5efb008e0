#include <fmt/format.h>

#include <algorithm>

#include "kiosk/ui/match_parts.h"
#include "kiosk/ui/screen_parts.h"

namespace mur::kiosk {

namespace {

constexpr float kBack = 300;
constexpr float kSide = 520;
constexpr float kSideGap = 40;
constexpr float kUnderTitle = 22;
constexpr float kOthers = 440;
constexpr float kNarrow = 260;  // back and others, in portrait
constexpr float kBar = 20;
constexpr float kGiveCode = 380;  // 4u a module for the longest address
constexpr float kSlotButton = 96;
constexpr float kSlotButtonGap = 16;

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

Fact counted_fact(const app::TallyView& tally) {
  return {.icon = Icon::volunteer_activism, .words = tally.words, .note = tally.note, .accent = Accent::need};
}
Fact rule_fact(const app::TallyView& tally) {
  return {.icon = Icon::euro_symbol, .words = tally.rule, .note = tally.second_rule};
}

float tally_height(Ui& ui, float width, const app::TallyView& tally) {
  return fact_height(ui, width, counted_fact(tally)) + (tally.filled ? kBar + kUnderTitle : 0) +
         (tally.rule.empty() ? 0 : fact_height(ui, width, rule_fact(tally)));
}

/// What is counted, by which rule, and how full it is.
float draw_tally(Ui& ui, const Rect& rect, const app::TallyView& tally) {
  Rect rest = rect;
  rest.take_top(draw_fact(ui, rest, counted_fact(tally)));
  if (tally.filled) {
    const Rect bar = rest.take_top(kBar, kUnderTitle);
    fill(ui, bar, ui.palette().edge, kBar / 2);
    Rect filled = bar;
    filled.w = std::max(kBar, bar.w * *tally.filled);
    if (*tally.filled > 0) fill(ui, filled, ui.theme().accent(Accent::need), kBar / 2);
  }
  if (!tally.rule.empty()) rest.take_top(draw_fact(ui, rest, rule_fact(tally)));
  return rest.y - rect.y;
}

enum class Told : std::uint8_t { no, yes };

/// What is counted, unless it was told above, and who may come.
float draw_more_facts(Ui& ui, const Rect& rect, const app::NeedView& view, Told counted) {
  Rect rest = rect;
  if (view.tally && counted == Told::no) rest.take_top(draw_tally(ui, rest, *view.tally));
  if (!view.languages.empty()) rest.take_top(draw_fact(ui, rest, {.icon = Icon::language, .words = view.languages}));
  if (!view.access.empty()) rest.take_top(draw_access(ui, rest, view.access, {}));
  return rest.y - rect.y;
}

/// What goes with the code that leads to where one gives. This wall takes no money.
std::vector<Paragraph> give_words(Frame& frame) {
  return {{frame.say("Aim at this code to give"), {.style = TextStyle::label}},
          {frame.say("Gifts go straight to the organization: this wall takes no money."),
           {.style = TextStyle::body, .color = frame.ui.palette().muted}}};
}

float draw_give_code(Frame& frame, const Rect& rect, std::string_view address) {
  Rect rest = rect;
  const Rect drawn = qr_code(frame.ui, rest.take_top(std::min(rest.w, kGiveCode), size::kGap), address, QrLevel::low);
  if (drawn.empty()) return 0;
  rest.take_top(draw_paragraphs(frame.ui, rest, give_words(frame)));
  return rest.y - rect.y;
}

/// Above the middle of a portrait wall: what is counted, and the code beside it; only where both have room.
Told draw_tally_above(Frame& frame, Rect& above, const app::TallyView& tally) {
  Ui& ui = frame.ui;
  const bool code = !tally.address.empty();
  const float width = code ? above.w - kGiveCode - size::kGap : above.w;
  const std::vector<Paragraph> words = code ? give_words(frame) : std::vector<Paragraph>{};
  const float height =
      std::max(code ? kGiveCode : 0, tally_height(ui, width, tally) + paragraphs_height(ui, width, words));
  if (height > above.h) return Told::no;
  Rect rest = above.take_top(height, size::kGap);
  if (code) qr_code(ui, rest.take_right(kGiveCode, size::kGap), tally.address, QrLevel::low);
  rest.take_top(draw_tally(ui, rest, tally));
  draw_paragraphs(ui, rest, words);
  return Told::yes;
}

std::string want_to_help(const app::SlotView& slot, const app::Text& say) {
  return slot.waits ? say("Join the waiting list") : say("I want to help");
}

Card card_of(const app::SlotView& slot) {
  Card made{.edge = slot.waits ? Accent::good : Accent::need, .title = slot.role};
  for (const std::string_view line :
       {std::string_view(slot.repeats), std::string_view(slot.when), std::string_view(slot.details)})
    if (!line.empty()) made.lines.push_back({line});
  made.lines.push_back({slot.missing, CardLine::Weight::point});
  return made;
}

/// What can be done about one place. With one place only, « Je veux aider » is the page's main action instead.
struct SlotButton {
  std::string id;
  std::string label;
  Icon icon;
  Accent fill;
  app::Action action;
};
std::vector<SlotButton> buttons_of(const app::NeedView& view, std::size_t index, const app::Text& say) {
  const app::SlotView& slot = view.slots[index];
  std::vector<SlotButton> buttons;
  if (slot.over) return buttons;
  if (slot.may_come_now)
    buttons.push_back({fmt::format("need.now.{}", index), say("I’m going there now"), Icon::place, Accent::none,
                       app::GoNow{slot.id}});
  if (view.slots.size() > 1)
    buttons.push_back({fmt::format("need.help.{}", index), want_to_help(slot, say), Icon::pan_tool,
                       slot.waits ? Accent::none : Accent::need, app::ChooseSlot{slot.id}});
  return buttons;
}

/// Its places: what each is, when, what is still missing, and what one can do about it.
float draw_slots(Frame& frame, const Rect& rect, const app::NeedView& view, Asked& asked) {
  Ui& ui = frame.ui;
  Rect rest = rect;
  const float height = std::max(kSlotButton, ui.theme().target());
  for (std::size_t i = 0; i < view.slots.size(); ++i) {
    const Card made = card_of(view.slots[i]);
    const std::vector<SlotButton> buttons = buttons_of(view, i, frame.say);
    const float words = card_height(ui, rest.w, made);
    const bool beside = !frame.portrait();
    const int down = beside ? (buttons.empty() ? 0 : 1) : static_cast<int>(buttons.size());
    const float below = static_cast<float>(down) * (height + kSlotButtonGap);
    card(ui, {}, {rest.x, rest.y, rest.w, words + below}, made);
    Rect inside{rest.x, rest.y + words, rest.w, below - kSlotButtonGap};  // as the card's words stand
    inside.take_left(size::kCardEdge + size::in_card::kPaddingX);
    inside.take_right(size::in_card::kPaddingX);
    if (down > 0) {
      const std::vector<Rect> places = beside ? columns(inside, static_cast<int>(buttons.size()), kSlotButtonGap)
                                              : rows(inside, down, kSlotButtonGap);
      for (std::size_t k = 0; k < buttons.size(); ++k)
        if (button(ui, buttons[k].id, places[k],
                   {.label = buttons[k].label,
                    .icon = buttons[k].icon,
                    .fill = buttons[k].fill,
                    .icon_place = IconPlace::beside}))
          asked = buttons[k].action;
    }
    rest.y += words + below + size::kGap;
  }
  return rest.y - rect.y;
}

float draw_description(Ui& ui, const Rect& rect, const app::NeedView& view) {
  return view.description.empty() ? 0 : text(ui, rect, view.description, {.style = TextStyle::paragraph}) + size::kGap;
}

/// How it goes on: a place is asked for here, or with a person at the desk; and the event it is for.
Asked draw_side(Frame& frame, const Rect& rect, const app::NeedView& view, Told code) {
  Ui& ui = frame.ui;
  const app::Text& say = frame.say;
  Asked asked;
  const Rect rest =
      column(ui, rect, {.title = say("How to come"), .icon = Icon::handshake, .accent = Accent::need}).content;
  const TextLook quiet{.style = TextStyle::body, .color = ui.palette().muted};
  std::vector<Paragraph> how;
  if (view.slots.empty())
    how = {{view.how_to_come, {.style = TextStyle::lead_strong}},
           {say("No account, no form: someone here puts you in touch."), quiet}};
  else
    how = {{say("Touch “I want to help”: a place is held for you, and you get a code."), {.style = TextStyle::label}},
           {say("No account. You leave a contact or none; with your code you read the answer here."), quiet}};
  const std::string kicker = say("For this event");
  const std::string next = say("Next");
  const std::string previous = say("Previous");
  scroll_area(ui, "need.how", rest, scroll_labels(next, previous), [&](const Rect& content) {
    Rect at = endless(content);
    if (view.tally && !view.tally->address.empty() && code == Told::no)
      at.y += draw_give_code(frame, at, view.tally->address) + size::kGap;
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
  const float narrow = frame.portrait() ? kNarrow : kBack;
  if (button(ui, "need.back", actions.take_left(narrow, size::kGap), back_button(back))) asked = app::GoBack{};
  draw_report_beside(frame, actions, view.post, asked);
  const app::SlotView* only = view.slots.size() == 1 && !view.slots[0].over ? &view.slots[0] : nullptr;
  const Rect place = only == nullptr ? actions : actions.take_left(frame.portrait() ? kNarrow : kOthers, size::kGap);
  if (button(ui, "need.others", place, {.label = others, .icon = Icon::search}))
    asked = app::Open{{.screen = app::Screen::needs}};
  if (only != nullptr) {
    const std::string help = want_to_help(*only, frame.say);
    if (button(ui, "need.help", actions,
               {.label = help, .icon = Icon::pan_tool, .fill = Accent::need, .style = TextStyle::action}))
      asked = app::ChooseSlot{only->id};
  }
  const Rect side = rest.take_right(frame.portrait() ? rest.w / 2 : kSide, frame.portrait() ? size::kGap : kSideGap);
  const std::string next = frame.say("Next");
  const std::string previous = frame.say("Previous");
  const std::string offered = frame.say("Residents offer it");
  Told counted = Told::no;
  if (frame.portrait()) {
    Rect above = frame.ambient;
    above.take_top(draw_facts(frame, above, view));
    if (view.tally) counted = draw_tally_above(frame, above, *view.tally);
    draw_description(ui, above, view);
  }
  scroll_area(ui, "need.text", rest, scroll_labels(next, previous), [&](const Rect& content) {
    Rect at = endless(content);
    if (!frame.portrait()) at.y += draw_facts(frame, at, view);
    at.y += draw_more_facts(ui, at, view, counted);
    at.y += draw_slots(frame, at, view, asked);
    if (!frame.portrait()) at.y += draw_description(ui, at, view);
    if (view.story)
      at.y += draw_fact(ui, at, {.icon = Icon::rate_review, .words = view.story->text, .note = view.story->by});
    at.y +=
        draw_matches(frame, at, {.id = "need.match", .title = offered, .of_needs = false, .cards = view.offers}, asked);
    at.y += draw_report_below(frame, at, view.post, asked);
    return at.y - content.y;
  });
  if (Asked of_side = draw_side(frame, side, view, counted)) asked = of_side;
  return asked;
}

}  // namespace mur::kiosk
