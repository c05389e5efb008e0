#include "kiosk/app/action.h"

#include <utility>

namespace mur::app {

template <class What>
  requires kIsAlternative<What, AnyAction>
Action::Action(What what) : any_(std::make_unique<const AnyAction>(std::move(what))) {}
Action::Action(const Action& other) : any_(std::make_unique<const AnyAction>(*other.any_)) {}
Action::Action(Action&& other) noexcept = default;
Action& Action::operator=(const Action& other) {
  any_ = std::make_unique<const AnyAction>(*other.any_);
  return *this;
}
Action& Action::operator=(Action&& other) noexcept = default;
Action::~Action() = default;

template Action::Action(Touched);
template Action::Action(Open);
template Action::Action(GoBack);
template Action::Action(GoHome);
template Action::Action(Leave);
template Action::Action(TurnPage);
template Action::Action(ShowCalendarAs);
template Action::Action(ChooseDay);
template Action::Action(OpenDay);
template Action::Action(ShowToday);
template Action::Action(ToggleFacet);
template Action::Action(FilterByTheme);
template Action::Action(FilterByOrganization);
template Action::Action(ClearFilter);
template Action::Action(StayOn);
template Action::Action(SetLanguage);
template Action::Action(ToggleAid);
template Action::Action(TouchTile);
template Action::Action(TouchTime);
template Action::Action(TouchDetail);
template Action::Action(ToggleIdea);
template Action::Action(GiveConsent);
template Action::Action(Join);
template Action::Action(TouchAge);
template Action::Action(TouchReach);
template Action::Action(SetContactKind);
template Action::Action(ToggleMayBeCalled);
template Action::Action(Review);
template Action::Action(Change);
template Action::Action(ForgetContact);
template Action::Action(Send);
template Action::Action(ChooseSlot);
template Action::Action(ChooseDate);
template Action::Action(GoNow);
template Action::Action(ChangeText);
template Action::Action(FinishText);
template Action::Action(HideCode);
template Action::Action(WithdrawPost);
template Action::Action(ConfirmWithdrawal);
template Action::Action(KeepPost);
template Action::Action(UndoWithdrawal);
template Action::Action(RenewPost);
template Action::Action(BeginStory);
template Action::Action(SendStory);
template Action::Action(RemoveStory);
template Action::Action(DecideAnswer);
template Action::Action(TellMet);
template Action::Action(TouchReason);
template Action::Action(Appeal);
template Action::Action(Tick);
template Action::Action(WallLoaded);
template Action::Action(RecordsCame);
template Action::Action(BrokerCame);
template Action::Action(BrokerLeft);
template Action::Action(WallIsCurrent);
template Action::Action(PostAnswered);
template Action::Action(TicketAnswered);
template Action::Action(ContactSealed);
template Action::Action(PostKept);
template Action::Action(ComeNowKept);
template Action::Action(CommandKept);
template Action::Action(NotKept);
template Action::Action(TicketAsked);

}  // namespace mur::app
