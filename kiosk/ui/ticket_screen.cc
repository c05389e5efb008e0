#include "kiosk/ui/match_parts.h"
#include "kiosk/ui/screen_parts.h"

namespace mur::kiosk {

namespace {

constexpr float kSide = 620;
constexpr float kSideGap = 60;
constexpr float kCodeGap = 22;
constexpr float kCodePadding = 36;

struct Outcome {
  std::string title;
  std::string next;
  Accent accent = Accent::good;
  Icon icon = Icon::check_circle;
};

Icon icon_of(app::Tone tone) {
  switch (tone) {
    case app::Tone::good: return Icon::check_circle;
    case app::Tone::bad: return Icon::error_outline;
    case app::Tone::attention: return Icon::hourglass_empty;
    case app::Tone::quiet: break;
  }
  return Icon::info;
}

Outcome outcome_of(const app::TicketView& view, const app::Text& say) {
  using Stage = app::SentPost::Stage;
  if (view.report)
    return {view.report->status, view.report->next, accent_of(view.report->tone), icon_of(view.report->tone)};
  if (view.reply) return {view.reply->status, view.reply->next, accent_of(view.reply->tone), icon_of(view.reply->tone)};
  const std::string reading = say.format("Read {0}, then to be seen on the wall.", view.read_by);
  switch (view.stage) {
    case Stage::waiting:
      if (view.online) return {say("Thank you! It is being sent…"), reading, Accent::good, Icon::sync};
      return {
          say("Thank you! It is kept here, waiting to be sent."),
          say("The connection is away. Your offer leaves by itself as soon as it is back; your code stays the same."),
          Accent::attention, Icon::cloud_off};
    case Stage::received: return {say("Thank you! It is sent"), reading, Accent::good, Icon::check_circle};
    case Stage::published:
      return {say("Thank you! It is on the wall"), say("Everyone can see it already."), Accent::good,
              Icon::check_circle};
    case Stage::refused:
      return {say("It could not be taken"),
              view.contact_refused
                  ? say("This contact can’t be used here. Propose it again without one, or ask at the desk.")
                  : say("Please ask at the desk."),
              Accent::bad, Icon::error_outline};
  }
  return {};
}

std::string privacy_words(const app::TicketView& view, const app::Text& say) {
  if (view.report) return say("Nobody knows who reported it.");
  if (view.to_idea)
    return view.has_contact ? say("Your contact is never shown. This place uses it to tell you the date.")
                            : say("Nobody can reach you: come back with your code to read the date.");
  if (view.reply)
    return view.has_contact ? say("Your contact is never shown. Only the organization that you answer can open it.")
                            : say("Nobody can reach you: come back with your code to read the answer.");
  return view.has_contact
             ? say("Your contact is never shown. An organization sees it only if you agree; the desk can help you.")
             : say("Nobody can reach you: come back with your code, or ask at the desk.");
}

float draw_words(Frame& frame, const Rect& rect, const app::TicketView& view) {
  Ui& ui = frame.ui;
  const Outcome outcome = outcome_of(view, frame.say);
  Rect rest = rect;
  const Color ink = ui.theme().accent(outcome.accent);
  Rect line = rest.take_top(2 * ui.theme().line_height(TextStyle::heading), size::kTargetGap);
  icon(ui, line.take_left(size_of(IconSize::button), size::kGap).center(), outcome.icon, IconSize::button, ink);
  text(ui, line, outcome.title,
       {.style = TextStyle::heading, .color = ink, .valign = VAlign::middle, .max_lines = 2, .fit = Fit::shrink});
  // Of a reply there is more to say, and over the middle of a portrait wall larger letters leave little room.
  const bool crowded = frame.portrait() && ui.theme().text_scale > 1;
  const TextStyle large = !view.reply ? TextStyle::headline : crowded ? TextStyle::heading : TextStyle::title;
  const TextStyle lead = crowded && view.reply ? TextStyle::body : TextStyle::lead;
  take_text(ui, rest, view.what, {.style = large, .max_lines = 3},
            view.detail.empty() ? size::kColumnGap : size::kTargetGap);
  take_text(ui, rest, view.detail, {.style = TextStyle::lead_strong, .max_lines = 2}, size::kColumnGap);
  take_text(ui, rest, outcome.next, {.style = lead, .max_lines = 5}, size::kColumnGap);
  if (view.stage != app::SentPost::Stage::refused)
    take_text(ui, rest, privacy_words(view, frame.say),
              {.style = TextStyle::paragraph, .color = ui.palette().muted, .max_lines = 4}, 0);
  return rest.y - rect.y;
}

void draw_code(Frame& frame, const Rect& rect, const app::TicketView& view) {
  Ui& ui = frame.ui;
  panel(ui, rect);
  Rect rest = rect.inset(kCodePadding);
  const float note = 3 * ui.theme().line_height(TextStyle::body);
  Rect foot = rest.take_bottom(note, kCodeGap);
  const std::string why = view.report ? frame.say("Note this code to read here what was decided.")
                          : view.reply
                              ? frame.say("Note this code to read the answer, or to say that you can’t come.")
                              : frame.say("Note this code to follow, change your mind or withdraw. Nobody else can.");
  text(ui, foot, why,
       {.style = TextStyle::body,
        .color = ui.palette().muted,
        .align = Align::center,
        .max_lines = 3,
        .fit = Fit::shrink});
  if (!view.link.empty() && !view.hidden) {
    const float code = ui.theme().line_height(TextStyle::title);
    const Rect words = rest.take_bottom(code, kCodeGap);
    qr_code(ui, rest, view.link);
    rest = words;
  }
  const std::string hidden = frame.say("hidden");
  text(ui, rest, view.hidden ? std::string_view(hidden) : std::string_view(view.code),
       {.style = TextStyle::headline,
        .align = Align::center,
        .valign = VAlign::middle,
        .max_lines = 1,
        .fit = Fit::shrink});
}

}  // namespace

Asked draw_ticket_screen(Frame& frame, const app::TicketView& view) {
  Ui& ui = frame.ui;
  Asked asked;
  Rect rest = frame.body;
  const std::string hide = view.hidden ? frame.say("Show") : frame.say("Hide");
  const std::string others = frame.say("See the other needs");
  const std::string done = frame.say("Done");
  const std::string see = frame.say("See this need");
  const std::string wanted = frame.say("As it happens, this is looked for");
  const MatchList matches{.id = "ticket.match", .title = wanted, .cards = view.needs};
  const std::string shortly = frame.say("Just what is looked for");
  const MatchList in_column{.id = "ticket.match", .title = shortly, .cards = view.needs};
  const bool void_code = (view.reply || view.report) && view.stage == app::SentPost::Stage::refused;
  const Action first =
      void_code && view.reply
          ? Action{"ticket.others", {.label = others, .icon = Icon::pan_tool}}
          : Action{"ticket.hide", {.label = hide, .icon = view.hidden ? Icon::visibility : Icon::visibility_off}};
  const Action last{"ticket.done", {.label = done, .icon = Icon::check, .fill = Accent::good}, 2};
  const Action best{"ticket.need", {.label = see, .icon = Icon::pan_tool, .fill = Accent::need}, 2};
  const std::string_view id =
      action_row(ui, rest.take_bottom(size::kActions, size::kActionsGap),
                 view.needs.empty() ? std::vector{first, last} : std::vector{first, best, last});
  if (id == "ticket.hide") asked = app::HideCode{};
  if (id == "ticket.need") asked = app::Open{view.needs.front().opens};
  if (id == "ticket.others") asked = app::Open{{.screen = app::Screen::needs}};
  if (id == "ticket.done") asked = app::Leave{};
  if (frame.portrait()) {
    draw_words(frame, frame.ambient, view);
    if (!view.needs.empty())
      if (Asked of_match = draw_match_column(frame, rest.take_left(rest.w / 2, size::kGap), in_column))
        asked = of_match;
    if (!void_code) draw_code(frame, rest, view);
  } else {
    if (!void_code) draw_code(frame, rest.take_right(kSide, kSideGap).inset(0, size::kMargin), view);
    const std::string next = frame.say("Next");
    const std::string previous = frame.say("Previous");
    scroll_area(ui, "ticket.text", rest, scroll_labels(next, previous), [&](const Rect& content) {
      Rect at = endless(content);
      at.take_top(draw_words(frame, at, view));
      at.take_top(draw_matches(frame, at, matches, asked));
      return at.y - content.y;
    });
  }
  return asked;
}

}  // namespace mur::kiosk
