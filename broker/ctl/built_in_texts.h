#pragma once

#include <string_view>

/// Pages that murctl fills in, as they were when it was built: no installed files are needed. Markdown; {hub} and the
/// like stand for what the hub says of itself.
namespace mur::ctl {

/// assets/charter: what may be posted, and what an organization may do with a contact.
[[nodiscard]] std::string_view charter_text(bool french);
/// assets/privacy: the register's entry (GDPR art. 30); {table} is for the data.
[[nodiscard]] std::string_view register_text(bool french);

}  // namespace mur::ctl
