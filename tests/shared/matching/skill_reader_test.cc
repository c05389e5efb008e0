#include "shared/matching/skill_reader.h"

#include <gtest/gtest.h>

#include "shared/domain/limits.h"
#include "shared/skills/default_list.h"

namespace mur::matching {
namespace {

class SkillReaderOfTheList : public ::testing::Test {
 protected:
  std::vector<std::string> ids(std::string_view text) const {
    std::vector<std::string> list;
    for (const SkillReader::Place place : reader.read(text)) list.push_back(tree.entries()[place].id);
    return list;
  }
  using Ids = std::vector<std::string>;

  skills::SkillTree tree = skills::default_tree(limits::kSkillList).value();
  SkillReader reader{tree};
};

TEST_F(SkillReaderOfTheList, FindsANameInASentenceInWhateverForm) {
  EXPECT_EQ(ids("Je propose de la menuiserie le soir"), Ids{"carpentry"});
  EXPECT_EQ(ids("Un photographe pour la fête"), Ids{"photography"});
  EXPECT_EQ(ids("Nous cherchons des maraudeurs"), Ids{"street-outreach"});
  EXPECT_EQ(ids("A carpenter, please"), Ids{"carpentry"});
}

TEST_F(SkillReaderOfTheList, ReadsANameOfSeveralWordsWhereTheyStandCloseTogether) {
  EXPECT_EQ(ids("Accompagnement scolaire à domicile"), Ids{"homework-help"});
  EXPECT_EQ(ids("les comptes, une fois l’an ; nous tenons un journal"), Ids{}) << "not one thing after the other";
}

TEST_F(SkillReaderOfTheList, TakesTheLongerNameForWhatIsMeant) {
  const Ids found = ids("Droit des associations");
  EXPECT_EQ(found, Ids{"association-law"}) << "neither law in general, nor the theme";
}

TEST_F(SkillReaderOfTheList, IsNotDeceivedByShortWords) {
  EXPECT_EQ(ids("révéler son potentiel"), Ids{}) << "a possessive is no sound";
  EXPECT_EQ(ids("Ouvrir la porte"), Ids{}) << "a door is not carried";
  EXPECT_EQ(ids("Faire du porte-à-porte"), Ids{"canvassing"});
  EXPECT_EQ(ids("Formation"), Ids{"teaching"}) << "and no form to fill in";
}

TEST_F(SkillReaderOfTheList, ReadsNothingOutOfNothing) {
  EXPECT_EQ(ids(""), Ids{});
  EXPECT_EQ(ids("… !"), Ids{});
  EXPECT_TRUE(SkillReader{}.read("menuiserie").empty());
}

TEST(TellingWords, LeaveOutWhatEveryPostSays) {
  EXPECT_EQ(telling_words("Nous cherchons des bénévoles pour aider samedi à peindre deux ou 3 banderoles"),
            (std::vector<ReadWord>{{"peindre", "peindr"}, {"banderoles", "banderol"}}));
}

}  // namespace
}  // namespace mur::matching
