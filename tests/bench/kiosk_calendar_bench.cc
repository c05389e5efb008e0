// From month to month of a full calendar, and down its list, as a visitor's finger has it. 1080p, drawn in software on
// SDL's dummy driver.
#include <fmt/format.h>

#include "tests/bench/full_calendar.h"
#include "tests/bench/tell.h"
#include "tests/kiosk/screens/stage.h"

namespace mur::test {
namespace {

constexpr int kEvents = 10000;
constexpr int kMonths = 120;
constexpr int kThrows = 8;

void open_calendar(Stage& stage, app::CalendarMode mode) {
  stage.walk({app::GoHome{}, app::Open{{.screen = app::Screen::calendar}}, app::ShowCalendarAs{mode}});
}

/// Month after month, there and back: what the touch asks for, the view model, and the picture with it.
void months(int events, const app::Filter& filter, const char* what) {
  Stage stage({.wall = full_calendar(events)});
  open_calendar(stage, app::CalendarMode::month);
  for (int i = 0; i < app::kFacetCount; ++i)
    if (app::has(filter, static_cast<app::Facet>(i))) stage.act(app::ToggleFacet{static_cast<app::Facet>(i)});
  stage.wall().settle();
  const app::Languages languages = test_languages();
  std::vector<double> models;
  std::vector<double> pictures;
  for (int i = 0; i < kMonths; ++i) {
    const std::chrono::local_days day = std::chrono::local_days{std::chrono::year{2026} / 3 / 15} +
                                        std::chrono::days{30 * (i % 24 < 12 ? i % 24 : 24 - i % 24)};
    const auto start = SteadyClock::now();
    stage.act(app::ChooseDay{day});
    const app::View view = app::make_view(stage.state(), languages);
    models.push_back(milliseconds_since(start));
    const auto draw = SteadyClock::now();
    stage.wall().frame();
    pictures.push_back(milliseconds_since(draw));
  }
  const auto occurrences = stage.state().agenda.entries().size();
  tell(fmt::format("open a month of {} events, {} occurrences{}: action and view model", events, occurrences, what),
       models);
  tell("  … and its view model again with the picture, 1920 × 1080", pictures);
}

/// A finger that drags the list, and the frames of the throw after it.
void scrolling() {
  Stage stage({.wall = full_calendar(kEvents)});
  open_calendar(stage, app::CalendarMode::list);
  std::vector<double> frames;
  for (int i = 0; i < kThrows; ++i) {
    float y = 700;
    stage.wall().finger_down({900, y});
    const auto one_frame = [&] {
      const auto start = SteadyClock::now();
      stage.wall().frame();
      frames.push_back(milliseconds_since(start));
    };
    one_frame();
    for (int step = 0; step < 8; ++step) {
      stage.wall().finger_move({900, y -= 45});
      one_frame();
    }
    stage.wall().finger_up({900, y});
    for (int coasting = 0; coasting < 12; ++coasting) one_frame();
  }
  tell("a frame of the list while it is dragged and thrown, 10,000 events", frames);
}

}  // namespace
}  // namespace mur::test

int main() {
  using mur::test::months;
  for (const int events : {72, 860, 10000, 12900}) months(events, {}, "");
  months(10000, mur::app::toggled({}, mur::app::Facet::free_of_charge), ", filtered");
  mur::test::scrolling();
}
