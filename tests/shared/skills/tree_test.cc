#include "shared/skills/tree.h"

#include <gtest/gtest.h>

#include "shared/domain/limits.h"
#include "shared/skills/tree_file.h"

namespace mur::skills {
namespace {

constexpr std::string_view kList = R"(
theme = [
  {id = "food", fr = "Alimentation", en = "Food", aliases = ["aide alimentaire"]},
  {id = "reuse", fr = "Réemploi", en = "Reuse"},
]
skill = [
  {id = "making", fr = "Fabriquer et réparer", en = "Making and mending", themes = ["reuse"]},
  {id = "woodwork", parent = "making", fr = "Travail du bois", en = "Woodwork", aliases = ["bricolage bois"]},
  {id = "carpentry", parent = "woodwork", fr = "Menuiserie", en = "Carpentry", aliases = ["menuisier"], rome = ["H2206"]},
  {id = "framing", parent = "woodwork", fr = "Charpente", en = "Timber framing"},
  {id = "sewing", parent = "making", fr = "Couture", en = "Sewing"},
  {id = "food", fr = "Cuisine", en = "Cooking", themes = ["food"]},
]
)";

Result<SkillTree> read(std::string_view toml) { return read_tree(toml, limits::kSkillList, "skills.toml"); }

SkillTree sample() {
  auto tree = read(kList);
  EXPECT_TRUE(tree) << tree.error().message;
  return tree.value_or(SkillTree{});
}

std::string fault(std::string_view toml) {
  const auto tree = read(toml);
  return tree ? "none" : tree.error().message;
}

TEST(SkillTree, FindsAnEntryByItsIdItsNamesAndWhatPeopleSay) {
  const SkillTree tree = sample();
  const Entry* carpentry = tree.find(Kind::skill, "carpentry");
  ASSERT_NE(carpentry, nullptr);
  EXPECT_EQ(carpentry->codes.rome, std::vector<std::string>{"H2206"});
  for (const auto* spelling : {"carpentry", "Menuiserie", "MENUISERIE", "Carpentry", "menuisier", " menuisier !"})
    EXPECT_EQ(tree.find_spelt(Kind::skill, spelling), carpentry) << spelling;
  EXPECT_EQ(tree.find_spelt(Kind::skill, "Fabriquer et reparer")->id, "making") << "accents don't count";
  EXPECT_EQ(tree.find_spelt(Kind::skill, "menuis"), nullptr) << "the beginning of a word is for the search";
  EXPECT_EQ(tree.find_spelt(Kind::skill, ""), nullptr);
}

TEST(SkillTree, KeepsThemesAndSkillsOfOneNameApart) {
  const SkillTree tree = sample();
  EXPECT_EQ(tree.name(Kind::theme, "food", "fr"), "Alimentation");
  EXPECT_EQ(tree.name(Kind::skill, "food", "fr"), "Cuisine");
  EXPECT_EQ(tree.find_spelt(Kind::skill, "aide alimentaire"), nullptr);
}

TEST(SkillTree, StoresTheIdOfAKnownWordAndLeavesAnUnknownOneAsItWasTyped) {
  const SkillTree tree = sample();
  EXPECT_EQ(tree.stored(Kind::skill, "Bricolage bois"), "woodwork");
  EXPECT_EQ(tree.stored(Kind::skill, "Vannerie"), "Vannerie");
  EXPECT_EQ(tree.name(Kind::skill, "woodwork", "en-GB"), "Woodwork");
  EXPECT_EQ(tree.name(Kind::skill, "woodwork", "fr-CA"), "Travail du bois");
  EXPECT_EQ(tree.name(Kind::skill, "Vannerie", "en"), "Vannerie");
}

TEST(SkillTree, KnowsWhatIsAboveAndBelow) {
  const SkillTree tree = sample();
  std::vector<std::string> above;
  for (const Entry* entry : tree.ancestors("carpentry")) above.push_back(entry->id);
  EXPECT_EQ(above, (std::vector<std::string>{"woodwork", "making"}));
  std::vector<std::string> below;
  for (const Entry* entry : tree.children("woodwork")) below.push_back(entry->id);
  EXPECT_EQ(below, (std::vector<std::string>{"carpentry", "framing"}));
  std::vector<std::string> branches;
  for (const Entry* entry : tree.children("")) branches.push_back(entry->id);
  EXPECT_EQ(branches, (std::vector<std::string>{"making", "food"}));
  EXPECT_TRUE(tree.ancestors("making").empty());
  EXPECT_TRUE(tree.ancestors("unknown").empty());
}

TEST(SkillTree, MeasuresTheWayFromOneSkillToAnother) {
  const SkillTree tree = sample();
  const auto distance = [&](const char* a, const char* b) {
    return tree.distance(*tree.find(Kind::skill, a), *tree.find(Kind::skill, b));
  };
  EXPECT_EQ(distance("carpentry", "carpentry"), 0);
  EXPECT_EQ(distance("carpentry", "woodwork"), 1);
  EXPECT_EQ(distance("woodwork", "carpentry"), 1);
  EXPECT_EQ(distance("carpentry", "framing"), 2);
  EXPECT_EQ(distance("making", "carpentry"), 2);
  EXPECT_EQ(distance("carpentry", "food"), std::nullopt) << "their branches never meet";
}

TEST(SkillTree, GivesASkillTheThemesOfItsNearestAncestorThatHasSome) {
  const SkillTree tree = sample();
  ASSERT_EQ(tree.themes_of("carpentry").size(), 1U);
  EXPECT_EQ(tree.themes_of("carpentry").front(), "reuse");
  EXPECT_EQ(tree.themes_of("food").front(), "food");
  EXPECT_TRUE(tree.themes_of("unknown").empty());
}

TEST(SkillTree, TheEmptyOneNamesEverythingAsItIsSpelt) {
  const SkillTree tree;
  EXPECT_EQ(tree.name(Kind::skill, "piano", "fr"), "piano");
  EXPECT_EQ(tree.stored(Kind::skill, "Piano"), "Piano");
  EXPECT_TRUE(tree.children("").empty());
}

TEST(SkillTreeFile, SaysTheLineTheIdTheFieldAndTheRemedy) {
  EXPECT_EQ(fault("skill = [\n {id = \"a\", fr = \"A\", en = \"Aa\"},\n {id = \"a\", fr = \"B\", en = \"Bb\"}]"),
            "skills.toml:3: skill \"a\": id: is that of line 2, too; choose another one, or make them one entry");
  EXPECT_EQ(fault("[[skill]]\nid = \"a\"\nparent = \"b\"\nfr = \"A\"\nen = \"Aa\""),
            "skills.toml:1: skill \"a\": parent: \"b\" is no skill's id; name one of this list");
  EXPECT_EQ(fault("[[theme]]\nid = \"a\"\nfr = \"A\""),
            "skills.toml:1: theme \"a\": en: is missing; give the name in both languages, fr and en");
  EXPECT_EQ(fault("[[theme]]\nid = \"Été\"\nfr = \"A\"\nen = \"B\""),
            "skills.toml:1: theme \"Été\": id: use lower-case letters a to z, digits and hyphens, such as "
            "\"bike-repair\"");
  EXPECT_EQ(fault("[[skill]]\nid = \"a\"\nfr = \"A\"\nen = \"B\"\nthemes = [\"x\"]"),
            "skills.toml:1: skill \"a\": themes: \"x\" is no theme's id; name one of this list");
  EXPECT_EQ(fault("[[skill]]\nid = \"a\"\nfr = 7\nen = \"B\""),
            "skills.toml:3: skill \"a\": fr: wants a text in quotes");
  EXPECT_EQ(fault("[[theme]]\nid = \"a\"\nfr = \"A\"\nen = \"B\"\nsdg = [18]"),
            "skills.toml:1: theme \"a\": sdg: 18 is no goal; they are 1 to 17");
  EXPECT_TRUE(
      fault("[[skill]]\nid = \"a\"\nnmae = \"A\"").starts_with("skills.toml:3: skill \"a\": nmae: is no field; "))
      << fault("[[skill]]\nid = \"a\"\nnmae = \"A\"");
  EXPECT_TRUE(fault("skill = [").starts_with("skills.toml:1: ")) << fault("skill = [");
  EXPECT_EQ(fault("[[skil]]\nid = \"a\""),
            "skills.toml:1: \"skil\" is not known here; there are [[theme]] and [[skill]]");
}

TEST(SkillTreeFile, RefusesTwoEntriesThatAreSpeltAlike) {
  EXPECT_EQ(fault("skill = [{id = \"a\", fr = \"Vélo\", en = \"Bike\"},\n"
                  "{id = \"b\", fr = \"B\", en = \"Bb\", aliases = [\"velo\"]}]"),
            "skills.toml:2: skill \"b\": aliases: \"velo\" is a spelling of \"a\", too; leave it to one of them");
}

TEST(SkillTreeFile, RefusesAFourthLevelAndACircle) {
  const std::string three =
      "skill = [{id = \"a\", fr = \"A\", en = \"A\"}, {id = \"b\", parent = \"a\", fr = \"B\", en = \"B\"},\n"
      "{id = \"c\", parent = \"b\", fr = \"C\", en = \"C\"}";
  EXPECT_EQ(fault(three + "]"), "none");
  EXPECT_EQ(fault(three + ",\n{id = \"d\", parent = \"c\", fr = \"D\", en = \"D\"}]"),
            "skills.toml:3: skill \"d\": parent: is too deep; a skill has at most 3 levels, its branch included");
  EXPECT_TRUE(fault("skill = [{id = \"a\", parent = \"b\", fr = \"A\", en = \"A\"},"
                    "{id = \"b\", parent = \"a\", fr = \"B\", en = \"B\"}]")
                  .contains("is too deep"));
}

}  // namespace
}  // namespace mur::skills
