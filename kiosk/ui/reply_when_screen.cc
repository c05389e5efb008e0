#include <fmt/format.h>

#include <algorithm>

#include "kiosk/ui/form_parts.h"

namespace mur::kiosk {

namespace {

constexpr int kAcross = 3;
constexpr int kAcrossPortrait = 2;

/// A date, or all of them, as a card to be touched.
Card card_of(const app::DateView& view, std::string_view chosen) {
  Card card{.edge = Accent::need, .title = view.name, .lines = {{view.places, CardLine::Weight::point}}};
  if (view.selected) card.badges.push_back({chosen, Accent::good});
  return card;
}

}  // namespace

Asked draw_reply_when_screen(Frame& frame, const app::ReplyWhenView& view) {
  Ui& ui = frame.ui;
  const app::Text& say = frame.say;
  Rect rest = frame.body;
  Asked asked = draw_step_actions(frame, rest, {});
  draw_step_title(frame, rest, say("Once, or each time?"), view.step, view.answered);
  draw_over_step(frame);
  const std::string chosen = say("chosen");
  const std::string once = say("Or once:");
  const std::string next = say("Next");
  const std::string previous = say("Previous");
  scroll_area(ui, "reply.dates", rest, scroll_labels(next, previous), [&](const Rect& content) {
    Rect at = endless(content);
    const Card always = card_of(view.each_time, chosen);
    if (card(ui, "reply.each_time", at.take_top(card_height(ui, at.w, always), size::kGap), always))
      asked = app::ChooseDate{view.each_time.date};
    at.take_top(text(ui, at, once, {.style = TextStyle::heading, .max_lines = 1}), size::kTargetGap);
    const int across = frame.portrait() ? kAcrossPortrait : kAcross;
    const float width = columns(at, across, size::kGap).front().w;
    std::vector<Card> cards;
    float height = 0;
    for (const app::DateView& date : view.dates) {
      cards.push_back(card_of(date, chosen));
      height = std::max(height, card_height(ui, width, cards.back()));
    }
    const int down = (static_cast<int>(cards.size()) + across - 1) / across;
    const float whole = static_cast<float>(down) * (height + size::kGap) - size::kGap;
    const std::vector<Rect> places = grid({at.x, at.y, at.w, whole}, across, down, size::kGap);
    for (std::size_t i = 0; i < cards.size(); ++i)
      if (card(ui, fmt::format("reply.date.{}", i), places[i], cards[i])) asked = app::ChooseDate{view.dates[i].date};
    return at.y + whole - content.y;
  });
  return asked;
}

}  // namespace mur::kiosk
