#pragma once

#include <string>
#include <string_view>

#include "shared/domain/ticket.h"

namespace mur::test {

/// A code as people type it, whose check character is right: found by trying.
[[nodiscard]] inline std::string a_ticket_code() {
  for (const char check : std::string_view("0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U"))
    if (auto whole = parse_ticket_code(std::string("7K3M9Q2F") + check)) return *whole;
  return {};
}

}  // namespace mur::test
