#include "kiosk/ui/form_parts.h"

namespace mur::kiosk {

namespace {

constexpr float kTextShare = 0.6F;  // of the height, for the words; the name has the rest

}  // namespace

Asked draw_story_screen(Frame& frame, const app::StoryReviewView& view) {
  const app::Text& say = frame.say;
  Rect rest = frame.body;
  const std::string show = say("Yes, show it");
  Asked asked = draw_step_actions(frame, rest, {.on_label = show, .on_fill = Accent::good, .on = app::SendStory{}});
  draw_step_title(frame, rest, say("May it be shown?"), view.step,
                  say("Everyone who passes by can read it, for a year, once someone here has read it. Your code takes "
                      "it back at any time."));
  draw_over_step(frame);
  const std::string change = say("Change");
  const bool named = !view.first_name.empty();
  const Rect words = rest.take_top(rest.h * kTextShare, size::kGap);
  if (Asked of_line = draw_answer_line(frame, words,
                                       {.id = "story.text",
                                        .label = say("My story"),
                                        .words = view.text,
                                        .change = change,
                                        .step = app::Screen::story_text,
                                        .max_lines = 6}))
    asked = of_line;
  if (Asked of_line = draw_answer_line(frame, rest,
                                       {.id = "story.name",
                                        .label = say("First name, if you like"),
                                        .words = named ? view.first_name : say("none"),
                                        .change = named ? change : say("Add"),
                                        .step = app::Screen::story_name}))
    asked = of_line;
  return asked;
}

}  // namespace mur::kiosk
