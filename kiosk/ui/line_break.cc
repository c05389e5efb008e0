#include "kiosk/ui/line_break.h"

#include "kiosk/ui/code_points.h"

namespace mur::kiosk {
namespace {

constexpr std::string_view kEllipsis = "…";

bool is_letter(char32_t code) {
  return (code >= U'a' && code <= U'z') || (code >= U'A' && code <= U'Z') || (code >= 0xC0 && code < 0x2000);
}

/// Unbreakable pieces of one paragraph. A piece keeps the spaces after it; they may hang over a line's end.
struct Piece {
  std::string_view word;
  std::string_view spaces;
};

std::vector<Piece> pieces_of(std::string_view paragraph) {
  const std::vector<CodePoint> points = code_points(paragraph);
  std::vector<Piece> pieces;
  const auto between = [&](std::size_t from, std::size_t to) {
    const char* start = from < points.size() ? points[from].bytes.data() : paragraph.data() + paragraph.size();
    const char* end = to < points.size() ? points[to].bytes.data() : paragraph.data() + paragraph.size();
    return std::string_view(start, static_cast<std::size_t>(end - start));
  };
  for (std::size_t at = 0; at < points.size();) {
    const std::size_t start = at;
    while (at < points.size() && points[at].code != U' ') {
      const bool hyphen = points[at].code == U'-' || points[at].code == 0x2010;
      ++at;
      if (hyphen && at < points.size() && at - start > 2 && is_letter(points[at - 2].code) &&
          is_letter(points[at].code))
        break;
    }
    const std::size_t end = at;
    while (at < points.size() && points[at].code == U' ') ++at;
    pieces.push_back({between(start, end), between(end, at)});
  }
  return pieces;
}

/// The longest beginning that fits, at least one character.
std::string_view fitting_start(std::string_view word, float width, const MeasureText& measure) {
  std::size_t kept = 0;
  float used = 0;
  for (const CodePoint& point : code_points(word)) {
    used += measure(point.bytes);
    if (kept > 0 && used > width) break;
    kept = static_cast<std::size_t>(point.bytes.data() + point.bytes.size() - word.data());
  }
  return word.substr(0, kept);
}

/// Lines of one paragraph being filled.
class Filler {
 public:
  Filler(float width, const MeasureText& measure, std::vector<std::string>& lines)
      : width_(width), measure_(measure), lines_(lines) {}

  void add(const Piece& piece) {
    const float word_width = measure_(piece.word);
    if (!line_.empty() && used_ + hanging_ + word_width > width_) end_line();
    if (word_width > width_) return add_long(piece);
    line_.append(spaces_).append(piece.word);
    used_ += hanging_ + word_width;
    hang(piece.spaces);
  }

  void end_line() {
    lines_.push_back(std::move(line_));
    line_.clear();
    spaces_ = {};
    used_ = hanging_ = 0;
  }

 private:
  void add_long(const Piece& piece) {
    std::string_view rest = piece.word;
    while (measure_(rest) > width_) {
      const std::string_view start = fitting_start(rest, width_, measure_);
      if (start.empty()) break;
      line_.append(start);
      rest.remove_prefix(start.size());
      if (!rest.empty()) end_line();
    }
    line_.append(rest);
    used_ = measure_(line_);
    hang(piece.spaces);
  }

  void hang(std::string_view spaces) {
    spaces_ = spaces;
    hanging_ = spaces.empty() ? 0 : measure_(spaces);
  }

  float width_;
  const MeasureText& measure_;
  std::vector<std::string>& lines_;
  std::string line_;
  std::string_view spaces_;
  float used_ = 0;
  float hanging_ = 0;
};

std::string with_ellipsis(std::string_view line, float width, const MeasureText& measure) {
  const float room = width - measure(kEllipsis);
  std::string_view kept = measure(line) <= room ? line : fitting_start(line, room, measure);
  while (!kept.empty() && (kept.back() == ' ' || kept.back() == ',' || kept.back() == '.')) kept.remove_suffix(1);
  return std::string(kept).append(kEllipsis);
}

}  // namespace

std::vector<std::string> wrap(std::string_view text, float width, int max_lines, const MeasureText& measure) {
  std::vector<std::string> lines;
  while (true) {
    const std::size_t end = text.find('\n');
    Filler filler(width, measure, lines);
    for (const Piece& piece : pieces_of(text.substr(0, end))) filler.add(piece);
    filler.end_line();
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  const auto most = static_cast<std::size_t>(max_lines);
  if (max_lines > 0 && lines.size() > most) {
    lines.resize(most);
    lines.back() = with_ellipsis(lines.back(), width, measure);
  }
  return lines;
}

}  // namespace mur::kiosk
