#pragma once

#include "broker/ports/vault.h"
#include "broker/vault/secrets.h"

namespace mur::broker {

/// The vault with the hub's keys in memory.
class SecretVault final : public Vault {
 public:
  explicit SecretVault(const Secrets& secrets) : secrets_{secrets} {}

  [[nodiscard]] Result<TicketHashes> open_ticket(ByteSpan box) const override;
  [[nodiscard]] Digest256 hash_code(std::string_view code) const override;
  [[nodiscard]] Digest256 hash_command(ByteSpan raw) const override;
  [[nodiscard]] Result<std::string> open_contact(ByteSpan box) const override;
  [[nodiscard]] Result<Digest256> hash_contact(ByteSpan box) const override;
  [[nodiscard]] SealPublicKey seal_key() const override { return secrets_.hub.public_key; }

 private:
  Secrets secrets_;
};

}  // namespace mur::broker
