#pragma once

#include <string>
#include <string_view>

#include "broker/ctl/table.h"
#include "shared/calendar/zone.h"
#include "shared/domain/public_texts.h"
#include "shared/domain/wall.h"

/// What murctl says of records: in one line for people, as an object for programs. No first names, no contacts.
namespace mur::ctl {

/// An id as people see it: its first eight digits. `find_id` takes it back.
[[nodiscard]] std::string short_id(const Uuid& uuid);

/// What a post, an organization or a key calls itself: its title, text or label.
[[nodiscard]] std::string title_of(const Record& record);
[[nodiscard]] std::string text_of(const OfferDetails& offer);
/// What an offer says beyond its words and its availability, a line each: "at ease, from a job; may train someone".
[[nodiscard]] std::vector<std::string> offer_lines(const OfferDetails& offer, const calendar::Zone& zone);
/// "phone-number in text, link in title": where the text is not at hand.
[[nodiscard]] std::string marks_text(const std::vector<screening::Mark>& marks);
/// One a mark, with its piece of the text: "phone-number in text: …appelez le [06 12 34 56 78] après le dîner…".
/// `texts` are the post's (public_texts.h).
[[nodiscard]] std::vector<std::string> mark_lines(const std::vector<screening::Mark>& marks,
                                                  const std::vector<PublicText>& texts);

/// The organization's name; "the hub" or "a visitor" where there is none.
[[nodiscard]] std::string organization_name(const Wall& wall, OrganizationId organization);

[[nodiscard]] Json json_of(const calendar::When& when);
[[nodiscard]] Json json_of(const calendar::Timing& timing);
[[nodiscard]] Json json_of(const std::vector<screening::Mark>& marks, const std::vector<PublicText>& texts);
[[nodiscard]] Json json_of(const Moderation& moderation, const std::vector<PublicText>& texts);
[[nodiscard]] Json json_of(const OfferDetails& details);
[[nodiscard]] Json json_of(const Organization& organization);
[[nodiscard]] Json json_of(const Event& event, const Wall& wall);
[[nodiscard]] Json json_of(const NeedDetails& details);
[[nodiscard]] Json json_of(const Need& need, const Wall& wall);
[[nodiscard]] Json json_of(const Story& story, const Wall& wall);
/// "12 repas given ahead are left (14 given, 2 used)".
[[nodiscard]] std::string tally_text(const Tally& tally, const TallySoFar& so_far);
[[nodiscard]] Json json_of(const Offer& offer);
[[nodiscard]] Json json_of(const Key& key, const Wall& wall);

}  // namespace mur::ctl
