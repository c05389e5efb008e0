#pragma once

#include <array>
#include <cstdint>

#include "shared/domain/command.h"
#include "shared/domain/query.h"
#include "shared/domain/role.h"

namespace mur {

/// Everything that can be asked: one for each command and each query, in their variants' order.
enum class Act : std::uint8_t {
  put_hub,
  add_organization,
  set_trust,
  add_key,
  revoke_key,
  put_event,
  cancel_event,
  put_need,
  close_need,
  put_offer,
  withdraw_by_ticket,
  restore_by_ticket,
  approve,
  refuse,
  hide,
  unhide,
  put_notice,
  expire,
  add_feed,
  confirm_feed,
  remove_feed,
  note_fetch,
  miss_event,
  merge_events,
  unmerge_event,
  keep_apart,
  answer_need,
  come_now,
  decide_reply,
  tell_by_ticket,
  answer_offer,
  decide_by_ticket,
  note_told,
  count_tally,
  propose_event,
  renew_by_ticket,
  tell_story,
  take_story_back,
  block_contact,
  unblock_contact,
  erase_contact,
  wrong_person,
  add_report,
  keep_post,
  add_staff_note,
  appeal_by_ticket,
  add_ban,
  end_ban,
  note_pace,
  resume_organization,
  change_organization,
  mark_electoral,
  join_idea,
  set_idea_date,
  note_organization_told,
  accept_charter,
  show_ticket,
  open_contact,
  list_audit,
  get_status,
  accept_clock,
  reload,
  back_up,
  preview_feed,
  refresh_feed,
  find_contact,
  export_ticket
};
inline constexpr std::size_t kActs = std::variant_size_v<Command> + std::variant_size_v<Query>;

[[nodiscard]] const char* to_string(Act act);
[[nodiscard]] inline Act act_of(const Command& command) { return static_cast<Act>(command.index()); }
[[nodiscard]] inline Act act_of(const Query& query) {
  return static_cast<Act>(std::variant_size_v<Command> + query.index());
}

enum class Grant : std::uint8_t {
  never,
  own,  ///< what belongs to the actor's organization, or what the ticket names
  allowed
};

/// The whole authority of Mur: one table, role x act. A kiosk's row is the visitor's.
[[nodiscard]] Grant authority(Role role, Act act);

}  // namespace mur
