// murctl need add|list|search|close
#include <fmt/format.h>

#include <algorithm>

#include "broker/ctl/commands.h"
#include "broker/ctl/dates.h"
#include "broker/ctl/find_id.h"
#include "broker/ctl/hub_skills.h"
#include "broker/ctl/posting.h"
#include "broker/ctl/record_text.h"
#include "broker/ctl/search_options.h"
#include "broker/ctl/slot_text.h"
#include "broker/ctl/texts.h"
#include "broker/ctl/words.h"
#include "shared/domain/limits.h"
#include "shared/domain/post_search.h"

namespace mur::ctl {
namespace {

using skills::Entry;
using skills::Kind;
using skills::SkillTree;

struct AddOptions {
  std::string organization;
  std::string kind = "time";
  std::string title;
  std::string easy_line;
  std::string description;
  std::string theme;
  std::vector<std::string> skills;
  std::string commitment;
  std::string event;
  std::string place;
  bool here = false;
  bool remote = false;
  bool no_experience = false;
  std::vector<std::string> slots;
  std::string closes;
};

void describe_add(CLI::App& command, AddOptions& options) {
  command.add_option("--organization", options.organization, "Whose need (default: the key's)")->option_text("NAME");
  command.add_option("--kind", options.kind, "time, skill or material")->capture_default_str();
  command.add_option("--title", options.title, "In a few words")->required();
  command.add_option("--easy-line", options.easy_line, "The same, easy to read");
  command.add_option("--description", options.description, "In full");
  command.add_option("--theme", options.theme, "What it is about, as `murctl theme list` has it, or in words");
  command
      .add_option("--skill", options.skills,
                  "What one should know, as `murctl skill list` has it, or in words; may be repeated")
      ->allow_extra_args(false);
  command.add_option("--commitment", options.commitment, "How much it takes, as in \"2 heures\"");
  command.add_option("--event", options.event, "The event it belongs to")->option_text("ID");
  command.add_option("--place", options.place, "Where");
  command.add_flag("--here", options.here, "In the hub itself");
  command.add_flag("--remote", options.remote, "Can be done from anywhere");
  command.add_flag("--no-experience", options.no_experience, "Nothing needs to be known before");
  command
      .add_option("--slot", options.slots,
                  "What is missing, and how many; may be repeated: "
                  "\"Servir à table;wanted=4;start=2026-03-21 18:30;minutes=150;every=week;until=2026-06-30;unit=…;"
                  "welcomed_by=…;where=…;bring=…\"")
      ->required()
      ->option_text("SLOT")
      ->allow_extra_args(false);
  command.add_option("--closes", options.closes, "Apply by")->option_text("TIME");
}

Result<NeedDetails> details_of(const AddOptions& options, const Wall& wall, const calendar::Zone& zone) {
  const std::optional<NeedKind> kind = parse_need_kind(options.kind);
  if (!kind)
    return fail(Errc::invalid, "--kind",
                fmt::format("\"{}\" is no kind of need; there are time, skill and material", options.kind));
  NeedDetails details{.kind = *kind,
                      .title = normalize(options.title),
                      .easy_line = normalize(options.easy_line),
                      .description = normalize(options.description),
                      .commitment = normalize(options.commitment),
                      .place = {.name = normalize(options.place), .here = options.here},
                      .remote = options.remote,
                      .no_experience = options.no_experience};
  if (!options.event.empty()) {
    const Result<RecordId> event = find_id(wall, options.event, {RecordKind::event});
    if (!event) return fail(event.error());
    details.event = EventId{event->uuid};
  }
  for (const std::string& text : options.slots) {
    Result<Slot> slot = parse_slot(text, zone);
    if (!slot) return fail(slot.error());
    details.slots.push_back(std::move(*slot));
  }
  if (!options.closes.empty()) {
    const Result<TimePoint> closes = parse_moment("--closes", options.closes, zone);
    if (!closes) return fail(closes.error());
    details.closes_at = *closes;
  }
  return details;
}

Status add(Context& context, const AddOptions& options) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Result<OrganizationId> organization = organization_for(**client, options.organization);
  if (!organization) return fail(organization.error());
  Result<NeedDetails> details = details_of(options, (*client)->wall(), context.zone());
  if (!details) return fail(details.error());
  const Result<SkillTree> tree = hub_skills();
  if (!tree) return fail(tree.error());
  details->theme = stored_for(context, *tree, Kind::theme, options.theme);
  details->skills = stored_for(context, *tree, Kind::skill, options.skills);
  const std::string what = fmt::format("Added \"{}\"", details->title);
  return context.carry_out(PutNeed{.organization = *organization, .details = std::move(*details)}, what);
}

std::string slot_text(const Slot& slot, const calendar::Zone& zone) {
  std::string text = fmt::format("{}: {} of {}{}", slot.role, missing(slot), slot.wanted,
                                 slot.unit.empty() ? " missing" : " " + slot.unit + " missing");
  if (slot.when) text += ", " + when_text(slot.when->start, zone) + (calendar::repeats(*slot.when) ? " and on" : "");
  return text;
}

/// "theme Food · skills Carpentry, Sewing"; empty where there is neither.
std::string subject_text(const NeedDetails& details, const SkillTree& tree) {
  constexpr const char* kLanguage = "en";
  std::string text;
  if (!details.theme.empty()) text = "theme " + tree.name(Kind::theme, details.theme, kLanguage);
  if (details.skills.empty()) return text;
  std::vector<std::string> names;
  for (const std::string& skill : details.skills) names.push_back(tree.name(Kind::skill, skill, kLanguage));
  return fmt::format("{}{}skills {}", text, text.empty() ? "" : " · ", fmt::join(names, ", "));
}

/// The needs, as they are listed.
class NeedTable {
 public:
  NeedTable(const Wall& wall, const calendar::Zone& zone, const SkillTree& tree)
      : wall_{wall}, zone_{zone}, tree_{tree} {}

