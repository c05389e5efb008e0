#include "shared/domain/post_search.h"

#include <gtest/gtest.h>

#include "shared/domain/limits.h"
#include "shared/domain/tile_skills.h"
#include "shared/skills/default_list.h"

namespace mur {
namespace {

class PostSearchOnAWall : public ::testing::Test {
 protected:
  PostSearchOnAWall() {
    put(Organization{.id = cantine, .details = {.name = "La Cantine de l’Écluse"}});
    put(soup);
    put(poster);
    put(sewing);
    search.rebuild(wall, tree);
  }
  template <class Noun>
  RecordId put(const Noun& noun) {
    wall.apply({++seq, noun});
    return record_id(noun.id);
  }
  void refresh(const RecordId& changed) { search.refresh(wall, tree, std::vector{changed}); }

  static Uuid id(std::uint8_t number) {
    Uuid uuid;
    uuid.bytes[0] = number;
    return uuid;
  }

  const OrganizationId cantine{id(1)};
  Need soup{.id = NeedId{id(2)},
            .organization = cantine,
            .details = {.title = "Servir 80 repas", .theme = "food", .slots = {{.role = "Faire la plonge"}}}};
  Need poster{.id = NeedId{id(3)}, .details = {.title = "Un coup de crayon", .skills = {"graphic-design"}}};
  Offer sewing{.id = OfferId{id(4)},
               .details = {.tiles = {Tile::other}, .text = "Je couds des ourlets", .first_name = "Aminata"}};
  skills::SkillTree tree = skills::default_tree(limits::kSkillList).value();
  Wall wall;
  Seq seq = 0;
  PostSearch search;
};

using Needs = std::vector<NeedId>;
using Offers = std::vector<OfferId>;

TEST_F(PostSearchOnAWall, FindsANeedByItsTitleRoleOrganizationAndTheme) {
  for (const auto* words : {"repas", "plonje", "ecluse", "alimentation", "food", "servir des repas"})
    EXPECT_EQ(search.needs(words, 10), Needs{soup.id}) << words;
  EXPECT_EQ(search.needs("trottinette", 10), Needs{});
}

TEST_F(PostSearchOnAWall, FindsAStoredSkillByItsNamesInBothLanguages) {
  for (const auto* words : {"graphisme", "Graphic design", "graphist", "affiche"})
    EXPECT_EQ(search.needs(words, 10), Needs{poster.id}) << words;
}

TEST_F(PostSearchOnAWall, FindsAnOfferByItsWordsOrItsTileButNeverByAName) {
  EXPECT_EQ(search.offers("ourlet", 10), Offers{sewing.id});
  EXPECT_EQ(search.offers("Aminata", 10), Offers{});
  const Offer photos{.id = OfferId{id(5)}, .details = {.tiles = {Tile::photo}}};
  refresh(put(photos));
  EXPECT_EQ(search.offers("photographie", 10), Offers{photos.id});
}

TEST_F(PostSearchOnAWall, FollowsTheWall) {
  soup.details.title = "Éplucher des légumes";
  refresh(put(soup));
  EXPECT_EQ(search.needs("repas", 10), Needs{});
  EXPECT_EQ(search.needs("legumes", 10), Needs{soup.id});
  refresh(put(Organization{.id = cantine, .details = {.name = "Le Réfectoire"}}));
  EXPECT_EQ(search.needs("refectoire", 10), Needs{soup.id});
  wall.drop(record_id(soup.id));
  refresh(record_id(soup.id));
  EXPECT_EQ(search.needs("legumes", 10), Needs{});
}

TEST_F(PostSearchOnAWall, EverySkillOfATileIsOnTheList) {
  for (auto tile = static_cast<unsigned>(Tile::some_time); tile <= static_cast<unsigned>(Tile::other); ++tile)
    for (const std::string_view skill : skills_of(static_cast<Tile>(tile)))
      EXPECT_NE(tree.find(skills::Kind::skill, skill), nullptr) << skill;
}

}  // namespace
}  // namespace mur
