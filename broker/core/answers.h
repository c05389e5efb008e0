#pragma once

#include "broker/core/committer.h"
#include "broker/core/feed_keeper.h"

namespace mur::broker {

/// Answers queries. None of them changes a record; what must be in the audit trail is there, durably, before the
/// answer.
class Answers {
 public:
  Answers(CoreParts& parts, HubState& state, Committer& committer, FeedKeeper& feeds, TimePoint started_at)
      : parts_{parts}, state_{state}, committer_{committer}, feeds_{feeds}, started_at_{started_at} {}

  /// The answer or its refusal. Errc::io is fatal for the broker, too: see Core.
  Result<Answer> answer(const QueryArrived& arrived);

 private:
  [[nodiscard]] Status opens_to(const Actor& actor, const RecordId& post) const;
  Result<Answer> to(const Actor& actor, const ShowTicket& query);
  Result<Answer> to(const Actor& actor, const OpenContact& query);
  Result<Answer> to(const Actor& actor, const ListAudit& query);
  Result<Answer> to(const Actor& actor, const GetStatus& query);
  Result<Answer> to(const Actor& actor, const AcceptClock& query);
  Result<Answer> to(const Actor& actor, const Reload& query);
  Result<Answer> to(const Actor& actor, const BackUp& query);
  Result<Answer> to(const Actor& actor, const PreviewFeed& query) { return feeds_.preview(actor, query.feed); }
  Result<Answer> to(const Actor& actor, const FindContact& query);
  Result<Answer> to(const Actor& actor, const ExportTicket& query);
  Result<Answer> to(const Actor& actor, const RefreshFeed& query) { return feeds_.refresh_now(actor, query.feed); }

  /// The ticket with the code that someone typed; wrong ones are counted (ticket_lock.h). Errc::invalid, not_found or
  /// slow_down.
  Result<const Ticket*> ticket_with(const Actor& actor, const std::string& typed);
  /// What someone wrote as their reason, as it is kept. Errc::invalid.
  static Result<std::string> written_reason(const std::string& typed);
  Status write_audit(const Actor& actor, const char* action, std::optional<RecordId> entity, std::string reason);

  CoreParts& parts_;
  HubState& state_;
  Committer& committer_;
  FeedKeeper& feeds_;
  TimePoint started_at_;
};

}  // namespace mur::broker
