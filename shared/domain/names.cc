// The names of enumerators, as murctl, the audit trail and `--json` write and read them.
#include <array>
#include <string_view>
#include <utility>

#include "shared/domain/authority.h"
#include "shared/domain/feed.h"
#include "shared/domain/feed_preview.h"
#include "shared/domain/ids.h"
#include "shared/domain/moderation.h"
#include "shared/domain/need.h"
#include "shared/domain/offer.h"
#include "shared/domain/organization.h"
#include "shared/domain/reply.h"
#include "shared/domain/report.h"
#include "shared/domain/role.h"
#include "shared/domain/tally.h"
#include "shared/domain/telling.h"

namespace mur {
namespace {

template <class Enum>
using Name = std::pair<Enum, const char*>;

template <class Enum, std::size_t N>
const char* name_in(const std::array<Name<Enum>, N>& names, Enum value) {
  for (const auto& [known, name] : names)
    if (known == value) return name;
  return "unknown";
}

template <class Enum, std::size_t N>
std::optional<Enum> value_in(const std::array<Name<Enum>, N>& names, std::string_view text) {
  for (const auto& [known, name] : names)
    if (text == name) return known;
  return std::nullopt;
}

constexpr std::array<Name<RecordKind>, 19> kRecordKinds{{{RecordKind::hub, "hub"},
                                                         {RecordKind::organization, "organization"},
                                                         {RecordKind::event, "event"},
                                                         {RecordKind::need, "need"},
                                                         {RecordKind::offer, "offer"},
                                                         {RecordKind::reply, "reply"},
                                                         {RecordKind::notice, "notice"},
                                                         {RecordKind::story, "story"},
                                                         {RecordKind::key, "key"},
                                                         {RecordKind::ticket, "ticket"},
                                                         {RecordKind::revision, "revision"},
                                                         {RecordKind::feed, "feed"},
                                                         {RecordKind::feed_health, "feed-health"},
                                                         {RecordKind::contact_trace, "contact-trace"},
                                                         {RecordKind::contact_block, "contact-block"},
                                                         {RecordKind::report, "report"},
                                                         {RecordKind::staff_notes, "staff-notes"},
                                                         {RecordKind::ban, "ban"},
                                                         {RecordKind::review_pace, "review-pace"}}};
constexpr std::array<Name<EventKind>, 2> kEventKinds{
    {{EventKind::programming, "here"}, {EventKind::mobilization, "in-town"}}};
constexpr std::array<Name<FeedState>, 3> kFeedStates{
    {{FeedState::proposed, "proposed"}, {FeedState::active, "active"}, {FeedState::quarantined, "quarantined"}}};
constexpr std::array<Name<FeedTrouble>, 8> kFeedTroubles{{{FeedTrouble::none, "none"},
                                                          {FeedTrouble::unreachable, "unreachable"},
                                                          {FeedTrouble::forbidden, "forbidden"},
                                                          {FeedTrouble::http_status, "http-status"},
                                                          {FeedTrouble::too_slow, "too-slow"},
                                                          {FeedTrouble::too_large, "too-large"},
                                                          {FeedTrouble::unreadable, "unreadable"},
                                                          {FeedTrouble::shrunk, "shrunk"}}};
constexpr std::array<Name<PreviewChange>, 5> kPreviewChanges{{{PreviewChange::added, "added"},
                                                              {PreviewChange::changed, "changed"},
                                                              {PreviewChange::same, "same"},
                                                              {PreviewChange::vanishes, "vanishes"},
                                                              {PreviewChange::elsewhere, "elsewhere"}}};
constexpr std::array<Name<Role>, 9> kRoles{{{Role::admin, "admin"},
                                            {Role::moderator, "moderator"},
                                            {Role::on_duty, "on-duty"},
                                            {Role::owner, "owner"},
                                            {Role::member, "member"},
                                            {Role::proposer, "proposer"},
                                            {Role::visitor, "visitor"},
                                            {Role::kiosk, "kiosk"},
                                            {Role::clock, "clock"}}};
constexpr std::array<Name<PostStatus>, 7> kPostStatuses{{{PostStatus::pending, "pending"},
                                                         {PostStatus::published, "published"},
                                                         {PostStatus::refused, "refused"},
                                                         {PostStatus::hidden, "hidden"},
                                                         {PostStatus::withdrawn, "withdrawn"},
                                                         {PostStatus::expired, "expired"},
                                                         {PostStatus::closed, "closed"}}};
constexpr std::array<Name<Reason>, 17> kReasons{{{Reason::none, "none"},
                                                 {Reason::advert, "advert"},
                                                 {Reason::paid_work, "paid-work"},
                                                 {Reason::canvassing, "canvassing"},
                                                 {Reason::attack, "attack"},
                                                 {Reason::hate, "hate"},
                                                 {Reason::hoax, "hoax"},
                                                 {Reason::contact_in_text, "contact-in-text"},
                                                 {Reason::incomplete, "incomplete"},
                                                 {Reason::repeat, "repeat"},
                                                 {Reason::off_topic, "off-topic"},
                                                 {Reason::other, "other"},
                                                 {Reason::suspended, "suspended"},
                                                 {Reason::reported, "reported"},
                                                 {Reason::paused, "paused"},
                                                 {Reason::electoral, "electoral"},
                                                 {Reason::silence, "silence"}}};
constexpr std::array<Name<Sensitivity>, 6> kSensitivities{{{Sensitivity::none, "none"},
                                                           {Sensitivity::trade_union, "trade-union"},
                                                           {Sensitivity::party, "party"},
                                                           {Sensitivity::religion, "religion"},
                                                           {Sensitivity::health, "health"},
                                                           {Sensitivity::orientation, "orientation"}}};
constexpr std::array<Name<Level>, 4> kLevels{{{Level::unsaid, "unsaid"},
                                              {Level::curious, "curious"},
                                              {Level::at_ease, "at-ease"},
                                              {Level::professional, "professional"}}};
constexpr std::array<Name<Origin>, 3> kOrigins{
    {{Origin::unsaid, "unsaid"}, {Origin::passion, "passion"}, {Origin::job, "job"}}};
constexpr std::array<Name<EmployerBacked::Time>, 4> kEmployerTimes{{{EmployerBacked::Time::half_days, "half-days"},
                                                                    {EmployerBacked::Time::days, "days"},
                                                                    {EmployerBacked::Time::part_time, "part-time"},
                                                                    {EmployerBacked::Time::full_time, "full-time"}}};
constexpr std::array<Name<EmployerBacked::Seniority>, 3> kSeniorities{{{EmployerBacked::Seniority::unsaid, "unsaid"},
                                                                       {EmployerBacked::Seniority::junior, "junior"},
                                                                       {EmployerBacked::Seniority::senior, "senior"}}};
constexpr std::array<Name<EmployerBacked::Agreement>, 3> kAgreements{{{EmployerBacked::Agreement::to_ask, "to-ask"},
                                                                      {EmployerBacked::Agreement::asked, "asked"},
                                                                      {EmployerBacked::Agreement::agreed, "agreed"}}};
constexpr std::array<Name<Residency>, 2> kResidencies{
    {{Residency::resident, "resident"}, {Residency::external, "external"}}};
constexpr std::array<Name<Trust>, 4> kTrusts{{{Trust::unverified, "unverified"},
                                              {Trust::newcomer, "new"},
                                              {Trust::trusted, "trusted"},
                                              {Trust::suspended, "suspended"}}};
constexpr std::array<Name<TallyKind>, 2> kTallyKinds{
    {{TallyKind::suspended, "suspended"}, {TallyKind::matched_gift, "matched"}}};
constexpr std::array<Name<NeedKind>, 3> kNeedKinds{
    {{NeedKind::time, "time"}, {NeedKind::skill, "skill"}, {NeedKind::material, "material"}}};
constexpr std::array<Name<OfferKind>, 5> kOfferKinds{{{OfferKind::time, "time"},
                                                      {OfferKind::skill, "skill"},
                                                      {OfferKind::material, "material"},
                                                      {OfferKind::learn, "learn"},
                                                      {OfferKind::idea, "idea"}}};
constexpr std::array<Name<Tile>, 13> kTiles{{{Tile::some_time, "some-time"},
                                             {Tile::cooking, "cooking"},
                                             {Tile::communication, "communication"},
                                             {Tile::photo, "photo"},
                                             {Tile::translation, "translation"},
                                             {Tile::material, "material"},
                                             {Tile::repair, "repair"},
                                             {Tile::legal, "legal"},
                                             {Tile::unsure, "unsure"},
                                             {Tile::learn, "learn"},
                                             {Tile::transport, "transport"},
                                             {Tile::other, "other"},
                                             {Tile::idea, "idea"}}};
constexpr std::array<Name<OfferStage>, 3> kOfferStages{
    {{OfferStage::open, "open"}, {OfferStage::promised, "promised"}, {OfferStage::met, "met"}}};
constexpr std::array<Name<ContactKind>, 3> kContactKinds{
    {{ContactKind::none, "none"}, {ContactKind::phone, "phone"}, {ContactKind::email, "email"}}};
constexpr std::array<Name<ReplyStatus>, 10> kReplyStatuses{{{ReplyStatus::held, "held"},
                                                            {ReplyStatus::listed, "listed"},
                                                            {ReplyStatus::accepted, "accepted"},
                                                            {ReplyStatus::declined, "declined"},
                                                            {ReplyStatus::withdrawn, "withdrawn"},
                                                            {ReplyStatus::expired, "expired"},
                                                            {ReplyStatus::met, "met"},
                                                            {ReplyStatus::no_show, "no-show"},
                                                            {ReplyStatus::nobody_there, "nobody-there"},
                                                            {ReplyStatus::fell_through, "fell-through"}}};
constexpr std::array<Name<ReplyReason>, 7> kReplyReasons{{{ReplyReason::none, "none"},
                                                          {ReplyReason::enough, "enough"},
                                                          {ReplyReason::other_day, "other-day"},
                                                          {ReplyReason::skill, "skill"},
                                                          {ReplyReason::cancelled, "cancelled"},
                                                          {ReplyReason::closed, "closed"},
                                                          {ReplyReason::other, "other"}}};
constexpr std::array<Name<News>, kNews> kNewsNames{{{News::place_held, "place-held"},
                                                    {News::accepted, "accepted"},
                                                    {News::declined, "declined"},
                                                    {News::expired, "expired"},
                                                    {News::fell_through, "fell-through"},
                                                    {News::moved, "moved"},
                                                    {News::reminder, "reminder"},
                                                    {News::answer_waits, "answer-waits"},
                                                    {News::answer_agreed, "answer-agreed"},
                                                    {News::answer_back, "answer-back"},
                                                    {News::date_set, "date-set"}}};
constexpr std::array<Name<Channel>, 4> kChannels{{{Channel::letter, "letter"},
                                                  {Channel::organization_calls, "organization-calls"},
                                                  {Channel::desk_calls, "desk-calls"},
                                                  {Channel::ticket, "ticket"}}};
constexpr std::array<Name<ReportReason>, 6> kReportReasons{{{ReportReason::wrong, "wrong"},
                                                            {ReportReason::advert, "advert"},
                                                            {ReportReason::hateful, "hateful"},
                                                            {ReportReason::private_data, "private-data"},
                                                            {ReportReason::dangerous, "dangerous"},
                                                            {ReportReason::other, "other"}}};
constexpr std::array<Name<ReportStatus>, 3> kReportStatuses{
    {{ReportStatus::open, "open"}, {ReportStatus::kept, "kept"}, {ReportStatus::hidden, "hidden"}}};
constexpr std::array<const char*, kActs> kActNames{"put_hub",
                                                   "add_organization",
                                                   "set_trust",
                                                   "add_key",
                                                   "revoke_key",
                                                   "put_event",
                                                   "cancel_event",
                                                   "put_need",
                                                   "close_need",
                                                   "put_offer",
                                                   "withdraw",
                                                   "restore",
                                                   "approve",
                                                   "refuse",
                                                   "hide",
                                                   "unhide",
                                                   "put_notice",
                                                   "expire",
                                                   "add_feed",
                                                   "confirm_feed",
                                                   "remove_feed",
                                                   "note_fetch",
                                                   "miss_event",
                                                   "merge_events",
                                                   "unmerge_event",
                                                   "keep_apart",
                                                   "answer_need",
                                                   "come_now",
                                                   "decide_reply",
                                                   "tell",
                                                   "answer_offer",
                                                   "decide_offer_answer",
                                                   "note_told",
                                                   "count_tally",
                                                   "propose_event",
                                                   "renew",
                                                   "tell_story",
                                                   "take_story_back",
                                                   "block_contact",
                                                   "unblock_contact",
                                                   "erase_contact",
                                                   "wrong_person",
                                                   "add_report",
                                                   "keep_post",
                                                   "add_staff_note",
                                                   "appeal",
                                                   "add_ban",
                                                   "end_ban",
                                                   "note_pace",
                                                   "resume",
                                                   "change_organization",
                                                   "mark_electoral",
                                                   "join_idea",
                                                   "set_idea_date",
                                                   "note_organization_told",
                                                   "accept_charter",
                                                   "show_ticket",
                                                   "open_contact",
                                                   "list_audit",
                                                   "get_status",
                                                   "accept_clock",
                                                   "reload",
                                                   "back_up",
                                                   "preview_feed",
                                                   "refresh_feed",
                                                   "find_contact",
                                                   "export_ticket"};

}  // namespace

const char* to_string(News news) { return name_in(kNewsNames, news); }
const char* to_string(Channel channel) { return name_in(kChannels, channel); }
const char* to_string(OfferStage stage) { return name_in(kOfferStages, stage); }
const char* to_string(RecordKind kind) { return name_in(kRecordKinds, kind); }
std::string to_string(const RecordId& id) { return std::string(to_string(id.kind)) + "/" + to_string(id.uuid); }
const char* to_string(EventKind kind) { return name_in(kEventKinds, kind); }
std::optional<EventKind> parse_event_kind(std::string_view text) { return value_in(kEventKinds, text); }
const char* to_string(FeedState state) { return name_in(kFeedStates, state); }
const char* to_string(FeedTrouble trouble) { return name_in(kFeedTroubles, trouble); }
const char* to_string(PreviewChange change) { return name_in(kPreviewChanges, change); }
const char* to_string(Role role) { return name_in(kRoles, role); }
std::optional<Role> parse_role(std::string_view text) { return value_in(kRoles, text); }
const char* to_string(PostStatus status) { return name_in(kPostStatuses, status); }
const char* to_string(Reason reason) { return name_in(kReasons, reason); }
std::optional<Reason> parse_reason(std::string_view text) { return value_in(kReasons, text); }
const char* to_string(Sensitivity sensitivity) { return name_in(kSensitivities, sensitivity); }
std::optional<Sensitivity> parse_sensitivity(std::string_view text) { return value_in(kSensitivities, text); }
const char* to_string(Level level) { return name_in(kLevels, level); }
std::optional<Level> parse_level(std::string_view text) { return value_in(kLevels, text); }
const char* to_string(Origin origin) { return name_in(kOrigins, origin); }
std::optional<Origin> parse_origin(std::string_view text) { return value_in(kOrigins, text); }
const char* to_string(EmployerBacked::Time time) { return name_in(kEmployerTimes, time); }
std::optional<EmployerBacked::Time> parse_employer_time(std::string_view text) {
  return value_in(kEmployerTimes, text);
}
const char* to_string(EmployerBacked::Seniority seniority) { return name_in(kSeniorities, seniority); }
std::optional<EmployerBacked::Seniority> parse_seniority(std::string_view text) { return value_in(kSeniorities, text); }
const char* to_string(EmployerBacked::Agreement agreement) { return name_in(kAgreements, agreement); }
std::optional<EmployerBacked::Agreement> parse_agreement(std::string_view text) { return value_in(kAgreements, text); }
const char* to_string(Residency residency) { return name_in(kResidencies, residency); }
std::optional<Residency> parse_residency(std::string_view text) { return value_in(kResidencies, text); }
const char* to_string(Trust trust) { return name_in(kTrusts, trust); }
std::optional<Trust> parse_trust(std::string_view text) { return value_in(kTrusts, text); }
const char* to_string(TallyKind kind) { return name_in(kTallyKinds, kind); }
std::optional<TallyKind> parse_tally_kind(std::string_view text) { return value_in(kTallyKinds, text); }
const char* to_string(NeedKind kind) { return name_in(kNeedKinds, kind); }
std::optional<NeedKind> parse_need_kind(std::string_view text) { return value_in(kNeedKinds, text); }
const char* to_string(OfferKind kind) { return name_in(kOfferKinds, kind); }
const char* to_string(Tile tile) { return name_in(kTiles, tile); }
const char* to_string(ContactKind kind) { return name_in(kContactKinds, kind); }
const char* to_string(ReplyStatus status) { return name_in(kReplyStatuses, status); }
std::optional<ReplyStatus> parse_reply_status(std::string_view text) { return value_in(kReplyStatuses, text); }
const char* to_string(ReplyReason reason) { return name_in(kReplyReasons, reason); }
std::optional<ReplyReason> parse_reply_reason(std::string_view text) { return value_in(kReplyReasons, text); }
const char* to_string(ReportReason reason) { return name_in(kReportReasons, reason); }
std::optional<ReportReason> parse_report_reason(std::string_view text) { return value_in(kReportReasons, text); }
const char* to_string(ReportStatus status) { return name_in(kReportStatuses, status); }
const char* to_string(Act act) { return kActNames.at(static_cast<std::size_t>(act)); }

}  // namespace mur
