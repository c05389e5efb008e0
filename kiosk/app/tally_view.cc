#include "kiosk/app/tally_view.h"

#include <algorithm>
#include <boost/locale.hpp>
#include <sstream>

namespace mur::app {
namespace {

/// "1 250"
std::string number(std::int64_t value, const Text& text) {
  std::ostringstream out;
  out.imbue(text.locale());
  out << boost::locale::as::number << value;
  return out.str();
}

/// "1 250 €"; the unit stays on the number's line.
std::string amount(std::int64_t value, const Tally& tally, const Text& text) {
  return number(value, text) + "\u00A0" + tally.unit;
}

TallyView of_gift(const Tally& tally, const TallySoFar& so_far, const Text& text) {
  TallyView view{.words = text.format("{0} given", amount(so_far.given, tally, text)),
                 .note = text.format("With what is added: {0}.", amount(comes_to(tally, so_far), tally, text)),
                 .rule = text.format("{0} given become {1}.", amount(tally.matched_from, tally, text),
                                     amount(tally.matched_to, tally, text)),
                 .address = tally.url};
  if (tally.ceiling > 0) {
    view.second_rule = text.format("Up to {0} of gifts.", amount(tally.ceiling, tally, text));
    view.filled = std::min(1.0F, static_cast<float>(so_far.given) / static_cast<float>(tally.ceiling));
  }
  if (tally.gift_ceiling > 0) {
    if (!view.second_rule.empty()) view.second_rule += ' ';
    view.second_rule += text.format("Of one gift, up to {0} counts.", amount(tally.gift_ceiling, tally, text));
  }
  return view;
}

}  // namespace

std::string tally_words(const Need& need, const Text& text) {
  if (!need.details.tally) return {};
  const Tally& tally = *need.details.tally;
  if (tally.kind == TallyKind::matched_gift) return of_gift(tally, need.so_far, text).words;
  const int waiting = left(need.so_far);
  return waiting == 0 ? text.format("{0}: nothing to take for now", tally.unit)
                      : text.format("{0} to take", amount(waiting, tally, text));
}

std::optional<TallyView> tally_view(const Need& need, const Text& text) {
  if (!need.details.tally) return std::nullopt;
  const Tally& tally = *need.details.tally;
  if (tally.kind == TallyKind::matched_gift) return of_gift(tally, need.so_far, text);
  return TallyView{.words = tally_words(need, text),
                   .note = left(need.so_far) == 0
                               ? text("Whoever can gives ahead, for whoever comes next.")
                               : text("Given ahead by others: ask here, there is nothing to explain."),
                   .address = tally.url};
}

}  // namespace mur::app
