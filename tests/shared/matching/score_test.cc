#include "shared/matching/score.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "tests/shared/matching/matching_house.h"

namespace mur::matching {
namespace {

using Code = MatchReason::Code;

class Scoring : public ::testing::Test, protected test::MatchingHouse {
 protected:
  static std::vector<Code> codes(const Match& match) {
    std::vector<Code> list;
    for (const MatchReason& reason : match.reasons) list.push_back(reason.code);
    return list;
  }
  [[nodiscard]] Need wanting(const std::string& skill) const {
    return need("wanting", {.kind = NeedKind::skill, .title = "…", .skills = {skill}});
  }
  [[nodiscard]] Offer typed(const std::string& text) const {
    return offer("typed", {.tiles = {Tile::other}, .text = text, .availability = {.to_agree = true}});
  }
  [[nodiscard]] Offer an_evening() const {
    return offer("time", {.tiles = {Tile::some_time}, .availability = {.evenings = true}});
  }
  [[nodiscard]] Need tonight() const {
    return need("tonight", {.title = "Mettre la salle en ordre", .place = {.here = true}, .slots = {slot(12, 19)}});
  }
};

TEST_F(Scoring, GivesTheReasonsTheWeightiestFirst) {
  Need soup = need("soup", {.title = "Repas du jeudi",
                            .skills = {"serving"},
                            .place = {.here = true},
                            .no_experience = true,
                            .slots = {slot(12, 19)}});
  const Match match = score(soup, offer("cook", {.tiles = {Tile::cooking}, .availability = {.evenings = true}}));
  EXPECT_EQ(match.reasons, (std::vector<MatchReason>{{.code = Code::same_skill, .what = "serving"},
                                                     {.code = Code::evenings},
                                                     {.code = Code::here},
                                                     {.code = Code::no_experience}}));
  EXPECT_EQ(match.score, 54 + 8 + 20 + 5 + 5);
}

TEST_F(Scoring, ANearerSkillNeverLowersTheScore) {
  const auto entries = tree.entries();
  for (const skills::Entry& wanted : entries) {
    if (wanted.kind != skills::Kind::skill) continue;
    const Need one = wanting(wanted.id);
    std::array<int, 6> least{101, 101, 101, 101, 101, 101};
    std::array<int, 6> most{};
    for (const skills::Entry& offered : entries) {
      if (offered.kind != skills::Kind::skill) continue;
      Subject subject{.skills = {{static_cast<SkillReader::Place>(&offered - entries.data()), 80}}, .skill = true};
      const int points = score_without_time(subject_of(one, tree, reader), subject, tree);
      const auto at = static_cast<std::size_t>(tree.distance(wanted, offered).value_or(5));
      least[at] = std::min(least[at], points);
      most[at] = std::max(most[at], points);
    }
    for (std::size_t near = 0; near < least.size(); ++near)
      for (std::size_t far = near + 1; far < least.size(); ++far)
        EXPECT_GE(least[near], most[far]) << wanted.id << ": " << near << " steps against " << far;
  }
}

TEST_F(Scoring, SaysOfANearSkillWhichIsWantedAndWhichIsOffered) {
  const Match match =
      score(wanting("graphic-design"), offer("tell", {.tiles = {Tile::communication}, .availability = {.days = true}}));
  ASSERT_FALSE(match.reasons.empty());
  EXPECT_EQ(match.reasons.front(),
            (MatchReason{.code = Code::near_skill, .what = "graphic-design", .near = "communication"}));
  EXPECT_EQ(score(wanting("graphic-design"), typed("Graphisme")).reasons.front(),
            (MatchReason{.code = Code::same_skill, .what = "graphic-design"}));
}

TEST_F(Scoring, SkillsOfOtherBranchesAreNoMatch) {
  EXPECT_EQ(score(wanting("graphic-design"), typed("Plomberie")), Match{});
}

TEST_F(Scoring, WordsThatBothSayAreAReason) {
  const Match match =
      score(need("dari", {.kind = NeedKind::skill, .title = "Quelques mots de dari"}), typed("Je connais le dari"));
  ASSERT_FALSE(match.reasons.empty());
  EXPECT_EQ(match.reasons.front(), (MatchReason{.code = Code::same_word, .what = "dari"}));
}

TEST_F(Scoring, AThemeOfBothCounts) {
  const Need garden = need("garden", {.title = "…", .theme = "nature"});
  EXPECT_EQ(codes(score(garden, typed("Jardinage"))).front(), Code::same_theme);
  EXPECT_EQ(score(garden, typed("Plomberie")), Match{});
}

TEST_F(Scoring, TimeIsGivenWhereTimeIsWantedAtAnHourThatFits) {
  const Match match = score(tonight(), an_evening());
  EXPECT_EQ(codes(match), (std::vector{Code::any_hand, Code::evenings, Code::here}));
  Offer weekends = an_evening();
  weekends.details.availability = {.weekends = true};
  EXPECT_EQ(score(tonight(), weekends), Match{}) << "time alone, at another hour";
}

TEST_F(Scoring, HoursAreTheHubs) {
  const auto fits = [&](const Availability& when, Slot wanted) {
    Offer one = an_evening();
    one.details.availability = when;
    return score(need("n", {.title = "…", .slots = {std::move(wanted)}}), one).score > 0;
  };
  EXPECT_TRUE(fits({.evenings = true}, slot(12, 17)));  // 16 h UTC
  EXPECT_FALSE(fits({.evenings = true}, slot(12, 16)));
  EXPECT_TRUE(fits({.days = true}, slot(12, 16)));
  EXPECT_TRUE(fits({.weekends = true}, slot(14, 10)));
  EXPECT_FALSE(fits({.days = true}, slot(14, 10))) << "a Saturday";
  EXPECT_TRUE(fits({.evenings = true}, slot(14, 20))) << "a Saturday evening is both";
  EXPECT_TRUE(fits({.weekends = true}, slot(14, 20)));
  EXPECT_TRUE(fits({.to_agree = true}, slot(12, 16)));
}

TEST_F(Scoring, NowIsTrueOnTheDayItIsSaid) {
  Offer now_offered = an_evening();
  now_offered.details.availability = {.now = true};
  EXPECT_EQ(codes(score(tonight(), now_offered)), (std::vector{Code::any_hand, Code::now, Code::here}));
  now_offered.created_at = now - std::chrono::days{2};
  EXPECT_EQ(score(tonight(), now_offered), Match{});
}

TEST_F(Scoring, WhatRepeatsIsOpenOnItsNextDates) {
  Need weekly = need("weekly", {.title = "…", .slots = {slot(3, 18, 1)}});
  weekly.details.slots[0].when->rules = {"FREQ=WEEKLY;BYDAY=TU"};
  weekly.details.slots[0].dates = {
      {.begins_at = TimePoint{std::chrono::sys_days{std::chrono::year{2026} / 3 / 17} + std::chrono::hours{17}},
       .accepted = 1}};
  const OpenTimes times = open_times(weekly, zone, now);
  EXPECT_TRUE(times.open);
  EXPECT_EQ(times.soonest, TimePoint{std::chrono::sys_days{std::chrono::year{2026} / 3 / 24} + std::chrono::hours{17}})
      << "the 17th is taken";
}

TEST_F(Scoring, NobodyIsMatchedWithWhatTakesNobody) {
  const auto is_open = [&](const Need& one) { return score(one, an_evening()).score > 0; };
  ASSERT_TRUE(is_open(tonight()));
  Need full = tonight();
  full.details.slots[0].held = 1;
  full.details.slots[0].accepted = 1;
  EXPECT_FALSE(is_open(full));
  Need over = tonight();
  over.details.slots = {slot(12, 8)};
  EXPECT_FALSE(is_open(over));
  Need closed = tonight();
  closed.details.closes_at = now;
  EXPECT_FALSE(is_open(closed));
  Need pending = tonight();
  pending.moderation.status = PostStatus::pending;
  EXPECT_FALSE(is_open(pending));
  Need timeless = tonight();
  timeless.details.slots[0].when.reset();
  EXPECT_TRUE(is_open(timeless)) << "whatever the hour";
}

TEST_F(Scoring, ThingsAreForThings) {
  const Need chairs = need("chairs", {.kind = NeedKind::material, .title = "Vingt chaises", .slots = {slot(14, 10)}});
  Offer lent = offer("lent", {.tiles = {Tile::material}, .availability = {.weekends = true}});
  EXPECT_EQ(codes(score(chairs, lent)).front(), Code::material);
  Offer named = typed("Prêt de chaises pliantes");
  EXPECT_EQ(score(chairs, named).reasons.front(), (MatchReason{.code = Code::same_word, .what = "chaises"}));
  Offer tent = lent;
  tent.details.text = "Une tente";
  EXPECT_EQ(score(chairs, tent), Match{}) << "nobody sits on a tent";
  EXPECT_EQ(score(chairs, an_evening()), Match{}) << "time is no chair";
  EXPECT_EQ(score(tonight(), lent), Match{});
}

TEST_F(Scoring, WhoWantsToLearnGoesWhereOneIsTaught) {
  const Offer learner = offer("learner", {.tiles = {Tile::learn}, .availability = {.evenings = true}});
  EXPECT_EQ(score(tonight(), learner), Match{});
  Need taught = tonight();
  taught.details.no_experience = true;
  EXPECT_EQ(codes(score(taught, learner)),
            (std::vector{Code::learns, Code::evenings, Code::here, Code::no_experience}));
  Offer to_repair = learner;
  to_repair.details.text = "Apprendre à réparer mon vélo";
  EXPECT_EQ(score(taught, to_repair), Match{}) << "something else is taught there";
  taught.details.skills = {"bike-repair"};
  EXPECT_EQ(codes(score(taught, to_repair)).front(), Code::same_skill);
}

TEST_F(Scoring, StaysWithinItsBoundsWhateverComesTogether) {
  std::mt19937 random{4};
  const auto one_in = [&](unsigned n) { return random() % n == 0; };
  const auto entries = tree.entries();
  const auto some_text = [&] {
    std::string text;
    for (auto i = random() % 4; i > 0; --i) text += entries[random() % entries.size()].fr + " ";
    return text;
  };
  for (int round = 0; round < 3000; ++round) {
    NeedDetails details{.kind = static_cast<NeedKind>(1 + random() % 3),
                        .title = some_text(),
                        .description = some_text(),
                        .theme = one_in(2) ? "food" : "",
                        .place = {.here = one_in(2)},
                        .remote = one_in(2),
                        .no_experience = one_in(2)};
    for (auto i = random() % 4; i > 0; --i) details.skills.push_back(entries[random() % entries.size()].id);
    for (auto i = random() % 3; i > 0; --i)
      details.slots.push_back(slot(10 + static_cast<int>(random() % 9), static_cast<int>(random() % 22)));
    OfferDetails offered{.tiles = {},
                         .text = some_text(),
                         .availability = {.now = one_in(2), .evenings = one_in(2), .weekends = one_in(2)}};
    for (auto i = 1 + random() % 3; i > 0; --i) offered.tiles.push_back(static_cast<Tile>(1 + random() % 12));
    const Need wanted = need("random", details);
    const Offer given = offer("random", offered);
    const Match match = score(wanted, given);
    EXPECT_GE(match.score, 0);
    EXPECT_LE(match.score, 100);
    EXPECT_EQ(match.score == 0, match.reasons.empty());
    EXPECT_EQ(match, score(wanted, given));
  }
}

TEST_F(Scoring, GoesWithoutAListOfSkills) {
  const skills::SkillTree none;
  const Match match = matching::score(tonight(), an_evening(), none, SkillReader{none}, zone, now);
  EXPECT_EQ(codes(match).front(), Code::any_hand);
}

TEST_F(Scoring, AProfessionalComesBeforeWhoIsCuriousWhereASkillIsWanted) {
  const auto offered = [&](Level level) {
    return offer("legal", {.tiles = {Tile::legal}, .availability = {.to_agree = true}, .level = level});
  };
  const Need one = wanting("legal-skills");
  const Match best = score(one, offered(Level::professional));
  EXPECT_GT(best.score, score(one, offered(Level::at_ease)).score);
  EXPECT_GT(score(one, offered(Level::at_ease)).score, score(one, offered(Level::unsaid)).score);
  EXPECT_GT(score(one, offered(Level::unsaid)).score, score(one, offered(Level::curious)).score);
  EXPECT_TRUE(std::ranges::count(codes(best), Code::level) == 1);
}

TEST_F(Scoring, ALanguageThatIsSpokenThereCountsAndOneThatIsNotDoesTheOtherWay) {
  const auto by = [&](const std::string& language) {
    return offer("cook", {.tiles = {Tile::cooking}, .availability = {.to_agree = true}, .language = language});
  };
  Need unsaid = wanting("cooking");
  Need said = unsaid;
  said.details.who.languages = {"fr", "ar"};
  EXPECT_GT(score(said, by("fr")).score, score(unsaid, by("fr")).score);
  EXPECT_LT(score(said, by("en")).score, score(unsaid, by("en")).score);
  EXPECT_EQ(score(said, by("fr")).reasons.back(), (MatchReason{.code = Code::language, .what = "fr"}));
}

TEST_F(Scoring, WhatIsOfferedFromAfarFitsLessWhereSomeoneMustBeThere) {
  const auto offered = [&](bool remote) {
    return offer("legal", {.tiles = {Tile::legal}, .availability = {.to_agree = true}, .remote = remote});
  };
  Need one = wanting("legal-skills");
  EXPECT_LT(score(one, offered(true)).score, score(one, offered(false)).score);
  one.details.remote = true;
  EXPECT_EQ(score(one, offered(true)).score, score(one, offered(false)).score);
}

TEST_F(Scoring, NeverGoesBeyondAHundred) {
  Need all = need("all", {.kind = NeedKind::skill,
                          .title = "Aide juridique",
                          .theme = "legal",
                          .skills = {"legal-skills"},
                          .place = {.here = true},
                          .no_experience = true,
                          .slots = {slot(12, 19)}});
  all.details.who.languages = {"fr"};
  const Match match = score(all, offer("legal", {.tiles = {Tile::legal, Tile::some_time, Tile::other},
                                                 .text = "Aide juridique",
                                                 .availability = {.evenings = true},
                                                 .language = "fr",
                                                 .level = Level::professional}));
  EXPECT_GT(match.score, 90);
  EXPECT_LE(match.score, 100);
}

}  // namespace
}  // namespace mur::matching
