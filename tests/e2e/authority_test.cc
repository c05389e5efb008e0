// "Own" in the authority table, over the real socket: one's own goes, another's doesn't, whoever asks. That each role
// may do what its column says, and no more: tests/broker/authority_test.cc.
#include "shared/domain/authority.h"

#include <fmt/format.h>

#include <fstream>
#include <map>
#include <set>

#include "tests/broker/transport/raw_client.h"
#include "tests/e2e/posts.h"

namespace mur::test {
namespace {

using Cell = std::pair<Role, Act>;

constexpr std::array kRoles = {Role::admin,  Role::moderator, Role::on_duty, Role::owner,
                               Role::member, Role::proposer,  Role::visitor, Role::kiosk};
constexpr std::chrono::local_days kDay{std::chrono::year{2026} / 4 / 1};

std::set<Cell> own_cells() {
  std::set<Cell> cells;
  for (const Role role : kRoles)
    for (std::size_t i = 0; i < kActs; ++i)
      if (authority(role, static_cast<Act>(i)) == Grant::own) cells.emplace(role, static_cast<Act>(i));
  return cells;
}

class Own : public testing::Test {
 protected:
  /// One organization with something of everything.
  struct Side {
    OrganizationId organization;
    std::string name;
    TestKey key;
    EventId event;
    NeedId need;
    std::map<Role, FeedId> feeds;  ///< one for each who may end it
    NeedId desk;                   ///< has begun, for many
    SlotId desk_slot;
    TimePoint desk_begins{};
    std::map<Role, ReplyId> replies;  ///< to that, accepted; likewise
  };

  Own() {
    mine_ = furnish("Cambouis");
    theirs_ = furnish("Cantine des Récollets");
  }

  Side furnish(const std::string& name) {
    Side side;
    side.name = name;
    side.organization = hub_.add_organization(name, Trust::trusted);
    side.key = hub_.add_key(Role::member, side.organization, name);
    side.event = EventId{
        hub_.must(PutEvent{.organization = side.organization, .details = an_event(name + " en mars", kDay)}).uuid};
    side.need =
        NeedId{hub_.must(PutNeed{.need = {}, .organization = side.organization, .details = a_need("Accueillir")}).uuid};
    for (const Role role : {Role::owner, Role::member}) {
      const auto file = hub_.folder() / fmt::format("{}-{}.ics", name.front(), to_string(role));
      std::ofstream(file) << "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\nEND:VCALENDAR\r\n";
      side.feeds[role] = FeedId{
          hub_.must(AddFeed{.organization = side.organization, .details = {.url = "file://" + file.string()}}).uuid};
      hub_.must(NoteFetch{.feed = side.feeds[role], .report = {}}, clock_actor());  // what it holds could be seen
    }
    side.desk = NeedId{hub_.must(PutNeed{.need = {}, .organization = side.organization, .details = a_long_day()}).uuid};
    const SlotId slot = first_slot(side.desk);
    side.desk_slot = slot;
    side.desk_begins = std::chrono::floor<Seconds>(hub_.clock().now()) - 1h;
    for (const Role role : {Role::owner, Role::member})
      side.replies[role] = ReplyId{hub_.must(ComeNow{.need = side.desk, .slot = slot}).uuid};
    return side;
  }
  NeedDetails a_long_day() {
    NeedDetails details = a_need("Tenir l'accueil");
    const auto local = std::chrono::local_seconds{std::chrono::floor<Seconds>(hub_.clock().now()).time_since_epoch()};
    details.slots[0].wanted = 50;
    details.slots[0].when =
        calendar::Timing{.start = {.kind = calendar::When::Kind::utc, .local = local - 1h},
                         .end = calendar::When{.kind = calendar::When::Kind::utc, .local = local + 9h}};
    return details;
  }
  SlotId first_slot(NeedId need) { return hub_.need(need).details.slots.at(0).id; }
  /// Good to add, and never asked: an address of this machine alone.
  static std::string private_address(Role role) { return fmt::format("https://127.0.0.1/{}.ics", to_string(role)); }
  static Actor clock_actor() { return {.role = Role::clock, .principal = {}, .organization = {}, .name = "horloge"}; }
  link::KeyFile key_file(const TestKey& key) const {
    return {.brokers = {hub_.address()},
            .broker_key = hub_.broker_key(),
            .hub_key = hub_.hub_key(),
            .public_key = key.public_key,
            .secret_key = key.secret_key,
            .role = key.role,
            .label = to_string(key.role)};
  }

