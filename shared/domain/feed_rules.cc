#include "shared/domain/feed_rules.h"

#include <algorithm>
#include <cctype>

#include "shared/domain/event_digest.h"
#include "shared/domain/limits.h"

namespace mur {
namespace {

constexpr std::string_view kScheme = "://";

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Between "://" and the path, with whatever user and port it names.
std::string_view authority_of(std::string_view url) {
  const auto at = url.find(kScheme);
  if (at == std::string_view::npos) return {};
  const std::string_view rest = url.substr(at + kScheme.size());
  return rest.substr(0, rest.find_first_of("/?#"));
}

}  // namespace

const Feed* feed_of(const Wall& wall, const Event& event) {
  const Feed* feed = event.feed ? wall.find(*event.feed) : nullptr;
  return feed == nullptr || feed->removing_since ? nullptr : feed;
}

const Feed* holder_of(const Wall& wall, const Event& event) {
  const Feed* feed = feed_of(wall, event);
  const bool is_silent =
      feed != nullptr && feed->state == FeedState::quarantined && feed->trouble != FeedTrouble::shrunk;
  return is_silent ? nullptr : feed;
}

Feed to_be_read_whole(Feed feed) {
  feed.content = {};
  feed.etag.clear();
  feed.last_modified.clear();
  return feed;
}

bool waits_for_others(const Wall& wall, const Feed& going, TimePoint now) {
  if (!going.removing_since || now >= *going.removing_since + limits::kFeedHandOver) return false;
  const Organization* organization = wall.find(going.organization);
  if (organization == nullptr || organization->trust == Trust::suspended) return false;
  bool waits = false;
  wall.each<Feed>([&](const Feed& other) {
    const bool may_hold_them = other.organization == going.organization && other.id != going.id &&
                               other.state != FeedState::proposed && !other.removing_since;
    const bool was_read = other.content != Digest256{} || other.checked_at > *going.removing_since;
    waits = waits || (may_hold_them && !was_read);
  });
  return waits;
}

bool is_coming(const Event& event, TimePoint now) { return !event.over_at || *event.over_at > now; }

EventDetails as_brought(EventDetails fetched) {
  fetched.source = Source::feed;
  return fetched;
}

EventDetails as_taken(const EventDetails& present, EventDetails fetched) {
  const bool cancelled_here = present.status == calendar::EventStatus::cancelled &&
                              fetched.status != calendar::EventStatus::cancelled && present.sequence > fetched.sequence;
  if (!cancelled_here || present.timing != fetched.timing) return fetched;
  fetched.status = present.status;
  fetched.sequence = present.sequence;
  return fetched;
}

bool says_the_same(const Event& present, const EventDetails& taken) {
  return present.details == taken || (present.refused && *present.refused == event_digest(taken));
}

std::string comparable_url(const std::string& url) {
  std::string same = url;
  const auto path = same.find_first_of("/?#", std::min(same.find(kScheme), same.size() - kScheme.size()) + 3);
  std::ranges::transform(same.begin(),
                         path == std::string::npos ? same.end() : same.begin() + static_cast<std::ptrdiff_t>(path),
                         same.begin(), lower);
  constexpr std::string_view kWebcal = "webcal";
  if (same.starts_with(kWebcal)) same.replace(0, kWebcal.size(), "https");
  return same;
}

std::string host_of(const std::string& url) { return is_file(url) ? "a file" : plain_host(url).value_or("the server"); }

std::optional<std::string> plain_host(const std::string& url) {
  const std::string_view whole = authority_of(url);
  const std::string_view host = whole.substr(whole.rfind('@') + 1);  // npos + 1 is 0
  const bool in_brackets = host.starts_with('[') && host.find(']') != std::string_view::npos;
  const auto colon = host.find(':', in_brackets ? host.find(']') : 0);
  std::string_view name = host.substr(0, colon);
  if (in_brackets) name = name.substr(1, name.size() - 2);
  const auto is_digit = [](unsigned char c) { return std::isdigit(c) != 0; };
  const auto in_a_name = [&](unsigned char c) {
    return std::isalnum(c) != 0 || c == '-' || c == '.' || c == '_' || (in_brackets && c == ':');
  };
  if (name.empty() || !std::ranges::all_of(name, in_a_name)) return std::nullopt;
  if (colon == std::string_view::npos) return std::string(host);
  const std::string_view port = host.substr(colon + 1);
  if (port.empty() || !std::ranges::all_of(port, is_digit)) return std::nullopt;
  // "https://ana:12/34@example.org": is ana a server, or someone whose password holds a "/"?
  const bool is_in_doubt = whole.size() == host.size() && url.find('@') != std::string::npos;
  return is_in_doubt ? std::nullopt : std::optional(std::string(host));
}

std::string without_secrets(const std::string& url) {
  return is_file(url) ? "file:///" : "https://" + plain_host(url).value_or("");
}

bool is_file(const std::string& url) { return comparable_url(url).starts_with("file:"); }

}  // namespace mur
