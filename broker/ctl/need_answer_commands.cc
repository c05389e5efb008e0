// murctl need answer|come: what a visitor does at the wall, typed in for someone at the desk.
#include <fmt/format.h>

#include <algorithm>

#include "broker/ctl/commands.h"
#include "broker/ctl/dates.h"
#include "broker/ctl/find_id.h"
#include "broker/ctl/record_text.h"
#include "broker/ctl/reply_text.h"
#include "broker/ctl/texts.h"
#include "broker/ctl/words.h"
#include "shared/base/seal.h"
#include "shared/protocol/codec.h"

namespace mur::ctl {
namespace {

struct AnswerOptions {
  std::string need;
  std::string role;
  std::string date;
  int places = 1;
  std::string first_name;
  std::string phone;
  std::string email;
  std::string age;
  std::string language = "fr";
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
  command.add_option("--phone", options.phone, "How to reach the person; sealed before it is sent")
      ->option_text("NUMBER");
  command.add_option("--email", options.email, "The same")->option_text("ADDRESS");
  command.add_option("--age", options.age, "With a contact: 15-17 or adult");
  command.add_option("--language", options.language, "Of the person")->capture_default_str();
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

Result<AgeClass> read_age(const AnswerOptions& options) {
  if (options.phone.empty() && options.email.empty()) return AgeClass::unknown;
  if (options.age == "adult") return AgeClass::adult;
  if (options.age == "15-17") return AgeClass::from_15_to_17;
  return fail(Errc::invalid, "--age", "with a contact say --age adult or --age 15-17; of younger people none is taken");
}

Result<AnswerNeed> answer_of(const AnswerOptions& options, Client& client, const calendar::Zone& zone) {
  const Result<RecordId> id = find_id(client.wall(), options.need, {RecordKind::need});
  if (!id) return fail(id.error());
  const Need& need = *client.wall().find(NeedId{id->uuid});
  const Result<const Slot*> slot = slot_for(need, options.role);
  if (!slot) return fail(slot.error());
  if (!options.phone.empty() && !options.email.empty())
    return fail(Errc::invalid, "--email", "give a phone number or an e-mail address, not both");
  const Result<AgeClass> age = read_age(options);
  if (!age) return fail(age.error());
  AnswerNeed answer{.need = need.id,
                    .slot = (*slot)->id,
                    .places = options.places,
                    .first_name = normalize(options.first_name),
                    .age = *age,
                    .language = options.language};
  if (!options.date.empty()) {
    const Result<TimePoint> date = parse_moment("--date", options.date, zone);
    if (!date) return fail(date.error());
    answer.date = *date;
  }
  const std::string contact = normalize(options.phone + options.email);
  if (contact.size() > limits::kContact)
    return fail(Errc::too_large, options.phone.empty() ? "--email" : "--phone", "this is too long for a contact");
  if (!contact.empty()) {
    answer.contact = options.phone.empty() ? ContactKind::email : ContactKind::phone;
    answer.sealed_contact = seal(client.key().hub_key, as_bytes(contact));
  }
  return answer;
}

Status answer(Context& context, const AnswerOptions& options) {
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  Result<AnswerNeed> wish = answer_of(options, **client, context.zone());
  if (!wish) return fail(wish.error());
  const TicketSecret ticket = make_ticket(context.random());
  wish->sealed_ticket = seal((*client)->key().hub_key, protocol::encode_ticket(ticket));
  const Result<Receipt> receipt = (*client)->submit(std::move(*wish));
  if (!receipt) return fail(receipt.error());
  const std::string state = receipt->reply ? in_words(*receipt->reply) : "answered";
  context.say(
      fmt::format("{}. The ticket: {}\n  it says where this stands, and takes it back: `murctl ticket show CODE`",
                  state, format_ticket_code(ticket.code)),
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
