// What people leave is planted where nothing else says it, and looked for byte by byte: on the hub's disk, in its
// backups, in a wall's files, in the broker's log at its most talkative.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <fstream>
#include <regex>

#include "tests/e2e/desk.h"
#include "tests/e2e/machine.h"
#include "tests/e2e/posts.h"
#include "tests/e2e/real_broker.h"

namespace mur::test {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr const char* kPhone = "06 98 76 54 32";
constexpr const char* kEmail = "nulle.part.ailleurs@ecoute.example";
/// Either, however it may have been written on its way.
const std::vector<std::string> kContacts{kPhone, "0698765432", "98765432", "98 76 54 32", "ailleurs@ecoute"};
constexpr const char* kOnOffer = "Zephyrine";
constexpr const char* kOnReply = "Ombeline";
constexpr const char* kWithoutContact = "Philibert";

class Privacy : public testing::Test {
 protected:
  void SetUp() override {
    start("2026-03-14T12:00");
    ASSERT_TRUE(link::write_key_file(desk_ / "admin.key", broker_.key_file(hub_.admin())));
    ASSERT_TRUE(link::write_key_file(desk_ / "cook.key", broker_.key_file(cook_key_)));
    kiosk_ = std::make_unique<Machine>(broker_.key_file(kiosk_key_), hub_.clock(), *random_);
    kiosk_->switch_on();
    murctl("cook", {"charter", "accept"});
    murctl("cook", {"need", "add", "--title", "Servir la soupe", "--slot", "Servir;wanted=3"});
    ASSERT_TRUE(kiosk_->client().wait_until([&] { return need().has_value(); }));
  }
  void start(const std::string& time) { ASSERT_TRUE(broker_.start(time)) << broker_.program().errors(); }

  std::string murctl(const std::string& who, const std::vector<std::string>& words) {
    return run_murctl(desk_.path(), who, words);
  }

  // ---- people at the wall ----

  [[nodiscard]] std::optional<Need> need() const {
    std::optional<Need> found;
    kiosk_->client().wall.each<Need>([&](const Need& one) { found = one; });
    return found;
  }
  [[nodiscard]] Bytes sealed(const std::string& contact) const { return seal(hub_.hub_key(), as_bytes(contact)); }
  [[nodiscard]] Bytes sealed(const TicketSecret& ticket) const {
    return seal(hub_.hub_key(), protocol::encode_ticket(ticket));
  }
  RecordId offer(const TicketSecret& ticket) {
    OfferDetails details{.tiles = {Tile::other}, .text = "Je couds", .availability = {.evenings = true}};
    details.first_name = kOnOffer;
    details.language = "fr";
    details.contact = ContactKind::email;
    details.age = AgeClass::adult;
    return kiosk_->done(PutOffer{.details = details, .sealed_ticket = sealed(ticket), .sealed_contact = sealed(kEmail)})
        .about;
  }
  RecordId answer(const TicketSecret& ticket, const std::string& first_name, const std::string& phone) {
    AnswerNeed answer{.need = need()->id, .slot = need()->details.slots.at(0).id, .first_name = first_name};
    answer.language = "fr";
    answer.sealed_ticket = sealed(ticket);
    if (!phone.empty()) {
      answer.contact = ContactKind::phone;
      answer.age = AgeClass::adult;
      answer.sealed_contact = sealed(phone);
    }
    return kiosk_->done(std::move(answer)).about;
  }

  // ---- who looks for it ----

  /// The files below `folder` that hold one of `texts`, as "log.db-wal: Ombeline".
  [[nodiscard]] static std::vector<std::string> found(const fs::path& folder, const std::vector<std::string>& texts,
                                                      const std::string& but = "no such file") {
    std::vector<std::string> places;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
      const std::string name = entry.path().filename().string();
      if (!entry.is_regular_file() || name.starts_with(but)) continue;
      std::ifstream file(entry.path(), std::ios::binary);
      const std::string bytes{std::istreambuf_iterator<char>{file}, {}};
      for (const std::string& text : texts)
        if (bytes.contains(text)) places.push_back(name + ": " + text);
    }
    return places;
  }
  using Nowhere = std::vector<std::string>;

  TestBroker hub_;
  std::unique_ptr<RandomSource> random_ = make_system_random();
  TestKey kiosk_key_ = hub_.add_key(Role::kiosk);
  TestKey cook_key_ = hub_.add_key(Role::owner, hub_.add_organization("La Cantine"), "cook");
  TempFolder desk_;  // keys
  RealBroker broker_{hub_, {}, "trace"};
  std::unique_ptr<Machine> kiosk_;
};

