#pragma once

#include <string>
#include <vector>

namespace mur::test {

/// A certificate and its key, both PEM.
struct Certificate {
  std::string pem;
  std::string key_pem;
};

/// A certificate authority that only one test trusts. Its certificates are valid from 2000 to 9999, so that no test
/// depends on the day.
class Authority {
 public:
  enum class Life { valid, over };

  explicit Authority(const std::string& name = "Mur's test authority");
  /// The authority's own certificate, PEM: for a client's `ca_file`.
  [[nodiscard]] const std::string& pem() const { return own_.pem; }
  /// For these names, as OpenSSL writes them: "DNS:localhost", "IP:127.0.0.1".
  [[nodiscard]] Certificate issue(const std::vector<std::string>& names, Life life = Life::valid) const;
  /// That no authority vouches for.
  [[nodiscard]] static Certificate self_signed(const std::vector<std::string>& names);

 private:
  Certificate own_;
};

}  // namespace mur::test
