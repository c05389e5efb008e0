#pragma once

#include "shared/domain/command.h"
#include "shared/protocol/fields/record.h"

/// In the order of the Command variant, which is the number on the wire.
namespace mur::protocol {

template <>
struct Fields<PutHub> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& command) { archive(command.hub); }
};
template <>
struct Fields<AddOrganization> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& command) {
    archive(command.details, command.trust, Text{"guarantor", command.guarantor, limits::kName});
  }
};
template <>
struct Fields<SetTrust> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& command) {
    archive(command.organization, command.trust, Text{"guarantor", command.guarantor, limits::kName});
  }
};
template <>
struct Fields<AddKey> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& command) {
    archive(command.public_key, command.role, command.organization, Text{"label", command.label, limits::kName},
            command.replaces);
  }
};
template <>
struct Fields<RevokeKey> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& command) { archive(command.key); }
};
template <>
struct Fields<PutEvent> {
  static constexpr std::uint16_t kVersion = 2;
  static void visit(auto& archive, auto& command) {
    archive(command.organization, command.details);
    if (archive.since(2)) archive(command.feed);
  }
};
template <>
struct Fields<CancelEvent> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& command) { archive(command.event, command.instance); }
};
template <>
struct Fields<PutNeed> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& command) { archive(command.need, command.organization, command.details); }
};
template <>
struct Fields<CloseNeed> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& command) { archive(command.need); }
};
template <>
struct Fields<PutOffer> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& command) {
    archive(command.details, Blob{"sealed_ticket", command.sealed_ticket, limits::kSealedBox},
            Blob{"sealed_contact", command.sealed_contact, limits::kSealedBox});
  }
};
template <>
struct Fields<WithdrawByTicket> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& command) {
    archive(Blob{"sealed_ticket", command.sealed_ticket, limits::kSealedBox});
  }
};
template <>
struct Fields<RestoreByTicket> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& command) {
    archive(Blob{"sealed_ticket", command.sealed_ticket, limits::kSealedBox});
  }
};
template <>
struct Fields<Approve> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& command) { archive(command.post); }
};
template <>
struct Fields<Refuse> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& command) {
    archive(command.post, command.reason, Text{"note", command.note, limits::kReason});
  }
};
template <>
struct Fields<Hide> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& command) {
    archive(command.post, command.reason, Text{"note", command.note, limits::kReason});
  }
};
template <>
struct Fields<Unhide> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& command) { archive(command.post); }
};
template <>
struct Fields<PutNotice> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& command) {
    archive(Text{"text", command.text, limits::kSummary}, command.shown_from, command.shown_until);
  }
};
template <>
struct Fields<Expire> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& command) { archive(command.entity, command.due); }
};
template <>
struct Fields<AddFeed> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& command) { archive(command.organization, command.details); }
};
template <>
struct Fields<ConfirmFeed> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& command) { archive(command.feed); }
};
template <>
struct Fields<RemoveFeed> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& command) { archive(command.feed, command.keep_events); }
};
template <>
struct Fields<FetchReport> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& report) {
    archive(report.trouble, Remark{"problem", report.problem, limits::kMessage},
            Text{"etag", report.etag, limits::kFetchHeader},
            Text{"last_modified", report.last_modified, limits::kFetchHeader}, report.content, report.refresh_minutes,
            report.retry_minutes, Text{"name", report.name, limits::kName}, report.coming);
  }
};
template <>
struct Fields<NoteFetch> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& command) { archive(command.feed, command.report); }
};
template <>
struct Fields<MissEvent> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& command) { archive(command.event, command.feed, command.is_private); }
};
template <>
struct Fields<MergeEvents> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& command) { archive(command.into, command.event); }
};
template <>
struct Fields<UnmergeEvent> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& command) { archive(command.event); }
};
template <>
struct Fields<KeepApart> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& command) { archive(command.one, command.other); }
};
template <>
struct Fields<AnswerNeed> {
  static constexpr std::uint16_t kVersion = 2;
  static void visit(auto& archive, auto& command) {
    archive(command.need, command.slot, command.date, Count{"places", command.places, limits::kPeopleWanted},
            Text{"first_name", command.first_name, limits::kFirstName}, command.contact, command.age,
            Text{"language", command.language, limits::kWord},
            Blob{"sealed_ticket", command.sealed_ticket, limits::kSealedBox},
            Blob{"sealed_contact", command.sealed_contact, limits::kSealedBox});
    if (archive.since(2)) archive(command.consent);
  }
};
template <>
struct Fields<ComeNow> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& command) { archive(command.need, command.slot); }
};
template <>
struct Fields<DecideReply> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& command) {
    archive(command.reply, command.status, command.reason, Text{"note", command.note, limits::kReason});
  }
};
template <>
struct Fields<TellByTicket> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& command) {
    archive(Blob{"sealed_ticket", command.sealed_ticket, limits::kSealedBox}, command.met);
  }
};
template <>
struct Fields<AnswerOffer> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& command) {
    archive(command.offer, command.organization, Text{"note", command.note, limits::kReason});
  }
};
template <>
struct Fields<DecideByTicket> {
  static constexpr std::uint16_t kVersion = 2;
  static void visit(auto& archive, auto& command) {
    archive(Blob{"sealed_ticket", command.sealed_ticket, limits::kSealedBox}, command.reply, command.status);
    if (archive.since(2)) archive(command.consent);
  }
};
template <>
struct Fields<NoteTold> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& command) { archive(command.reply, command.status, command.begins_at); }
};
template <>
struct Fields<CountTally> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& command) { archive(command.need, command.given, command.used); }
};
template <>
struct Fields<ProposeEvent> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& command) {
    archive(command.details, command.contact, Blob{"sealed_ticket", command.sealed_ticket, limits::kSealedBox},
            Blob{"sealed_contact", command.sealed_contact, limits::kSealedBox});
  }
};
template <>
struct Fields<RenewByTicket> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& command) {
    archive(Blob{"sealed_ticket", command.sealed_ticket, limits::kSealedBox});
  }
};
template <>
struct Fields<TellStory> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& command) {
    archive(Blob{"sealed_ticket", command.sealed_ticket, limits::kSealedBox},
            Text{"text", command.text, limits::kStory}, Text{"first_name", command.first_name, limits::kFirstName},
            Text{"language", command.language, limits::kWord}, command.consent);
  }
};
template <>
struct Fields<TakeStoryBack> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& command) {
    archive(Blob{"sealed_ticket", command.sealed_ticket, limits::kSealedBox});
  }
};

