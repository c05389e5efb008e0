#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "shared/domain/limits.h"
#include "shared/domain/wall.h"

/// An invented hub as its kiosk's replica holds it: « La Maison commune », Thursday 12 March 2026, 18:24 in Paris.
namespace mur::test {

class SampleWall {
 public:
  static constexpr TimePoint kNow{std::chrono::sys_days{std::chrono::year{2026} / 3 / 12} + std::chrono::hours{17} +
                                  std::chrono::minutes{24}};

  /// Everything: 6 organizations, over 20 events, 10 needs, 10 offers.
  static Wall full() {
    SampleWall sample;
    sample.people();
    sample.events();
    sample.needs();
    sample.offers();
    return std::move(sample.wall_);
  }
  /// The hub alone, on its first day.
  static Wall empty() {
    SampleWall sample;
    return std::move(sample.wall_);
  }
  /// Two needs and one offer: columns fold into an invitation.
  static Wall quiet() {
    SampleWall sample;
    sample.people();
    sample.need("Servir à table, ce soir", "cantine", {sample.slot("Servir", 12, 18, 30, 3)});
    sample.need("Une camionnette", "cambouis", {});
    sample.offer({.tiles = {Tile::some_time}, .availability = {.evenings = true}}, 1);
    return std::move(sample.wall_);
  }
  /// The same with titles as long as they may be, and words that do not break.
  static Wall wordy() {
    SampleWall sample;
    sample.people();
    const std::string long_title =
        "Assemblée générale extraordinaire du collectif interassociatif pour la réhabilitation intergénérationnelle du "
        "10e";
    sample.person(
        "federation",
        "Fédération départementale des associations interprofessionnelles d’accompagnement intergénérationnel",
        "Salle pluridisciplinaire Élisabeth-Dmitrieff, troisième étage");
    for (int day = 12; day < 18; ++day) {
      Event& each = sample.event(long_title, "federation", day, 18, 30, day % 2 == 0 ? 120 : 9 * 24 * 60,
                                 "Salle pluridisciplinaire Élisabeth-Dmitrieff, troisième étage");
      each.details.categories = {"Accompagnement intergénérationnel et interprofessionnel",
                                 "Anticonstitutionnellement"};
      each.details.access.step_free = Known::yes;
      each.details.full = true;
      each.details.price.kind = PriceKind::free_of_charge;
      sample.put(each);
    }
    for (int i = 0; i < 5; ++i)
      sample.need(long_title, "logement",
                  {sample.slot("Accompagnement administratif et intergénérationnel", 14, 9, 0, 12)});
    sample.weekly_need(kWeekly, long_title);
    for (int i = 0; i < 4; ++i)
      sample.offer({.tiles = {Tile::communication, Tile::translation, Tile::other},
                    .text = "Anticonstitutionnellement parlant, je propose des accompagnements pluridisciplinaires",
                    .availability = {.now = true, .evenings = true, .weekends = true, .days = true},
                    .first_name = "Maximilien-Alexandre"},
                   i);
    return std::move(sample.wall_);
  }

  /// full(), needs that count, and one that repeats: two people each Tuesday; the 17th is full and two wait, the 24th
  /// lacks one.
  static Wall with_every_need() {
    SampleWall sample;
    sample.people();
    sample.events();
    sample.needs();
    sample.offers();
    sample.weekly_need("Tenir la permanence", "Accueillir");
    sample.needs_that_count();
    sample.idea("Un chœur de quartier, le dimanche");
    sample.sensitive_need();
    sample.story("cantine", "On a servi quatre-vingts repas, et j’y retourne jeudi.", "Ana");
    return std::move(sample.wall_);
  }
  static constexpr const char* kWeekly = "Tenir la permanence";
  static constexpr const char* kSensitive = "Tenir la permanence santé";

  static EventId event_titled(const Wall& wall, std::string_view title) {
    EventId found;
    wall.each<Event>([&](const Event& event) {
      if (event.details.title == title) found = event.id;
    });
    return found;
  }
  static NeedId need_titled(const Wall& wall, std::string_view title) {
    NeedId found;
    wall.each<Need>([&](const Need& need) {
      if (need.details.title == title) found = need.id;
    });
    return found;
  }
  static OfferId newest_offer(const Wall& wall) {
    const Offer* newest = nullptr;
    wall.each<Offer>([&](const Offer& offer) {
      if (newest == nullptr || offer.created_at > newest->created_at) newest = &offer;
    });
    return newest == nullptr ? OfferId{} : newest->id;
  }
  static calendar::When paris(int day, int hour, int minute) {
    return {.kind = calendar::When::Kind::zoned,
            .local = std::chrono::local_days{std::chrono::year{2026} / std::chrono::March / 1} +
                     std::chrono::days{day - 1} + std::chrono::hours{hour} + std::chrono::minutes{minute},
            .zone = "Europe/Paris"};
  }

