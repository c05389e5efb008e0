#include "shared/screening/contact.h"

#include "shared/base/text.h"
#include "shared/screening/phone.h"

namespace mur::screening {

std::string normal_contact(std::string_view typed) {
  const std::string text = normalize(typed);
  if (text.contains('@')) {
    std::string address;
    for (const char c : text)
      if (c != ' ') address += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return address;
  }
  if (std::string number = e164(text); !number.empty()) return number;
  std::string kept;
  for (const char c : text)
    if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '+') kept += c;
  return kept;
}

}  // namespace mur::screening
