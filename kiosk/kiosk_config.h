#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "kiosk/platform/window.h"
#include "shared/base/result.h"

namespace mur::kiosk {

/// What kiosk.toml says of one screen. Everything but the key has a default that suits a 43" 1080p panel.
struct KioskConfig {
  std::filesystem::path key;  ///< the key file; relative to the folder of kiosk.toml
  PixelSize window{1920, 1080};
  bool fullscreen = false;
  float mm_per_px = 0.496F;     ///< of the real panel: fingers are measured in millimetres
  std::string language = "fr";  ///< of every new visit
};

/// Errc::invalid names file, line and remedy.
[[nodiscard]] Result<KioskConfig> parse_kiosk_config(std::string_view text, const std::string& file_name);
/// Reads FOLDER/kiosk.toml; Errc::not_found says how to make it.
[[nodiscard]] Result<KioskConfig> read_kiosk_config(const std::filesystem::path& folder);

/// "1920x1080"
[[nodiscard]] Result<PixelSize> parse_size(std::string_view text, const std::string& option);

}  // namespace mur::kiosk