TEST_F(Privacy, AContactIsReadableInNoFileAndNoLogAndWhoAnswersIsNamedOnNoWall) {
  const TicketSecret ticket = make_ticket(*random_);
  const RecordId offered = offer(make_ticket(*random_));
  const RecordId answered = answer(ticket, kOnReply, kPhone);
  const std::string reply = to_string(answered);
  murctl("admin", {"approve", to_string(offered)});
  murctl("cook", {"reply", "accept", reply});
  EXPECT_EQ(murctl("cook", {"contact", "open", reply, "--reason", "dire où venir"}), std::string(kPhone) + "\n");
  EXPECT_TRUE(murctl("admin", {"contact", "find", kEmail, "--reason", "elle le demande"}).contains("Je couds"));
  murctl("admin", {"contact", "block", "ailleurs@ecoute.example", "--reason", "il ne veut plus"});
  murctl("admin", {"ticket", "export", ticket.code});
  for (const char* list : {"queue", "status", "audit"}) murctl("admin", {list});
  murctl("admin", {"outbox", "list"});
  murctl("admin", {"backup", "evening"});
  ASSERT_TRUE(kiosk_->client().wait_until([&] {
    const Offer* shown = kiosk_->client().wall.find(OfferId{offered.uuid});
    return shown != nullptr && shown->moderation.status == PostStatus::published;
  }));

  const auto look = [&] {
    EXPECT_EQ(found(hub_.folder(), kContacts), Nowhere{});
    EXPECT_EQ(found(kiosk_->folder(), kContacts), Nowhere{});
    EXPECT_EQ(found(kiosk_->folder(), {kOnReply}, "outbox.db"), Nowhere{}) << "its outbox names them for a week";
  };
  look();
  EXPECT_FALSE(found(hub_.folder() / "backups", {kOnReply}).empty()) << "else this test looks in the wrong place";
  EXPECT_FALSE(found(kiosk_->folder(), {kOnOffer}, "outbox.db").empty()) << "its author wanted it to be read";
  kiosk_->switch_off();
  ASSERT_EQ(broker_.stop(), 0);
  look();
  EXPECT_FALSE(found(hub_.folder(), {kOnReply}, "evening.db").empty());

  const std::string logged = broker_.program().output() + broker_.program().errors();
  EXPECT_TRUE(logged.contains("[debug] batch ")) << logged;
  for (const std::string& text : kContacts) EXPECT_FALSE(logged.contains(text)) << logged;
  for (const char* name : {kOnReply, kOnOffer}) EXPECT_FALSE(logged.contains(name)) << logged;
}

TEST_F(Privacy, ACrashLeavesNoFileWithTheBrokersMemory) {
  std::ifstream limits(fmt::format("/proc/{}/limits", broker_.program().pid()));
  const std::string text{std::istreambuf_iterator<char>{limits}, {}};
  std::smatch core;
  ASSERT_TRUE(std::regex_search(text, core, std::regex("Max core file size +(\\w+) +(\\w+)"))) << text;
  EXPECT_EQ(core[1], "0");
  EXPECT_EQ(core[2], "0") << "nor can it be raised again";
}

TEST_F(Privacy, WhatIsTakenBackOrErasedIsNowhereOnTheDiskNotEvenOnceAnOlderBackupIsRestored) {
  const std::vector<std::string> names{kOnOffer, kOnReply, kWithoutContact};
  const TicketSecret of_offer = make_ticket(*random_);
  const TicketSecret of_reply = make_ticket(*random_);
  offer(of_offer);
  answer(of_reply, kWithoutContact, "");
  answer(make_ticket(*random_), kOnReply, kPhone);
  murctl("admin", {"backup", "before"});
  ASSERT_FALSE(found(hub_.folder() / "backups", names).empty());

  // Replies at once, even while the broker runs; an offer once its withdrawal can't be undone any more.
  murctl("admin", {"ticket", "withdraw", of_reply.code});
  EXPECT_EQ(found(hub_.folder(), {kWithoutContact}, "before.db"), Nowhere{});
  murctl("admin", {"contact", "erase", kPhone, "--reason", "elle le demande"});
  EXPECT_EQ(found(hub_.folder(), {kOnReply, kWithoutContact}, "before.db"), Nowhere{});
  murctl("admin", {"ticket", "withdraw", of_offer.code});
  kiosk_->switch_off();
  ASSERT_EQ(broker_.stop(), 0);
  hub_.clock().pass(25h);
  start("2026-03-15T13:00");
  ASSERT_TRUE(murctl("admin", {"offer", "list"}).contains("There is no offer"));
  EXPECT_EQ(found(hub_.folder(), names, "before.db"), Nowhere{});

  // A backup made now restores nothing of them …
  murctl("admin", {"backup", "after"});
  ASSERT_EQ(broker_.stop(), 0);
  const auto restore = [&](const std::string& name, const std::string& at) {
    Program program({MUR_BINARY_DIR "/bin/murctl", "--data", hub_.folder().string(), "--clock", at, "restore",
                     (hub_.folder() / "backups" / name).string()});
    ASSERT_EQ(program.wait(), 0) << program.errors();
    start(at);
  };
  restore("after.db", "2026-03-15T14:00");
  EXPECT_EQ(found(hub_.folder(), names, "before.db"), Nowhere{});

  // … nor does one of before, although a wall sends again what it had been told.
  ASSERT_EQ(broker_.stop(), 0);
  hub_.clock().pass(1h);
  restore("before.db", "2026-03-15T15:00");
  kiosk_->switch_on();
  ASSERT_TRUE(kiosk_->client().wait_until([&] { return kiosk_->client().answers.size() == 3; }));
  EXPECT_TRUE(murctl("cook", {"reply", "list"}).contains("Nobody has answered"));
  EXPECT_EQ(found(hub_.folder(), names, "before.db"), Nowhere{});
  kiosk_->switch_off();
  ASSERT_EQ(broker_.stop(), 0);
  EXPECT_EQ(found(hub_.folder(), names, "before.db"), Nowhere{});
  const std::string logged = broker_.program().output() + broker_.program().errors();
  for (const std::string& name : names) EXPECT_FALSE(logged.contains(name)) << logged;
}

}  // namespace
}  // namespace mur::test
