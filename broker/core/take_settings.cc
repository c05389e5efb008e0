#include "broker/core/take_settings.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <spdlog/spdlog.h>

namespace mur::broker {
namespace {

std::vector<std::string> differences(const Hub& before, const Hub& after) {
  std::vector<std::string> names;
  const auto compare = [&names](const char* name, const auto& a, const auto& b) {
    if (!(a == b)) names.emplace_back(name);
  };
  compare("hub.name", before.name, after.name);
  compare("hub.address", before.address, after.address);
  compare("hub.time_zone", before.time_zone, after.time_zone);
  compare("hub.rooms", before.rooms, after.rooms);
  compare("hub.languages", before.languages, after.languages);
  compare("hub.public_url", before.public_url, after.public_url);
  compare("policy.review_hours", before.policy.review_hours, after.policy.review_hours);
  compare("policy.publish_presets", before.policy.publish_presets, after.policy.publish_presets);
  compare("policy.publish_clean_offers", before.policy.publish_clean_offers, after.policy.publish_clean_offers);
  compare("privacy.controller", before.privacy.controller, after.privacy.controller);
  compare("privacy.address", before.privacy.address, after.privacy.address);
  compare("skills.toml", before.skills, after.skills);
  compare("policy.publish_electoral", before.policy.publish_electoral, after.policy.publish_electoral);
  compare("policy.ballots", before.policy.silences, after.policy.silences);
  compare("privacy.rights_contact", before.privacy.rights_contact, after.privacy.rights_contact);
  compare("privacy.dpo", before.privacy.dpo, after.privacy.dpo);
  compare("privacy.publication_director", before.privacy.publication_director, after.privacy.publication_director);
  compare("privacy.host", before.privacy.host, after.privacy.host);
  return names;
}

}  // namespace

Result<std::string> take_settings(CoreParts& parts, HubState& state, Committer& committer) {
  const Result<Settings> settings = parts.settings.read();
  if (!settings) return fail(Errc::invalid, settings.error().field, settings.error().message);
  const Hub before = *state.wall.hub();
  if (before.seal_key != parts.vault.seal_key())
    return fail(
        Errc::invalid, "secrets/hub.key",
        "secrets/hub.key is not the key this log's contacts are sealed with; bring back the hub's own secrets folder");

  Hub after = settings->hub;
  after.id = before.id;
  after.seal_key = before.seal_key;
  const TimePoint now = parts.clock.now();
  if (after != before) {
    const Result<std::vector<Status>> done = committer.commit_own(
        {Order{.id = CommandId{make_uuid(now, parts.random)}, .made_at = now, .command = PutHub{after}, .ticket = {}}});
    if (!done) return fail(done.error());
    if (const Status& put = done->front(); !put)
      return fail(put.error().code, put.error().field,
                  fmt::format("hub.toml: {}: {}", put.error().field, put.error().message));
  }
  std::vector<std::string> changed = differences(before, after);
  const auto level = spdlog::level::from_str(settings->log_level);
  if (level != spdlog::get_level()) {
    spdlog::set_level(level);
    changed.emplace_back("broker.log_level");
  }
  if (settings->feeds != state.feeds) {
    state.feeds = settings->feeds;
    changed.emplace_back("feeds");
  }
  return fmt::format("{}", fmt::join(changed, ", "));
}

}  // namespace mur::broker
