#include "kiosk/display.h"

namespace mur::kiosk {

namespace {

SDL_Color sdl(Color color) { return {color.r, color.g, color.b, color.a}; }

}  // namespace

Result<std::unique_ptr<Display>> Display::open(const WindowOptions& options, app::Languages languages,
                                               float mm_per_px) {
  auto window = Window::open(options);
  if (!window) return fail(window.error());
  auto fonts = Fonts::open();
  if (!fonts) return fail(fonts.error());
  return std::unique_ptr<Display>(new Display(*std::move(window), *std::move(fonts), std::move(languages), mm_per_px));
}

Display::Display(Window window, Fonts fonts, app::Languages languages, float mm_per_px)
    : window_(std::move(window)),
      renderer_(window_.renderer()),
      ui_(std::move(fonts)),
      languages_(std::move(languages)),
      mm_per_px_(mm_per_px) {}

const app::View& Display::view_of(const app::AppState& state) {
  if (!view_ || view_version_ != state.version) {
    view_ = app::make_view(state, languages_);
    view_version_ = state.version;
  }
  return *view_;
}

Result<Asked> Display::draw(const app::AppState& state, const InputFrame& input, Milliseconds now) {
  const app::View& view = view_of(state);
  const PixelSize size = window_.size();
  const Theme theme = theme_for(view.chrome.aids, size.width, size.height, mm_per_px_);
  if (ui_.prepare(theme, window_.largest_texture()))
    if (Status uploaded = renderer_.upload(ui_.atlas()); !uploaded) return fail(uploaded.error());
  apply(input, ui_.io());
  ui_.begin(now);
  Asked asked = draw_wall(ui_, view, app::language_of(state, languages_).text, keyboard_);
  ui_.end();
  renderer_.draw(ui_.draw_data(), sdl(ui_.palette().background));
  return asked;
}

void Display::forget() {
  ui_.forget();
  keyboard_ = KeyboardState{};
}

Result<app::Languages> load_languages(const std::filesystem::path& folder) {
  app::Languages languages;
  std::error_code problem;
  for (const auto& entry : std::filesystem::directory_iterator(folder, problem)) {
    const std::string code = entry.path().filename().string();
    auto language = app::load_language(code, folder);
    if (!language) return fail(language.error());
    languages.emplace(code, *std::move(language));
  }
  if (languages.empty())
    return fail(Errc::not_found, "locale",
                fmt::format("{} holds no catalogue; build the target `locale`", folder.string()));
  return languages;
}

std::filesystem::path locale_folder() {
  std::error_code problem;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", problem);
  return program.parent_path().parent_path() / "share" / "mur" / "locale";
}

}  // namespace mur::kiosk
