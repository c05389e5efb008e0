#include "shared/calendar/entry_texts.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

#include "shared/base/text.h"
#include "shared/calendar/html_text.h"
#include "shared/calendar/ical_values.h"
#include "shared/calendar/value_list.h"

namespace mur::calendar {
namespace {

constexpr std::size_t kQuotedInWarning = 80;
constexpr std::size_t kMostLinks = 32;  // ATTACH of one event; importers keep fewer
constexpr std::size_t kMostCategories = 64;
constexpr std::size_t kMostExtras = 32;  // X-MUR-…; there are not so many

/// Reads the texts of one VEVENT; made for one call.
class TextReader {
 public:
  TextReader(const Component& vevent, Entry& entry, std::vector<Warning>& warnings)
      : vevent_{vevent}, entry_{entry}, warnings_{warnings} {}

  void read() {
    if (const ContentLine* line = vevent_.find("UID")) entry_.uid = normalize(unescape(line->value));
    read_title();
    entry_.description = text_of(vevent_, "DESCRIPTION");
    if (entry_.description.empty()) entry_.description = text_of(vevent_, "X-ALT-DESC");
    entry_.location = text_of(vevent_, "LOCATION");
    read_categories();
    read_position();
    read_organizer();
    if (const ContentLine* line = vevent_.find("URL")) entry_.url = web_address(*line, Otherwise::said);
    read_links();
    read_extras();
  }

 private:
  enum class Otherwise : unsigned char { said, nothing };

  void warn(const ContentLine& line, std::string problem, std::string remedy) {
    warnings_.push_back({.line = line.number,
                         .property = std::string(line.name),
                         .problem = std::move(problem),
                         .remedy = std::move(remedy)});
  }

  void read_title() {
    entry_.summary = text_of(vevent_, "SUMMARY");
    std::ranges::replace(entry_.summary, '\n', ' ');
    if (!entry_.summary.empty()) return;
    const ContentLine* line = vevent_.find("SUMMARY");
    warnings_.push_back({.line = line == nullptr ? vevent_.line : line->number,
                         .property = "SUMMARY",
                         .problem = line == nullptr ? "the event has no SUMMARY" : "the SUMMARY is empty",
                         .remedy = "kept without a title; give it one"});
  }

  void read_categories() {
    for (const ContentLine& line : vevent_.lines) {
      if (!line.is("CATEGORIES")) continue;
      for (const std::string_view value : split_list(line.value)) {
        std::string category = normalize(unescape(value));
        if (category.empty() || std::ranges::find(entry_.categories, category) != entry_.categories.end()) continue;
        if (entry_.categories.size() == kMostCategories)
          return warn(line, fmt::format("the event has more than {} categories", kMostCategories),
                      fmt::format("the first {} are kept", kMostCategories));
        entry_.categories.push_back(std::move(category));
      }
    }
  }

  void read_position() {
    const ContentLine* line = vevent_.find("GEO");
    if (line == nullptr) return;
    entry_.position = parse_coordinates(line->value);
    if (!entry_.position && !trimmed(line->value).empty())
      warn(*line, fmt::format("\"{}\" is not a latitude and a longitude", excerpt(line->value)),
           "passed over; write it like 48.856600;2.352200");
  }

  /// The CN of ORGANIZER. Programs that know no name write the address there too; that is not a name.
  void read_organizer() {
    const ContentLine* line = vevent_.find("ORGANIZER");
    if (line == nullptr) return;
    std::string name = normalize(decode_parameter(line->parameter("CN").value_or("")));
    if (!is_persons_address(name)) entry_.organizer = std::move(name);
  }

  void read_links() {
    for (const ContentLine& line : vevent_.lines) {
      if (line.is("IMAGE") && entry_.image_url.empty()) {
        entry_.image_url = web_address(line, Otherwise::nothing);
      } else if (line.is("CONFERENCE") && entry_.conference_url.empty()) {
        entry_.conference_url = web_address(line, Otherwise::nothing);
      } else if (line.is("ATTACH") && entry_.links.size() < kMostLinks) {
        std::string link = web_address(line, Otherwise::nothing);
        if (!link.empty() && std::ranges::find(entry_.links, link) == entry_.links.end())
          entry_.links.push_back(std::move(link));
      }
    }
  }

  void read_extras() {
    constexpr std::string_view kOurs = "X-MUR-";
    const auto upper = [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; };
    for (const ContentLine& line : vevent_.lines) {
      if (line.name.size() <= kOurs.size() || !same_name(line.name.substr(0, kOurs.size()), kOurs)) continue;
      if (entry_.extras.size() == kMostExtras) return;
      std::string name(line.name.substr(kOurs.size()));
      std::ranges::transform(name, name.begin(), upper);
      std::string value = normalize(unescape(line.value));
      if (!value.empty()) entry_.extras.push_back({.name = std::move(name), .value = std::move(value)});
    }
  }

  /// An http or https address, else nothing: a phone number (tel:), an address, a picture in the file itself.
  std::string web_address(const ContentLine& line, Otherwise otherwise) {
    if (same_name(line.parameter("ENCODING").value_or(""), "BASE64")) return {};
    std::string address = normalize(line.value);
    const bool web = address.starts_with("http://") || address.starts_with("https://") ||
                     address.starts_with("HTTP://") || address.starts_with("HTTPS://");
    if (web) return address;
    if (otherwise == Otherwise::said && !address.empty())
      warn(line, fmt::format("\"{}\" is not a web address", excerpt(address)), "passed over");
    return {};
  }

  const Component& vevent_;
  Entry& entry_;
  std::vector<Warning>& warnings_;
};

}  // namespace

void read_texts(const Component& vevent, Entry& entry, std::vector<Warning>& warnings) {
  TextReader(vevent, entry, warnings).read();
}

std::string text_of(const Component& component, std::string_view property) {
  const ContentLine* line = component.find(property);
  if (line == nullptr) return {};
  return plain_text(unescape(line->value));
}

std::string plain_text(std::string_view text) {
  return normalize(looks_like_html(text) ? html_to_text(text) : std::string(text));
}

bool is_persons_address(std::string_view name) {
  return name.contains('@') || name.starts_with("mailto:") || name.starts_with("MAILTO:");
}

std::string excerpt(std::string_view value) { return shorten(normalize(value), kQuotedInWarning); }

}  // namespace mur::calendar
