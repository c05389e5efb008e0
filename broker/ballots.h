#pragma once

#include <string>
#include <vector>

#include "shared/base/result.h"
#include "shared/calendar/zone.h"
#include "shared/domain/hub.h"

namespace mur::broker {

/// What hub.toml says of ballots, "2027-04-11 20:00" (the day and the close of polls, the hub's time), as silences:
/// each from the eve 00:00 on. Errc::invalid.
[[nodiscard]] Result<std::vector<Silence>> read_ballots(const std::vector<std::string>& texts,
                                                        const calendar::Zone& hub);
/// The same, as it is written.
[[nodiscard]] std::vector<std::string> ballot_texts(const std::vector<Silence>& silences, const calendar::Zone& hub);

}  // namespace mur::broker
