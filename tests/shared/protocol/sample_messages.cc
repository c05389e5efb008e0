#include "tests/shared/protocol/samples.h"

#include "shared/protocol/codec.h"

namespace mur::samples {
namespace {

using namespace protocol;

constexpr TimePoint kNow{Milliseconds{1'772'000'000'123}};

Digest128 hash() {
  Digest128 value{};
  for (std::size_t i = 0; i < value.size(); ++i) value[i] = static_cast<std::uint8_t>(0xF0 - i);
  return value;
}

std::vector<WireRecord> wire_records() {
  const std::vector<Named<Record>> all = records();
  return {{.id = id_of(all[6].value), .seq = 40, .live = true, .bytes = encode_record(all[6].value)},
          {.id = {RecordKind::offer, uuid(5)}, .seq = 41, .live = false, .bytes = {}}};
}

FeedPreview a_preview() {
  const EventDetails details = std::get<Event>(records()[2].value).details;
  return {.feed = FeedId{uuid(13)},
          .state = FeedState::quarantined,
          .name = "Agenda public",
          .items = {{.title = "Permanence",
                     .start = details.timing.start,
                     .end = details.timing.end,
                     .repeats = true,
                     .status = calendar::EventStatus::tentative,
                     .change = PreviewChange::elsewhere,
                     .waits = true,
                     .marks = {{screening::MarkKind::phone_number, "description", 12, 14}},
                     .holder = FeedId{uuid(18)}}},
          .total = 900,
          .waiting = 3,
          .vanishing = 1,
          .components = 1000,
          .past = 50,
          .private_left = 4,
          .left_out = 2,
          .other_category = 44,
          .warnings = {{.line = 214,
                        .property = "RRULE",
                        .problem = "unknown frequency",
                        .remedy = "the event's first date is shown"}}};
}

}  // namespace

std::vector<Named<Query>> queries() {
  return {
      {"show-ticket", ShowTicket{"7K3M9Q2FA"}},
      {"open-contact", OpenContact{.post = {RecordKind::offer, uuid(5)}, .reason = "Répond à notre besoin"}},
      {"list-audit", ListAudit{250}},
      {"get-status", GetStatus{}},
      {"accept-clock", AcceptClock{}},
      {"reload", Reload{}},
      {"back-up", BackUp{"avant-travaux.db"}},
      {"preview-feed", PreviewFeed{FeedId{uuid(13)}}},
      {"refresh-feed", RefreshFeed{FeedId{uuid(13)}}},
      {"find-contact", FindContact{.sealed_contact = Bytes(60, 0x5A), .reason = "À sa demande"}},
      {"export-ticket", ExportTicket{"7K3M9Q2FA"}},
  };
}

std::vector<Named<Answer>> answers() {
  const auto offer = std::get<PutOffer>(commands()[9].value).details;
  return {
      {"ticket-state", TicketState{.post = {RecordKind::offer, uuid(5)},
                                   .status = PostStatus::withdrawn,
                                   .reason = Reason::other,
                                   .note = "À bientôt",
                                   .details = offer,
                                   .expires_at = kNow,
                                   .can_undo = true,
                                   .reply = {},
                                   .answers = {{.reply = ReplyId{uuid(6)},
                                                .organization = "La Cantine",
                                                .status = ReplyStatus::held,
                                                .reason = ReplyReason::other,
                                                .note = "Venez mardi",
                                                .answered_at = kNow,
                                                .decide_by = kNow,
                                                .reaches = true,
                                                .sensitivity = Sensitivity::religion}},
                                   .stage = OfferStage::promised,
                                   .title = "Fête des voisins",
                                   .may_tell_story = true,
                                   .story = StoryTold{.status = PostStatus::refused,
                                                      .reason = Reason::other,
                                                      .note = "Plus court ?",
                                                      .text = "J'ai appris à souder.",
                                                      .first_name = "Inès",
                                                      .expires_at = kNow},
                                   .report = {},
                                   .may_appeal = true,
                                   .appeal = "Je ne vends rien.",
                                   .appeal_waits = true,
                                   .submitted_at = kNow,
                                   .joined = 3,
                                   .meeting_at = kNow,
                                   .meeting_place = "Grande salle"}},
      {"ticket-state-of-a-reply", TicketState{.post = {RecordKind::reply, uuid(6)},
                                              .status = PostStatus::published,
                                              .details = offer,
                                              .expires_at = kNow,
                                              .reply = ReplyTold{.status = ReplyStatus::listed,
                                                                 .reason = ReplyReason::other,
                                                                 .note = "À bientôt",
                                                                 .need = "Servir la soupe",
                                                                 .role = "Servir à table",
                                                                 .organization = "La Cantine",
                                                                 .need_id = NeedId{uuid(4)},
                                                                 .begins = kNow,
                                                                 .ends = kNow,
                                                                 .each_time = true,
                                                                 .waiting = 2,
                                                                 .decide_by = kNow,
                                                                 .welcomed_by = "Awa",
                                                                 .where = "Cuisine",
                                                                 .bring = "Un tablier",
                                                                 .may_tell = true,
                                                                 .to_idea = true},
                                              .answers = {}}},
      {"contact-opened", ContactOpened{.kind = ContactKind::email, .contact = "zoe@example.org"}},
      {"audit-rows", AuditRows{{{.at = kNow,
                                 .principal = PrincipalId{uuid(90)},
                                 .role = Role::moderator,
                                 .actor = "Awa",
                                 .action = "approve",
                                 .entity = RecordId{RecordKind::offer, uuid(5)},
                                 .reason = "lu"}}}},
      {"broker-status",
       BrokerStatus{
           .version = "0.1.0",
           .epoch = Epoch{uuid(99)},
           .head = 41,
           .now = kNow,
           .started_at = TimePoint{Milliseconds{1'771'000'000'000}},
           .clock_suspect = true,
           .records = 1234,
           .pending = 5,
           .log_bytes = 987'654,
           .data_folder = "/var/lib/mur",
           .listening = "tcp://0.0.0.0:7447",
           .sessions =
               {{.label = "Hall", .role = Role::kiosk, .applied = 41, .idle_milliseconds = 250, .behind = true}},
           .feeds = 7,
           .quarantined_feeds = 2,
           .reported = 3,
           .late = 1,
           .paused = 1}},
      {"done", Done{"avant-travaux.db"}},
      {"feed-preview", a_preview()},
      {"contact-found",
       ContactFound{.posts = {{RecordKind::reply, uuid(6)}, {RecordKind::offer, uuid(5)}}, .blocked = true}},
      {"ticket-export", TicketExport{.post = {RecordKind::reply, uuid(6)},
                                     .created_at = kNow,
                                     .kind = ContactKind::phone,
                                     .masked = "06 •• •• •• 42"}},
      {"ticket-state-report", TicketState{.post = {RecordKind::report, uuid(19)},
                                          .status = PostStatus::published,
                                          .report = ReportTold{.reason = ReportReason::private_data,
                                                               .status = ReportStatus::hidden,
                                                               .note = "Merci.",
                                                               .post = "Atelier vélo",
                                                               .on_wall = true}}},
  };
}

std::vector<Named<Message>> messages() {
  const Error refused{Errc::too_large, "title", "title has 121 characters; give one of 1 to 120"};
  std::vector<Named<Message>> all{
      {"hello", Hello{.version_min = 1,
                      .version_max = 1,
                      .client = "mur-kiosk 0.1.0",
                      .epoch = Epoch{uuid(99)},
                      .seq = 40,
                      .hash = hash(),
                      .subscribe = true}},
      {"pull", Pull{4}},
      {"ping", Ping{41}},
      {"snapshot-wanted", SnapshotWanted{}},
      {"bye", Bye{}},
      {"welcome", Welcome{.version = 1,
                          .scope = {.kind = Scope::Kind::organization, .organization = OrganizationId{uuid(2)}},
                          .epoch = Epoch{uuid(99)},
                          .head = 41,
                          .now = kNow,
                          .snapshot = true,
                          .broker = "mur-broker 0.1.0"}},
      {"chunk", Chunk{wire_records()}},
      {"current", Current{.seq = 41, .hash = hash()}},
      {"batch", BatchMessage{.epoch = Epoch{uuid(99)}, .seq = 42, .records = wire_records(), .last = true}},
      {"receipt", ReceiptMessage{{.command = CommandId{uuid(60)},
                                  .seq = 42,
                                  .about = {RecordKind::offer, uuid(5)},
                                  .changed = true,
                                  .status = PostStatus::pending}}},
      {"receipt-of-a-reply", ReceiptMessage{{.command = CommandId{uuid(62)},
                                             .seq = 42,
                                             .about = {RecordKind::reply, uuid(6)},
                                             .changed = true,
                                             .status = {},
                                             .reply = ReplyStatus::held}}},
      {"receipt-of-nothing",
       ReceiptMessage{{.command = CommandId{uuid(61)}, .seq = 42, .about = {}, .changed = false, .status = {}}}},
      {"refusal", Refusal{.command = CommandId{uuid(60)}, .error = refused, .wait_seconds = 30}},
      {"answer-error", AnswerMessage{.query = 7, .answer = refused}},
      {"pong", Pong{.now = kNow, .seq = 41, .hash = hash()}},
      {"go-away", GoAway{{Errc::forbidden, "key", "this key is not accepted"}}},
  };
  for (auto& [name, command] : commands())
    all.push_back(
        {"command-" + name, CommandMessage{.id = CommandId{uuid(60)}, .made_at = kNow, .command = std::move(command)}});
  for (auto& [name, query] : queries()) all.push_back({"query-" + name, QueryMessage{.id = 7, .query = query}});
  for (auto& [name, answer] : answers()) all.push_back({"answer-" + name, AnswerMessage{.query = 7, .answer = answer}});
  return all;
}

}  // namespace mur::samples
