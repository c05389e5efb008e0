#include "kiosk/ui/scroll_area.h"

#include <fmt/format.h>

#include <algorithm>

#include "kiosk/ui/button.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/paint.h"

namespace mur::kiosk {
namespace {

using namespace size::in_scroll_area;

// The ring of what is pressed at the view's edge must not be cut.

Scrolling::Finger finger_on(const Ui& ui, const Rect& view) {
  const ImGuiIO& io = ui.io();
  const std::optional<Point> at = ui.finger();
  Scrolling::Finger finger;
  finger.is_down = io.MouseDown[0];
  finger.y = at ? at->y : 0;
  finger.went_down =
      ImGui::IsMouseClicked(ImGuiMouseButton_Left) && at && view.contains(*at) && ImGui::IsWindowHovered();
  return finger;
}

void page_buttons(Ui& ui, std::string_view id, const Rect& rect, const ScrollLabels& labels, Scrolling& scrolling) {
  const std::vector<Rect> places = columns(rect, 2, size::kGap);
  const auto turn = [&](int direction, const Rect& place, std::string_view label, Icon icon, std::string_view name) {
    if (!scrolling.can_page(direction)) return;
    if (button(ui, fmt::format("{}.{}", id, name), place,
               {.label = label, .icon = icon, .icon_place = IconPlace::beside}))
      scrolling.page(direction, ui.now(), ui.theme().motion);
  };
  turn(-1, places[0], labels.previous, Icon::expand_less, "previous");
  turn(+1, places[1], labels.next, Icon::expand_more, "next");
}

}  // namespace

void scroll_area(Ui& ui, std::string_view id, const Rect& rect, const ScrollLabels& labels, const DrawContent& draw) {
  Scrolling& scrolling = ui.scrolling(id);
  Rect view = rect;
  const bool paged = scrolling.content() > rect.h;
  const float strip_height = std::max(kPagesHeight, ui.theme().target());
  const Rect strip = paged ? view.take_bottom(strip_height, kPagesGap) : Rect{};

  ui.push_view(id, view.inset(-kRingRoom, 0));
  if (scrolling.update(finger_on(ui, view), ui.now(), ui.theme().motion)) ui.release_targets();
  scrolling.fit(scrolling.content(), view.h);
  const float height = draw({view.x, view.y - scrolling.offset(), view.w, view.h});
  ui.pop_view();

  // A list that grew past the view, or no longer does, is laid out anew in the next frame.
  if ((height > rect.h) != paged) ui.redraw_within(Milliseconds{0});
  scrolling.fit(height, view.h);
  if (paged) page_buttons(ui, id, strip, labels, scrolling);
  if (scrolling.moving()) ui.redraw_within(Milliseconds{gesture::kAnimationFrameMs});
}

void dialogue(Ui& ui, std::string_view id, float width, float height, const std::function<void(const Rect&)>& draw) {
  ui.push_layer(id);
  fill(ui, ui.screen(), ui.palette().shade);
  const Rect box = ui.screen().centered(width, height);
  panel(ui, box);
  outline(ui, box, ui.palette().edge, size::kEdge, size::kColumnRadius);
  draw(box);
  ui.pop_layer();
}

}  // namespace mur::kiosk
