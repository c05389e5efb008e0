#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/domain/record.h"

namespace mur {

enum class Links : std::uint8_t {
  marked,
  welcome  ///< where web addresses belong, or do no harm
};

/// One text of a post that everybody may read. Borrows from the post.
struct PublicText {
  std::string_view field;  ///< as check names it; several texts may share one ("role")
  std::string_view text;
  Links links = Links::marked;
};

/// In the order in which screening goes through them. Empty ones are left out.
[[nodiscard]] std::vector<PublicText> public_texts(const EventDetails& details);
[[nodiscard]] std::vector<PublicText> public_texts(const NeedDetails& details);
[[nodiscard]] std::vector<PublicText> public_texts(const OfferDetails& details);
[[nodiscard]] std::vector<PublicText> public_texts(const Story& story);
/// Of a post, or of what a revision proposes; none of other records.
[[nodiscard]] std::vector<PublicText> public_texts(const Record& record);

/// What a moderator is shown of a mark: why it is there, the field, and the marked piece between "[" and "]" with some
/// words around it (none around one in a name), made anew from the text. No piece where the mark is of a whole post, or
/// of a text that has changed.
struct MarkShown {
  std::string why;    ///< "abuse (hate)"
  std::string field;  ///< empty: the whole post
  std::string piece;  ///< « …appelez le [06 12 34 56 78] après le dîner… »
};
[[nodiscard]] MarkShown shown(const screening::Mark& mark, const std::vector<PublicText>& texts);

}  // namespace mur
