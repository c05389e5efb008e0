// The table at ReplyStatus, cell by cell, and random histories in which no place is given twice.
#include <limits>
#include <map>
#include <random>
#include <set>

#include "tests/shared/domain/reply_house.h"

namespace mur {
namespace {

using test::march_at;
using test::ReplyHouse;
using Status = ReplyStatus;

constexpr std::array kStatuses = {Status::held,         Status::listed,      Status::accepted, Status::declined,
                                  Status::withdrawn,    Status::expired,     Status::met,      Status::no_show,
                                  Status::nobody_there, Status::fell_through};

/// What someone does about a reply.
enum class Deed { accept, decline, fall_through, meet, miss, withdraw, undo, tell_met, tell_nobody };
constexpr std::array kDeeds = {Deed::accept,   Deed::decline, Deed::fall_through, Deed::meet,       Deed::miss,
                               Deed::withdraw, Deed::undo,    Deed::tell_met,     Deed::tell_nobody};

/// The table: what a deed makes of a status, before the slot begins and after; nothing: it is refused or changes
/// nothing.
std::optional<Status> wanted(Status from, Deed deed, bool begun) {
  const bool came =
      from == Status::accepted || from == Status::met || from == Status::no_show || from == Status::nobody_there;
  switch (deed) {
    case Deed::accept: return from == Status::held ? std::optional{Status::accepted} : std::nullopt;
    case Deed::decline:
      return from == Status::held || from == Status::listed ? std::optional{Status::declined} : std::nullopt;
    case Deed::fall_through: return from == Status::accepted ? std::optional{Status::fell_through} : std::nullopt;
    case Deed::meet: return came && begun && from != Status::met ? std::optional{Status::met} : std::nullopt;
    case Deed::miss: return came && begun && from != Status::no_show ? std::optional{Status::no_show} : std::nullopt;
    case Deed::withdraw: return is_open(from) ? std::optional{Status::withdrawn} : std::nullopt;
    case Deed::undo: return from == Status::withdrawn ? std::optional{Status::held} : std::nullopt;
    case Deed::tell_met:
      return begun && (from == Status::accepted || from == Status::nobody_there) ? std::optional{Status::met}
                                                                                 : std::nullopt;
    case Deed::tell_nobody:
      return begun && from == Status::accepted ? std::optional{Status::nobody_there} : std::nullopt;
  }
  return std::nullopt;
}

void do_it(ReplyHouse& house, const ReplyHouse::Person& person, Deed deed) {
  switch (deed) {
    case Deed::accept: (void)house.decide_on(person, Status::accepted); return;
    case Deed::decline: (void)house.decide_on(person, Status::declined, ReplyReason::enough); return;
    case Deed::fall_through: (void)house.decide_on(person, Status::fell_through, ReplyReason::other); return;
    case Deed::meet: (void)house.decide_on(person, Status::met); return;
    case Deed::miss: (void)house.decide_on(person, Status::no_show); return;
    case Deed::withdraw: (void)house.by_ticket(person, WithdrawByTicket{{1}}); return;
    case Deed::undo: (void)house.by_ticket(person, RestoreByTicket{{1}}); return;
    case Deed::tell_met: (void)house.by_ticket(person, TellByTicket{{1}, true}); return;
    case Deed::tell_nobody: (void)house.by_ticket(person, TellByTicket{{1}, false}); return;
  }
}

/// A reply brought to that status as people bring it there, an hour before its slot or during it. One place wanted.
ReplyHouse::Person bring_to(ReplyHouse& house, NeedId need, Status status, bool begun) {
  if (status == Status::listed) house.answer(need);
  const auto person = house.answer(need);
  if (status == Status::expired) {
    // Nobody decided; the place is free again.
    house.wait(house.the(person.reply).decide_by - house.now);
    house.now = begun ? march_at(21, 19) : march_at(21, 17);
    return person;
  }
  const bool accepted = status == Status::accepted || status == Status::met || status == Status::no_show ||
                        status == Status::nobody_there || status == Status::fell_through;
  if (accepted) do_it(house, person, Deed::accept);
  if (status == Status::declined) do_it(house, person, Deed::decline);
  if (status == Status::fell_through) do_it(house, person, Deed::fall_through);
  house.now = begun ? march_at(21, 19) : march_at(21, 17);
  if (status == Status::withdrawn) do_it(house, person, Deed::withdraw);
  if (status == Status::met) do_it(house, person, Deed::meet);
  if (status == Status::no_show) do_it(house, person, Deed::miss);
  if (status == Status::nobody_there) do_it(house, person, Deed::tell_nobody);
  return person;
}

TEST(ReplyTable, EachCellIsAsWritten) {
  for (const bool begun : {false, true})
    for (const Status from : kStatuses)
      for (const Deed deed : kDeeds) {
        const bool afterwards = from == Status::met || from == Status::no_show || from == Status::nobody_there;
        if (afterwards && !begun) continue;  // nobody is there yet
        ReplyHouse house;
        const auto person = bring_to(house, house.need_of(1), from, begun);
        ASSERT_EQ(house.status(person), from) << to_string(from);
        // The organization's own word outweighs the person's.
        const bool organization_spoke = from == Status::met || from == Status::no_show;
        const bool told = deed == Deed::tell_met || deed == Deed::tell_nobody;
        const auto expected = organization_spoke && told ? std::nullopt : wanted(from, deed, begun);
        do_it(house, person, deed);
        EXPECT_EQ(house.status(person), expected.value_or(from))
            << to_string(from) << ", deed " << static_cast<int>(deed) << (begun ? ", begun" : ", before");
      }
}

/// What the wall says of the replies to a need.
struct Count {
  int held = 0;
  int accepted = 0;
  int listed = 0;
  std::map<ReplyId, Status> statuses;

