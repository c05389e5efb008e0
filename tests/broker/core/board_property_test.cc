// Three kiosks, one of them without network at times, and everybody doing whatever comes to mind: no place is given
// twice, no answer is lost or doubled, and no wall hears of anybody.
#include <algorithm>
#include <map>

#include "broker/core/opening.h"
#include "shared/domain/decide.h"
#include "shared/domain/scope.h"
#include "tests/broker/core/core_house.h"

namespace mur::test {
namespace {

constexpr int kSteps = 150;
constexpr std::uint64_t kRuns = 24;

class BoardProperty : public CoreHouse, public testing::WithParamInterface<std::uint64_t> {
 protected:
  /// A screen and its outbox: what it sends is kept, byte for byte, until it is answered for good.
  struct Kiosk {
    KeyId key;
    bool online = true;
    std::vector<broker::CommandArrived> outbox;
  };
  struct Left {
    CommandId command;
    TicketSecret ticket;
    std::string contact;
  };

  void SetUp() override {
    CoreHouse::SetUp();
    cantine = add_organization("La Cantine");
    cook = add_key(Role::owner, "cook", cantine);
    for (const char* name : {"hall", "cafe", "cour"})
      kiosks.push_back({.key = add_key(Role::kiosk, name), .outbox = {}});
    once = add_need("Servir", {});
    weekly = add_need("Buvette", {"FREQ=WEEKLY"});
  }

  NeedId add_need(const std::string& title, std::vector<std::string> rules) {
    NeedDetails details;
    details.title = title;
    const auto at = [](int hour) {
      return calendar::When{
          .kind = calendar::When::Kind::zoned,
          .local = std::chrono::local_days{std::chrono::year{2026} / 3 / 21} + std::chrono::hours{hour},
          .zone = "Europe/Paris"};
    };
    details.slots = {Slot{.role = "Aider",
                          .when = calendar::Timing{.start = at(18), .end = at(21), .rules = std::move(rules)},
                          .wanted = 3}};
    const auto receipt = ask(cook, PutNeed{.organization = cantine, .details = details});
    EXPECT_TRUE(receipt) << receipt.error().message;
    return receipt ? NeedId{receipt->about.uuid} : NeedId{};
  }

  /// 0 … below.
  std::size_t any(std::size_t below) {
    std::array<std::uint8_t, 4> bytes{};
    dice.fill(bytes);
    std::uint32_t number = 0;
    for (const std::uint8_t byte : bytes) number = number << 8U | byte;
    return number % below;
  }
  Kiosk& any_kiosk() { return kiosks[any(kiosks.size())]; }

  [[nodiscard]] Wall wall() {
    auto opened = broker::open_state(store, forget_log, vault, clock.now(), 0ms);
    EXPECT_TRUE(opened);
    return opened ? std::move(opened->wall) : Wall{};
  }

  void someone_answers() {
    Kiosk& at = any_kiosk();
    const Wall now = wall();
    const NeedId need = any(2) == 0 ? once : weekly;
    const Need* found = now.find(need);
    if (found == nullptr) return;
    Left one{.command = {},
             .ticket = make_ticket(random),
             .contact = any(2) == 0 ? "" : "06 11 22 33 4" + std::to_string(any(10))};
    AnswerNeed wish{.need = need,
                    .slot = found->details.slots.front().id,
                    .first_name = "Zéphyrine",
                    .language = "fr",
                    .sealed_ticket = seal(secrets.hub.public_key, protocol::encode_ticket(one.ticket))};
    if (need == weekly && any(2) == 0) wish.date = kFirst + std::chrono::days{7 * static_cast<int>(any(3))};
    if (!one.contact.empty()) {
      wish.contact = ContactKind::phone;
      wish.age = AgeClass::adult;
      wish.sealed_contact = seal(secrets.hub.public_key, as_bytes(one.contact));
    }
    broker::CommandArrived sent = command(at.key, std::move(wish));
    one.command = sent.id;
    left.push_back(std::move(one));
    at.outbox.push_back(std::move(sent));
  }
  void someone_changes_their_mind() {
    if (left.empty()) return;
    Kiosk& at = any_kiosk();
    const Bytes code = sealed_code(left[any(left.size())].ticket.code);
    at.outbox.push_back(
        command(at.key, any(3) == 0 ? Command{RestoreByTicket{code}} : Command{WithdrawByTicket{code}}));
  }
  void the_cook_decides() {
    if (left.empty()) return;
    const ReplyId reply = reply_made_by(left[any(left.size())].command);
    const bool yes = any(3) != 0;
    (void)ask(cook, DecideReply{.reply = reply,
                                .status = yes ? ReplyStatus::accepted : ReplyStatus::declined,
                                .reason = yes ? ReplyReason::none : ReplyReason::enough,
                                .note = {}});
  }
  void the_cook_wants_more_or_fewer() {
    const Wall now = wall();
    const Need* found = now.find(once);
    if (found == nullptr || found->moderation.status != PostStatus::published) return;
    NeedDetails details = found->details;
    details.slots.front().wanted = 1 + static_cast<int>(any(4));
    lowered = true;  // nobody is thrown out: more may be taken than are wanted now
    (void)ask(cook, PutNeed{.need = once, .organization = cantine, .details = details});
  }

