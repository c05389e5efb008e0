#include "kiosk/ui/match_parts.h"
#include "kiosk/ui/offer_answers.h"
#include "kiosk/ui/screen_parts.h"

namespace mur::kiosk {

namespace {

constexpr float kBack = 300;
constexpr float kSide = 620;
constexpr float kSideGap = 60;
constexpr float kAnswers = 940;  // organizations' words want room; of an offer there is little else to say

/// What stands where no post can be told of.
struct Notice {
  Icon icon;
  std::string title;
  std::string sentence;
};

Notice notice_of(app::TicketLookup::Stage stage, const app::Text& say) {
  using Stage = app::TicketLookup::Stage;
  switch (stage) {
    case Stage::asking: return {Icon::sync, say("Looking for it…"), {}};
    case Stage::unknown:
      return {Icon::help_outline, say("This code leads to nothing here."),
              say("Look at it again, or ask at the desk. Posts whose time is over are deleted.")};
    case Stage::locked: return {Icon::lock, say("Too many wrong codes."), say("Try again later, or ask at the desk.")};
    case Stage::offline:
      return {Icon::cloud_off, say("The connection is away."),
              say("Your code can’t be checked now. Try again later, or ask at the desk.")};
    case Stage::failed: return {Icon::error_outline, say("That did not work."), say("Please ask at the desk.")};
    case Stage::found: break;
  }
  return {};
}

float draw_state(Frame& frame, const Rect& rect, const app::TicketStateView& view) {
  Ui& ui = frame.ui;
  const app::Text& say = frame.say;
  Rect rest = rect;
  rest.take_top(text(ui, rest, view.code, {.style = TextStyle::paragraph, .color = ui.palette().muted, .max_lines = 1}),
                size::kTargetGap);
  take_text(ui, rest, view.what, {.style = TextStyle::title, .max_lines = 3},
            view.detail.empty() ? size::kColumnGap : size::kTargetGap);
  take_text(ui, rest, view.detail, {.style = TextStyle::lead, .max_lines = 3}, size::kColumnGap);
  if (!view.status.empty())
    rest.take_top(draw_fact(
        ui, rest, {.icon = view.tone == app::Tone::good ? Icon::check_circle : Icon::info, .words = view.status}));
  if (!view.story.empty()) rest.take_top(draw_fact(ui, rest, {.icon = Icon::rate_review, .words = view.story}));
  take_text(ui, rest, view.reason, {.style = TextStyle::lead_strong, .max_lines = 4}, size::kTargetGap);
  take_text(ui, rest, view.next, {.style = TextStyle::lead, .max_lines = 3}, size::kColumnGap);
  std::string note;
  if (view.waiting)
    note = say("The connection is away: this leaves by itself as soon as it is back.");
  else if (view.changing)
    note = say("One moment…");
  else if (view.change_failed)
    note = say("That did not work. Please ask at the desk.");
  take_text(ui, rest, note,
            {.style = TextStyle::body_strong, .color = ui.theme().accent(Accent::attention), .max_lines = 2}, 0);
  return rest.y - rect.y;
}

bool has_facts(const app::TicketStateView& view) {
  return !view.coming.where.empty() || !view.coming.welcomed_by.empty() || !view.coming.bring.empty();
}

/// Where to come, who is there, what to bring.
void draw_facts(Frame& frame, const Rect& rect, const app::TicketStateView& view) {
  Ui& ui = frame.ui;
  const app::Text& say = frame.say;
  const Rect inside =
      column(ui, rect, {.title = say("How to come"), .icon = Icon::handshake, .accent = Accent::good}).content;
  const std::string who =
      view.coming.welcomed_by.empty() ? std::string{} : say.format("welcomed by {0}", view.coming.welcomed_by);
  const std::string bring = view.coming.bring.empty() ? std::string{} : say.format("bring: {0}", view.coming.bring);
  const std::string next = say("Next");
  const std::string previous = say("Previous");
  scroll_area(ui, "mine.facts", inside, scroll_labels(next, previous), [&](const Rect& content) {
    Rect rest = endless(content);
    const auto fact = [&](Icon icon, std::string_view words) {
      if (!words.empty()) rest.take_top(draw_fact(ui, rest, {.icon = icon, .words = words}));
    };
    fact(Icon::place, view.coming.where);
    fact(Icon::person, who);
    fact(Icon::inventory_2, bring);
    return rest.y - content.y;
  });
}

/// « Vous êtes-vous rencontrés ? »
Asked draw_question(Frame& frame, const Rect& rect, const app::TicketStateView& view) {
  Ui& ui = frame.ui;
  const std::string yes = frame.say("Yes, we have met");
  const std::string no = frame.say("Nobody was there");
  const std::string withdraw = frame.say("I can’t come any more");
  const std::vector<Rect> places = columns(rect, view.can_withdraw ? 3 : 2, size::kGap);
  if (view.can_withdraw && button(ui, "mine.withdraw", places[2], {.label = withdraw, .icon = Icon::delete_}))
    return app::WithdrawPost{};
  if (button(ui, "mine.met", places[0], {.label = yes, .icon = Icon::handshake, .selected = view.told == true}))
    return app::TellMet{true};
  if (button(ui, "mine.nobody", places[1], {.label = no, .icon = Icon::block, .selected = view.told == false}))
    return app::TellMet{false};
  return std::nullopt;
}

/// « Raconter », and taking it back.
Asked draw_story_buttons(Frame& frame, const Rect& rect, const app::TicketStateView& view) {
  Ui& ui = frame.ui;
  const std::string tell = view.has_story ? frame.say("Tell it differently") : frame.say("Tell how it was");
  const std::string remove = frame.say("Take my story back");
  const std::vector<Rect> places = columns(rect, view.has_story ? 2 : 1, size::kGap);
  if (button(ui, "mine.story", places[0],
             {.label = tell, .icon = Icon::rate_review, .fill = view.has_story ? Accent::none : Accent::good}))
    return app::BeginStory{};
  if (view.has_story && button(ui, "mine.story_back", places[1], {.label = remove, .icon = Icon::delete_}))
    return app::RemoveStory{};
  return std::nullopt;
}

Asked draw_changes(Frame& frame, const Rect& rect, const app::TicketStateView& view) {
  Ui& ui = frame.ui;
  const app::Text& say = frame.say;
  const std::string withdraw = view.is_reply ? say("I can’t come any more") : say("Withdraw it");
  const std::string sure = view.is_reply ? say("Yes, I can’t come") : say("Yes, withdraw it");
  const std::string keep = view.is_reply ? say("No, I will come") : say("No, keep it");
  const std::string undo = view.is_reply ? say("I can come after all") : say("Bring it back");
  const std::string answer = say("Answer");
  if (view.changing) return std::nullopt;
  if (view.can_tell_story || view.has_story) return draw_story_buttons(frame, rect, view);
  if (view.may_tell && !view.confirming) return draw_question(frame, rect, view);
  if (view.confirming) {
    const std::vector<Rect> places = columns(rect, 2, size::kGap);
    if (button(ui, "mine.keep", places[0], {.label = keep, .icon = Icon::undo})) return app::KeepPost{};
    if (button(ui, "mine.confirm", places[1], {.label = sure, .icon = Icon::delete_, .fill = Accent::bad}))
      return app::ConfirmWithdrawal{};
  } else if (view.can_renew) {
    const std::string longer = view.can_withdraw ? say("Leave it there longer") : say("Bring it back");
    const std::vector<Rect> places = columns(rect, view.can_withdraw ? 2 : 1, size::kGap);
    if (button(ui, "mine.renew", places[0], {.label = longer, .icon = Icon::schedule, .fill = Accent::good}))
      return app::RenewPost{};
    if (view.can_withdraw && button(ui, "mine.withdraw", places[1], {.label = withdraw, .icon = Icon::delete_}))
      return app::WithdrawPost{};
  } else if (view.may_appeal) {
    if (button(ui, "mine.appeal", rect, {.label = answer, .icon = Icon::edit, .fill = Accent::offer}))
      return app::Appeal{};
  } else if (view.can_withdraw) {
    if (button(ui, "mine.withdraw", rect, {.label = withdraw, .icon = Icon::delete_})) return app::WithdrawPost{};
  } else if (view.can_undo) {
    if (button(ui, "mine.undo", rect, {.label = undo, .icon = Icon::undo, .fill = Accent::good}))
      return app::UndoWithdrawal{};
  }
  return std::nullopt;
}

}  // namespace

Asked draw_ticket_state_screen(Frame& frame, const app::TicketStateView& view) {
  Ui& ui = frame.ui;
  Asked asked;
  Rect rest = frame.body;
  Rect actions = rest.take_bottom(size::kActions, size::kActionsGap);
  const std::string back = frame.say("Back");
  const std::string done = frame.say("Done");
  if (button(ui, "mine.back", actions.take_left(kBack, size::kGap), back_button(back))) asked = app::GoBack{};
  if (button(ui, "mine.done", actions.take_right(kBack, size::kGap),
             {.label = done, .icon = Icon::check, .fill = Accent::good}))
    asked = app::Leave{};
  // Two answers side by side are too narrow between the ways out of a portrait wall.
  const bool two = view.confirming || view.may_tell || view.has_story || (view.can_renew && view.can_withdraw);
  const Rect changes = frame.portrait() && two ? rest.take_bottom(size::kActions, size::kActionsGap) : actions;
  const Rect place = frame.portrait() ? frame.ambient : rest;
  const std::string wanted = frame.say("Just what is looked for");
  const MatchList matches{.id = "mine.match", .title = wanted, .cards = view.needs};
  if (view.stage != app::TicketLookup::Stage::found) {
    const Notice notice = notice_of(view.stage, frame.say);
    draw_invitation(ui, place, notice.icon, Accent::attention, notice.title, notice.sentence);
    return asked;
  }
  const auto draw_side = [&](const Rect& side) {
    if (has_facts(view)) draw_facts(frame, side, view);
    if (!view.answers.empty())
      if (Asked decided = draw_offer_answers(frame, side, view.answers, view.changing)) asked = decided;
    if (!view.needs.empty())
      if (Asked of_match = draw_match_column(frame, side, matches)) asked = of_match;
  };
  if (frame.portrait()) {
    draw_side(rest);
    draw_state(frame, place, view);
  } else {
    const bool side = has_facts(view) || !view.answers.empty() || !view.needs.empty();
    if (side) draw_side(rest.take_right(view.answers.empty() ? kSide : kAnswers, kSideGap));
    const std::string next = frame.say("Next");
    const std::string previous = frame.say("Previous");
    scroll_area(ui, "mine.text", rest, scroll_labels(next, previous),
                [&](const Rect& content) { return draw_state(frame, endless(content), view); });
  }
  if (Asked of_change = draw_changes(frame, changes, view)) asked = of_change;
  return asked;
}

}  // namespace mur::kiosk
