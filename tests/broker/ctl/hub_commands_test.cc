// What murctl does in a hub's folder while no broker runs.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

#include "broker/config.h"
#include "broker/ctl/hub_init.h"
#include "broker/store/data_lock.h"
#include "broker/store/sqlite_log_store.h"
#include "broker/vault/secrets.h"
#include "tests/broker/ctl/run_murctl.h"
#include "tests/support/temp_folder.h"

namespace mur::ctl {
namespace {

class HubCommands : public ::testing::Test {
 protected:
  int murctl(std::vector<std::string> words) {
    words.insert(words.begin(), {"--data", folder.root.string(), "--clock", "2026-03-12T18:24:00+01:00"});
    last = test::run_murctl(words, *random);
    return last.code;
  }

  test::TempFolder temp;
  HubFolder folder{temp / "hub"};
  std::unique_ptr<RandomSource> random = make_system_random();
  test::Said last;
};

TEST_F(HubCommands, ARealHubIsEmptyAndSaysWhatIsStillToBeSet) {
  ASSERT_EQ(murctl({"hub", "init", "--name", "La Ruche", "--json"}), 0) << last.err;
  const auto said = nlohmann::json::parse(last.out);
  EXPECT_EQ(said["name"], "La Ruche");
  EXPECT_EQ(said["demo"], false);
  const std::string wanting = said["still_to_set"].dump();
  EXPECT_FALSE(wanting.contains("[hub] name")) << wanting;
  for (const auto* key : {"[hub] address", "[hub] time_zone", "[hub] public_url", "[privacy] controller", "listen"})
    EXPECT_TRUE(wanting.contains(key)) << wanting;
  EXPECT_FALSE(broker::HubFile(folder.settings()).read()->hub.demo);
}

TEST_F(HubCommands, ADemonstrationSaysSoInItsSettingsAndLetsPeopleModerate) {
  ASSERT_EQ(murctl({"hub", "init", "--demo"}), 0) << last.err;
  const auto settings = broker::HubFile(folder.settings()).read();
  ASSERT_TRUE(settings) << settings.error().message;
  EXPECT_TRUE(settings->hub.demo);
  EXPECT_FALSE(settings->hub.policy.publish_presets);
  EXPECT_TRUE(takes_contacts(settings->hub));
  EXPECT_EQ(settings->listen, "tcp://127.0.0.1:7447");
}

TEST_F(HubCommands, ASecondInitIsRefused) {
  ASSERT_EQ(murctl({"hub", "init", "--demo"}), 0);
  EXPECT_EQ(murctl({"hub", "init"}), 1);
  EXPECT_TRUE(last.err.contains("holds a hub already")) << last.err;
  EXPECT_TRUE(broker::HubFile(folder.settings()).read()->hub.demo);
}

TEST_F(HubCommands, AnUnknownZoneLeavesNothingBehind) {
  EXPECT_EQ(murctl({"hub", "init", "--time-zone", "Europe/Pariss"}), 1);
  EXPECT_TRUE(last.err.contains("Europe/Paris\"")) << last.err;
  EXPECT_FALSE(std::filesystem::exists(folder.root));
}

TEST_F(HubCommands, TheSecretKeyIsExportedOnceForItsOwnerOnly) {
  ASSERT_EQ(murctl({"hub", "init", "--demo"}), 0);
  const std::string file = temp / "hub.key";
  ASSERT_EQ(murctl({"hub", "key", "export", "--out", file}), 0) << last.err;
  std::string line;
  std::getline(std::ifstream(file) >> std::ws, line);
  EXPECT_EQ(line, to_hex(broker::read_secrets(folder.secrets())->hub.secret_key));
  struct stat about{};
  ASSERT_EQ(::stat(file.c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777U, 0600U);
  EXPECT_FALSE(last.out.contains(line)) << "the key itself is not for the screen";
  EXPECT_EQ(murctl({"hub", "key", "export", "--out", file}), 1);
}

TEST_F(HubCommands, ARestorePutsTheBackupInForceUnderANewEpochAndKeepsWhatWas) {
  ASSERT_EQ(murctl({"hub", "init", "--demo"}), 0);
  const auto backup = temp / "backup.db";
  Epoch before;
  {
    const auto log = broker::SqliteLogStore::open(folder.root);
    ASSERT_TRUE(log);
    before = (*log)->head().epoch;
    ASSERT_TRUE((*log)->back_up(backup));
  }
  ASSERT_EQ(murctl({"restore", backup.string()}), 0) << last.err;
  EXPECT_TRUE(last.out.contains("is in force again: batch 1, of Thu 2026-03-12 18:24")) << last.out;
  EXPECT_TRUE(last.out.contains("log.db.before-restore-20260312T172400Z")) << last.out;
  const auto log = broker::SqliteLogStore::open(folder.root);
  ASSERT_TRUE(log);
  EXPECT_NE((*log)->head().epoch, before);
  EXPECT_EQ((*log)->head().seq, 1U);
}

TEST_F(HubCommands, ARestoreWaitsForNoBrokerToRun) {
  ASSERT_EQ(murctl({"hub", "init", "--demo"}), 0);
  const auto lock = broker::DataLock::take(folder.root);
  ASSERT_TRUE(lock);
  EXPECT_EQ(murctl({"restore", (folder.root / "log.db").string()}), 1);
  EXPECT_TRUE(last.err.contains("in use")) << last.err;
}

TEST_F(HubCommands, ARestoreWithoutAHubIsRefused) {
  EXPECT_EQ(murctl({"restore", "some.db"}), 1);
  EXPECT_TRUE(last.err.contains("holds no hub")) << last.err;
}

TEST_F(HubCommands, TheCompletionIsWritten) {
  EXPECT_EQ(murctl({"completion", "bash"}), 0);
  EXPECT_TRUE(last.out.contains("complete -o default -F _murctl murctl"));
  EXPECT_EQ(murctl({"completion", "csh"}), 2);
}

}  // namespace
}  // namespace mur::ctl
