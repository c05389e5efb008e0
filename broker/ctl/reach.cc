#include "broker/ctl/reach.h"

#include <fmt/format.h>

#include "shared/base/text.h"
#include "shared/domain/limits.h"
#include "shared/protocol/codec.h"

namespace mur::ctl {
namespace {

Result<AgeClass> read_age(const std::string& age) {
  if (age == "adult") return AgeClass::adult;
  if (age == "15-17") return AgeClass::from_15_to_17;
  return fail(Errc::invalid, "--age", "with a contact say --age adult or --age 15-17; of younger people none is taken");
}

}  // namespace

void describe_reach(CLI::App& command, ReachOptions& options) {
  command.add_option("--phone", options.phone, "How to reach the person; sealed before it is sent")
      ->option_text("NUMBER");
  command.add_option("--email", options.email, "The same")->option_text("ADDRESS");
  command.add_option("--age", options.age, "With a contact: 15-17 or adult");
}

Result<Reach> sealed_reach(const ReachOptions& options, const SealPublicKey& hub) {
  if (options.phone.empty() && options.email.empty()) return Reach{};
  if (!options.phone.empty() && !options.email.empty())
    return fail(Errc::invalid, "--email", "give a phone number or an e-mail address, not both");
  const Result<AgeClass> age = read_age(options.age);
  if (!age) return fail(age.error());
  const std::string contact = normalize(options.phone + options.email);
  if (contact.size() > limits::kContact)
    return fail(Errc::too_large, options.phone.empty() ? "--email" : "--phone", "this is too long for a contact");
  return Reach{.contact = options.phone.empty() ? ContactKind::email : ContactKind::phone,
               .age = *age,
               .sealed = seal(hub, as_bytes(contact))};
}

std::string DeskTicket::text() const {
  return fmt::format("The ticket: {}\n  it says where this stands, and takes it back: `murctl ticket show CODE`",
                     format_ticket_code(code));
}

DeskTicket make_desk_ticket(Context& context, const SealPublicKey& hub) {
  const TicketSecret secret = make_ticket(context.random());
  return {.code = secret.code, .sealed = seal(hub, protocol::encode_ticket(secret))};
}

}  // namespace mur::ctl
