#include "broker/vault/vault.h"

#include <sodium.h>

#include "shared/base/text.h"
#include "shared/domain/limits.h"
#include "shared/protocol/codec.h"
#include "shared/screening/contact.h"

namespace mur::broker {
namespace {

constexpr std::string_view kContactDomain = "mur contact 1";  // no ticket's hash is a contact's

std::unexpected<Error> foreign(const char* field) {
  return fail(
      Errc::invalid, field,
      "the sealed box does not open with this hub's key; the sender's key file is of another hub: write it anew "
      "with `murctl key new`");
}

}  // namespace

Result<TicketHashes> SecretVault::open_ticket(ByteSpan box) const {
  if (box.size() > limits::kSealedBox) return foreign("sealed_ticket");
  const Result<Bytes> plain = open_sealed(secrets_.hub, box);
  if (!plain) return foreign("sealed_ticket");
  Result<TicketSecret> ticket = protocol::decode_ticket(*plain);
  if (!ticket) return foreign("sealed_ticket");
  Result<std::string> code = parse_ticket_code(ticket->code);
  if (!code) return fail(code.error());
  ticket->code = std::move(*code);
  return hash_ticket(secrets_.ticket, *ticket);
}

Digest256 SecretVault::hash_code(std::string_view code) const { return hash_ticket_code(secrets_.ticket, code); }

Digest256 SecretVault::hash_command(ByteSpan raw) const { return keyed_digest256(secrets_.command, {raw}); }

Result<std::string> SecretVault::open_contact(ByteSpan box) const {
  const Result<Bytes> plain = open_sealed(secrets_.hub, box);
  if (!plain) return foreign("contact");
  std::string contact{as_text(*plain)};
  if (contact.empty() || contact.size() > limits::kContact || !is_utf8(contact))
    return fail(Errc::corrupt, "contact", "what was sealed is not a contact; ask its author at the desk");
  return contact;
}

Result<Digest256> SecretVault::hash_contact(ByteSpan box) const {
  Result<std::string> contact = open_contact(box);
  if (!contact) return fail(contact.error());
  std::string normal = screening::normal_contact(*contact);
  const Digest256 hash = keyed_digest256(secrets_.ticket, {as_bytes(kContactDomain), as_bytes(normal)});
  sodium_memzero(contact->data(), contact->size());
  sodium_memzero(normal.data(), normal.size());
  return hash;
}

}  // namespace mur::broker
