// murctl need add
#include <fmt/format.h>

#include <charconv>

#include "broker/ctl/commands.h"
#include "broker/ctl/dates.h"
#include "broker/ctl/find_id.h"
#include "broker/ctl/hub_skills.h"
#include "broker/ctl/posting.h"
#include "broker/ctl/slot_text.h"
#include "broker/ctl/texts.h"
#include "shared/domain/split.h"
#include "shared/exchange/extras.h"

namespace mur::ctl {
namespace {

using skills::Kind;
using skills::SkillTree;

/// Who may come to help.
struct WhoOptions {
  int age_from = 0;
  bool groups = false;
  bool taught = false;
  std::vector<std::string> languages;
  std::vector<std::string> access;
};

void describe_who(CLI::App& command, WhoOptions& options) {
  command.add_option("--age-from", options.age_from, "How old one must be")->option_text("YEARS");
  command.add_flag("--groups", options.groups, "Groups are welcome");
  command.add_flag("--taught", options.taught, "It is taught on the spot");
  command.add_option("--speaks", options.languages, "A language that is spoken there, as in fr; may be repeated")
      ->option_text("CODE")
      ->allow_extra_args(false);
  command.add_option("--access", options.access, "As in lift=yes or step-free=no; may be repeated")
      ->option_text("WHAT=yes|no")
      ->allow_extra_args(false);
}

Status set_who(WhoMayCome& who, const WhoOptions& options) {
  who.age_from = options.age_from;
  who.groups = options.groups;
  who.taught = options.taught;
  who.languages = normalized(options.languages);
  for (const std::string& item : options.access)
    if (Status set = exchange::extras::set_access(who.access, item); !set)
      return fail(Errc::invalid, "--access", set.error().message);
  return {};
}

/// What it counts beside people.
struct TallyOptions {
  std::string suspended;
  std::string matched;
  std::string currency = "€";
  int ceiling = 0;
  int gift_ceiling = 0;
  std::string url;
};

void describe_tally(CLI::App& command, TallyOptions& options) {
  auto* suspended =
      command.add_option("--suspended", options.suspended, "Count what is given ahead, as in \"repas\": `need count`")
          ->option_text("UNIT");
  command.add_option("--matched", options.matched, "Show gifts that someone adds to: so much becomes so much")
      ->option_text("100:300")
      ->excludes(suspended);
  command.add_option("--currency", options.currency, "Of the gifts")->capture_default_str();
  command.add_option("--ceiling", options.ceiling, "No more is taken, or matched")->option_text("NUMBER");
  command.add_option("--gift-ceiling", options.gift_ceiling, "Of one gift, no more is matched")->option_text("NUMBER");
  command.add_option("--give-at", options.url, "The page where one gives; the wall shows it as a code")
      ->option_text("URL");
}

/// "100:300".
Status read_matched(Tally& tally, std::string_view text) {
  const auto colon = text.find(':');
  const auto number = [](std::string_view part, int& into) {
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), into);
    return error == std::errc{} && end == part.data() + part.size();
  };
  if (colon != std::string_view::npos && number(text.substr(0, colon), tally.matched_from) &&
      number(text.substr(colon + 1), tally.matched_to))
    return {};
  return fail(Errc::invalid, "--matched", fmt::format("\"{}\": write what a gift becomes, as in 100:300", text));
}

Status set_tally(std::optional<Tally>& tally, const TallyOptions& options) {
  if (options.suspended.empty() && options.matched.empty()) {
    if (options.ceiling == 0 && options.gift_ceiling == 0 && options.url.empty()) return {};
    return fail(Errc::invalid, "--suspended", "say what is counted: --suspended UNIT, or --matched 100:300");
  }
  Tally made{.unit = normalize(options.suspended),
             .ceiling = options.ceiling,
             .gift_ceiling = options.gift_ceiling,
             .url = options.url};
  if (!options.matched.empty()) {
    made.kind = TallyKind::matched_gift;
    made.unit = normalize(options.currency);
    if (Status read = read_matched(made, options.matched); !read) return read;
  }
  tally = std::move(made);
  return {};
}

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
  bool electoral = false;
  std::vector<std::string> slots;
  std::string closes;
  WhoOptions who;
  TallyOptions tally;
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
  command.add_flag("--electoral", options.electoral, "It serves a campaign; not every hub shows that");
  command
      .add_option("--slot", options.slots,
                  "What is missing, and how many; may be repeated: "
                  "\"Servir à table;wanted=4;start=2026-03-21 18:30;minutes=150;every=week;until=2026-06-30;unit=…;"
                  "welcomed_by=…;where=…;bring=…\"")
      ->option_text("SLOT")
      ->allow_extra_args(false);
  command.add_option("--closes", options.closes, "Apply by")->option_text("TIME");
  describe_who(command, options.who);
  describe_tally(command, options.tally);
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
                      .no_experience = options.no_experience,
                      .electoral = options.electoral};
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
  if (Status set = set_who(details.who, options.who); !set) return fail(set.error());
  if (Status set = set_tally(details.tally, options.tally); !set) return fail(set.error());
  return details;
}

Status add(Context& context, const AddOptions& options) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Result<OrganizationId> organization = organization_for(**client, options.organization);
  if (!organization) return fail(organization.error());
  Result<NeedDetails> details = details_of(options, (*client)->wall(), context.zone());
  if (!details) return fail(details.error());
  const Result<SkillTree> tree = hub_skills(context);
  if (!tree) return fail(tree.error());
  details->theme = stored_for(context, *tree, Kind::theme, options.theme);
  details->skills = stored_for(context, *tree, Kind::skill, options.skills);
  std::string what = fmt::format("Added \"{}\"", details->title);
  if (is_worth_splitting(*details)) what += "; it is a lot for one person: `murctl need split` cuts it into pieces";
  return context.carry_out(PutNeed{.organization = *organization, .details = std::move(*details)}, what);
}

}  // namespace

void add_need_add_command(CommandLine& line, CLI::App& needs) {
  line.command<AddOptions>(needs, "add", "Say what is missing", describe_add, add);
}

}  // namespace mur::ctl
