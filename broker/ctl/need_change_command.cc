// murctl need change
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>

#include "broker/ctl/commands.h"
#include "broker/ctl/dates.h"
#include "broker/ctl/find_id.h"
#include "broker/ctl/hub_skills.h"
#include "broker/ctl/record_text.h"
#include "broker/ctl/slot_text.h"
#include "broker/ctl/words.h"
#include "shared/base/text.h"

namespace mur::ctl {
namespace {

using skills::Kind;

/// Only what is given changes.
struct ChangeOptions {
  std::string id;
  std::optional<std::string> title;
  std::optional<std::string> easy_line;
  std::optional<std::string> description;
  std::optional<std::string> commitment;
  std::optional<std::string> place;
  std::optional<std::string> closes;
  std::optional<std::string> theme;
  std::optional<std::vector<std::string>> skills;
  std::vector<std::string> wanted;
  std::vector<std::string> slots;
  std::vector<std::string> dropped;
};

void describe_change(CLI::App& command, ChangeOptions& options) {
  command.add_option("ID", options.id, "Which need")->required();
  command.add_option("--title", options.title, "In a few words");
  command.add_option("--easy-line", options.easy_line, "The same, easy to read");
  command.add_option("--description", options.description, "In full");
  command.add_option("--commitment", options.commitment, "How much it takes");
  command.add_option("--place", options.place, "Where");
  command.add_option("--closes", options.closes, "Apply by; \"\" takes it away")->option_text("TIME");
  command.add_option("--theme", options.theme, "What it is about");
  command.add_option("--skill", options.skills, "What one should know, instead of before; may be repeated")
      ->take_all()
      ->allow_extra_args(false);
  command.add_option("--wanted", options.wanted, "How many a role wants, as in \"Servir à table=3\"; may be repeated")
      ->option_text("ROLE=NUMBER")
      ->allow_extra_args(false);
  command.add_option("--slot", options.slots, "One more role, as `need add` has it; may be repeated")
      ->option_text("SLOT")
      ->allow_extra_args(false);
  command.add_option("--drop", options.dropped, "A role that nobody has answered; may be repeated")
      ->option_text("ROLE")
      ->allow_extra_args(false);
}

Result<Slot*> slot_of(NeedDetails& details, const char* option, const std::string& role) {
  const std::string folded = fold(normalize(role));
  std::vector<std::string> roles;
  for (Slot& slot : details.slots) {
    if (fold(slot.role) == folded) return &slot;
    roles.push_back("\"" + slot.role + "\"");
  }
  return fail(Errc::not_found, option,
              fmt::format("no role is called \"{}\"; there are {}", role, fmt::join(roles, ", ")));
}

/// "Servir à table=3".
Status set_wanted(NeedDetails& details, const std::string& text) {
  const auto equals = text.rfind('=');
  int wanted = 0;
  const char* end = text.data() + text.size();
  const auto read = equals == std::string::npos ? std::from_chars_result{end, std::errc::invalid_argument}
                                                : std::from_chars(text.data() + equals + 1, end, wanted);
  if (read.ec != std::errc{} || read.ptr != end)
    return fail(Errc::invalid, "--wanted",
                fmt::format("\"{}\": write the role and how many, as in \"Servir=3\"", text));
  const Result<Slot*> slot = slot_of(details, "--wanted", text.substr(0, equals));
  if (!slot) return fail(slot.error());
  (*slot)->wanted = wanted;
  return {};
}

Status change_slots(NeedDetails& details, const ChangeOptions& options, const calendar::Zone& zone) {
  for (const std::string& role : options.dropped) {
    const Result<Slot*> slot = slot_of(details, "--drop", role);
    if (!slot) return fail(slot.error());
    std::erase_if(details.slots, [id = (*slot)->id](const Slot& one) { return one.id == id; });
  }
  for (const std::string& text : options.wanted)
    if (Status set = set_wanted(details, text); !set) return set;
  for (const std::string& text : options.slots) {
    Result<Slot> slot = parse_slot(text, zone);
    if (!slot) return fail(slot.error());
    details.slots.push_back(std::move(*slot));
  }
  return {};
}

Status change_words(Context& context, NeedDetails& details, const ChangeOptions& options) {
  const auto set = [](std::string& into, const std::optional<std::string>& given) {
    if (given) into = normalize(*given);
  };
  set(details.title, options.title);
  set(details.easy_line, options.easy_line);
  set(details.description, options.description);
  set(details.commitment, options.commitment);
  set(details.place.name, options.place);
  if (options.closes && options.closes->empty()) details.closes_at.reset();
  if (options.closes && !options.closes->empty()) {
    const Result<TimePoint> closes = parse_moment("--closes", *options.closes, context.zone());
    if (!closes) return fail(closes.error());
    details.closes_at = *closes;
  }
  if (!options.theme && !options.skills) return {};
  const Result<skills::SkillTree> tree = hub_skills(context);
  if (!tree) return fail(tree.error());
  if (options.theme) details.theme = stored_for(context, *tree, Kind::theme, *options.theme);
  if (options.skills) details.skills = stored_for(context, *tree, Kind::skill, *options.skills);
  return {};
}

/// Fewer are wanted than have answered: nobody is thrown out, and whoever answers for it knows who came last.
void say_who_came_last(Context& context, const Need& need, const Wall& wall) {
  for (const Slot& slot : need.details.slots) {
    std::vector<const Reply*> taken;
    wall.each<Reply>([&](const Reply& reply) {
      if (reply.need == need.id && reply.slot == slot.id && takes_place(reply.status)) taken.push_back(&reply);
    });
    std::ranges::sort(taken, {}, [](const Reply* reply) { return std::pair{reply->number, reply->id}; });
    std::map<TimePoint, int> places;  // by date; epoch: each time
    std::vector<std::string> last;
    for (const Reply* reply : taken) {
      int& so_many = places[reply->date.value_or(TimePoint{})];
      so_many += reply->places;
      if (so_many > slot.wanted)
        last.push_back(
            fmt::format("{}{}{}", short_id(reply->id.uuid), reply->first_name.empty() ? "" : " ", reply->first_name));
    }
    if (!last.empty())
      context.warn(
          fmt::format("\"{}\" wants {}, and more have answered; nobody is turned away. Who came last: {} "
                      "(`murctl reply cancel` or `decline` tells them)",
                      slot.role, slot.wanted, fmt::join(last, ", ")));
  }
}

Status change(Context& context, const ChangeOptions& options) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Wall& wall = (*client)->wall();
  const Result<RecordId> id = find_id(wall, options.id, {RecordKind::need});
  if (!id) return fail(id.error());
  Need need = *wall.find(NeedId{id->uuid});
  if (Status changed = change_words(context, need.details, options); !changed) return changed;
  if (Status changed = change_slots(need.details, options, context.zone()); !changed) return changed;
  const std::string what = fmt::format("Changed \"{}\"", need.details.title);
  if (Status done =
          context.carry_out(PutNeed{.need = need.id, .organization = need.organization, .details = need.details}, what);
      !done)
    return done;
  say_who_came_last(context, need, wall);
  return {};
}

}  // namespace

void add_need_change_command(CommandLine& line, CLI::App& needs) {
  line.command<ChangeOptions>(needs, "change", "Change what it says, or how many are wanted", describe_change, change);
}

}  // namespace mur::ctl
