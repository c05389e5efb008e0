#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace mur::screening {

/// A text by its runs of three words (W-shingling, Broder 1997), each as a number; a text of one or two words is one
/// run. Case, accents and punctuation don't matter. Sorted, each once.
using Shingles = std::vector<std::uint64_t>;

[[nodiscard]] Shingles shingles_of(std::string_view utf8);

/// 0 … 100: the share of runs in both of those in either (Jaccard's index). 0 if one of them is empty.
[[nodiscard]] int resemblance(const Shingles& a, const Shingles& b);

/// Nearly the same text: a few words of a long one may differ, none of a short one.
[[nodiscard]] bool is_repeat(const Shingles& a, const Shingles& b);

}  // namespace mur::screening
