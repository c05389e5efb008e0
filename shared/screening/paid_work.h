#pragma once

#include <string_view>
#include <vector>

#include "shared/screening/span.h"
#include "shared/screening/word.h"

namespace mur::screening {

/// What looks like a job in what is asked of volunteers: pay ("12 €/h", « salaire », "SMIC"), a contract ("CDI"), fixed
/// hours of half a week and more ("35 h par semaine"), a company's profit. « Non rémunéré » is not marked. `words` are
/// words_in(utf8). In order, not overlapping.
[[nodiscard]] std::vector<Span> paid_work_in(std::string_view utf8, const std::vector<Word>& words);

}  // namespace mur::screening
