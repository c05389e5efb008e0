// Phone numbers in words and in disguise.
#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "shared/screening/phone.h"

namespace mur::screening {
namespace {

struct Named {
  std::string_view word;
  int value;
};

// Folded. Digits of French, English ("oh" is how a 0 is said) and Spanish; the rest as French says it.
constexpr std::array<Named, 58> kNumbers{{
    {"zero", 0},      {"un", 1},        {"une", 1},      {"deux", 2},      {"trois", 3},      {"quatre", 4},
    {"cinq", 5},      {"six", 6},       {"sept", 7},     {"huit", 8},      {"neuf", 9},       {"dix", 10},
    {"onze", 11},     {"douze", 12},    {"treize", 13},  {"quatorze", 14}, {"quinze", 15},    {"seize", 16},
    {"vingt", 20},    {"vingts", 20},   {"trente", 30},  {"quarante", 40}, {"cinquante", 50}, {"soixante", 60},
    {"septante", 70}, {"huitante", 80}, {"octante", 80}, {"nonante", 90},  {"oh", 0},         {"one", 1},
    {"two", 2},       {"three", 3},     {"four", 4},     {"five", 5},      {"seven", 7},      {"eight", 8},
    {"nine", 9},      {"cero", 0},      {"uno", 1},      {"dos", 2},       {"tres", 3},       {"cuatro", 4},
    {"cinco", 5},     {"seis", 6},      {"siete", 7},    {"ocho", 8},      {"nueve", 9},      {"o", 0},
    {"oo", 0},        {"i", 1},         {"l", 1},        {"nul", 0},       {"null", 0},       {"ein", 1},
    {"zwei", 2},      {"drei", 3},      {"vier", 4},     {"funf", 5},
}};

std::optional<int> value_of(std::string_view word) {
  for (const Named& named : kNumbers)
    if (named.word == word) return named.value;
  return std::nullopt;
}

/// "o6" → "06", "i2" → "12", "3l" → "31": letters that pass for digits, beside digits.
std::optional<std::string> digits_in_disguise(std::string_view folded) {
  std::string digits;
  bool has_digit = false;
  for (const char c : folded) {
    if (c >= '0' && c <= '9') {
      has_digit = true;
      digits += c;
    } else if (c == 'o') {
      digits += '0';
    } else if (c == 'i' || c == 'l') {
      digits += '1';
    } else {
      return std::nullopt;
    }
  }
  return has_digit ? std::optional(digits) : std::nullopt;
}

/// A part of a number: what it stands for, how many words it takes, and whether it is written as digits are.
struct Part {
  std::string digits;
  std::size_t words = 1;
  bool is_plain = false;
};

/// « soixante-dix-huit », « quatre-vingt-douze », « trente et un » …: two digits from several words.
Part spoken(const std::vector<Word>& words, std::size_t at, int value) {
  std::size_t next = at + 1;
  const auto word_value = [&](std::size_t i) { return i < words.size() ? value_of(words[i].folded) : std::nullopt; };
  if (value == 4 && word_value(next) == 20) {
    value = 80;
    ++next;
  }
  if (value >= 20 && value % 10 == 0) {
    std::size_t unit = next;
    if (unit < words.size() && words[unit].folded == "et") ++unit;
    const bool has_teens = value == 60 || value == 80;  // « soixante-douze », « quatre-vingt-onze »
    if (const auto more = word_value(unit); more && *more >= 1 && *more <= (has_teens ? 19 : 9)) {
      value += *more;
      next = unit + 1;
      if (*more == 10)
        if (const auto last = word_value(next); last && *last >= 7 && *last <= 9) {
          value += *last;
          ++next;
        }
    }
  } else if (value == 10) {
    if (const auto last = word_value(next); last && *last >= 7 && *last <= 9) {
      value += *last;
      ++next;
    }
  }
  return {.digits = std::to_string(value), .words = next - at};
}

std::optional<Part> part_at(std::string_view utf8, const std::vector<Word>& words, std::size_t at) {
  const Word& word = words[at];
  if (is_digits(word.folded)) return Part{.digits = word.folded, .is_plain = written(utf8, word.span) == word.folded};
  if (const auto value = value_of(word.folded)) return spoken(words, at, *value);
  if (auto digits = digits_in_disguise(word.folded)) return Part{.digits = std::move(*digits)};
  return std::nullopt;
}

enum class Gap : std::uint8_t { usual, odd, listing, apart };

/// What lies between two parts of a number. A listing ("06, 12 et 13 mai") holds numbers apart, unless they are words.
Gap gap_of(std::string_view gap) {
  constexpr std::size_t kWidest = 8;  // bytes
  if (gap.size() > kWidest || gap.contains('\n')) return Gap::apart;
  if (gap.contains(',') || gap.contains(';')) return Gap::listing;
  const bool is_odd = std::ranges::any_of(gap, [](char c) { return std::string_view("*_~|=:#<>/").contains(c); }) ||
                      gap.contains("\u2022") || gap.contains("\u00B7");
  return is_odd ? Gap::odd : Gap::usual;
}

bool is_separator_word(std::string_view folded) {
  return folded == "point" || folded == "tiret" || folded == "espace" || folded == "dot" || folded == "et";
}

/// 06 …, 33 6 …, 0033 6 …
bool is_french(std::string_view digits) {
  if (digits.starts_with("0033")) digits.remove_prefix(2);
  if (digits.size() == 11 && digits.starts_with("33")) return digits[2] != '0';
  return digits.size() == 10 && digits[0] == '0' && digits[1] != '0';
}

/// A number that begins with the word `at`; how many words it takes is where it ends.
std::optional<std::size_t> end_of_number(std::string_view utf8, const std::vector<Word>& words, std::size_t at) {
  constexpr std::size_t kMostDigits = 13;  // 0033 …
  std::string digits;
  bool is_hidden = false;
  bool is_listing = false;
  std::string_view odd;        // the separator that nobody uses; "09:00-12:00" has two
  bool has_long_part = false;  // "06/12/2026"
  std::size_t spoken_parts = 0;
  // "33 6 12 34 56 78": the country's code without its plus is no usual way to write a number.
  if (words[at].folded == "33" && at + 1 < words.size() && (words[at + 1].folded == "6" || words[at + 1].folded == "7"))
    is_hidden = true;
  for (std::size_t i = at; i < words.size() && digits.size() < kMostDigits;) {
    if (!digits.empty() && is_separator_word(words[i].folded)) {
      ++i;
      is_listing = is_listing || words[i - 1].folded == "et";
      is_hidden = true;
      continue;
    }
    const auto part = part_at(utf8, words, i);
    if (!part) return std::nullopt;
    digits += part->digits;
    if (digits.front() != '0' && digits.front() != '3') return std::nullopt;
    has_long_part = has_long_part || part->digits.size() > 2;
    if (!odd.empty() && has_long_part) return std::nullopt;
    if (!part->is_plain) {
      is_hidden = true;
      ++spoken_parts;
    }
    i += part->words;
    if (is_french(digits) && is_hidden && !(is_listing && spoken_parts < 3)) return i;
    const std::string_view gap = gap_after(utf8, words, i - 1);
    if (!odd.empty() && gap != odd) return std::nullopt;
    switch (gap_of(gap)) {
      case Gap::usual: break;
      case Gap::odd:
        if (i > at + part->words || has_long_part) {
          if (odd.empty()) return std::nullopt;
        }
        odd = gap;
        is_hidden = true;
        break;
      case Gap::listing: is_listing = true; break;
      case Gap::apart: return std::nullopt;
    }
  }
  return std::nullopt;
}

}  // namespace

std::vector<Span> hidden_phone_numbers(std::string_view utf8, const std::vector<Word>& words) {
  std::vector<Span> found;
  for (std::size_t at = 0; at < words.size();) {
    const auto end = end_of_number(utf8, words, at);
    if (end) found.push_back({words[at].span.begin, words[*end - 1].span.end});
    at = end ? *end : at + 1;
  }
  return found;
}

}  // namespace mur::screening
