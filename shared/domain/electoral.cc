#include "shared/domain/electoral.h"

#include <algorithm>
#include <array>

#include "shared/base/text.h"

namespace mur {
namespace {

/// As fold() writes them: accents and case make no difference.
constexpr std::array<std::string_view, 6> kCategories{"electoral",           "electorale",
                                                      "campagne electorale", "electoral campaign",
                                                      "campagne-electorale", "electoral-campaign"};

bool is_electoral(const std::vector<std::string>& categories) {
  return std::ranges::any_of(categories, [](const std::string& category) {
    return std::ranges::find(kCategories, fold(category)) != kCategories.end();
  });
}

}  // namespace

bool is_electoral(const Record& post) {
  const Moderation* moderation = moderation_of(post);
  if (moderation != nullptr && moderation->electoral) return true;
  if (const auto* event = std::get_if<Event>(&post)) return is_electoral(event->details.categories);
  if (const auto* need = std::get_if<Need>(&post)) return need->details.electoral;
  return false;
}

bool is_silent(const Policy& policy, TimePoint now) {
  return std::ranges::any_of(policy.silences,
                             [now](const Silence& silence) { return silence.from <= now && now < silence.until; });
}

std::optional<TimePoint> next_silence(const Policy& policy, TimePoint now) {
  std::optional<TimePoint> next;
  const auto consider = [&](TimePoint at) {
    if (at > now && (!next || at < *next)) next = at;
  };
  for (const Silence& silence : policy.silences) {
    consider(silence.from);
    consider(silence.until);
  }
  return next;
}

}  // namespace mur
