#pragma once

#include <string>
#include <utility>
#include <vector>

#include "tests/support/sample_wall.h"

/// The sample hub with one event of every kind that an event's page has to tell.
namespace mur::test {

class EventWall {
 public:
  struct Shown {
    std::string name;  ///< "silent-feed"
    EventId event;
    std::chrono::local_seconds start{};  ///< of the date to be opened
  };

  Wall wall = SampleWall::full();
  std::vector<Shown> events;

  EventWall() {
    all_of_it();
    times();
    states();
    sources();
  }

  [[nodiscard]] const Shown& named(std::string_view name) const {
    return *std::find_if(events.begin(), events.end(), [&](const Shown& shown) { return shown.name == name; });
  }
  [[nodiscard]] const Event& event(std::string_view name) const { return *wall.find(named(name).event); }

 private:
  static constexpr const char* kZone = "Europe/Paris";
  using When = calendar::When;

  static When day(int of_march) {
    When when = SampleWall::paris(of_march, 0, 0);
    when.kind = When::Kind::date;
    when.zone.clear();
    return when;
  }

  template <class Noun>
  void put(Noun noun) {
    wall.apply({.seq = ++seq_, .record = std::move(noun)});
  }
  static OrganizationId organization(std::string_view key) { return OrganizationId{derive_uuid(Uuid{}, key)}; }
  static Moderation published() { return {.status = PostStatus::published, .seen_by_wall = true}; }

  Event make(std::string_view name, std::string title, std::string_view who, const When& start,
             std::optional<When> end = {}) {
    Event made{.id = EventId{derive_uuid(Uuid{}, "page-" + std::string(name))}, .organization = organization(who)};
    made.details.uid = std::string(name) + "@maison-commune.example";
    made.details.title = std::move(title);
    made.details.timing = {.start = start, .end = end};
    made.updated_at = SampleWall::kNow - std::chrono::minutes{12};
    made.moderation = published();
    return made;
  }
  void show(std::string_view name, Event made) {
    events.push_back({std::string(name), made.id, made.details.timing.start.local});
    put(std::move(made));
  }

  void need(std::string title, EventId event, int wanted) {
    Need made{.id = NeedId{derive_uuid(Uuid{}, "page-" + title)}, .organization = organization("climat")};
    made.details.title = std::move(title);
    made.details.slots = {{.id = SlotId{derive_uuid(Uuid{}, "page-slot" + made.details.title)},
                           .role = "Aider",
                           .when = calendar::Timing{.start = SampleWall::paris(24, 18, 0)},
                           .wanted = wanted}};
    made.details.event = event;
    made.moderation = published();
    put(std::move(made));
  }

  void all_of_it() {
    put(Organization{.id = organization("etudiants"),
                     .details = {.name = "Étudiants pour le vivant"},
                     .trust = Trust::trusted,
                     .seen_by_wall = true});
    Event whole = make("whole", "Assemblée ouverte pour le canal", "climat", SampleWall::paris(24, 18, 0),
                       SampleWall::paris(24, 20, 30));
    EventDetails& details = whole.details;
    details.timing.rules = {"FREQ=MONTHLY;BYDAY=2TU,4TU;COUNT=6"};
    details.place = {.name = "Salle Louise-Michel, 2e étage", .here = true, .room = "Salle Louise-Michel"};
    details.access = {.step_free = Known::yes,
                      .lift = Known::yes,
                      .adapted_toilet = Known::yes,
                      .hearing_loop = Known::no,
                      .sign_language = Known::unknown,
                      .quiet = Known::unknown};
    details.price = {.kind = PriceKind::paid, .text = "5 € · 3 € au chômage"};
    details.conference_url = "https://visio.maison-commune.example/canal";
    details.description =
        "On dresse la liste de ce que nous avons vu depuis l’automne, on écoute deux riveraines, et on décide ensemble "
        "de la suite. Venez comme vous êtes : personne n’a besoin d’avoir déjà milité.\nUne garde d’enfants est "
        "ouverte dans la cour.";
    details.source = Source::feed;
    whole.feed = FeedId{derive_uuid(Uuid{}, "feed-climat-2")};
    health(*whole.feed, "climat", FeedState::active, false, std::chrono::minutes{12});
    need("Tenir l’accueil de l’assemblée", whole.id, 2);
    need("Prendre des notes pour le compte rendu", whole.id, 1);
    need("Garder des enfants", whole.id, 3);
    need("Ranger la salle", whole.id, 4);
    Event other =
        make("whole-too", "AG canal", "etudiants", SampleWall::paris(24, 18, 0), SampleWall::paris(24, 20, 30));
    other.details.timing.rules = details.timing.rules;
    other.merged_into = whole.id;
    show("whole", std::move(whole));
    put(std::move(other));
  }

