#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mur::screening {

/// What a moderator should look at. On disk and on the wire: append only.
enum class MarkKind : std::uint8_t {
  phone_number = 1,
  email_address = 2,
  link = 3,
  meeting_link = 4  ///< what opens a video meeting: an address with its password in it, or "Passcode: …"
};

/// Something noticed in a public text, and where: `offset` and `length` are bytes of the UTF-8 text of `field`.
struct Mark {
  MarkKind kind{};
  std::string field;
  std::uint32_t offset = 0;
  std::uint32_t length = 0;

  friend bool operator==(const Mark&, const Mark&) = default;
};

[[nodiscard]] const char* to_string(MarkKind kind);

/// Marks of one public text, in order of offset. Pure; linear in the text.
[[nodiscard]] std::vector<Mark> screen(std::string_view field, std::string_view utf8);

/// True if some mark is a way to reach a person: the kiosk asks its author to take it out.
[[nodiscard]] bool has_contact(const std::vector<Mark>& marks);

}  // namespace mur::screening
