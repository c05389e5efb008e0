#include "shared/skills/skill_search.h"

#include <gtest/gtest.h>

#include "shared/domain/limits.h"
#include "shared/skills/default_list.h"
#include "shared/skills/tree_file.h"

namespace mur::skills {
namespace {

class SkillSearchOnTheList : public ::testing::Test {
 protected:
  std::string best(std::string_view words) const {
    const Entry* entry = search.nearest(Kind::skill, words);
    return entry == nullptr ? "nothing" : entry->id;
  }

  SkillTree tree = read_tree(default_list(), limits::kSkillList, "skills.toml").value();
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
  const SkillTree base = read_tree(default_list(), limits::kSkillList, "skills.toml").value();
  const auto own = read_tree("[[skill]]\nid = \"piano\"\nhidden = true", limits::kSkillList, "skills.toml", base);
  ASSERT_TRUE(own) << own.error().message;
  const SkillSearch search{*own};
  for (const Entry* entry : search.search(Kind::skill, "piano", 10)) EXPECT_NE(entry->id, "piano");
}

}  // namespace
}  // namespace mur::skills
