#include "broker/feeds/transfer.h"

#include <netinet/in.h>
#include <spdlog/spdlog.h>
#include <sys/socket.h>

#include <algorithm>
#include <cstring>
#include <optional>

#include "broker/feeds/address_rules.h"

namespace mur::feeds {
namespace {

/// Goes back to the server as it came, so it must fit on one line, and into a record.
bool is_kept(std::string_view value) {
  const auto fits = [](char c) { return c >= ' ' && c <= '~'; };
  return value.size() <= limits::kFetchHeader && std::ranges::all_of(value, fits);
}

std::optional<IpAddress> address_of(const curl_sockaddr& to) {
  IpAddress address;
  if (to.family == AF_INET) {
    sockaddr_in v4{};
    std::memcpy(&v4, &to.addr, sizeof v4);
    std::memcpy(address.bytes.data(), &v4.sin_addr, sizeof v4.sin_addr);
    return address;
  }
  if (to.family != AF_INET6 || to.addrlen < sizeof(sockaddr_in6)) return std::nullopt;
  // libcurl's struct ends in room for any address, whatever its last member's type says.
  address.version = IpAddress::Version::v6;
  const auto* bytes = reinterpret_cast<const char*>(&to.addr) + offsetof(sockaddr_in6, sin6_addr);
  std::memcpy(address.bytes.data(), bytes, sizeof(in6_addr));
  return address;
}

constexpr long kNo = 0;
constexpr long kYes = 1;

}  // namespace

Transfer::Transfer(FeedAddress address, const FetchRequest& request, const FetchRules& rules)
    : address_{std::move(address)}, rules_{rules}, easy_{::curl_easy_init()} {
  is_ready_ = easy_ != nullptr;
  say_where();
  say_what(request);
  bound();
  trust();
}

void Transfer::say_where() {
  set(CURLOPT_URL, address_.url.c_str());
  set(CURLOPT_PROTOCOLS_STR, "https");
  set(CURLOPT_REDIR_PROTOCOLS_STR, "https");
  set(CURLOPT_FOLLOWLOCATION, kYes);
  set(CURLOPT_MAXREDIRS, long{limits::kFetchRedirects});
  // The first host alone is told the password that came with its address; a redirect can't bring one of its own.
  set(CURLOPT_DISALLOW_USERNAME_IN_URL, kYes);
  if (!address_.user.empty() || !address_.password.empty()) {
    set(CURLOPT_USERNAME, address_.user.c_str());
    set(CURLOPT_PASSWORD, address_.password.c_str());
    set(CURLOPT_HTTPAUTH, CURLAUTH_BASIC);
  }
  set(CURLOPT_NETRC, long{CURL_NETRC_IGNORED});
  // What the environment says of proxies is not asked: "" is none.
  set(CURLOPT_PROXY, rules_.proxy.c_str());
  set(CURLOPT_NOPROXY, "");
  // Each connection goes through open_socket, and none is used twice: so every one was checked under these rules.
  set(CURLOPT_OPENSOCKETFUNCTION, &Transfer::open_socket);
  set(CURLOPT_OPENSOCKETDATA, static_cast<void*>(this));
  set(CURLOPT_FORBID_REUSE, kYes);
  set(CURLOPT_HTTP_VERSION, long{CURL_HTTP_VERSION_1_1});
}

void Transfer::say_what(const FetchRequest& request) {
  set(CURLOPT_USERAGENT, rules_.user_agent.c_str());
  set(CURLOPT_ACCEPT_ENCODING, "gzip, deflate");
  add_header("Accept: text/calendar, */*;q=0.5");
  if (!request.etag.empty() && is_kept(request.etag)) {
    etag_ = request.etag;
    add_header("If-None-Match: " + etag_);
  }
  if (!request.last_modified.empty() && is_kept(request.last_modified)) {
    last_modified_ = request.last_modified;
    add_header("If-Modified-Since: " + last_modified_);
  }
  set(CURLOPT_HTTPHEADER, headers_.get());
  set(CURLOPT_WRITEFUNCTION, &Transfer::take_body);
  set(CURLOPT_WRITEDATA, static_cast<void*>(this));
  set(CURLOPT_HEADERFUNCTION, &Transfer::take_head);
  set(CURLOPT_HEADERDATA, static_cast<void*>(this));
  set(CURLOPT_ERRORBUFFER, error_.data());
  // An error's page is nothing to read.
  set(CURLOPT_FAILONERROR, kYes);
}

void Transfer::bound() {
  set(CURLOPT_TIMEOUT_MS, static_cast<long>(rules_.most.count()));
  set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(rules_.connect.count()));
  set(CURLOPT_LOW_SPEED_LIMIT, long{limits::kFetchSlowest});
  set(CURLOPT_LOW_SPEED_TIME, static_cast<long>(rules_.slow_for.count()));
  set(CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(rules_.bytes));
  set(CURLOPT_XFERINFOFUNCTION, &Transfer::take_progress);
  set(CURLOPT_XFERINFODATA, static_cast<void*>(this));
  set(CURLOPT_NOPROGRESS, kNo);
  // Threads, and an end within a second even while a name server thinks.
  set(CURLOPT_NOSIGNAL, kYes);
  set(CURLOPT_QUICK_EXIT, kYes);
}

