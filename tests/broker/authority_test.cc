// Every cell of the authority table, asked for over the real socket.
#include "shared/domain/authority.h"
#include "shared/domain/limits.h"
#include "tests/broker/transport/raw_client.h"
#include "tests/support/test_broker.h"

namespace mur::test {
namespace {

constexpr std::array kRoles = {Role::admin,  Role::moderator, Role::on_duty, Role::owner,
                               Role::member, Role::proposer,  Role::visitor, Role::kiosk};

class AuthorityOverTheWire : public testing::Test {
 protected:
  AuthorityOverTheWire() {
    mine = broker.add_organization("Cambouis", Trust::trusted);
    others = broker.add_organization("Cantine des Récollets", Trust::trusted);
  }

  link::KeyFile key_file(const TestKey& key) const {
    return {.brokers = {broker.address()},
            .broker_key = broker.broker_key(),
            .hub_key = broker.hub_key(),
            .public_key = key.public_key,
            .secret_key = key.secret_key,
            .role = key.role,
            .label = to_string(key.role)};
  }
  static EventDetails an_event() {
    EventDetails details;
    details.uid = "atelier@cambouis";
    details.title = "Atelier vélo";
    details.timing.start = {.kind = calendar::When::Kind::zoned,
                            .local = std::chrono::local_days{std::chrono::year{2026} / 4 / 1} + std::chrono::hours{18},
                            .zone = "Europe/Paris"};
    return details;
  }
  static NeedDetails a_need() {
    NeedDetails details;
    details.title = "Tenir l'atelier";
    details.slots = {Slot{.role = "Accueil", .wanted = 2}};
    return details;
  }
  [[nodiscard]] Bytes a_contact() { return seal(broker.hub_key(), as_bytes("0612345678")); }
  [[nodiscard]] Bytes a_ticket() { return seal(broker.hub_key(), protocol::encode_ticket(make_ticket(*random))); }

