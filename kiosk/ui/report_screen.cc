#include <fmt/format.h>

#include "kiosk/ui/form_parts.h"

namespace mur::kiosk {

namespace {

constexpr float kBack = 300;
constexpr int kAcross = 3;
constexpr int kAcrossPortrait = 2;

Icon icon_of(ReportReason reason) {
  switch (reason) {
    case ReportReason::wrong: return Icon::error_outline;
    case ReportReason::advert: return Icon::euro_symbol;
    case ReportReason::hateful: return Icon::block;
    case ReportReason::private_data: return Icon::visibility_off;
    case ReportReason::dangerous: return Icon::warning;
    case ReportReason::other: return Icon::help_outline;
  }
  return Icon::none;
}

}  // namespace

Asked draw_report_screen(Frame& frame, const app::ReportView& view) {
  Ui& ui = frame.ui;
  const app::Text& say = frame.say;
  Asked asked;
  Rect rest = frame.body;
  const std::string back = say("Back");
  Rect actions = rest.take_bottom(size::kActions, size::kActionsGap);
  if (button(ui, "report.back", actions.take_left(kBack, size::kGap), back_button(back))) asked = app::GoBack{};
  const std::string note = view.not_kept  ? say("That did not work. Please ask at the desk.")
                           : view.sending ? say("One moment…")
                                          : say("No name, no contact: you get a code and read here what was decided.");
  const Color ink = view.not_kept ? ui.theme().accent(Accent::attention) : ui.palette().muted;
  text(ui, actions, note,
       {.style = TextStyle::body, .color = ink, .valign = VAlign::middle, .max_lines = 3, .fit = Fit::shrink});
  Rect& above = frame.portrait() ? frame.ambient : rest;
  above.take_top(screen_title(ui, above, say("What is wrong?")), 0);
  take_text(ui, above, view.what, {.style = TextStyle::paragraph, .color = ui.palette().muted, .max_lines = 2},
            size::kGap);
  draw_over_step(frame);
  const int across = frame.portrait() ? kAcrossPortrait : kAcross;
  const auto count = static_cast<int>(view.reasons.size());
  const std::vector<Rect> places = grid(rest, across, (count + across - 1) / across, size::kGap);
  for (std::size_t i = 0; i < view.reasons.size(); ++i) {
    const app::ReasonView& each = view.reasons[i];
    const std::string id = fmt::format("report.{}", to_string(each.reason));
    if (tile(ui, id, places[i], {.label = each.name, .icon = icon_of(each.reason), .accent = Accent::attention}))
      asked = app::TouchReason{each.reason};
  }
  return asked;
}

}  // namespace mur::kiosk
