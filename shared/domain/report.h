#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/clock.h"
#include "shared/domain/ids.h"

namespace mur {

/// Why someone says that a post should not stand there as it does: the charter's reasons in a passer-by's words. On
/// disk and on the wire: append only.
enum class ReportReason : std::uint8_t {
  wrong = 1,         ///< not true, or out of date
  advert = 2,        ///< sells something, or pays
  hateful = 3,       ///< attacks or hates
  private_data = 4,  ///< names or shows someone who did not ask for it
  dangerous = 5,
  other = 6
};

[[nodiscard]] const char* to_string(ReportReason reason);
[[nodiscard]] std::optional<ReportReason> parse_report_reason(std::string_view text);

/// What became of a report. On disk and on the wire: append only.
///
///   from          on                                                          to
///   –             someone reports a post that is on the wall                  open
///   open, hidden  an admin or moderator keeps the post, or shows it again     kept
///   open, kept    an admin or moderator hides the post                        hidden
///   open          an organization's post is suspended, on duty hides it,      open
///                 or reports hide it: a moderator is still to look
///   kept, hidden  30 days after                                               purged
///   any           its post is purged                                          purged
///
/// The third open report of a visitor's post, each at least limits::kReportsApart after the one counted before it,
/// hides the post until a moderator has looked; never one that was kept (Moderation::kept_at).
enum class ReportStatus : std::uint8_t { open = 1, kept = 2, hidden = 3 };

[[nodiscard]] const char* to_string(ReportStatus status);

/// « Signaler un problème »: one person's word on one post. For staff alone; who made it follows it by a ticket of its
/// own, and is not known.
struct Report {
  ReportId id;
  RecordId post;
  ReportReason reason = ReportReason::other;
  PrincipalId source;  ///< the wall or the account that it was made with
  TimePoint made_at{};
  ReportStatus status = ReportStatus::open;
  TimePoint decided_at{};
  std::string note;  ///< to who made it, with the decision

  friend bool operator==(const Report&, const Report&) = default;
};

}  // namespace mur
