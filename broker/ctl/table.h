#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace mur::ctl {

/// Keys stay in the order in which they were said.
using Json = nlohmann::ordered_json;

/// One line, without its end. Text that is not UTF-8 (a file's name, say) is mended.
[[nodiscard]] std::string json_line(const Json& object);

/// A list, for people as aligned columns and for programs as one JSON object a line.
class Table {
 public:
  struct Column {
    std::string title;
    enum class Kind : unsigned char { text, number, long_text } kind = Kind::text;  ///< long_text is cut first
  };
  explicit Table(std::vector<Column> columns) : columns_{std::move(columns)} {}

  /// `cells` in the columns' order; made plain here. `notes` are shown below the row, indented.
  void add(std::vector<std::string> cells, Json object, std::vector<std::string> notes = {});
  [[nodiscard]] bool empty() const { return rows_.empty(); }
  [[nodiscard]] std::size_t size() const { return rows_.size(); }

  /// With a line of titles, in at most `width` terminal columns (0: as wide as it gets).
  [[nodiscard]] std::string text(std::size_t width) const;
  [[nodiscard]] std::string json() const;

 private:
  struct Row {
    std::vector<std::string> cells;
    Json object;
    std::vector<std::string> notes;
  };
  [[nodiscard]] std::vector<std::size_t> widths(std::size_t width) const;
  void write_row(std::string& out, const std::vector<std::string>& cells, const std::vector<std::size_t>& widths) const;

  std::vector<Column> columns_;
  std::vector<Row> rows_;
};

}  // namespace mur::ctl