template <>
struct Fields<BlockContact> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& command) {
    archive(Blob{"sealed_contact", command.sealed_contact, limits::kSealedBox},
            Text{"reason", command.reason, limits::kReason}, command.until);
  }
};
template <>
struct Fields<UnblockContact> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& command) { archive(command.block); }
};
template <>
struct Fields<EraseContact> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& command) {
    archive(Blob{"sealed_contact", command.sealed_contact, limits::kSealedBox},
            Text{"reason", command.reason, limits::kReason});
  }
};
template <>
struct Fields<WrongPerson> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& command) { archive(command.post); }
};

template <>
struct Fields<AddReport> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& command) {
    archive(command.post, command.reason, Blob{"sealed_ticket", command.sealed_ticket, limits::kSealedBox});
  }
};
template <>
struct Fields<KeepPost> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& command) {
    archive(command.post, Text{"note", command.note, limits::kReason});
  }
};
template <>
struct Fields<AddStaffNote> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& command) {
    archive(command.post, Text{"text", command.text, limits::kReason});
  }
};
template <>
struct Fields<AppealByTicket> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& command) {
    archive(Blob{"sealed_ticket", command.sealed_ticket, limits::kSealedBox},
            Text{"text", command.text, limits::kAppeal});
  }
};
template <>
struct Fields<AddBan> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& command) {
    archive(command.organization, command.key, Text{"reason", command.reason, limits::kReason}, command.until);
  }
};
template <>
struct Fields<EndBan> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& command) { archive(command.ban); }
};
template <>
struct Fields<NotePace> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto&, auto&) {}
};
template <>
struct Fields<ResumeOrganization> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& command) { archive(command.organization); }
};
template <>
struct Fields<ChangeOrganization> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& command) { archive(command.organization, command.details); }
};
template <>
struct Fields<MarkElectoral> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& command) { archive(command.post, command.electoral); }
};
template <>
struct Fields<JoinIdea> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& command) {
    archive(command.offer, Text{"first_name", command.first_name, limits::kFirstName}, command.contact, command.age,
            Text{"language", command.language, limits::kWord},
            Blob{"sealed_ticket", command.sealed_ticket, limits::kSealedBox},
            Blob{"sealed_contact", command.sealed_contact, limits::kSealedBox});
  }
};
template <>
struct Fields<SetIdeaDate> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& command) { archive(command.offer, command.event); }
};
template <>
struct Fields<NoteOrganizationTold> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& command) { archive(command.organization, command.reply); }
};
template <>
struct Fields<AcceptCharter> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& command) { archive(command.organization); }
};

}  // namespace mur::protocol
