#include <chrono>

#include "tests/shared/protocol/samples.h"

namespace mur::samples {
namespace {

using calendar::When;

constexpr TimePoint kMade{Milliseconds{1'772'000'000'123}};
constexpr TimePoint kLater{Milliseconds{1'772'600'000'456}};
constexpr std::chrono::local_seconds kEvening{Seconds{1'774'983'600}};

When in_paris(std::chrono::local_seconds local) { return {When::Kind::zoned, local, "Europe/Paris"}; }

std::array<std::uint8_t, 32> bytes32(std::uint8_t first) {
  std::array<std::uint8_t, 32> bytes{};
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<std::uint8_t>(first + i);
  return bytes;
}

Moderation moderation() {
  return {.status = PostStatus::published,
          .before = PostStatus::pending,
          .reason = Reason::contact_in_text,
          .note = "Ôtez le numéro de téléphone.",
          .submitted_at = kMade,
          .decided_at = kLater,
          .seen_by_wall = true,
          .marks = {{screening::MarkKind::phone_number, "description", 12, 14},
                    {screening::MarkKind::link, "title", 0, 9}}};
}

calendar::Timing timing() {
  return {.start = in_paris(kEvening),
          .end = in_paris(kEvening + std::chrono::hours{2}),
          .rules = {"FREQ=WEEKLY;BYDAY=TU"},
          .exception_rules = {"FREQ=MONTHLY;BYDAY=1TU"},
          .extra_dates = {{.start = {When::Kind::utc, kEvening, ""}, .end = When{When::Kind::utc, kEvening, ""}},
                          {.start = {When::Kind::floating, kEvening, ""}, .end = {}}},
          .exception_dates = {{When::Kind::date, std::chrono::local_seconds{Seconds{1'774'915'200}}, ""}}};
}

Place place() {
  return {.name = "Salle Louise-Michel",
          .address = "12 rue de l'Église, 75010 Paris",
          .here = true,
          .room = "Grande salle"};
}

EventDetails event_details() {
  return {.uid = "atelier-42@example.org",
          .recurrence_id = in_paris(kEvening),
          .this_and_future = true,
          .sequence = 3,
          .status = calendar::EventStatus::tentative,
          .timing = timing(),
          .title = "Atelier de réparation",
          .summary = "On répare ensemble.",
          .description = "Apportez votre vélo.\nOn a les outils.",
          .place = place(),
          .access = {.step_free = Known::yes,
                     .lift = Known::no,
                     .adapted_toilet = Known::unknown,
                     .hearing_loop = Known::yes,
                     .sign_language = Known::no,
                     .quiet = Known::unknown},
          .price = {.kind = PriceKind::paid, .text = "5 € / 3 €"},
          .full = true,
          .url = "https://example.org/atelier",
          .categories = {"réparation", "vélo"},
          .source = Source::imported,
          .kind = EventKind::programming,
          .position = Position{.latitude_e6 = 48'872'345, .longitude_e6 = -2'357'001},
          .organizer = "Anne",
          .image_url = "https://example.org/affiche.jpg",
          .conference_url = "https://visio.example.org/atelier",
          .links = {"https://example.org/plan.pdf"}};
}

NeedDetails need_details() {
  return {.kind = NeedKind::time,
          .event = EventId{uuid(3)},
          .title = "Servir la soupe",
          .easy_line = "On sert la soupe à midi.",
          .description = "Deux heures, debout.",
          .theme = "solidarité",
          .skills = {"accueil", "cuisine"},
          .commitment = "2 heures",
          .place = place(),
          .remote = true,
          .no_experience = true,
          .slots = {{.id = SlotId{uuid(30)},
                     .role = "Servir à table",
                     .when = timing(),
                     .wanted = 5,
                     .held = 2,
                     .accepted = 1,
                     .unit = "personnes",
                     .welcomed_by = "Awa",
                     .where = "Cuisine",
                     .bring = "Un tablier",
                     .listed = 3,
                     .dates = {{.begins_at = kLater, .held = 1, .accepted = 2, .listed = 4}}}},
          .closes_at = kLater};
}

OfferDetails offer_details() {
  return {.tiles = {Tile::cooking, Tile::transport, Tile::other},
          .text = "J'ai une camionnette.",
          .availability = {.now = true, .evenings = false, .weekends = true, .days = false, .to_agree = true},
          .first_name = "Zoé",
          .language = "fr",
          .contact = ContactKind::phone,
          .may_be_called = true,
          .age = AgeClass::adult};
}

}  // namespace

Uuid uuid(std::uint8_t last) {
  return {{0x01, 0x90, 0xA6, 0xE0, 0x00, 0x00, 0x70, 0x00, 0x80, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, last}};
}

TicketSecret ticket() { return {.code = "7K3M9Q2FA", .claim = uuid(77).bytes}; }

std::vector<Named<Record>> records() {
  return {
      {"hub", Hub{.id = HubId{uuid(1)},
                  .name = "La Maison",
                  .address = "1 place Ronde, Lyon",
                  .time_zone = "Europe/Paris",
                  .languages = {"fr", "en"},
                  .public_url = "https://mur.example.org",
                  .demo = true,
                  .policy = {.review_hours = 24, .publish_presets = false, .publish_clean_offers = true},
                  .privacy = {.controller = "Association La Maison",
                              .address = "1 place Ronde, Lyon",
                              .rights_contact = "donnees@example.org"},
                  .seal_key = bytes32(1),
                  .rooms = {"Grande salle", "Cuisine"}}},
      {"organization", Organization{.id = OrganizationId{uuid(2)},
                                    .details = {.name = "Les Vélos d'Anne",
                                                .summary = "Réparer plutôt que jeter.",
                                                .url = "https://velos.example.org",
                                                .room = "Bureau 3",
                                                .residency = Residency::resident,
                                                .themes = {"vélo", "climat"}},
                                    .trust = Trust::trusted,
                                    .guarantor = "W751234567",
                                    .created_at = kMade,
                                    .seen_by_wall = true}},
      {"event", Event{.id = EventId{uuid(3)},
                      .organization = OrganizationId{uuid(2)},
                      .details = event_details(),
                      .moved_from = in_paris(kEvening - std::chrono::hours{24}),
                      .moved_at = kLater,
                      .over_at = kLater,
                      .updated_at = kLater,
                      .moderation = moderation(),
                      .feed = FeedId{uuid(13)},
                      .absent_since = kLater,
                      .merged_into = EventId{uuid(15)},
                      .distinct_from = {EventId{uuid(16)}, EventId{uuid(17)}},
                      .refused = digest256({as_bytes("refused")})}},
      {"need", Need{.id = NeedId{uuid(4)},
                    .organization = OrganizationId{uuid(2)},
                    .details = need_details(),
                    .over_at = kLater,
                    .updated_at = kLater,
                    .moderation = moderation()}},
      {"offer", Offer{.id = OfferId{uuid(5)},
                      .details = offer_details(),
                      .kind = OfferKind::skill,
                      .created_at = kMade,
                      .expires_at = kLater,
                      .moderation = moderation(),
                      .stage = OfferStage::met}},
      {"reply", Reply{.id = ReplyId{uuid(6)},
                      .organization = OrganizationId{uuid(2)},
                      .need = NeedId{uuid(4)},
                      .slot = SlotId{uuid(30)},
                      .offer = OfferId{uuid(5)},
                      .status = ReplyStatus::listed,
                      .first_name = "Luc",
                      .contact = ContactKind::email,
                      .created_at = kMade,
                      .decided_at = kLater,
                      .date = kLater,
                      .places = 2,
                      .number = 7,
                      .decide_by = kLater,
                      .begins_at = kLater,
                      .over_at = kLater,
                      .reason = ReplyReason::other_day,
                      .note = "Plutôt mardi",
                      .language = "fr",
                      .age = AgeClass::adult,
                      .walked_in = true,
                      .told_by_organization = true}},
      {"notice", Notice{.id = NoticeId{uuid(7)},
                        .text = "Fermé le 1er mai",
                        .shown_from = kMade,
                        .shown_until = kLater,
                        .moderation = moderation()}},
      {"story", Story{.id = StoryId{uuid(8)},
                      .organization = OrganizationId{uuid(2)},
                      .text = "J'ai appris à souder.",
                      .first_name = "Inès",
                      .expires_at = kLater,
                      .moderation = moderation()}},
      {"key", Key{.id = KeyId{uuid(9)},
                  .principal = PrincipalId{uuid(90)},
                  .public_key = bytes32(100),
                  .role = Role::owner,
                  .organization = OrganizationId{uuid(2)},
                  .label = "Anne, au bureau",
                  .created_at = kMade,
                  .revoked_at = kLater}},
      {"ticket", Ticket{.id = TicketId{uuid(10)},
                        .post = {RecordKind::offer, uuid(5)},
                        .hashes = {.code = bytes32(50), .claim = bytes32(150)},
                        .created_at = kMade}},
      {"revision-event", Revision{.id = RevisionId{uuid(11)},
                                  .organization = OrganizationId{uuid(2)},
                                  .post = {RecordKind::event, uuid(3)},
                                  .proposed = event_details(),
                                  .submitted_at = kMade,
                                  .marks = moderation().marks}},
      {"revision-need", Revision{.id = RevisionId{uuid(12)},
                                 .organization = OrganizationId{uuid(2)},
                                 .post = {RecordKind::need, uuid(4)},
                                 .proposed = need_details(),
                                 .submitted_at = kMade,
                                 .marks = {}}},
      {"tombstone", Tombstone{.of = {RecordKind::offer, uuid(5)},
                              .seen_by_wall = true,
                              .seen_by_staff = true,
                              .organization = OrganizationId{uuid(2)},
                              .at = kLater}},
      {"feed", Feed{.id = FeedId{uuid(13)},
                    .organization = OrganizationId{uuid(2)},
                    .details = {.url = "https://example.org/agenda.ics?token=secret",
                                .name = "Agenda public",
                                .category = "mur",
                                .kind = EventKind::mobilization},
                    .state = FeedState::quarantined,
                    .trouble = FeedTrouble::http_status,
                    .problem = "the server answered 404",
                    .etag = "\"7b\"",
                    .last_modified = "Tue, 24 Feb 2026 10:00:00 GMT",
                    .content = bytes32(3),
                    .added_at = kMade,
                    .checked_at = kLater,
                    .good_at = kMade,
                    .failing_since = kMade,
                    .failures = 12,
                    .next_at = kLater,
                    .refresh_minutes = 60,
                    .coming = 42,
                    .removing_since = kLater}},
      {"feed-health", FeedHealth{.id = FeedHealthId{uuid(14)},
                                 .organization = OrganizationId{uuid(2)},
                                 .name = "Agenda public",
                                 .state = FeedState::quarantined,
                                 .good_at = kMade,
                                 .failing = true}},
  };
}

std::vector<Named<Command>> commands() {
  const std::vector<Named<Record>> nouns = records();
  const RecordId post{RecordKind::offer, uuid(5)};
  const Bytes box(96, 0xA5);
  return {
      {"put-hub", PutHub{std::get<Hub>(nouns[0].value)}},
      {"add-organization",
       AddOrganization{
           .details = std::get<Organization>(nouns[1].value).details, .trust = Trust::newcomer, .guarantor = "Awa N."}},
      {"set-trust",
       SetTrust{.organization = OrganizationId{uuid(2)}, .trust = Trust::trusted, .guarantor = "W751234567"}},
      {"add-key", AddKey{.public_key = bytes32(100),
                         .role = Role::member,
                         .organization = OrganizationId{uuid(2)},
                         .label = "Téléphone de Luc",
                         .replaces = PrincipalId{uuid(90)}}},
      {"revoke-key", RevokeKey{KeyId{uuid(9)}}},
      {"put-event",
       PutEvent{.organization = OrganizationId{uuid(2)}, .details = event_details(), .feed = FeedId{uuid(13)}}},
      {"cancel-event", CancelEvent{.event = EventId{uuid(3)}, .instance = in_paris(kEvening)}},
      {"put-need",
       PutNeed{.need = NeedId{uuid(4)}, .organization = OrganizationId{uuid(2)}, .details = need_details()}},
      {"close-need", CloseNeed{NeedId{uuid(4)}}},
      {"put-offer", PutOffer{.details = offer_details(), .sealed_ticket = box, .sealed_contact = Bytes(60, 0x5A)}},
      {"withdraw-by-ticket", WithdrawByTicket{box}},
      {"restore-by-ticket", RestoreByTicket{box}},
      {"approve", Approve{post}},
      {"refuse", Refuse{.post = post, .reason = Reason::advert, .note = "Une publicité."}},
      {"hide", Hide{.post = post, .reason = Reason::hoax, .note = "Vérifié : c'est faux."}},
      {"unhide", Unhide{post}},
      {"put-notice", PutNotice{.text = "Fermé le 1er mai", .shown_from = kMade, .shown_until = kLater}},
      {"expire", Expire{.entity = post, .due = kLater}},
      {"add-feed", AddFeed{.organization = OrganizationId{uuid(2)},
                           .details = {.url = "webcal://example.org/agenda.ics?token=secret",
                                       .name = "Agenda public",
                                       .category = "mur",
                                       .kind = EventKind::mobilization}}},
      {"confirm-feed", ConfirmFeed{FeedId{uuid(13)}}},
      {"remove-feed", RemoveFeed{.feed = FeedId{uuid(13)}, .keep_events = true}},
      {"note-fetch", NoteFetch{.feed = FeedId{uuid(13)},
                               .report = {.trouble = FeedTrouble::http_status,
                                          .problem = "the server answered 503",
                                          .etag = "\"7b\"",
                                          .last_modified = "Tue, 24 Feb 2026 10:00:00 GMT",
                                          .content = bytes32(3),
                                          .refresh_minutes = 60,
                                          .retry_minutes = 120,
                                          .name = "Agenda",
                                          .coming = 42}}},
      {"miss-event", MissEvent{.event = EventId{uuid(3)}, .feed = FeedId{uuid(13)}, .is_private = true}},
      {"merge-events", MergeEvents{.into = EventId{uuid(3)}, .event = EventId{uuid(33)}}},
      {"unmerge-event", UnmergeEvent{EventId{uuid(33)}}},
      {"keep-apart", KeepApart{.one = EventId{uuid(3)}, .other = EventId{uuid(33)}}},
      {"answer-need", AnswerNeed{.need = NeedId{uuid(4)},
                                 .slot = SlotId{uuid(30)},
                                 .date = kLater,
                                 .places = 2,
                                 .first_name = "Luc",
                                 .contact = ContactKind::email,
                                 .age = AgeClass::adult,
                                 .language = "fr",
                                 .sealed_ticket = {1, 2, 3},
                                 .sealed_contact = {4, 5}}},
      {"come-now", ComeNow{.need = NeedId{uuid(4)}, .slot = SlotId{uuid(30)}}},
      {"decide-reply", DecideReply{.reply = ReplyId{uuid(6)},
                                   .status = ReplyStatus::declined,
                                   .reason = ReplyReason::enough,
                                   .note = "Merci quand même"}},
      {"tell-by-ticket", TellByTicket{.sealed_ticket = {1, 2, 3}, .met = true}},
      {"answer-offer",
       AnswerOffer{
           .offer = OfferId{uuid(5)}, .organization = OrganizationId{uuid(2)}, .note = "Venez mardi, demandez Awa"}},
      {"decide-by-ticket",
       DecideByTicket{.sealed_ticket = {1, 2, 3}, .reply = ReplyId{uuid(6)}, .status = ReplyStatus::nobody_there}},
  };
}

}  // namespace mur::samples
