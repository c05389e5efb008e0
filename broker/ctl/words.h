#pragma once

#include <string>
#include <string_view>

#include "shared/base/result.h"
#include "shared/domain/event.h"
#include "shared/domain/moderation.h"
#include "shared/domain/offer.h"
#include "shared/domain/organization.h"
#include "shared/domain/report.h"

/// What murctl's readable output says for enumerators; --json keeps their names.
namespace mur::ctl {

[[nodiscard]] std::string in_words(PostStatus status);
[[nodiscard]] std::string in_words(OfferStage stage);
[[nodiscard]] std::string in_words(Reason reason);
[[nodiscard]] std::string in_words(Trust trust);
[[nodiscard]] std::string in_words(const Availability& availability);

/// Why an organization's needs are paused (pace.h), and what ends that.
[[nodiscard]] std::string pause_text();

/// "1 event", "3 events".
[[nodiscard]] std::string count(std::size_t number, std::string_view one, std::string_view many);

[[nodiscard]] std::string in_words(ReportReason reason);
[[nodiscard]] std::string in_words(ReportStatus status);
/// The reasons to report a post, comma-separated, for help and errors.
[[nodiscard]] std::string report_reasons();
/// Errc::invalid that lists them.
[[nodiscard]] Result<ReportReason> read_report_reason(std::string_view option, std::string_view text);

/// The reasons a person may give, comma-separated, for help and errors.
[[nodiscard]] std::string reasons();
/// Errc::invalid that lists them.
[[nodiscard]] Result<Reason> read_reason(std::string_view option, std::string_view text);
/// Of an organization; empty is none. Errc::invalid lists them.
[[nodiscard]] Result<Sensitivity> read_sensitivity(std::string_view option, std::string_view text);
/// "here" or "in-town"; Errc::invalid names the option and both.
[[nodiscard]] Result<EventKind> read_kind(std::string_view option, std::string_view text);

}  // namespace mur::ctl
