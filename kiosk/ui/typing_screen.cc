#include "kiosk/ui/form_parts.h"
#include "kiosk/ui/typing_keys.h"

namespace mur::kiosk {

namespace {

constexpr float kKindRow = 84;

struct Words {
  std::string title;
  std::string hint;
};

Words words_of(const app::TypingView& view, const app::Text& say) {
  switch (view.screen) {
    case app::Screen::first_name:
      return {say("My first name"), view.form == app::Form::offer
                                        ? say("only if you want it on the wall")
                                        : say("only the organization that you answer sees it")};
    case app::Screen::reach:
      return {view.kind == ContactKind::phone ? say("My phone number") : say("My e-mail address"),
              say("hidden while you type")};
    case app::Screen::story_text: return {say("My story"), say("how it was, in a few words")};
    case app::Screen::story_name: return {say("My first name"), say("only if you want it on the wall")};
    case app::Screen::my_ticket: return {say("My ticket"), say("the code on your slip or photo: 7K3 M9Q 2FA")};
    case app::Screen::appeal:
      return {say("My answer to the team"), say("why it should be on the wall; you can say it once")};
    default: return {say("I propose…"), say("in a few words")};
  }
}

std::string problem_words(app::Typing::Problem problem, const app::Text& say) {
  using Problem = app::Typing::Problem;
  switch (problem) {
    case Problem::none: return {};
    case Problem::empty: return say("Nothing is typed yet.");
    case Problem::contact_in_text:
      return say(
          "That looks like a number or an address. Please take it out: everyone would read it. Continue keeps it.");
    case Problem::not_a_number: return say("This does not look like a phone number.");
    case Problem::not_an_address: return say("This does not look like an e-mail address.");
    case Problem::not_a_code: return say("A character is wrong: look at the code again.");
  }
  return {};
}

/// A phone number is typed on digits; everything else on the letters that the visitor turned to.
void settle_layout(KeyboardState& keyboard, const app::TypingView& view) {
  const bool digits = view.screen == app::Screen::reach && view.kind == ContactKind::phone;
  if (digits == (keyboard.layout == KeyLayout::digits)) return;
  keyboard = KeyboardState{.layout = digits ? KeyLayout::digits : KeyLayout::azerty};
}

Asked draw_kinds(Frame& frame, const Rect& rect, const app::TypingView& view) {
  const std::string phone = frame.say("Phone");
  const std::string email = frame.say("E-mail");
  const auto chosen = segments(frame.ui, rect, {{"reach.phone", phone}, {"reach.email", email}},
                               view.kind == ContactKind::phone ? 0 : 1);
  if (!chosen) return std::nullopt;
  return app::SetContactKind{*chosen == 0 ? ContactKind::phone : ContactKind::email};
}

/// What is wrong, or what might be meant: one row between field and keys.
Asked draw_advice(Frame& frame, const Rect& rect, const app::TypingView& view) {
  Ui& ui = frame.ui;
  if (const std::string problem = problem_words(view.problem, frame.say); !problem.empty()) {
    Rect line = rect;
    const Color ink = ui.theme().accent(Accent::attention);
    icon(ui, line.take_left(size_of(IconSize::line), size::kTargetGap).center(), Icon::warning, IconSize::line, ink);
    text(ui, line, problem,
         {.style = TextStyle::body_strong, .color = ink, .valign = VAlign::middle, .max_lines = 2, .fit = Fit::shrink});
    return std::nullopt;
  }
  const std::vector<std::string_view> suggestions(view.suggestions.begin(), view.suggestions.end());
  const auto chosen = suggestion_row(ui, rect, suggestions);
  if (!chosen) return std::nullopt;
  TextBuffer buffer(view.max_length, view.text);
  buffer.complete(suggestions[*chosen]);
  return app::ChangeText{buffer.text()};
}

}  // namespace

Asked draw_typing_screen(Frame& frame, const app::TypingView& view) {
  Ui& ui = frame.ui;
  settle_layout(frame.keyboard, view);
  const Words words = words_of(view, frame.say);
  Rect rest = frame.body;
  const float board = keyboard_height(ui, frame.keyboard);
  Asked asked = draw_typing_keys(frame, rest.take_bottom(board, size::kKeyGap), view.text, view.max_length,
                                 frame.say("Continue"));
  const bool secret = view.screen == app::Screen::reach;
  // In portrait what is only read, the field too, goes over the middle; what is touched stays under it.
  Rect& above = frame.portrait() ? frame.ambient : rest;
  if (secret) {  // the two kinds stand for the title
    const float height = std::max(kKindRow, ui.theme().target());
    if (Asked of_kind = draw_kinds(frame, rest.take_top(height, size::kKeyGap), view)) asked = of_kind;
  }
  if (!secret || frame.portrait()) {
    if (view.screen != app::Screen::my_ticket && view.screen != app::Screen::appeal)
      draw_step_title(frame, rest, words.title, view.step);
    else
      above.take_top(screen_title(ui, above, words.title), size::kGap);
  }
  const Rect field =
      frame.portrait() ? above.take_bottom(size::kField, size::kGap) : above.take_top(size::kField, size::kKeyGap);
  draw_over_step(frame);
  text_field(ui, field, {.value = view.text, .hint = words.hint, .mask = secret ? Mask::hidden : Mask::shown});
  if (Asked of_advice = draw_advice(frame, rest.take_top(std::max(size::kChip, ui.theme().target())), view))
    asked = of_advice;
  return asked;
}

}  // namespace mur::kiosk