  /// `count` events of half an hour, spread over a year: what a wall must stay quick with.
  static Wall crowded(int count) {
    SampleWall sample;
    sample.people();
    for (int i = 0; i < count; ++i)
      sample.put(sample.event("Rencontre " + std::to_string(i), "climat", 12 + i % 380, 8 + i % 12, 0, 30));
    return std::move(sample.wall_);
  }

 private:
  SampleWall() {
    put(Hub{.id = HubId{id("hub")},
            .name = "La Maison commune",
            .address = "31, rue des Récollets",
            .time_zone = "Europe/Paris",
            .languages = {"fr", "en"},
            .demo = true,
            .privacy = {.controller = "La Maison commune",
                        .address = "31, rue des Récollets",
                        .rights_contact = "vie-privee@maison-commune.example",
                        .dpo = "vie-privee@maison-commune.example",
                        .publication_director = "Awa Diallo",
                        .host = "La Maison commune"},
            .rooms = {"Grande salle", "Salle Louise-Michel", "Bureau 4", "Atelier"}});
  }

  template <class Noun>
  void put(Noun noun) {
    wall_.apply({.seq = ++seq_, .record = std::move(noun)});
  }
  static Uuid id(std::string_view name) { return derive_uuid(Uuid{}, name); }
  Uuid next_id(std::string_view kind) { return id(std::string(kind) + std::to_string(++made_)); }
  static Moderation published() { return {.status = PostStatus::published, .seen_by_wall = true}; }
  static OrganizationId organization(std::string_view name) { return OrganizationId{id(name)}; }

  void person(std::string_view key, std::string name, std::string room) {
    put(Organization{.id = organization(key),
                     .details = {.name = std::move(name), .room = std::move(room), .residency = Residency::resident},
                     .trust = Trust::trusted,
                     .seen_by_wall = true});
  }
  void people() {
    person("cantine", "Cantine des Récollets", "grande salle");
    person("climat", "Collectif Climat 10e", "salle Louise-Michel");
    person("cambouis", "Cambouis", "cour");
    person("logement", "Logement pour toutes", "bureau 4");
    person("chorale", "La Chorale du canal", "grande salle");
    person("ecrivains", "Écrivains publics", "accueil");
  }

  /// A day of March 2026; 32 is the first of April.
  Event& event(std::string title, std::string_view who, int day, int hour, int minute, int minutes,
               std::string place = {}, std::string rule = {}) {
    Event made{.id = EventId{next_id("event")}, .organization = organization(who)};
    EventDetails& details = made.details;
    details.uid = "event-" + std::to_string(made_) + "@maison-commune.example";
    details.title = std::move(title);
    details.timing.start = paris(day, hour, minute);
    details.timing.end = paris(day, hour, minute + minutes);
    if (!rule.empty()) details.timing.rules.push_back(std::move(rule));
    details.place = {.name = std::move(place), .here = true};
    made.updated_at = kNow - std::chrono::minutes{12};
    made.moderation = published();
    events_.push_back(std::move(made));
    return events_.back();
  }

  void events() {
    event("Cuisine pour 80 voisins", "cantine", 12, 18, 30, 150, "grande salle");
    event("Débat : rénover sans exclure", "logement", 12, 20, 0, 120, "salle Louise-Michel");
    event("Permanence logement", "logement", 13, 10, 0, 120, "bureau 4", "FREQ=WEEKLY;BYDAY=FR");
    Event& cancelled = event("Balade des berges", "climat", 14, 10, 0, 120, "canal");
    cancelled.details.status = calendar::EventStatus::cancelled;
    Event& bikes = event("Atelier vélo", "cambouis", 14, 14, 0, 180, "cour", "FREQ=WEEKLY;BYDAY=SA");
    bikes.details.price.kind = PriceKind::free_of_charge;
    bikes.details.categories = {"Vélo", "Réparer"};
    bikes.details.access.step_free = Known::yes;
    event("Chorale ouverte", "chorale", 13, 17, 0, 90, "grande salle", "FREQ=WEEKLY;BYDAY=FR");
    Event& march = event("Préparer la marche du 21", "climat", 17, 18, 0, 120, "Salle Louise-Michel, 2e étage",
                         "FREQ=WEEKLY;BYDAY=TU;UNTIL=20260331T215959Z");
    march.details.description =
        "On peint les banderoles, on répartit les rôles. Venez comme vous êtes : personne n’a besoin d’avoir déjà "
        "milité.";
    march.details.price.kind = PriceKind::pay_what_you_want;
    march.details.categories = {"Climat"};
    march.details.place.room = "Salle Louise-Michel";
    march.details.access = {.step_free = Known::yes, .lift = Known::yes, .hearing_loop = Known::no};
    march.details.source = Source::feed;
    march.feed = FeedId{id("feed-climat")};
    put(FeedHealth{.id = feed_health_id(*march.feed),
                   .organization = organization("climat"),
                   .name = "Agenda public",
                   .good_at = kNow - std::chrono::minutes{12}});
    Event& moved = event("Permanence écrivain public", "ecrivains", 18, 14, 0, 180, "accueil");
    moved.moved_from = paris(16, 14, 0);
    moved.moved_at = kNow - std::chrono::hours{5};
    Event& full = event("Initiation au compost", "climat", 18, 18, 30, 90, "cour");
    full.details.full = true;
    full.details.categories = {"climat", "Jardin"};
    Event& festival = event("Festival des voisins", "cantine", 19, 0, 0, 5 * 24 * 60, "partout");
    festival.details.timing.start.kind = calendar::When::Kind::date;
    festival.details.timing.start.zone.clear();
    festival.details.timing.end = festival.details.timing.start;
    festival.details.timing.end->local += std::chrono::days{4};
    for (int week = 0; week < 10; ++week) event("Café des bénévoles", "cantine", 20 + 7 * week, 9, 0, 90, "bar");
    event("Fête du printemps", "chorale", 32, 15, 0, 300, "cour");
    event("Réunion de quartier", "logement", 45, 19, 0, 120, "grande salle");
    for (Event& each : events_) put(each);
  }

