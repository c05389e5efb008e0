#include "shared/calendar/written_line.h"

#include <fmt/format.h>

namespace mur::calendar {
namespace {

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20U || c == '\x7F'; }

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

}  // namespace

void add_line(std::string& out, std::string_view line) {
  constexpr std::size_t kLineBytes = 75;
  std::size_t room = kLineBytes;
  while (line.size() > room) {
    std::size_t cut = room;
    while (cut > 1 && continues_character(line[cut])) --cut;
    out.append(line.substr(0, cut)).append("\r\n ");
    line.remove_prefix(cut);
    room = kLineBytes - 1;  // the blank that marks the fold counts
  }
  out.append(line).append("\r\n");
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
    } else if (c == '\t' || !is_control(c)) {
      if (c == '\\' || c == ';' || c == ',') out += '\\';
      out += c;
    }
  }
  return out;
}

std::string without_controls(std::string_view value) {
  std::string out(value);
  std::erase_if(out, is_control);
  return out;
}

std::string parameter_text(std::string_view value) {
  std::string out;
  for (const char c : value) {
    if (c == '^') {
      out += "^^";
    } else if (c == '\n') {
      out += "^n";
    } else if (c == '"') {
      out += "^'";
    } else if (c == '\t' || !is_control(c)) {
      out += c;
    }
  }
  return out.find_first_of(":;, \t") == std::string::npos ? out : '"' + out + '"';
}

std::string date_time_text(std::chrono::local_seconds local) {
  const auto day = std::chrono::floor<std::chrono::days>(local);
  const std::chrono::hh_mm_ss time{local - day};
  return fmt::format("{}T{:02}{:02}{:02}", date_text(local), time.hours().count(), time.minutes().count(),
                     time.seconds().count());
}

std::string date_text(std::chrono::local_seconds local) {
  const std::chrono::year_month_day date{std::chrono::floor<std::chrono::days>(local)};
  return fmt::format("{:04}{:02}{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

}  // namespace mur::calendar
