// murctl offer list|show. No contact is ever shown here: see `murctl contact open`.
#include <fmt/format.h>

#include "broker/ctl/commands.h"
#include "broker/ctl/dates.h"
#include "broker/ctl/find_id.h"
#include "broker/ctl/record_text.h"
#include "broker/ctl/words.h"

namespace mur::ctl {
namespace {

struct ShowOptions {
  std::string id;
};

Status list(Context& context) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const calendar::Zone zone = context.zone();
  using Kind = Table::Column::Kind;
  Table table({{"ID"}, {"KIND"}, {"OFFER", Kind::long_text}, {"WHEN"}, {"CONTACT"}, {"STATE"}, {"UNTIL"}});
  (*client)->wall().each<Offer>([&](const Offer& offer) {
    table.add(
        {short_id(offer.id.uuid), to_string(offer.kind), text_of(offer.details), in_words(offer.details.availability),
         to_string(offer.details.contact), in_words(offer.moderation.status), moment_text(offer.expires_at, zone)},
        json_of(offer));
  });
  context.show(table, "There is no offer.");
  return {};
}

Status show(Context& context, const ShowOptions& options) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Wall& wall = (*client)->wall();
  const Result<RecordId> id = find_id(wall, options.id, {RecordKind::offer});
  if (!id) return fail(id.error());
  const Offer& offer = *wall.find(OfferId{id->uuid});
  const calendar::Zone zone = context.zone();
  std::string text = fmt::format("{}\n  kind      {}\n  when      {}\n  state     {}\n  made      {}\n  until     {}",
                                 text_of(offer.details), to_string(offer.kind), in_words(offer.details.availability),
                                 in_words(offer.moderation.status), moment_text(offer.created_at, zone),
                                 moment_text(offer.expires_at, zone));
  if (offer.moderation.reason != Reason::none)
    text += fmt::format("\n  because   {} {}", in_words(offer.moderation.reason), offer.moderation.note);
  if (!offer.moderation.marks.empty()) text += "\n  look at   " + marks_text(offer.moderation.marks);
  text += fmt::format("\n  contact   {}\n  id        {}",
                      offer.details.contact == ContactKind::none
                          ? "none"
                          : fmt::format("{}: `murctl contact open {} --reason …`", to_string(offer.details.contact),
                                        short_id(offer.id.uuid)),
                      to_string(offer.id));
  context.say(text, json_of(offer));
  return {};
}

}  // namespace

void add_offer_commands(CommandLine& line) {
  CLI::App& noun = line.noun("offer", "What visitors offer: list, show");
  line.command(noun, "list", "Show the offers", list);
  line.command<ShowOptions>(
      noun, "show", "Show one offer",
      [](CLI::App& command, ShowOptions& options) { command.add_option("ID", options.id, "Which one")->required(); },
      show);
}

}  // namespace mur::ctl
