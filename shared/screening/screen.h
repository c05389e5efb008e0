#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/screening/mark.h"

namespace mur::screening {

/// How much of a text is looked at, in bytes: more than the longest field holds. The rest is not.
inline constexpr std::size_t kScreenedBytes = 32 * 1024;

/// Marks of one public text, in order of offset: ways to reach people, links, abuse, letters that are not what they
/// look like. Marks of one kind don't overlap; an address in a link is the link's. Pure; linear in the text.
[[nodiscard]] std::vector<Mark> screen(std::string_view field, std::string_view utf8);

/// The same, and what looks like a job: for what is asked of volunteers.
[[nodiscard]] std::vector<Mark> screen_need(std::string_view field, std::string_view utf8);

/// Why a mark of `kind` is on this piece of a text, for a moderator: "phone-number", "abuse (hate)".
[[nodiscard]] std::string why(MarkKind kind, std::string_view piece);

/// The marked piece between "[" and "]", with up to `around` bytes on each side, whole words where there are any, "…"
/// where more is left out, on one line. Empty if the mark has no place in this text (any more).
[[nodiscard]] std::string excerpt(std::string_view utf8, const Mark& mark, std::size_t around);

}  // namespace mur::screening
