// The table of idea.h, cell by cell: each allowed and each forbidden transition of who would join an idea.
#include "tests/shared/domain/idea_house.h"

namespace mur {
namespace {

using test::House;
using test::IdeaHouse;
using test::march_at;
using test::ReplyHouse;
using Status = ReplyStatus;

enum class Deed {
  hub_sets_date,
  event_moves,
  event_cancelled,
  author_takes_back,
  idea_is_over,
  person_withdraws,
  person_undoes,
  person_met,
  person_nobody
};
constexpr std::array kDeeds = {Deed::hub_sets_date,     Deed::event_moves,  Deed::event_cancelled,
                               Deed::author_takes_back, Deed::idea_is_over, Deed::person_withdraws,
                               Deed::person_undoes,     Deed::person_met,   Deed::person_nobody};
constexpr std::array kStatuses = {Status::held, Status::accepted,     Status::withdrawn,   Status::expired,
                                  Status::met,  Status::nobody_there, Status::fell_through};

void do_it(IdeaHouse& house, const ReplyHouse::Person& person, Deed deed) {
  const std::optional<EventId> event = house.the(house.idea).event;
  switch (deed) {
    case Deed::hub_sets_date:
      (void)house.ask(SetIdeaDate{.offer = house.idea, .event = house.put_event(25, "autre@cantine")},
                      House::moderator());
      return;
    case Deed::event_moves:
      if (event) house.put_event(28);
      return;
    case Deed::event_cancelled:
      if (event) house.must(CancelEvent{.event = *event, .instance = {}}, house.cook());
      return;
    case Deed::author_takes_back: (void)house.author_says(WithdrawByTicket{{1}}); return;
    case Deed::idea_is_over: house.wait(house.the(house.idea).expires_at - house.now); return;
    case Deed::person_withdraws: (void)house.by_ticket(person, WithdrawByTicket{{1}}); return;
    case Deed::person_undoes: (void)house.by_ticket(person, RestoreByTicket{{1}}); return;
    case Deed::person_met: (void)house.by_ticket(person, TellByTicket{{1}, true}); return;
    case Deed::person_nobody: (void)house.by_ticket(person, TellByTicket{{1}, false}); return;
  }
}

/// What the table says; whoever is told that they are expected is so from the 21st, 18 h, on.
Status wanted(Status from, Deed deed, bool has_begun) {
  const bool came = has_begun && is_agreed(from);
  switch (deed) {
    case Deed::hub_sets_date: return from == Status::held ? Status::accepted : from;
    case Deed::event_moves: return from;
    case Deed::event_cancelled: return from == Status::accepted ? Status::fell_through : from;
    case Deed::author_takes_back: return is_open(from) ? Status::fell_through : from;
    case Deed::idea_is_over: return from == Status::held ? Status::expired : from;
    case Deed::person_withdraws: return is_open(from) ? Status::withdrawn : from;
    case Deed::person_undoes: return from == Status::withdrawn ? Status::held : from;
    case Deed::person_met: return came ? Status::met : from;
    case Deed::person_nobody: return came ? Status::nobody_there : from;
  }
  return from;
}

ReplyHouse::Person bring_to(IdeaHouse& house, Status status) {
  const auto person = house.join();
  house.join();  // someone else would come, too
  switch (status) {
    case Status::accepted: house.set_date(21); break;
    case Status::withdrawn: do_it(house, person, Deed::person_withdraws); break;
    case Status::expired: do_it(house, person, Deed::idea_is_over); break;
    case Status::met:
    case Status::nobody_there:
      house.set_date(21);
      house.wait(march_at(21, 19) - house.now);
      do_it(house, person, status == Status::met ? Deed::person_met : Deed::person_nobody);
      break;
    case Status::fell_through:
      house.set_date(21);
      do_it(house, person, Deed::event_cancelled);
      break;
    default: break;
  }
  return person;
}

TEST(IdeaTable, EachCellIsAsWrittenAndTheIdeaCountsWhoWouldCome) {
  for (const Status from : kStatuses)
    for (const Deed deed : kDeeds) {
      if (from == Status::withdrawn && deed == Deed::idea_is_over) continue;  // erased by then
      IdeaHouse house;
      const auto person = bring_to(house, from);
      const std::string cell = std::string(to_string(from)) + ", deed " + std::to_string(static_cast<int>(deed));
      ASSERT_EQ(house.status(person), from) << cell;
      do_it(house, person, deed);
      EXPECT_EQ(house.status(person), wanted(from, deed, house.now >= march_at(21, 18))) << cell;
      EXPECT_EQ(house.joined(), house.would_come()) << cell;
    }
}

}  // namespace
}  // namespace mur
