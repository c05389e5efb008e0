#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/app/app_state.h"

/// What can be filtered, with how much there would be: nobody chooses what is empty without knowing.
namespace mur::app {

struct FacetChoice {
  Facet facet{};
  std::string name;   ///< "gratuit"
  std::string count;  ///< "12 rendez-vous"; with it on
  bool selected = false;
  std::string none;  ///< why it can't be chosen: nothing would be left
};

struct FilterView {
  std::vector<FacetChoice> facets;
  std::string theme;         ///< "Thème : climat"
  std::string organization;  ///< "Organisation : toutes"
  bool theme_on = false;
  bool organization_on = false;
  std::string summary;  ///< how much is left of the calendar
  bool on = false;      ///< there is something to clear
};

/// A list to choose one from: themes, or organizations.
struct OneChoice {
  std::string name;
  std::string count;
  bool selected = false;
  std::string theme;                           ///< of themes: Theme::key
  std::optional<OrganizationId> organization;  ///< of organizations
};
struct ChoicesView {
  bool of_themes = false;
  std::vector<OneChoice> choices;
  bool any = true;  ///< « tous » is chosen
};

/// How a theme is written: its name in the visitor's language where it is on the list, else the best set spelling there
/// is among what is coming.
[[nodiscard]] std::string theme_word(const AppState& state, const std::string& key);

}  // namespace mur::app
