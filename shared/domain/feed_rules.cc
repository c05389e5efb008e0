#include "shared/domain/feed_rules.h"

#include <algorithm>

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

bool is_coming(const Event& event, TimePoint now) { return !event.over_at || *event.over_at > now; }

EventDetails as_brought(EventDetails fetched) {
  fetched.source = Source::feed;
  return fetched;
}

bool says_the_same(const EventDetails& present, const EventDetails& fetched) {
  if (present == fetched) return true;
  const bool cancelled_here = present.status == calendar::EventStatus::cancelled &&
                              fetched.status != calendar::EventStatus::cancelled && present.sequence > fetched.sequence;
  if (!cancelled_here) return false;
  EventDetails cancelled = fetched;
  cancelled.status = present.status;
  cancelled.sequence = present.sequence;
  return cancelled == present;
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

std::string host_of(const std::string& url) {
  std::string_view host = authority_of(url);
  if (const auto user = host.rfind('@'); user != std::string_view::npos) host.remove_prefix(user + 1);
  if (host.empty() && url.starts_with("file:")) return "a file";
  return std::string(host);
}

}  // namespace mur
