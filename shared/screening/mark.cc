#include "shared/screening/mark.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

namespace mur::screening {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }
bool is_local_part(char c) { return is_word(c) || c == '.' || c == '_' || c == '-' || c == '+'; }
bool is_domain(char c) { return is_word(c) || c == '.' || c == '-'; }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }

/// A separator people write between the digits of a phone number, and its length in bytes; 0 if there is none.
std::size_t separator_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  if (text[at] == ' ' || text[at] == '.' || text[at] == '-' || text[at] == '/' || text[at] == '(' || text[at] == ')')
    return 1;
  if (text.substr(at).starts_with("\u00A0")) return 2;
  if (text.substr(at).starts_with("\u202F")) return 3;
  return 0;
}

struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// 8 to 15 digits with single separators between them, from a digit or '+' on that no digit precedes (ITU-T E.164).
/// A date ("21.03.2026 18") or a year span stays below, or has the wrong shape.
std::optional<Span> phone_at(std::string_view text, std::size_t at) {
  const bool plus = text[at] == '+';
  if (!plus && !is_digit(text[at])) return std::nullopt;
  if (at > 0 && (is_word(text[at - 1]) || text[at - 1] == '+')) return std::nullopt;
  std::size_t digits = 0;
  std::size_t end = at;
  for (std::size_t i = at + (plus ? 1 : 0); i < text.size();) {
    if (is_digit(text[i])) {
      if (++digits > 15) return std::nullopt;
      end = ++i;
      continue;
    }
    std::size_t gap = separator_at(text, i);
    if (gap == 0) break;
    const std::size_t second = separator_at(text, i + gap);  // ") " and " ("
    if (second != 0) gap += second;
    if (i + gap >= text.size() || !is_digit(text[i + gap])) break;
    i += gap;
  }
  const bool national = text[at] == '0' && digits >= 9;
  if (!(plus ? digits >= 8 : national)) return std::nullopt;
  return Span{at, end};
}

std::optional<Span> email_around(std::string_view text, std::size_t at_sign) {
  std::size_t begin = at_sign;
  while (begin > 0 && is_local_part(text[begin - 1])) --begin;
  std::size_t end = at_sign + 1;
  while (end < text.size() && is_domain(text[end])) ++end;
  while (end > at_sign + 1 && (text[end - 1] == '.' || text[end - 1] == '-')) --end;
  const std::string_view domain = text.substr(at_sign + 1, end - at_sign - 1);
  const auto dot = domain.rfind('.');
  if (begin == at_sign || dot == std::string_view::npos || dot == 0 || domain.size() - dot < 3) return std::nullopt;
  return Span{begin, end};
}

/// In any case; `lower` holds what is compared with, in small letters.
bool same_letters(std::string_view text, std::string_view lower) {
  return std::ranges::equal(text, lower, [](char a, char b) {
    return static_cast<char>(std::tolower(static_cast<unsigned char>(a))) == b;  // as chars: "è" is two negative ones
  });
}

std::optional<Span> link_at(std::string_view text, std::size_t at) {
  if (at > 0 && is_word(text[at - 1])) return std::nullopt;
  for (const std::string_view prefix : {"http://", "https://", "www."}) {
    if (text.size() - at <= prefix.size()) continue;
    if (!same_letters(text.substr(at, prefix.size()), prefix)) continue;
    std::size_t end = at + prefix.size();
    while (end < text.size() && !is_blank(text[end])) ++end;
    return Span{at, end};
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
      while (end < text.size() &&
             (is_blank(text[end]) || text.substr(end).starts_with("\u00A0") || text.substr(end).starts_with("\u202F")))
        end += is_blank(text[end]) ? 1 : separator_at(text, end);
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

}  // namespace

const char* to_string(MarkKind kind) {
  switch (kind) {
    case MarkKind::phone_number: return "phone-number";
    case MarkKind::email_address: return "email-address";
    case MarkKind::link: return "link";
    case MarkKind::meeting_link: return "meeting-link";
  }
  return "unknown";
}

std::vector<Mark> screen(std::string_view field, std::string_view utf8) {
  std::vector<Mark> marks;
  std::size_t done = 0;  // what lies before is marked or clean
  const auto mark = [&](MarkKind kind, const Span& span) {
    if (span.begin < done) return;
    marks.push_back({.kind = kind,
                     .field = std::string(field),
                     .offset = static_cast<std::uint32_t>(span.begin),
                     .length = static_cast<std::uint32_t>(span.end - span.begin)});
    done = span.end;
  };
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    if (i < done) continue;
    if (utf8[i] == '@') {
      if (const auto email = email_around(utf8, i)) mark(MarkKind::email_address, *email);
    } else if (const auto link = link_at(utf8, i)) {
      const std::string_view address = utf8.substr(link->begin, link->end - link->begin);
      mark(opens_a_room(address) ? MarkKind::meeting_link : MarkKind::link, *link);
    } else if (const auto passcode = passcode_at(utf8, i)) {
      mark(MarkKind::meeting_link, *passcode);
    } else if (const auto phone = phone_at(utf8, i)) {
      mark(MarkKind::phone_number, *phone);
    }
  }
  return marks;
}

bool has_contact(const std::vector<Mark>& marks) {
  return std::ranges::any_of(marks, [](const Mark& mark) {
    return mark.kind == MarkKind::phone_number || mark.kind == MarkKind::email_address;
  });
}

}  // namespace mur::screening
