#include "shared/screening/phone.h"

#include <phonenumbers/phonenumbermatch.h>
#include <phonenumbers/phonenumbermatcher.h>
#include <phonenumbers/phonenumberutil.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <optional>
#include <string>

namespace mur::screening {
namespace {

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberMatch;
using i18n::phonenumbers::PhoneNumberMatcher;
using i18n::phonenumbers::PhoneNumberUtil;

constexpr const char* kRegion = "FR";
constexpr std::size_t kLeastDigits = 7;
constexpr int kTries = 1000;  // candidates of one run; a run of 20 KB has fewer

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::size_t count_digits(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, is_digit));
}

/// Bytes of a digit, or of what people write between digits of a number, at `at`; 0 if it is something else.
std::size_t piece_at(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  if (is_digit(rest.front()) || std::string_view(" .-/()+\t").contains(rest.front())) return 1;
  if (rest.starts_with("\u00A0")) return 2;
  for (const char* other : {"\u202F", "\u2009", "\u2010", "\u2011", "\u2012", "\u2013"})
    if (rest.starts_with(other)) return 3;
  return 0;
}

/// Blanks that the finder doesn't know, as ones that it does; as long as before.
std::string with_plain_blanks(std::string_view run) {
  std::string text(run);
  for (const std::string_view blank : {"\u00A0", "\u202F", "\u2009"})
    for (std::size_t at = text.find(blank); at != std::string::npos; at = text.find(blank, at))
      text.replace(at, blank.size(), blank.size(), ' ');
  return text;
}

/// Nothing else is written with a plus and ten digits, though its country's tables may be younger than ours.
bool is_international(std::string_view number) {
  constexpr std::size_t kLeast = 10;  // ITU-T E.164: 15 at most
  const std::size_t digits = count_digits(number);
  return number.size() > 1 && number[0] == '+' && number[1] > '0' && number[1] <= '9' && digits >= kLeast &&
         digits <= 15;
}

/// "06.12 - 13.12.2026" is two dates: within one number people keep to one separator. Blanks and brackets don't count.
bool keeps_to_one_separator(std::string_view number) {
  char first = 0;
  for (const char c : number) {
    if (c != '.' && c != '-' && c != '/') continue;
    if (first != 0 && first != c) return false;
    first = c;
  }
  return true;
}

/// "0-306-40615-2": no French number begins with a lone 0, but "0 800 …" and "(0)".
bool has_lone_zero(std::string_view number) {
  if (number.size() < 3 || number[0] != '0' || is_digit(number[1])) return false;
  const std::string_view rest = number.substr(2);
  const std::size_t group = std::min(rest.find_first_not_of("0123456789"), rest.size());
  return group > 1 && !rest.starts_with('8') && !rest.starts_with('9');
}

/// What a number is called that is no phone's.
bool is_named_otherwise(std::string_view before) {
  std::size_t end = before.size();
  while (end > 0 && !is_letter(before[end - 1]) && before.size() - end < 4) --end;
  std::size_t begin = end;
  while (begin > 0 && is_letter(before[begin - 1])) --begin;
  std::string word(before.substr(begin, end - begin));
  std::ranges::transform(word, word.begin(), [](char c) { return is_letter(c) ? static_cast<char>(c | 0x20) : c; });
  for (const char* name : {"isbn", "issn", "siret", "siren", "rna", "iban", "tva", "ean", "bic"})
    if (word == name) return true;
  return false;
}

bool is_number(std::string_view run, std::size_t begin, std::size_t end, const PhoneNumber& number) {
  if (begin > 0 && (is_letter(run[begin - 1]) || is_digit(run[begin - 1]) || run[begin - 1] == '+')) return false;
  if (end < run.size() && is_digit(run[end])) return false;
  const std::string_view raw = run.substr(begin, end - begin);
  const std::string_view core = raw.substr(std::min(raw.find_first_not_of("( "), raw.size()));
  if (core.starts_with('+') || core.starts_with("00")) return true;
  if (!core.starts_with('0') || !keeps_to_one_separator(core) || has_lone_zero(core)) return false;
  // A French one of ten digits, though its prefix may be younger than the tables; else what the tables know.
  return count_digits(core) == 10 || PhoneNumberUtil::GetInstance()->IsValidNumber(number);
}

/// A stretch of digits and separators, with the character before and after it for the finder to look at.
void find_in_run(std::string_view utf8, const Span& run, std::vector<Span>& found) {
  std::size_t from = run.begin;
  if (from > 0) --from;
  while (from > 0 && (static_cast<unsigned char>(utf8[from]) & 0xC0U) == 0x80U) --from;
  const std::string text = with_plain_blanks(utf8.substr(from, run.end - from));
  if (is_named_otherwise(utf8.substr(0, run.begin))) return;
  PhoneNumberMatcher matcher(*PhoneNumberUtil::GetInstance(), text, kRegion, PhoneNumberMatcher::POSSIBLE, kTries);
  PhoneNumberMatch match;
  const std::size_t before = found.size();
  while (matcher.HasNext() && matcher.Next(&match)) {
    auto begin = static_cast<std::size_t>(match.start());
    const auto end = std::min(static_cast<std::size_t>(match.end()), text.size());
    if (begin < end && text[begin] == '(' && !text.substr(begin, end - begin).contains(')')) ++begin;
    if (begin < end && is_number(text, begin, end, match.number())) found.push_back({from + begin, from + end});
  }
  const std::size_t count = found.size() - before;
  const std::size_t plus = std::min(utf8.find('+', run.begin), run.end);
  std::size_t end = run.end;
  while (end > plus && !is_digit(utf8[end - 1])) --end;
  if (count > 1 || !is_international(utf8.substr(plus, end - plus))) return;
  if (count == 0)
    found.push_back({plus, end});
  else if (found.back().begin > plus)  // what follows the country's code may look like one of our own
    found.back() = {plus, end};
}

}  // namespace

std::vector<Span> phone_numbers(std::string_view utf8) {
  std::vector<Span> found;
  for (std::size_t at = 0; at < utf8.size();) {
    const std::size_t begin = at;
    std::size_t digits = 0;
    for (std::size_t bytes = 0; at < utf8.size() && (bytes = piece_at(utf8, at)) > 0; at += bytes)
      if (is_digit(utf8[at])) ++digits;
    if (digits >= kLeastDigits) find_in_run(utf8, {begin, at}, found);
    if (at == begin) ++at;
  }
  return found;
}

bool is_phone_number(std::string_view typed) {
  const bool is_plain = std::ranges::all_of(typed, [&](const char& c) {
    return is_digit(c) || std::string_view(" .-()/").contains(c) || (c == '+' && &c == typed.data());
  });
  if (!is_plain) return false;
  PhoneNumber number;
  const PhoneNumberUtil& tables = *PhoneNumberUtil::GetInstance();
  return tables.Parse(std::string(typed), kRegion, &number) == PhoneNumberUtil::NO_PARSING_ERROR &&
         tables.IsPossibleNumber(number);
}

}  // namespace mur::screening
