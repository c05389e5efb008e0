#include "broker/feeds/fetch_trouble.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <string_view>

#include "broker/feeds/feed_address.h"

namespace mur::feeds {
namespace {

Trouble unreachable(std::string problem) { return {FeedTrouble::unreachable, std::move(problem)}; }

Trouble timed_out(const FailedTransfer& failed) {
  if (!failed.is_connected)
    return unreachable(fmt::format(
        "{} took no connection in time; check the address, and that this machine has a network", failed.host));
  return {FeedTrouble::too_slow,
          fmt::format("{} is too slow: the calendar did not arrive within {} s; ask whoever runs it, or for a smaller "
                      "calendar",
                      failed.host, std::chrono::ceil<Seconds>(failed.rules.most).count())};
}

Trouble untrusted(const FailedTransfer& failed) {
  constexpr std::string_view kPrefix = "SSL certificate problem: ";
  if (failed.detail.find("subject name") != std::string::npos)
    return unreachable(fmt::format(
        "the certificate of {} is not valid for this name; ask whoever runs it to renew it for this name, or "
        "give the address that it is for",
        failed.host));
  const std::string why = failed.detail.starts_with(kPrefix) ? failed.detail.substr(kPrefix.size()) : "not valid";
  return unreachable(
      fmt::format("the certificate of {} can't be trusted ({}); ask whoever runs it for a valid one, or let the hub's "
                  "admin name its authority in hub.toml ([feeds] ca_file)",
                  failed.host, why));
}

/// libcurl's "ssl connect error" is short of words; OpenSSL's, behind it, name a cipher or a version and no path.
Trouble no_tls(const FailedTransfer& failed) {
  return unreachable(
      fmt::format("no secure connection to {} could be made; check that the address is one for https, or "
                  "ask whoever runs it",
                  failed.host));
}

}  // namespace

Trouble transfer_trouble(const FailedTransfer& failed) {
  switch (failed.code) {
    case CURLE_COULDNT_RESOLVE_HOST:
      return unreachable(fmt::format(
          "there is no server named {}; check how the address is spelt, and that this machine has a network",
          failed.host));
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_PROXY:
      return unreachable("the proxy can't be reached or used; let the hub's admin check hub.toml ([feeds] proxy)");
    case CURLE_COULDNT_CONNECT:
      return unreachable(fmt::format(
          "{} takes no connection; check the address, or ask whoever runs it whether it is up", failed.host));
    case CURLE_OPERATION_TIMEDOUT: return timed_out(failed);
    case CURLE_PEER_FAILED_VERIFICATION: return untrusted(failed);
    case CURLE_SSL_CACERT_BADFILE:
      return unreachable(
          "the file of certificates to trust can't be read; let the hub's admin check hub.toml ([feeds] ca_file)");
    case CURLE_SSL_CONNECT_ERROR: return no_tls(failed);
    case CURLE_FILESIZE_EXCEEDED: return too_large(failed.host, failed.rules);
    case CURLE_TOO_MANY_REDIRECTS:
      return {
          FeedTrouble::http_status,
          fmt::format("the address leads on to another more than {} times, at last to {}; give the address where it "
                      "ends",
                      limits::kFetchRedirects, failed.host)};
    case CURLE_UNSUPPORTED_PROTOCOL:
      if (failed.host == kNoHost)
        return {FeedTrouble::forbidden,
                "the address leads on to something that is no web address; ask whoever runs it for one that stays with "
                "https"};
      return {
          FeedTrouble::forbidden,
          fmt::format("the address leads on to one without https at {}; ask whoever runs it for one that stays with "
                      "https",
                      failed.host)};
    case CURLE_LOGIN_DENIED:
      return {
          FeedTrouble::forbidden,
          fmt::format("the address leads on to one with a password in it at {}; give an address without", failed.host)};
    case CURLE_BAD_CONTENT_ENCODING:
    case CURLE_WEIRD_SERVER_REPLY:
      return {FeedTrouble::http_status,
              fmt::format("the answer of {} can't be unpacked or understood; ask whoever runs it", failed.host)};
    case CURLE_PARTIAL_FILE:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
    case CURLE_GOT_NOTHING: return broken_off(failed.host);
    default:
      return unreachable(fmt::format("{} could not be asked ({}); if it goes on, ask whoever runs it", failed.host,
                                     ::curl_easy_strerror(failed.code)));
  }
}

Trouble status_trouble(long status, const std::string& host) {
  const auto answered = [&](std::string_view sentence) {
    return Trouble{FeedTrouble::http_status, fmt::format("{} answers HTTP {}: {}", host, status, sentence)};
  };
  switch (status) {
    case 401:
    case 403:
      return answered("it does not let everyone read this calendar; make it public, or give its secret address");
    case 404:
    case 410: return answered("nothing stands at this address any more; look for the calendar's new address");
    case 429: return answered("it was asked too often; it is asked more seldom from now on");
    default: break;
  }
  constexpr long kServerErrors = 500;
  constexpr long kRedirects = 300;
  constexpr long kRefusals = 400;
  if (status >= kServerErrors) return answered("the server has trouble of its own; if it goes on, ask whoever runs it");
  if (status >= kRedirects && status < kRefusals)
    return answered("it points elsewhere without saying where; look for the calendar's new address");
  return answered("this is not a calendar; check the address in a browser");
}

Trouble too_large(const std::string& host, const FetchRules& rules) {
  constexpr std::size_t kMebibyte = 1024 * 1024;
  return {FeedTrouble::too_large,
          fmt::format("the calendar at {} is larger than {} MiB; leave out what is long past, or "
                      "give the address of a part",
                      host, rules.bytes / kMebibyte)};
}

Trouble broken_off(const std::string& host) {
  return unreachable(fmt::format(
      "the connection to {} broke before the calendar was there; if it goes on, ask whoever runs it", host));
}

Trouble too_many_headers(const std::string& host) {
  return {FeedTrouble::http_status,
          fmt::format("the answer of {} never comes to its point (over {} KiB of headers); ask whoever runs it", host,
                      limits::kFetchHeadBytes / 1024)};
}

}  // namespace mur::feeds
