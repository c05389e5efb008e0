#include "shared/calendar/html_text.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <memory>

#include "shared/calendar/content_line.h"

namespace mur::calendar {
namespace {

constexpr std::array<std::string_view, 27> kTags{
    "a", "b",   "blockquote", "body", "br", "div", "em",   "font",   "h1",    "h2",    "h3", "h4", "head", "html",
    "i", "img", "li",         "ol",   "p",  "pre", "span", "strong", "style", "table", "td", "tr", "ul"};
constexpr std::array<std::string_view, 16> kBlocks{"address", "article", "blockquote", "div", "dl", "h1",
                                                   "h2",      "h3",      "h4",         "li",  "ol", "p",
                                                   "pre",     "table",   "tr",         "ul"};
constexpr std::array<std::string_view, 4> kHidden{"head", "script", "style", "title"};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::ranges::any_of(names, [&](std::string_view one) { return same_name(one, name); });
}

struct FreeDocument {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view{} : std::string_view(reinterpret_cast<const char*>(text));
}

class Writer {
 public:
  explicit Writer(bool keeps_lines) : keeps_lines_{keeps_lines} {}

  void enter(const xmlNode& node) {
    if (node.type == XML_TEXT_NODE || node.type == XML_CDATA_SECTION_NODE) add(view(node.content));
    if (node.type != XML_ELEMENT_NODE) return;
    const std::string_view name = view(node.name);
    if (name == "br") end_line();
    if (is_one_of(kBlocks, name)) begin_block();
    if (name == "li") add("• ");
  }

  void leave(const xmlNode& node) {
    if (node.type != XML_ELEMENT_NODE) return;
    const std::string_view name = view(node.name);
    if (is_one_of(kBlocks, name)) begin_block();
    if (name == "a") add_address(node);
  }

  std::string take() { return std::move(out_); }

 private:
  void add(std::string_view text) {
    for (const char c : text) {
      const bool blank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
      if (c == '\n' && keeps_lines_) {
        end_line();
      } else if (!blank) {
        out_ += c;
      } else if (!out_.empty() && out_.back() != ' ' && out_.back() != '\n') {
        out_ += ' ';
      }
    }
  }

  void end_line() {
    while (out_.ends_with(' ')) out_.pop_back();
    out_ += '\n';
  }

  void begin_block() {
    while (out_.ends_with(' ')) out_.pop_back();
    if (!out_.empty() && out_.back() != '\n') out_ += '\n';
  }

  /// " (https://…)" behind a link whose words do not already say it.
  void add_address(const xmlNode& link) {
    for (const xmlAttr* attribute = link.properties; attribute != nullptr; attribute = attribute->next) {
      if (view(attribute->name) != "href" || attribute->children == nullptr) continue;
      const std::string_view address = view(attribute->children->content);
      if (address.starts_with("http") && !out_.ends_with(address)) out_.append(" (").append(address).append(")");
    }
  }

  bool keeps_lines_;
  std::string out_;
};

}  // namespace

bool looks_like_html(std::string_view text) {
  for (auto at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    std::string_view tag = text.substr(at + 1);
    if (tag.starts_with('/')) tag.remove_prefix(1);
    const auto end = tag.find_first_of(" />\t\r\n");
    if (end != std::string_view::npos && is_one_of(kTags, tag.substr(0, end))) return true;
  }
  return false;
}

std::string html_to_text(std::string_view html) {
  constexpr int kOptions =
      HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_COMPACT;
  const std::unique_ptr<xmlDoc, FreeDocument> document(
      htmlReadMemory(html.data(), static_cast<int>(html.size()), nullptr, "UTF-8", kOptions));
  if (document == nullptr) return std::string(html);
  // Without paragraphs or breaks in it, the lines are the writer's own.
  const auto has = [&](std::string_view tag) { return html.find(tag) != std::string_view::npos; };
  Writer writer(!has("<br") && !has("<p") && !has("<BR") && !has("<P") && !has("<div") && !has("<li"));
  const xmlNode* const root = xmlDocGetRootElement(document.get());
  for (const xmlNode* node = root; node != nullptr;) {
    const bool hidden = node->type == XML_ELEMENT_NODE && is_one_of(kHidden, view(node->name));
    if (!hidden) writer.enter(*node);
    if (!hidden && node->children != nullptr && node->type == XML_ELEMENT_NODE) {
      node = node->children;
      continue;
    }
    if (!hidden) writer.leave(*node);
    while (node != root && node->next == nullptr) {
      node = node->parent;
      writer.leave(*node);
    }
    node = node == root ? nullptr : node->next;
  }
  return writer.take();
}

}  // namespace mur::calendar