void Transfer::trust() {
  set(CURLOPT_SSL_VERIFYPEER, kYes);
  set(CURLOPT_SSL_VERIFYHOST, 2L);
  set(CURLOPT_SSLVERSION, long{CURL_SSLVERSION_TLSv1_2});
  if (rules_.ca_file.empty()) return;
  // Instead of the system's one file, but beside the system's folder of the same certificates.
  set(CURLOPT_CAINFO, rules_.ca_file.c_str());
  const curl_version_info_data* about = ::curl_version_info(CURLVERSION_NOW);
  if (about->capath != nullptr) set(CURLOPT_CAPATH, about->capath);
}

void Transfer::add_header(const std::string& line) {
  curl_slist* longer = ::curl_slist_append(headers_.get(), line.c_str());
  is_ready_ = is_ready_ && longer != nullptr;
  if (longer == nullptr) return;
  (void)headers_.release();
  headers_.reset(longer);
}

std::size_t Transfer::take_body(char* data, std::size_t size, std::size_t count, void* self) {
  auto& transfer = *static_cast<Transfer*>(self);
  const std::size_t bytes = size * count;
  // Counted as unpacked: a few KiB of gzip can be a GiB.
  transfer.is_too_large_ = bytes > transfer.rules_.bytes - transfer.body_.size();
  if (transfer.is_too_large_) return CURL_WRITEFUNC_ERROR;
  transfer.body_.append(data, bytes);
  return bytes;
}

std::size_t Transfer::take_head(char*, std::size_t size, std::size_t count, void* self) {
  auto& transfer = *static_cast<Transfer*>(self);
  transfer.head_bytes_ += size * count;
  // Someone answered: what is connected to from here on is where the answer leads.
  transfer.is_connecting_ = false;
  transfer.refused_range_.clear();
  return transfer.head_bytes_ > limits::kFetchHeadBytes ? CURL_WRITEFUNC_ERROR : size * count;
}

int Transfer::take_progress(void* self, curl_off_t, curl_off_t now, curl_off_t, curl_off_t) {
  auto& transfer = *static_cast<Transfer*>(self);
  // Counted as sent: gzip can also be larger than what it holds.
  if (static_cast<std::size_t>(now) <= transfer.rules_.bytes) return 0;
  transfer.is_too_large_ = true;
  return 1;
}

curl_socket_t Transfer::open_socket(void* self, curlsocktype, curl_sockaddr* to) {
  auto& transfer = *static_cast<Transfer*>(self);
  // A proxy is the admin's own word, and the only machine that is ever connected to where there is one.
  if (transfer.rules_.proxy.empty()) {
    const std::optional<IpAddress> address = address_of(*to);
    if (!address || !may_connect(*address, transfer.rules_.allow_addresses)) {
      transfer.refused_range_ = address ? special_range(*address) : "no address of the internet";
      spdlog::warn("feeds: {} was not connected to: {} stands at {}", address ? to_string(*address) : "a socket",
                   transfer.last_host(), transfer.refused_range_);
      return CURL_SOCKET_BAD;
    }
  }
  transfer.is_connecting_ = true;
  return ::socket(to->family, to->socktype | SOCK_CLOEXEC, to->protocol);
}

