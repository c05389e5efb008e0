#include "shared/exchange/locate.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "shared/exchange/search_words.h"

namespace mur::exchange {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// "31, rue des Récollets" of "31, rue des Récollets, 75010 Paris"; empty where the address has no number and street.
std::string street_of(const std::string& address) {
  for (auto comma = address.find(','); comma != std::string::npos; comma = address.find(',', comma + 1)) {
    std::string street = search_words(std::string_view(address).substr(0, comma));
    const bool has_street = std::ranges::any_of(street, [](char c) { return c != ' ' && !is_digit(c); });
    if (has_street) return std::ranges::any_of(street, is_digit) ? street : std::string{};
  }
  return {};
}

/// The postal codes in `words`: five digits.
std::vector<std::string_view> postal_codes(std::string_view words) {
  constexpr std::size_t kPostalCode = 5;
  std::vector<std::string_view> codes;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    const std::string_view word = words.substr(at, end - at);
    if (word.size() == kPostalCode && std::ranges::all_of(word, is_digit)) codes.push_back(word);
    at = end + 1;
  }
  return codes;
}

/// Every postal code in `words` stands in `address` too.
bool agrees_on_postal_codes(std::string_view words, std::string_view address) {
  return std::ranges::all_of(postal_codes(words), [&](std::string_view code) { return holds_words(address, code); });
}

/// A name that other places may have, too ("Jardin du Luxembourg, 75006 Paris"), is not meant of this one where a
/// postal code beside it is not the hub's.
bool may_be_here(std::string_view words, const Hub& hub) {
  const std::string address = search_words(hub.address);
  return postal_codes(address).empty() || agrees_on_postal_codes(words, address);
}

bool names_hub(std::string_view words, const Hub& hub) {
  const std::string address = search_words(hub.address);
  if (holds_words(words, address)) return true;
  if (holds_words(words, search_words(hub.name)) && may_be_here(words, hub)) return true;
  return holds_words(words, street_of(hub.address)) && agrees_on_postal_codes(words, address);
}

std::string room_in(std::string_view words, const Hub& hub) {
  std::string found;
  if (!may_be_here(words, hub)) return found;
  std::size_t longest = 0;
  for (const std::string& room : hub.rooms) {
    const std::string name = search_words(room);
    if (name.size() <= longest || !holds_words(words, name)) continue;
    found = room;
    longest = name.size();
  }
  return found;
}

}  // namespace

void locate(EventDetails& details, const Hub& hub) {
  const std::string words = search_words(details.place.name + ", " + details.place.address);
  details.place.room = room_in(words, hub);
  details.place.here = !details.place.room.empty() || names_hub(words, hub);
  details.kind = details.place.here ? EventKind::programming : EventKind::mobilization;
}

}  // namespace mur::exchange
