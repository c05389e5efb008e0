#pragma once

#include <chrono>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/domain/need.h"
#include "shared/missions/template.h"

namespace mur {

/// A big mission cut into pieces that one evening can hold. Slots that people have answered stay as they are, with the
/// need they answered.
struct Pieces {
  NeedDetails need;                 ///< what becomes of the need itself
  std::vector<NeedDetails> others;  ///< new needs beside it

  friend bool operator==(const Pieces&, const Pieces&) = default;
};

/// Each role becomes a need of its own, called « TITLE : ROLE »; the need keeps the first one and those that people
/// have. Errc::closed where there is nothing to cut.
[[nodiscard]] Result<Pieces> split_by_role(const NeedDetails& details);

/// Each slot that lasts longer than `longest` becomes shifts of equal length, on whole five minutes. Errc::closed where
/// none is longer, Errc::invalid where `longest` is under half an hour, Errc::too_large beyond limits::kSlots.
[[nodiscard]] Result<Pieces> split_by_shift(const NeedDetails& details, std::chrono::minutes longest);

/// The slots that nobody has answered become the tasks of a template, at their hours (those of the first of them).
/// `language` is a BCP 47 tag. Errc::closed where people have answered each slot.
[[nodiscard]] Result<Pieces> split_by_task(const NeedDetails& details, const missions::Template& tasks,
                                           std::string_view language);

/// Is it worth saying that it can be cut? More skills than one person has, or an afternoon without a break.
[[nodiscard]] bool is_worth_splitting(const NeedDetails& details);

}  // namespace mur
