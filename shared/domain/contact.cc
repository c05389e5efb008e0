#include "shared/domain/contact.h"

#include <algorithm>
#include <cctype>

namespace mur {
namespace {

constexpr std::string_view kHidden = "•••";

std::string masked_phone(std::string_view contact) {
  std::string digits;
  for (const char c : contact)
    if (std::isdigit(static_cast<unsigned char>(c)) != 0 || (c == '+' && digits.empty())) digits += c;
  constexpr std::size_t kFrench = 10;
  constexpr std::size_t kShort = 6;  // too short to show both ends
  if (digits.size() < kShort) return std::string(kHidden);
  const std::string end = digits.substr(digits.size() - 2);
  if (digits.size() == kFrench && digits.front() == '0') return digits.substr(0, 2) + " •• •• •• " + end;
  return digits.substr(0, digits.front() == '+' ? 3 : 2) + " ••• " + end;
}

std::string masked_email(std::string_view contact) {
  const auto at = contact.find('@');
  if (at == std::string_view::npos || at == 0) return std::string(kHidden);
  const auto first = [](std::string_view text) {  // one character, of however many bytes
    std::size_t size = 1;
    while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) ++size;
    return std::string(text.substr(0, size));
  };
  const std::string_view domain = contact.substr(at + 1);
  const auto dot = domain.rfind('.');
  std::string text = first(contact) + std::string(kHidden) + "@";
  if (!domain.empty()) text += first(domain) + std::string(kHidden);
  if (dot != std::string_view::npos) text += domain.substr(dot);
  return text;
}

}  // namespace

std::string masked(ContactKind kind, std::string_view contact) {
  switch (kind) {
    case ContactKind::none: return {};
    case ContactKind::phone: return masked_phone(contact);
    case ContactKind::email: return masked_email(contact);
  }
  return {};
}

}  // namespace mur