  /// Sends what waits, in its order; at times the same twice, as after a lost answer.
  void deliver(Kiosk& at) {
    while (at.online && !at.outbox.empty()) {
      broker::CommandArrived next = at.outbox.front();
      next.session = ++last_session;
      const Answered answer = ask(next);
      if (!answer && (answer.error().code == Errc::slow_down || answer.error().code == Errc::try_again)) return;
      if (any(4) == 0) {
        next.session = ++last_session;
        const Answered again = ask(next);
        EXPECT_EQ(again.has_value(), answer.has_value());
        if (again && answer) EXPECT_EQ(*again, *answer) << "the first receipt";
      }
      if (answer && std::holds_alternative<AnswerNeed>(next.command)) taken.push_back(next.id);
      at.outbox.erase(at.outbox.begin());
    }
  }

  void step_at_random() {
    switch (any(8)) {
      case 0:
      case 1:
      case 2: someone_answers(); break;
      case 3: someone_changes_their_mind(); break;
      case 4:
      case 5: the_cook_decides(); break;
      case 6: kiosks.front().online = any(3) == 0; break;
      default: clock.pass(std::chrono::minutes{any(6 * 60)}); break;
    }
    if (any(40) == 0) the_cook_wants_more_or_fewer();
    clock.pass(10s);
    EXPECT_TRUE(step());
    for (Kiosk& at : kiosks) deliver(at);
  }

  void expect_nobody_overbooked(const Wall& now) const {
    now.each<Need>([&](const Need& need) {
      const Slot& slot = need.details.slots.front();
      if (lowered && need.id == once) return;
      const int each_time = slot.held + slot.accepted;
      EXPECT_LE(each_time, slot.wanted) << need.details.title;
      for (const SlotDate& date : slot.dates) EXPECT_LE(each_time + date.held + date.accepted, slot.wanted);
    });
  }
  void expect_counts_are_those_of_the_replies(const Wall& now) const {
    std::map<NeedId, int> places;
    now.each<Reply>([&](const Reply& reply) {
      if (reply.need && takes_place(reply.status)) places[*reply.need] += reply.places;
    });
    now.each<Need>([&](const Need& need) {
      const Slot& slot = need.details.slots.front();
      int counted = slot.held + slot.accepted;
      for (const SlotDate& date : slot.dates) counted += date.held + date.accepted;
      EXPECT_EQ(counted, places[need.id]) << need.details.title;
    });
  }
  void expect_each_answer_once(const Wall& now) const {
    std::set<CommandId> once_each(taken.begin(), taken.end());
    EXPECT_EQ(once_each.size(), taken.size()) << "an answer was acknowledged twice";
    for (const CommandId id : taken)
      EXPECT_TRUE(now.find(record_id(reply_made_by(id))) != nullptr) << "an acknowledged answer is gone";
  }
  void expect_no_wall_hears(const Wall& now) const {
    for (const auto& [id, stamped] : now.records()) {
      const auto shown = project(stamped.record, kWall);
      if (!shown) continue;
      EXPECT_NE(id.kind, RecordKind::reply);
      const Bytes bytes = protocol::encode_record(*shown);
      const std::string_view text = as_text(bytes);
      EXPECT_FALSE(text.contains("Zéphyrine")) << to_string(id);
      for (const Left& one : left) {
        EXPECT_FALSE(text.contains(one.ticket.code));
        if (!one.contact.empty()) EXPECT_FALSE(text.contains(one.contact));
      }
    }
  }

  // Saturday 21 March, 18 h in Paris.
  static constexpr TimePoint kFirst{std::chrono::sys_days{std::chrono::year{2026} / 3 / 21} + std::chrono::hours{17}};

  SeededRandom dice{GetParam()};
  OrganizationId cantine;
  KeyId cook;
  NeedId once;
  NeedId weekly;
  std::vector<Kiosk> kiosks;
  std::vector<Left> left;
  std::vector<CommandId> taken;
  bool lowered = false;
};

TEST_P(BoardProperty, WhateverPeopleDoPlacesAddUp) {
  for (int i = 0; i < kSteps; ++i) {
    SCOPED_TRACE(i);
    step_at_random();
    if (i % 10 != 0) continue;
    const Wall now = wall();
    expect_nobody_overbooked(now);
    expect_counts_are_those_of_the_replies(now);
    if (HasFailure()) return;
  }
  for (Kiosk& at : kiosks) at.online = true;
  for (int round = 0; round < 40; ++round) {
    clock.pass(1min);
    EXPECT_TRUE(step());
    for (Kiosk& at : kiosks) deliver(at);
  }
  const Wall now = wall();
  for (const Kiosk& at : kiosks) EXPECT_TRUE(at.outbox.empty()) << "everything was answered";
  EXPECT_GT(taken.size(), 10U) << "people did answer";
  expect_nobody_overbooked(now);
  expect_counts_are_those_of_the_replies(now);
  expect_each_answer_once(now);
  expect_no_wall_hears(now);
}

INSTANTIATE_TEST_SUITE_P(Seed, BoardProperty, testing::Range(std::uint64_t{1}, kRuns + 1),
                         testing::PrintToStringParamName());

}  // namespace
}  // namespace mur::test
