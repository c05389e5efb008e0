#pragma once

#include <string>
#include <string_view>

#include "shared/calendar/zone.h"
#include "shared/domain/need.h"

namespace mur::ctl {

/// A slot as someone types it: "ROLE;wanted=4;start=2026-03-21 18:30;minutes=150;every=week;until=2026-06-30;
/// unit=chaises;welcomed_by=Samira;where=Grande salle;bring=…". Only the role is asked for. Errc::invalid names the
/// part.
[[nodiscard]] Result<Slot> parse_slot(std::string_view text, const calendar::Zone& hub);

/// "Servir à table: 2 of 4 missing, Sat 21 Mar 2026 18:30".
[[nodiscard]] std::string slot_text(const Slot& slot, const calendar::Zone& zone);

}  // namespace mur::ctl
