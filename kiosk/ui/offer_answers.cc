#include "kiosk/ui/offer_answers.h"

#include <fmt/format.h>

#include "kiosk/ui/screen_parts.h"

namespace mur::kiosk {

namespace {

constexpr float kButton = 96;
constexpr float kButtonGap = 16;
constexpr float kBeside = 640;  // from this width on, buttons stand beside each other

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

/// What stands under the organization's name: its words whole, for they are what the person decides on.
std::vector<Paragraph> words_of(Frame& frame, const app::OfferAnswerView& answer) {
  std::vector<Paragraph> words;
  if (!answer.note.empty()) words.push_back({answer.note, {.style = TextStyle::paragraph}});
  if (!answer.next.empty())
    words.push_back({answer.next, {.style = TextStyle::body, .color = frame.ui.palette().muted}});
  return words;
}

/// The height it takes; what was touched goes into `asked`.
float draw_answer(Frame& frame, const Rect& rect, const app::OfferAnswerView& answer,
                  const std::vector<Choice>& choices, Asked& asked) {
  Ui& ui = frame.ui;
  const Card made{.edge = accent_of(answer.tone), .kicker = answer.status, .title = answer.organization};
  const std::vector<Paragraph> words = words_of(frame, answer);
  const float head = card_height(ui, rect.w, made);
  const float height = std::max(kButton, ui.theme().target());
  Rect inside{rect.x, rect.y + head, rect.w, rect.h};  // as the card's words stand
  inside.take_left(size::kCardEdge + size::in_card::kPaddingX);
  inside.take_right(size::in_card::kPaddingX);
  const bool beside = inside.w >= kBeside * ui.theme().text_scale;
  const int count = static_cast<int>(choices.size());
  const int down = beside ? std::min(count, 1) : count;
  const float below = static_cast<float>(down) * (height + kButtonGap);
  const float said = paragraphs_height(ui, inside.w, words) + size::kGap;
  card(ui, {}, {rect.x, rect.y, rect.w, head + said + below}, made);
  draw_paragraphs(ui, inside, words);
  if (count > 0) {
    const Rect room{inside.x, inside.y + said, inside.w, below - kButtonGap};
    const std::vector<Rect> places = beside ? columns(room, count, kButtonGap) : rows(room, count, kButtonGap);
    for (std::size_t k = 0; k < choices.size(); ++k)
      if (button(ui, choices[k].id, places[k],
                 {.label = choices[k].label,
                  .icon = choices[k].icon,
                  .fill = choices[k].fill,
                  .icon_place = IconPlace::beside}))
        asked = app::DecideAnswer{answer.reply, choices[k].status};
  }
  return head + said + below;
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
  scroll_area(ui, "mine.answers", inside, scroll_labels(next, previous), [&](const Rect& content) {
    Rect rest = endless(content);
    for (std::size_t i = 0; i < answers.size(); ++i) {
      const std::vector<Choice> choices = changing ? std::vector<Choice>{} : choices_of(answers[i], i, frame.say);
      rest.take_top(draw_answer(frame, rest, answers[i], choices, asked), size::kGap);
    }
    return rest.y - content.y;
  });
  return asked;
}

}  // namespace mur::kiosk
