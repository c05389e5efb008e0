#include "shared/screening/address.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "shared/screening/character.h"

namespace mur::screening {
namespace {

constexpr std::size_t kLongestLocal = 64;  // bytes, RFC 5321 § 4.5.3.1.1
constexpr std::size_t kLongestHost = 255;

constexpr std::array<std::string_view, 36> kCommonDomains{
    "com",  "org",  "net",    "info", "eu",    "fr",  "be",   "ch", "de", "es",  "it",  "uk",
    "io",   "me",   "app",    "dev",  "paris", "bzh", "coop", "lu", "pt", "nl",  "ca",  "re",
    "live", "link", "online", "site", "shop",  "xyz", "tv",   "gl", "ly", "gal", "cat", "alsace"};
constexpr std::array<std::string_view, 14> kProviders{"gmail",      "hotmail", "outlook", "wanadoo", "laposte",
                                                      "protonmail", "yahoo",   "icloud",  "gmx",     "riseup",
                                                      "mailo",      "orange",  "free",    "sfr"};
constexpr std::size_t kOnlyProviders = 11;  // of these: the rest are words, too

bool is_letter_or_digit(UChar32 c) {
  return c >= 0 && (u_isalnum(c) != 0 || (U_MASK(u_charType(c)) & U_GC_M_MASK) != 0);
}

bool is_local_sign(UChar32 c) {
  return c > 0 && c < 0x80 && std::string_view(".!#$%&'*+/=?^_`{|}~-").contains(static_cast<char>(c));
}

/// From `at` back over what a local part is made of. A quote or a bracket before the address is not of it.
std::size_t local_begin(std::string_view text, std::size_t at) {
  const std::size_t least = at > kLongestLocal ? at - kLongestLocal : 0;
  std::size_t begin = at;
  while (begin > least) {
    const Character one = character_before(text, begin);
    if (one.begin < least || (!is_letter_or_digit(one.code) && !is_local_sign(one.code))) break;
    begin = one.begin;
  }
  while (begin < at && std::string_view("./'*=?|&#{}`~").contains(text[begin])) ++begin;
  return begin;
}

std::optional<Span> address_around(std::string_view text, std::size_t at_sign) {
  const std::size_t begin = local_begin(text, at_sign);
  const std::size_t first = at_sign + 1;
  std::size_t end = first;
  const std::size_t most = std::min(text.size(), first + kLongestHost);
  while (end < most) {
    const Character one = character_at(text, end);
    if (!is_letter_or_digit(one.code) && one.code != '.' && one.code != '-') break;
    end = one.end;
  }
  while (end > first && (text[end - 1] == '.' || text[end - 1] == '-')) --end;
  const std::string_view host = text.substr(first, end - first);
  const auto dot = host.rfind('.');
  if (begin == at_sign || dot == std::string_view::npos || dot == 0 || host.size() - dot < 3) return std::nullopt;
  if (is_digits(host.substr(dot + 1))) return std::nullopt;
  return Span{begin, end};
}

bool is_only_blank(std::string_view gap) {
  return std::ranges::all_of(gap, [](char c) {
    return std::string_view(" \t()[]{}<>\"'_-*|").contains(c) || static_cast<unsigned char>(c) >= 0x80;
  });
}

bool is_bracketed(std::string_view before, std::string_view after) {
  return before.find_first_of("([{<") != std::string_view::npos &&
         after.find_first_of(")]}>") != std::string_view::npos;
}

bool is_dot_word(std::string_view word) { return word == "point" || word == "dot" || word == "pt" || word == "punkt"; }

bool is_at_word(std::string_view word) {
  return word == "arobase" || word == "arobas" || word == "arobace" || word == "arrobase" || word == "arobaze";
}

/// How a host is written from some word on.
struct Host {
  std::size_t last = 0;    ///< its last word
  bool is_spoken = false;  ///< with "point" for a dot
  bool has_domain = false;
  bool is_provider = false;
};

std::optional<Host> host_at(std::string_view utf8, const std::vector<Word>& words, std::size_t at) {
  constexpr std::size_t kMostLabels = 6;
  if (at >= words.size()) return std::nullopt;
  const auto provider = std::ranges::find(kProviders, words[at].folded);
  Host host{.last = at, .is_provider = provider != kProviders.end()};
  const bool is_sure = provider - kProviders.begin() < static_cast<std::ptrdiff_t>(kOnlyProviders);
  std::size_t i = at;
  for (std::size_t labels = 0; labels < kMostLabels && i + 1 < words.size(); ++labels) {
    const std::string_view gap = gap_after(utf8, words, i);
    std::size_t next = i + 1;
    bool is_spoken = false;
    if (is_only_blank(gap) && is_dot_word(words[next].folded) && next + 1 < words.size() &&
        is_only_blank(gap_after(utf8, words, next))) {
      is_spoken = true;
      ++next;
    } else if (gap == "-") {  // one label of two words
      i = next;
      continue;
    } else if (gap != "." && gap != " . " && gap != " ." && gap != "(.)" && gap != "[.]" && gap != " (.) " &&
               gap != ",") {
      break;
    }
    host.is_spoken = host.is_spoken || is_spoken || gap != ".";
    i = next;
    if (!is_common_domain(words[i].folded)) continue;
    host.last = i;
    host.has_domain = true;
  }
  if (!host.has_domain && !(host.is_provider && is_sure)) return std::nullopt;
  return host;
}

/// Back over « jean point dupont » and "jean.dupont".
std::size_t local_first(std::string_view utf8, const std::vector<Word>& words, std::size_t at) {
  std::size_t first = at;
  for (int steps = 0; steps < 6 && first > 0; ++steps) {
    const std::string_view gap = gap_after(utf8, words, first - 1);
    if (gap == "." || gap == "-" || gap == "_" || gap == "+") {
      --first;
    } else if (first > 1 && (is_dot_word(words[first - 1].folded) || words[first - 1].folded == "tiret" ||
                             words[first - 1].folded == "underscore")) {
      first -= 2;
    } else {
      break;
    }
  }
  return first;
}

/// With the word `at` in the place of "@".
std::optional<Span> spoken_address(std::string_view utf8, const std::vector<Word>& words, std::size_t at) {
  const std::string_view word = words[at].folded;
  const bool is_at = is_at_word(word);
  if (at == 0 || (!is_at && word != "at" && word != "chez")) return std::nullopt;
  const std::string_view before = gap_after(utf8, words, at - 1);
  const std::string_view after = gap_after(utf8, words, at);
  if (!is_only_blank(before) || !is_only_blank(after)) return std::nullopt;
  const auto host = host_at(utf8, words, at + 1);
  if (!host) return std::nullopt;
  const bool is_meant = is_at || is_bracketed(before, after) ||
                        (host->has_domain && (host->is_provider || (word == "at" && host->is_spoken)));
  if (!is_meant) return std::nullopt;
  return Span{words[local_first(utf8, words, at - 1)].span.begin, words[host->last].span.end};
}

/// With "@" between the words, and something that makes it no address as it stands: blanks, another "@", no domain.
std::optional<Span> loose_address(std::string_view utf8, const std::vector<Word>& words, std::size_t before) {
  const std::string_view gap = gap_after(utf8, words, before);
  constexpr std::size_t kWidest = 8;
  if (gap.size() > kWidest || (!gap.contains('@') && !gap.contains("\uFF20"))) return std::nullopt;
  if (gap.contains('\n') || gap.contains('.') || gap.contains(',')) return std::nullopt;
  const auto host = host_at(utf8, words, before + 1);
  if (!host) return std::nullopt;
  return Span{words[local_first(utf8, words, before)].span.begin, words[host->last].span.end};
}

}  // namespace

bool is_common_domain(std::string_view label) {
  return std::ranges::find(kCommonDomains, label) != kCommonDomains.end();
}

std::vector<Span> email_addresses(std::string_view utf8, const std::vector<Word>& words) {
  std::vector<Span> found;
  for (std::size_t at = utf8.find('@'); at != std::string_view::npos; at = utf8.find('@', at + 1))
    if (const auto address = address_around(utf8, at); address && (found.empty() || address->begin >= found.back().end))
      found.push_back(*address);
  for (std::size_t i = 0; i < words.size(); ++i) {
    auto address = spoken_address(utf8, words, i);
    if (!address && i + 1 < words.size()) address = loose_address(utf8, words, i);
    if (address) found.push_back(*address);
  }
  std::ranges::sort(found, {}, &Span::begin);
  std::vector<Span> kept;
  for (const Span& span : found)
    if (kept.empty() || span.begin >= kept.back().end) kept.push_back(span);
  return kept;
}

}  // namespace mur::screening
