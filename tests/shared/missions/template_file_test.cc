#include "shared/missions/template_file.h"

#include <gtest/gtest.h>

#include <set>

namespace mur::missions {
namespace {

using namespace std::chrono_literals;

std::string fault(std::string_view toml) {
  const auto read = read_templates(toml, "t.toml");
  return read ? "" : read.error().message;
}

TEST(Templates, TheListThatIsCompiledInIsSound) {
  const auto templates = read_templates(default_templates(), "templates.toml");
  ASSERT_TRUE(templates) << templates.error().message;
  for (const char* id :
       {"stand", "cooking", "set-up", "poster", "transport", "accounting", "website", "translation", "legal-note"})
    EXPECT_NE(find_template(*templates, id), nullptr) << id;
  EXPECT_EQ(find_template(*templates, "picnic"), nullptr);
  for (const Template& one : *templates) {
    EXPECT_GE(one.tasks.size(), 3U) << one.id << " is cut into nothing that one could not do alone";
    std::set<std::string> names;
    for (const Task& task : one.tasks) EXPECT_TRUE(names.insert(task.name.fr).second) << task.name.fr;
  }
}

TEST(Templates, SayWhenATaskIsAgainstTheMission) {
  const auto templates = read_templates(R"(
    [[template]]
    id = "stand"
    fr = "Tenir un stand"
    en = "Running a stand"
      [[template.task]]
      fr = "Installer"
      en = "Set up"
      people = 2
      from = "start"
      after = -60
      minutes = 45
      [[template.task]]
      fr = "Affiche"
      en = "Poster")",
                                        "t.toml");
  ASSERT_TRUE(templates) << templates.error().message;
  ASSERT_EQ(templates->size(), 1U);
  const Task set_up{
      .name = {"Installer", "Set up"}, .people = 2, .from = Task::From::start, .after = -60min, .minutes = 45min};
  const Task poster{.name = {"Affiche", "Poster"}};
  EXPECT_EQ(templates->front().tasks, (std::vector{set_up, poster}));
  EXPECT_EQ(set_up.name.in("fr-FR"), "Installer");
  EXPECT_EQ(set_up.name.in("ar"), "Set up");
}

TEST(Templates, AFaultNamesLineTemplateAndField) {
  const std::string head = "[[template]]\nid = \"x\"\nfr = \"X\"\nen = \"X\"\n";
  const std::string task = "[[template.task]]\nfr = \"A\"\nen = \"A\"\n";
  EXPECT_NE(fault("").find("holds no [[template]]"), std::string::npos);
  EXPECT_NE(fault("[[").find("t.toml:1"), std::string::npos);
  EXPECT_NE(fault(head).find("template \"x\": task: has none"), std::string::npos);
  EXPECT_NE(fault(head + task + "people = 0").find("t.toml:8: template \"x\": people"), std::string::npos)
      << fault(head + task + "people = 0");
  EXPECT_NE(fault(head + task + "from = \"noon\"").find("is \"start\" or \"end\""), std::string::npos);
  EXPECT_NE(fault(head + task + "minutes = 5").find("say \"start\" or \"end\""), std::string::npos);
  EXPECT_NE(fault(head + task + "from = \"end\"").find("how long"), std::string::npos);
  EXPECT_NE(fault(head + task + "colour = 1").find("is no field"), std::string::npos);
  EXPECT_NE(fault(head + task + head + task).find("is that of another"), std::string::npos);
  EXPECT_NE(fault("mission = 1\n" + head + task).find("is not known here"), std::string::npos);
}

}  // namespace
}  // namespace mur::missions
