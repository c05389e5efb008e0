// murctl calendar
#include "broker/ctl/calendar_commands.h"

#include "broker/ctl/commands.h"

namespace mur::ctl {

void add_calendar_commands(CommandLine& line) {
  CLI::App& calendars = line.noun("calendar", "Calendar files (.ics)");
  add_calendar_check_command(line, calendars);
  add_calendar_export_command(line, calendars);
}

}  // namespace mur::ctl
