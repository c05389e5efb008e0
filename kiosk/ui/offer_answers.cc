#include "kiosk/ui/offer_answers.h"

#include <fmt/format.h>

#include "kiosk/ui/screen_parts.h"

namespace mur::kiosk {

namespace {

constexpr float kButton = 96;
constexpr float kButtonGap = 16;

struct Choice {
  std::string id;
  std::string label;
  Icon icon;
  Accent fill;
  ReplyStatus status;
};

std::vector<Choice> choices_of(const app::OfferAnswerView& answer, std::size_t index, const app::Text& say) {
  const auto id = [index](const char* what) { return fmt::format("answer.{}.{}", what, index); };
  std::vector<Choice> choices;
  if (answer.may_decide) {
    choices.push_back({id("yes"), say("Yes, gladly"), Icon::check, Accent::good, ReplyStatus::accepted});
    choices.push_back({id("no"), say("No, thank you"), Icon::block, Accent::none, ReplyStatus::declined});
  }
  if (answer.may_tell)
    choices.push_back({id("met"), say("Yes, we have met"), Icon::handshake, Accent::none, ReplyStatus::met});
  if (answer.may_end)
    choices.push_back({id("end"), say("Not after all"), Icon::undo, Accent::none, ReplyStatus::declined});
  return choices;
}

Card card_of(const app::OfferAnswerView& answer) {
  Card made{.edge = accent_of(answer.tone), .kicker = answer.status, .title = answer.organization};
  for (const std::string_view line : {std::string_view(answer.note), std::string_view(answer.next)})
    if (!line.empty()) made.lines.push_back({line});
  return made;
}

}  // namespace

Asked draw_offer_answers(Frame& frame, const Rect& rect, const std::vector<app::OfferAnswerView>& answers,
                         bool changing) {
  Ui& ui = frame.ui;
  Asked asked;
  const std::string title = frame.say("Organizations answer you");
  const Rect inside = column(ui, rect, {.title = title, .icon = Icon::handshake, .accent = Accent::offer}).content;
  const std::string next = frame.say("Next");
  const std::string previous = frame.say("Previous");
  const float height = std::max(kButton, ui.theme().target());
  scroll_area(ui, "mine.answers", inside, scroll_labels(next, previous), [&](const Rect& content) {
    Rect rest = endless(content);
    for (std::size_t i = 0; i < answers.size(); ++i) {
      const Card made = card_of(answers[i]);
      const std::vector<Choice> choices = changing ? std::vector<Choice>{} : choices_of(answers[i], i, frame.say);
      const float words = card_height(ui, rest.w, made);
      const float below = static_cast<float>(choices.size()) * (height + kButtonGap);
      card(ui, {}, {rest.x, rest.y, rest.w, words + below}, made);
      Rect room{rest.x, rest.y + words, rest.w, below - kButtonGap};  // as the card's words stand
      room.take_left(size::kCardEdge + size::in_card::kPaddingX);
      room.take_right(size::in_card::kPaddingX);
      if (!choices.empty()) {
        const std::vector<Rect> places = rows(room, static_cast<int>(choices.size()), kButtonGap);
        for (std::size_t k = 0; k < choices.size(); ++k)
          if (button(ui, choices[k].id, places[k],
                     {.label = choices[k].label,
                      .icon = choices[k].icon,
                      .fill = choices[k].fill,
                      .icon_place = IconPlace::beside}))
            asked = app::DecideAnswer{answers[i].reply, choices[k].status};
      }
      rest.y += words + below + size::kGap;
    }
    return rest.y - content.y;
  });
  return asked;
}

}  // namespace mur::kiosk
