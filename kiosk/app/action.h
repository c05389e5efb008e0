#pragma once

#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

#include "kiosk/app/calendar_state.h"
#include "kiosk/app/page.h"
#include "shared/base/bytes.h"
#include "shared/base/result.h"
#include "shared/domain/offer.h"
#include "shared/domain/query.h"
#include "shared/domain/receipt.h"
#include "shared/domain/record.h"
#include "shared/domain/wall.h"

/// Everything that can happen to the wall: a visitor's touches, the broker's news, time, and what came of the effects
/// that an earlier action asked for.
namespace mur::app {

// ---- a visitor ----

/// A finger or a key anywhere: a sign of life, and the way out of Attract. Comes before what was touched.
struct Touched {};
struct Open {  ///< a screen, with the way back kept
  Page page;
};
struct GoBack {};
struct GoHome {};
/// « Effacer et quitter », « Terminer »: forgets the visitor and goes back to Attract.
struct Leave {};
struct TurnPage {  ///< of a long list: +1 further, -1 back
  int by = 1;
};
struct ShowCalendarAs {
  CalendarMode mode{};
};
struct ChooseDay {  ///< of a week or a month, or by « ‹ » and « › »: it speaks
  std::chrono::local_days day{};
};
struct OpenDay {  ///< whole, on a page of its own
  std::chrono::local_days day{};
};
struct ShowToday {};
struct ToggleFacet {
  Facet facet{};
};
struct FilterByTheme {
  std::string theme;  ///< Theme::key; empty: any
};
struct FilterByOrganization {
  std::optional<OrganizationId> organization;  ///< nothing: any
};
struct ClearFilter {};
struct StayOn {};  ///< « Continuer » of « Encore là ? »

struct SetLanguage {
  std::string language;
};
enum class Aid : std::uint8_t { large_text, contrast, slower };
struct ToggleAid {
  Aid aid{};
};

struct TouchTile {  ///< a kind of thing to offer
  Tile tile{};
};
enum class Time : std::uint8_t { now, evenings, weekends, days, holidays, to_agree };
struct TouchTime {
  Time time{};
};
/// What an offer may say beyond that: touched again, it is unsaid.
enum class Detail : std::uint8_t {
  curious,
  at_ease,
  professional,
  passion,
  job,
  may_train,
  remote,
  two_hours,
  half_day,
  day,
  employer_half_days,
  employer_days,
  employer_part_time,
  employer_full_time
};
struct TouchDetail {
  Detail detail{};
};
struct ToggleIdea {};  ///< « je lance un groupe »: others may join
struct GiveConsent {   ///< of Screen::consent and answer_consent
  bool given = false;
};
struct Join {};  ///< « J'en serai », on an idea's page
struct TouchAge {
  AgeClass age{};
};
enum class ReachChoice : std::uint8_t { none, typed };
struct TouchReach {
  ReachChoice choice{};
};
struct SetContactKind {
  ContactKind kind{};
};
struct ToggleMayBeCalled {};
struct Review {};  ///< « Continuer » of a step that was gone back to
struct Change {    ///< from the review, a step again
  Screen step{};
};
struct ForgetContact {};
struct Send {};  ///< « Envoyer »

struct ChooseSlot {  ///< « Je veux aider », on a need's page
  SlotId slot;
};
struct ChooseDate {
  std::optional<TimePoint> date;  ///< nothing: each time
};
struct GoNow {  ///< « J'y vais maintenant »
  SlotId slot;
};

struct ChangeText {  ///< the field now reads
  std::string text;
};
struct FinishText {};  ///< « Continuer » of the keyboard

struct HideCode {};  ///< « Cacher » and back
struct WithdrawPost {};
struct ConfirmWithdrawal {};
struct KeepPost {};
struct UndoWithdrawal {};
struct BeginStory {};  ///< « Raconter », of a meeting
struct SendStory {};   ///< « Oui, montrez-le »
struct RemoveStory {};
struct RenewPost {};   ///< « La laisser plus longtemps »
struct DecideAnswer {  ///< « Oui, volontiers », « Non merci », « Nous nous sommes rencontrés »: of an answer to one's
                       ///< offer
  ReplyId reply;
  ReplyStatus status = ReplyStatus::accepted;
};
struct TellMet {  ///< « Vous êtes-vous rencontrés ? »
  bool met = true;
};

struct TouchReason {  ///< of « Signaler un problème »: that sends it
  ReportReason reason{};
};
struct Appeal {};  ///< « Répondre », of « Mon ticket »

// ---- time, and the machine ----

struct Tick {};

// ---- the broker ----

struct WallLoaded {  ///< from the replica, at the start
  Wall wall;
  TimePoint heard_at{};  ///< when it was last known to be current; epoch: never
};
struct RecordsCame {
  bool replaced = false;
  std::vector<StampedRecord> records;
};
struct BrokerCame {};
struct BrokerLeft {};
struct WallIsCurrent {
  TimePoint at{};
};
struct PostAnswered {
  CommandId command;
  Result<Receipt> answer;
};
struct TicketAnswered {
  std::uint64_t query = 0;
  Result<TicketState> answer;
};

// ---- what came of an effect ----

struct ContactSealed {
  ContactKind kind{};
  Bytes box;
};
/// The offer or the reply is in the outbox, durably.
struct PostKept {
  CommandId command;
  TicketSecret ticket;
};
struct ComeNowKept {
  CommandId command;
};
struct CommandKept {  ///< what was asked with a ticket is in the outbox
  CommandId command;
};
struct NotKept {  ///< the outbox is full or the disk refuses
  Error error;
};
struct TicketAsked {
  std::uint64_t query = 0;
};

using AnyAction =
    std::variant<Touched, Open, GoBack, GoHome, Leave, TurnPage, ShowCalendarAs, ChooseDay, OpenDay, ShowToday,
                 ToggleFacet, FilterByTheme, FilterByOrganization, ClearFilter, StayOn, SetLanguage, ToggleAid,
                 TouchTile, TouchTime, TouchDetail, ToggleIdea, GiveConsent, Join, TouchAge, TouchReach, SetContactKind,
                 ToggleMayBeCalled, Review, Change, ForgetContact, Send, ChooseSlot, ChooseDate, GoNow, ChangeText,
                 FinishText, HideCode, WithdrawPost, ConfirmWithdrawal, KeepPost, UndoWithdrawal, RenewPost, BeginStory,
                 SendStory, RemoveStory, DecideAnswer, TellMet, TouchReason, Appeal, Tick, WallLoaded, RecordsCame,
                 BrokerCame, BrokerLeft, WallIsCurrent, PostAnswered, TicketAnswered, ContactSealed, PostKept,
                 ComeNowKept, CommandKept, NotKept, TicketAsked>;

template <class What, class Any>
inline constexpr bool kIsAlternative = false;
template <class What, class... Alternatives>
inline constexpr bool kIsAlternative<What, std::variant<Alternatives...>> = (std::is_same_v<What, Alternatives> || ...);

/// One of them. It is made, copied and looked into in action.cc alone: a variant of fifty would be compiled anew in
/// every screen.
class Action {
 public:
  template <class What>
    requires kIsAlternative<What, AnyAction>
  Action(What what);  // NOLINT(google-explicit-constructor): a screen returns what was touched
  Action(const Action& other);
  Action(Action&& other) noexcept;
  Action& operator=(const Action& other);
  Action& operator=(Action&& other) noexcept;
  ~Action();

  [[nodiscard]] const AnyAction& any() const { return *any_; }

 private:
  std::unique_ptr<const AnyAction> any_;  ///< null only where it was moved from
};

}  // namespace mur::app
