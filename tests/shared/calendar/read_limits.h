#pragma once

#include "shared/calendar/file_expansion.h"
#include "shared/calendar/reader.h"

namespace mur::calendar {

/// Roomy limits of the tests' own; the programs' stand in shared/domain/limits.h, above this room.
inline constexpr ReadLimits kTestLimits{.file_bytes = 10'000'000,
                                        .components = 20'000,
                                        .lines = 400'000,
                                        .line_bytes = 200'000,
                                        .parameters = 50,
                                        .values = 2'000,
                                        .warnings = 50'000,
                                        .nesting = 6};

inline constexpr FileBudget kTestBudget{.steps = 10'000'000, .series_steps = 5'000'000, .occurrences = 1'000'000};

}  // namespace mur::calendar
