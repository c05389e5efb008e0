// murctl offer add: what a visitor says at the wall, and more, typed in for someone at the desk.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broker/ctl/commands.h"
#include "broker/ctl/dates.h"
#include "broker/ctl/reach.h"
#include "broker/ctl/record_text.h"
#include "broker/ctl/words.h"
#include "shared/base/text.h"
#include "shared/domain/limits.h"

namespace mur::ctl {
namespace {

struct EmployerOptions {
  std::string employer;
  std::string time;
  std::string seniority;
  std::string agreement;
};

struct AddOptions {
  std::vector<std::string> tiles;
  std::string text;
  std::vector<std::string> when;
  std::string first_name;
  std::string language = "fr";
  ReachOptions reach;
  bool may_be_called = false;
  std::string level;
  bool may_train = false;
  std::string origin;
  int hours_a_week = 0;
  bool remote = false;
  int within_km = 0;
  std::string from;
  std::string until;
  EmployerOptions employer;
};

std::vector<std::string> tile_names() {
  std::vector<std::string> names;
  for (auto value = static_cast<unsigned>(Tile::some_time); value <= static_cast<unsigned>(Tile::idea); ++value)
    names.emplace_back(to_string(static_cast<Tile>(value)));
  return names;
}

void describe_add(CLI::App& command, AddOptions& options) {
  command
      .add_option("--tile", options.tiles,
                  fmt::format("What is offered: {}; up to {}", fmt::join(tile_names(), ", "), limits::kTiles))
      ->required()
      ->allow_extra_args(false)
      ->check(CLI::IsMember(tile_names()));
  command.add_option("--text", options.text, "In a few words; with other and idea");
  command.add_option("--when", options.when, "now, evenings, weekends, days, holidays or to-agree; may be repeated")
      ->allow_extra_args(false)
      ->check(CLI::IsMember({"now", "evenings", "weekends", "days", "holidays", "to-agree"}));
  command.add_option("--first-name", options.first_name, "Shown on the wall, if the person wants it");
  command.add_option("--language", options.language, "Of the person")->capture_default_str();
  describe_reach(command, options.reach);
  command.add_flag("--may-be-called", options.may_be_called, "The hub's organizations may reach them without asking");
  command.add_option("--level", options.level, "curious, at-ease or professional");
  command.add_flag("--may-train", options.may_train, "They would teach it, too");
  command.add_option("--origin", options.origin, "Where they know it from: passion or job");
  command.add_option("--hours", options.hours_a_week, "Hours a week")
      ->option_text("NUMBER")
      ->check(CLI::Range(0, static_cast<int>(limits::kHoursAWeek)));
  command.add_flag("--remote", options.remote, "It can be done from afar");
  command.add_option("--within-km", options.within_km, "How far they would go")
      ->option_text("KM")
      ->check(CLI::Range(0, static_cast<int>(limits::kWithinKm)));
  command.add_option("--from", options.from, "The first day")->option_text("TIME");
  command.add_option("--until", options.until, "The last day")->option_text("TIME");
  command.add_option("--employer", options.employer.employer, "Who gives them the time; never shown on the wall");
  command.add_option("--employer-time", options.employer.time, "half-days, days, part-time or full-time");
  command.add_option("--seniority", options.employer.seniority, "junior or senior");
  command.add_option("--agreement", options.employer.agreement, "The employer's: to-ask, asked or agreed");
}

/// `read(text)` into `value`, where something was given. Errc::invalid names the option.
template <class Value>
Status read_into(Value& value, const char* option, const std::string& text, auto read, const char* all) {
  if (text.empty()) return {};
  const std::optional<Value> known = read(text);
  if (!known) return fail(Errc::invalid, option, fmt::format("\"{}\" is unknown; there are {}", text, all));
  value = *known;
  return {};
}

Status set_employer(std::optional<EmployerBacked>& employer, const EmployerOptions& options) {
  if (options.employer.empty() && options.time.empty() && options.seniority.empty() && options.agreement.empty())
    return {};
  EmployerBacked made{.employer = normalize(options.employer)};
  if (Status read = read_into(made.time, "--employer-time", options.time, parse_employer_time,
                              "half-days, days, part-time, full-time");
      !read)
    return read;
  if (Status read = read_into(made.seniority, "--seniority", options.seniority, parse_seniority, "junior, senior");
      !read)
    return read;
  if (Status read =
          read_into(made.agreement, "--agreement", options.agreement, parse_agreement, "to-ask, asked, agreed");
      !read)
    return read;
  employer = std::move(made);
  return {};
}

Availability availability_of(const std::vector<std::string>& when) {
  const auto says = [&when](const char* word) { return std::ranges::find(when, word) != when.end(); };
  return {.now = says("now"),
          .evenings = says("evenings"),
          .weekends = says("weekends"),
          .days = says("days"),
          .to_agree = says("to-agree") || when.empty(),
          .holidays = says("holidays")};
}

std::vector<Tile> tiles_of(const std::vector<std::string>& names) {
  const std::vector<std::string> all = tile_names();
  std::vector<Tile> tiles;
  for (const std::string& name : names)  // checked by CLI11
    tiles.push_back(static_cast<Tile>(std::ranges::find(all, name) - all.begin() + static_cast<int>(Tile::some_time)));
  return tiles;
}

Result<OfferDetails> details_of(const AddOptions& options, const calendar::Zone& zone) {
  OfferDetails details{.tiles = tiles_of(options.tiles),
                       .text = normalize(options.text),
                       .availability = availability_of(options.when),
                       .first_name = normalize(options.first_name),
                       .language = options.language,
                       .may_be_called = options.may_be_called,
                       .may_train = options.may_train,
                       .hours_a_week = options.hours_a_week,
                       .remote = options.remote,
                       .within_km = options.within_km};
  if (Status read = read_into(details.level, "--level", options.level, parse_level, "curious, at-ease, professional");
      !read)
    return fail(read.error());
  if (Status read = read_into(details.origin, "--origin", options.origin, parse_origin, "passion, job"); !read)
    return fail(read.error());
  if (Status set = set_employer(details.employer, options.employer); !set) return fail(set.error());
  if (!options.from.empty()) {
    const Result<TimePoint> from = parse_moment("--from", options.from, zone);
    if (!from) return fail(from.error());
    details.from = *from;
  }
  if (!options.until.empty()) {
    const Result<TimePoint> until = parse_moment("--until", options.until, zone);
    if (!until) return fail(until.error());
    details.until = *until + std::chrono::days{1};
  }
  return details;
}

Status add(Context& context, const AddOptions& options) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  Result<OfferDetails> details = details_of(options, context.zone());
  if (!details) return fail(details.error());
  Result<Reach> reach = sealed_reach(options.reach, (*client)->key().hub_key);
  if (!reach) return fail(reach.error());
  details->contact = reach->contact;
  details->age = reach->age;
  const DeskTicket ticket = make_desk_ticket(context, (*client)->key().hub_key);
  const Result<Receipt> receipt = (*client)->submit(PutOffer{
      .details = *std::move(details), .sealed_ticket = ticket.sealed, .sealed_contact = std::move(reach->sealed)});
  if (!receipt) return fail(receipt.error());
  const std::string state = receipt->status ? in_words(*receipt->status) : "noted";
  context.say(fmt::format("The offer {}. {}", state, ticket.text()),
              Json{{"offer", to_string(receipt->about)},
                   {"status", receipt->status ? to_string(*receipt->status) : ""},
                   {"code", ticket.code}});
  return {};
}

}  // namespace

void add_offer_add_command(CommandLine& line, CLI::App& offers) {
  line.command<AddOptions>(offers, "add", "Leave an offer for someone at the desk; prints the ticket", describe_add,
                           add);
}

}  // namespace mur::ctl
