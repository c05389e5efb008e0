// `murctl skill …` and `murctl theme …`: the list itself. No hub, no broker.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "broker/ctl/command_line.h"
#include "tests/support/temp_folder.h"

namespace mur::ctl {
namespace {

class SkillList : public ::testing::Test {
 protected:
  int murctl(std::vector<std::string> words) {
    // The folder named is not there: nothing of a hub is looked for.
    words.insert(words.begin(), {"murctl", "--data", (temp / "nowhere").string()});
    std::vector<const char*> arguments;
    for (const std::string& word : words) arguments.push_back(word.c_str());
    std::ostringstream out_stream;
    std::ostringstream err_stream;
    const int code = run(static_cast<int>(arguments.size()), arguments.data(),
                         {.out = out_stream, .err = err_stream, .width = 0, .random = *random});
    out = out_stream.str();
    err = err_stream.str();
    return code;
  }
  [[nodiscard]] std::vector<nlohmann::json> objects() const {
    std::vector<nlohmann::json> list;
    std::istringstream lines(out);
    for (std::string line; std::getline(lines, line);) list.push_back(nlohmann::json::parse(line));
    return list;
  }

  test::TempFolder temp;
  std::unique_ptr<RandomSource> random = make_system_random();
  std::string out;
  std::string err;
};

TEST_F(SkillList, ShowsEverySkillWithItsIdNamesPlaceAndCodes) {
  ASSERT_EQ(murctl({"skill", "list", "--json"}), 0) << err;
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
  ASSERT_EQ(murctl({"skill", "list", "--theme", "accès au droit", "--json"}), 0) << err;
  EXPECT_GE(objects().size(), 8U);
  for (const nlohmann::json& skill : objects()) {
    const auto themes = skill["themes"].get<std::vector<std::string>>();
    EXPECT_NE(std::ranges::find(themes, "legal"), themes.end()) << skill;
  }
}

TEST_F(SkillList, ProposesTheNearestThemeWhereItDoesNotKnowIt) {
  EXPECT_EQ(murctl({"skill", "list", "--theme", "climt"}), 1);
  EXPECT_TRUE(err.contains("did you mean \"Climat\" (climate)?")) << err;
}

TEST_F(SkillList, FindsASkillDespiteAccentsAndSlips) {
  ASSERT_EQ(murctl({"skill", "search", "menuserie", "--json"}), 0) << err;
  ASSERT_FALSE(objects().empty());
  EXPECT_EQ(objects().front()["id"], "carpentry");
  ASSERT_EQ(murctl({"skill", "search", "mecanique", "velo"}), 0) << err;
  EXPECT_TRUE(out.contains("bike-repair")) << out;
}

TEST_F(SkillList, SaysWhatToDoWhereNothingIsFound) {
  EXPECT_EQ(murctl({"skill", "search", "xylophone"}), 0);
  EXPECT_TRUE(out.contains("murctl skill list")) << out;
  EXPECT_EQ(murctl({"skill", "search", "xylophone", "--json"}), 0);
  EXPECT_EQ(out, "");
}

TEST_F(SkillList, ShowsTheThemes) {
  ASSERT_EQ(murctl({"theme", "list"}), 0) << err;
  EXPECT_TRUE(out.contains("Droits et justice")) << out;
  ASSERT_EQ(murctl({"theme", "list", "--json"}), 0) << err;
  EXPECT_GE(objects().size(), 20U);
  EXPECT_EQ(objects().front()["sdg"], nlohmann::json::array({13}));
}

}  // namespace
}  // namespace mur::ctl
