#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "broker/ports/mailbox.h"
#include "shared/calendar/reader.h"
#include "shared/domain/event.h"
#include "shared/domain/feed.h"
#include "shared/domain/hub.h"

/// What passes between the core (which feeds there are, when each is due, what becomes of their events) and the feeds'
/// own thread (fetching, reading files): values, through two mailboxes. The feeds' thread never touches state; the core
/// never sees a socket and never parses a file.
namespace mur::broker {

/// Core to feeds: fetch this one now. Exactly one FeedFetched answers it.
struct FetchWanted {
  FeedId feed;
  FeedDetails details;
  std::string etag;             ///< of the last good file; empty: fetch whatever stands there
  std::string last_modified;    ///< the same
  Digest256 content{};          ///< of the last good file
  bool may_read_files = false;  ///< an admin added it: a file:// address is allowed
  Hub hub;                      ///< zone, name, address and rooms, to read times and places with
};

/// Feeds to core: what came of it.
struct FeedFetched {
  FeedId feed;
  FeedTrouble trouble = FeedTrouble::none;
  std::string problem;     ///< a sentence with its remedy; empty without trouble
  bool unchanged = false;  ///< 304, or the same bytes: `events` is empty, what is there is right
  std::string etag;        ///< to ask with the next time
  std::string last_modified;
  Digest256 content{};
  std::uint32_t refresh_minutes = 0;  ///< what the calendar asks for; 0: says nothing
  std::uint32_t retry_minutes = 0;    ///< what a server that refuses asks for (Retry-After); 0: says nothing
  std::string name;                   ///< the calendar's own (NAME, X-WR-CALNAME)
  std::vector<EventDetails> events;   ///< source = feed; each (UID, RECURRENCE-ID) once, none that is over for long
  std::vector<calendar::Warning> warnings;  ///< the first limits::kFetchWarnings
  std::size_t components = 0;
  std::size_t past = 0;
  std::size_t private_left = 0;
  std::vector<calendar::Identity> private_named;  ///< kReadLimits.components at most
  std::size_t left_out = 0;
  std::size_t other_category = 0;  ///< left out because they lack FeedDetails::category
};

using FetchMailbox = Mailbox<FetchWanted>;

}  // namespace mur::broker
