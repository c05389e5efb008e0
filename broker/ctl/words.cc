#include "broker/ctl/words.h"

#include <fmt/format.h>

namespace mur::ctl {

std::string in_words(OfferStage stage) {
  switch (stage) {
    case OfferStage::open: return "open";
    case OfferStage::promised: return "agreed with an organization";
    case OfferStage::met: return "they have met";
  }
  return "unknown";
}

std::string in_words(PostStatus status) {
  switch (status) {
    case PostStatus::pending: return "waits for review";
    case PostStatus::published: return "on the wall";
    case PostStatus::refused: return "refused";
    case PostStatus::hidden: return "hidden";
    case PostStatus::withdrawn: return "withdrawn by its author";
    case PostStatus::expired: return "over";
    case PostStatus::closed: return "closed";
  }
  return "unknown";
}

std::string in_words(Reason reason) {
  switch (reason) {
    case Reason::none: return "";
    case Reason::advert: return "an advert";
    case Reason::paid_work: return "paid work";
    case Reason::canvassing: return "canvassing";
    case Reason::attack: return "attacks a person";
    case Reason::hate: return "hate";
    case Reason::hoax: return "a hoax";
    case Reason::contact_in_text: return "a way to reach someone in its text";
    case Reason::incomplete: return "incomplete";
    case Reason::repeat: return "said already";
    case Reason::off_topic: return "not for this wall";
    case Reason::other: return "another reason";
    case Reason::suspended: return "its organization is suspended";
    case Reason::reported: return "several people have reported it";
    case Reason::paused: return "its organization lets people wait";
    case Reason::electoral: return "it serves a campaign";
    case Reason::silence: return "the silence before a ballot";
  }
  return "unknown";
}

std::string in_words(Trust trust) {
  switch (trust) {
    case Trust::unverified: return "unverified: its posts wait";
    case Trust::newcomer: return "new: its posts wait";
    case Trust::trusted: return "trusted";
    case Trust::suspended: return "suspended: can't post";
  }
  return "unknown";
}

std::string in_words(const Availability& availability) {
  std::string words;
  const auto add = [&words](bool is, const char* word) {
    if (is) words += (words.empty() ? "" : ", ") + std::string(word);
  };
  add(availability.now, "now");
  add(availability.evenings, "evenings");
  add(availability.weekends, "weekends");
  add(availability.days, "days");
  add(availability.holidays, "school holidays");
  add(availability.to_agree, "to agree");
  return words;
}

std::string pause_text() {
  return "paused: two answers in a row waited too long. Decide one that waits (`murctl reply list`), or say `murctl "
         "organization resume`";
}

std::string count(std::size_t number, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", number, number == 1 ? one : many);
}

std::string reasons() {
  std::string list;
  for (auto value = static_cast<unsigned>(Reason::advert); value <= static_cast<unsigned>(Reason::other); ++value)
    list += (list.empty() ? "" : ", ") + std::string(to_string(static_cast<Reason>(value)));
  return list;
}

Result<Reason> read_reason(std::string_view option, std::string_view text) {
  const std::optional<Reason> reason = parse_reason(text);
  if (reason && *reason != Reason::none && *reason <= Reason::other) return *reason;
  return fail(Errc::invalid, std::string(option),
              fmt::format("\"{}\" is none of the charter's reasons; there are {}", text, reasons()));
}

std::string in_words(ReportReason reason) {
  switch (reason) {
    case ReportReason::wrong: return "wrong or out of date";
    case ReportReason::advert: return "an advert, or paid";
    case ReportReason::hateful: return "attacks or hates";
    case ReportReason::private_data: return "shows someone's private data";
    case ReportReason::dangerous: return "dangerous";
    case ReportReason::other: return "another problem";
  }
  return "unknown";
}

std::string in_words(ReportStatus status) {
  switch (status) {
    case ReportStatus::open: return "open";
    case ReportStatus::kept: return "the post was kept";
    case ReportStatus::hidden: return "the post was taken down";
  }
  return "unknown";
}

std::string report_reasons() {
  std::string list;
  for (auto value = static_cast<unsigned>(ReportReason::wrong); value <= static_cast<unsigned>(ReportReason::other);
       ++value)
    list += (list.empty() ? "" : ", ") + std::string(to_string(static_cast<ReportReason>(value)));
  return list;
}

Result<ReportReason> read_report_reason(std::string_view option, std::string_view text) {
  if (const std::optional<ReportReason> reason = parse_report_reason(text)) return *reason;
  return fail(Errc::invalid, std::string(option),
              fmt::format("\"{}\" is no reason to report; there are {}", text, report_reasons()));
}

Result<EventKind> read_kind(std::string_view option, std::string_view text) {
  if (const std::optional<EventKind> kind = parse_event_kind(text)) return *kind;
  return fail(Errc::invalid, std::string(option),
              fmt::format("\"{}\" is no kind of event; give {} or {}", text, to_string(EventKind::programming),
                          to_string(EventKind::mobilization)));
}

Result<Sensitivity> read_sensitivity(std::string_view option, std::string_view text) {
  if (text.empty()) return Sensitivity::none;
  if (const auto sensitivity = parse_sensitivity(text)) return *sensitivity;
  return fail(
      Errc::invalid, std::string(option),
      fmt::format("\"{}\" is unknown; there are none, trade-union, party, religion, health and orientation", text));
}

}  // namespace mur::ctl