  void add(const Need& need) {
    std::vector<std::string> notes;
    if (std::string subject = subject_text(need.details, tree_); !subject.empty()) notes.push_back(std::move(subject));
    for (const Slot& slot : need.details.slots) notes.push_back(slot_text(slot, zone_));
    if (const Organization* organization = wall_.find(need.organization);
        organization != nullptr && organization->pace.paused_at)
      notes.push_back(pause_text());
    table_.add({short_id(need.id.uuid), to_string(need.details.kind), need.details.title,
                organization_name(wall_, need.organization), std::to_string(missing(need)),
                in_words(need.moderation.status), need.over_at ? moment_text(*need.over_at, zone_) : "open"},
               json_of(need, wall_), std::move(notes));
  }
  [[nodiscard]] const Table& table() const { return table_; }

 private:
  const Wall& wall_;
  const calendar::Zone& zone_;
  const SkillTree& tree_;
  Table table_{{{"ID"},
                {"KIND"},
                {"NEED", Table::Column::Kind::long_text},
                {"ORGANIZATION", Table::Column::Kind::long_text},
                {"MISSING", Table::Column::Kind::number},
                {"STATE"},
                {"UNTIL"}}};
};

struct ListOptions {
  std::string theme;
  std::string skill;
};

Status list(Context& context, const ListOptions& options) {
  const Result<SkillTree> tree = hub_skills();
  if (!tree) return fail(tree.error());
  const Result<const Entry*> theme =
      options.theme.empty() ? nullptr : find_entry(*tree, Kind::theme, "--theme", options.theme);
  if (!theme) return fail(theme.error());
  const Result<const Entry*> skill =
      options.skill.empty() ? nullptr : find_entry(*tree, Kind::skill, "--skill", options.skill);
  if (!skill) return fail(skill.error());
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Wall& wall = (*client)->wall();
  const calendar::Zone zone = context.zone();
  NeedTable needs(wall, zone, *tree);
  wall.each<Need>([&](const Need& need) {
    // Needs of before the list had its ids are understood as well as those since.
    if (*theme != nullptr && tree->find_spelt(Kind::theme, need.details.theme) != *theme) return;
    const auto asked_for = [&](const std::string& one) {
      return is_under(*tree, tree->stored(Kind::skill, one), **skill);
    };
    if (*skill != nullptr && std::ranges::none_of(need.details.skills, asked_for)) return;
    needs.add(need);
  });
  context.show(needs.table(), *theme == nullptr && *skill == nullptr ? "There is no need."
                                                                     : "There is no need with this theme or skill.");
  return {};
}

Status search(Context& context, const SearchOptions& options) {
  const Result<SkillTree> tree = hub_skills();
  if (!tree) return fail(tree.error());
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Wall& wall = (*client)->wall();
  const calendar::Zone zone = context.zone();
  PostSearch posts;
  posts.rebuild(wall, *tree);
  NeedTable needs(wall, zone, *tree);
  for (const NeedId id : posts.needs(options.text(), options.most)) needs.add(*wall.find(id));
  context.show(needs.table(), "No need says this; try fewer or other words, or see all with `murctl need list`.");
  return {};
}

struct CloseOptions {
  std::string id;
};

Status close(Context& context, const CloseOptions& options) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Result<RecordId> id = find_id((*client)->wall(), options.id, {RecordKind::need});
  if (!id) return fail(id.error());
  const std::string title = (*client)->wall().find(NeedId{id->uuid})->details.title;
  return context.carry_out(CloseNeed{.need = NeedId{id->uuid}}, fmt::format("\"{}\"", title));
}

}  // namespace

void add_need_commands(CommandLine& line) {
  CLI::App& noun = line.noun("need", "What organizations look for: add, list, search, matches, close, answer, come");
  line.command<AddOptions>(noun, "add", "Say what is missing", describe_add, add);
  line.command<ListOptions>(
      noun, "list", "Show the needs and their slots",
      [](CLI::App& command, ListOptions& options) {
        command.add_option("--theme", options.theme, "Only those of this theme");
        command.add_option("--skill", options.skill, "Only those that want this skill, or one below it");
      },
      list);
  line.command<SearchOptions>(noun, "search", "Find needs by their words; accents and slips don't matter",
                              describe_search, search);
  add_need_match_command(line, noun);
  line.command<CloseOptions>(
      noun, "close", "Take a need off the wall: it is met, or given up",
      [](CLI::App& command, CloseOptions& options) { command.add_option("ID", options.id, "Which one")->required(); },
      close);
  add_need_answer_commands(line, noun);
}

}  // namespace mur::ctl
