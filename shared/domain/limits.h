#pragma once

#include <chrono>
#include <cstddef>

#include "shared/calendar/file_expansion.h"
#include "shared/calendar/reader.h"
#include "shared/skills/list_limits.h"

/// Every limit of Mur, in one table (DESIGN.md § 10). Units: characters are Unicode code points; sizes are bytes.
namespace mur::limits {

using namespace std::chrono_literals;

// Text, in characters. Beyond: typed text is refused with the field's name, imported text is shortened with a warning.
inline constexpr std::size_t kTitle = 120;
inline constexpr std::size_t kSummary = 280;
inline constexpr std::size_t kDescription = 5000;
inline constexpr std::size_t kEasyLine = 80;
inline constexpr std::size_t kStory = 280;
inline constexpr std::size_t kName = 80;  // organizations, keys, rooms, roles of a slot
inline constexpr std::size_t kFirstName = 40;
inline constexpr std::size_t kPlace = 200;
inline constexpr std::size_t kUrl = 1000;
inline constexpr std::size_t kLink = 500;  // a picture, a conference, an attachment
inline constexpr std::size_t kUid = 500;
inline constexpr std::size_t kReason = 280;       // of a refusal, a hiding, an opening of a contact
inline constexpr std::size_t kRule = 500;         // one RRULE
inline constexpr std::size_t kFetchHeader = 200;  // an ETag or Last-Modified that is kept
inline constexpr std::size_t kWord = 64;          // a category, a theme, a unit, a zone, a language
inline constexpr std::size_t kMessage = 1000;     // a diagnostic, a path, what a program says of itself

// Times on the wire: the years 0000 to 9999, as seconds since 1970, so that no sum of a time and a life overflows.
inline constexpr auto kEarliest = std::chrono::seconds{-62'167'219'200};
inline constexpr auto kLatest = std::chrono::seconds{253'402'300'799};

// Lists, in elements.
inline constexpr std::size_t kElements = 8192;  // of all lists of one message or record together
inline constexpr std::size_t kCategories = 16;
inline constexpr std::size_t kSkills = 8;
inline constexpr std::size_t kSlots = 32;
inline constexpr std::size_t kTiles = 3;  // of one offer
inline constexpr std::size_t kRules = 8;
inline constexpr std::size_t kDates = 500;     // RDATE or EXDATE of one event
inline constexpr std::size_t kMarks = 32;      // of screening, on one post
inline constexpr std::size_t kCompared = 500;  // posts that one is compared with word by word, to see repeats
inline constexpr std::size_t kLanguages = 8;
inline constexpr std::size_t kRooms = 32;         // of a hub
inline constexpr std::size_t kLinks = 4;          // ATTACH of one event
inline constexpr std::size_t kDistinctFrom = 16;  // events that one event is known not to be
inline constexpr std::size_t kLookedAt = 64;      // events of one time that are compared each with each
inline constexpr std::size_t kPeopleWanted = 10000;
inline constexpr std::size_t kTally = 100'000'000;  // of one need: meals given ahead, or a currency's whole units
inline constexpr std::size_t kAgeFrom = 99;
inline constexpr std::size_t kSilences = 16;               // of one hub: ballots to come
inline constexpr std::size_t kHoursAWeek = 60;             // of an offer
inline constexpr std::size_t kWithinKm = 500;              // of an offer
inline constexpr int kIdeaStarts = 3;                      // who would join an idea: then the hub proposes a date
inline constexpr std::size_t kJoined = 200;                // who would join one idea
inline constexpr std::size_t kStoriesTold = 5;             // on one wall: what is asked for now comes first
inline constexpr std::size_t kOtherNeeds = 3;              // that whoever was not taken is shown
inline constexpr auto kLeastShift = 30min;                 // that a mission is split into
inline constexpr std::size_t kMatchesShown = 5;            // of one post
inline constexpr std::size_t kMatchesPerOrganization = 2;  // of them, while another one's need matches, too
inline constexpr int kMatchLeast = 40;                     // points below which a pairing is not worth a look

// The list of themes and skills, a hub's own with it.
inline constexpr skills::ListLimits kSkillList{
    .file_bytes = 512 * 1024, .entries = 1000, .depth = 3, .id = 64, .name = 64, .aliases = 16, .codes = 8};
inline constexpr std::size_t kOwnSkills = 8000;  // characters of a hub's own list
inline constexpr std::size_t kFound = 50;        // by a search, unless more is asked for

// Sealed boxes.
inline constexpr std::size_t kContact = 254;  // a phone number or an e-mail address (RFC 5321), before sealing
inline constexpr std::size_t kSealedBox = 512;
inline constexpr std::size_t kLeftWithContact = 500;  // posts named in one answer

// Calendars.
inline constexpr calendar::ReadLimits kReadLimits{
    .file_bytes = 10 * 1024 * 1024,
    .components = 20000,
    .lines = 400000,
    .line_bytes = 256 * 1024,
    .parameters = 64,
    .values = 2000,
    .warnings = 50000,
    .nesting = 8,
};
inline constexpr auto kHorizonBack = std::chrono::days{31};
inline constexpr auto kHorizonAhead = std::chrono::days{400};
inline constexpr std::size_t kOccurrences = 2000;       // of one event in the horizon
inline constexpr std::size_t kOccurrencesBeyond = 50;   // shown when there are more
inline constexpr std::size_t kExpansionSteps = 200000;  // candidate dates looked at, per event

// Of one whole file, and of one series in it.
inline constexpr calendar::FileBudget kFileBudget{
    .steps = 5'000'000, .series_steps = 3'000'000, .occurrences = 1'000'000};

// Fetching calendars. A file's size is kReadLimits.file_bytes, as sent and as unpacked.
inline constexpr std::size_t kFetchesAtOnce = 4;
inline constexpr int kFetchRedirects = 5;
inline constexpr std::size_t kFetchHeadBytes = 64 * 1024;  // of all header lines of one fetch together
inline constexpr auto kFetchMost = 30s;
inline constexpr auto kFetchConnect = 10s;  // name, connection and TLS
inline constexpr int kFetchSlowest = 100;   // bytes a second, over kFetchSlowFor
inline constexpr auto kFetchSlowFor = 15s;
inline constexpr auto kFetchRetryMost = std::chrono::minutes{24 * 60};  // the longest Retry-After that is believed
inline constexpr std::size_t kFetchWarnings = 200;                      // of one file, that reach the core
inline constexpr std::size_t kAllowedNetworks = 32;                     // in hub.toml

// The wire (shared/protocol/PROTOCOL.md).
inline constexpr std::size_t kRecordBytes = 48 * 1024;
inline constexpr std::size_t kFrameBytes = 256 * 1024;
inline constexpr std::size_t kFrames = 4;
inline constexpr std::size_t kChunkBytes = 64 * 1024;
inline constexpr std::size_t kChunkRecords = 1000;
inline constexpr std::size_t kCatchUpWindow = 4;  // chunks asked for and not yet received
inline constexpr std::size_t kUnacknowledgedBytes = 512 * 1024;
inline constexpr std::size_t kDecodedBytesPerByte = 64;  // the decoder's allocation bound: 64 x size + 64 KiB, ≤ 16 MiB
inline constexpr std::size_t kDecodedBytesBase = 64 * 1024;
inline constexpr std::size_t kDecodedBytesMost = 16 * 1024 * 1024;
inline constexpr auto kPingEvery = 1s;
inline constexpr auto kHeardKeptEvery = 60s;  // how often a replica writes down that the broker was heard
inline constexpr int kMissedPongs = 4;
inline constexpr auto kReconnectLeast = 500ms;
inline constexpr auto kReconnectMost = 30s;
inline constexpr int kHandshakeMilliseconds = 5000;
inline constexpr int kHeartbeatMilliseconds = 5000;
inline constexpr int kHeartbeatTimeoutMilliseconds = 15000;
inline constexpr int kSendHighWaterMark = 64;
inline constexpr int kReceiveHighWaterMark = 16;
inline constexpr int kBacklog = 4096;
inline constexpr int kSockets = 8192;
inline constexpr std::size_t kSessions = 4096;
inline constexpr std::size_t kSessionsPerKey = 64;
inline constexpr std::size_t kAskedPerSession = 64;  // commands and queries without answer; beyond: slow_down
inline constexpr std::size_t kAnswersWaiting = 128;  // that a client's socket had no room for; beyond: session ended
inline constexpr std::size_t kSendWindow = 16;       // commands a client has under way
inline constexpr std::size_t kBrokers = 8;           // addresses in a key file
inline constexpr std::size_t kKeyFileBytes = 16 * 1024;

// Commands.
inline constexpr std::size_t kGroupCommands = 64;
inline constexpr std::size_t kGroupBytes = 1024 * 1024;
inline constexpr std::size_t kQueue = 4096;  // values waiting between two threads
inline constexpr int kKioskCommandsPerMinute = 30;
inline constexpr int kOrganizationCommandsPerMinute = 600;
inline constexpr int kAdminCommandsPerMinute = 3000;
inline constexpr auto kReceiptsKept = std::chrono::days{120};
inline constexpr auto kCommandOldest = std::chrono::days{110};
inline constexpr auto kCommandAhead = 24h;  // made_at further in the future is refused
inline constexpr auto kAcknowledgedKept = std::chrono::days{7};
inline constexpr std::size_t kAuditRows = 500;      // in one answer
inline constexpr std::size_t kSessionsShown = 500;  // in `murctl status`
inline constexpr std::size_t kOutbox = 2000;        // commands waiting on one kiosk
inline constexpr auto kSlowDownMost = 10min;        // a client waits no longer, whatever it is told

// Tickets.
inline constexpr int kTicketTries = 10;  // wrong ones, per source
inline constexpr auto kTicketLock = 1h;
inline constexpr auto kClaimLife = 15min;
inline constexpr auto kUndoWithdrawal = 24h;

// Lives.
inline constexpr auto kOfferLife = std::chrono::days{90};
inline constexpr auto kOfferLifeWithoutContact = std::chrono::days{21};
inline constexpr auto kStoryLife = std::chrono::days{365};
inline constexpr auto kRenewAhead = std::chrono::days{30};  // of its end, an offer may be renewed
// Replies. A held place is decided within kHoldMost, or half the time that is left until it begins.
inline constexpr auto kHoldMost = 72h;
inline constexpr auto kOfferAnswerWaits = std::chrono::days{14};  // for the person's yes: who left a code comes by now
                                                                  // and then, no letter has to be read in an hour
inline constexpr auto kTellMatchesEvery = 24h;                    // an organization, at most
inline constexpr auto kRemindAhead = 24h;                         // before a slot begins
inline constexpr auto kTellWithin = 24h;                          // of what became news …
inline constexpr auto kTellBefore = 2h;                           // … and at the latest so long before the slot begins
inline constexpr auto kComeNowAhead = 2h;                         // « J'y vais maintenant »
inline constexpr auto kReplyLife = std::chrono::days{180};        // where no time is set
inline constexpr std::size_t kReplies = 500;                      // open ones to one need
inline constexpr std::size_t kPaceKept = 9;   // last decisions whose delays an organization's usual one is made of …
inline constexpr std::size_t kPaceShown = 3;  // … and from how many on it is said
inline constexpr int kExpiredPause = 2;       // held answers in a row that expired undecided: its needs pause
inline constexpr std::size_t kOfferAnswers = 20;  // that stand, to one offer
inline constexpr std::size_t kSlotDates = 120;    // of one repeating slot on which someone comes once
inline constexpr auto kContactAfterPost = std::chrono::days{30};
inline constexpr auto kTombstones = std::chrono::days{90};
inline constexpr auto kAuditKept = std::chrono::days{365};
inline constexpr auto kBackupsKept = std::chrono::days{30};
inline constexpr int kReviewHours = 24 * 31;                  // the longest promise of hub.toml
inline constexpr auto kRepeatWindow = std::chrono::days{30};  // how old a post may be to be repeated
inline constexpr auto kFloodWindow = 10min;
inline constexpr std::size_t kFloodPosts = 20;  // from one source in that time; the next is marked
// Moderation.
inline constexpr int kReportsToHide = 3;                    // of a visitor's post …
inline constexpr auto kReportsApart = 1h;                   // … each so long after the one counted before it
inline constexpr std::size_t kReportsPerPost = 30;          // open ones
inline constexpr std::size_t kReportsPerSource = 10;        // of these, from one wall or account
inline constexpr auto kReportKept = std::chrono::days{30};  // once it is decided
inline constexpr std::size_t kStaffNotes = 20;              // on one post
inline constexpr std::size_t kAppeal = 500;                 // characters
inline constexpr auto kBanMost = std::chrono::days{366};
inline constexpr auto kBanKept = std::chrono::days{30};  // once it is over
inline constexpr auto kPaceWindow = std::chrono::days{30};
inline constexpr auto kPaceEvery = 24h;
inline constexpr auto kMovedShown = std::chrono::days{3};
inline constexpr auto kSeenOnWall = 1h;  // a date that stood for less (a file still coming in) was nobody's plan
inline constexpr auto kStaleHidesVisitors = std::chrono::days{7};  // a wall without broker hides visitors' posts
inline constexpr auto kStaleDeletesVisitors = std::chrono::days{30};
inline constexpr auto kEndedEventKept = std::chrono::days{31};

// Feeds. How a file is fetched is bounded by kReadLimits; this is when, and how much is believed of it.
inline constexpr std::size_t kFeedsPerOrganization = 20;
inline constexpr auto kRefreshLeast = 15min;
inline constexpr auto kRefreshDefault = 1h;  // of a calendar that asks for nothing
inline constexpr auto kRefreshMost = 24h;    // also the longest wait after failures
inline constexpr int kRefreshJitterPercent = 10;
inline constexpr auto kFeedFailsFor = std::chrono::days{7};  // then it is quarantined
inline constexpr auto kFeedHandOver = 15min;  // of a removed one: how long its events wait for the others to be read
inline constexpr auto kProposedFeedKept = std::chrono::days{30};  // that nobody confirmed
inline constexpr auto kRestartSpread = 15min;                     // over which what is overdue at a start is fetched
inline constexpr auto kFetchPatience = 5min;                      // then a fetch without an answer is asked for again
inline constexpr auto kFetchNowEvery = 10s;                       // how often one feed is fetched because someone asks
inline constexpr std::size_t kFetchesKept = 16;                   // in memory, to be looked at and confirmed …
inline constexpr auto kFetchKept = 15min;  // … for this long: then the calendar may say something else
inline constexpr std::size_t kPreviewItems = 500;
inline constexpr std::size_t kPreviewWarnings = 50;
inline constexpr std::size_t kPreviewMarks = 4;  // of one item

// Clocks.
inline constexpr auto kClockJump = 1h;                   // wall clock against monotonic clock
inline constexpr auto kClockGap = std::chrono::days{7};  // since the last commit
inline constexpr auto kKioskClockOff = 30s;
inline constexpr std::size_t kDuePerRound = 64;  // time-driven commands in one round

}  // namespace mur::limits
