#pragma once

#include <imgui.h>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/ui/fonts.h"
#include "kiosk/ui/rect.h"
#include "kiosk/ui/scrolling.h"
#include "kiosk/ui/theme.h"
#include "kiosk/ui/touch_targets.h"
#include "shared/base/clock.h"

namespace mur::kiosk {

/// What a finger does to one target in this frame.
struct Touch {
  bool pressed = false;  ///< the finger is on it: draw it so, in this very frame
  bool tapped = false;   ///< it was lifted on it: act
  Milliseconds held{0};  ///< how long it has been on it
};

/// What `Ui::touch` tells of a target to tests, speech and scanning.
struct TargetInfo {
  std::string_view label;
  Role role = Role::button;
  bool enabled = true;
  bool selected = false;
};

/// One wall's frames: theme, fonts, touch, and Dear ImGui's context, in which the widgets draw. Between `begin` and
/// `end` screens call the widgets (widgets.h) with rectangles in u. What outlives a frame here is only what a finger
/// has moved: scroll positions. Main thread only; one at a time (Dear ImGui has one current context).
class Ui {
 public:
  explicit Ui(Fonts fonts);
  ~Ui();
  Ui(const Ui&) = delete;
  Ui& operator=(const Ui&) = delete;

  /// Before each frame: takes the theme and builds the fonts it needs. True: upload `atlas()` anew before drawing.
  bool prepare(const Theme& theme, int largest_texture);

  /// Starts a frame at `now`, any clock that runs steadily. Input has been applied to `io()` before.
  void begin(Milliseconds now);
  /// Ends it; `draw_data()` is then valid until the next `begin`.
  void end();

  [[nodiscard]] ImGuiIO& io() const;
  [[nodiscard]] ImFontAtlas& atlas() const { return fonts_.atlas(); }
  [[nodiscard]] const ImDrawData& draw_data() const;

  /// When the next frame is due although nobody touches anything (gliding, a held key); nothing: sleep.
  [[nodiscard]] std::optional<Milliseconds> redraw_in() const { return redraw_in_; }
  /// Asks for a frame no later than `wait` from now.
  void redraw_within(Milliseconds wait);

  /// The whole wall, in u.
  [[nodiscard]] Rect screen() const;
  [[nodiscard]] const Theme& theme() const { return theme_; }
  [[nodiscard]] const Palette& palette() const { return theme_.palette(); }
  [[nodiscard]] Fonts& fonts() { return fonts_; }
  [[nodiscard]] Milliseconds now() const { return now_; }

  /// Registers a target and says what the finger does to it. `id` is unique in the frame.
  Touch touch(std::string_view id, const Rect& rect, const TargetInfo& info);
  [[nodiscard]] const TouchTargets& targets() const { return targets_; }
  [[nodiscard]] TargetRules target_rules() const;
  /// The finger, in u, and whether it was lifted in this frame.
  [[nodiscard]] std::optional<Point> finger() const;
  [[nodiscard]] bool finger_lifted() const;

  /// What a physical keyboard typed since the last frame, as in Input: '\b' erases, '\n' is Enter.
  [[nodiscard]] const std::string& typed() const { return typed_; }

  /// The next visitor starts anew: every list at its top, no finger on anything.
  void forget();

  /// Texts of this frame that did not fit where they were put: cut to an ellipsis, or longer than their box. Tests hold
  /// screens against it.
  struct TextFault {
    std::string text;
    bool cut = false;  ///< ended in "…"; else it ran out of its box
  };
  [[nodiscard]] const std::vector<TextFault>& text_faults() const { return text_faults_; }

  // For widgets.

  void note(TextFault fault) { text_faults_.push_back(std::move(fault)); }
  /// True between push_view and pop_view: what is longer than its box is scrolled to.
  [[nodiscard]] bool in_view() const { return views_ > 0; }
  /// ImGui's list of the window being drawn in; its coordinates are px.
  [[nodiscard]] ImDrawList& canvas() const;
  [[nodiscard]] float px(float u) const { return u * unit_; }
  /// To whole pixels, so that edges are sharp.
  [[nodiscard]] ImVec2 px(Point point) const;
  [[nodiscard]] float unit() const { return unit_; }
  [[nodiscard]] Scrolling& scrolling(std::string_view id);
  /// Everything drawn until `pop_layer` is over, and keeps fingers from, everything drawn before.
  void push_layer(std::string_view id);
  void pop_layer();
  /// Everything drawn until `pop_view` is cut off outside `rect`.
  void push_view(std::string_view id, const Rect& rect);
  void pop_view();
  /// No target keeps the finger that is down: it scrolls.
  void release_targets();

 private:
  struct ContextCloser {
    void operator()(ImGuiContext* context) const { ImGui::DestroyContext(context); }
  };

  Fonts fonts_;  // outlives the context, which borrows the atlas
  std::unique_ptr<ImGuiContext, ContextCloser> context_;
  Theme theme_;
  float unit_ = 1;
  Milliseconds now_{0};
  std::optional<Milliseconds> last_;
  std::optional<Milliseconds> redraw_in_;
  TouchTargets targets_;
  std::vector<TextFault> text_faults_;
  int views_ = 0;
  std::string typed_;
  std::string held_id_;
  Milliseconds held_since_{0};
  std::map<std::string, Scrolling, std::less<>> scrolling_;
};

}  // namespace mur::kiosk
