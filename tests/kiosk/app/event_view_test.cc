// What the page of an event says, one situation after the other.
#include "kiosk/app/make_views.h"
#include "tests/kiosk/app/languages.h"
#include "tests/kiosk/app/story.h"
#include "tests/support/event_wall.h"

namespace mur::test {

using namespace app;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

class EventPageWords : public testing::Test {
 protected:
  EventWall made_;
  Language french_ = language("fr");
  Language english_ = language("en");

  [[nodiscard]] static EventView shown(Wall wall, const EventWall::Shown& of, const Language& in) {
    const Story story(std::move(wall));
    const auto view = make_event(story.state, {of.event, of.start}, in);
    EXPECT_TRUE(view) << of.name;
    return view.value_or(EventView{});
  }
  [[nodiscard]] EventView page(std::string_view name) const { return shown(made_.wall, made_.named(name), french_); }
  [[nodiscard]] EventView in_english(std::string_view name) const {
    return shown(made_.wall, made_.named(name), english_);
  }
  /// The page of `name` once it has been changed.
  template <class Change>
  [[nodiscard]] EventView after(std::string_view name, Change&& change) const {
    Wall wall = made_.wall;
    Event event = made_.event(name);
    change(event);
    wall.apply({.seq = 2'000'000, .record = event});
    return shown(std::move(wall), made_.named(name), french_);
  }
};

std::vector<std::string> texts(const std::vector<TagView>& tags) {
  std::vector<std::string> out;
  for (const TagView& tag : tags) out.push_back(tag.text);
  return out;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_F(EventPageWords, SayWhatWhenWhereWhoAndHowMuch) {
  const EventView view = page("whole");
  EXPECT_EQ(view.title, "Assemblée ouverte pour le canal");
  EXPECT_EQ(view.by, "Collectif Climat 10e, avec Étudiants pour le vivant") << "whose entry was merged into it";
  EXPECT_EQ(plain(view.when), "mardi 24 mars, de 18 h à 20 h 30");
  EXPECT_EQ(plain(view.repeats), "chaque 2ᵉ et 4ᵉ mardi du mois, encore 6 dates");
  EXPECT_EQ(plain(view.then), "ensuite : 14, 28 avril, 12 mai");
  EXPECT_EQ(view.place, "Salle Louise-Michel");
  EXPECT_EQ(view.place_tail, ", 2e étage");
  EXPECT_EQ(view.place_note, "ici même");
  EXPECT_EQ(view.price, "5 € · 3 € au chômage");
  EXPECT_EQ(view.online, "Aussi en ligne");
  EXPECT_EQ(view.online_note, "le lien vient avec le code");
  EXPECT_EQ(view.needs.size(), 4U);
  EXPECT_EQ(view.tags, std::vector<TagView>{});
  const EventView english = in_english("whole");
  EXPECT_EQ(english.when, "Tuesday, 24 March, from 18:00 to 20:30");
  EXPECT_EQ(english.repeats, "every 2nd and 4th Tuesday of the month, 6 dates left");
  EXPECT_EQ(english.then, "then: 14, 28 April, 12 May");
}

TEST_F(EventPageWords, SayAllSixThingsThatDecideWhetherOneCanCome) {
  const EventView known = page("whole");
  using Access = std::vector<std::pair<std::string, Known>>;
  Access said;
  for (const AccessView& one : known.access) said.emplace_back(plain(one.words), one.known);
  EXPECT_EQ(said, (Access{{"sans marche", Known::yes},
                          {"ascenseur", Known::yes},
                          {"toilettes adaptées", Known::yes},
                          {"sans boucle auditive", Known::no},
                          {"langue des signes ?", Known::unknown},
                          {"lieu calme ?", Known::unknown}}));
  EXPECT_EQ(known.access_unknown, "");
  const EventView bare = page("bare");
  EXPECT_TRUE(bare.access.empty());
  EXPECT_EQ(plain(bare.access_unknown), "Accès : à demander aux organisateurs");
}

TEST_F(EventPageWords, SayWhetherItIsHereOrInTown) {
  EXPECT_EQ(page("inside").place, "Ici même");
  const EventView series = page("series");
  EXPECT_EQ(series.place, "Bourse du travail");
  EXPECT_EQ(series.place_note, "en ville · 3, rue du Château-d’Eau");
  const EventView bare = page("bare");
  EXPECT_EQ(bare.place, "") << "what is not known is said quietly";
  EXPECT_EQ(bare.place_note, "En ville, lieu à demander aux organisateurs");
  const EventView only_address = after("bare", [](Event& event) { event.details.place.address = "2, rue du Canal"; });
  EXPECT_EQ(only_address.place, "2, rue du Canal");
  EXPECT_EQ(only_address.place_note, "en ville") << "an address is said once";
  const EventView only_room = after(
      "bare", [](Event& event) { event.details.place = {.name = "La Maison commune", .here = true, .room = "Cour"}; });
  EXPECT_EQ(only_room.place, "Cour");
  EXPECT_EQ(only_room.place_note, "ici même · La Maison commune");
}

TEST_F(EventPageWords, SayWhereALinkIsToBeHadThatDoesNotFitTheCode) {
  const EventView view = page("online");
  EXPECT_EQ(view.online, "En ligne");
  EXPECT_EQ(view.online_note, "le lien, auprès des organisateurs");
  EXPECT_EQ(view.place, "") << "it takes place nowhere else";
  EXPECT_FALSE(view.calendar_code.contains("URL:"));
  EXPECT_FALSE(view.calendar_code.empty());
}

TEST_F(EventPageWords, SayEveryPrice) {
  const auto price = [&](PriceKind kind, std::string text) {
    return after("bare", [&](Event& event) { event.details.price = {kind, std::move(text)}; }).price;
  };
  EXPECT_EQ(price(PriceKind::free_of_charge, ""), french_.text("Free of charge"));
  EXPECT_EQ(price(PriceKind::pay_what_you_want, ""), "Prix libre");
  EXPECT_EQ(price(PriceKind::paid, ""), french_.text("Paid entry"));
  EXPECT_EQ(price(PriceKind::paid, "5 €"), "5 €");
  EXPECT_EQ(price(PriceKind::unknown, ""), "");
}

TEST_F(EventPageWords, BadgesSayCancelledFullTentativeNowAndOver) {
  EXPECT_EQ(texts(page("cancelled").tags), (Texts{"annulé"}));
  EXPECT_TRUE(page("cancelled").struck);
  EXPECT_EQ(page("cancelled").calendar_code, "") << "nobody shall note it down";
  EXPECT_EQ(texts(page("full-tentative").tags), (Texts{"à confirmer", "complet"}));
  EXPECT_EQ(texts(page("now").tags), (Texts{"en ce moment"}));
  EXPECT_EQ(texts(page("past").tags), (Texts{"terminé"}));
  EXPECT_EQ(page("past").calendar_code, "");
  EXPECT_EQ(texts(page("bare").tags), Texts{});
}

TEST_F(EventPageWords, WhatWasMovedSaysWhereItStoodForThreeDays) {
  EXPECT_EQ(plain(page("moved").moved_from), "Déplacé : c’était mardi 10 mars, à 18 h");
  const auto moved_before = [&](Milliseconds age) {
    return after("moved", [&](Event& event) { event.moved_at = SampleWall::kNow - age; }).moved_from;
  };
  EXPECT_NE(moved_before(days{3} - minutes{1}), "");
  EXPECT_EQ(moved_before(days{3}), "");
  EXPECT_EQ(page("bare").moved_from, "");
  const EventView from_a_day = after("moved", [](Event& event) {
    event.moved_from->kind = calendar::When::Kind::date;
    event.moved_from->zone.clear();
    event.moved_from->local = std::chrono::floor<days>(event.moved_from->local);
  });
  EXPECT_EQ(plain(from_a_day.moved_from), "Déplacé : c’était mardi 10 mars");
}

TEST_F(EventPageWords, SayHowFreshTheCalendarIs) {
  EXPECT_EQ(plain(page("whole").updated), "Mis à jour il y a 12 min depuis l’agenda de Collectif Climat 10e");
  EXPECT_EQ(page("whole").updated_tone, Tone::quiet);
  EXPECT_EQ(plain(page("silent").updated), "Pas de nouvelles de l’agenda d’Étudiants pour le vivant depuis 3 j");
  EXPECT_EQ(page("silent").updated_tone, Tone::attention);
  EXPECT_EQ(plain(page("bare").updated), "Mis à jour il y a 12 min") << "someone typed it";
}

TEST_F(EventPageWords, DatesAfterThisOneLeaveOutWhatIsCancelled) {
  EXPECT_EQ(plain(page("series").repeats), "un mardi sur deux, sauf le 31 mars");
  EXPECT_EQ(plain(page("series").then), "ensuite : 14, 28 avril, 12 mai");
  Wall wall = made_.wall;
  Event gone = made_.event("series");
  gone.id = EventId{derive_uuid(Uuid{}, "an override")};
  gone.details.recurrence_id = SampleWall::paris(45, 14, 0);
  gone.details.timing = {.start = SampleWall::paris(45, 14, 0), .end = SampleWall::paris(45, 17, 0)};
  gone.details.status = calendar::EventStatus::cancelled;
  wall.apply({.seq = 2'000'000, .record = gone});
  EXPECT_EQ(plain(shown(wall, made_.named("series"), french_).then), "ensuite : 28 avril, 12, 26 mai");
  EXPECT_EQ(page("dates").then, "") << "what says its dates need not say them twice";
  EXPECT_EQ(plain(page("dates").repeats), "4 dates : 19, 26 mars, 2, 6 avril");
  EXPECT_EQ(page("bare").then, "");
}

TEST_F(EventPageWords, OneDateOfASeriesIsOneEntryInAPhone) {
  Story story(made_.wall);
  const EventWall::Shown& series = made_.named("series");
  const auto code = [&](std::chrono::local_seconds start) {
    const auto view = make_event(story.state, {series.event, start}, french_);
    EXPECT_TRUE(view);
    return view ? view->calendar_code : std::string{};
  };
  const std::string first = code(series.start);
  const std::string second = code(series.start + days{28});
  EXPECT_NE(first.find("DTSTART:20260317T130000Z"), std::string::npos) << first;
  EXPECT_NE(second.find("DTSTART:20260414T120000Z"), std::string::npos) << "summer time began between: " << second;
  const auto uid = [](const std::string& text) { return text.substr(text.find("UID:"), 24); };
  EXPECT_NE(uid(first), uid(second)) << "a phone that knows the first would overwrite it";
  EXPECT_EQ(code(series.start), first) << "the same date twice is the same entry";
}

TEST_F(EventPageWords, APhoneLearnsTheHouseToGoTo) {
  const auto place = [&](std::string_view name) {
    const std::string code = page(name).calendar_code;
    const std::size_t at = code.find("LOCATION:");
    return at == std::string::npos ? std::string{} : code.substr(at + 9, code.find("\r\n", at) - at - 9);
  };
  EXPECT_EQ(place("whole"), "Salle Louise-Michel\\, 2e étage\\, La Maison commune");
  EXPECT_EQ(place("series"), "Bourse du travail\\, 3\\, rue du Château-d’Eau");
  EXPECT_EQ(place("inside"), "La Maison commune");
  EXPECT_EQ(place("bare"), "");
}

TEST_F(EventPageWords, NoCodeIsLargerThanAVersionElevenCode) {
  for (const EventWall::Shown& each : made_.events) EXPECT_LE(page(each.name).calendar_code.size(), 319U) << each.name;
}

}  // namespace mur::test
