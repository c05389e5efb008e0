#pragma once

#include <string>

#include "kiosk/ui/screen_parts.h"

/// Pieces that the steps of « Je propose… » and « Je veux aider » share.
namespace mur::kiosk {

/// The step's question with « étape 1 sur 4 »; in portrait it stands in the ambient half with what was answered so far.
/// Takes its height off `rest`.
void draw_step_title(Frame& frame, Rect& rest, std::string_view question, const app::StepView& step,
                     std::string_view answered = {});

/// What the rest of a portrait wall's upper half goes on saying to the room.
void draw_over_step(Frame& frame);

/// « Retour », what goes on from here (if anything), « Effacer et quitter ».
struct StepActions {
  std::string_view on_label{};  ///< empty: the step goes on by itself
  Accent on_fill = Accent::offer;
  std::string_view on_disabled_because{};
  app::Action on = app::Review{};
};
[[nodiscard]] Asked draw_step_actions(Frame& frame, Rect& rest, const StepActions& actions);

/// One answer of a form, and the way back to its question.
struct AnswerLine {
  std::string_view id;
  std::string label;
  std::string words;
  std::string change;  ///< of its button
  app::Screen step;
  int max_lines = 2;
};
[[nodiscard]] Asked draw_answer_line(Frame& frame, const Rect& rect, const AnswerLine& line);

}  // namespace mur::kiosk
