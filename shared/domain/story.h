#pragma once

#include <string>

#include "shared/base/clock.h"
#include "shared/domain/ids.h"
#include "shared/domain/moderation.h"

namespace mur {

/// "The proof comes by example": what someone says of a meeting that happened. Told with the ticket of a reply that
/// became a meeting, or of an offer that did.
///
///   from       on                                                     to
///   –          told, with consent, after *met*                        pending
///   any        told anew by the same ticket                           pending, with the new words
///   pending …  a moderator approves, refuses, hides, shows again      as any post
///   any        taken back by ticket                                   gone, and forgotten for good
///   any        at expires_at, a year after consent                    gone
///
/// The ticket leads to the story once what it led to is gone, so that it can be taken back as long as it is shown.
struct Story {
  StoryId id;
  OrganizationId organization;  ///< nil: of the hub
  std::string text;
  std::string first_name;  ///< empty: none
  TimePoint expires_at{};
  Moderation moderation;
  RecordId of;               ///< the reply or offer; never on a wall
  TimePoint consented_at{};  ///< to its being shown; never on a wall
  std::string language;      ///< BCP 47

  friend bool operator==(const Story&, const Story&) = default;
};

/// One a meeting.
[[nodiscard]] StoryId story_id(const RecordId& of);

}  // namespace mur
