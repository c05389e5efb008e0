#include "kiosk/app/contact_text.h"

#include "shared/domain/limits.h"
#include "shared/screening/phone.h"

namespace mur::app {

bool looks_like_phone_number(std::string_view typed) {
  return typed.size() <= limits::kContact && screening::is_phone_number(typed);
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
