#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "shared/domain/wall.h"
#include "shared/skills/tree.h"

namespace mur::app {

/// What an event can be asked for with one touch.
enum class Facet : std::uint8_t { here, in_town, free_of_charge, step_free, hearing_loop, sign_language, quiet };
inline constexpr int kFacetCount = 7;

/// Several of them at once.
using FacetSet = std::uint8_t;
[[nodiscard]] constexpr FacetSet bit(Facet facet) { return static_cast<FacetSet>(1U << static_cast<unsigned>(facet)); }

/// What of the calendar a visitor wants to see: all that is chosen has to be true. The default shows everything.
struct Filter {
  FacetSet facets = 0;
  std::string theme;                           ///< Theme::key; empty: any
  std::optional<OrganizationId> organization;  ///< it, or one it organizes with

  friend bool operator==(const Filter&, const Filter&) = default;
};
[[nodiscard]] inline bool is_on(const Filter& filter) { return filter != Filter{}; }
[[nodiscard]] inline bool has(const Filter& filter, Facet facet) { return (filter.facets & bit(facet)) != 0; }
/// On becomes off and off on; here and in town take turns.
[[nodiscard]] Filter toggled(Filter filter, Facet facet);

/// A category: for comparing, and as it was written. The key is the id of a theme of the list however it is spelt, else
/// the folded word.
struct Theme {
  std::string key;
  std::string word;

  friend bool operator==(const Theme&, const Theme&) = default;
};
/// Of two spellings of one theme the better set one: accents over none, then a capital at the start over none or all.
[[nodiscard]] bool is_better_spelt(const std::string& word, const std::string& than);

/// What the filters look at in one event, with what was merged into it.
struct EventFacets {
  FacetSet facets = 0;
  std::vector<OrganizationId> organizations;
  std::vector<Theme> themes;
  EventId series;                      ///< the master that it is an instance of; itself
  std::optional<EventId> merged_into;  ///< where it had been counted in

  friend bool operator==(const EventFacets&, const EventFacets&) = default;
};
[[nodiscard]] bool matches(const EventFacets& event, const Filter& filter);

/// The facets of every event. Derived from the wall; a change costs the events it touches.
class Facets {
 public:
  void rebuild(const Wall& wall, const skills::SkillTree& themes);
  /// After the wall took these records.
  void refresh(const Wall& wall, const skills::SkillTree& themes, std::span<const RecordId> changed);

  [[nodiscard]] const std::unordered_map<EventId, EventFacets>& all() const { return all_; }
  /// Null for an unknown event.
  [[nodiscard]] const EventFacets* find(EventId event) const;
  /// An unknown event matches only the filter that shows everything.
  [[nodiscard]] bool matches(EventId event, const Filter& filter) const;

 private:
  void take(const Wall& wall, const skills::SkillTree& themes, EventId event);

  std::unordered_map<EventId, EventFacets> all_;
};

}  // namespace mur::app
