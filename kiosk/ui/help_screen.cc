#include "kiosk/ui/screen_parts.h"

namespace mur::kiosk {

namespace {

struct Chapter {
  Icon icon;
  Accent accent;
  std::string title;
  std::vector<std::string> sentences;
};

/// With an id it scrolls when it must; without it is above the middle of a portrait wall.
void draw_chapter(Frame& frame, std::string_view id, const Rect& rect, const Chapter& chapter) {
  const Rect rest =
      column(frame.ui, rect, {.title = chapter.title, .icon = chapter.icon, .accent = chapter.accent}).content;
  std::vector<Paragraph> paragraphs;
  for (const std::string& sentence : chapter.sentences) paragraphs.push_back({sentence});
  if (id.empty())
    draw_paragraphs(frame.ui, rest, paragraphs);
  else
    scroll_paragraphs(frame, id, rest, paragraphs);
}

std::vector<Chapter> chapters(const app::HelpView& view, const app::Text& say) {
  Chapter use{Icon::touch_app,
              Accent::attention,
              say("How it works"),
              {say("Touch what interests you. Nothing is sent before you touch Send. Walk away at any time: the screen "
                   "forgets you."),
               say("At the bottom: language, larger letters, contrast, more time."),
               say("Someone at the desk is glad to help.")}};
  Chapter propose{
      Icon::card_giftcard,
      Accent::offer,
      say("What I propose"),
      {say.plural("Someone here reads every offer within {0} hour before it is on the wall.",
                  "Someone here reads every offer within {0} hours before it is on the wall.", view.review_hours),
       say("You get a code. With it you follow your offer, or withdraw it, here under My ticket.")}};
  Chapter privacy{Icon::lock, Accent::good, say("My privacy"), {}};
  privacy.sentences.push_back(say("No account, no camera, no cookies."));
  if (view.takes_contacts) {
    privacy.sentences.push_back(
        say.format("A contact, if you leave one, is kept by {0}, locked, and never shown.", view.controller));
    privacy.sentences.push_back(say.format("To see or erase it: {0}.", view.rights));
  } else {
    privacy.sentences.push_back(say("This place keeps no number and no address."));
  }
  return {use, propose, privacy};
}

}  // namespace

Asked draw_help_screen(Frame& frame, const app::HelpView& view) {
  Ui& ui = frame.ui;
  const app::Text& say = frame.say;
  Asked asked;
  Rect rest = frame.body;
  const std::string back = say("Back");
  const std::string ticket = say("My ticket");
  const std::string data = say("My data, legal notice");
  const std::string_view id = action_row(ui, rest.take_bottom(size::kActions, size::kActionsGap),
                                         {{"help.back", back_button(back)},
                                          {"help.data", {.label = data, .icon = Icon::gavel}, 2},
                                          {"help.ticket", {.label = ticket, .icon = Icon::confirmation_number}, 2}});
  if (id == "help.back") asked = app::GoBack{};
  if (id == "help.data") asked = app::Open{{.screen = app::Screen::privacy}};
  if (id == "help.ticket") asked = app::Open{{.screen = app::Screen::my_ticket}};
  const std::vector<Chapter> all = chapters(view, say);
  if (frame.portrait()) {
    Rect above = frame.ambient;
    above.take_top(screen_title(ui, above, say("Help")), size::kGap);
    draw_chapter(frame, {}, above, all[0]);
    const std::vector<Rect> places = columns(rest, 2, size::kGap);
    draw_chapter(frame, "help.offers", places[0], all[1]);
    draw_chapter(frame, "help.privacy", places[1], all[2]);
  } else {
    rest.take_top(screen_title(ui, rest, say("Help")), size::kGap);
    const std::vector<Rect> places = columns(rest, 3, size::kColumnGap);
    draw_chapter(frame, "help.use", places[0], all[0]);
    draw_chapter(frame, "help.offers", places[1], all[1]);
    draw_chapter(frame, "help.privacy", places[2], all[2]);
  }
  return asked;
}

}  // namespace mur::kiosk
