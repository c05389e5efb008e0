// murctl need matches, murctl offer matches. Computed here, from what this key may see; nothing is sent or kept.
#include <fmt/format.h>

#include "broker/ctl/commands.h"
#include "broker/ctl/dates.h"
#include "broker/ctl/find_id.h"
#include "broker/ctl/hub_skills.h"
#include "broker/ctl/match_text.h"
#include "broker/ctl/record_text.h"
#include "broker/ctl/words.h"
#include "shared/matching/matches.h"

namespace mur::ctl {
namespace {

using skills::SkillTree;

struct MatchOptions {
  std::string id;
};

/// {"score": …, "reasons": […]}, and then the post's own.
Json with_match(const matching::Match& match, const Json& post) {
  Json object{{"score", match.score}, {"reasons", json_of(match.reasons)}};
  object.update(post);
  return object;
}

/// What a need or an offer is matched with, and by when.
struct Desk {
  const Wall& wall;
  SkillTree tree;
  calendar::Zone zone;
  TimePoint now;
  matching::Matches matches;

  [[nodiscard]] matching::Around around() const { return {wall, tree, zone, now}; }
};

Result<Desk> desk(Context& context) {
  Result<SkillTree> tree = hub_skills(context);
  if (!tree) return fail(tree.error());
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  Desk made{.wall = (*client)->wall(),
            .tree = *std::move(tree),
            .zone = context.zone(),
            .now = (*client)->now(),
            .matches = {}};
  made.matches.rebuild(made.wall, made.tree);
  return made;
}

Status matches_of_need(Context& context, const MatchOptions& options) {
  const Result<Desk> at = desk(context);
  if (!at) return fail(at.error());
  const Result<RecordId> id = find_id(at->wall, options.id, {RecordKind::need});
  if (!id) return fail(id.error());
  const Need& need = *at->wall.find(NeedId{id->uuid});
  Table table{{{"SCORE", Table::Column::Kind::number}, {"ID"}, {"OFFER", Table::Column::Kind::long_text}, {"WHEN"}}};
  for (const auto& [offer_id, match] : at->matches.offers_for(need, at->around())) {
    const Offer& offer = *at->wall.find(offer_id);
    table.add({std::to_string(match.score), short_id(offer_id.uuid), text_of(offer.details),
               in_words(offer.details.availability)},
              with_match(match, json_of(offer)), {in_words(match.reasons, at->tree)});
  }
  context.show(table, matching::open_times(need, at->zone, at->now).open
                          ? "No offer matches this need; see all with `murctl offer list`."
                          : "This need takes nobody now: it is not on the wall, over, or complete.");
  return {};
}

Status matches_of_offer(Context& context, const MatchOptions& options) {
  const Result<Desk> at = desk(context);
  if (!at) return fail(at.error());
  const Result<RecordId> id = find_id(at->wall, options.id, {RecordKind::offer});
  if (!id) return fail(id.error());
  Table table{{{"SCORE", Table::Column::Kind::number},
               {"ID"},
               {"NEED", Table::Column::Kind::long_text},
               {"ORGANIZATION", Table::Column::Kind::long_text},
               {"MISSING", Table::Column::Kind::number},
               {"UNTIL"}}};
  for (const auto& [need_id, match] : at->matches.needs_for(*at->wall.find(OfferId{id->uuid}), at->around())) {
    const Need& need = *at->wall.find(need_id);
    table.add({std::to_string(match.score), short_id(need_id.uuid), need.details.title,
               organization_name(at->wall, need.organization), std::to_string(missing(need)),
               need.over_at ? moment_text(*need.over_at, at->zone) : "open"},
              with_match(match, json_of(need, at->wall)), {in_words(match.reasons, at->tree)});
  }
  context.show(table, "No need matches this offer; see all with `murctl need list`.");
  return {};
}

}  // namespace

void add_need_match_command(CommandLine& line, CLI::App& needs) {
  line.command<MatchOptions>(
      needs, "matches", "Show the five offers that could answer a need best, and why",
      [](CLI::App& command, MatchOptions& options) { command.add_option("ID", options.id, "Which need")->required(); },
      matches_of_need);
}

void add_offer_match_command(CommandLine& line, CLI::App& offers) {
  line.command<MatchOptions>(
      offers, "matches", "Show the five needs that could use an offer best, and why; no organization takes all five",
      [](CLI::App& command, MatchOptions& options) { command.add_option("ID", options.id, "Which offer")->required(); },
      matches_of_offer);
}

}  // namespace mur::ctl