  /// Something to ask for each act: what the role may do with it is the table's to say, whether it works is not.
  protocol::Message ask(Act act, OrganizationId organization) {
    const RecordId nothing{RecordKind::offer, Uuid{{9}}};
    const TimePoint now = broker.clock().now();
    switch (act) {
      case Act::put_hub: return command(PutHub{.hub = broker.settings().read().value().hub});
      case Act::add_organization: return command(AddOrganization{.details = {.name = "Nouvelle"}, .guarantor = {}});
      case Act::set_trust: return command(SetTrust{.organization = OrganizationId{Uuid{{9}}}, .guarantor = {}});
      case Act::add_key:
        return command(AddKey{.public_key = make_seal_key_pair().public_key,
                              .role = organization.is_nil() ? Role::kiosk : Role::member,
                              .organization = organization,
                              .label = "clé",
                              .replaces = {}});
      case Act::revoke_key: return command(RevokeKey{KeyId{Uuid{{9}}}});
      case Act::put_event: return command(PutEvent{.organization = organization, .details = an_event()});
      case Act::cancel_event: return command(CancelEvent{.event = EventId{Uuid{{9}}}, .instance = {}});
      case Act::put_need: return command(PutNeed{.need = {}, .organization = organization, .details = a_need()});
      case Act::close_need: return command(CloseNeed{NeedId{Uuid{{9}}}});
      case Act::put_offer: {
        PutOffer offer;
        offer.details.tiles = {Tile::some_time};
        offer.details.language = "fr";
        offer.sealed_ticket = a_ticket();
        return command(offer);
      }
      case Act::withdraw_by_ticket: return command(WithdrawByTicket{a_ticket()});
      case Act::restore_by_ticket: return command(RestoreByTicket{a_ticket()});
      case Act::approve: return command(Approve{nothing});
      case Act::refuse: return command(Refuse{.post = nothing, .reason = Reason::advert, .note = {}});
      case Act::hide: return command(Hide{.post = nothing, .reason = Reason::advert, .note = {}});
      case Act::unhide: return command(Unhide{nothing});
      case Act::put_notice:
        return command(PutNotice{.text = "Café", .shown_from = now, .shown_until = now + std::chrono::hours{1}});
      case Act::expire: return command(Expire{.entity = nothing, .due = now});
      case Act::add_feed:
        return command(AddFeed{.organization = organization, .details = {.url = "https://example.org/a.ics"}});
      case Act::confirm_feed: return command(ConfirmFeed{FeedId{Uuid{{9}}}});
      case Act::remove_feed: return command(RemoveFeed{.feed = FeedId{Uuid{{9}}}});
      case Act::note_fetch: return command(NoteFetch{.feed = FeedId{Uuid{{9}}}, .report = {}});
      case Act::miss_event: return command(MissEvent{.event = EventId{Uuid{{9}}}, .feed = FeedId{Uuid{{8}}}});
      case Act::merge_events: return command(MergeEvents{.into = EventId{Uuid{{9}}}, .event = EventId{Uuid{{8}}}});
      case Act::unmerge_event: return command(UnmergeEvent{EventId{Uuid{{9}}}});
      case Act::keep_apart: return command(KeepApart{.one = EventId{Uuid{{9}}}, .other = EventId{Uuid{{8}}}});
      case Act::answer_need: {
        AnswerNeed answer{.need = NeedId{Uuid{{9}}}, .language = "fr"};
        answer.sealed_ticket = a_ticket();
        return command(answer);
      }
      case Act::come_now: return command(ComeNow{.need = NeedId{Uuid{{9}}}, .slot = {}});
      case Act::decide_reply: return command(DecideReply{.reply = ReplyId{Uuid{{9}}}, .note = {}});
      case Act::tell_by_ticket: return command(TellByTicket{.sealed_ticket = a_ticket()});
      case Act::answer_offer:
        return command(AnswerOffer{.offer = OfferId{Uuid{{9}}}, .organization = organization, .note = "Venez"});
      case Act::decide_by_ticket:
        return command(DecideByTicket{.sealed_ticket = a_ticket(), .reply = ReplyId{Uuid{{9}}}});
      case Act::note_told: return command(NoteTold{.reply = ReplyId{Uuid{{9}}}});
      case Act::propose_event: {
        EventDetails proposed = an_event();
        proposed.organizer = "Les Voisins";
        return command(ProposeEvent{.details = proposed, .sealed_ticket = a_ticket()});
      }
      case Act::renew_by_ticket: return command(RenewByTicket{.sealed_ticket = a_ticket()});
      case Act::tell_story: return command(TellStory{.sealed_ticket = a_ticket(), .text = "Bien", .consent = true});
      case Act::take_story_back: return command(TakeStoryBack{.sealed_ticket = a_ticket()});
      case Act::block_contact: return command(BlockContact{.sealed_contact = a_contact(), .reason = "non"});
      case Act::unblock_contact: return command(UnblockContact{ContactBlockId{Uuid{{9}}}});
      case Act::erase_contact: return command(EraseContact{.sealed_contact = a_contact(), .reason = "non"});
      case Act::wrong_person: return command(WrongPerson{nothing});
      case Act::find_contact: return question(FindContact{.sealed_contact = a_contact(), .reason = "voir"});
      case Act::count_tally: return command(CountTally{.need = NeedId{Uuid{{9}}}, .given = 1});
      case Act::add_report:
        return command(AddReport{.post = nothing, .reason = ReportReason::wrong, .sealed_ticket = a_ticket()});
      case Act::keep_post: return command(KeepPost{.post = nothing, .note = {}});
      case Act::add_staff_note: return command(AddStaffNote{.post = nothing, .text = "vu"});
      case Act::appeal_by_ticket: return command(AppealByTicket{.sealed_ticket = a_ticket(), .text = "Non."});
      case Act::add_ban:
        return command(AddBan{
            .organization = OrganizationId{Uuid{{9}}}, .key = {}, .reason = "x", .until = now + std::chrono::hours{1}});
      case Act::end_ban: return command(EndBan{BanId{Uuid{{9}}}});
      case Act::note_pace: return command(NotePace{});
      case Act::resume_organization: return command(ResumeOrganization{organization});
      case Act::change_organization:
        return command(ChangeOrganization{.organization = organization, .details = {.name = "Autre"}});
      case Act::mark_electoral: return command(MarkElectoral{.post = nothing});
      case Act::join_idea:
        return command(JoinIdea{.offer = OfferId{Uuid{{9}}}, .language = "fr", .sealed_ticket = a_ticket()});
      case Act::set_idea_date: return command(SetIdeaDate{.offer = OfferId{Uuid{{9}}}, .event = EventId{Uuid{{9}}}});
      case Act::note_organization_told: return command(NoteOrganizationTold{.organization = organization});
      case Act::accept_charter: return command(AcceptCharter{organization});
      case Act::export_ticket: return question(ExportTicket{make_ticket(*random).code});
      case Act::show_ticket: return question(ShowTicket{make_ticket(*random).code});
      case Act::open_contact: return question(OpenContact{.post = nothing, .reason = "rappel"});
      case Act::list_audit: return question(ListAudit{});
      case Act::get_status: return question(GetStatus{});
      case Act::accept_clock: return question(AcceptClock{});
      case Act::reload: return question(Reload{});
      case Act::back_up: return question(BackUp{});
      case Act::preview_feed: return question(PreviewFeed{FeedId{Uuid{{9}}}});
      case Act::refresh_feed: return question(RefreshFeed{FeedId{Uuid{{9}}}});
    }
    return protocol::Bye{};
  }
  /// The refusal, or nothing when it was done.
  static std::optional<Error> refusal(RawClient& client, const protocol::Message& asked) {
    client.send(asked);
    auto answer = client.receive();
    if (!answer) return Error{Errc::try_again, "no answer in time", {}};
    if (auto* refused = std::get_if<protocol::Refusal>(&*answer)) return refused->error;
    if (auto* told = std::get_if<protocol::AnswerMessage>(&*answer))
      if (auto* error = std::get_if<Error>(&told->answer)) return *error;
    return std::nullopt;
  }

