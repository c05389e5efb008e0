#pragma once

#include <string>
#include <vector>

#include "kiosk/app/view_parts.h"

namespace mur::app {

/// A room of the hub today, hour by hour.
struct RoomView {
  std::string name;
  std::string state;    ///< "libre jusqu’à 18 h 30", "en cours jusqu’à 12 h"
  bool in_use = false;  ///< now
  std::vector<RowView> rows;
};

/// A resident organization and where to find it.
struct ResidentView {
  std::string name;
  std::string room;
};

/// « Qui est là aujourd’hui »
struct HereView {
  std::string date;  ///< "jeudi 12 mars"
  std::vector<RoomView> rooms;
  std::vector<ResidentView> residents;
};

}  // namespace mur::app
