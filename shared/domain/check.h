#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/domain/event.h"
#include "shared/domain/hub.h"
#include "shared/domain/need.h"
#include "shared/domain/notice.h"
#include "shared/domain/offer.h"
#include "shared/domain/organization.h"
#include "shared/domain/story.h"

/// Are the fields of what someone sent within the rules? Errc::invalid or Errc::too_large names the field and the
/// remedy.
namespace mur::check {

/// Well-formed, normalized (NFC) and at most `most` characters.
[[nodiscard]] Status text(std::string_view field, std::string_view value, std::size_t most);
/// The same, and not empty.
[[nodiscard]] Status required_text(std::string_view field, std::string_view value, std::size_t most);
/// Empty, or http(s), ASCII and at most limits::kUrl.
[[nodiscard]] Status url(std::string_view field, std::string_view value);

/// Empty, or an e-mail address as RFC 5321 § 4.1.2 would take it, as far as a typing error shows.
[[nodiscard]] Status email(std::string_view field, std::string_view value);

[[nodiscard]] Status timing(std::string_view field, const calendar::Timing& timing);
[[nodiscard]] Status event(const EventDetails& details);
[[nodiscard]] Status need(const NeedDetails& details);
[[nodiscard]] Status offer(const OfferDetails& details);
[[nodiscard]] Status organization(const OrganizationDetails& details);
[[nodiscard]] Status hub(const Hub& hub);

/// What screening sees in the public texts of a post (public_texts.h), limits::kMarks at most. A plain link is marked
/// in the words that an event is told with, not where web addresses belong (its place, its url); everything else is
/// marked anywhere. Of a need also what looks like a job: a volunteer is not an employee.
[[nodiscard]] std::vector<screening::Mark> marks(const EventDetails& details);
[[nodiscard]] std::vector<screening::Mark> marks(const NeedDetails& details);
[[nodiscard]] std::vector<screening::Mark> marks(const OfferDetails& details);
[[nodiscard]] std::vector<screening::Mark> marks(const Story& story);

}  // namespace mur::check
