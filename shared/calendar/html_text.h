#pragma once

#include <string>
#include <string_view>

namespace mur::calendar {

/// True if there is a tag in it that calendar programs write ("<br>", "<p>", "<a href=…>").
[[nodiscard]] bool looks_like_html(std::string_view text);

/// What a reader of the page would see: paragraphs and items on lines of their own, links followed by their address,
/// scripts and styles left out. libxml2 parses.
[[nodiscard]] std::string html_to_text(std::string_view html);

}  // namespace mur::calendar
