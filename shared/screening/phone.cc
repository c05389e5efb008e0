#include "shared/screening/phone.h"

#include <phonenumbers/phonenumbermatch.h>
#include <phonenumbers/phonenumbermatcher.h>
#include <phonenumbers/phonenumberutil.h>

#include <algorithm>
#include <array>
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
constexpr std::size_t kFrenchDigits = 10;
constexpr std::size_t kMostDigits = 17;  // 15 (ITU-T E.164), behind "00"

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

/// "06 12 2026 18": a date and an hour.
bool is_date(std::string_view number) {
  std::array<std::size_t, 4> groups{};
  std::size_t count = 0;
  for (std::size_t at = 0; at < number.size();) {
    const std::size_t end = std::min(number.find_first_not_of("0123456789", at), number.size());
    if (end > at) {
      if (count == groups.size()) return false;
      groups[count++] = end - at;
    }
    at = end + 1;
  }
  return groups == std::array<std::size_t, 4>{2, 2, 4, 2};
}

/// Does the finder take all of it for one number?
bool is_one_number(const std::string& number) {
  PhoneNumberMatcher finder(*PhoneNumberUtil::GetInstance(), number, kRegion, PhoneNumberMatcher::POSSIBLE, 1);
  PhoneNumberMatch match;
  return finder.HasNext() && finder.Next(&match) && match.start() == 0 &&
         static_cast<std::size_t>(match.end()) == number.size();
}

/// Where a number that begins at `start` ends; `most` is where its run of digits and separators does.
std::optional<std::size_t> end_of_number(std::string_view utf8, std::size_t start, std::size_t most) {
  const bool has_code = utf8[start] == '+' || utf8.substr(start).starts_with("00");
  std::vector<std::size_t> ends;  // of its groups of digits, as far as a number can reach
  std::size_t digits = 0;
  for (std::size_t at = start; at < most && digits <= kMostDigits; ++at) {
    if (!is_digit(utf8[at])) continue;
    ++digits;
    const bool is_last = at + 1 == utf8.size() || !is_digit(utf8[at + 1]);
    if (is_last && (has_code ? digits >= kLeastDigits && digits <= kMostDigits : digits == kFrenchDigits))
      ends.push_back(at + 1);
  }
  for (auto end = ends.rbegin(); end != ends.rend(); ++end) {
    const std::string number = with_plain_blanks(utf8.substr(start, *end - start));
    if (!has_code && (!keeps_to_one_separator(number) || has_lone_zero(number) || is_date(number))) continue;
    if (is_one_number(number)) return *end;
  }
  if (!ends.empty() && is_international(utf8.substr(start, ends.back() - start))) return ends.back();
  return std::nullopt;
}

/// Numbers begin with "+", "00" or 0, and with nothing before it that they could be a part of.
bool may_begin(std::string_view utf8, std::size_t at) {
  if (utf8[at] != '+' && utf8[at] != '0') return false;
  if (at == 0) return true;
  const char before = utf8[at - 1];
  return !is_digit(before) && !is_letter(before) && before != '+';
}

void find_in_run(std::string_view utf8, const Span& run, std::vector<Span>& found) {
  if (is_named_otherwise(utf8.substr(0, run.begin))) return;
  for (std::size_t at = run.begin; at < run.end;) {
    const auto end = may_begin(utf8, at) ? end_of_number(utf8, at, run.end) : std::nullopt;
    if (end) found.push_back({at, *end});
    at = end ? *end : at + 1;
  }
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

std::string e164(std::string_view typed) {
  PhoneNumber number;
  const auto& util = *PhoneNumberUtil::GetInstance();
  if (util.Parse(with_plain_blanks(typed), kRegion, &number) != PhoneNumberUtil::NO_PARSING_ERROR) return {};
  std::string text;
  util.Format(number, PhoneNumberUtil::E164, &text);
  return text;
}

bool is_phone_number(std::string_view typed) {
  const bool is_plain = std::ranges::all_of(typed, [&](const char& c) {
    return is_digit(c) || std::string_view(" .-()/").contains(c) || (c == '+' && &c == typed.data());
  });
  if (!is_plain) return false;
  PhoneNumber number;
  const PhoneNumberUtil& tables = *PhoneNumberUtil::GetInstance();
  if (tables.Parse(std::string(typed), kRegion, &number) != PhoneNumberUtil::NO_PARSING_ERROR) return false;
  // "06 12 34 56 7": nine digits are as many as French numbers have, but without their 0.
  const bool lacks_digits = typed.starts_with('0') && !typed.starts_with("00") && count_digits(typed) != kFrenchDigits;
  return tables.IsPossibleNumber(number) && !lacks_digits;
}

}  // namespace mur::screening
