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
  meeting_link = 4,       ///< what opens a video meeting: an address with its password in it, or "Passcode: …"
  abuse = 5,              ///< of the word list; which sort of abuse its words tell (screening::why)
  look_alike = 6,         ///< letters of other alphabets that pass for Latin ones
  hidden_characters = 7,  ///< what nobody sees, or nobody can read for accents
  paid_work = 8,          ///< looks like a job, in what is asked of volunteers
  repeat = 9,             ///< of the whole post: nearly the words of another one
  flood = 10,             ///< of the whole post: many came from where it came from
  vulnerable = 11,        ///< of the word list: children, or people who can't easily say no
  named_person = 12       ///< « Mme Dupont »: someone who may not know
};

/// Something noticed in a public text, and where: `offset` and `length` are bytes of the UTF-8 text of `field`. What is
/// said of a whole post has no field and no length.
struct Mark {
  MarkKind kind{};
  std::string field;
  std::uint32_t offset = 0;
  std::uint32_t length = 0;

  friend bool operator==(const Mark&, const Mark&) = default;
};

[[nodiscard]] const char* to_string(MarkKind kind);

/// True if some mark says that a post touches children or vulnerable people, or names someone: it waits for review,
/// whoever posts it.
[[nodiscard]] bool always_waits(const std::vector<Mark>& marks);

/// True if some mark is a way to reach a person: the kiosk asks its author to take it out.
[[nodiscard]] bool has_contact(const std::vector<Mark>& marks);

}  // namespace mur::screening
