#include "shared/skills/tree_file.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <toml++/toml.h>
#include <algorithm>
#include <array>
#include <map>

#include "shared/base/text.h"

namespace mur::skills {
namespace {

constexpr std::array kFields{"id",   "parent", "fr",          "en",  "aliases", "themes",
                             "rome", "esco",   "jeveuxaider", "sdg", "hidden"};

/// One table of the file, being read into its entry. The first fault is kept.
class Reader {
 public:
  Reader(const toml::table& table, Entry& entry, std::string_view file) : table_{table}, entry_{entry}, file_{file} {}

  [[nodiscard]] std::optional<Error> read() {
    entry_.line = table_.source().begin.line;
    for (const auto& [key, value] : table_)
      if (std::ranges::find(kFields, key.str()) == kFields.end())
        wrong(std::string{key.str()}, value, fmt::format("is no field; there are {}", fmt::join(kFields, ", ")));
    text("parent", entry_.parent);
    text("fr", entry_.fr);
    text("en", entry_.en);
    list("aliases", entry_.aliases);
    list("themes", entry_.themes);
    list("rome", entry_.codes.rome);
    list("esco", entry_.codes.esco);
    list("sdg", entry_.codes.sdg);
    text("jeveuxaider", entry_.codes.jeveuxaider);
    if (const toml::node* node = table_.get("hidden")) {
      const auto flag = node->value_exact<bool>();
      if (!flag) wrong("hidden", *node, "wants true or false");
      entry_.hidden = flag.value_or(false);
    }
    return fault_;
  }

 private:
  void text(const char* key, std::string& into) {
    const toml::node* node = table_.get(key);
    if (node == nullptr) return;
    const auto value = node->value_exact<std::string>();
    if (!value) wrong(key, *node, "wants a text in quotes");
    into = normalize(value.value_or(std::string{}));
  }
  template <class Value>
  void list(const char* key, std::vector<Value>& into) {
    constexpr bool kIsText = std::is_same_v<Value, std::string>;
    const toml::node* node = table_.get(key);
    if (node == nullptr) return;
    const toml::array* values = node->as_array();
    if (values == nullptr)
      return wrong(key, *node, kIsText ? "wants a list of texts, such as [\"a\", \"b\"]" : "wants a list of numbers");
    for (const toml::node& one : *values) {
      if constexpr (kIsText) {
        const auto value = one.value_exact<std::string>();
        if (!value) return wrong(key, one, "wants a list of texts, such as [\"a\", \"b\"]");
        into.push_back(normalize(*value));
      } else {
        const auto value = one.value<Value>();
        if (!value) return wrong(key, one, "wants a list of numbers");
        into.push_back(*value);
      }
    }
  }
  void wrong(const std::string& key, const toml::node& node, const std::string& problem) {
    if (!fault_)
      fault_ = Error{Errc::invalid, std::string{file_},
                     fmt::format("{}:{}: {} \"{}\": {}: {}", file_, node.source().begin.line, to_string(entry_.kind),
                                 entry_.id, key, problem)};
  }

  const toml::table& table_;
  Entry& entry_;
  std::string_view file_;
  std::optional<Error> fault_;
};

/// Takes the tables of one kind over into `entries`.
std::optional<Error> take(const toml::table& root, Kind kind, std::string_view file, std::vector<Entry>& entries) {
  const toml::node* node = root.get(to_string(kind));
  if (node == nullptr) return std::nullopt;
  const auto wrong = [&](const toml::node& at, const std::string& problem) {
    return Error{Errc::invalid, std::string{file}, fmt::format("{}:{}: {}", file, at.source().begin.line, problem)};
  };
  const toml::array* tables = node->as_array();
  if (tables == nullptr) return wrong(*node, fmt::format("begin each {0} with [[{0}]]", to_string(kind)));
  std::map<std::string, std::uint32_t> lines;
  for (const toml::node& each : *tables) {
    const toml::table* table = each.as_table();
    if (table == nullptr) return wrong(each, fmt::format("begin each {0} with [[{0}]]", to_string(kind)));
    const std::string id = (*table)["id"].value_or(std::string{});
    if (const auto [known, fresh] = lines.emplace(id, each.source().begin.line); !fresh)
      return wrong(each,
                   fmt::format("{} \"{}\": id: is that of line {}, too; choose another one, or make them one entry",
                               to_string(kind), id, known->second));
    Entry& entry = entries.emplace_back(Entry{.kind = kind, .id = id});
    if (auto fault = Reader{*table, entry, file}.read()) return fault;
  }
  return std::nullopt;
}

}  // namespace

namespace {

Result<std::vector<Entry>> read_entries(std::string_view toml, const ListLimits& limits, std::string_view file) {
  const std::string name{file};
  if (toml.size() > limits.file_bytes)
    return fail(Errc::too_large, name,
                fmt::format("{}: has {} bytes; keep it under {}", file, toml.size(), limits.file_bytes));
  toml::table root;
  try {
    root = toml::parse(toml);
  } catch (const toml::parse_error& error) {
    return fail(Errc::invalid, name, fmt::format("{}:{}: {}", file, error.source().begin.line, error.description()));
  }
  for (const auto& [key, value] : root)
    if (key.str() != to_string(Kind::theme) && key.str() != to_string(Kind::skill))
      return fail(Errc::invalid, name,
                  fmt::format("{}:{}: \"{}\" is not known here; there are [[theme]] and [[skill]]", file,
                              value.source().begin.line, key.str()));
  std::vector<Entry> entries;
  for (const Kind kind : {Kind::theme, Kind::skill})
    if (auto fault = take(root, kind, file, entries)) return fail(*std::move(fault));
  return entries;
}

}  // namespace

Result<SkillTree> read_tree(std::string_view toml, const ListLimits& limits, std::string_view file) {
  auto entries = read_entries(toml, limits, file);
  if (!entries) return fail(entries.error());
  return SkillTree::make(*std::move(entries), limits, file);
}

Result<SkillTree> read_tree(std::string_view toml, std::string_view own, const ListLimits& limits,
                            std::string_view file) {
  auto entries = read_entries(toml, limits, "skills.toml");
  if (!entries) return fail(entries.error());
  auto over = read_entries(own, limits, file);
  if (!over) return fail(over.error());
  for (Entry& entry : *over) {
    const auto known =
        std::ranges::find_if(*entries, [&](const Entry& one) { return one.kind == entry.kind && one.id == entry.id; });
    if (known == entries->end())
      entries->push_back(std::move(entry));
    else
      *known = std::move(entry);
  }
  // Themes before skills, as a file has them.
  std::ranges::stable_sort(*entries, {}, [](const Entry& entry) { return entry.kind; });
  return SkillTree::make(*std::move(entries), limits, file);
}

}  // namespace mur::skills
