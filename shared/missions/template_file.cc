#include "shared/missions/template_file.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <toml++/toml.h>
#include <algorithm>
#include <array>

#include "shared/base/text.h"

namespace mur::missions {
namespace {

constexpr std::array kOfTemplate{"id", "fr", "en", "task"};
constexpr std::array kOfTask{"fr", "en", "people", "from", "after", "minutes"};
constexpr std::int64_t kPeople = 1000;
constexpr std::int64_t kMinutes = std::int64_t{7} * 24 * 60;

/// Reads the file table by table; the first fault is kept.
class Reader {
 public:
  explicit Reader(std::string_view file) : file_{file} {}

  [[nodiscard]] Template read(const toml::table& table) {
    Template made;
    reading_ = table["id"].value_or(std::string{});
    known(table, kOfTemplate);
    made.id = text(table, "id");
    made.name = named(table);
    const toml::array* tasks = table["task"].as_array();
    if (tasks == nullptr || tasks->empty()) {
      wrong(table, "task", "has none; begin each with [[template.task]]");
      return made;
    }
    for (const toml::node& each : *tasks) {
      const toml::table* task = each.as_table();
      if (task == nullptr) {
        wrong(each, "task", "begin each with [[template.task]]");
        return made;
      }
      made.tasks.push_back(read_task(*task));
    }
    return made;
  }
  void wrong(const toml::node& node, std::string_view key, std::string_view problem) {
    if (fault_) return;
    fault_ =
        Error{Errc::invalid, std::string{file_},
              fmt::format("{}:{}: template \"{}\": {}: {}", file_, node.source().begin.line, reading_, key, problem)};
  }
  [[nodiscard]] const std::optional<Error>& fault() const { return fault_; }

 private:
  Task read_task(const toml::table& table) {
    Task made;
    known(table, kOfTask);
    made.name = named(table);
    made.people = static_cast<int>(number(table, "people", 1, kPeople).value_or(1));
    if (table.contains("from")) {
      const std::string from = text(table, "from");
      if (from != "start" && from != "end") wrong(*table.get("from"), "from", "is \"start\" or \"end\"");
      made.from = from == "end" ? Task::From::end : Task::From::start;
    }
    made.after = std::chrono::minutes{number(table, "after", -kMinutes, kMinutes).value_or(0)};
    if (const auto length = number(table, "minutes", 1, kMinutes)) made.minutes = std::chrono::minutes{*length};
    if (made.from == Task::From::any_time && (made.minutes || made.after != made.after.zero()))
      wrong(table, "from", "say \"start\" or \"end\" where there are minutes");
    if (made.from == Task::From::end && !made.minutes) wrong(table, "minutes", "say how long it takes after the end");
    return made;
  }
  Named named(const toml::table& table) { return {.fr = text(table, "fr"), .en = text(table, "en")}; }
  std::string text(const toml::table& table, const char* key) {
    const auto value = table[key].value_exact<std::string>();
    if (!value || value->empty()) wrong(table, key, "wants a text in quotes");
    return normalize(value.value_or(std::string{}));
  }
  std::optional<std::int64_t> number(const toml::table& table, const char* key, std::int64_t least, std::int64_t most) {
    if (!table.contains(key)) return std::nullopt;
    const auto value = table[key].value_exact<std::int64_t>();
    if (value && *value >= least && *value <= most) return value;
    wrong(*table.get(key), key, fmt::format("wants a number from {} to {}", least, most));
    return std::nullopt;
  }
  void known(const toml::table& table, const auto& fields) {
    for (const auto& [key, value] : table)
      if (std::ranges::find(fields, key.str()) == fields.end())
        wrong(value, key.str(), fmt::format("is no field; there are {}", fmt::join(fields, ", ")));
  }

  std::string_view file_;
  std::string reading_;
  std::optional<Error> fault_;
};

}  // namespace

Result<std::vector<Template>> read_templates(std::string_view toml, std::string_view file) {
  toml::table root;
  try {
    root = toml::parse(toml);
  } catch (const toml::parse_error& error) {
    return fail(Errc::invalid, std::string{file},
                fmt::format("{}:{}: {}", file, error.source().begin.line, error.description()));
  }
  Reader reader{file};
  std::vector<Template> templates;
  for (const auto& [key, value] : root)
    if (key.str() != "template") reader.wrong(value, key.str(), "is not known here; there are [[template]]");
  if (const toml::array* tables = root["template"].as_array())
    for (const toml::node& each : *tables) {
      const toml::table* table = each.as_table();
      if (table == nullptr) break;
      templates.push_back(reader.read(*table));
      const std::string& id = templates.back().id;
      if (std::ranges::count(templates, id, &Template::id) > 1)
        reader.wrong(each, "id", "is that of another template, too; choose another one");
    }
  if (reader.fault()) return fail(*reader.fault());
  if (templates.empty()) return fail(Errc::invalid, std::string{file}, fmt::format("{}: holds no [[template]]", file));
  return templates;
}

const Template* find_template(const std::vector<Template>& templates, std::string_view id) {
  const auto found = std::ranges::find(templates, id, &Template::id);
  return found == templates.end() ? nullptr : &*found;
}

}  // namespace mur::missions
