#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/domain/event.h"
#include "shared/domain/hub.h"
#include "shared/domain/need.h"
#include "shared/domain/offer.h"
#include "shared/domain/organization.h"

namespace mur::ctl {

/// A time of the week: "thu", "18:30", 150 minutes.
struct WeekTime {
  std::chrono::weekday weekday;
  std::chrono::minutes time{};
  std::chrono::minutes length{};
};

/// What assets/demo/demo.toml says: posts with times of a week instead of dates. Slugs name them; they are checked.
struct DemoFile {
  struct Organization {
    std::string slug;
    OrganizationDetails details;
    Trust trust = Trust::newcomer;
    std::string guarantor;
  };
  struct Event {
    std::string slug;
    std::string organization;  ///< its slug
    WeekTime when;
    bool weekly = true;    ///< false: one event this week and one the next
    EventDetails details;  ///< without uid and timing
  };
  struct Need {
    std::string slug;
    std::string organization;
    std::string event;                          ///< slug; empty: none
    NeedDetails details;                        ///< slots without `when`
    std::vector<std::optional<WeekTime>> when;  ///< of each slot
  };
  struct Offer {
    std::string slug;
    OfferDetails details;  ///< without language
    bool waits_for_review = false;
  };

  Hub hub;  ///< name, address, zone, languages, privacy
  std::vector<Organization> organizations;
  std::vector<Event> events;
  std::vector<Need> needs;
  std::vector<Offer> offers;
};

/// Errc::invalid that names the line and what it wants.
[[nodiscard]] Result<DemoFile> parse_demo(std::string_view toml);
/// The file that murctl was built with.
[[nodiscard]] Result<DemoFile> read_demo();

}  // namespace mur::ctl
