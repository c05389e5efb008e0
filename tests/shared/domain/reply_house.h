#pragma once

#include <string>
#include <vector>

#include "shared/domain/places.h"
#include "tests/support/house.h"

namespace mur::test {

/// A hub where people answer needs.
class ReplyHouse : public House {
 public:
  /// Of the cook, for Saturday the 21st, 18 h to 21 h.
  NeedId need_of(int wanted) {
    NeedDetails details = servers();
    details.slots[0].wanted = wanted;
    return NeedId{must(PutNeed{.organization = resident, .details = details}, cook()).uuid};
  }
  [[nodiscard]] SlotId slot_of(NeedId need) const { return the(need).details.slots.at(0).id; }
  [[nodiscard]] const Slot& slot(NeedId need) const { return the(need).details.slots.at(0); }

  struct Person {
    ReplyId reply;
    TicketHashes ticket;
  };
  /// Someone answers at the kiosk; the wish can be changed first.
  template <class Change>
  Result<Person> try_answer(NeedId need, Change&& change) {
    AnswerNeed wish{.need = need, .slot = slot_of(need), .language = "fr", .sealed_ticket = {1}};
    change(wish);
    Order asked = order(std::move(wish));
    asked.ticket = hash_ticket(SecretKey256{}, TicketSecret{.code = std::to_string(++tickets)});
    const auto changes = ask(asked, kiosk());
    if (!changes) return fail(changes.error());
    last = *changes;
    return Person{.reply = ReplyId{changes->about.uuid}, .ticket = *asked.ticket};
  }
  Person answer(NeedId need, std::optional<TimePoint> date = {}) {
    const auto person = try_answer(need, [&](AnswerNeed& wish) { wish.date = date; });
    EXPECT_TRUE(person) << (person ? "" : person.error().message);
    return person ? *person : Person{};
  }
  Result<Changes> by_ticket(const Person& person, Command command) {
    Order asked = order(std::move(command));
    asked.ticket = person.ticket;
    return ask(asked, kiosk());
  }
  Result<Changes> decide_on(const Person& person, ReplyStatus status, ReplyReason reason = ReplyReason::none) {
    return ask(DecideReply{.reply = person.reply, .status = status, .reason = reason, .note = {}}, cook());
  }
  [[nodiscard]] ReplyStatus status(const Person& person) const { return the(person.reply).status; }

  Changes last;
  int tickets = 0;
};

/// The instant of an hour of March 2026 in Paris (winter time until the 29th).
inline TimePoint march_at(unsigned day, int hour) {
  return TimePoint{std::chrono::sys_days{std::chrono::year{2026} / 3 / std::chrono::day{day}}} +
         std::chrono::hours{hour - 1};
}

}  // namespace mur::test
