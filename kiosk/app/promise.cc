#include "kiosk/app/promise.h"

namespace mur::app {

namespace {

TimePoint promised(const AppState& state, TimePoint submitted_at) {
  const Hub* hub = state.wall.hub();
  if (hub == nullptr) return promised_by(Policy{}, nullptr, submitted_at);
  return promised_by(hub->policy, state.wall.find(review_pace_id(hub->id)), submitted_at);
}

}  // namespace

int promised_hours(const AppState& state) {
  const TimePoint now = state.moment.now;
  return static_cast<int>(std::chrono::ceil<std::chrono::hours>(promised(state, now) - now).count());
}

namespace {

std::string before_words(const AppState& state, TimePoint by, const Language& language) {
  constexpr std::chrono::hours kNoon{12};
  constexpr std::chrono::hours kEvening{18};
  const auto local = state.zone.to_local(std::chrono::ceil<std::chrono::seconds>(by));
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

}  // namespace

std::string promise_words(const AppState& state, const Language& language) {
  return before_words(state, promised(state, state.moment.now), language);
}

std::string waiting_words(const AppState& state, TimePoint submitted_at, const Language& language) {
  const TimePoint by = promised(state, submitted_at == TimePoint{} ? state.moment.now : submitted_at);
  if (by <= state.moment.now)
    return language.text("It should have been read by now. We are sorry; ask at the desk, which can see it at once.");
  return language.text.format("Read {0}, then to be seen on the wall.", before_words(state, by, language));
}

}  // namespace mur::app
