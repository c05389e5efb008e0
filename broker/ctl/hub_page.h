#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/domain/hub.h"

namespace mur::ctl {

/// The language that was asked for; where none was, the hub's first.
[[nodiscard]] bool wants_french(const std::string& asked_for, const Hub* hub);

/// `page` with what the hub says of itself in place of {hub}, {controller}, {address}, {rights}, {dpo}, {director} and
/// {host}, and `more` likewise. What the hub does not say yet is "…".
[[nodiscard]] std::string fill_in(std::string_view page, const Hub* hub,
                                  const std::vector<std::pair<std::string, std::string>>& more = {});

}  // namespace mur::ctl
