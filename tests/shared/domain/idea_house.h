#pragma once

#include <optional>
#include <string>

#include "shared/domain/idea.h"
#include "shared/domain/telling.h"
#include "tests/shared/domain/reply_house.h"

namespace mur::test {

/// A hub where someone would like to start a reading group.
class IdeaHouse : public ReplyHouse {
 public:
  explicit IdeaHouse(ContactKind contact = ContactKind::none) : idea(propose(contact)) {
    must(Approve{record_id(idea)}, moderator());
  }

  OfferId propose(ContactKind contact) {
    OfferDetails details = two_hours();
    details.tiles = {Tile::idea};
    details.text = "Je lance un groupe de lecture";
    details.contact = contact;
    if (contact != ContactKind::none) details.age = AgeClass::adult;
    Order asked = order(PutOffer{.details = details,
                                 .sealed_ticket = {1},
                                 .sealed_contact = contact == ContactKind::none ? Bytes{} : Bytes(60)});
    ticket = hash_ticket(SecretKey256{}, TicketSecret{.code = std::to_string(++tickets)});
    asked.ticket = ticket;
    const auto changes = ask(asked, kiosk());
    EXPECT_TRUE(changes) << (changes ? "" : changes.error().message);
    return changes ? OfferId{changes->about.uuid} : OfferId{};
  }
  template <class Change>
  Result<Person> try_join(Change&& change) {
    JoinIdea wish{.offer = idea, .language = "fr", .sealed_ticket = {1}};
    change(wish);
    Order asked = order(std::move(wish));
    asked.ticket = hash_ticket(SecretKey256{}, TicketSecret{.code = std::to_string(++tickets)});
    const auto changes = ask(asked, kiosk());
    if (!changes) return fail(changes.error());
    last = *changes;
    return Person{.reply = ReplyId{changes->about.uuid}, .ticket = *asked.ticket};
  }
  Person join(ContactKind contact = ContactKind::none) {
    const auto person = try_join([contact](JoinIdea& wish) {
      wish.contact = contact;
      if (contact == ContactKind::none) return;
      wish.age = AgeClass::adult;
      wish.sealed_contact = Bytes(60);
    });
    EXPECT_TRUE(person) << (person ? "" : person.error().message);
    return person ? *person : Person{};
  }
  /// At the cook's, from 18 h to 21 h.
  EventId put_event(unsigned day, const std::string& uid = "lecture@cantine") {
    EventDetails details = soup(uid);
    details.title = "Lectures à voix haute";
    details.timing.start = paris(2026, 3, day, 18);
    details.timing.end = paris(2026, 3, day, 21);
    return EventId{must(PutEvent{.organization = resident, .details = details}, cook()).uuid};
  }
  EventId set_date(unsigned day, const std::string& uid = "lecture@cantine") {
    const EventId event = put_event(day, uid);
    must(SetIdeaDate{.offer = idea, .event = event}, moderator());
    return event;
  }
  Result<Changes> author_says(Command command) { return House::by_ticket(std::move(command)); }
  [[nodiscard]] const Reply& authors() const { return the(idea_author_reply_id(idea)); }
  [[nodiscard]] std::optional<Telling> telling(ReplyId reply) const { return telling_of(wall, the(reply), now); }
  [[nodiscard]] std::optional<News> news(ReplyId reply) const {
    const auto found = telling(reply);
    return found ? std::optional{found->news} : std::nullopt;
  }
  void tell(ReplyId id) {
    const Reply& reply = the(id);
    must(NoteTold{.reply = id, .status = reply.status, .begins_at = reply.begins_at}, moderator());
  }
  [[nodiscard]] int joined() const { return the(idea).joined; }
  /// Those of others, as the idea counts them.
  [[nodiscard]] int would_come() const {
    int count = 0;
    wall.each<Reply>([&](const Reply& reply) {
      if (reply.offer == idea && is_of_idea(reply) && !is_of_its_author(reply) && takes_place(reply.status)) ++count;
    });
    return count;
  }

  OfferId idea;
};

}  // namespace mur::test
