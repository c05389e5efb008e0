#include <fmt/format.h>

#include "kiosk/ui/form_parts.h"

namespace mur::kiosk {

namespace {

constexpr int kAcross = 4;
constexpr int kAcrossPortrait = 3;

Icon icon_of(mur::Tile tile) {
  switch (tile) {
    case mur::Tile::some_time: return Icon::schedule;
    case mur::Tile::cooking: return Icon::restaurant;
    case mur::Tile::communication: return Icon::campaign;
    case mur::Tile::photo: return Icon::photo_camera;
    case mur::Tile::translation: return Icon::translate;
    case mur::Tile::material: return Icon::inventory_2;
    case mur::Tile::repair: return Icon::build;
    case mur::Tile::legal: return Icon::gavel;
    case mur::Tile::unsure: return Icon::help_outline;
    case mur::Tile::learn: return Icon::emoji_objects;
    case mur::Tile::transport: return Icon::local_shipping;
    case mur::Tile::other: return Icon::edit;
    case mur::Tile::idea: return Icon::handshake;
  }
  return Icon::none;
}

}  // namespace

Asked draw_what_screen(Frame& frame, const app::WhatView& view) {
  const app::Text& say = frame.say;
  Rect rest = frame.body;
  const std::string on = view.choosing_several ? say("Continue") : std::string{};
  const std::string missing = view.complete ? std::string{} : say("Choose at least one.");
  Asked asked = draw_step_actions(frame, rest, {.on_label = on, .on_disabled_because = missing, .on = app::Review{}});
  const std::string several =
      view.choosing_several ? say.plural("{0} at most.", "Up to {0}.", view.most) : std::string{};
  draw_step_title(frame, rest, say("What do I propose?"), view.step, several);
  draw_over_step(frame);
  const int across = frame.portrait() ? kAcrossPortrait : kAcross;
  const auto count = static_cast<int>(view.tiles.size());
  const std::vector<Rect> places = grid(rest, across, (count + across - 1) / across, size::kGap);
  for (std::size_t i = 0; i < view.tiles.size(); ++i) {
    const app::TileView& each = view.tiles[i];
    const std::string id = fmt::format("what.{}", to_string(each.tile));
    if (tile(frame.ui, id, places[i],
             {.label = each.name, .icon = icon_of(each.tile), .accent = Accent::offer, .selected = each.selected}))
      asked = app::TouchTile{each.tile};
  }
  return asked;
}

}  // namespace mur::kiosk
