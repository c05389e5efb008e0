#pragma once

#include "broker/ctl/command_line.h"

/// The commands of `murctl calendar`, each in a file of its name.
namespace mur::ctl {

void add_calendar_check_command(CommandLine& line, CLI::App& calendars);
void add_calendar_export_command(CommandLine& line, CLI::App& calendars);

}  // namespace mur::ctl
