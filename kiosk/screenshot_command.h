#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "kiosk/platform/window.h"
#include "shared/base/result.h"

namespace mur::kiosk {

/// One picture of one screen, as `--screenshot` asks for it.
struct ScreenshotOrder {
  std::filesystem::path file;
  std::string screen;  ///< "need" or "need:ID"
  PixelSize size{1920, 1080};
  std::string language = "fr";
  std::string now;                ///< in the hub's zone; empty: the machine's time
  std::filesystem::path replica;  ///< folder of replica.db; unused with `broker`
  std::string broker;             ///< tcp://HOST:PORT; empty: from the replica
  std::filesystem::path key;      ///< with `broker`
  float mm_per_px = 0.496F;
};

/// Draws it without a display and writes the PNG. The replica is opened read-only and nothing is sent; the same data
/// and order give the same bytes. Errc::invalid and Errc::not_found (field "--screen") are the asker's mistakes;
/// anything else says that there is no data, or no picture.
[[nodiscard]] Status take_screenshot(const ScreenshotOrder& order, const std::filesystem::path& locale);

}  // namespace mur::kiosk
