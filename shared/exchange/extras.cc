#include "shared/exchange/extras.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace mur::exchange::extras {
namespace {

constexpr std::array<std::pair<const char*, Known Access::*>, 6> kAccessWords{
    {{"step-free", &Access::step_free},
     {"lift", &Access::lift},
     {"adapted-toilet", &Access::adapted_toilet},
     {"hearing-loop", &Access::hearing_loop},
     {"sign-language", &Access::sign_language},
     {"quiet", &Access::quiet}}};
constexpr std::array<std::pair<std::string_view, Known>, 3> kKnownWords{
    {{"yes", Known::yes}, {"no", Known::no}, {"unknown", Known::unknown}}};
constexpr std::array<std::pair<std::string_view, PriceKind>, 3> kPriceWords{
    {{"free", PriceKind::free_of_charge},
     {"pay-what-you-want", PriceKind::pay_what_you_want},
     {"paid", PriceKind::paid}}};

}  // namespace

const std::string* find(const std::vector<calendar::Extra>& extras, std::string_view name) {
  const auto found = std::ranges::find(extras, name, &calendar::Extra::name);
  return found == extras.end() ? nullptr : &found->value;
}

std::string access_text(const Access& access) {
  std::string text;
  for (const auto& [word, member] : kAccessWords)
    if (const Known known = access.*member; known != Known::unknown)
      text += fmt::format("{}{}={}", text.empty() ? "" : " ", word, known == Known::yes ? "yes" : "no");
  return text;
}

Status set_access(Access& access, std::string_view item) {
  const auto equals = std::min(item.find('='), item.size());
  const auto what = std::ranges::find(kAccessWords, item.substr(0, equals),
                                      [](const auto& pair) { return std::string_view(pair.first); });
  const auto known = std::ranges::find(kKnownWords, item.substr(std::min(equals + 1, item.size())),
                                       [](const auto& pair) { return pair.first; });
  if (what == kAccessWords.end() || known == kKnownWords.end())
    return fail(Errc::invalid, "access",
                fmt::format("\"{}\" says nothing of the access; write step-free, lift, adapted-toilet, hearing-loop, "
                            "sign-language or quiet, as in \"lift=yes\", \"lift=no\" or \"lift=unknown\"",
                            item));
  access.*(what->second) = known->second;
  return {};
}

std::string_view price_word(PriceKind kind) {
  const auto found = std::ranges::find(kPriceWords, kind, [](const auto& pair) { return pair.second; });
  return found == kPriceWords.end() ? std::string_view{} : found->first;
}

PriceKind price_kind(std::string_view word) {
  const auto found = std::ranges::find(kPriceWords, word, [](const auto& pair) { return pair.first; });
  return found == kPriceWords.end() ? PriceKind::unknown : found->second;
}

}  // namespace mur::exchange::extras
