#include "shared/screening/word_lists.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <array>
#include <cassert>
#include <string>
#include <vector>

namespace mur::screening {
namespace {

Result<std::vector<std::string>> strings(const toml::table& from, std::string_view key) {
  std::vector<std::string> found;
  const toml::node* node = from.get(key);
  if (node == nullptr) return found;
  const toml::array* list = node->as_array();
  if (list == nullptr)
    return fail(Errc::invalid, "words.toml",
                fmt::format("words.toml:{}: {} must be a list", node->source().begin.line, key));
  for (const toml::node& entry : *list) {
    const auto text = entry.value<std::string>();
    if (!text || text->empty())
      return fail(Errc::invalid, "words.toml",
                  fmt::format("words.toml:{}: write each word between quotes", entry.source().begin.line));
    found.push_back(*text);
  }
  return found;
}

/// `words`, and each of `after` behind each of `before`.
Status add_section(const toml::table& root, const char* name, std::uint8_t category, PhraseBook& book) {
  const toml::table* section = root.get(name) == nullptr ? nullptr : root.get(name)->as_table();
  if (section == nullptr) return fail(Errc::invalid, "words.toml", fmt::format("words.toml has no [{}]", name));
  const auto words = strings(*section, "words");
  if (!words) return fail(words.error());
  const auto before = strings(*section, "before");
  if (!before) return fail(before.error());
  const auto after = strings(*section, "after");
  if (!after) return fail(after.error());
  for (const std::string& word : *words) book.add(word, category);
  for (const std::string& first : *before)
    for (const std::string& second : *after) book.add(first + " " + second, category);
  return {};
}

}  // namespace

const char* to_string(Abuse abuse) {
  switch (abuse) {
    case Abuse::none: return "none";
    case Abuse::insult: return "insult";
    case Abuse::hate: return "hate";
    case Abuse::sexual: return "sexual";
    case Abuse::threat: return "threat";
  }
  return "none";
}

Result<WordLists> read_word_lists(std::string_view text) {
  WordLists lists;
  try {
    const toml::table root = toml::parse(text);
    struct Section {
      const char* name;
      Abuse category;
    };
    for (const Section& section :
         {Section{"allowed", Abuse::none}, Section{"insult", Abuse::insult}, Section{"hate", Abuse::hate},
          Section{"sexual", Abuse::sexual}, Section{"threat", Abuse::threat}})
      if (Status status = add_section(root, section.name, static_cast<std::uint8_t>(section.category), lists.abuse);
          !status)
        return fail(status.error());
    if (Status status = add_section(root, "unpaid", 0, lists.paid_work); !status) return fail(status.error());
    if (Status status = add_section(root, "paid", 1, lists.paid_work); !status) return fail(status.error());
    if (Status status = add_section(root, "not_people", 0, lists.people); !status) return fail(status.error());
    if (Status status = add_section(root, "vulnerable", 1, lists.people); !status) return fail(status.error());
  } catch (const toml::parse_error& error) {
    return fail(Errc::invalid, "words.toml",
                fmt::format("words.toml:{}: {}", error.source().begin.line, error.description()));
  }
  return lists;
}

const WordLists& word_lists() {
  // A constant whose value takes a moment to work out. A test reads it with the same function and shows its faults.
  static const WordLists kLists = [] {
    Result<WordLists> read = read_word_lists(built_in_words());
    assert(read);
    return std::move(*read);
  }();
  return kLists;
}

}  // namespace mur::screening
