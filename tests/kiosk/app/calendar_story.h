#pragma once

#include <string>
#include <utility>
#include <vector>

#include "tests/kiosk/app/languages.h"
#include "tests/kiosk/app/story.h"

namespace mur::test {

/// A day of March 2026; 32 is the first of April. Today is Thursday the 12th.
constexpr std::chrono::local_days march(int day) {
  return std::chrono::local_days{std::chrono::year{2026} / 3 / 1} + std::chrono::days{day - 1};
}

/// A kiosk in the calendar of a hub where nothing is but what the test puts there, at 18:24.
class CalendarStory : public Story {
 public:
  CalendarStory() : Story(SampleWall::empty()) { act(app::GoHome{}).open(app::Screen::calendar); }

  OrganizationId organization(const std::string& name, const std::string& room = {},
                              Residency residency = Residency::external) {
    const OrganizationId id = organization_of(name);
    put(Organization{.id = id,
                     .details = {.name = name, .room = room, .residency = residency},
                     .trust = Trust::trusted,
                     .seen_by_wall = true});
    return id;
  }
  static OrganizationId organization_of(const std::string& name) {
    return OrganizationId{derive_uuid(Uuid{}, "organization " + name)};
  }

  /// On the wall, of the organization « La Cantine » unless another one is named; not yet put there.
  static Event event(const std::string& title, calendar::When start, std::chrono::minutes length,
                     const std::string& organization = "La Cantine") {
    Event made{.organization = organization_of(organization),
               .moderation = {.status = PostStatus::published, .seen_by_wall = true}};
    made.details.uid = title + "@test.example";
    made.details.title = title;
    made.details.timing.start = start;
    made.details.timing.end = start;
    made.details.timing.end->local += length;
    made.id = event_id(made.organization, made.details);
    return made;
  }
  /// Whole days, from that one of March on.
  static Event days_long(const std::string& title, int first, int days) {
    calendar::When start = SampleWall::paris(first, 0, 0);
    start.kind = calendar::When::Kind::date;
    start.zone.clear();
    return event(title, start, std::chrono::days{days});
  }
  /// The one that stands for an instance of a series.
  static Event instance(const Event& series, calendar::When of, calendar::When start, std::chrono::minutes length) {
    Event made = series;
    made.details.timing = {.start = start, .end = start};
    made.details.timing.end->local += length;
    made.details.recurrence_id = of;
    made.id = event_id(made.organization, made.details);
    return made;
  }

  CalendarStory& put(Record record) {
    app::RecordsCame news;
    news.records.push_back({.seq = ++seq_, .record = std::move(record)});
    act(news);
    return *this;
  }
  CalendarStory& put_many(const std::string& title, int day, int count) {
    for (int i = 0; i < count; ++i)
      put(event(title + " " + std::to_string(i + 1), SampleWall::paris(day, 8 + i, 0), std::chrono::minutes{30}));
    return *this;
  }

  template <class Screen>
  [[nodiscard]] Screen shown() const {
    return std::get<Screen>(app::make_view(state, languages_).screen);
  }
  [[nodiscard]] app::CalendarView calendar() const { return shown<app::CalendarView>(); }

 private:
  app::Languages languages_ = both_languages();
  Seq seq_ = 1000;
};

inline std::vector<std::string> titles(const app::DayView& day) {
  std::vector<std::string> found;
  for (const app::RowView& row : day.rows) found.push_back(row.title);
  return found;
}

/// Of the calendar's list, day after day.
inline std::vector<std::string> titles(const app::CalendarView& view) {
  std::vector<std::string> found;
  for (const app::DayView& day : view.days)
    for (const app::RowView& row : day.rows) found.push_back(row.title);
  return found;
}

}  // namespace mur::test
