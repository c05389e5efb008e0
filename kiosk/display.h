#pragma once

#include <memory>
#include <optional>

#include "kiosk/app/view.h"
#include "kiosk/platform/imgui_renderer.h"
#include "kiosk/platform/input.h"
#include "kiosk/platform/screenshot.h"
#include "kiosk/platform/window.h"
#include "kiosk/ui/frame.h"

namespace mur::kiosk {

/// A window in which states are drawn: toolkit, fonts, words, and the view of the state last seen. What the loop shows
/// and what --screenshot writes are drawn here, by the same code. Main thread only; one at a time.
class Display {
 public:
  static Result<std::unique_ptr<Display>> open(const WindowOptions& options, app::Languages languages, float mm_per_px);

  /// Draws one frame and returns what was asked for. Errc::unsupported if the renderer can't hold the fonts.
  Result<Asked> draw(const app::AppState& state, const InputFrame& input, Milliseconds now);
  /// Puts it on the screen.
  void present() { window_.present(); }
  /// What was drawn.
  [[nodiscard]] Result<Picture> picture() { return read_picture(window_.renderer()); }

  /// When the toolkit wants the next frame by itself (gliding, a held key).
  [[nodiscard]] std::optional<Milliseconds> redraw_in() const { return ui_.redraw_in(); }
  [[nodiscard]] PixelSize size() const { return window_.size(); }
  [[nodiscard]] Ui& ui() { return ui_; }
  [[nodiscard]] const app::Languages& languages() const { return languages_; }
  /// The next visitor starts anew.
  void forget();

 private:
  Display(Window window, Fonts fonts, app::Languages languages, float mm_per_px);
  const app::View& view_of(const app::AppState& state);

  Window window_;
  ImGuiRenderer renderer_;
  Ui ui_;
  app::Languages languages_;
  float mm_per_px_;
  KeyboardState keyboard_;
  std::optional<app::View> view_;
  std::uint64_t view_version_ = 0;
};

/// Every catalogue in the folder. Errc::not_found where there is none.
[[nodiscard]] Result<app::Languages> load_languages(const std::filesystem::path& folder);
/// Where this program's catalogues are: beside it in the build, under ../share where it is installed.
[[nodiscard]] std::filesystem::path locale_folder();

}  // namespace mur::kiosk
