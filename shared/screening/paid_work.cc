#include "shared/screening/paid_work.h"

#include <algorithm>
#include <array>
#include <optional>

#include "shared/screening/word_lists.h"

namespace mur::screening {
namespace {

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

constexpr std::array<std::string_view, 4> kCurrency{"euro", "euros", "eur", "pounds"};
constexpr std::array<std::string_view, 17> kPayPeriods{"h",     "heure",   "heures",  "hour", "jour",  "journee",
                                                       "day",   "semaine", "week",    "mois", "month", "an",
                                                       "annee", "year",    "mensuel", "net",  "brut"};
constexpr std::array<std::string_view, 6> kHours{"h", "heure", "heures", "hour", "hours", "hrs"};
constexpr std::array<std::string_view, 5> kWeek{"semaine", "hebdo", "hebdomadaire", "hebdomadaires", "week"};

/// The number of "35h" or "12", with what is behind it.
struct Number {
  int value = 0;
  std::string_view unit;
};

std::optional<Number> number_of(std::string_view folded) {
  constexpr std::size_t kMostDigits = 6;
  const std::size_t digits = std::min(folded.find_first_not_of("0123456789"), folded.size());
  if (digits == 0 || digits > kMostDigits) return std::nullopt;
  int value = 0;
  for (const char c : folded.substr(0, digits)) value = value * 10 + (c - '0');
  return Number{value, folded.substr(digits)};
}

bool is_short(std::string_view gap) { return gap.size() <= 8 && !gap.contains('\n'); }

/// The word `at` is a period behind "/", « par », « de l' », "a", "per"; its place.
template <std::size_t N>
std::optional<std::size_t> per(std::string_view utf8, const std::vector<Word>& words, std::size_t at,
                               const std::array<std::string_view, N>& periods) {
  for (int skipped = 0; skipped < 3 && at < words.size() && is_short(gap_after(utf8, words, at - 1)); ++skipped, ++at) {
    const std::string_view word = words[at].folded;
    if (is_one_of(periods, word)) {
      // « 5 € la semaine prochaine » has no "per"; a lone period after the sum means nothing either.
      const bool is_named = word == "net" || word == "brut" || word == "mensuel" || word.starts_with("hebdo");
      return skipped > 0 || is_named || gap_after(utf8, words, at - 1).contains('/') ? std::optional(at) : std::nullopt;
    }
    if (word != "par" && word != "de" && word != "l" && word != "per" && word != "a" && word != "an")
      return std::nullopt;
  }
  return std::nullopt;
}

/// What a day, a week, a month or a year would at least be paid: less is a fee ("10 € par an").
int least_pay(std::string_view period) {
  if (period == "jour" || period == "journee" || period == "day") return 30;
  if (period == "semaine" || period == "week") return 100;
  if (period == "mois" || period == "month") return 200;
  if (period == "an" || period == "annee" || period == "year") return 1000;
  return 0;
}

/// "12 €/h", "11,65 euros de l'heure", "1 500 € net", "£12 per hour"
std::optional<Span> pay_at(std::string_view utf8, const std::vector<Word>& words, std::size_t at) {
  const auto number = number_of(words[at].folded);
  if (!number) return std::nullopt;
  std::size_t last = at;
  int sum = number->value;
  // "11,65" and "1 500" are two words of one number.
  while (last + 1 < words.size() && last < at + 2 && is_digits(words[last + 1].folded) &&
         gap_after(utf8, words, last).size() <= 3) {
    constexpr std::size_t kThousands = 3;  // digits
    if (words[last + 1].folded.size() == kThousands && sum < 1000) sum = sum * 1000;
    ++last;
  }
  const std::string_view gap = gap_after(utf8, words, last);
  if (!is_short(gap)) return std::nullopt;
  const std::size_t begin = words[at].span.begin;
  const std::string_view before = utf8.substr(begin > 2 ? begin - 2 : 0, std::min<std::size_t>(begin, 2));
  std::size_t next = last + 1;
  if (next >= words.size()) return std::nullopt;
  if (is_one_of(kCurrency, words[next].folded))
    ++next;
  else if (!gap.contains("\u20AC") && number->unit != "eur" && !before.ends_with('$') && !before.ends_with("\u00A3"))
    return std::nullopt;
  const auto period = next < words.size() ? per(utf8, words, next, kPayPeriods) : std::nullopt;
  if (!period || sum < least_pay(words[*period].folded)) return std::nullopt;
  return Span{begin, words[*period].span.end};
}

/// "35 h par semaine", "35h/semaine", "39 heures hebdomadaires"; from half of a legal week on, as no volunteer gives.
std::optional<Span> week_at(std::string_view utf8, const std::vector<Word>& words, std::size_t at) {
  constexpr int kLeast = 18;
  constexpr int kMost = 60;
  const auto number = number_of(words[at].folded);
  if (!number || number->value < kLeast || number->value > kMost) return std::nullopt;
  std::size_t next = at + 1;
  if (number->unit.empty()) {
    if (next >= words.size() || !is_one_of(kHours, words[next].folded) || !is_short(gap_after(utf8, words, at)))
      return std::nullopt;
    ++next;
  } else if (!is_one_of(kHours, number->unit)) {
    return std::nullopt;
  }
  const auto week = next < words.size() ? per(utf8, words, next, kWeek) : std::nullopt;
  return week ? std::optional(Span{words[at].span.begin, words[*week].span.end}) : std::nullopt;
}

}  // namespace

std::vector<Span> paid_work_in(std::string_view utf8, const std::vector<Word>& words) {
  const PhraseBook& book = word_lists().paid_work;
  std::vector<Span> found;
  for (std::size_t i = 0; i < words.size();) {
    if (const auto phrase = book.at(words, i)) {
      if (phrase->category != 0) found.push_back({words[i].span.begin, words[i + phrase->words - 1].span.end});
      i += phrase->words;
      continue;
    }
    auto span = pay_at(utf8, words, i);
    if (!span) span = week_at(utf8, words, i);
    if (span) found.push_back(*span);
    ++i;
    while (span && i < words.size() && words[i].span.begin < span->end) ++i;
  }
  return found;
}

}  // namespace mur::screening
