#pragma once

#include <string>
#include <variant>

#include "shared/base/bytes.h"
#include "shared/domain/command.h"

/// What an update wants done in the world; the event loop does it and answers with an action.
namespace mur::app {

/// Seal it with the hub's key and wipe `plain`. Answered by ContactSealed.
struct SealContact {
  ContactKind kind{};
  std::string plain;
  friend bool operator==(const SealContact&, const SealContact&) = default;
};
/// Make a ticket, seal it, put the offer into the outbox. Answered by PostKept or NotKept.
struct SubmitOffer {
  OfferDetails details;
  Bytes sealed_contact;
  friend bool operator==(const SubmitOffer&, const SubmitOffer&) = default;
};
/// Likewise a reply: its ticket is made and sealed with it.
struct SubmitReply {
  AnswerNeed answer;
  friend bool operator==(const SubmitReply&, const SubmitReply&) = default;
};
/// Likewise that someone joins an idea.
struct SubmitJoin {
  JoinIdea join;
  friend bool operator==(const SubmitJoin&, const SubmitJoin&) = default;
};
/// Answered by ComeNowKept or NotKept.
struct SubmitComeNow {
  ComeNow coming;
  friend bool operator==(const SubmitComeNow&, const SubmitComeNow&) = default;
};
/// Answered by TicketAsked, later TicketAnswered.
struct AskTicket {
  std::string code;
  friend bool operator==(const AskTicket&, const AskTicket&) = default;
};
/// Answered by CommandKept or NotKept.
struct SubmitWithdrawal {
  std::string code;
  friend bool operator==(const SubmitWithdrawal&, const SubmitWithdrawal&) = default;
};
struct SubmitUndo {
  std::string code;
  friend bool operator==(const SubmitUndo&, const SubmitUndo&) = default;
};

struct SubmitRenewal {
  std::string code;
  friend bool operator==(const SubmitRenewal&, const SubmitRenewal&) = default;
};

struct SubmitStory {
  std::string code;
  std::string text;
  std::string first_name;
  std::string language;
  friend bool operator==(const SubmitStory&, const SubmitStory&) = default;
};

struct SubmitStoryBack {
  std::string code;
  friend bool operator==(const SubmitStoryBack&, const SubmitStoryBack&) = default;
};

struct SubmitTold {
  std::string code;
  bool met = true;
  friend bool operator==(const SubmitTold&, const SubmitTold&) = default;
};

struct SubmitDecision {
  std::string code;
  ReplyId reply;
  ReplyStatus status = ReplyStatus::accepted;
  bool consent = false;  ///< to the organization's knowing the contact
  friend bool operator==(const SubmitDecision&, const SubmitDecision&) = default;
};

/// Make a ticket, seal it, put the report into the outbox. Answered by PostKept or NotKept.
struct SubmitReport {
  RecordId post;
  ReportReason reason = ReportReason::other;
  friend bool operator==(const SubmitReport&, const SubmitReport&) = default;
};
/// Answered by CommandKept or NotKept.
struct SubmitAppeal {
  std::string code;
  std::string text;
  friend bool operator==(const SubmitAppeal&, const SubmitAppeal&) = default;
};

using Effect = std::variant<SealContact, SubmitOffer, SubmitReply, SubmitJoin, SubmitComeNow, AskTicket,
                            SubmitWithdrawal, SubmitUndo, SubmitRenewal, SubmitTold, SubmitDecision, SubmitStory,
                            SubmitStoryBack, SubmitReport, SubmitAppeal>;

}  // namespace mur::app
