// `murctl skill …` and `murctl theme …`: the list itself. No hub, no broker.
#include <gtest/gtest.h>

#include "tests/broker/ctl/run_murctl.h"
#include "tests/support/temp_folder.h"

namespace mur::ctl {
namespace {

class SkillList : public ::testing::Test {
 protected:
  int murctl(std::vector<std::string> words) {
    // The folder named is not there: nothing of a hub is looked for.
    words.insert(words.begin(), {"--data", (temp / "nowhere").string()});
    last = test::run_murctl(words, *random);
    return last.code;
  }
  [[nodiscard]] std::vector<nlohmann::json> objects() const { return last.objects(); }

  test::TempFolder temp;
  std::unique_ptr<RandomSource> random = make_system_random();
  test::Said last;
};

TEST_F(SkillList, ShowsEverySkillWithItsIdNamesPlaceAndCodes) {
  ASSERT_EQ(murctl({"skill", "list", "--json"}), 0) << last.err;
  EXPECT_GE(objects().size(), 150U);
  for (const nlohmann::json& skill : objects()) {
    if (skill["id"] != "carpentry") continue;
    EXPECT_EQ(skill["fr"], "Menuiserie");
    EXPECT_EQ(skill["en"], "Carpentry");
    EXPECT_EQ(skill["parent"], "woodwork");
    EXPECT_EQ(skill["rome"], nlohmann::json::array({"H2206"}));
    EXPECT_EQ(skill["themes"], nlohmann::json::array({"reuse"}));
    return;
  }
  ADD_FAILURE() << "there is no carpentry";
}

TEST_F(SkillList, ShowsWhatServesAThemeHoweverItIsSpelt) {
  ASSERT_EQ(murctl({"skill", "list", "--theme", "accès au droit", "--json"}), 0) << last.err;
  EXPECT_GE(objects().size(), 8U);
  for (const nlohmann::json& skill : objects()) {
    const auto themes = skill["themes"].get<std::vector<std::string>>();
    EXPECT_NE(std::ranges::find(themes, "legal"), themes.end()) << skill;
  }
}

TEST_F(SkillList, ProposesTheNearestThemeWhereItDoesNotKnowIt) {
  EXPECT_EQ(murctl({"skill", "list", "--theme", "climt"}), 1);
  EXPECT_TRUE(last.err.contains("did you mean \"Climat\" (climate)?")) << last.err;
}

TEST_F(SkillList, FindsASkillDespiteAccentsAndSlips) {
  ASSERT_EQ(murctl({"skill", "search", "menuserie", "--json"}), 0) << last.err;
  ASSERT_FALSE(objects().empty());
  EXPECT_EQ(objects().front()["id"], "carpentry");
  ASSERT_EQ(murctl({"skill", "search", "mecanique", "velo"}), 0) << last.err;
  EXPECT_TRUE(last.out.contains("bike-repair")) << last.out;
}

TEST_F(SkillList, SaysWhatToDoWhereNothingIsFound) {
  EXPECT_EQ(murctl({"skill", "search", "xylophone"}), 0);
  EXPECT_TRUE(last.out.contains("murctl skill list")) << last.out;
  EXPECT_EQ(murctl({"skill", "search", "xylophone", "--json"}), 0);
  EXPECT_EQ(last.out, "");
}

TEST_F(SkillList, ShowsTheThemes) {
  ASSERT_EQ(murctl({"theme", "list"}), 0) << last.err;
  EXPECT_TRUE(last.out.contains("Droits et justice")) << last.out;
  ASSERT_EQ(murctl({"theme", "list", "--json"}), 0) << last.err;
  EXPECT_GE(objects().size(), 20U);
  EXPECT_EQ(objects().front()["sdg"], nlohmann::json::array({13}));
}

}  // namespace
}  // namespace mur::ctl
