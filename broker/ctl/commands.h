#pragma once

#include "broker/ctl/command_line.h"

/// One function a noun, in the order of `murctl --help`; each in a file of its name.
namespace mur::ctl {

void add_hub_commands(CommandLine& line);
void add_key_commands(CommandLine& line);
void add_organization_commands(CommandLine& line);
void add_organization_change_command(CommandLine& line, CLI::App& organizations);
void add_charter_commands(CommandLine& line);
void add_event_commands(CommandLine& line);
void add_event_add_command(CommandLine& line, CLI::App& events);
void add_event_import_command(CommandLine& line, CLI::App& events);
void add_event_merge_commands(CommandLine& line, CLI::App& events);
void add_feed_commands(CommandLine& line);
void add_calendar_commands(CommandLine& line);
void add_need_commands(CommandLine& line);
void add_need_add_command(CommandLine& line, CLI::App& needs);
void add_need_count_command(CommandLine& line, CLI::App& needs);
void add_need_split_commands(CommandLine& line, CLI::App& needs);
void add_need_change_command(CommandLine& line, CLI::App& needs);
void add_need_answer_commands(CommandLine& line, CLI::App& needs);
void add_need_match_command(CommandLine& line, CLI::App& needs);
void add_reply_commands(CommandLine& line);
void add_outbox_commands(CommandLine& line);
void add_organization_outbox_commands(CommandLine& line, CLI::App& outbox);
void add_offer_commands(CommandLine& line);
void add_offer_add_command(CommandLine& line, CLI::App& offers);
void add_idea_commands(CommandLine& line);
void add_offer_match_command(CommandLine& line, CLI::App& offers);
void add_skill_commands(CommandLine& line);
void add_ticket_commands(CommandLine& line);
void add_ticket_export_command(CommandLine& line, CLI::App& tickets);
void add_story_commands(CommandLine& line);
void add_contact_commands(CommandLine& line);
void add_privacy_commands(CommandLine& line);
void add_queue_command(CommandLine& line);
void add_review_commands(CommandLine& line);
void add_report_commands(CommandLine& line);
void add_ban_commands(CommandLine& line);
void add_electoral_commands(CommandLine& line);
void add_notice_commands(CommandLine& line);
void add_broker_commands(CommandLine& line);
void add_restore_command(CommandLine& line);
void add_demo_commands(CommandLine& line);
void add_completion_command(CommandLine& line);

}  // namespace mur::ctl
