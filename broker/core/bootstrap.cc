#include "broker/core/bootstrap.h"

#include "broker/core/group.h"
#include "broker/core/hub_state.h"

namespace mur::broker {

Status bootstrap(LogStore& store, Hub hub, const FirstAdmin& admin, TimePoint now, RandomSource& random,
                 const std::vector<AddKey>& more) {
  if (store.head().seq != 0)
    return fail(Errc::conflict, "log.db", "this folder holds a hub already; give another --data folder for a new one");
  if (hub.id.is_nil()) hub.id = HubId{make_uuid(now, random)};

  const auto order = [&](Command command) {
    return Order{.id = CommandId{make_uuid(now, random)}, .made_at = now, .command = std::move(command), .ticket = {}};
  };
  // Whoever may write into the data folder is the hub's first admin.
  const Actor founder{.role = Role::admin, .principal = {}, .organization = {}, .name = "murctl hub init"};
  Wall wall;
  Group group(wall, 0, now);
  if (const auto put = group.decide(order(PutHub{std::move(hub)}), broker_itself()); !put) return fail(put.error());
  std::vector<AddKey> keys = {AddKey{
      .public_key = admin.public_key, .role = Role::admin, .organization = {}, .label = admin.label, .replaces = {}}};
  keys.insert(keys.end(), more.begin(), more.end());
  for (AddKey& key : keys)
    if (const auto added = group.decide(order(std::move(key)), founder); !added) return fail(added.error());
  if (const Result<Seq> written = store.append(0, group.commit()); !written) return fail(written.error());
  return {};
}

}  // namespace mur::broker
