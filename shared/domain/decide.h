#pragma once

#include <vector>

#include "shared/base/result.h"
#include "shared/domain/command.h"
#include "shared/domain/query.h"
#include "shared/domain/role.h"
#include "shared/domain/wall.h"

namespace mur {

/// A sealed contact to keep for a post; with an empty box, what becomes of the one that is kept: deleted now, or kept
/// until `delete_at`.
struct ContactChange {
  RecordId post;
  ContactKind kind = ContactKind::none;
  Bytes sealed;
  TimePoint delete_at{};

  friend bool operator==(const ContactChange&, const ContactChange&) = default;
};

/// What a command brings about. Empty `records` = nothing changes (the same event again), and that is no failure.
struct Changes {
  RecordId about;               ///< what the receipt names
  std::vector<Record> records;  ///< new versions and tombstones
  std::vector<ContactChange> contacts;
  std::vector<AuditRow> audit;
  std::vector<RecordId> forgotten;  ///< erased or revoked for good: goes to forget.log, survives a restore
};

/// The rules of the wall: a pure function. `actor` comes from the key, `now` from the broker's clock. On refusal
/// nothing changes and the error names the field and the remedy.
[[nodiscard]] Result<Changes> decide(const Wall& wall, const Order& order, const Actor& actor, TimePoint now);

/// The offer that a PutOffer with this id makes.
[[nodiscard]] OfferId offer_made_by(const CommandId& command);
/// The event that a ProposeEvent with this id makes.
[[nodiscard]] EventId event_proposed_by(const CommandId& command);
/// The posts and replies that were left with a contact (its keyed hash).
[[nodiscard]] std::vector<RecordId> left_with(const Wall& wall, const Digest256& contact);
/// What the holder of a ticket may tell a story of.
struct Meeting {
  RecordId of;                  ///< the reply or offer
  OrganizationId organization;  ///< that they met
};
/// Of what a ticket leads to; nothing where nobody met.
[[nodiscard]] std::optional<Meeting> meeting_of(const Wall& wall, const RecordId& post);
/// The reply that an AnswerNeed with this id makes.
[[nodiscard]] ReplyId reply_made_by(const CommandId& command);
/// The report that an AddReport with this id makes.
[[nodiscard]] ReportId report_made_by(const CommandId& command);
/// The name under which forget.log holds the contact of a post: withdrawn, it is gone for good, even where the post
/// comes back by an undo.
[[nodiscard]] RecordId contact_of(const RecordId& post);

/// What time and suspensions have made due by `now`, for Role::clock to decide: at most limits::kDuePerRound orders,
/// whose ids are made of entity and due time, so that each is done once. Walks the whole wall: call it once a second at
/// most.
[[nodiscard]] std::vector<Order> due(const Wall& wall, TimePoint now);

/// When due() will next have something, as it looks at `now`; nothing if never.
[[nodiscard]] std::optional<TimePoint> next_due(const Wall& wall, TimePoint now);

}  // namespace mur
