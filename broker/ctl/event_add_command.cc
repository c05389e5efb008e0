// murctl event add|propose
#include <fmt/format.h>

#include <algorithm>

#include "broker/ctl/commands.h"
#include "broker/ctl/dates.h"
#include "broker/ctl/posting.h"
#include "broker/ctl/reach.h"
#include "broker/ctl/record_text.h"
#include "broker/ctl/texts.h"
#include "broker/ctl/words.h"
#include "shared/calendar/ical_values.h"
#include "shared/calendar/occurrence.h"
#include "shared/exchange/extras.h"
#include "shared/exchange/locate.h"

namespace mur::ctl {
namespace {

struct AddOptions {
  std::string organization;
  std::string title;
  std::string start;
  std::string end;
  int minutes = 0;
  std::vector<std::string> rules;
  std::string summary;
  std::string description;
  std::string place;
  std::string address;
  std::string position;
  bool here = false;
  std::string room;
  std::string kind;
  std::vector<std::string> access;
  std::string price;
  bool full = false;
  std::string url;
  std::vector<std::string> categories;
  std::string organizer;
  std::string image;
  std::string conference;
  std::vector<std::string> links;
};

void describe_event(CLI::App& command, AddOptions& options) {
  constexpr int kMinutesMost = 31 * 24 * 60;
  command.add_option("--title", options.title, "What the wall calls it")->required();
  command.add_option("--start", options.start, "\"2026-03-21 18:30\", or \"2026-03-21\" for a whole day")
      ->required()
      ->option_text("TIME");
  auto* end = command.add_option("--end", options.end, "When it ends")->option_text("TIME");
  command.add_option("--minutes", options.minutes, "How long it lasts, instead of --end")
      ->check(CLI::Range(1, kMinutesMost))
      ->excludes(end);
  command.add_option("--rule", options.rules, "How it repeats, as in FREQ=WEEKLY;BYDAY=TU (RFC 5545); may be repeated")
      ->option_text("RRULE")
      ->allow_extra_args(false);
  command.add_option("--summary", options.summary, "In a sentence");
  command.add_option("--description", options.description, "In full");
  command.add_option("--place", options.place, "Where");
  command.add_option("--address", options.address, "Its address");
  command.add_option("--position", options.position, "Where on a map, as in 48.8566,2.3522")->option_text("LAT,LON");
  command.add_flag("--here", options.here, "In the hub itself; the same as --kind here");
  command.add_option("--room", options.room, "In which of the hub's rooms");
  command.add_option("--kind", options.kind, "here or in-town (default: as --room, --place and --address say)")
      ->option_text("KIND");
  command.add_option("--access", options.access, "As in lift=yes or step-free=no; may be repeated")
      ->option_text("WHAT=yes|no")
      ->allow_extra_args(false);
  command.add_option("--price", options.price, "free, pay-what-you-want, or what it costs, as in \"5 € / 3 €\"");
  command.add_flag("--full", options.full, "No place is left");
  command.add_option("--url", options.url, "Its page");
  command.add_option("--category", options.categories, "What kind it is; may be repeated")->allow_extra_args(false);
  command.add_option("--organizer", options.organizer, "Who organizes it, where that is not the organization")
      ->option_text("NAME");
  command.add_option("--image", options.image, "A picture's address")->option_text("URL");
  command.add_option("--conference", options.conference, "Where to take part from afar")->option_text("URL");
  command.add_option("--link", options.links, "A document's address; may be repeated")
      ->option_text("URL")
      ->allow_extra_args(false);
}

void describe_add(CLI::App& command, AddOptions& options) {
  command.add_option("--organization", options.organization, "Whose event (default: the key's)")->option_text("NAME");
  describe_event(command, options);
}

Price read_price(const std::string& text) {
  if (text.empty()) return {};
  if (text == "free") return {.kind = PriceKind::free_of_charge};
  if (text == "pay-what-you-want") return {.kind = PriceKind::pay_what_you_want};
  return {.kind = PriceKind::paid, .text = normalize(text)};
}

Result<calendar::Timing> timing_of(const AddOptions& options, const calendar::Zone& zone) {
  const Result<calendar::When> start = parse_when("--start", options.start, zone);
  if (!start) return fail(start.error());
  calendar::Timing timing{.start = *start, .rules = options.rules};
  if (!options.end.empty()) {
    const Result<calendar::When> end = parse_when("--end", options.end, zone);
    if (!end) return fail(end.error());
    timing.end = *end;
    // A day that someone names as the last one belongs to the event.
    if (is_date(*end)) timing.end->local += std::chrono::days{1};
  }
  if (options.minutes > 0) {
    if (is_date(*start)) return fail(Errc::invalid, "--minutes", "--minutes wants a --start with a time of day");
    timing.end = *start;
    timing.end->local += std::chrono::minutes{options.minutes};
  }
  for (const std::string& rule : options.rules)
    if (Status checked = calendar::check_rule(rule); !checked)
      return fail(Errc::invalid, "--rule", checked.error().message);
  return timing;
}

Result<std::string> room_of(const std::string& named, const Hub& hub) {
  const auto found =
      std::ranges::find_if(hub.rooms, [&](const std::string& room) { return fold(room) == fold(normalize(named)); });
  if (found != hub.rooms.end()) return *found;
  std::string rooms;
  for (const std::string& room : hub.rooms) rooms += fmt::format("{}\"{}\"", rooms.empty() ? "" : ", ", room);
  return fail(Errc::invalid, "--room",
              rooms.empty() ? fmt::format("the hub names no rooms, so \"{}\" is none; write it as --place", named)
                            : fmt::format("\"{}\" is none of the hub's rooms; give one of {}", named, rooms));
}

/// Place, room and kind. What the options leave open is as an imported event's would be.
Status set_place(EventDetails& details, const AddOptions& options, const Hub& hub) {
  details.place = {.name = normalize(options.place), .address = normalize(options.address)};
  exchange::locate(details, hub);
  std::optional<EventKind> kind;
  if (options.here || !options.room.empty()) kind = EventKind::programming;
  if (!options.kind.empty()) {
    const Result<EventKind> said = read_kind("--kind", options.kind);
    if (!said) return fail(said.error());
    if (kind && *kind != *said)
      return fail(Errc::invalid, "--kind", "--here and --room are for what is here; leave them or --kind in-town out");
    kind = *said;
  }
  if (kind) {
    details.kind = *kind;
    details.place.here = *kind == EventKind::programming;
    if (!details.place.here) details.place.room.clear();
  }
  if (options.room.empty()) return {};
  const Result<std::string> room = room_of(options.room, hub);
  if (!room) return fail(room.error());
  details.place.room = *room;
  return {};
}

Status set_access(EventDetails& details, const std::vector<std::string>& items) {
  for (const std::string& item : items)
    if (Status set = exchange::extras::set_access(details.access, item); !set)
      return fail(Errc::invalid, "--access", set.error().message);
  return {};
}

Status set_position(EventDetails& details, const std::string& text) {
  if (text.empty()) return {};
  const auto position = calendar::parse_coordinates(text);
  if (!position)
    return fail(Errc::invalid, "--position",
                fmt::format("\"{}\" is not a latitude and a longitude such as 48.8566,2.3522", text));
  details.position = {.latitude_e6 = position->latitude_e6, .longitude_e6 = position->longitude_e6};
  return {};
}

Result<EventDetails> details_of(Context& context, const Client& client, const AddOptions& options) {
  Result<calendar::Timing> timing = timing_of(options, context.zone());
  if (!timing) return fail(timing.error());
  EventDetails details{.uid = to_string(make_uuid(client.now(), context.random())),
                       .timing = std::move(*timing),
                       .title = normalize(options.title),
                       .summary = normalize(options.summary),
                       .description = normalize(options.description),
                       .price = read_price(options.price),
                       .full = options.full,
                       .url = normalize(options.url),
                       .categories = normalized(options.categories),
                       .source = Source::typed,
                       .organizer = normalize(options.organizer),
                       .image_url = normalize(options.image),
                       .conference_url = normalize(options.conference),
                       .links = normalized(options.links)};
  const Hub* hub = client.wall().hub();
  if (Status set = set_place(details, options, hub == nullptr ? Hub{} : *hub); !set) return fail(set.error());
  if (Status set = set_access(details, options.access); !set) return fail(set.error());
  if (Status set = set_position(details, options.position); !set) return fail(set.error());
  return details;
}

Status add(Context& context, const AddOptions& options) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Result<OrganizationId> organization = organization_for(**client, options.organization);
  if (!organization) return fail(organization.error());
  Result<EventDetails> details = details_of(context, **client, options);
  if (!details) return fail(details.error());
  const EventId id = event_id(*organization, *details);
  const std::string what = fmt::format("Added \"{}\" as {}", details->title, short_id(id.uuid));
  return context.carry_out(PutEvent{.organization = *organization, .details = std::move(*details)}, what);
}

struct ProposeOptions : AddOptions {
  ReachOptions reach;
};

void describe_propose(CLI::App& command, ProposeOptions& options) {
  describe_event(command, options);
  command.get_option("--organizer")->required();
  describe_reach(command, options.reach);
}

/// From an association that nobody here knows yet: it waits for a moderator, and its ticket says what became of it.
Status propose(Context& context, const ProposeOptions& options) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  Result<EventDetails> details = details_of(context, **client, options);
  if (!details) return fail(details.error());
  Result<Reach> reach = sealed_reach(options.reach, (*client)->key().hub_key);
  if (!reach) return fail(reach.error());
  const DeskTicket ticket = make_desk_ticket(context, (*client)->key().hub_key);
  const Result<Receipt> receipt = (*client)->submit(ProposeEvent{.details = std::move(*details),
                                                                 .contact = reach->contact,
                                                                 .sealed_ticket = ticket.sealed,
                                                                 .sealed_contact = std::move(reach->sealed)});
  if (!receipt) return fail(receipt.error());
  context.say("Proposed; it waits to be read. " + ticket.text(),
              Json{{"event", to_string(receipt->about)}, {"code", ticket.code}});
  return {};
}

}  // namespace

void add_event_add_command(CommandLine& line, CLI::App& events) {
  line.command<AddOptions>(events, "add", "Add one event, or a series", describe_add, add);
  line.command<ProposeOptions>(events, "propose",
                               "Propose an event from outside any account; prints the ticket of whoever proposes it",
                               describe_propose, propose);
}

}  // namespace mur::ctl
