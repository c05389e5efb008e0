#pragma once

#include <variant>

#include "shared/base/clock.h"
#include "shared/domain/event.h"
#include "shared/domain/ids.h"
#include "shared/domain/need.h"

namespace mur {

/// A change to a published post of an organization that is not trusted: it waits, the old version stays up. Approving
/// the post takes it over, refusing drops it.
struct Revision {
  RevisionId id;  ///< revision_id(post): one at most for each post; a later change replaces it
  OrganizationId organization;
  RecordId post;
  std::variant<EventDetails, NeedDetails> proposed;
  TimePoint submitted_at{};
  std::vector<screening::Mark> marks;

  friend bool operator==(const Revision&, const Revision&) = default;
};

[[nodiscard]] RevisionId revision_id(const RecordId& post);

}  // namespace mur
