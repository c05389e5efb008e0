#pragma once

#include <gtest/gtest.h>

#include <string>

#include "shared/domain/decide.h"
#include "shared/domain/limits.h"
#include "tests/support/counted_random.h"

namespace mur::test {

/// A small hub to tell stories in: a wall, the people, and "someone asks something at some time".
class House {
 public:
  // Thursday 12 March 2026, 18:24 in Paris.
  static constexpr TimePoint kNow{std::chrono::sys_days{std::chrono::year{2026} / 3 / 12} + std::chrono::hours{17} +
                                  std::chrono::minutes{24}};

  House() {
    Hub hub;
    hub.id = HubId{derive_uuid(Uuid{}, "hub")};
    hub.name = "La Maison commune";
    hub.address = "31, rue des Récollets";
    hub.time_zone = "Europe/Paris";
    hub.languages = {"fr", "en"};
    hub.privacy = {.controller = "La Maison commune",
                   .address = "31, rue des Récollets",
                   .rights_contact = "l'accueil",
                   .dpo = "l'accueil",
                   .publication_director = "Awa Diallo",
                   .host = "La Maison"};
    must(PutHub{hub}, clock());
    resident = OrganizationId{must(AddOrganization{.details = {.name = "Cantine des Récollets"},
                                                   .trust = Trust::trusted,
                                                   .guarantor = "W751234567"},
                                   admin())
                                  .uuid};
    newcomer =
        OrganizationId{must(AddOrganization{.details = {.name = "Cambouis"}, .trust = Trust::newcomer}, admin()).uuid};
  }

  [[nodiscard]] static Actor someone(Role role, OrganizationId organization = {}) {
    return Actor{.role = role,
                 .principal = PrincipalId{derive_uuid(organization.uuid, to_string(role))},
                 .organization = organization,
                 .name = to_string(role)};
  }
  [[nodiscard]] static Actor admin() { return someone(Role::admin); }
  [[nodiscard]] static Actor moderator() { return someone(Role::moderator); }
  [[nodiscard]] static Actor kiosk() { return someone(Role::kiosk); }
  [[nodiscard]] static Actor clock() { return someone(Role::clock); }
  [[nodiscard]] Actor cook() const { return someone(Role::owner, resident); }
  [[nodiscard]] Actor mechanic() const { return someone(Role::owner, newcomer); }

  [[nodiscard]] Order order(Command command) {
    return Order{.id = CommandId{make_uuid(now, random)}, .made_at = now, .command = std::move(command), .ticket = {}};
  }

  /// Decides and, when allowed, applies.
  Result<Changes> ask(const Order& asked, const Actor& actor) {
    auto changes = decide(wall, asked, actor, now);
    if (changes && !changes->records.empty()) {
      ++head;
      for (const Record& record : changes->records) wall.apply({.seq = head, .record = record});
    }
    return changes;
  }
  Result<Changes> ask(Command command, const Actor& actor) { return ask(order(std::move(command)), actor); }
  /// The same where a refusal would be the test's mistake; returns what it is about.
  RecordId must(Command command, const Actor& actor) {
    const auto changes = ask(std::move(command), actor);
    EXPECT_TRUE(changes) << (changes ? "" : changes.error().message);
    return changes ? changes->about : RecordId{};
  }
  /// Lets time pass and the broker do what is due.
  void wait(Milliseconds time) {
    now += time;
    for (auto orders = due(wall, now); !orders.empty(); orders = due(wall, now))
      for (const Order& one : orders) ASSERT_TRUE(ask(one, clock()));
  }

  [[nodiscard]] static EventDetails soup(const std::string& uid = "soup@cantine") {
    EventDetails details;
    details.uid = uid;
    details.title = "Cuisine pour 80 voisins";
    details.timing.start = paris(2026, 3, 21, 18);
    details.timing.end = paris(2026, 3, 21, 21);
    return details;
  }
  [[nodiscard]] static calendar::When paris(int year, unsigned month, unsigned day, int hour) {
    return {
        .kind = calendar::When::Kind::zoned,
        .local = std::chrono::local_days{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day}} +
                 std::chrono::hours{hour},
        .zone = "Europe/Paris"};
  }
  [[nodiscard]] static NeedDetails servers() {
    NeedDetails details;
    details.title = "Servir à table";
    details.slots = {Slot{.role = "Servir",
                          .when = calendar::Timing{.start = paris(2026, 3, 21, 18), .end = paris(2026, 3, 21, 21)},
                          .wanted = 4}};
    return details;
  }
  [[nodiscard]] static OfferDetails two_hours() {
    OfferDetails details;
    details.tiles = {Tile::some_time};
    details.availability.evenings = true;
    details.language = "fr";
    return details;
  }
  /// Leaves an offer on the kiosk and returns its id; `ticket` then holds its hashes.
  OfferId leave(OfferDetails details, Bytes contact = {}) {
    Order asked =
        order(PutOffer{.details = std::move(details), .sealed_ticket = {1}, .sealed_contact = std::move(contact)});
    ticket = hash_ticket(SecretKey256{}, make_ticket(random));
    asked.ticket = ticket;
    const auto changes = ask(asked, kiosk());
    EXPECT_TRUE(changes) << (changes ? "" : changes.error().message);
    return changes ? OfferId{changes->about.uuid} : OfferId{};
  }
  Result<Changes> by_ticket(Command command) {
    Order asked = order(std::move(command));
    asked.ticket = ticket;
    return ask(asked, kiosk());
  }

  template <class Noun>
  [[nodiscard]] const Noun& the(const Id<Noun>& id) const {
    const Noun* found = wall.find(id);
    EXPECT_NE(found, nullptr);
    static const Noun kNone{};
    return found == nullptr ? kNone : *found;
  }

  Wall wall;
  TimePoint now = kNow;
  Seq head = 0;
  CountedRandom random;
  TicketHashes ticket;
  OrganizationId resident;  ///< trusted
  OrganizationId newcomer;
};

}  // namespace mur::test
