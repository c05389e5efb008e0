#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mur::kiosk {

/// What is being typed: UTF-8 in NFC, never longer than its limit in characters. A value.
class TextBuffer {
 public:
  explicit TextBuffer(std::size_t max_length, std::string_view text = {});

  /// At the end. What does not fit the limit, control characters and malformed bytes are left out. True if anything was
  /// added.
  bool insert(std::string_view utf8);

  /// Takes away the last character, with the marks that stand on it. False if there was none.
  bool erase_last();

  /// Puts `word` and a space in place of what follows the last space: a suggestion was chosen.
  bool complete(std::string_view word);

  void clear() { text_.clear(); }

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] std::size_t length() const;
  [[nodiscard]] std::size_t max_length() const { return max_length_; }
  /// What follows the last space: suggestions are looked up by it.
  [[nodiscard]] std::string_view last_word() const;

  friend bool operator==(const TextBuffer&, const TextBuffer&) = default;

 private:
  std::size_t max_length_;
  std::string text_;
};

}  // namespace mur::kiosk
