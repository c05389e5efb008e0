#include "kiosk/kiosk_config.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <sstream>

#include <toml++/toml.h>

namespace mur::kiosk {

namespace {

constexpr std::array<std::string_view, 6> kKeys{"key", "width", "height", "fullscreen", "mm_per_px", "language"};
constexpr int kLeastSide = 320;
constexpr int kMostSide = 16384;
constexpr double kLeastMmPerPx = 0.02;
constexpr double kMostMmPerPx = 5;

std::unexpected<Error> fault(const std::string& file, const toml::node& node, const std::string& what) {
  return fail(Errc::invalid, file, fmt::format("{}:{}: {}", file, node.source().begin.line, what));
}

Status read_side(const toml::table& table, const char* key, int& side, const std::string& file) {
  const toml::node* node = table.get(key);
  if (node == nullptr) return {};
  const auto value = node->value_exact<std::int64_t>();
  if (!value || *value < kLeastSide || *value > kMostSide)
    return fault(file, *node, fmt::format("{} wants a number of pixels from {} to {}", key, kLeastSide, kMostSide));
  side = static_cast<int>(*value);
  return {};
}

}  // namespace

Result<KioskConfig> parse_kiosk_config(std::string_view text, const std::string& file_name) {
  toml::table table;
  try {
    table = toml::parse(text);
  } catch (const toml::parse_error& error) {
    return fail(Errc::invalid, file_name,
                fmt::format("{}:{}: {}", file_name, error.source().begin.line, error.description()));
  }
  for (const auto& [key, node] : table)
    if (std::find(kKeys.begin(), kKeys.end(), key.str()) == kKeys.end())
      return fault(file_name, node,
                   fmt::format("\"{}\" is not known here; remove it, or write one of key, width, height, fullscreen, "
                               "mm_per_px, language",
                               key.str()));
  KioskConfig config;
  if (const toml::node* node = table.get("key")) {
    const auto value = node->value_exact<std::string>();
    if (!value || value->empty()) return fault(file_name, *node, "key wants the name of the key file, in quotes");
    config.key = *value;
  } else {
    return fail(
        Errc::invalid, file_name,
        fmt::format("{}: key is missing; write key = \"kiosk.key\", the file that `murctl key new --role kiosk` "
                    "makes",
                    file_name));
  }
  if (Status read = read_side(table, "width", config.window.width, file_name); !read) return fail(read.error());
  if (Status read = read_side(table, "height", config.window.height, file_name); !read) return fail(read.error());
  if (const toml::node* node = table.get("fullscreen")) {
    const auto value = node->value_exact<bool>();
    if (!value) return fault(file_name, *node, "fullscreen wants true or false");
    config.fullscreen = *value;
  }
  if (const toml::node* node = table.get("mm_per_px")) {
    const auto value = node->value<double>();
    if (!value || *value < kLeastMmPerPx || *value > kMostMmPerPx)
      return fault(file_name, *node,
                   "mm_per_px wants the width of the panel in millimetres divided by its pixels, as in 0.496");
    config.mm_per_px = static_cast<float>(*value);
  }
  if (const toml::node* node = table.get("language")) {
    const auto value = node->value_exact<std::string>();
    if (!value || value->empty()) return fault(file_name, *node, "language wants a code in quotes, as in \"fr\"");
    config.language = *value;
  }
  return config;
}

Result<KioskConfig> read_kiosk_config(const std::filesystem::path& folder) {
  const std::filesystem::path path = folder / "kiosk.toml";
  std::ifstream file(path);
  if (!file)
    return fail(Errc::not_found, path.string(),
                fmt::format("{} is missing; `murctl hub init` makes one, or write it with the line key = \"kiosk.key\"",
                            path.string()));
  std::ostringstream text;
  text << file.rdbuf();
  auto config = parse_kiosk_config(text.str(), path.string());
  if (config && config->key.is_relative()) config->key = folder / config->key;
  return config;
}

Result<PixelSize> parse_size(std::string_view text, const std::string& option) {
  const auto wrong = [&] {
    return fail(
        Errc::invalid, option,
        fmt::format("{} wants WIDTHxHEIGHT in pixels from {} to {}, as in 1920x1080", option, kLeastSide, kMostSide));
  };
  const auto cross = text.find('x');
  if (cross == std::string_view::npos) return wrong();
  const auto side = [](std::string_view digits) {
    int value = 0;
    const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return problem == std::errc{} && end == digits.data() + digits.size() ? value : 0;
  };
  const PixelSize size{side(text.substr(0, cross)), side(text.substr(cross + 1))};
  const auto fits = [](int value) { return value >= kLeastSide && value <= kMostSide; };
  if (!fits(size.width) || !fits(size.height)) return wrong();
  return size;
}

}  // namespace mur::kiosk