  Slot slot(std::string role, int day, int hour, int minute, int wanted, std::string unit = {}) {
    return {.id = SlotId{next_id("slot")},
            .role = std::move(role),
            .when = calendar::Timing{.start = paris(day, hour, minute), .end = paris(day, hour + 3, minute)},
            .wanted = wanted,
            .unit = std::move(unit),
            .welcomed_by = "Samira",
            .where = "grande salle"};
  }
  Need& need(std::string title, std::string_view who, std::vector<Slot> slots) {
    Need made{.id = NeedId{next_id("need")}, .organization = organization(who)};
    made.details.title = std::move(title);
    made.details.slots = std::move(slots);
    made.updated_at = kNow - std::chrono::hours{20};
    made.moderation = published();
    needs_.push_back(made);
    put(made);
    return needs_.back();
  }
  void weekly_need(std::string title, std::string role) {
    Slot weekly = slot(std::move(role), 17, 18, 0, 2);
    weekly.when->rules = {"FREQ=WEEKLY;BYDAY=TU"};
    const auto at = [](int day) {
      return TimePoint{std::chrono::sys_days{std::chrono::year{2026} / 3 / day} + std::chrono::hours{17}};
    };
    weekly.dates = {{.begins_at = at(17), .held = 1, .accepted = 1, .listed = 2}, {.begins_at = at(24), .held = 1}};
    need(std::move(title), "ecrivains", {std::move(weekly)});
  }
  void needs() {
    Need soup{.id = NeedId{next_id("need")}, .organization = organization("cantine")};
    soup.details = {.title = "Servir 80 repas",
                    .easy_line = "Servir à manger aux voisins, ce soir.",
                    .description = "On dresse les tables, on sert, on mange ensemble. Un repas vous attend.",
                    .place = {.name = "grande salle", .here = true},
                    .no_experience = true,
                    .slots = {slot("Servir à table", 12, 18, 30, 3), slot("Faire la plonge", 12, 20, 30, 2)}};
    soup.details.slots[1].accepted = 2;
    soup.moderation = published();
    soup.details.event = event_of("Cuisine pour 80 voisins");
    put(soup);
    Need banners{.id = NeedId{next_id("need")}, .organization = organization("climat")};
    banners.details = {.title = "Peindre des banderoles", .slots = {slot("Peindre", 17, 18, 0, 4)}};
    banners.details.event = event_of("Préparer la marche du 21");
    banners.moderation = published();
    put(banners);
    Need cloth{.id = NeedId{next_id("need")}, .organization = organization("climat")};
    cloth.details = {.kind = NeedKind::material,
                     .title = "Apporter de la toile",
                     .slots = {slot("Toile blanche", 17, 18, 0, 12, "m²")}};
    cloth.details.event = event_of("Préparer la marche du 21");
    cloth.moderation = published();
    put(cloth);
    Need poster{.id = NeedId{next_id("need")}, .organization = organization("climat")};
    poster.details = {
        .kind = NeedKind::skill, .title = "Une affiche pour le 21", .skills = {"graphisme"}, .commitment = "2 heures"};
    poster.moderation = published();
    put(poster);
    need("Une camionnette", "cambouis", {slot("Conduire", 15, 9, 0, 1, "camionnette")});
    need("Tenir le bar", "cantine", {slot("Servir", 13, 18, 0, 2)});
    need("Accompagner aux devoirs", "ecrivains", {slot("Aider", 18, 16, 30, 6)});
    need("Réparer des machines à coudre", "cambouis", {slot("Réparer", 21, 14, 0, 2)});
    need("Traduire en dari", "ecrivains", {slot("Traduire", 19, 14, 0, 1)});
    need("Accrocher les guirlandes", "chorale", {slot("Décorer", 32, 9, 0, 5)});
  }
  void story(std::string_view who, std::string text, std::string first_name) {
    put(Story{.id = StoryId{next_id("story")},
              .organization = organization(who),
              .text = std::move(text),
              .first_name = std::move(first_name),
              .expires_at = kNow + limits::kStoryLife,
              .moderation = published()});
  }
  void needs_that_count() {
    Need& meals = need("Repas suspendus", "cantine", {});
    meals.details.easy_line = "Un repas chaud, déjà payé.";
    meals.details.tally = Tally{.kind = TallyKind::suspended, .unit = "repas", .ceiling = 40};
    meals.so_far = {.given = 31, .used = 19, .at = kNow};
    put(meals);
    Need& oven = need("Un four pour la cantine", "cantine", {slot("Porter le four", 13, 18, 0, 4)});
    oven.details.easy_line = "Chaque euro en devient trois.";
    oven.details.who = {.access = {.step_free = Known::yes, .lift = Known::no},
                        .age_from = 16,
                        .groups = true,
                        .taught = true,
                        .languages = {"fr", "ar", "prs"}};
    oven.details.tally = Tally{.kind = TallyKind::matched_gift,
                               .unit = "€",
                               .matched_from = 100,
                               .matched_to = 300,
                               .ceiling = 5000,
                               .gift_ceiling = 200,
                               .url = "https://dons.example.org/cantine-des-recollets/four"};
    oven.so_far = {.given = 1250, .at = kNow};
    put(oven);
  }
  void idea(std::string text) {
    put(Offer{.id = OfferId{next_id("offer")},
              .details = {.tiles = {Tile::idea},
                          .text = std::move(text),
                          .availability = {.weekends = true},
                          .language = "fr"},
              .kind = OfferKind::idea,
              .created_at = kNow - std::chrono::days{9},
              .expires_at = kNow + limits::kOfferLife,
              .moderation = published(),
              .joined = 2});
  }
  void sensitive_need() {
    put(Organization{.id = organization("sante"),
                     .details = {.name = "Santé pour toutes", .sensitivity = Sensitivity::health},
                     .trust = Trust::trusted,
                     .seen_by_wall = true});
    need(kSensitive, "sante", {slot("Accueillir", 20, 14, 0, 2)});
  }
  EventId event_of(std::string_view title) const {
    for (const Event& event : events_)
      if (event.details.title == title) return event.id;
    return {};
  }

