#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "shared/calendar/content_line.h"

namespace mur::calendar {

/// A BEGIN … END with its lines and the components in it; views of the unfolded text.
struct Component {
  std::string_view name;  ///< as written; "VEVENT"
  std::size_t line = 0;   ///< of its BEGIN
  bool ended = false;     ///< false: the file ends inside it
  std::vector<ContentLine> lines;
  std::vector<Component> children;

  [[nodiscard]] bool is(std::string_view wanted) const { return same_name(name, wanted); }
  /// The first line of that property, or null.
  [[nodiscard]] const ContentLine* find(std::string_view property) const;
};

struct ComponentTree {
  std::vector<Component> roots;
  std::vector<Warning> warnings;  ///< BEGINs and ENDs that don't pair
};

/// The file's components. Errc::too_large over `components`, `nesting`, `parameters` or `values`.
[[nodiscard]] Result<ComponentTree> build_tree(const Unfolded& unfolded, const ReadLimits& limits);

}  // namespace mur::calendar