FetchOutcome Transfer::finish(CURLcode code) {
  long status = 0;
  ::curl_easy_getinfo(easy_.get(), CURLINFO_RESPONSE_CODE, &status);
  if (code == CURLE_OK) return taken(status);
  Trouble trouble = code == CURLE_HTTP_RETURNED_ERROR ? status_trouble(status, last_host()) : failure(code);
  return {.trouble = trouble.what, .problem = std::move(trouble.problem), .retry_minutes = retry_minutes()};
}

FetchOutcome Transfer::taken(long status) {
  constexpr long kOk = 200;
  constexpr long kFromACopy = 203;
  constexpr long kNotModified = 304;
  FetchOutcome outcome{.etag = header("ETag"), .last_modified = header("Last-Modified")};
  if (status == kOk || status == kFromACopy) {
    if (is_cut_off()) {
      Trouble trouble = broken_off(last_host());
      return {.trouble = trouble.what, .problem = std::move(trouble.problem)};
    }
    outcome.body = std::move(body_);
    return outcome;
  }
  if (status == kNotModified && !(etag_.empty() && last_modified_.empty())) {
    outcome.not_modified = true;
    if (outcome.etag.empty()) outcome.etag = etag_;
    if (outcome.last_modified.empty()) outcome.last_modified = last_modified_;
    return outcome;
  }
  Trouble trouble = status_trouble(status, last_host());
  return {.trouble = trouble.what, .problem = std::move(trouble.problem), .retry_minutes = retry_minutes()};
}

Trouble Transfer::failure(CURLcode code) const {
  if (head_bytes_ > limits::kFetchHeadBytes) return too_many_headers(last_host());
  if (is_too_large_) return too_large(last_host(), rules_);
  if (code == CURLE_COULDNT_CONNECT && !is_connecting_ && !refused_range_.empty())
    return {FeedTrouble::forbidden, address_refused(last_host(), refused_range_)};
  curl_off_t until_asked = 0;
  ::curl_easy_getinfo(easy_.get(), CURLINFO_PRETRANSFER_TIME_T, &until_asked);
  return transfer_trouble(
      {.code = code, .host = last_host(), .detail = error_.data(), .is_connected = until_asked > 0, .rules = rules_});
}

/// A body without a length ends where the connection does, and libcurl takes a cut cable for that end too.
bool Transfer::is_cut_off() const {
  if (!header("Content-Length").empty() || !header("Transfer-Encoding").empty()) return false;
  const std::size_t begun = body_.rfind("BEGIN:VCALENDAR");
  return begun != std::string::npos && body_.find("END:VCALENDAR", begun) == std::string::npos;
}

std::string Transfer::last_host() const {
  const char* url = nullptr;
  if (::curl_easy_getinfo(easy_.get(), CURLINFO_EFFECTIVE_URL, &url) != CURLE_OK || url == nullptr)
    return address_.host;
  return host_of(url);
}

std::string Transfer::header(const char* name) const {
  curl_header* found = nullptr;
  if (::curl_easy_header(easy_.get(), name, 0, CURLH_HEADER, -1, &found) != CURLHE_OK) return {};
  const std::string value = found->value;
  return is_kept(value) ? value : std::string{};
}

std::uint32_t Transfer::retry_minutes() const {
  curl_off_t seconds = 0;
  if (::curl_easy_getinfo(easy_.get(), CURLINFO_RETRY_AFTER, &seconds) != CURLE_OK || seconds <= 0) return 0;
  const auto most = Seconds{limits::kFetchRetryMost};
  const Seconds asked{std::min<curl_off_t>(seconds, most.count())};
  return static_cast<std::uint32_t>(std::chrono::ceil<std::chrono::minutes>(asked).count());
}

}  // namespace mur::feeds
