#pragma once

#include "broker/ctl/table.h"
#include "shared/domain/wall.h"

namespace mur::ctl {

/// All that somebody left with `post`, for who asks for it (GDPR art. 15 and 20): first names, too, never a contact.
/// Null where it is gone.
[[nodiscard]] Json json_of_left(const RecordId& post, const Wall& wall);

}  // namespace mur::ctl
