#include "shared/matching/matches.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "shared/domain/limits.h"
#include "tests/shared/matching/matching_house.h"

namespace mur::matching {
namespace {

class MatchesOnAWall : public ::testing::Test, protected test::MatchingHouse {
 protected:
  template <class Noun>
  RecordId put(const Noun& noun) {
    wall.apply({++seq, noun});
    return record_id(noun.id);
  }
  void put_and_refresh(const auto& noun) { matches.refresh(wall, tree, std::vector{put(noun)}); }
  [[nodiscard]] Around around() const { return {wall, tree, zone, now}; }
  [[nodiscard]] std::vector<NeedId> needs_for(const Offer& one) const {
    std::vector<NeedId> list;
    for (const NeedMatch& match : matches.needs_for(one, around())) list.push_back(match.need);
    return list;
  }
  [[nodiscard]] std::vector<OfferId> offers_for(const Need& one) const {
    std::vector<OfferId> list;
    for (const OfferMatch& match : matches.offers_for(one, around())) list.push_back(match.offer);
    return list;
  }
  static Need sewing(std::string_view name, std::string_view organization) {
    return need(name, {.kind = NeedKind::skill, .title = "…", .skills = {"sewing"}}, organization);
  }
  [[nodiscard]] Offer seamstress(std::string_view name = "seamstress") const {
    return offer(name, {.tiles = {Tile::other}, .text = "Couture", .availability = {.evenings = true}});
  }

  Wall wall;
  Seq seq = 0;
  Matches matches;
};

TEST_F(MatchesOnAWall, AnOrganizationWithThirtyNeedsDoesNotDrownOneWithOne) {
  for (int i = 0; i < 30; ++i) put(sewing("many" + std::to_string(i), "cantine"));
  Need modest = sewing("one", "cambouis");
  modest.details.skills = {"knitting"};  // not as near
  put(modest);
  matches.rebuild(wall, tree);
  const std::vector<NeedId> found = needs_for(seamstress());
  EXPECT_EQ(found.size(), limits::kMatchesShown) << "places that nobody else wants are not left empty";
  EXPECT_EQ(found.back(), modest.id) << "the best first";
}

TEST_F(MatchesOnAWall, OfOneOrganizationAtMostTwoStandBeforeTheOthersHadTheirTurn) {
  for (const char* organization : {"a", "b", "c"})
    for (int i = 0; i < 4; ++i) put(sewing(organization + std::to_string(i), organization));
  matches.rebuild(wall, tree);
  std::map<OrganizationId, std::size_t> counts;
  for (const NeedId id : needs_for(seamstress())) ++counts[wall.find(id)->organization];
  EXPECT_EQ(counts.size(), 3U);
  for (const auto& [organization, count] : counts) EXPECT_LE(count, limits::kMatchesPerOrganization);
}

TEST_F(MatchesOnAWall, EqualsStandInTheOrderOfTheirIds) {
  for (int i = 0; i < 9; ++i) put(seamstress("o" + std::to_string(i)));
  matches.rebuild(wall, tree);
  const std::vector<OfferId> found = offers_for(sewing("n", "cantine"));
  ASSERT_EQ(found.size(), limits::kMatchesShown);
  EXPECT_TRUE(std::ranges::is_sorted(found));
  std::vector<OfferId> all;
  wall.each<Offer>([&](const Offer& one) { all.push_back(one.id); });
  EXPECT_TRUE(std::ranges::equal(found, std::span{all}.first(limits::kMatchesShown))) << "and the first of them";
}

TEST_F(MatchesOnAWall, ComparedOneByOneNothingElseWouldComeOut) {
  const char* texts[] = {"Couture",  "Tricot",           "Cuisine",  "Réparer un vélo",
                         "Affiches", "Musique, chorale", "Jardinage"};
  for (int i = 0; i < 60; ++i) {
    put(need("n" + std::to_string(i),
             {.kind = i % 3 == 0 ? NeedKind::time : NeedKind::skill,
              .title = texts[i % 7],
              .no_experience = i % 5 == 0,
              .slots = {slot(12 + i % 5, 8 + i % 12, i % 4)}},
             "organization" + std::to_string(i)));
    put(offer("o" + std::to_string(i), {.tiles = {i % 4 == 0 ? Tile::some_time : Tile::other},
                                        .text = texts[i % 6],
                                        .availability = {.evenings = i % 2 == 0, .weekends = i % 3 == 0}}));
  }
  matches.rebuild(wall, tree);
  wall.each<Offer>([&](const Offer& one) {
    std::vector<std::pair<int, NeedId>> all;
    wall.each<Need>([&](const Need& other) {
      if (const int points = score(other, one).score; points >= limits::kMatchLeast) all.push_back({-points, other.id});
    });
    std::ranges::sort(all);
    all.resize(std::min(all.size(), limits::kMatchesShown));
    std::vector<std::pair<int, NeedId>> found;
    for (const NeedMatch& match : matches.needs_for(one, around())) found.push_back({-match.match.score, match.need});
    EXPECT_EQ(found, all);
  });
  wall.each<Need>([&](const Need& one) {
    for (const OfferMatch& match : matches.offers_for(one, around()))
      EXPECT_EQ(match.match, score(one, *wall.find(match.offer)));
  });
}

TEST_F(MatchesOnAWall, OnlyLiveOffersAreShown) {
  const Need wanted = sewing("n", "cantine");
  matches.rebuild(wall, tree);
  Offer one = seamstress();
  put_and_refresh(one);
  EXPECT_EQ(offers_for(wanted), std::vector{one.id});
  one.moderation.status = PostStatus::hidden;
  put_and_refresh(one);
  EXPECT_TRUE(offers_for(wanted).empty());
  one.moderation.status = PostStatus::published;
  one.expires_at = now;
  put_and_refresh(one);
  EXPECT_TRUE(offers_for(wanted).empty());
}

TEST_F(MatchesOnAWall, AnOfferThatWaitsForItsReviewHasMatchesForItsAuthor) {
  const Need wanted = sewing("n", "cantine");
  put(wanted);
  matches.rebuild(wall, tree);
  Offer mine = seamstress();
  mine.moderation.status = PostStatus::pending;
  EXPECT_EQ(needs_for(mine), std::vector{wanted.id});
  mine.kind = OfferKind::idea;
  EXPECT_TRUE(needs_for(mine).empty());
}

TEST_F(MatchesOnAWall, FollowsWhatChangesAndForgetsWhatIsErased) {
  Need first = sewing("first", "cantine");
  const Need second = sewing("second", "cambouis");
  put(first);
  put(second);
  matches.rebuild(wall, tree);
  EXPECT_EQ(needs_for(seamstress()).size(), 2U);
  first.details.skills = {"plumbing"};
  put_and_refresh(first);
  EXPECT_EQ(needs_for(seamstress()), std::vector{second.id});
  wall.drop(record_id(first.id));
  matches.refresh(wall, tree, std::vector{record_id(first.id)});
  EXPECT_EQ(needs_for(seamstress()), std::vector{second.id});
  wall.drop(record_id(second.id));
  matches.refresh(wall, tree, std::vector{record_id(second.id)});
  EXPECT_TRUE(needs_for(seamstress()).empty());
}

}  // namespace
}  // namespace mur::matching
