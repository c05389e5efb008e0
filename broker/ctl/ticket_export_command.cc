// murctl ticket export: all that a ticket's holder left, for who stands at the desk and asks (GDPR art. 15 and 20).
#include "broker/ctl/commands.h"
#include "broker/ctl/dates.h"
#include "broker/ctl/left_text.h"
#include "broker/ctl/record_text.h"
#include "broker/ctl/reply_text.h"

namespace mur::ctl {
namespace {

struct CodeOptions {
  std::string code;
};

Status export_ticket(Context& context, const CodeOptions& options) {
  const Result<std::string> code = parse_ticket_code(options.code);
  if (!code) return fail(code.error());
  const Result<Client*> client = context.client();
  if (!client) return fail(client.error());
  const Result<Answer> answer = (*client)->ask(ExportTicket{*code});
  if (!answer) return fail(answer.error());
  const auto* exported = std::get_if<TicketExport>(&*answer);
  if (exported == nullptr)
    return fail(Errc::corrupt, "answer", "the broker answered something else; is it of this version?");
  const Wall& wall = (*client)->wall();
  Json object{{"ticket", Json{{"made_at", iso(exported->created_at)}, {"leads_to", to_string(exported->post)}}},
              {"left", json_of_left(exported->post, wall)},
              {"contact", exported->kind == ContactKind::none
                              ? Json(nullptr)
                              : Json{{"kind", to_string(exported->kind)}, {"masked", exported->masked}}}};
  Json answers = Json::array();
  wall.each<Reply>([&](const Reply& reply) {
    if (reply.offer && record_id(*reply.offer) == exported->post && !reply.organization.is_nil())
      answers.push_back(json_of(reply, wall));
  });
  if (!answers.empty()) object["answers"] = std::move(answers);
  if (const Story* story = wall.find(story_id(exported->post))) object["story"] = json_of(*story, wall);
  Json reports = Json::array();
  wall.each<Report>([&](const Report& report) {
    if (report.post == exported->post)
      reports.push_back(Json{{"reason", to_string(report.reason)}, {"status", to_string(report.status)}});
  });
  if (!reports.empty()) object["reports_of_it"] = std::move(reports);
  context.say(object.dump(2), object);
  return {};
}

}  // namespace

void add_ticket_export_command(CommandLine& line, CLI::App& tickets) {
  line.command<CodeOptions>(
      tickets, "export", "Write all that its holder left, as JSON; the contact is masked",
      [](CLI::App& command, CodeOptions& options) {
        command.add_option("CODE", options.code, "The nine characters of the ticket")->required();
      },
      export_ticket);
}

}  // namespace mur::ctl
