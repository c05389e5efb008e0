#include "broker/feeds/feed_address.h"

#include <curl/curl.h>
#include <fmt/format.h>

#include <array>
#include <memory>
#include <optional>

#include "broker/feeds/address_rules.h"
#include "shared/base/text.h"

namespace mur::feeds {
namespace {

/// libcurl's own reading of a URL, so that what is checked is what is fetched.
class Url {
 public:
  Url() : url_{::curl_url()} {}

  [[nodiscard]] bool set(CURLUPart part, const char* text, unsigned flags = 0) {
    return ::curl_url_set(url_.get(), part, text, flags) == CURLUE_OK;
  }
  /// Nothing where the URL lacks it, or where it does not decode.
  [[nodiscard]] std::optional<std::string> get(CURLUPart part, unsigned flags = 0) const {
    char* text = nullptr;
    if (::curl_url_get(url_.get(), part, &text, flags) != CURLUE_OK) return std::nullopt;
    std::string copy = text;
    ::curl_free(text);
    return copy;
  }

 private:
  struct Free {
    void operator()(CURLU* url) const { ::curl_url_cleanup(url); }
  };
  std::unique_ptr<CURLU, Free> url_;
};

constexpr unsigned kReading = CURLU_NON_SUPPORT_SCHEME | CURLU_URLENCODE;

std::string host_of(const Url& url) {
  const std::string host = url.get(CURLUPART_HOST).value_or("");
  if (host.empty()) return std::string(kNoHost);
  const auto port = url.get(CURLUPART_PORT, CURLU_NO_DEFAULT_PORT);
  return shorten(port ? fmt::format("{}:{}", host, *port) : host, limits::kName);
}

/// `[2001:db8::1]` and `192.0.2.1` are known before anything is connected. libcurl turns every other way to write an
/// IPv4 address ("0x7f.1") into this one.
std::optional<IpAddress> address_in_numbers(std::string host) {
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  return parse_ip_address(host.substr(0, host.find('%')));
}

Result<FeedAddress> file_address(const Url& url, bool may_read_files) {
  if (!may_read_files)
    return fail(
        Errc::forbidden, "url",
        "a file of this machine may be read only for an admin; give an https address, or let an admin add the feed");
  const auto path = url.get(CURLUPART_PATH, CURLU_URLDECODE);
  if (!path || !path->starts_with('/') || path->find('\0') != std::string::npos)
    return fail(Errc::invalid, "url",
                "this names no file; write file:// and a path from the root on: file:///srv/agenda.ics");
  return FeedAddress{.host = "this machine", .file = *path};
}

Result<FeedAddress> https_address(Url& url, const FetchRules& rules) {
  if (!rules.use_network)
    return fail(
        Errc::forbidden, "url",
        "this hub fetches nothing from the network; its admin can change that in hub.toml ([feeds] fetch = true)");
  const auto host = url.get(CURLUPART_HOST);
  if (!host || host->empty())
    return fail(Errc::invalid, "url", "this address names no server; write it as in https://example.org/agenda.ics");
  FeedAddress address{.user = url.get(CURLUPART_USER, CURLU_URLDECODE).value_or(""),
                      .password = url.get(CURLUPART_PASSWORD, CURLU_URLDECODE).value_or(""),
                      .host = host_of(url)};
  const auto numbers = address_in_numbers(*host);
  if (numbers && !may_connect(*numbers, rules.allow_addresses))
    return fail(Errc::forbidden, "url", address_refused(address.host, special_range(*numbers)));
  for (const CURLUPart part : {CURLUPART_USER, CURLUPART_PASSWORD, CURLUPART_OPTIONS, CURLUPART_FRAGMENT})
    (void)url.set(part, nullptr);
  address.url = url.get(CURLUPART_URL).value_or("");
  if (address.url.empty())
    return fail(Errc::invalid, "url", "this is no address; write it as in https://example.org/agenda.ics");
  return address;
}

}  // namespace

Result<FeedAddress> parse_feed_address(const FetchRequest& request, const FetchRules& rules) {
  Url url;
  if (!url.set(CURLUPART_URL, request.url.c_str(), kReading))
    return fail(Errc::invalid, "url", "this is no address; write it as in https://example.org/agenda.ics");
  const std::string scheme = url.get(CURLUPART_SCHEME).value_or("");
  if (scheme == "file") return file_address(url, request.may_read_files);
  if (scheme == "https") return https_address(url, rules);
  if (scheme == "webcal" || scheme == "webcals") {
    if (!url.set(CURLUPART_SCHEME, "https"))
      return fail(Errc::invalid, "url", "webcal is not understood; write https instead");
    return https_address(url, rules);
  }
  if (scheme == "http")
    return fail(
        Errc::forbidden, "url",
        fmt::format("{} is asked over plain http, which anyone on the way can read and change; give its address "
                    "with https://",
                    host_of(url)));
  return fail(
      Errc::forbidden, "url",
      fmt::format("{}:// is not fetched; give an https:// or webcal:// address", shorten(scheme, limits::kName)));
}

std::string host_of(const std::string& text) {
  Url url;
  if (!url.set(CURLUPART_URL, text.c_str(), kReading)) return std::string(kNoHost);
  return host_of(url);
}

std::string address_refused(const std::string& host, std::string_view range) {
  return fmt::format(
      "{} stands at {}, not on the public internet, and is not fetched from; give a public address, or let the hub's "
      "admin allow it in hub.toml ([feeds] allow_addresses)",
      host, range);
}

}  // namespace mur::feeds
