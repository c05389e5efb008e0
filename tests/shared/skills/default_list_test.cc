// The list that is shipped: assets/skills/skills.toml.
#include "shared/skills/default_list.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "shared/base/text.h"
#include "shared/domain/limits.h"

namespace mur::skills {
namespace {

class DefaultList : public ::testing::Test {
 protected:
  DefaultList() {
    auto read = default_tree(limits::kSkillList);
    EXPECT_TRUE(read) << read.error().message;
    if (read) tree = *std::move(read);
  }
  [[nodiscard]] std::size_t count(Kind kind) const {
    return static_cast<std::size_t>(std::ranges::count(tree.entries(), kind, &Entry::kind));
  }

  SkillTree tree;
};

TEST_F(DefaultList, HasTheThemesAndSkillsOfAnEngagementHub) {
  EXPECT_GE(count(Kind::theme), 20U);
  EXPECT_GE(count(Kind::skill), 150U);
  for (const auto* theme : {"legal", "climate", "food", "housing"})
    EXPECT_NE(tree.find(Kind::theme, theme), nullptr) << theme;
  EXPECT_GE(tree.children("digital-skills").size(), 8U);
}

TEST_F(DefaultList, EverySkillLeadsToThemesOrSaysThatItServesAll) {
  const std::set<std::string> of_all{"communication", "office-work"};
  for (const Entry& entry : tree.entries()) {
    if (entry.kind != Kind::skill || !tree.themes_of(entry.id).empty()) continue;
    const auto above = tree.ancestors(entry.id);
    EXPECT_TRUE(of_all.contains(above.empty() ? entry.id : above.back()->id)) << entry.id;
  }
}

TEST_F(DefaultList, IsWrittenWithFrenchTypography) {
  for (const Entry& entry : tree.entries()) {
    std::vector<std::string> texts{entry.fr, entry.en};
    texts.insert(texts.end(), entry.aliases.begin(), entry.aliases.end());
    for (const std::string& text : texts) {
      EXPECT_EQ(text.find('\''), std::string::npos) << text << ": the apostrophe is ’";
      EXPECT_EQ(text, normalize(text));
      EXPECT_EQ(text.find("  "), std::string::npos) << text;
    }
  }
}

TEST_F(DefaultList, EverySpellingFitsWhereARecordKeepsIt) {
  for (const Entry& entry : tree.entries()) {
    EXPECT_LE(length(entry.id), limits::kWord) << entry.id;
    EXPECT_LE(length(entry.fr), limits::kWord) << entry.id;
    EXPECT_LE(length(entry.en), limits::kWord) << entry.id;
  }
}

TEST_F(DefaultList, RomeCodesAreWrittenAsTheyAre) {
  for (const Entry& entry : tree.entries())
    for (const std::string& code : entry.codes.rome) {
      ASSERT_EQ(code.size(), 5U) << entry.id;
      EXPECT_TRUE(code.front() >= 'A' && code.front() <= 'N') << entry.id;
      EXPECT_EQ(code.find_first_not_of("0123456789", 1), std::string::npos) << entry.id;
    }
}

}  // namespace
}  // namespace mur::skills
