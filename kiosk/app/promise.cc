#include "kiosk/app/promise.h"

namespace mur::app {

namespace {

TimePoint promised(const AppState& state) {
  const Hub* hub = state.wall.hub();
  if (hub == nullptr) return promised_by(Policy{}, nullptr, state.moment.now);
  return promised_by(hub->policy, state.wall.find(review_pace_id(hub->id)), state.moment.now);
}

}  // namespace

int promised_hours(const AppState& state) {
  return static_cast<int>(std::chrono::ceil<std::chrono::hours>(promised(state) - state.moment.now).count());
}

std::string promise_words(const AppState& state, const Language& language) {
  constexpr std::chrono::hours kNoon{12};
  constexpr std::chrono::hours kEvening{18};
  const auto local = state.zone.to_local(std::chrono::ceil<std::chrono::seconds>(promised(state)));
  auto day = std::chrono::floor<std::chrono::days>(local);
  auto hour = local - day;
  if (hour > kEvening) {
    day += std::chrono::days{1};
    hour = {};
  }
  const std::string name = language.dates.day(day, state.today());
  return hour <= kNoon ? language.text.format("{0} before noon", name)
                       : language.text.format("{0} before the evening", name);
}

}  // namespace mur::app
