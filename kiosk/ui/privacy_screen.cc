#include "kiosk/ui/screen_parts.h"

namespace mur::kiosk {

namespace {

constexpr float kBack = 300;

struct Chapter {
  std::string id;
  std::string title;
  Icon icon;
  Accent accent;
  std::vector<Paragraph> words;
};

void add_named(std::vector<Paragraph>& words, const app::Text& say, const std::string& label,
               const std::string& value) {
  if (!value.empty()) words.push_back({say.format("{0}: {1}", label, value)});
}

std::vector<Chapter> chapters(const app::PrivacyView& view, const app::Text& say) {
  Chapter who{"privacy.who", say("Who keeps it"), Icon::apartment, Accent::good, {}};
  add_named(who.words, say, say("Responsible"), view.controller.empty() ? view.hub : view.controller);
  add_named(who.words, say, say("Address"), view.address);
  add_named(who.words, say, say("Data protection officer"), view.dpo);
  add_named(who.words, say, say("Responsible for what is published"), view.publication_director);
  add_named(who.words, say, say("Host"), view.host);
  Chapter what{"privacy.what",
               say("What is kept"),
               Icon::lock,
               Accent::offer,
               {{say("A contact is locked as you type it, and opened only by the organization that you answer or say "
                     "yes to, or by someone here with a written reason. Each time is written down.")},
                {say.plural("It is deleted {0} day after the end, and right away if you withdraw.",
                            "It is deleted {0} days after the end, and right away if you withdraw.", view.kept_days)},
                {say("A story stays for a year at most.")},
                {say("Nothing is sold, nobody is followed.")}}};
  Chapter rights{"privacy.rights",
                 say("My rights"),
                 Icon::gavel,
                 Accent::attention,
                 {{say("To see what is kept, to correct it, to erase it, to take it with you, to say no: with your "
                       "code here, or by asking.")}}};
  add_named(rights.words, say, say("Whom to ask"), view.rights);
  rights.words.push_back({say("If the answer does not satisfy you: the CNIL, cnil.fr.")});
  return {who, what, rights};
}

/// With larger letters it scrolls; over the middle of a portrait wall nothing does.
void draw_chapter(Frame& frame, const Rect& rect, const Chapter& chapter, bool ambient) {
  const Rect rest =
      column(frame.ui, rect, {.title = chapter.title, .icon = chapter.icon, .accent = chapter.accent}).content;
  if (ambient)
    draw_paragraphs(frame.ui, rest, chapter.words);
  else
    scroll_paragraphs(frame, chapter.id, rest, chapter.words);
}

}  // namespace

Asked draw_privacy_screen(Frame& frame, const app::PrivacyView& view) {
  Ui& ui = frame.ui;
  const app::Text& say = frame.say;
  Asked asked;
  Rect rest = frame.body;
  const std::string back = say("Back");
  Rect row = rest.take_bottom(size::kActions, size::kActionsGap);
  if (button(ui, "privacy.back", row.take_left(kBack, size::kGap), back_button(back))) asked = app::GoBack{};
  const std::vector<Chapter> all = chapters(view, say);
  const std::string title = say("My data, and who answers for this wall");
  if (frame.portrait()) {
    Rect above = frame.ambient;
    above.take_top(screen_title(ui, above, title), size::kGap);
    // What does not scroll takes what surely fits: with larger letters the shortest.
    const std::size_t fits = ui.theme().text_scale > 1 ? 2 : 0;
    draw_chapter(frame, above, all[fits], true);
    const std::vector<Rect> places = columns(rest, 2, size::kGap);
    draw_chapter(frame, places[0], all[1], false);
    draw_chapter(frame, places[1], all[2 - fits], false);
  } else {
    rest.take_top(screen_title(ui, rest, title), size::kGap);
    const std::vector<Rect> places = columns(rest, 3, size::kColumnGap);
    for (std::size_t i = 0; i < all.size(); ++i) draw_chapter(frame, places[i], all[i], false);
  }
  return asked;
}

}  // namespace mur::kiosk
