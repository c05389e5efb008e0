// One event from two organizations: suggested, merged, parted, kept apart. It is noon of Saturday 14 March 2026.
#include <gtest/gtest.h>

#include "tests/broker/ctl/ctl_hub.h"

namespace mur::test {
namespace {

class EventMergeCommands : public ::testing::Test {
 protected:
  EventMergeCommands() {
    hub.broker().add_organization("Cantine des Tilleuls");
    const OrganizationId cambouis = hub.broker().add_organization("Cambouis");
    hub.add_key("theo", Role::owner, cambouis);
    hub.add_key("mina", Role::moderator);
    hub.start();
    cantines = add("Cantine des Tilleuls", "Marche pour le climat", "Place de la République", "Avec la fanfare.");
    cambouis_own = add("Cambouis", "La grande marche pour le climat", "place de la republique");
    add("Cambouis", "Atelier vélo", "Cour");
  }
  std::string add(const std::string& organization, const std::string& title, const std::string& place,
                  const std::string& description = "") {
    const Said said =
        hub.murctl({"event", "add", "--organization", organization, "--title", title, "--start", "2026-03-21 14:00",
                    "--minutes", "120", "--place", place, "--description", description, "--json"});
    EXPECT_EQ(said.code, 0) << said.err;
    const auto about = said.objects().at(0).at("about").get<std::string>();
    return about.substr(about.find('/') + 1);
  }
  std::vector<nlohmann::json> suggested() { return hub.murctl({"event", "duplicates", "--json"}).objects(); }
  nlohmann::json shown(const std::string& id) { return hub.murctl({"event", "show", id, "--json"}).objects().at(0); }

  CtlHub hub;
  std::string cantines;
  std::string cambouis_own;
};

TEST_F(EventMergeCommands, DuplicatesNameBothEventsAndSayWhy) {
  const auto found = suggested();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0]["kind"], "duplicate");
  EXPECT_EQ(found[0]["begins_at"], "2026-03-21T13:00:00Z");
  EXPECT_EQ(found[0]["into"]["id"], cantines) << "it says more";
  EXPECT_EQ(found[0]["into"]["title"], "Marche pour le climat");
  EXPECT_EQ(found[0]["event"]["id"], cambouis_own);
  EXPECT_EQ(found[0]["event"]["organization"], "Cambouis");
  EXPECT_EQ(found[0]["place_likeness"], "same");
  const Said said = hub.murctl({"event", "duplicates"});
  for (const std::string part : {"Sat 2026-03-21 14:00–16:00", "titles 80 % alike, one place",
                                 "\"Marche pour le climat\" by Cantine des Tilleuls, Place de la République",
                                 "\"La grande marche pour le climat\" by Cambouis", "murctl event merge"})
    EXPECT_TRUE(said.out.contains(part)) << part << "\n" << said.out;
}

TEST_F(EventMergeCommands, MergingShowsOneWithBothOrganizationsAndOneCommandUndoesIt) {
  const Said merged = hub.murctl({"event", "merge", cantines.substr(0, 13), cambouis_own});
  ASSERT_EQ(merged.code, 0) << merged.err;
  EXPECT_TRUE(merged.out.contains("\"La grande marche pour le climat\" (Cambouis) is shown as part of")) << merged.out;
  EXPECT_TRUE(merged.out.contains("`murctl event unmerge " + cambouis_own.substr(0, 8) + "` undoes it\n"))
      << merged.out;
  EXPECT_TRUE(suggested().empty());
  EXPECT_EQ(hub.murctl({"event", "duplicates"}).out, "No two events look like the same one.\n");
  EXPECT_EQ(shown(cantines)["with"], nlohmann::json::array({"Cambouis"}));
  EXPECT_EQ(shown(cambouis_own)["merged_into"], cantines);
  const Said page = hub.murctl({"event", "show", cambouis_own});
  EXPECT_TRUE(page.out.contains("merged into  \"Marche pour le climat\" by Cantine des Tilleuls")) << page.out;
  EXPECT_TRUE(page.out.contains("state        merged")) << page.out;

  const Said parted = hub.murctl({"event", "unmerge", cambouis_own});
  ASSERT_EQ(parted.code, 0) << parted.err;
  EXPECT_TRUE(parted.out.contains("stands for itself again: on the wall")) << parted.out;
  EXPECT_FALSE(shown(cantines).contains("with"));
  EXPECT_FALSE(shown(cambouis_own).contains("merged_into"));
  EXPECT_EQ(suggested().size(), 1U);
}

TEST_F(EventMergeCommands, TheSecondTimeNothingIsChanged) {
  ASSERT_EQ(hub.murctl({"event", "merge", cantines, cambouis_own}).code, 0);
  EXPECT_TRUE(hub.murctl({"event", "merge", cantines, cambouis_own}).out.contains("it was so already: \""));
  ASSERT_EQ(hub.murctl({"event", "unmerge", cambouis_own}).code, 0);
  EXPECT_TRUE(hub.murctl({"event", "unmerge", cambouis_own}).out.contains("it was so already"));
}

TEST_F(EventMergeCommands, WhatIsKeptApartIsNotSuggestedAgain) {
  const Said said = hub.murctl({"event", "keep-apart", cantines, cambouis_own});
  ASSERT_EQ(said.code, 0) << said.err;
  EXPECT_TRUE(said.out.contains("are kept apart, and not suggested again")) << said.out;
  EXPECT_TRUE(suggested().empty());
}

TEST_F(EventMergeCommands, AMovedOneIsShownBesideTheOther) {
  ASSERT_EQ(hub.murctl({"event", "merge", cantines, cambouis_own}).code, 0);
  ASSERT_EQ(hub.murctl({"event", "cancel", cantines}).code, 0);
  const Said page = hub.murctl({"event", "show", cambouis_own});
  EXPECT_TRUE(page.out.contains("; shown beside it while they differ")) << page.out;
  EXPECT_TRUE(page.out.contains("state        on the wall")) << page.out;
}

TEST_F(EventMergeCommands, WhatCannotBeMergedIsSaidWithTheRemedy) {
  const std::string other = add("Cambouis", "Chorale", "Cour");
  ASSERT_EQ(hub.murctl({"event", "merge", cantines, cambouis_own}).code, 0);
  const Said chain = hub.murctl({"event", "merge", cambouis_own, other});
  EXPECT_EQ(chain.code, 1);
  EXPECT_TRUE(chain.err.contains("merge into that one")) << chain.err;
  const Said unknown = hub.murctl({"event", "merge", cantines, "ffffffff"});
  EXPECT_EQ(unknown.code, 1);
  EXPECT_TRUE(unknown.err.contains("no event has an id that begins with \"ffffffff\"")) << unknown.err;
  const Said wrong_one = hub.murctl({"event", "unmerge", cantines});
  EXPECT_EQ(wrong_one.code, 1);
  EXPECT_TRUE(wrong_one.err.contains("name what was merged into it")) << wrong_one.err;
  EXPECT_EQ(hub.murctl({"event", "merge", cantines}).code, 2);
}

TEST_F(EventMergeCommands, AModeratorMayAndAnOrganizationMayNot) {
  const Said refused = hub.murctl_as("theo", {"event", "unmerge", cambouis_own});
  EXPECT_EQ(refused.code, 1);
  EXPECT_EQ(hub.murctl_as("mina", {"event", "merge", cantines, cambouis_own}).code, 0);
  EXPECT_EQ(hub.murctl_as("mina", {"event", "unmerge", cambouis_own}).code, 0);
}

}  // namespace
}  // namespace mur::test