  /// What an organization's key may ask of its own things, asked about a side's.
  std::map<Act, Command> about(const Side& side, Role role) {
    const auto feed = side.feeds.find(role);
    const FeedId followed = feed == side.feeds.end() ? FeedId{} : feed->second;
    return {
        {Act::add_key, AddKey{.public_key = make_seal_key_pair().public_key,
                              .role = Role::member,
                              .organization = side.organization,
                              .label = "encore une",
                              .replaces = {}}},
        {Act::revoke_key, RevokeKey{side.key.id}},
        {Act::put_event, PutEvent{.organization = side.organization, .details = an_event("en avril", kDay)}},
        {Act::cancel_event, CancelEvent{.event = side.event, .instance = {}}},
        {Act::put_need, PutNeed{.need = side.need.is_nil() ? std::nullopt : std::optional{side.need},
                                .organization = side.organization,
                                .details = a_need("Accueillir mieux")}},
        {Act::count_tally, CountTally{.need = side.desk, .given = 3}},
        {Act::close_need, CloseNeed{side.need}},
        {Act::add_feed, AddFeed{.organization = side.organization, .details = {.url = private_address(role)}}},
        {Act::confirm_feed, ConfirmFeed{followed}},
        {Act::remove_feed, RemoveFeed{.feed = followed}},
        {Act::answer_offer, AnswerOffer{.offer = offers_[role], .organization = side.organization, .note = "Venez"}},
        {Act::decide_reply, DecideReply{.reply = side.replies.contains(role) ? side.replies.at(role) : ReplyId{},
                                        .status = ReplyStatus::fell_through,
                                        .reason = ReplyReason::other,
                                        .note = {}}},
        // After decide_reply: what that made of it is told.
        {Act::note_told, NoteTold{.reply = side.replies.contains(role) ? side.replies.at(role) : ReplyId{},
                                  .status = ReplyStatus::fell_through,
                                  .begins_at = side.desk_begins}},
        {Act::resume_organization, ResumeOrganization{side.organization}},
        {Act::change_organization,
         ChangeOrganization{.organization = side.organization, .details = {.name = side.name, .summary = "Autrement"}}},
        {Act::accept_charter, AcceptCharter{side.organization}},
        {Act::note_organization_told, NoteOrganizationTold{.organization = side.organization}}};
  }

  Command an_answer(const TicketSecret& ticket) const {
    return AnswerNeed{.need = mine_.desk,
                      .slot = mine_.desk_slot,
                      .language = "fr",
                      .sealed_ticket = seal(hub_.hub_key(), protocol::encode_ticket(ticket)),
                      .sealed_contact = {}};
  }
  /// The organization says yes to all who wait.
  void accept_all(RawClient& owner, const std::vector<ReplyId>& replies) {
    for (const ReplyId reply : replies)
      ASSERT_EQ(refusal(owner, DecideReply{.reply = reply, .status = ReplyStatus::accepted, .note = {}}), std::nullopt);
  }

  /// The refusal; nothing when it was done.
  std::optional<Error> refusal(RawClient& client, Command wish) {
    const CommandId id{make_uuid(hub_.clock().now(), *random_)};
    client.send(protocol::CommandMessage{.id = id, .made_at = hub_.clock().now(), .command = std::move(wish)});
    const auto answer = client.receive();
    if (!answer) return Error{Errc::try_again, "", "no answer in time"};
    if (const auto* refused = std::get_if<protocol::Refusal>(&*answer)) return refused->error;
    const auto* receipt = std::get_if<protocol::ReceiptMessage>(&*answer);
    EXPECT_NE(receipt, nullptr);
    if (receipt != nullptr) made_ = receipt->receipt.about;
    return std::nullopt;
  }
  std::optional<Error> refusal(RawClient& client, Query question) {
    client.send(protocol::QueryMessage{.id = 1, .query = std::move(question)});
    const auto answer = client.expect<protocol::AnswerMessage>();
    if (!answer) return Error{Errc::try_again, "", "no answer in time"};
    if (const auto* refused = std::get_if<Error>(&answer->answer)) return *refused;
    return std::nullopt;
  }

  void expect_refused(const Cell& cell, const std::optional<Error>& refused) {
    ASSERT_TRUE(refused) << to_string(cell.first) << " did " << to_string(cell.second) << " to another's";
    EXPECT_TRUE(refused->code == Errc::forbidden || refused->code == Errc::not_found)
        << to_string(cell.first) << ": " << to_string(cell.second) << ": " << refused->message;
  }
  void expect_done(const Cell& cell, const std::optional<Error>& refused) {
    EXPECT_FALSE(refused) << to_string(cell.first) << " may not " << to_string(cell.second)
                          << " its own: " << refused->message;
  }

