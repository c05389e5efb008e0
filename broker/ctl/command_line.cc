#include "broker/ctl/command_line.h"

#include <fmt/format.h>

#include <ostream>

#include "broker/ctl/commands.h"
#include "broker/ctl/plain.h"
#include "broker/data_folder.h"

namespace mur::ctl {
namespace {

constexpr const char* kFooter =
    "ID is the first digits of an id, as the lists show it (four or more), with or without its kind: offer/0190a6e0.\n"
    "Times are in the hub's zone: \"2026-03-21 18:30\".\n"
    "Exit codes: 0 done, 1 refused or failed, 2 usage, 3 no broker answers.";

}  // namespace

CommandLine::CommandLine() : app_{"Runs an engagement wall's hub from the command line.", "murctl"} {
  globals_.data = broker::default_data_folder();
  app_.set_version_flag("--version", "murctl " MUR_VERSION);
  app_.fallthrough();
  app_.require_subcommand(1);
  app_.set_help_all_flag("--help-all", "Print the help of every command");
  app_.get_formatter()->column_width(36);
  app_.footer(kFooter);
  app_.add_option("--data", globals_.data, "The hub's folder (default: $XDG_DATA_HOME/mur)")->option_text("DIR");
  app_.add_option("--key", globals_.key, "Who asks (default: DIR/keys/admin.key)")->option_text("FILE");
  app_.add_option("--broker", globals_.broker, "The broker to ask, instead of those in the key file")
      ->option_text("tcp://HOST:PORT");
  app_.add_flag("--json", globals_.json, "Write one JSON object a line");
  app_.add_option("--wait", globals_.wait, "Keep trying this long where no broker answers")
      ->option_text("SECONDS")
      ->check(CLI::Range(0.0, 86400.0));
  app_.add_option("--clock", globals_.clock, "Begin at this time")->option_text("TIME")->group("");
  add_hub_commands(*this);
  add_key_commands(*this);
  add_organization_commands(*this);
  add_charter_commands(*this);
  add_event_commands(*this);
  add_feed_commands(*this);
  add_calendar_commands(*this);
  add_need_commands(*this);
  add_reply_commands(*this);
  add_outbox_commands(*this);
  add_offer_commands(*this);
  add_idea_commands(*this);
  add_skill_commands(*this);
  add_ticket_commands(*this);
  add_story_commands(*this);
  add_contact_commands(*this);
  add_privacy_commands(*this);
  add_review_commands(*this);
  add_report_commands(*this);
  add_ban_commands(*this);
  add_electoral_commands(*this);
  add_notice_commands(*this);
  add_broker_commands(*this);
  add_restore_command(*this);
  add_demo_commands(*this);
  add_completion_command(*this);
}

CLI::App& CommandLine::noun(const std::string& name, const std::string& help) {
  CLI::App& noun = add(app_, name, help);
  noun.require_subcommand(1);
  return noun;
}

CLI::App& CommandLine::command(CLI::App& under, const std::string& name, const std::string& help, Job job) {
  CLI::App& command = add(under, name, help);
  command.callback([this, job = std::move(job)] { job_ = job; });
  return command;
}

CLI::App& CommandLine::add(CLI::App& under, const std::string& name, const std::string& help) {
  return *under.add_subcommand(name, help)->fallthrough();
}

int run(int argc, const char* const* argv, const Surroundings& around) {
  CommandLine line;
  try {
    line.app().parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) {  // --help, --version
      line.app().exit(error, around.out, around.err);
      return kDone;
    }
    around.err << "murctl: " << plain(error.what()) << "; `murctl --help-all` lists every command and its options\n";
    return kUsage;
  }
  Context context(line.globals(), around);
  const Status done = line.job()(context);
  around.out.flush();
  if (!done) {
    context.write(done.error());
    return exit_for(done.error());
  }
  if (!around.out) {
    context.write(Error{Errc::io, "output", "the output could not be written; is the disk full?"});
    return kRefused;
  }
  return context.has_complained() ? kRefused : kDone;
}

}  // namespace mur::ctl
