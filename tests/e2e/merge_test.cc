// Two organizations import the same event, with the real broker and the real murctl: it is suggested, merged by one
// command and parted by another; a wall, which has only its replica, shows it once with both, and twice again.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

#include "shared/domain/merged.h"
#include "tests/e2e/machine.h"
#include "tests/e2e/real_broker.h"

namespace mur::test {
namespace {

constexpr const char* kTime = "2026-03-14T12:00";  // TestBroker's, in its zone

/// One event as a wall shows it.
struct Shown {
  std::string title;
  std::string organization;
  std::vector<std::string> with;
  friend bool operator==(const Shown&, const Shown&) = default;
  friend auto operator<=>(const Shown&, const Shown&) = default;
};
void PrintTo(const Shown& shown, std::ostream* out) {
  *out << fmt::format("\"{}\" by {} with [{}]", shown.title, shown.organization, fmt::join(shown.with, ", "));
}

std::vector<Shown> shown_by(const Wall& wall) {
  const auto name = [&wall](OrganizationId id) {
    const Organization* organization = wall.find(id);
    return organization == nullptr ? "nobody" : organization->details.name;
  };
  std::vector<Shown> all;
  wall.each<Event>([&](const Event& event) {
    if (!is_on_wall(event.moderation) || is_merged_away(wall, event)) return;
    Shown one{.title = event.details.title, .organization = name(event.organization), .with = {}};
    for (const OrganizationId other : co_organizers(event, merged_with(wall, event))) one.with.push_back(name(other));
    all.push_back(std::move(one));
  });
  std::ranges::sort(all);
  return all;
}

class MergeStory : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(broker_.start(kTime)) << broker_.program().errors();
    ASSERT_TRUE(link::write_key_file(folder_ / "admin.key", broker_.key_file(hub_.admin())));
    wall_ = std::make_unique<Machine>(broker_.key_file(wall_key_), hub_.clock(), *random_);
    wall_->switch_on();
    for (const char* name : {"Collectif X", "Collectif Y"})
      murctl({"organization", "add", name, "--trust", "trusted", "--guarantor", "W751234567"});
  }
  /// What murctl says when it does as told, one object a line.
  std::vector<nlohmann::json> murctl(const std::vector<std::string>& words) {
    std::vector<std::string> command = {MUR_BINARY_DIR "/bin/murctl",
                                        "--data",
                                        folder_.path().string(),
                                        "--key",
                                        (folder_ / "admin.key").string(),
                                        "--wait",
                                        "20",
                                        "--json"};
    command.insert(command.end(), words.begin(), words.end());
    Program program(command);
    EXPECT_EQ(program.wait(), 0) << fmt::format("murctl {}: {}", fmt::join(words, " "), program.errors());
    std::istringstream lines(program.output());
    std::vector<nlohmann::json> objects;
    for (std::string line; std::getline(lines, line);) objects.push_back(nlohmann::json::parse(line));
    return objects;
  }
  void bring_in(const std::string& file, const std::string& organization, int events) {
    const auto said =
        murctl({"event", "import", MUR_SOURCE_DIR "/tests/e2e/fixtures/" + file, "--organization", organization});
    ASSERT_EQ(said.size(), 1U);
    EXPECT_EQ(said[0]["added"], events);
  }
  [[nodiscard]] bool wall_comes_to_show(const std::vector<Shown>& wanted) {
    return wall_->client().wait_until([&] { return shown_by(wall_->client().wall) == wanted; });
  }

  TestBroker hub_;
  std::unique_ptr<RandomSource> random_ = make_system_random();
  TestKey wall_key_ = hub_.add_key(Role::kiosk, {}, "wall");
  TempFolder folder_;
  RealBroker broker_{hub_};
  std::unique_ptr<Machine> wall_;
};

const std::string kX = "Collectif X";
const std::string kY = "Collectif Y";

TEST_F(MergeStory, TheSameEventOfTwoOrganizationsIsShownOnceWithBothUntilItIsParted) {
  bring_in("collectif-x.ics", kX, 3);
  bring_in("collectif-y.ics", kY, 2);
  const std::vector<Shown> apart = {{"Atelier de réparation", kX, {}},
                                    {"Fête du printemps", kX, {}},
                                    {"La fête du printemps !", kY, {}},
                                    {"Repas de quartier", kX, {}},
                                    {"Réunion publique", kY, {}}};
  ASSERT_TRUE(wall_comes_to_show(apart)) << testing::PrintToString(shown_by(wall_->client().wall));

  const auto suggested = murctl({"event", "duplicates"});
  ASSERT_EQ(suggested.size(), 1U);
  EXPECT_EQ(suggested[0]["kind"], "duplicate");
  EXPECT_EQ(suggested[0]["into"]["organization"], kY) << "it says where";
  EXPECT_EQ(suggested[0]["event"]["organization"], kX);
  const std::string into = suggested[0]["into"]["id"];
  const std::string event = suggested[0]["event"]["id"];
  murctl({"event", "merge", into, event});

  ASSERT_TRUE(wall_comes_to_show({{"Atelier de réparation", kX, {}},
                                  {"La fête du printemps !", kY, {kX}},
                                  {"Repas de quartier", kX, {}},
                                  {"Réunion publique", kY, {}}}))
      << testing::PrintToString(shown_by(wall_->client().wall));
  EXPECT_TRUE(murctl({"event", "duplicates"}).empty());
  // Its sources know nothing of it: reading them again changes nothing.
  bring_in("collectif-x.ics", kX, 0);
  bring_in("collectif-y.ics", kY, 0);
  EXPECT_EQ(murctl({"event", "show", event}).at(0)["merged_into"], into);

  murctl({"event", "unmerge", event});

  EXPECT_TRUE(wall_comes_to_show(apart)) << testing::PrintToString(shown_by(wall_->client().wall));
  EXPECT_EQ(murctl({"event", "duplicates"}).size(), 1U);
}

TEST_F(MergeStory, AnInvitationPassedOnIsSuggestedAsCoOrganizedAndChangesNothing) {
  bring_in("collectif-x.ics", kX, 3);
  const auto before = murctl({"event", "list"});
  bring_in("collectif-x.ics", kY, 3);  // the same UIDs, said by others

  const auto suggested = murctl({"event", "duplicates"});
  ASSERT_EQ(suggested.size(), 3U);
  for (const auto& one : suggested) {
    EXPECT_EQ(one["kind"], "co-organized");
    EXPECT_EQ(one["into"]["uid"], one["event"]["uid"]);
    EXPECT_NE(one["into"]["organization"], one["event"]["organization"]);
  }
  EXPECT_EQ(murctl({"event", "list", "--organization", kX}), before);
  EXPECT_EQ(murctl({"event", "list"}).size(), 2 * before.size()) << "never merged by itself";
}

}  // namespace
}  // namespace mur::test
