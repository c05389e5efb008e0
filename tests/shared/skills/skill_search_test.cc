#include "shared/skills/skill_search.h"

#include <gtest/gtest.h>

#include "shared/domain/limits.h"
#include "shared/skills/default_list.h"

namespace mur::skills {
namespace {

class SkillSearchOnTheList : public ::testing::Test {
 protected:
  std::string best(std::string_view words) const {
    const Entry* entry = search.nearest(Kind::skill, words);
    return entry == nullptr ? "nothing" : entry->id;
  }

  SkillTree tree = default_tree(limits::kSkillList).value();
  SkillSearch search{tree};
};

TEST_F(SkillSearchOnTheList, UnderstandsWhatPeopleType) {
  const std::vector<std::pair<const char*, const char*>> cases{{"menuserie", "carpentry"},
                                                               {"menuiserie", "carpentry"},
                                                               {"bricolage bois", "woodwork"},
                                                               {"reparer mon velo", "bike-repair"},
                                                               {"mécanique vélo", "bike-repair"},
                                                               {"compta", "accounting"},
                                                               {"comptabilté", "accounting"},
                                                               {"graphisme", "graphic-design"},
                                                               {"traduction", "translation"},
                                                               {"piano", "piano"},
                                                               {"plombrie", "plumbing"},
                                                               {"soutien scolaire", "homework-help"},
                                                               {"cours de français", "french-teaching"},
                                                               {"affiche", "graphic-design"},
                                                               {"coller des affiches", "leafleting"},
                                                               {"baby sitting", "childcare"},
                                                               {"site internet", "web"},
                                                               {"wordpress", "website-making"},
                                                               {"LSF", "sign-language"},
                                                               {"juriste", "legal-advice"},
                                                               {"fresque du climat", "carbon-literacy"},
                                                               {"infirmiere", "nursing"},
                                                               {"sérigrafie", "printing"},
                                                               {"photographe", "photography"},
                                                               {"jardinnage", "gardening"},
                                                               {"carpenter", "carpentry"},
                                                               {"gardenning", "gardening"}};
  for (const auto& [typed, id] : cases) EXPECT_EQ(best(typed), id) << typed;
  EXPECT_EQ(best("xylophone sidéral"), "nothing");
}

TEST_F(SkillSearchOnTheList, ThemesAreSearchedByThemselves) {
  ASSERT_NE(search.nearest(Kind::theme, "climatt"), nullptr);
  EXPECT_EQ(search.nearest(Kind::theme, "climatt")->id, "climate");
  EXPECT_EQ(search.nearest(Kind::theme, "logment")->id, "housing");
  EXPECT_EQ(search.nearest(Kind::theme, "plomberie"), nullptr);
}

TEST(SkillSearch, WhatIsHiddenIsNotFound) {
  const auto tree = read_tree(
      "skill = [{id = \"piano\", fr = \"Piano\", en = \"Piano\", hidden = true},"
      "{id = \"organ\", fr = \"Orgue et piano\", en = \"Organ and piano\"}]",
      limits::kSkillList, "skills.toml");
  ASSERT_TRUE(tree) << tree.error().message;
  const auto found = SkillSearch{*tree}.search(Kind::skill, "piano", 10);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0]->id, "organ");
}

}  // namespace
}  // namespace mur::skills
