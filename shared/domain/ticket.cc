#include "shared/domain/ticket.h"

#include <algorithm>
#include <cctype>

#include "shared/base/bytes.h"

namespace mur {
namespace {

// Crockford's base32 (https://www.crockford.com/base32.html): no I, L, O, U; five more signs for the check character,
// of which the wall uses letters only, so the code can be typed on any layout: the check is modulo 31, a prime, which
// still catches every single wrong character and every swap of neighbours.
constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kCodeLength = 8;
constexpr unsigned kCheckModulus = 31;

std::optional<unsigned> value_of(char c) {
  const char upper = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  const char read = upper == 'O' ? '0' : (upper == 'I' || upper == 'L') ? '1' : upper;
  const auto at = kAlphabet.find(read);
  if (at == std::string_view::npos) return std::nullopt;
  return static_cast<unsigned>(at);
}

// Weights 1 … 8 are distinct and not 0 modulo 31, hence the two promises above hold except for characters that are
// equal modulo 31 ('0' and 'Z').
char check_character(std::string_view code) {
  unsigned sum = 0;
  for (std::size_t i = 0; i < kCodeLength; ++i) sum += static_cast<unsigned>(i + 1) * *value_of(code[i]);
  return kAlphabet[sum % kCheckModulus];
}

constexpr std::string_view kCodeDomain = "mur ticket code";
constexpr std::string_view kClaimDomain = "mur ticket claim";

}  // namespace

TicketSecret make_ticket(RandomSource& random) {
  TicketSecret secret;
  std::array<std::uint8_t, kCodeLength> bits{};
  random.fill(bits);
  for (const std::uint8_t byte : bits) secret.code.push_back(kAlphabet[byte % kAlphabet.size()]);
  secret.code.push_back(check_character(secret.code));
  random.fill(secret.claim);
  return secret;
}

Result<std::string> parse_ticket_code(std::string_view typed) {
  std::string code;
  for (const char c : typed) {
    if (c == ' ' || c == '-' || c == '.') continue;
    const auto value = value_of(c);
    if (!value) return fail(Errc::invalid, "code", "a code has letters and digits only; look at the ticket again");
    code.push_back(kAlphabet[*value]);
    if (code.size() > kCodeLength + 1) break;
  }
  if (code.size() != kCodeLength + 1)
    return fail(Errc::invalid, "code", "a code has 9 characters; look at the ticket again");
  if (check_character(code) != code.back())
    return fail(Errc::invalid, "code", "a character of this code is wrong; look at the ticket again");
  return code;
}

std::string format_ticket_code(std::string_view code) {
  std::string out;
  for (std::size_t i = 0; i < code.size(); ++i) {
    if (i != 0 && i % 3 == 0) out.push_back(' ');
    out.push_back(code[i]);
  }
  return out;
}

Digest256 hash_ticket_code(const SecretKey256& key, std::string_view code) {
  return keyed_digest256(key, {as_bytes(kCodeDomain), as_bytes(code)});
}

TicketHashes hash_ticket(const SecretKey256& key, const TicketSecret& secret) {
  return {.code = hash_ticket_code(key, secret.code),
          .claim = keyed_digest256(key, {as_bytes(kClaimDomain), secret.claim})};
}

}  // namespace mur