  /// The questions about a feed. Of one that is being fetched, or just was, "later" is no refusal.
  void try_feeds(RawClient& client, Role role, std::set<Cell>& asked) {
    const auto try_both = [&](Act act, const auto& question) {
      const Cell cell{role, act};
      if (authority(role, act) != Grant::own) return;
      asked.insert(cell);
      expect_refused(cell, refusal(client, question(theirs_.feeds.at(role))));
      const auto refused = refusal(client, question(mine_.feeds.at(role)));
      const bool later =
          refused && refused->field == "feed" && (refused->code == Errc::try_again || refused->code == Errc::slow_down);
      if (!later) expect_done(cell, refused);
    };
    try_both(Act::preview_feed, [](FeedId id) { return Query{PreviewFeed{id}}; });
    try_both(Act::refresh_feed, [](FeedId id) { return Query{RefreshFeed{id}}; });
  }

  RecordId made_;                   ///< what the last receipt is about
  std::map<Role, OfferId> offers_;  ///< on the wall, one for each role
  TestBroker hub_;
  std::unique_ptr<RandomSource> random_ = make_system_random();
  Side mine_;
  Side theirs_;
};

TEST_F(Own, GoesForWhatIsOnesOwnAndNotForAnothersInEveryCell) {
  std::vector<TestKey> keys;
  for (const Role role : kRoles)
    keys.push_back(hub_.add_key(role, is_of_organization(role) ? mine_.organization : OrganizationId{}));
  const TestKey hall = hub_.add_key(Role::kiosk);  // one screen sends thirty commands a minute
  std::map<Role, TicketSecret> tickets;
  std::map<Role, TicketSecret> reply_tickets;
  std::map<Role, TicketSecret> met_tickets;  ///< of offers that an organization answered
  std::map<Role, TicketSecret> refused_tickets;
  std::map<Role, ReplyId> answers;
  std::vector<ReplyId> waiting;
  hub_.start();
  {
    RawClient kiosk(key_file(hall));
    ASSERT_TRUE(kiosk.greet({.client = "raw", .subscribe = false}));
    for (const Role role : kRoles) {
      tickets[role] = make_ticket(*random_);
      ASSERT_EQ(refusal(kiosk, an_offer(hub_, to_string(role), tickets[role])), std::nullopt);
      reply_tickets[role] = make_ticket(*random_);
      ASSERT_EQ(refusal(kiosk, an_answer(reply_tickets[role])), std::nullopt);
      waiting.emplace_back(made_.uuid);
    }
    RawClient admin(key_file(keys.front()));
    ASSERT_TRUE(admin.greet({.client = "raw", .subscribe = false}));
    accept_all(admin, waiting);
    for (const Role role : kRoles) {
      ASSERT_EQ(refusal(admin, an_offer(hub_, to_string(role), make_ticket(*random_))), std::nullopt);
      offers_[role] = OfferId{made_.uuid};
      ASSERT_EQ(refusal(admin, Approve{record_id(offers_[role])}), std::nullopt);
      met_tickets[role] = make_ticket(*random_);
      ASSERT_EQ(refusal(admin, an_offer(hub_, to_string(role), met_tickets[role])), std::nullopt);
      const OfferId met{made_.uuid};
      ASSERT_EQ(refusal(admin, Approve{record_id(met)}), std::nullopt);
      ASSERT_EQ(refusal(admin, AnswerOffer{.offer = met, .organization = mine_.organization, .note = "Venez"}),
                std::nullopt);
      answers[role] = ReplyId{made_.uuid};
      refused_tickets[role] = make_ticket(*random_);
      ASSERT_EQ(refusal(admin, an_offer(hub_, to_string(role), refused_tickets[role])), std::nullopt);
      ASSERT_EQ(refusal(admin, Refuse{.post = made_, .reason = Reason::advert, .note = {}}), std::nullopt);
    }
  }

  std::set<Cell> asked;
  for (const TestKey& key : keys) {
    RawClient client(key_file(key));
    ASSERT_TRUE(client.greet({.client = "raw", .subscribe = false}));
    const auto try_both = [&](Act act, auto own, auto anothers) {
      const Cell cell{key.role, act};
      if (authority(key.role, act) != Grant::own) return;
      asked.insert(cell);
      expect_refused(cell, refusal(client, std::move(anothers)));
      expect_done(cell, refusal(client, std::move(own)));
    };
    try_feeds(client, key.role, asked);
    std::map<Act, Command> anothers = about(theirs_, key.role);
    const Side nobodys;  // a proposal is nobody's until a moderator gives it to someone
    for (auto& [act, own] : about(key.role == Role::proposer ? nobodys : mine_, key.role))
      try_both(act, std::move(own), std::move(anothers.at(act)));

    const TicketSecret unknown = make_ticket(*random_);
    const TicketSecret& held = tickets[key.role];
    try_both(Act::renew_by_ticket, Command{RenewByTicket{sealed_code(hub_, held)}},
             Command{RenewByTicket{sealed_code(hub_, unknown)}});
    try_both(Act::withdraw_by_ticket, Command{WithdrawByTicket{sealed_code(hub_, held)}},
             Command{WithdrawByTicket{sealed_code(hub_, unknown)}});
    try_both(Act::restore_by_ticket, Command{RestoreByTicket{sealed_code(hub_, held)}},
             Command{RestoreByTicket{sealed_code(hub_, unknown)}});
    try_both(Act::tell_by_ticket, Command{TellByTicket{.sealed_ticket = sealed_code(hub_, reply_tickets[key.role])}},
             Command{TellByTicket{.sealed_ticket = sealed_code(hub_, unknown)}});
    const auto story = [&](const TicketSecret& ticket) {
      return Command{TellStory{.sealed_ticket = sealed_code(hub_, ticket), .text = "Bien.", .consent = true}};
    };
    try_both(Act::tell_story, story(reply_tickets[key.role]), story(unknown));
    try_both(Act::take_story_back, Command{TakeStoryBack{sealed_code(hub_, reply_tickets[key.role])}},
             Command{TakeStoryBack{sealed_code(hub_, unknown)}});
    try_both(
        Act::decide_by_ticket,
        Command{DecideByTicket{.sealed_ticket = sealed_code(hub_, met_tickets[key.role]), .reply = answers[key.role]}},
        Command{DecideByTicket{.sealed_ticket = sealed_code(hub_, unknown), .reply = answers[key.role]}});
    try_both(Act::appeal_by_ticket,
             Command{AppealByTicket{.sealed_ticket = sealed_code(hub_, refused_tickets[key.role]), .text = "Si."}},
             Command{AppealByTicket{.sealed_ticket = sealed_code(hub_, unknown), .text = "Si."}});
    try_both(Act::show_ticket, Query{ShowTicket{held.code}}, Query{ShowTicket{unknown.code}});

    // Nobody has answered a need here: no contact is an organization's own.
    const Cell contact{key.role, Act::open_contact};
    if (authority(key.role, Act::open_contact) == Grant::own) {
      asked.insert(contact);
      expect_refused(contact, refusal(client, Query{OpenContact{record_id(theirs_.need), "rappeler"}}));
    }
    const Cell wrong{key.role, Act::wrong_person};
    if (authority(key.role, Act::wrong_person) == Grant::own) {
      asked.insert(wrong);
      expect_refused(wrong, refusal(client, WrongPerson{record_id(theirs_.replies.at(key.role))}));
    }
  }
  EXPECT_EQ(asked, own_cells());
}

TEST_F(Own, TheBrokersOwnRoleIsNoKeys) {
  hub_.start();
  RawClient admin(key_file(hub_.admin()));
  ASSERT_TRUE(admin.greet({.client = "raw", .subscribe = false}));

  const auto refused = refusal(admin, AddKey{.public_key = make_seal_key_pair().public_key,
                                             .role = Role::clock,
                                             .organization = {},
                                             .label = "horloge",
                                             .replaces = {}});

  ASSERT_TRUE(refused);
  EXPECT_EQ(refused->field, "role");
}

TEST_F(Own, AKioskNamesNoOrganization) {
  const TestKey kiosk = hub_.add_key(Role::kiosk);
  hub_.start();
  RawClient client(key_file(kiosk));
  ASSERT_TRUE(client.greet({.client = "raw", .subscribe = false}));
  for (const auto& [act, wish] : about(mine_, Role::owner)) {
    const auto refused = refusal(client, wish);
    ASSERT_TRUE(refused) << to_string(act);
    EXPECT_EQ(refused->code, Errc::forbidden) << to_string(act);
  }

  // And no key makes a kiosk one's.
  RawClient admin(key_file(hub_.admin()));
  ASSERT_TRUE(admin.greet({.client = "raw", .subscribe = false}));
  const auto refused = refusal(admin, AddKey{.public_key = make_seal_key_pair().public_key,
                                             .role = Role::kiosk,
                                             .organization = mine_.organization,
                                             .label = "borne",
                                             .replaces = {}});
  ASSERT_TRUE(refused);
  EXPECT_EQ(refused->field, "organization");
}

}  // namespace
}  // namespace mur::test
