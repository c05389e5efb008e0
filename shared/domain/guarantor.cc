#include "shared/domain/guarantor.h"

#include <algorithm>
#include <string>

#include "shared/domain/rules.h"

namespace mur {
namespace {

constexpr std::string_view kLaPoste = "356000000";
constexpr std::size_t kSiretDigits = 14;
constexpr std::size_t kRnaDigits = 9;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string without_blanks(std::string_view text) {
  std::string kept;
  for (const char c : text)
    if (c != ' ' && c != '.' && c != '-') kept.push_back(c);
  return kept;
}

/// The sum of digits, every second from the right doubled (ISO/IEC 7812-1, annex B).
int luhn(std::string_view digits) {
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const int digit = digits[digits.size() - 1 - i] - '0';
    const int counted = i % 2 == 1 ? 2 * digit : digit;
    sum += counted > 9 ? counted - 9 : counted;
  }
  return sum;
}

int sum_of(std::string_view digits) {
  int sum = 0;
  for (const char c : digits) sum += c - '0';
  return sum;
}

}  // namespace

bool is_rna(std::string_view text) {
  const std::string number = without_blanks(text);
  return number.size() == kRnaDigits + 1 && (number.front() == 'W' || number.front() == 'w') &&
         std::all_of(number.begin() + 1, number.end(), is_digit);
}

bool is_siret(std::string_view text) {
  const std::string number = without_blanks(text);
  if (number.size() != kSiretDigits || !std::ranges::all_of(number, is_digit)) return false;
  if (luhn(number) % 10 == 0) return true;
  return number.starts_with(kLaPoste) && sum_of(number) % 5 == 0;
}

Status check_named_guarantor(std::string_view text) {
  constexpr std::ptrdiff_t kMostDigits = 4;  // of a name: « Collectif 2025 »
  constexpr std::ptrdiff_t kLeastLetters = 3;
  if (text.empty())
    return fail(Errc::invalid, "guarantor",
                "a trusted organization needs its RNA or SIRET number, or who answers for it by name");
  if (std::ranges::count_if(text, is_digit) > kMostDigits) {
    if (is_rna(text) || is_siret(text)) return {};
    return fail(
        Errc::invalid, "guarantor",
        "this is no RNA (W and 9 digits) nor SIRET number (14 digits, the last of which checks the others); look "
        "at it again, or name a person");
  }
  const auto letters = std::ranges::count_if(text, [](char c) {
    return static_cast<unsigned char>(c) >= 0xC0 || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  });
  if (letters < kLeastLetters)
    return fail(Errc::invalid, "guarantor", "give the name of who answers for this organization");
  return {};
}

namespace rules {

Status check_guarantor(const std::string& guarantor, const Actor& actor) {
  if (Status status = check_named_guarantor(guarantor); !status) return status;
  if (actor.name.empty())
    return fail(Errc::invalid, "key", "who vouches is named by the key's label; give this key one (`murctl key new`)");
  return {};
}

}  // namespace rules
}  // namespace mur
