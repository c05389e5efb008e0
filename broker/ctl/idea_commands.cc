// murctl idea list|join|date: groups that visitors would start.
#include <fmt/format.h>

#include "broker/ctl/commands.h"
#include "broker/ctl/dates.h"
#include "broker/ctl/find_id.h"
#include "broker/ctl/reach.h"
#include "broker/ctl/record_text.h"
#include "broker/ctl/reply_text.h"
#include "broker/ctl/words.h"
#include "shared/base/text.h"
#include "shared/domain/idea.h"

namespace mur::ctl {
namespace {

std::string next_step(const Offer& idea, const Wall& wall) {
  if (const Event* event = idea.event ? wall.find(*idea.event) : nullptr)
    return "meets at \"" + event->details.title + "\"";
  if (wants_date(idea)) return "propose a date: `murctl idea date`";
  return "waits for others";
}

Status list(Context& context) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Wall& wall = (*client)->wall();
  const calendar::Zone zone = context.zone();
  using Kind = Table::Column::Kind;
  Table table{
      {{"ID"}, {"IDEA", Kind::long_text}, {"JOINED", Kind::number}, {"STATE"}, {"UNTIL"}, {"NEXT", Kind::long_text}}};
  wall.each<Offer>([&](const Offer& offer) {
    if (offer.kind != OfferKind::idea) return;
    table.add({short_id(offer.id.uuid), text_of(offer.details), std::to_string(offer.joined),
               in_words(offer.moderation.status), moment_text(offer.expires_at, zone), next_step(offer, wall)},
              json_of(offer));
  });
  context.show(table, "Nobody would start a group.");
  return {};
}

struct JoinOptions {
  std::string idea;
  std::string first_name;
  std::string language = "fr";
  ReachOptions reach;
};

void describe_join(CLI::App& command, JoinOptions& options) {
  command.add_option("IDEA", options.idea, "Which one")->required();
  command.add_option("--first-name", options.first_name, "Who would come, if the person wants it to be known");
  command.add_option("--language", options.language, "Of the person")->capture_default_str();
  describe_reach(command, options.reach);
}

Result<OfferId> find_idea(const Wall& wall, const std::string& text) {
  const Result<RecordId> id = find_id(wall, text, {RecordKind::offer});
  if (!id) return fail(id.error());
  return OfferId{id->uuid};
}

Status join(Context& context, const JoinOptions& options) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Result<OfferId> idea = find_idea((*client)->wall(), options.idea);
  if (!idea) return fail(idea.error());
  Result<Reach> reach = sealed_reach(options.reach, (*client)->key().hub_key);
  if (!reach) return fail(reach.error());
  const DeskTicket ticket = make_desk_ticket(context, (*client)->key().hub_key);
  const Result<Receipt> receipt = (*client)->submit(JoinIdea{.offer = *idea,
                                                             .first_name = normalize(options.first_name),
                                                             .contact = reach->contact,
                                                             .age = reach->age,
                                                             .language = options.language,
                                                             .sealed_ticket = ticket.sealed,
                                                             .sealed_contact = std::move(reach->sealed)});
  if (!receipt) return fail(receipt.error());
  context.say("Joined. " + ticket.text(), Json{{"reply", to_string(receipt->about)}, {"code", ticket.code}});
  return {};
}

struct DateOptions {
  std::string idea;
  std::string event;
};

Status set_date(Context& context, const DateOptions& options) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Wall& wall = (*client)->wall();
  const Result<OfferId> idea = find_idea(wall, options.idea);
  if (!idea) return fail(idea.error());
  const Result<RecordId> event = find_id(wall, options.event, {RecordKind::event});
  if (!event) return fail(event.error());
  return context.carry_out(SetIdeaDate{.offer = *idea, .event = EventId{event->uuid}},
                           fmt::format("They meet at \"{}\"; whom to tell: `murctl outbox list`",
                                       wall.find(EventId{event->uuid})->details.title),
                           Context::Ending::none);
}

}  // namespace

void add_idea_commands(CommandLine& line) {
  CLI::App& noun = line.noun("idea", "Groups that visitors would start: list, join, date");
  line.command(noun, "list", "Show them, and for which a date is to be proposed", list);
  line.command<JoinOptions>(noun, "join", "Someone at the desk would come, too; prints the ticket", describe_join,
                            join);
  line.command<DateOptions>(
      noun, "date", "Propose when and where they meet: at an event of the calendar",
      [](CLI::App& command, DateOptions& options) {
        command.add_option("IDEA", options.idea, "Which one")->required();
        command.add_option("EVENT", options.event, "Where they meet, as `murctl event list` has it")->required();
      },
      set_date);
}

}  // namespace mur::ctl
