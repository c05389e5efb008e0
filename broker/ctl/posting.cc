#include "broker/ctl/posting.h"

#include "broker/ctl/find_id.h"

namespace mur::ctl {

Result<OrganizationId> organization_for(const Client& client, const std::string& named) {
  if (!named.empty()) return find_organization(client.wall(), named);
  if (client.scope().kind == Scope::Kind::organization) return client.scope().organization;
  return fail(Errc::invalid, "--organization", "say for which one, as in --organization \"Collectif X\"");
}

}  // namespace mur::ctl
