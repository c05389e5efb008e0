#include "broker/ctl/agenda.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "broker/ctl/record_text.h"
#include "shared/calendar/overrides.h"
#include "shared/domain/limits.h"

namespace mur::ctl {
namespace {

/// One UID of one organization: the series and what was said of single instances.
struct Series {
  const Event* master = nullptr;
  std::vector<const Event*> overrides;
};

std::string cut_warning(const Event& event, std::string_view problem) {
  return fmt::format("{} \"{}\": {}", short_id(event.id.uuid), event.details.title, problem);
}

void add_series(Agenda& agenda, const Series& series, const calendar::Zone& hub, const calendar::Window& window) {
  std::vector<calendar::Occurrence> own;
  if (series.master != nullptr) {
    auto expansion =
        calendar::expand(series.master->details.timing, hub, window, limits::kOccurrences, limits::kExpansionSteps);
    if (!expansion) {
      agenda.warnings.push_back(cut_warning(*series.master, expansion.error().message));
      return;
    }
    if (expansion->cut) {
      expansion->occurrences.resize(std::min(expansion->occurrences.size(), limits::kOccurrencesBeyond));
      agenda.warnings.push_back(cut_warning(
          *series.master, fmt::format("more than {} occurrences lie in this time; only the first {} are shown",
                                      limits::kOccurrences, limits::kOccurrencesBeyond)));
    }
    own = std::move(expansion->occurrences);
  }
  std::vector<calendar::Override> overrides;
  for (const Event* event : series.overrides)
    overrides.push_back({.instance = *event->details.recurrence_id,
                         .this_and_future = event->details.this_and_future,
                         .timing = event->details.timing});
  for (calendar::Instance& instance : calendar::merge(own, overrides, hub, window)) {
    const Event* speaks = instance.changed_by ? series.overrides[*instance.changed_by] : series.master;
    if (speaks != nullptr) agenda.lines.push_back({speaks, std::move(instance.occurrence)});
  }
}

}  // namespace

Agenda agenda_of(const Wall& wall, const calendar::Zone& hub, const calendar::Window& window,
                 OrganizationId organization) {
  std::map<std::pair<OrganizationId, std::string_view>, Series> all;
  wall.each<Event>([&](const Event& event) {
    if (!organization.is_nil() && event.organization != organization) return;
    Series& series = all[{event.organization, event.details.uid}];
    if (event.details.recurrence_id)
      series.overrides.push_back(&event);
    else
      series.master = &event;
  });
  Agenda agenda;
  for (const auto& [key, series] : all) add_series(agenda, series, hub, window);
  std::ranges::sort(agenda.lines, [](const AgendaLine& a, const AgendaLine& b) {
    return std::tie(a.occurrence.start_at, a.event->details.title, a.event->id) <
           std::tie(b.occurrence.start_at, b.event->details.title, b.event->id);
  });
  return agenda;
}

std::optional<calendar::Occurrence> next_occurrence(const calendar::Timing& timing, const calendar::Zone& hub,
                                                    TimePoint now) {
  const auto from = std::chrono::floor<Seconds>(now);
  const auto expansion =
      calendar::expand(timing, hub, {.from = from, .to = from + limits::kHorizonAhead}, 1, limits::kExpansionSteps);
  if (!expansion || expansion->occurrences.empty()) return std::nullopt;
  return expansion->occurrences.front();
}

}  // namespace mur::ctl
