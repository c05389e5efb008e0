#pragma once

#include <initializer_list>
#include <string_view>

#include "shared/domain/wall.h"

namespace mur::ctl {

/// The live entity that someone means: a whole id, its first four digits or more, with or without its kind before it
/// ("offer/0190a6e0"). Only `kinds` come into question. Errc::not_found; Errc::conflict when several begin so: the
/// message lists them.
[[nodiscard]] Result<RecordId> find_id(const Wall& wall, std::string_view text,
                                       std::initializer_list<RecordKind> kinds);

/// An organization by id or by name (whatever its case and accents). Errc::not_found proposes what there is.
[[nodiscard]] Result<OrganizationId> find_organization(const Wall& wall, std::string_view text);

/// The kinds of posts, for find_id.
inline constexpr std::initializer_list<RecordKind> kPosts = {RecordKind::event, RecordKind::need, RecordKind::offer,
                                                             RecordKind::notice, RecordKind::story};

}  // namespace mur::ctl
