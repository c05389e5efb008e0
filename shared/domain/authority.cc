#include "shared/domain/authority.h"

namespace mur {
namespace {

constexpr Grant N = Grant::never;
constexpr Grant O = Grant::own;
constexpr Grant A = Grant::allowed;

/// Columns follow Role: admin, moderator, on duty, owner, member, proposer, visitor, kiosk, clock.
constexpr std::size_t kRoles = 9;
constexpr std::array<std::array<Grant, kRoles>, kActs> kTable{{
    // adm mod dut own mem pro vis kio clk
    {N, N, N, N, N, N, N, N, A},  // put_hub: hub.toml is the hub's own word
    {A, N, N, N, N, N, N, N, N},  // add_organization
    {A, N, N, N, N, N, N, N, N},  // set_trust
    {A, N, N, O, N, N, N, N, N},  // add_key: an owner gives keys of its organization
    {A, N, N, O, N, N, N, N, A},  // revoke_key: the clock re-applies forget.log
    {A, A, N, O, O, O, N, N, A},  // put_event: the clock puts what feeds bring
    {A, A, N, O, O, N, N, N, N},  // cancel_event
    {A, A, N, O, O, O, N, N, N},  // put_need
    {A, A, N, O, O, N, N, N, N},  // close_need
    {A, A, N, N, N, N, A, A, N},  // put_offer: staff types it in for someone at the desk
    {O, O, O, O, O, O, O, O, N},  // withdraw_by_ticket: who holds the code
    {O, O, O, O, O, O, O, O, N},  // restore_by_ticket
    {A, A, N, N, N, N, N, N, N},  // approve
    {A, A, N, N, N, N, N, N, N},  // refuse
    {A, A, A, N, N, N, N, N, A},  // hide: the clock hides what a suspension touches …
    {A, A, N, N, N, N, N, N, A},  // unhide: … and shows it again
    {A, A, N, N, N, N, N, N, N},  // put_notice
    {N, N, N, N, N, N, N, N, A},  // expire
    {A, N, N, O, O, N, N, N, N},  // add_feed
    {A, N, N, O, O, N, N, N, N},  // confirm_feed
    {A, N, N, O, O, N, N, N, N},  // remove_feed
    {N, N, N, N, N, N, N, N, A},  // note_fetch
    {N, N, N, N, N, N, N, N, A},  // miss_event
    {A, A, N, N, N, N, N, N, N},  // merge_events: who is right about two organizations is the hub's to say
    {A, A, N, N, N, N, N, N, N},  // unmerge_event
    {A, A, N, N, N, N, N, N, N},  // keep_apart
    {A, A, N, N, N, N, A, A, N},  // answer_need: staff types it in for someone at the desk
    {A, A, A, N, N, N, A, A, N},  // come_now
    {A, A, N, O, O, N, N, N, N},  // decide_reply: staff passes on what an organization says
    {O, O, O, O, O, O, O, O, N},  // tell_by_ticket
    {A, A, N, O, O, N, N, N, N},  // answer_offer: staff passes on what an organization says
    {O, O, O, O, O, O, O, O, N},  // decide_by_ticket
    {A, A, A, O, O, N, N, N, A},  // note_told: the clock once a letter has left
    {A, A, N, O, O, N, N, N, N},  // count_tally
    {A, A, N, N, N, A, N, N, N},  // propose_event: staff types it in for someone at the desk
    {O, O, O, O, O, O, O, O, N},  // renew_by_ticket
    {O, O, O, O, O, O, O, O, N},  // tell_story
    {O, O, O, O, O, O, O, O, N},  // take_story_back
    {A, A, N, N, N, N, N, N, N},  // block_contact
    {A, A, N, N, N, N, N, N, N},  // unblock_contact
    {A, A, N, N, N, N, N, N, N},  // erase_contact
    {A, A, N, O, O, N, N, N, N},  // wrong_person: who called, and heard so
    {A, A, A, A, A, A, A, A, N},  // add_report
    {A, A, N, N, N, N, N, N, N},  // keep_post
    {A, A, A, N, N, N, N, N, N},  // add_staff_note
    {O, O, O, O, O, O, O, O, N},  // appeal_by_ticket
    {A, N, N, N, N, N, N, N, N},  // add_ban
    {A, N, N, N, N, N, N, N, N},  // end_ban
    {N, N, N, N, N, N, N, N, A},  // note_pace
    {A, A, N, O, O, N, N, N, N},  // resume_organization
    {A, N, N, O, N, N, N, N, N},  // change_organization
    {A, A, N, N, N, N, N, N, N},  // mark_electoral
    {A, A, N, N, N, N, A, A, N},  // join_idea: staff types it in for someone at the desk
    {A, A, N, N, N, N, N, N, N},  // set_idea_date
    {A, A, N, O, O, N, N, N, A},  // note_organization_told: the clock once a letter has left
    {A, N, N, O, N, N, N, N, N},  // accept_charter: an admin for who signed it on paper
    {O, O, O, O, O, O, O, O, N},  // show_ticket
    {A, A, N, O, O, N, N, N, N},  // open_contact
    {A, N, N, N, N, N, N, N, N},  // list_audit
    {A, A, A, N, N, N, N, N, N},  // get_status
    {A, N, N, N, N, N, N, N, N},  // accept_clock
    {A, N, N, N, N, N, N, N, N},  // reload
    {A, N, N, N, N, N, N, N, N},  // back_up
    {A, N, N, O, O, N, N, N, N},  // preview_feed
    {A, N, N, O, O, N, N, N, N},  // refresh_feed
    {A, A, N, N, N, N, N, N, N},  // find_contact
    {A, A, N, N, N, N, N, N, N},  // export_ticket: at the desk; a phone will do it with the claim
}};

}  // namespace

Grant authority(Role role, Act act) {
  const auto column = static_cast<std::size_t>(role) - 1;
  const auto row = static_cast<std::size_t>(act);
  if (column >= kRoles || row >= kActs) return Grant::never;
  return kTable[row][column];
}

}  // namespace mur
