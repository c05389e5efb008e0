#pragma once

#include <string_view>

/// Names that RFC 5545 and what was added to it give (RFC 7953, 7986, 9073, 9074, 9253), in any case. Lines of a text
/// whose line ends were not escaped look like properties, too ("Tarif: 5 €", "Begin: 18h30"): the names tell them
/// apart.
namespace mur::calendar {

/// Those of components; and X-….
[[nodiscard]] bool is_component_name(std::string_view name);

/// Those of properties; and X-….
[[nodiscard]] bool is_property_name(std::string_view name);

/// True for a property whose value is a text.
[[nodiscard]] bool is_text_property(std::string_view name);

}  // namespace mur::calendar
