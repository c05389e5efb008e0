#include "broker/ctl/agenda.h"

#include <gtest/gtest.h>

#include "broker/ctl/dates.h"
#include "tests/support/house.h"

namespace mur::ctl {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year;

const calendar::Zone kParis = calendar::Zone::find("Europe/Paris").value();
constexpr calendar::Window kMarch{.from = sys_days{year{2026} / 3 / 12}, .to = sys_days{year{2026} / 4 / 6}};

class AgendaOf : public ::testing::Test {
 protected:
  EventId weekly_soup() {
    EventDetails details = test::House::soup();
    details.timing.rules = {"FREQ=WEEKLY"};
    return EventId{house.must(PutEvent{house.resident, details}, house.cook()).uuid};
  }
  std::vector<std::string> lines(const Agenda& agenda) {
    std::vector<std::string> texts;
    for (const AgendaLine& line : agenda.lines)
      texts.push_back(span_text(line.occurrence) + " " + line.event->details.title);
    return texts;
  }

  test::House house;
};

TEST_F(AgendaOf, ASeriesIsShownOnEachOfItsDays) {
  weekly_soup();
  EXPECT_EQ(lines(agenda_of(house.wall, kParis, kMarch)),
            (std::vector<std::string>{"Sat 2026-03-21 18:00–21:00 Cuisine pour 80 voisins",
                                      "Sat 2026-03-28 18:00–21:00 Cuisine pour 80 voisins",
                                      "Sat 2026-04-04 18:00–21:00 Cuisine pour 80 voisins"}));
}

TEST_F(AgendaOf, AnInstanceThatWasChangedSpeaksForItself) {
  weekly_soup();
  EventDetails moved = test::House::soup();
  moved.recurrence_id = test::House::paris(2026, 3, 28, 18);
  moved.timing.start = test::House::paris(2026, 3, 29, 12);
  moved.timing.end = test::House::paris(2026, 3, 29, 14);
  moved.title = "Cuisine du dimanche";
  house.must(PutEvent{house.resident, moved}, house.cook());
  EXPECT_EQ(lines(agenda_of(house.wall, kParis, kMarch)),
            (std::vector<std::string>{"Sat 2026-03-21 18:00–21:00 Cuisine pour 80 voisins",
                                      "Sun 2026-03-29 12:00–14:00 Cuisine du dimanche",
                                      "Sat 2026-04-04 18:00–21:00 Cuisine pour 80 voisins"}));
}

TEST_F(AgendaOf, OneOrganizationsEventsCanBeAskedFor) {
  weekly_soup();
  EXPECT_TRUE(agenda_of(house.wall, kParis, kMarch, house.newcomer).lines.empty());
}

TEST_F(AgendaOf, AnEventThatIsTooOftenIsShownInPartAndNamed) {
  EventDetails details = test::House::soup();
  details.timing.rules = {"FREQ=MINUTELY"};
  house.must(PutEvent{house.resident, details}, house.cook());
  const Agenda agenda = agenda_of(house.wall, kParis, kMarch);
  EXPECT_EQ(agenda.lines.size(), 50U);
  ASSERT_EQ(agenda.warnings.size(), 1U);
  EXPECT_TRUE(agenda.warnings.front().contains("Cuisine pour 80 voisins")) << agenda.warnings.front();
}

TEST_F(AgendaOf, TheNextOccurrenceIsTheOneThatHasNotEnded) {
  EventDetails details = test::House::soup();
  details.timing.rules = {"FREQ=WEEKLY"};
  const TimePoint during = kMarch.from + days{9} + std::chrono::hours{19};  // Saturday 20:00 in Paris
  EXPECT_EQ(span_text(next_occurrence(details.timing, kParis, during).value()), "Sat 2026-03-21 18:00–21:00");
  EXPECT_EQ(span_text(next_occurrence(details.timing, kParis, during + days{1}).value()), "Sat 2026-03-28 18:00–21:00");
  details.timing.rules.clear();
  EXPECT_EQ(next_occurrence(details.timing, kParis, during + days{1}), std::nullopt);
}

}  // namespace
}  // namespace mur::ctl
