#include "broker/ctl/hub_skills.h"

#include <fmt/format.h>

#include <algorithm>

#include "broker/config.h"

#include "shared/base/text.h"
#include "shared/domain/limits.h"
#include "shared/skills/default_list.h"
#include "shared/skills/skill_search.h"

namespace mur::ctl {
namespace {

using skills::Entry;
using skills::Kind;
using skills::SkillTree;

std::string in_quotes(const Entry& entry) { return fmt::format("\"{}\" ({})", entry.fr, entry.id); }

std::string list_command(Kind kind) { return fmt::format("`murctl {} list`", to_string(kind)); }

}  // namespace

Result<SkillTree> hub_skills(Context& context) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Hub* hub = (*client)->wall().hub();
  return skills::hub_tree(hub == nullptr ? std::string_view{} : hub->skills, limits::kSkillList);
}

Result<SkillTree> skills_in_folder(const std::filesystem::path& data) {
  const auto settings = broker::HubFile(data / "hub.toml").read();
  if (settings) return skills::hub_tree(settings->hub.skills, limits::kSkillList);
  if (settings.error().code == Errc::not_found) return skills::default_tree(limits::kSkillList);
  return fail(settings.error());
}

std::string stored_for(Context& context, const SkillTree& tree, Kind kind, const std::string& typed) {
  const std::string text = normalize(typed);
  if (text.empty()) return text;
  if (const Entry* entry = tree.find_spelt(kind, text)) return entry->id;
  const Entry* near = skills::SkillSearch(tree).nearest(kind, text);
  const std::string hint = near == nullptr ? fmt::format("{} shows what there is", list_command(kind))
                                           : fmt::format("did you mean {}?", in_quotes(*near));
  Json object{{"warning", "unknown"}, {to_string(kind), text}};
  if (near != nullptr) object["nearest"] = near->id;
  context.warn(fmt::format("\"{}\" is no {} of the list, and is kept as typed; {}", text, to_string(kind), hint),
               object);
  return text;
}

std::vector<std::string> stored_for(Context& context, const SkillTree& tree, Kind kind,
                                    const std::vector<std::string>& typed) {
  std::vector<std::string> stored;
  for (const std::string& each : typed) {
    std::string one = stored_for(context, tree, kind, each);
    if (std::ranges::find(stored, one) == stored.end()) stored.push_back(std::move(one));
  }
  return stored;
}

Result<const Entry*> find_entry(const SkillTree& tree, Kind kind, const std::string& option, const std::string& typed) {
  if (const Entry* entry = tree.find_spelt(kind, typed)) return entry;
  const Entry* near = skills::SkillSearch(tree).nearest(kind, typed);
  const std::string hint = near == nullptr ? fmt::format("{} shows what there is", list_command(kind))
                                           : fmt::format("did you mean {}?", in_quotes(*near));
  return fail(Errc::not_found, option, fmt::format("\"{}\" is no {} of the list; {}", typed, to_string(kind), hint));
}

bool is_under(const SkillTree& tree, const std::string& stored, const Entry& wanted) {
  if (stored == wanted.id) return true;
  return std::ranges::any_of(tree.ancestors(stored), [&](const Entry* above) { return above == &wanted; });
}

}  // namespace mur::ctl