  TestBroker broker;
  std::unique_ptr<RandomSource> random = make_system_random();
  OrganizationId mine;
  OrganizationId others;

 private:
  protocol::Message command(Command wish) {
    return protocol::CommandMessage{.id = CommandId{make_uuid(broker.clock().now(), *random)},
                                    .made_at = broker.clock().now(),
                                    .command = std::move(wish)};
  }
  static protocol::Message question(Query query) { return protocol::QueryMessage{.id = 1, .query = std::move(query)}; }
};

TEST_F(AuthorityOverTheWire, EveryRoleMayDoWhatItsColumnSaysAndNoMore) {
  // Several keys of each role: there are more acts than a kiosk may ask for in a minute.
  constexpr std::size_t kKeys = kActs / limits::kKioskCommandsPerMinute + 1;
  std::vector<std::array<TestKey, kKeys>> keys;
  for (const Role role : kRoles) {
    auto& some = keys.emplace_back();
    for (TestKey& key : some) key = broker.add_key(role, is_of_organization(role) ? mine : OrganizationId{});
  }
  broker.start();
  for (const auto& some : keys) {
    const TestKey& one = some.front();
    std::vector<std::unique_ptr<RawClient>> clients;
    for (const TestKey& key : some) {
      clients.push_back(std::make_unique<RawClient>(key_file(key)));
      ASSERT_TRUE(clients.back()->greet({.client = "raw", .subscribe = false})) << to_string(one.role);
    }
    // Staff may post for anyone; a proposer names nobody.
    const bool is_staff = one.role == Role::admin || one.role == Role::moderator || one.role == Role::on_duty;
    for (std::size_t i = 0; i < kActs; ++i) {
      const Act act = static_cast<Act>(i);
      const OrganizationId organization = is_staff && act != Act::add_key ? mine : one.organization;
      const auto refused = refusal(*clients[i % kKeys], ask(act, organization));
      const bool by_table = refused && refused->code == Errc::forbidden && refused->field == to_string(act);
      EXPECT_EQ(by_table, authority(one.role, act) == Grant::never)
          << to_string(one.role) << " asked for " << to_string(act) << ": "
          << (refused ? refused->field + ": " + refused->message : "done");
    }
  }
}

TEST_F(AuthorityOverTheWire, AnOrganizationDoesNothingInAnothersName) {
  const TestKey owner = broker.add_key(Role::owner, mine, "owner");
  broker.start();
  RawClient client(key_file(owner));
  ASSERT_TRUE(client.greet({.client = "raw", .subscribe = false}));

  for (const Act act : {Act::add_key, Act::put_event, Act::put_need}) {
    EXPECT_EQ(refusal(client, ask(act, mine)), std::nullopt) << to_string(act);
    const auto refused = refusal(client, ask(act, others));
    ASSERT_TRUE(refused) << to_string(act);
    EXPECT_EQ(refused->code, Errc::forbidden) << to_string(act);
  }
}

TEST_F(AuthorityOverTheWire, AProposerNamesNoOrganization) {
  const TestKey proposer = broker.add_key(Role::proposer);
  broker.start();
  RawClient client(key_file(proposer));
  ASSERT_TRUE(client.greet({.client = "raw", .subscribe = false}));

  const auto refused = refusal(client, ask(Act::put_event, mine));

  ASSERT_TRUE(refused);
  EXPECT_EQ(refused->code, Errc::forbidden);
  EXPECT_EQ(refused->field, "organization");
}

}  // namespace
}  // namespace mur::test
