#include "broker/ctl/hub_init.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <algorithm>
#include <fstream>

#include "broker/config.h"
#include "broker/store/sqlite_log_store.h"
#include "broker/vault/secrets.h"
#include "shared/link/key_file.h"
#include "shared/protocol/codec.h"
#include "tests/support/fake_clock.h"
#include "tests/support/house.h"
#include "tests/support/temp_folder.h"

namespace mur::ctl {
namespace {

broker::Settings settings() {
  broker::Settings made;
  made.hub.name = "La Maison commune";
  made.hub.time_zone = "Europe/Paris";
  made.hub.languages = {"fr"};
  made.listen = "tcp://0.0.0.0:7447";
  return made;
}

mode_t mode_of(const std::filesystem::path& path) {
  struct stat about{};
  EXPECT_EQ(::stat(path.c_str(), &about), 0) << path;
  return about.st_mode & 0777U;
}

class InitHub : public ::testing::Test {
 protected:
  Status init() { return init_hub(folder, settings(), clock, *random); }

  test::TempFolder temp;
  HubFolder folder{temp / "hub"};
  test::FakeClock clock{test::House::kNow};
  std::unique_ptr<RandomSource> random = make_system_random();
};

TEST_F(InitHub, MakesAHubThatItsBrokerAndItsFirstKioskCanUse) {
  ASSERT_TRUE(init());
  const auto read = broker::HubFile(folder.settings()).read();
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->hub.name, "La Maison commune");
  EXPECT_EQ(read->listen, "tcp://0.0.0.0:7447");
  const auto secrets = broker::read_secrets(folder.secrets());
  ASSERT_TRUE(secrets);

  const auto admin = link::read_key_file(folder.admin_key());
  const auto kiosk = link::read_key_file(folder.kiosk_key());
  ASSERT_TRUE(admin) << admin.error().message;
  ASSERT_TRUE(kiosk) << kiosk.error().message;
  EXPECT_EQ(admin->role, Role::admin);
  EXPECT_EQ(kiosk->role, Role::kiosk);
  EXPECT_EQ(kiosk->brokers, std::vector<std::string>{"tcp://127.0.0.1:7447"});
  EXPECT_EQ(kiosk->broker_key, secrets->broker.public_key);
  EXPECT_EQ(kiosk->hub_key, secrets->hub.public_key);

  const auto log = broker::SqliteLogStore::open(folder.root);
  ASSERT_TRUE(log) << log.error().message;
  EXPECT_EQ((*log)->head().seq, 1U);
  std::vector<CurvePublicKey> keys;
  ASSERT_TRUE((*log)->records_since(0, [&](const broker::LogRecord& record) -> Status {
    const auto decoded = protocol::decode_record(record.bytes);
    if (!decoded) return fail(decoded.error());
    if (const auto* key = std::get_if<Key>(&*decoded)) keys.push_back(key->public_key);
    return {};
  }));
  EXPECT_EQ(keys.size(), 2U);
  EXPECT_NE(std::ranges::find(keys, kiosk->public_key), keys.end());
}

TEST_F(InitHub, KeepsItsFolderToItsOwner) {
  ASSERT_TRUE(init());
  EXPECT_EQ(mode_of(folder.root), 0700U);
  EXPECT_EQ(mode_of(folder.settings()), 0600U);
  EXPECT_EQ(mode_of(folder.admin_key()), 0600U);
  EXPECT_EQ(mode_of(folder.kiosk_key()), 0600U);
}

TEST_F(InitHub, RefusesAFolderThatHoldsAHubAndChangesNothing) {
  ASSERT_TRUE(init());
  const auto secrets = broker::read_secrets(folder.secrets());
  const Status again = init();
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().code, Errc::conflict);
  EXPECT_EQ(broker::read_secrets(folder.secrets())->hub.secret_key, secrets->hub.secret_key);
}

TEST_F(InitHub, TakesTheFolderThatUpHasLocked) {
  std::filesystem::create_directories(folder.root / "log");
  std::ofstream(folder.root / "up.lock");
  EXPECT_TRUE(init());
}

TEST_F(InitHub, RefusesAFolderWithOtherThingsInIt) {
  std::filesystem::create_directories(folder.root);
  std::ofstream(folder.root / "photo.jpg");
  const Status refused = init();
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Errc::conflict);
  EXPECT_TRUE(refused.error().message.contains("photo.jpg")) << refused.error().message;
  EXPECT_FALSE(std::filesystem::exists(folder.secrets()));
}

TEST(LocalAddress, WhatListensEverywhereAnswersHere) {
  EXPECT_EQ(local_address("tcp://0.0.0.0:7447"), "tcp://127.0.0.1:7447");
  EXPECT_EQ(local_address("tcp://*:7000"), "tcp://127.0.0.1:7000");
  EXPECT_EQ(local_address("tcp://192.168.1.5:7447"), "tcp://192.168.1.5:7447");
}

}  // namespace
}  // namespace mur::ctl
