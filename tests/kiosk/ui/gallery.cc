#include "tests/kiosk/ui/gallery.h"

#include "kiosk/ui/widgets.h"

namespace mur::test {

using namespace kiosk;

namespace {

const std::vector<BarItem> kLanguages{
    {"bar.fr", "Français", Icon::language, true}, {"bar.en", "English"}, {"bar.more", "Autres langues"}};
const std::vector<BarItem> kAids{{"bar.larger", "A+"},
                                 {"bar.contrast", "Contraste", Icon::brightness_6},
                                 {"bar.lower", "Plus bas", Icon::vertical_align_bottom},
                                 {"bar.read", "Lire", Icon::volume_up},
                                 {"bar.slower", "Plus lent", Icon::slow_motion_video}};
const std::vector<BarItem> kFewAids{{"bar.fr", "Français", Icon::language, true},
                                    {"bar.larger", "A+"},
                                    {"bar.contrast", "Contraste", Icon::brightness_6},
                                    {"bar.read", "Lire", Icon::volume_up},
                                    {"bar.more", "Plus…"}};

ScreenParts frame(Ui& ui, float actions_height) {
  const bool portrait = ui.theme().portrait();
  const std::vector<BarItem>& left = portrait ? kFewAids : kLanguages;
  const std::vector<BarItem> right = portrait ? std::vector<BarItem>{} : kAids;
  const ScreenParts parts = cut_screen(ui, actions_height, bottom_bar_height(ui, left, right));
  header(ui, parts.header,
         {.hub = "La Maison commune",
          .address = "31, rue des Récollets",
          .date = "jeudi 12 mars",
          .clock = "18\u202fh\u202f24",
          .tag = "Démonstration"});
  bottom_bar(ui, parts.bar, left, right);
  return parts;
}

const std::vector<Card> kNeeds{
    {.edge = Accent::need,
     .title = "Servir à table, ce soir",
     .lines = {{"Cantine des Récollets"}, {"il manque 3 personnes", CardLine::Weight::point}}},
    {.edge = Accent::need,
     .title = "Une affiche pour le\u00a021",
     .lines = {{"Collectif Climat 10ᵉ"}, {"graphisme, 2 heures", CardLine::Weight::point}}},
    {.edge = Accent::need, .title = "Une camionnette", .lines = {{"dimanche matin", CardLine::Weight::point}}}};
const std::vector<Card> kOffers{
    {.edge = Accent::offer, .title = "Deux heures par semaine", .lines = {{"soirs · j’aime accueillir"}}},
    {.edge = Accent::offer, .title = "Comptabilité d’association", .lines = {{"de métier · en journée"}}},
    {.edge = Accent::offer, .title = "Prêt d’une sono", .lines = {{"week-ends"}}}};

const std::vector<AgendaDay> kDays{
    {{"12", "aujourd’hui", true},
     {{"ev.1", "18\u202fh\u202f30", "Cuisine pour 80 voisins", "Cantine · grande salle"},
      {"ev.2", "20\u202fh", "Débat\u00a0: le logement", "Logement pour toutes"}}},
    {{"14", "sam."},
     {{"ev.3", "10\u202fh", "Balade des berges", "", {{"annulé", Accent::bad}}, Strike::yes},
      {"ev.4", "14\u202fh", "Atelier vélo", "Cambouis · cour", {{"gratuit"}}}}},
    {{"17", "mar."}, {{"ev.5", "18\u202fh", "Préparer la marche", "Climat 10ᵉ · chaque mardi"}}}};

void agenda(Ui& ui, Rect rect) {
  Rule above = Rule::none;
  for (const AgendaDay& day : kDays) {
    const float height = agenda_day_height(ui, rect.w, day);
    if (height > rect.h) break;
    agenda_day(ui, rect.take_top(height), day, above);
    above = Rule::above;
  }
}

void columns_of_posts(Ui& ui, const Rect& need, const Rect& offer) {
  const Rect needs = column(ui, need,
                            {.id = "home.needs",
                             .title = "Je recherche",
                             .subtitle = "les associations demandent",
                             .icon = Icon::pan_tool,
                             .accent = Accent::need})
                         .content;
  card_list(ui, "need", needs, kNeeds);
  const Rect offers = column(ui, offer,
                             {.id = "home.offers",
                              .title = "J’offre",
                              .subtitle = "les habitants proposent",
                              .icon = Icon::card_giftcard,
                              .accent = Accent::offer})
                          .content;
  card_list(ui, "offer", offers, kOffers);
}

void home(Ui& ui) {
  const bool portrait = ui.theme().portrait();
  ScreenParts parts = frame(ui, portrait ? 292.F : size::kActions);
  const Button calendar{.label = "Calendrier", .icon = Icon::event};
  const Button help_others{.label = "Je veux aider", .icon = Icon::pan_tool, .fill = Accent::need};
  const Button propose{.label = "Je propose…", .icon = Icon::card_giftcard, .fill = Accent::offer};
  const Button organizations{.label = "Organisations", .icon = Icon::apartment};
  const Button help{.label = "Aide", .icon = Icon::help_outline};
  const Column days{.id = "home.days", .title = "Les 7 prochains jours", .icon = Icon::event};
  if (portrait) {
    const std::vector<Rect> two = rows(parts.actions, 2, 16);
    action_row(ui, two[0], {{"act.help", help_others}, {"act.offer", propose}});
    action_row(ui, two[1], {{"act.calendar", calendar}, {"act.organizations", organizations}, {"act.aid", help}});
    parts.body.take_top(
        text(ui, parts.body, "Servir 80 repas\u00a0: il manque 3\u00a0personnes", {.style = TextStyle::headline}),
        size::kGap);
    const Rect posts = parts.body.take_bottom(440, size::kColumnGap);
    agenda(ui, column(ui, parts.body, days).content);
    const std::vector<Rect> sides = columns(posts, 2, size::kGap);
    columns_of_posts(ui, sides[0], sides[1]);
  } else {
    action_row(ui, parts.actions,
               {{"act.calendar", calendar},
                {"act.help", help_others},
                {"act.offer", propose},
                {"act.organizations", organizations},
                {"act.aid", help}});
    const Rect offers = parts.body.take_right(470, size::kColumnGap);
    const Rect needs = parts.body.take_right(470, size::kColumnGap);
    agenda(ui, column(ui, parts.body, days).content);
    columns_of_posts(ui, needs, offers);
  }
}

void offer_what(Ui& ui) {
  ScreenParts parts = frame(ui, size::kActions);
  const Steps steps{1, 4, "étape 1 sur 4"};
  parts.body.take_top(screen_title(ui, parts.body, "Qu’est-ce que je propose\u202f?", &steps), size::kGap);
  const std::vector<Tile> tiles{{"Un peu de temps", Icon::schedule},
                                {"Cuisiner, servir", Icon::restaurant},
                                {.label = "Communication", .icon = Icon::campaign, .selected = true},
                                {"Photo, vidéo", Icon::photo_camera},
                                {"Traduire", Icon::translate},
                                {"Du matériel", Icon::inventory_2},
                                {"Bricoler, réparer", Icon::build},
                                {"Droit, démarches", Icon::gavel},
                                {"Je ne sais pas encore", Icon::help_outline},
                                {"Apprendre sur place", Icon::emoji_objects},
                                {"Conduire, porter", Icon::local_shipping},
                                {"Autre…", Icon::edit}};
  const bool portrait = ui.theme().portrait();
  const std::vector<Rect> cells = grid(parts.body, portrait ? 3 : 4, portrait ? 4 : 3, size::kGap);
  for (std::size_t i = 0; i < tiles.size(); ++i) tile(ui, "tile." + std::to_string(i), cells[i], tiles[i]);
  action_row(
      ui, parts.actions,
      {{"act.back", {.label = "Retour", .icon = Icon::arrow_back}, 0.3F},
       {"act.next",
        {.label = "Continuer", .style = TextStyle::action, .disabled_because = "Touchez d’abord ce que vous proposez"},
        0.7F},
       {"act.quit", {.label = "Effacer et quitter", .icon = Icon::close}, 0.46F}});
}

void typing(Ui& ui) {
  ScreenParts parts = frame(ui, 0);
  const Steps steps{1, 4, "étape 1 sur 4"};
  parts.body.take_top(screen_title(ui, parts.body, "Je propose…", &steps), 16);
  text_field(ui, parts.body.take_top(size::kField, 16), {.value = "je répare les vélos et les mach"});
  suggestion_row(ui, parts.body.take_top(chip_height(ui), 16),
                 {"machines à coudre", "machines à laver", "réparation de vélos"});
  KeyboardState state;
  keyboard(ui, parts.body, state,
           {.shift = "Maj",
            .symbols = "123",
            .letters = "abc",
            .layouts = {"azerty", "qwerty", "abc"},
            .space = "espace",
            .confirm = "Continuer",
            .backspace = "effacer une lettre",
            .punctuation = "ponctuation",
            .close = "fermer"});
}

void event_details(Ui& ui, Rect left) {
  const Rect report = left.take_bottom(ui.theme().target());
  left.take_top(screen_title(ui, left, "Préparer la marche du 21"), 10);
  left.take_top(text(ui, left, "Collectif Climat 10ᵉ, avec Étudiants pour le vivant",
                     {.style = TextStyle::paragraph, .color = ui.palette().muted}),
                26);
  struct Fact {
    Icon icon;
    std::string_view strong;
    std::string_view quiet;
  };
  for (const Fact& fact :
       {Fact{Icon::schedule, "mardi 17 mars, de 18\u202fh à 20\u202fh", "chaque mardi jusqu’au 31 mars"},
        Fact{Icon::place, "Salle Louise-Michel, 2ᵉ étage", "ici même · ascenseur"}}) {
    Rect row = left;
    const Rect mark = row.take_left(size_of(IconSize::line), 20);
    icon(ui, {mark.center().x, row.y + ui.theme().line_height(TextStyle::lead_strong) / 2}, fact.icon, IconSize::line,
         ui.palette().text);
    float used = text(ui, row, fact.strong, {.style = TextStyle::lead_strong});
    used += text(ui, {row.x, row.y + used, row.w, row.h}, fact.quiet,
                 {.style = TextStyle::small, .color = ui.palette().muted});
    left.take_top(used, 18);
  }
  left.take_top(text(ui, left,
                     "On peint les banderoles, on répartit les rôles. Venez comme vous êtes\u00a0: personne n’a besoin "
                     "d’avoir déjà milité.",
                     {.style = TextStyle::paragraph, .max_lines = 4}),
                14);
  link_line(ui, "event.report", {report.x, report.y, link_width(ui, "Signaler un problème"), report.h},
            "Signaler un problème");
}

void event_page(Ui& ui) {
  ScreenParts parts = frame(ui, size::kActions);
  const bool portrait = ui.theme().portrait();
  const Rect side = portrait ? parts.body.take_bottom(700, size::kColumnGap) : parts.body.take_right(470, 40);
  event_details(ui, parts.body);
  Rect content = column(ui, side, {.title = "Pour aider", .icon = Icon::pan_tool, .accent = Accent::need}).content;
  content.take_top(card_list(ui, "help", content,
                             {{.edge = Accent::need,
                               .title = "Peindre des banderoles",
                               .lines = {{"il manque 4 personnes", CardLine::Weight::point}}},
                              {.edge = Accent::need,
                               .title = "Apporter de la toile",
                               .lines = {{"il manque 12\u00a0m²", CardLine::Weight::point}}}})
                       .height,
                   12);
  Rect foot = content.take_top(196);
  qr_code(ui, foot.take_left(196, 24), "https://mur.example/e/7K3M9Q2F");
  text(ui, foot, "Visez ce code pour l’ajouter à mon agenda", {.style = TextStyle::small, .valign = VAlign::middle});
  action_row(ui, parts.actions,
             {{"act.back", {.label = "Retour", .icon = Icon::arrow_back}, 300},
              {"act.help", {.label = "Je veux aider", .fill = Accent::need, .style = TextStyle::action}, 1160},
              {"act.collective", {.label = "Le collectif", .icon = Icon::apartment}, 340}});
}

void board(Ui& ui) {
  ScreenParts parts = frame(ui, size::kActions);
  parts.body.take_top(screen_title(ui, parts.body, "Je recherche"), size::kGap);
  scroll_area(ui, "board", parts.body, {"Suite", "Précédent"}, [&](const Rect& content) {
    float y = content.y;
    for (int i = 0; i < 12; ++i) {
      const Card& each = kNeeds[static_cast<std::size_t>(i) % kNeeds.size()];
      const float height = card_height(ui, content.w, each);
      card(ui, "board.card" + std::to_string(i), {content.x, y, content.w, height}, each);
      y += height + 14;
    }
    return y - content.y;
  });
  action_row(ui, parts.actions, {{"act.back", {.label = "Retour", .icon = Icon::arrow_back}}, {"", {}, 2}});
}

void still_there(Ui& ui) {
  home(ui);
  dialogue(ui, "still", 900, 480, [&](const Rect& box) {
    Rect rest = box.inset(48);
    rest.take_top(text(ui, rest, "Encore là\u202f?", {.style = TextStyle::title, .align = Align::center}));
    const Rect go = rest.take_bottom(150, 24);
    button(ui, "still.continue", go, {.label = "Continuer", .fill = Accent::good, .style = TextStyle::action});
    text(ui, rest, "Dans 24 secondes, tout ce que vous avez écrit sera effacé.",
         {.style = TextStyle::lead, .align = Align::center, .valign = VAlign::middle});
  });
}

}  // namespace

std::vector<GalleryScene> gallery() {
  return {{"home", home},        {"offer-what", offer_what}, {"keyboard", typing},
          {"event", event_page}, {"board", board},           {"still-there", still_there}};
}

}  // namespace mur::test
