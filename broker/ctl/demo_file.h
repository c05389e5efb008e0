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
  enum class Every : unsigned char {
    once,  ///< one event this week and one the next
    week,
    month
  };
  struct Event {
    std::string slug;
    std::string organization;  ///< its slug
    WeekTime when;
    Every every = Every::week;
    int nth = 0;                       ///< every month: on the nth of its weekdays, 1 … 4
    int days = 0;                      ///< how many whole days it lasts; 0: it has a time of day
    std::optional<WeekTime> moved_to;  ///< announced for `when`, and then put here in the same week
    std::string merged_into;           ///< slug of the event that it is the same as; empty: none
    EventDetails details;              ///< without uid and timing
  };
  struct Need {
    std::string slug;
    std::string organization;
    std::string event;                          ///< slug; empty: none
    NeedDetails details;                        ///< slots without `when`
    std::vector<std::optional<WeekTime>> when;  ///< of each slot
    bool weekly = false;                        ///< a rota: each slot has its time, every week
    int given = 0;                              ///< of what it counts
  };
  struct Offer {
    std::string slug;
    OfferDetails details;  ///< without language
    bool waits_for_review = false;
  };

  Hub hub;  ///< name, address, zone, languages, rooms, privacy
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
