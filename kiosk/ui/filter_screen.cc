#include <fmt/format.h>

#include <algorithm>

#include "kiosk/ui/calendar_parts.h"

namespace mur::kiosk {

namespace {

constexpr int kAcross = 4;
constexpr int kAcrossNarrow = 2;
constexpr int kChoicesAcross = 3;

Icon icon_of(app::Facet facet) {
  switch (facet) {
    case app::Facet::here: return Icon::home;
    case app::Facet::in_town: return Icon::place;
    case app::Facet::free_of_charge: return Icon::euro_symbol;
    case app::Facet::step_free: return Icon::accessible;
    case app::Facet::hearing_loop: return Icon::hearing;
    case app::Facet::sign_language: return Icon::sign_language;
    case app::Facet::quiet: return Icon::volume_off;
  }
  return Icon::none;
}

/// What was filtered starts at its top again.
void to_top(Ui& ui) {
  ui.scrolling("calendar.rows").to_top();
  ui.scrolling("calendar.day").to_top();
}

/// « Voir le calendrier », and « Tout montrer » where something is on.
Asked draw_ways(Frame& frame, const Rect& rect, const std::string& on, bool something_on) {
  const std::string clear = frame.say("Show everything");
  std::vector<Action> actions{{"filter.done", {.label = on, .icon = Icon::check, .icon_place = IconPlace::beside}}};
  if (something_on)
    actions.push_back({"filter.clear", {.label = clear, .icon = Icon::close, .icon_place = IconPlace::beside}});
  const std::string_view tapped = action_row(frame.ui, rect, actions);
  if (tapped == "filter.done") return app::GoBack{};
  if (tapped == "filter.clear") {
    to_top(frame.ui);
    return app::ClearFilter{};
  }
  return std::nullopt;
}

void draw_title(Frame& frame, Rect& rest, std::string_view title, std::string_view line) {
  Ui& ui = frame.ui;
  Rect above = frame.portrait() ? frame.ambient : rest;
  const float top = above.y;
  above.take_top(screen_title(ui, above, title));
  above.take_top(text(ui, above, line, {.style = TextStyle::paragraph, .color = ui.palette().muted, .max_lines = 2}),
                 size::kGap);
  if (!frame.portrait()) rest.take_top(above.y - top);
}

Asked draw_facets(Frame& frame, const Rect& rect, const app::FilterView& view, int across) {
  Ui& ui = frame.ui;
  Asked asked;
  const float height = choice_height(ui);
  for (std::size_t i = 0; i < view.facets.size(); ++i) {
    const app::FacetChoice& each = view.facets[i];
    const auto row = static_cast<float>(i / static_cast<std::size_t>(across));
    const std::vector<Rect> places =
        columns({rect.x, rect.y + row * (height + size::kGap), rect.w, height}, across, size::kGap);
    if (choice(ui, fmt::format("filter.facet.{}", i), places[i % static_cast<std::size_t>(across)],
               {.name = each.name,
                .count = each.count,
                .icon = icon_of(each.facet),
                .selected = each.selected,
                .none = each.none}))
      asked = app::ToggleFacet{each.facet};
  }
  return asked;
}

}  // namespace

Asked draw_filter_screen(Frame& frame, const app::FilterView& view) {
  Ui& ui = frame.ui;
  const app::Text& say = frame.say;
  Rect rest = frame.body;
  Asked asked =
      draw_ways(frame, rest.take_bottom(size::kMainAction, size::kActionsGap), say("See the calendar"), view.on);
  draw_title(frame, rest, say("What are you looking for?"), view.summary);
  const int across = frame.portrait() || ui.theme().text_scale > 1 ? kAcrossNarrow : kAcross;
  const std::string next = say("Next");
  const std::string previous = say("Previous");
  scroll_area(ui, "filter.all", rest, scroll_labels(next, previous), [&](const Rect& content) {
    const float height = choice_height(ui);
    const std::vector<Rect> wide = columns({content.x, content.y, content.w, height}, 2, size::kGap);
    const std::string list = say("Choose from a list");
    if (choice(ui, "filter.theme", wide[0],
               {.name = view.theme, .count = list, .icon = Icon::flag, .selected = view.theme_on}))
      asked = app::Open{{.screen = app::Screen::calendar_themes}};
    if (choice(ui, "filter.organization", wide[1],
               {.name = view.organization, .count = list, .icon = Icon::apartment, .selected = view.organization_on}))
      asked = app::Open{{.screen = app::Screen::calendar_organizations}};
    if (Asked touched = draw_facets(frame, content.moved(0, height + size::kGap), view, across)) {
      asked = touched;
      to_top(ui);
    }
    const auto facet_rows =
        (view.facets.size() + static_cast<std::size_t>(across) - 1) / static_cast<std::size_t>(across);
    return height + static_cast<float>(facet_rows) * (height + size::kGap);
  });
  return asked;
}

Asked draw_choices_screen(Frame& frame, const app::ChoicesView& view) {
  Ui& ui = frame.ui;
  const app::Text& say = frame.say;
  Rect rest = frame.body;
  const std::string back = say("Back");
  Asked asked;
  if (button(ui, "choices.back", rest.take_bottom(size::kMainAction, size::kActionsGap).take_left(300),
             {.label = back, .icon = Icon::arrow_back, .icon_place = IconPlace::beside}))
    asked = app::GoBack{};
  draw_title(frame, rest, view.of_themes ? say("By theme") : say("By organization"),
             view.choices.empty() ? say("Nothing that is planned says so.") : std::string{});
  const std::string next = say("Next");
  const std::string previous = say("Previous");
  const std::string all = view.of_themes ? say("All themes") : say("All organizations");
  const std::string no_filter = say("without this filter");
  const int across = frame.portrait() || ui.theme().text_scale > 1 ? kAcrossNarrow : kChoicesAcross;
  scroll_area(ui, "choices.all", rest, scroll_labels(next, previous), [&](const Rect& content) {
    const float height = choice_height(ui);
    const auto place = [&](std::size_t i) {
      const auto row = static_cast<float>(i / static_cast<std::size_t>(across));
      return columns({content.x, content.y + row * (height + size::kGap), content.w, height}, across,
                     size::kGap)[i % static_cast<std::size_t>(across)];
    };
    if (choice(ui, "choices.any", place(0), {.name = all, .count = no_filter, .selected = view.any}))
      asked = view.of_themes ? app::Action{app::FilterByTheme{}} : app::Action{app::FilterByOrganization{}};
    for (std::size_t i = 0; i < view.choices.size(); ++i) {
      const app::OneChoice& each = view.choices[i];
      if (choice(ui, fmt::format("choices.{}", i), place(i + 1),
                 {.name = each.name, .count = each.count, .selected = each.selected}))
        asked = view.of_themes ? app::Action{app::FilterByTheme{each.theme}}
                               : app::Action{app::FilterByOrganization{each.organization}};
    }
    const auto count = view.choices.size() + 1;
    const auto lines = (count + static_cast<std::size_t>(across) - 1) / static_cast<std::size_t>(across);
    return static_cast<float>(lines) * (height + size::kGap) - size::kGap;
  });
  if (asked) to_top(ui);
  return asked;
}

}  // namespace mur::kiosk