  [[nodiscard]] int taken() const { return held + accepted; }
};
Count count(const ReplyHouse& house, NeedId need) {
  Count found;
  house.wall.each<Reply>([&](const Reply& reply) {
    if (reply.need != need) return;
    found.statuses[reply.id] = reply.status;
    if (reply.status == Status::listed)
      ++found.listed;
    else if (takes_place(reply.status))
      ++(reply.status == Status::held ? found.held : found.accepted);
  });
  return found;
}

/// What must hold after every command.
void check(const ReplyHouse& house, NeedId need, const Count& before) {
  const Slot& slot = house.slot(need);
  const Count now = count(house, need);
  EXPECT_EQ(slot.held, now.held);
  EXPECT_EQ(slot.accepted, now.accepted);
  EXPECT_EQ(slot.listed, now.listed);
  EXPECT_TRUE(now.taken() <= before.taken() || now.taken() <= slot.wanted) << "a place was given twice";
  EXPECT_TRUE(now.listed == 0 || now.taken() >= slot.wanted) << "someone waits before a free place";
  std::set<std::uint32_t> numbers;
  std::uint32_t last_let_in = 0;
  std::uint32_t first_waiting = std::numeric_limits<std::uint32_t>::max();
  for (const auto& [id, status] : now.statuses) {
    const std::uint32_t number = house.the(id).number;
    EXPECT_TRUE(numbers.insert(number).second) << "two have number " << number;
    const auto was = before.statuses.find(id);
    if (was == before.statuses.end() || was->second != Status::listed) continue;
    if (status == Status::held) last_let_in = std::max(last_let_in, number);
    if (status == Status::listed) first_waiting = std::min(first_waiting, number);
  }
  EXPECT_LT(last_let_in, first_waiting) << "someone was let in before who came first";
}

TEST(ReplyProperty, NoHistoryOverbooksLosesOrDoubles) {
  for (std::uint32_t seed = 1; seed <= 60; ++seed) {
    SCOPED_TRACE(seed);
    std::mt19937 dice{seed};
    const auto roll = [&](std::size_t sides) { return static_cast<std::size_t>(dice() % sides); };
    ReplyHouse house;
    const NeedId need = house.need_of(1 + static_cast<int>(roll(4)));
    std::vector<ReplyHouse::Person> people;
    for (int step = 0; step < 60; ++step) {
      const Count before = count(house, need);
      if (roll(3) == 0 || people.empty()) {
        if (const auto person = house.try_answer(need, [](AnswerNeed&) {})) people.push_back(*person);
      } else if (roll(12) == 0) {
        NeedDetails details = house.the(need).details;
        details.slots[0].wanted = 1 + static_cast<int>(roll(5));
        (void)house.ask(PutNeed{.need = need, .organization = house.resident, .details = details}, house.cook());
      } else if (roll(10) == 0) {
        house.wait(std::chrono::hours{roll(40)});
        if (house.wall.find(need) == nullptr) break;
      } else {
        do_it(house, people[roll(people.size())], kDeeds[roll(kDeeds.size())]);
      }
      check(house, need, before);
      if (HasFailure()) return;
    }
  }
}

}  // namespace
}  // namespace mur