  void times() {
    show("all-day", make("all-day", "Journée portes ouvertes", "cantine", day(21), day(22)));
    show("week-end", make("week-end", "Vide-grenier solidaire", "cambouis", day(28), day(30)));
    show("days", make("days", "Semaine de l’accueil", "logement", day(34), day(39)));
    show("going-on", make("going-on", "Exposition : le canal en luttes", "chorale", day(11), day(16)));
    show("camp",
         make("camp", "Campement climat", "climat", SampleWall::paris(14, 10, 0), SampleWall::paris(16, 17, 0)));
    show("night",
         make("night", "Bal de la mi-carême", "chorale", SampleWall::paris(14, 22, 0), SampleWall::paris(15, 2, 0)));
    Event series =
        make("series", "Permanence juridique", "logement", SampleWall::paris(17, 14, 0), SampleWall::paris(17, 17, 0));
    series.details.timing.rules = {"FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"};
    series.details.timing.exception_dates = {SampleWall::paris(31, 14, 0)};
    series.details.place = {.name = "Bourse du travail", .address = "3, rue du Château-d’Eau", .here = false};
    show("series", std::move(series));
    Event dates =
        make("dates", "Stage de soudure", "cambouis", SampleWall::paris(19, 9, 0), SampleWall::paris(19, 12, 0));
    for (const int at : {26, 33, 37})
      dates.details.timing.extra_dates.push_back({.start = SampleWall::paris(at, 9, 0), .end = std::nullopt});
    show("dates", std::move(dates));
  }

  void states() {
    Event cancelled =
        make("cancelled", "Balade naturaliste", "climat", SampleWall::paris(15, 10, 0), SampleWall::paris(15, 12, 0));
    cancelled.details.status = calendar::EventStatus::cancelled;
    show("cancelled", std::move(cancelled));
    Event moved =
        make("moved", "Atelier d’écriture", "ecrivains", SampleWall::paris(20, 18, 0), SampleWall::paris(20, 20, 0));
    moved.moved_from = SampleWall::paris(10, 18, 0);
    moved.moved_at = SampleWall::kNow - std::chrono::hours{20};
    show("moved", std::move(moved));
    Event full = make("full", "Formation premiers secours", "logement", SampleWall::paris(22, 9, 0),
                      SampleWall::paris(22, 17, 0));
    full.details.full = true;
    full.details.status = calendar::EventStatus::tentative;
    show("full-tentative", std::move(full));
    show("past", make("past", "Petit-déjeuner des voisins", "cantine", SampleWall::paris(12, 8, 0),
                      SampleWall::paris(12, 10, 0)));
    show("now", make("now", "Goûter et jeux", "cantine", SampleWall::paris(12, 17, 0), SampleWall::paris(12, 19, 0)));
  }

  void health(FeedId feed, std::string_view who, FeedState state, bool failing, Milliseconds age) {
    put(FeedHealth{.id = feed_health_id(feed),
                   .organization = organization(who),
                   .name = "Agenda public",
                   .state = state,
                   .good_at = SampleWall::kNow - age,
                   .failing = failing});
  }

  void sources() {
    Event silent = make("silent", "Ciné-club de quartier", "etudiants", SampleWall::paris(18, 20, 0),
                        SampleWall::paris(18, 23, 0));
    silent.details.source = Source::feed;
    silent.details.access = {.quiet = Known::yes};
    silent.feed = FeedId{derive_uuid(Uuid{}, "feed-etudiants")};
    health(*silent.feed, "etudiants", FeedState::quarantined, true, std::chrono::days{3});
    show("silent", std::move(silent));
    show("bare", make("bare", "Réunion", "cambouis", SampleWall::paris(13, 18, 30)));
    Event online = make("online", "Lire sa facture d’énergie", "logement", SampleWall::paris(16, 12, 30),
                        SampleWall::paris(16, 13, 30));
    online.details.conference_url = "https://visio.maison-commune.example/" + std::string(200, 'x');
    show("online", std::move(online));
    Event inside =
        make("inside", "Jeux de société", "cantine", SampleWall::paris(20, 16, 0), SampleWall::paris(20, 18, 0));
    inside.details.kind = EventKind::programming;
    inside.details.price.kind = PriceKind::free_of_charge;
    inside.details.access = {.step_free = Known::no,
                             .lift = Known::no,
                             .adapted_toilet = Known::no,
                             .hearing_loop = Known::yes,
                             .sign_language = Known::yes,
                             .quiet = Known::no};
    show("inside", std::move(inside));
    Event german = make("german",
                        "Straßenbahnhaltestellenbeschriftungsausschusssitzung mit anschließender "
                        "Nachbarschaftshilfevereinsgründungsversammlung",
                        "logement", SampleWall::paris(14, 18, 30), SampleWall::paris(14, 20, 0));
    german.details.place = {.name = "Nachbarschaftsbegegnungszentrumsveranstaltungssaal", .address = {}, .here = true};
    show("german", std::move(german));
    Event accents =
        make("accents",
             "Élaboration collective d’un récit œcuménique : « Là où naît l’été, l’évêque émérite bénéficiait "
             "d’années révolues »",
             "ecrivains", SampleWall::paris(23, 19, 15), SampleWall::paris(23, 21, 45));
    accents.details.place = {.name = "Café-librairie Les Mots à la bouche cousue",
                             .address = "17, quai de l’Île-aux-Cygnes"};
    show("accents", std::move(accents));
  }

  Seq seq_ = 1'000'000;
};

}  // namespace mur::test
