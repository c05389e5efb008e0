#pragma once

#include <string>
#include <vector>

#include "kiosk/app/app_state.h"
#include "kiosk/app/date_words.h"
#include "kiosk/app/view_parts.h"

/// What organizations answered to someone's offer, on « Mon ticket ».
namespace mur::app {

struct OfferAnswerView {
  ReplyId reply;
  std::string organization;
  std::string note;    ///< what it wrote
  std::string status;  ///< what was said so far; empty while it waits for the person
  std::string next;    ///< what a yes means, or what comes now
  Tone tone = Tone::quiet;
  bool may_decide = false;  ///< yes or no
  bool may_tell = false;    ///< « Vous êtes-vous rencontrés ? », or not after all
  bool may_end = false;     ///< « Plus la peine »: the yes can be taken back
};

/// As the broker tells them: what waits first.
[[nodiscard]] std::vector<OfferAnswerView> answer_views(const AppState& state, const TicketState& ticket,
                                                        const Language& language);
/// How far an offer got, for everyone; empty while it is open.
[[nodiscard]] std::string stage_words(OfferStage stage, const Text& text);

}  // namespace mur::app
