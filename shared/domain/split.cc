#include "shared/domain/split.h"

#include <fmt/format.h>

#include <algorithm>

#include "shared/base/text.h"
#include "shared/domain/limits.h"

namespace mur {
namespace {

using std::chrono::minutes;

constexpr minutes kGrid{5};

/// How long a slot lasts, by the clock on the wall; nothing where its hours are not said.
std::optional<minutes> length_of(const Slot& slot) {
  if (!slot.when || !slot.when->end || is_date(slot.when->start)) return std::nullopt;
  if (slot.when->start.kind != slot.when->end->kind || slot.when->start.zone != slot.when->end->zone)
    return std::nullopt;
  return std::chrono::duration_cast<minutes>(slot.when->end->local - slot.when->start.local);
}

Slot fresh(Slot slot) {
  slot.id = {};
  return slot;
}

Slot moved(Slot slot, minutes start, minutes end) {
  const calendar::When from = slot.when->start;
  slot.when->start.local = from.local + start;
  slot.when->end = from;
  slot.when->end->local = from.local + end;
  return slot;
}

std::vector<Slot> shifts_of(const Slot& slot, minutes length, minutes longest) {
  const auto count = (length + longest - minutes{1}) / longest;
  std::vector<Slot> shifts;
  const auto border = [&](auto index) { return index == count ? length : length * index / count / kGrid * kGrid; };
  for (auto i = decltype(count){0}; i < count; ++i) {
    Slot shift = moved(i == 0 ? slot : fresh(slot), border(i), border(i + 1));
    shift.role = shorten(fmt::format("{} ({}/{})", slot.role, i + 1, count), limits::kName);
    shifts.push_back(std::move(shift));
  }
  return shifts;
}

/// The task as a slot at the hours of `mission`, with its place and who welcomes there.
Slot slot_of(const missions::Task& task, const Slot& mission, std::string_view language) {
  Slot slot{.role = task.name.in(language),
            .wanted = task.people,
            .welcomed_by = mission.welcomed_by,
            .where = mission.where};
  const std::optional<minutes> length = length_of(mission);
  if (!length || task.from == missions::Task::From::any_time) return slot;
  const minutes start = (task.from == missions::Task::From::end ? *length : minutes{0}) + task.after;
  slot.when = mission.when;
  return moved(std::move(slot), start, start + task.minutes.value_or(*length));
}

Result<Pieces> within_limits(Pieces pieces) {
  if (pieces.need.slots.size() <= limits::kSlots) return pieces;
  return fail(Errc::too_large, "slots",
              fmt::format("that makes {} slots; a need has at most {}: choose longer shifts", pieces.need.slots.size(),
                          limits::kSlots));
}

}  // namespace

Result<Pieces> split_by_role(const NeedDetails& details) {
  if (details.slots.size() < 2)
    return fail(Errc::closed, "slots", "this need has one role only; cut it by shift or by task");
  Pieces pieces{.need = details, .others = {}};
  pieces.need.slots.clear();
  for (const Slot& slot : details.slots) {
    if (pieces.need.slots.empty() || has_people(slot)) {
      pieces.need.slots.push_back(slot);
      continue;
    }
    NeedDetails& other = pieces.others.emplace_back(details);
    other.title = shorten(fmt::format("{}\u00A0: {}", details.title, slot.role), limits::kTitle);
    other.easy_line.clear();
    other.tally.reset();
    other.slots = {fresh(slot)};
  }
  if (pieces.others.empty())
    return fail(Errc::closed, "slots", "people have answered each role already; it stays one need");
  return pieces;
}

Result<Pieces> split_by_shift(const NeedDetails& details, minutes longest) {
  if (longest < limits::kLeastShift)
    return fail(Errc::invalid, "hours", "a shift lasts half an hour at least; give more");
  Pieces pieces{.need = details, .others = {}};
  pieces.need.slots.clear();
  for (const Slot& slot : details.slots) {
    const std::optional<minutes> length = length_of(slot);
    const bool cut = length && *length > longest && !has_people(slot) && slot.when->extra_dates.empty();
    if (cut)
      std::ranges::move(shifts_of(slot, *length, longest), std::back_inserter(pieces.need.slots));
    else
      pieces.need.slots.push_back(slot);
  }
  if (pieces.need.slots.size() == details.slots.size())
    return fail(Errc::closed, "slots", "no slot that is still free lasts longer than that; give fewer hours");
  return within_limits(std::move(pieces));
}

Result<Pieces> split_by_task(const NeedDetails& details, const missions::Template& tasks, std::string_view language) {
  Pieces pieces{.need = details, .others = {}};
  std::erase_if(pieces.need.slots, [](const Slot& slot) { return !has_people(slot); });
  const auto mission = std::ranges::find_if(details.slots, [](const Slot& slot) { return !has_people(slot); });
  if (mission == details.slots.end())
    return fail(Errc::closed, "slots", "people have answered each slot already; add the tasks to another need");
  for (const missions::Task& task : tasks.tasks) pieces.need.slots.push_back(slot_of(task, *mission, language));
  return within_limits(std::move(pieces));
}

bool is_worth_splitting(const NeedDetails& details) {
  constexpr std::size_t kSkillsOfOne = 3;
  static constexpr minutes kAfternoon{5 * 60};
  return details.skills.size() > kSkillsOfOne || std::ranges::any_of(details.slots, [](const Slot& slot) {
           const std::optional<minutes> length = length_of(slot);
           return length && *length > kAfternoon && *length < std::chrono::days{1};
         });
}

}  // namespace mur
