// murctl offer list|search|show|answer. No contact is ever shown here: see `murctl contact open`.
#include <fmt/format.h>

#include "broker/ctl/commands.h"
#include "broker/ctl/dates.h"
#include "broker/ctl/find_id.h"
#include "broker/ctl/hub_skills.h"
#include "broker/ctl/posting.h"
#include "broker/ctl/record_text.h"
#include "broker/ctl/search_options.h"
#include "broker/ctl/texts.h"
#include "broker/ctl/words.h"
#include "shared/domain/limits.h"
#include "shared/domain/post_search.h"

namespace mur::ctl {
namespace {

struct ShowOptions {
  std::string id;
};

/// The offers, as they are listed.
class OfferTable {
 public:
  explicit OfferTable(const calendar::Zone& zone) : zone_{zone} {}

  void add(const Offer& offer) {
    table_.add(
        {short_id(offer.id.uuid), to_string(offer.kind), text_of(offer.details), in_words(offer.details.availability),
         to_string(offer.details.contact), in_words(offer.moderation.status), moment_text(offer.expires_at, zone_)},
        json_of(offer));
  }
  [[nodiscard]] const Table& table() const { return table_; }

 private:
  const calendar::Zone& zone_;
  Table table_{
      {{"ID"}, {"KIND"}, {"OFFER", Table::Column::Kind::long_text}, {"WHEN"}, {"CONTACT"}, {"STATE"}, {"UNTIL"}}};
};

Status list(Context& context) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const calendar::Zone zone = context.zone();
  OfferTable offers(zone);
  (*client)->wall().each<Offer>([&](const Offer& offer) { offers.add(offer); });
  context.show(offers.table(), "There is no offer.");
  return {};
}

Status search(Context& context, const SearchOptions& options) {
  const Result<skills::SkillTree> tree = hub_skills(context);
  if (!tree) return fail(tree.error());
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Wall& wall = (*client)->wall();
  const calendar::Zone zone = context.zone();
  PostSearch posts;
  posts.rebuild(wall, *tree);
  OfferTable offers(zone);
  for (const OfferId id : posts.offers(options.text(), options.most)) offers.add(*wall.find(id));
  context.show(offers.table(), "No offer says this; try fewer or other words, or see all with `murctl offer list`.");
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
  for (const std::string& detail : offer_lines(offer.details, zone)) text += "\n  detail    " + detail;
  if (offer.joined > 0)
    text += "\n  joined    " + count(static_cast<std::size_t>(offer.joined), "other would come", "others would come");
  if (offer.stage != OfferStage::open) text += fmt::format("\n  so far    {}", in_words(offer.stage));
  if (offer.moderation.reason != Reason::none)
    text += fmt::format("\n  because   {} {}", in_words(offer.moderation.reason), offer.moderation.note);
  for (const std::string& line : mark_lines(offer.moderation.marks, public_texts(offer.details)))
    text += "\n  look at   " + line;
  text += fmt::format("\n  contact   {}\n  id        {}",
                      offer.details.contact == ContactKind::none
                          ? "none"
                          : fmt::format("{}: `murctl contact open {} --reason …`", to_string(offer.details.contact),
                                        short_id(offer.id.uuid)),
                      to_string(offer.id));
  context.say(text, json_of(offer));
  return {};
}

struct AnswerOptions {
  std::string id;
  std::string note;
  std::string organization;
};

void describe_answer(CLI::App& command, AnswerOptions& options) {
  command.add_option("ID", options.id, "Which offer")->required();
  command.add_option("--note", options.note, "To the person: what for, when to come, whom to ask for")
      ->required()
      ->option_text("TEXT");
  command.add_option("--organization", options.organization, "Who answers (default: the key's)")->option_text("NAME");
}

Status answer(Context& context, const AnswerOptions& options) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Result<RecordId> id = find_id((*client)->wall(), options.id, {RecordKind::offer});
  if (!id) return fail(id.error());
  const Result<OrganizationId> organization = organization_for(**client, options.organization);
  if (!organization) return fail(organization.error());
  return context.carry_out(
      AnswerOffer{.offer = OfferId{id->uuid}, .organization = *organization, .note = normalize(options.note)},
      "The person reads it with their ticket, or at the desk");
}

}  // namespace

void add_offer_commands(CommandLine& line) {
  CLI::App& noun = line.noun("offer", "What visitors offer: add, list, search, show, answer, matches");
  add_offer_add_command(line, noun);
  line.command(noun, "list", "Show the offers", list);
  line.command<SearchOptions>(noun, "search", "Find offers by their words; accents and slips don't matter",
                              describe_search, search);
  line.command<ShowOptions>(
      noun, "show", "Show one offer",
      [](CLI::App& command, ShowOptions& options) { command.add_option("ID", options.id, "Which one")->required(); },
      show);
  line.command<AnswerOptions>(noun, "answer", "“We could use you”: the person decides", describe_answer, answer);
  add_offer_match_command(line, noun);
}

}  // namespace mur::ctl
