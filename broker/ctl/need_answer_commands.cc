// murctl need answer|come: what a visitor does at the wall, typed in for someone at the desk.
#include <fmt/format.h>

#include <algorithm>

#include "broker/ctl/commands.h"
#include "broker/ctl/dates.h"
#include "broker/ctl/find_id.h"
#include "broker/ctl/reach.h"
#include "broker/ctl/record_text.h"
#include "broker/ctl/reply_text.h"
#include "broker/ctl/texts.h"
#include "broker/ctl/words.h"

namespace mur::ctl {
namespace {

struct AnswerOptions {
  std::string need;
  std::string role;
  std::string date;
  int places = 1;
  std::string first_name;
  ReachOptions reach;
  std::string language = "fr";
  bool consent = false;
};

void describe_place(CLI::App& command, AnswerOptions& options) {
  command.add_option("NEED", options.need, "Which need")->required();
  command.add_option("--slot", options.role, "Which of its roles, where there are several")->option_text("ROLE");
}
void describe_answer(CLI::App& command, AnswerOptions& options) {
  describe_place(command, options);
  command.add_option("--date", options.date, "Where it repeats: when it begins (default: each time)")
      ->option_text("TIME");
  command.add_option("--places", options.places, "How many; more than one only of material")->capture_default_str();
  command.add_option("--first-name", options.first_name, "Who comes, if the person wants it to be known");
  describe_reach(command, options.reach);
  command.add_option("--language", options.language, "Of the person")->capture_default_str();
  command.add_flag("--consent", options.consent,
                   "The person agrees that an organization of a sensitive kind knows their contact");
}

/// The slot of that role; the only one where no role is named.
Result<const Slot*> slot_for(const Need& need, const std::string& role) {
  const std::vector<Slot>& slots = need.details.slots;
  if (role.empty() && slots.size() == 1) return &slots.front();
  const std::string folded = fold(role);
  std::string names;
  for (const Slot& slot : slots) {
    if (!role.empty() && fold(slot.role) == folded) return &slot;
    names += (names.empty() ? "\"" : ", \"") + slot.role + "\"";
  }
  return fail(Errc::invalid, "--slot", fmt::format("say which: this need looks for {}", names));
}

Result<AnswerNeed> answer_of(const AnswerOptions& options, Client& client, const calendar::Zone& zone) {
  const Result<RecordId> id = find_id(client.wall(), options.need, {RecordKind::need});
  if (!id) return fail(id.error());
  const Need& need = *client.wall().find(NeedId{id->uuid});
  const Result<const Slot*> slot = slot_for(need, options.role);
  if (!slot) return fail(slot.error());
  Result<Reach> reach = sealed_reach(options.reach, client.key().hub_key);
  if (!reach) return fail(reach.error());
  AnswerNeed answer{.need = need.id,
                    .slot = (*slot)->id,
                    .places = options.places,
                    .first_name = normalize(options.first_name),
                    .contact = reach->contact,
                    .age = reach->age,
                    .language = options.language,
                    .sealed_contact = std::move(reach->sealed),
                    .consent = options.consent};
  if (!options.date.empty()) {
    const Result<TimePoint> date = parse_moment("--date", options.date, zone);
    if (!date) return fail(date.error());
    answer.date = *date;
  }
  return answer;
}

Status answer(Context& context, const AnswerOptions& options) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  Result<AnswerNeed> wish = answer_of(options, **client, context.zone());
  if (!wish) return fail(wish.error());
  const DeskTicket ticket = make_desk_ticket(context, (*client)->key().hub_key);
  wish->sealed_ticket = ticket.sealed;
  const Result<Receipt> receipt = (*client)->submit(std::move(*wish));
  if (!receipt) return fail(receipt.error());
  const std::string state = receipt->reply ? in_words(*receipt->reply) : "answered";
  context.say(fmt::format("{}. {}", state, ticket.text()),
              Json{{"reply", to_string(receipt->about)},
                   {"status", receipt->reply ? to_string(*receipt->reply) : ""},
                   {"code", ticket.code}});
  return {};
}

Status come(Context& context, const AnswerOptions& options) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Result<RecordId> id = find_id((*client)->wall(), options.need, {RecordKind::need});
  if (!id) return fail(id.error());
  const Need& need = *(*client)->wall().find(NeedId{id->uuid});
  const Result<const Slot*> slot = slot_for(need, options.role);
  if (!slot) return fail(slot.error());
  return context.carry_out(ComeNow{.need = need.id, .slot = (*slot)->id},
                           fmt::format("One more for \"{}\", {}", need.details.title, (*slot)->role));
}

}  // namespace

void add_need_answer_commands(CommandLine& line, CLI::App& needs) {
  line.command<AnswerOptions>(needs, "answer", "Take a place for someone at the desk; prints the ticket",
                              describe_answer, answer);
  line.command<AnswerOptions>(needs, "come", "Count a head: someone goes there now", describe_place, come);
}

}  // namespace mur::ctl
