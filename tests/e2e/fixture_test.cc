// The data folder that a program of schema 1 wrote, under today's broker, with a client that catches up from it.
#include "tests/e2e/log_view.h"
#include "tests/e2e/machine.h"
#include "tests/e2e/posts.h"
#include "tests/e2e/real_broker.h"

namespace mur::test {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> fixtures() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(fs::path(MUR_SOURCE_DIR) / "tests" / "fixtures"))
    if (entry.path().filename().string().starts_with("schema-")) names.push_back(entry.path().filename());
  return names;
}

/// A hub whose log and forget.log are a fixture's; its settings, secrets and admin key are of today.
class EarlierFolder : public testing::TestWithParam<std::string> {
 protected:
  EarlierFolder() {
    for (const char* name : {"log.db", "forget.log"})
      fs::copy_file(fixture_ / name, hub_.folder() / name, fs::copy_options::overwrite_existing);
    for (const char* rest : {"log.db-wal", "log.db-shm"}) fs::remove(hub_.folder() / rest);
    // Nobody has the secret halves of the fixture's keys: it gets new ones.
    Hub hub = *LogView(hub_.folder()).wall.hub();
    hub.seal_key = hub_.hub_key();
    hub_.must(PutHub{hub}, {.role = Role::clock, .principal = {}, .organization = {}, .name = "test"});
    admin_key_ = hub_.add_key(Role::admin);
    kiosk_key_ = hub_.add_key(Role::kiosk);
    broker::Settings settings = hub_.settings().read().value();
    settings.hub.demo = hub.demo;
    hub_.settings().write(settings);
    broker_ = std::make_unique<RealBroker>(hub_);
  }

  fs::path fixture_ = fs::path(MUR_SOURCE_DIR) / "tests" / "fixtures" / GetParam();
  TestBroker hub_;
  std::unique_ptr<RandomSource> random_ = make_system_random();
  TestKey admin_key_;
  TestKey kiosk_key_;
  std::unique_ptr<RealBroker> broker_;
};

TEST_P(EarlierFolder, IsServedAndGoesOn) {
  ASSERT_TRUE(broker_->start("2026-03-14T13:30")) << broker_->program().errors();
  Machine admin(broker_->key_file(admin_key_), hub_.clock(), *random_);
  admin.switch_on();
  // A kiosk whose replica and outbox are as old: the epoch is the log's, so it takes only what came since.
  Machine kiosk(broker_->key_file(kiosk_key_), hub_.clock(), *random_);
  for (const char* name : {"replica.db", "outbox.db"}) fs::copy_file(fixture_ / name, kiosk.folder() / name);
  const std::size_t waiting = kiosk.waiting();
  EXPECT_GT(waiting, 0U);
  kiosk.switch_on();

  const RecordId notice = admin.done(a_notice("Café à 16 h", hub_.clock().now())).about;

  ASSERT_TRUE(kiosk.client().wait_until([&] {
    return kiosk.client().current && kiosk.client().answers.size() >= waiting &&
           kiosk.client().wall.find(notice) != nullptr;
  }));
  Seq head = admin.client().answers.begin()->second->seq;
  for (const auto& [id, answer] : kiosk.client().answers)
    if (answer) head = std::max(head, answer->seq);
  ASSERT_TRUE(kiosk.follows(head));
  admin.switch_off();
  kiosk.switch_off();
  EXPECT_EQ(kiosk.waiting(), 0U);
  ASSERT_EQ(broker_->stop(), 0) << broker_->program().errors();

  const LogView log(hub_.folder());
  EXPECT_GE(log.head, head);
  EXPECT_EQ(kiosk.replica().epoch, log.epoch);
  EXPECT_EQ(kiosk.replica().hash, log.wall_hash);
  EXPECT_GT(log.wall.size(), 10U);
}

INSTANTIATE_TEST_SUITE_P(Every, EarlierFolder, testing::ValuesIn(fixtures()), [](const auto& fixture) {
  std::string name = fixture.param;
  std::erase(name, '-');
  return name;
});

}  // namespace
}  // namespace mur::test
