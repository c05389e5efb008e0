#pragma once

#include "shared/domain/query.h"
#include "shared/protocol/fields/offer.h"

/// Queries in the order of their variant, then answers in theirs: the numbers on the wire.
namespace mur::protocol {

template <>
struct Fields<ShowTicket> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& query) { archive(Text{"code", query.code, limits::kWord}); }
};
template <>
struct Fields<OpenContact> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& query) { archive(query.post, Text{"reason", query.reason, limits::kReason}); }
};
template <>
struct Fields<ListAudit> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& query) { archive(Size{query.most}); }
};
template <>
struct Fields<GetStatus> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto&, auto&) {}
};
template <>
struct Fields<AcceptClock> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto&, auto&) {}
};
template <>
struct Fields<Reload> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto&, auto&) {}
};
template <>
struct Fields<BackUp> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& query) { archive(Text{"name", query.name, limits::kName}); }
};
template <>
struct Fields<PreviewFeed> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& query) { archive(query.feed); }
};
template <>
struct Fields<RefreshFeed> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& query) { archive(query.feed); }
};
template <>
struct Fields<FindContact> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& query) {
    archive(Blob{"sealed_contact", query.sealed_contact, limits::kSealedBox},
            Text{"reason", query.reason, limits::kReason});
  }
};

template <>
struct Fields<ExportTicket> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& query) { archive(Text{"code", query.code, limits::kWord}); }
};

template <>
struct Fields<ReplyTold> {
  static constexpr std::uint16_t kVersion = 2;
  static void visit(auto& archive, auto& told) {
    archive(told.status, told.reason, Text{"note", told.note, limits::kReason}, Text{"need", told.need, limits::kTitle},
            Text{"role", told.role, limits::kName}, Text{"organization", told.organization, limits::kName},
            told.need_id, told.begins, told.ends, told.each_time, told.waiting, told.decide_by,
            Text{"welcomed_by", told.welcomed_by, limits::kName}, Text{"where", told.where, limits::kPlace},
            Text{"bring", told.bring, limits::kSummary}, told.may_tell);
    if (archive.since(2)) archive(told.to_idea);
  }
};
template <>
struct Fields<OfferAnswer> {
  static constexpr std::uint16_t kVersion = 2;
  static void visit(auto& archive, auto& answer) {
    archive(answer.reply, Text{"organization", answer.organization, limits::kName}, answer.status, answer.reason,
            Text{"note", answer.note, limits::kReason}, answer.answered_at, answer.decide_by, answer.reaches);
    if (archive.since(2)) archive(answer.sensitivity);
  }
};
template <>
struct Fields<StoryTold> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& told) {
    archive(told.status, told.reason, Text{"note", told.note, limits::kReason}, Text{"text", told.text, limits::kStory},
            Text{"first_name", told.first_name, limits::kFirstName}, told.expires_at);
  }
};
template <>
struct Fields<ReportTold> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& told) {
    archive(told.reason, told.status, Text{"note", told.note, limits::kReason}, Text{"post", told.post, limits::kTitle},
            told.on_wall);
  }
};
template <>
struct Fields<TicketState> {
  static constexpr std::uint16_t kVersion = 4;
  static void visit(auto& archive, auto& state) {
    archive(state.post, state.status, state.reason, Text{"note", state.note, limits::kReason}, state.details,
            state.expires_at, state.can_undo);
    if (archive.since(2)) archive(state.reply, List{"answers", state.answers, limits::kOfferAnswers}, state.stage);
    if (archive.since(3))
      archive(Text{"title", state.title, limits::kTitle}, state.may_tell_story, state.story, state.report,
              state.may_appeal, Text{"appeal", state.appeal, limits::kAppeal}, state.appeal_waits);
    if (archive.since(4))
      archive(state.submitted_at, Count{"joined", state.joined, limits::kJoined}, state.meeting_at,
              Text{"meeting_place", state.meeting_place, limits::kPlace});
  }
};
template <>
struct Fields<ContactOpened> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& opened) {
    archive(opened.kind, Text{"contact", opened.contact, limits::kContact});
  }
};
template <>
struct Fields<AuditRow> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& row) {
    archive(row.at, row.principal, row.role, Remark{"actor", row.actor, limits::kName},
            Remark{"action", row.action, limits::kWord}, row.entity, Remark{"reason", row.reason, limits::kReason});
  }
};
template <>
struct Fields<AuditRows> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& answer) { archive(Listing{"rows", answer.rows, limits::kAuditRows}); }
};
template <>
struct Fields<SessionStatus> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& session) {
    archive(Remark{"label", session.label, limits::kName}, session.role, session.applied, session.idle_milliseconds,
            session.behind);
  }
};
template <>
struct Fields<BrokerStatus> {
  static constexpr std::uint16_t kVersion = 3;
  static void visit(auto& archive, auto& status) {
    archive(Remark{"version", status.version, limits::kName}, status.epoch, status.head, status.now, status.started_at,
            status.clock_suspect, Size{status.records}, Size{status.pending}, status.log_bytes,
            Remark{"data_folder", status.data_folder, limits::kMessage},
            Remark{"listening", status.listening, limits::kMessage},
            Listing{"sessions", status.sessions, limits::kSessionsShown});
    if (archive.since(2)) archive(Size{status.feeds}, Size{status.quarantined_feeds});
    if (archive.since(3)) archive(Size{status.reported}, Size{status.late}, Size{status.paused});
  }
};
template <>
struct Fields<Done> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& done) { archive(Remark{"detail", done.detail, limits::kMessage}); }
};
template <>
struct Fields<calendar::Warning> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& warning) {
    archive(Size{warning.line}, Remark{"property", warning.property, limits::kWord},
            Remark{"problem", warning.problem, limits::kReason}, Remark{"remedy", warning.remedy, limits::kReason});
  }
};
template <>
struct Fields<PreviewItem> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& item) {
    archive(Remark{"title", item.title, limits::kTitle}, item.start, item.end, item.repeats, item.status, item.change,
            item.waits, List{"marks", item.marks, limits::kPreviewMarks}, item.holder);
  }
};
template <>
struct Fields<FeedPreview> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& preview) {
    // Warnings before items: they are few and bounded, the items take what room is left.
    archive(preview.feed, preview.state, Remark{"name", preview.name, limits::kName}, Size{preview.total},
            Size{preview.waiting}, Size{preview.vanishing}, Size{preview.components}, Size{preview.past},
            Size{preview.private_left}, Size{preview.left_out}, Size{preview.other_category},
            Listing{"warnings", preview.warnings, limits::kPreviewWarnings},
            Listing{"items", preview.items, limits::kPreviewItems});
  }
};

template <>
struct Fields<ContactFound> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& found) {
    archive(List{"posts", found.posts, limits::kLeftWithContact}, found.blocked);
  }
};
template <>
struct Fields<TicketExport> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& exported) {
    archive(exported.post, exported.created_at, exported.kind, Text{"masked", exported.masked, limits::kContact});
  }
};

}  // namespace mur::protocol
