#pragma once

#include <string>
#include <vector>

#include "kiosk/app/app_state.h"
#include "kiosk/app/date_words.h"
#include "kiosk/app/view_parts.h"

/// « Signaler un problème »: why, and what became of it.
namespace mur::app {

struct ReasonView {
  ReportReason reason{};
  std::string name;
};

struct ReportView {
  std::string what;  ///< the post's title
  std::vector<ReasonView> reasons;
  bool sending = false;
  bool not_kept = false;
};

/// A report in words, for its ticket and for « Mon ticket ».
struct ReportWords {
  std::string what;  ///< the post, or that it is a report
  std::string detail;
  std::string status;
  std::string next;
  Tone tone = Tone::quiet;
  friend bool operator==(const ReportWords&, const ReportWords&) = default;
};

[[nodiscard]] std::string report_reason_words(ReportReason reason, const Text& text);
/// Right after it was made.
[[nodiscard]] ReportWords report_words(const SentPost& sent, const ReportDraft& report, bool online, const Text& text);
/// Of « Mon ticket ».
[[nodiscard]] ReportWords report_words(const ReportTold& told, const Text& text);

}  // namespace mur::app
