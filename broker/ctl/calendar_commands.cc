// murctl calendar
#include "broker/ctl/calendar_commands.h"

#include "broker/ctl/commands.h"

namespace mur::ctl {

void add_calendar_commands(CommandLine& line) {
  line.noun("calendar", "Calendar files (.ics)");
}

}  // namespace mur::ctl
