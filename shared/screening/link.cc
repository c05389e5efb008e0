#include "shared/screening/link.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <string>

#include "shared/screening/address.h"

namespace mur::screening {
namespace {

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }

/// Bytes of a blank, also of one that doesn't break; 0 if there is none.
std::size_t hard_blank_at(std::string_view text, std::size_t at) {
  if (is_blank(text[at])) return 1;
  if (text.substr(at).starts_with("\u00A0")) return 2;
  return text.substr(at).starts_with("\u202F") ? 3 : 0;
}

/// In any case; `lower` holds what is compared with, in small letters.
bool same_letters(std::string_view text, std::string_view lower) {
  return std::ranges::equal(text, lower, [](char a, char b) {
    return static_cast<char>(std::tolower(static_cast<unsigned char>(a))) == b;  // as chars: "è" is two negative ones
  });
}

/// To the next blank, without the punctuation that ends a sentence rather than the address.
std::size_t end_of_address(std::string_view text, std::size_t end) {
  const std::size_t begin = end;
  while (end < text.size() && hard_blank_at(text, end) == 0 && !std::string_view("<>\"").contains(text[end])) ++end;
  while (end > begin && std::string_view(".,;:!?)]}'").contains(text[end - 1])) --end;
  return end;
}

std::optional<Span> link_at(std::string_view text, std::size_t at) {
  if (at > 0 && is_word(text[at - 1])) return std::nullopt;
  for (const std::string_view prefix : {"http://", "https://", "hxxp://", "hxxps://", "ftp://", "www."}) {
    if (text.size() - at <= prefix.size()) continue;
    if (!same_letters(text.substr(at, prefix.size()), prefix)) continue;
    const std::size_t end = end_of_address(text, at + prefix.size());
    return end == at + prefix.size() ? std::nullopt : std::optional(Span{at, end});
  }
  return std::nullopt;
}

/// True if the address hands out what opens the room: zoom's pwd=, BigBlueButton's pw=, Jitsi's jwt=, Teams' p=.
bool opens_a_room(std::string_view link) {
  constexpr std::array<std::string_view, 11> kSecrets{"pwd",  "pw",  "pass",  "passwd", "password", "passcode",
                                                      "code", "mdp", "token", "jwt",    "tk"};
  const auto is_teams = [&] {
    constexpr std::string_view kTeams = "teams.";
    return !std::ranges::search(link, kTeams, [](char a, char b) {
              return std::tolower(static_cast<unsigned char>(a)) == b;
            }).empty();
  };
  // A name stands after "?", "&", "#", or the ";" of "&amp;", and before its "=".
  for (std::size_t equals = link.find('='); equals != std::string_view::npos; equals = link.find('=', equals + 1)) {
    std::size_t begin = equals;
    while (begin > 0 && is_word(link[begin - 1])) --begin;
    if (begin == 0 || !std::string_view("?&#;.").contains(link[begin - 1]) || equals + 1 == link.size()) continue;
    const std::string_view name = link.substr(begin, equals - begin);
    if (std::ranges::any_of(kSecrets, [&](std::string_view secret) { return same_letters(name, secret); })) return true;
    if (same_letters(name, "p") && is_teams()) return true;
  }
  return false;
}

/// "Passcode: 123456", « mot de passe : soleil »: the words, a colon, and what opens the room.
std::optional<Span> passcode_at(std::string_view text, std::size_t at) {
  constexpr std::array<std::string_view, 16> kWords{"passcode",
                                                    "pass code",
                                                    "password",
                                                    "mot de passe",
                                                    "mdp",
                                                    "code d'acc\u00E8s",
                                                    "code d\u2019acc\u00E8s",
                                                    "code secret",
                                                    "code de la r\u00E9union",
                                                    "access code",
                                                    "kenncode",
                                                    "kennwort",
                                                    "passwort",
                                                    "wachtwoord",
                                                    "contrase\u00F1a",
                                                    "codice d'accesso"};
  if (!is_word(text[at]) || (at > 0 && is_word(text[at - 1]))) return std::nullopt;
  for (const std::string_view word : kWords) {
    if (!same_letters(text.substr(at, word.size()), word)) continue;
    std::size_t end = at + word.size();
    const auto pass_blanks = [&] {
      while (end < text.size() && hard_blank_at(text, end) > 0) end += hard_blank_at(text, end);
    };
    pass_blanks();
    if (end >= text.size() || (text[end] != ':' && text[end] != '=')) return std::nullopt;
    ++end;
    pass_blanks();
    const std::size_t begin = end;
    while (end < text.size() && !is_blank(text[end])) ++end;
    return end == begin ? std::nullopt : std::optional(Span{at, end});
  }
  return std::nullopt;
}

/// Does it lead to somebody's phone?
bool rings(std::string_view address) {
  return std::ranges::any_of(std::array<std::string_view, 4>{"wa.me/", "whatsapp.com/send", "signal.me/", "tel:+"},
                             [&](std::string_view host) {
                               return !std::ranges::search(address, host, [](char a, char b) {
                                         return std::tolower(static_cast<unsigned char>(a)) == b;
                                       }).empty();
                             });
}

/// Domains that are no words: a sentence which ends without a blank ("la semaine.De") is no address.
bool stands_alone(std::string_view domain) {
  constexpr std::array<std::string_view, 13> kAlone{"com", "org", "net", "info", "eu",    "fr", "be",
                                                    "ch",  "uk",  "bzh", "coop", "paris", "app"};
  return std::ranges::find(kAlone, domain) != kAlone.end();
}

/// "exemple.fr", "bit.ly/abc" and « exemple point org », from the word `at` on.
std::optional<Span> bare_address(std::string_view utf8, const std::vector<Word>& words, std::size_t at) {
  const std::size_t begin = words[at].span.begin;
  if (begin > 0 && std::string_view("@.-/_").contains(utf8[begin - 1])) return std::nullopt;
  std::size_t last = at;
  while (last + 1 < words.size() && (gap_after(utf8, words, last) == "." || gap_after(utf8, words, last) == "-"))
    ++last;
  if (last == at) {
    if (at + 2 >= words.size() || words[at + 1].folded != "point" || gap_after(utf8, words, at) != " " ||
        gap_after(utf8, words, at + 1) != " ")
      return std::nullopt;
    const std::string_view domain = words[at + 2].folded;
    // "Le point com'" is no address.
    if (domain != "fr" && domain != "org" && domain != "net") return std::nullopt;
    return Span{begin, words[at + 2].span.end};
  }
  const Word& domain = words[last];
  if (gap_after(utf8, words, last - 1) != "." || written(utf8, domain.span) != domain.folded) return std::nullopt;
  const std::size_t end = domain.span.end;
  if (end < utf8.size() && utf8[end] == '@') return std::nullopt;
  const bool has_path = end + 1 < utf8.size() && utf8[end] == '/' && is_word(utf8[end + 1]);
  if (!(has_path ? is_common_domain(domain.folded) : stands_alone(domain.folded))) return std::nullopt;
  return Span{begin, has_path ? end_of_address(utf8, end) : end};
}

LinkKind kind_of(std::string_view address) {
  if (rings(address)) return LinkKind::person;
  return opens_a_room(address) ? LinkKind::meeting : LinkKind::page;
}

}  // namespace

std::vector<Link> links_in(std::string_view utf8, const std::vector<Word>& words) {
  std::vector<Link> found;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::size_t at = words[i].span.begin;
    if (!found.empty() && at < found.back().span.end) continue;
    if (const auto link = link_at(utf8, at))
      found.push_back({*link, kind_of(written(utf8, *link))});
    else if (const auto passcode = passcode_at(utf8, at))
      found.push_back({*passcode, LinkKind::meeting});
    else if (const auto bare = bare_address(utf8, words, i))
      found.push_back({*bare, kind_of(written(utf8, *bare))});
  }
  return found;
}

}  // namespace mur::screening
