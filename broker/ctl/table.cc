#include "broker/ctl/table.h"

#include <algorithm>
#include <cassert>
#include <numeric>

#include "broker/ctl/plain.h"

namespace mur::ctl {
namespace {

constexpr std::size_t kGap = 2;    // between columns
constexpr std::size_t kLeast = 8;  // what a column is never made narrower than
constexpr std::string_view kIndent = "    ";

}  // namespace

std::string json_line(const Json& object) { return object.dump(-1, ' ', false, Json::error_handler_t::replace); }

void Table::add(std::vector<std::string> cells, Json object, std::vector<std::string> notes) {
  assert(cells.size() == columns_.size());
  for (std::string& cell : cells) cell = plain(cell);
  for (std::string& note : notes) note = plain(note);
  rows_.push_back({std::move(cells), std::move(object), std::move(notes)});
}

std::vector<std::size_t> Table::widths(std::size_t width) const {
  std::vector<std::size_t> widths;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    std::size_t widest = display_width(columns_[i].title);
    for (const Row& row : rows_) widest = std::max(widest, display_width(row.cells[i]));
    widths.push_back(widest);
  }
  if (width == 0) return widths;
  const auto total = [&] { return std::accumulate(widths.begin(), widths.end(), kGap * (widths.size() - 1)); };
  for (const bool only_long : {true, false}) {
    while (total() > width) {
      // The widest that may give way gives way.
      auto widest = widths.end();
      for (auto at = widths.begin(); at != widths.end(); ++at) {
        const auto kind = columns_[static_cast<std::size_t>(at - widths.begin())].kind;
        const bool may = kind == Column::Kind::long_text || (!only_long && kind == Column::Kind::text);
        if (may && *at > kLeast && (widest == widths.end() || *at > *widest)) widest = at;
      }
      if (widest == widths.end()) break;
      --*widest;
    }
  }
  return widths;
}

void Table::write_row(std::string& out, const std::vector<std::string>& cells,
                      const std::vector<std::size_t>& widths) const {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string cell = fit(cells[i], widths[i]);
    const std::string blanks(widths[i] - display_width(cell), ' ');
    line += columns_[i].kind == Column::Kind::number ? blanks + cell : cell + blanks;
    if (i + 1 < cells.size()) line.append(kGap, ' ');
  }
  line.erase(line.find_last_not_of(' ') + 1);
  out += line + "\n";
}

std::string Table::text(std::size_t width) const {
  const std::vector<std::size_t> fitting = widths(width);
  std::vector<std::string> titles;
  for (const Column& column : columns_) titles.push_back(column.title);
  std::string out;
  write_row(out, titles, fitting);
  for (const Row& row : rows_) {
    write_row(out, row.cells, fitting);
    for (const std::string& note : row.notes)
      out += std::string(kIndent) + (width > kIndent.size() ? fit(note, width - kIndent.size()) : note) + "\n";
  }
  return out;
}

std::string Table::json() const {
  std::string out;
  for (const Row& row : rows_) out += json_line(row.object) + "\n";
  return out;
}

}  // namespace mur::ctl
