#include "kiosk/ui/ui.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace mur::kiosk {
namespace {

constexpr ImGuiWindowFlags kBare = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground |
                                   ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoNav;

void set_bare_style(ImGuiStyle& style) {
  style.WindowPadding = style.FramePadding = style.ItemSpacing = style.ItemInnerSpacing = ImVec2(0, 0);
  style.WindowBorderSize = style.ChildBorderSize = 0;
  style.WindowRounding = style.ChildRounding = 0;
  style.WindowMinSize = ImVec2(1, 1);
  style.AntiAliasedLinesUseTex = false;
}

void append_utf8(std::string& text, ImWchar code) {
  char bytes[5] = {};
  text += ImTextCharToUtf8(bytes, code);
}

}  // namespace

Ui::Ui(Fonts fonts) : fonts_(std::move(fonts)) {
  IMGUI_CHECKVERSION();
  context_.reset(ImGui::CreateContext(&fonts_.atlas()));
  ImGui::SetCurrentContext(context_.get());
  ImGuiIO& settings = ImGui::GetIO();
  settings.IniFilename = nullptr;
  settings.LogFilename = nullptr;
  settings.ConfigFlags |= ImGuiConfigFlags_NoMouseCursorChange;
  settings.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
  set_bare_style(ImGui::GetStyle());
}

Ui::~Ui() = default;

bool Ui::prepare(const Theme& theme, int largest_texture) {
  theme_ = theme;
  unit_ = theme.px_per_u();
  return fonts_.prepare(theme, largest_texture);
}

void Ui::begin(Milliseconds now) {
  ImGuiIO& settings = io();
  const Milliseconds step = last_ ? std::max(Milliseconds{1}, now - *last_) : Milliseconds{gesture::kAnimationFrameMs};
  settings.DeltaTime = static_cast<float>(step.count()) / 1000;
  settings.DisplaySize = ImVec2(static_cast<float>(theme_.width_px), static_cast<float>(theme_.height_px));
  last_ = now_ = now;
  redraw_in_.reset();
  targets_.clear();
  text_faults_.clear();
  typed_.clear();
  for (const ImWchar code : settings.InputQueueCharacters) append_utf8(typed_, code);
  ImGui::NewFrame();
  ImGui::SetNextWindowPos(ImVec2(0, 0));
  ImGui::SetNextWindowSize(settings.DisplaySize);
  ImGui::Begin("wall", nullptr, kBare | ImGuiWindowFlags_NoBringToFrontOnFocus);
}

void Ui::end() {
  ImGui::End();
  ImGui::Render();
  if (!ImGui::IsAnyItemActive()) held_id_.clear();
  // Characters seen for the first time are in the atlas of the next frame.
  if (fonts_.outdated()) redraw_within(Milliseconds{0});
}

ImGuiIO& Ui::io() const { return ImGui::GetIO(); }

const ImDrawData& Ui::draw_data() const { return *ImGui::GetDrawData(); }

void Ui::redraw_within(Milliseconds wait) { redraw_in_ = redraw_in_ ? std::min(*redraw_in_, wait) : wait; }

Rect Ui::screen() const {
  return {0, 0, static_cast<float>(theme_.width_px) / unit_, static_cast<float>(theme_.height_px) / unit_};
}

Touch Ui::touch(std::string_view id, const Rect& rect, const TargetInfo& info) {
  const ImVec2 from = px(Point{rect.x, rect.y});
  const ImVec2 to = px(Point{rect.right(), rect.bottom()});
  const ImVec2 clip_from = canvas().GetClipRectMin();
  const ImVec2 clip_to = canvas().GetClipRectMax();
  const Rect view{clip_from.x / unit_, clip_from.y / unit_, (clip_to.x - clip_from.x) / unit_,
                  (clip_to.y - clip_from.y) / unit_};
  const bool whole = from.x >= clip_from.x && from.y >= clip_from.y && to.x <= clip_to.x && to.y <= clip_to.y;
  targets_.add({.id = std::string(id),
                .rect = rect,
                .visible = whole ? rect : rect.within(view),
                .label = std::string(info.label),
                .role = info.role,
                .enabled = info.enabled,
                .selected = info.selected});
  if (!info.enabled || to.x - from.x < 1 || to.y - from.y < 1) return {};

  ImGui::SetCursorScreenPos(from);
  Touch touch;
  touch.tapped = ImGui::InvisibleButton(targets_.all().back().id.c_str(), ImVec2(to.x - from.x, to.y - from.y));
  if (ImGui::IsItemActive() && held_id_ != id) {
    held_id_ = id;
    held_since_ = now_;
  }
  const std::optional<Point> at = finger();
  touch.pressed = ImGui::IsItemActive() && at && rect.contains(*at);
  if (held_id_ == id) touch.held = now_ - held_since_;
  return touch;
}

TargetRules Ui::target_rules() const {
  return {.screen = screen(), .side = theme_.target(), .key_side = theme_.key_target(), .gap = size::kTargetGap};
}

std::optional<Point> Ui::finger() const {
  if (!ImGui::IsMousePosValid()) return std::nullopt;
  const ImVec2 at = io().MousePos;
  return Point{at.x / unit_, at.y / unit_};
}

bool Ui::finger_lifted() const { return ImGui::IsMouseReleased(ImGuiMouseButton_Left); }

void Ui::forget() {
  scrolling_.clear();
  held_id_.clear();
  ImGui::ClearActiveID();
}

ImDrawList& Ui::canvas() const { return *ImGui::GetWindowDrawList(); }

ImVec2 Ui::px(Point point) const { return {std::round(point.x * unit_), std::round(point.y * unit_)}; }

Scrolling& Ui::scrolling(std::string_view id) { return scrolling_.try_emplace(std::string(id)).first->second; }

void Ui::push_layer(std::string_view id) {
  targets_.cover();
  ImGui::SetNextWindowPos(ImVec2(0, 0));
  ImGui::SetNextWindowSize(io().DisplaySize);
  ImGui::Begin(std::string(id).c_str(), nullptr, kBare);
}

void Ui::pop_layer() { ImGui::End(); }

void Ui::push_view(std::string_view id, const Rect& rect) {
  ++views_;
  const ImVec2 from = px(Point{rect.x, rect.y});
  const ImVec2 to = px(Point{rect.right(), rect.bottom()});
  ImGui::SetCursorScreenPos(from);
  ImGui::BeginChild(std::string(id).c_str(), ImVec2(std::max(1.F, to.x - from.x), std::max(1.F, to.y - from.y)), false,
                    kBare);
}

void Ui::pop_view() {
  --views_;
  ImGui::EndChild();
}

void Ui::release_targets() { ImGui::ClearActiveID(); }

}  // namespace mur::kiosk
