#pragma once

#include <optional>
#include <string>

#include "kiosk/app/app_state.h"
#include "kiosk/app/text.h"
#include "kiosk/app/view_parts.h"

/// What people tell of a meeting: on the wall, and while it is told.
namespace mur::app {

/// One that stands on the wall.
struct StoryView {
  std::string text;  ///< « On a servi quatre-vingts repas. »
  std::string by;    ///< "Ana, avec Cantine des Récollets"
  friend bool operator==(const StoryView&, const StoryView&) = default;
};

/// The last step: may it be shown?
struct StoryReviewView {
  StepView step;
  std::string text;
  std::string first_name;
};

/// Of the newest of an organization; nothing where it has none.
[[nodiscard]] std::optional<StoryView> story_of(const AppState& state, OrganizationId organization, const Text& text);
[[nodiscard]] StoryView story_view(const AppState& state, const Story& story, const Text& text);
/// Where the visitor's own one stands: "on the wall"; empty where there is none.
[[nodiscard]] std::string story_words(const std::optional<StoryTold>& story, const Text& text);
[[nodiscard]] StoryReviewView make_story_review(const AppState& state);

}  // namespace mur::app