  void offer(OfferDetails details, int days_ago) {
    details.language = "fr";
    const TimePoint created = kNow - std::chrono::days{days_ago};
    const OfferKind kind = kind_of(details.tiles.front());
    put(Offer{.id = OfferId{next_id("offer")},
              .details = std::move(details),
              .kind = kind,
              .created_at = created,
              .expires_at = created + limits::kOfferLife,
              .moderation = published()});
  }
  void offers() {
    offer({.tiles = {Tile::other},
           .text = "Deux heures par semaine, j’aime accueillir",
           .availability = {.evenings = true},
           .first_name = "Ana"},
          0);
    offer({.tiles = {Tile::other}, .text = "Comptabilité d’association", .availability = {.days = true}}, 1);
    offer({.tiles = {Tile::other}, .text = "Prêt d’une sono", .availability = {.weekends = true}}, 2);
    offer({.tiles = {Tile::photo}, .availability = {.evenings = true, .weekends = true}, .first_name = "Luc"}, 3);
    offer({.tiles = {Tile::translation}, .availability = {.to_agree = true}}, 4);
    offer({.tiles = {Tile::repair, Tile::transport}, .availability = {.weekends = true}}, 5);
    offer({.tiles = {Tile::some_time}, .availability = {.now = true}}, 6);
    offer({.tiles = {Tile::cooking}, .availability = {.days = true}, .first_name = "Fatou"}, 8);
    offer({.tiles = {Tile::legal}, .availability = {.to_agree = true}}, 12);
    offer({.tiles = {Tile::learn}, .availability = {.evenings = true}}, 20);
  }

  Wall wall_;
  Seq seq_ = 0;
  int made_ = 0;
  std::vector<Event> events_;
  std::vector<Need> needs_;
};

}  // namespace mur::test
