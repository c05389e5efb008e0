#include "kiosk/app/contact_text.h"

#include <algorithm>
#include <cctype>

#include "shared/domain/limits.h"

namespace mur::app {

namespace {

constexpr std::ptrdiff_t kLeastDigits = 6;
constexpr std::ptrdiff_t kMostDigits = 15;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

bool looks_like_phone_number(std::string_view typed) {
  if (typed.size() > limits::kContact) return false;
  const auto digits = std::count_if(typed.begin(), typed.end(), is_digit);
  if (digits < kLeastDigits || digits > kMostDigits) return false;
  return std::all_of(typed.begin(), typed.end(), [&](const char& c) {
    return is_digit(c) || (c == '+' && &c == typed.data()) ||
           std::string_view(" .-()/").find(c) != std::string_view::npos;
  });
}

bool looks_like_email_address(std::string_view typed) {
  if (typed.size() > limits::kContact) return false;
  const auto at = typed.find('@');
  if (at == 0 || at == std::string_view::npos || typed.find('@', at + 1) != std::string_view::npos) return false;
  if (typed.find(' ') != std::string_view::npos) return false;
  const std::string_view host = typed.substr(at + 1);
  const auto dot = host.rfind('.');
  return dot != std::string_view::npos && dot > 0 && host.size() - dot > 2 && host.find("..") == std::string_view::npos;
}

}  // namespace mur::app
