#include "broker/core/hub_state.h"

namespace mur::broker {

Result<Actor> actor_of(const Wall& wall, KeyId key) {
  const Key* found = wall.find(key);
  if (found == nullptr || is_revoked(*found))
    return fail(Errc::forbidden, "key", "this key is not accepted (any more); ask the hub's team for another");
  return Actor{
      .role = found->role, .principal = found->principal, .organization = found->organization, .name = found->label};
}

Actor broker_itself() { return {.role = Role::clock, .principal = {}, .organization = {}, .name = "mur-broker"}; }

KeysChanged keys_in_force(const Wall& wall) {
  auto table = std::make_shared<KeyTable>();
  wall.each<Key>([&table](const Key& key) {
    if (is_revoked(key)) return;
    table->insert_or_assign(key.public_key, KeyEntry{.id = key.id,
                                                     .principal = key.principal,
                                                     .role = key.role,
                                                     .organization = key.organization,
                                                     .label = key.label});
  });
  return KeysChanged{std::move(table)};
}

}  // namespace mur::broker
