#include "shared/calendar/component.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "shared/calendar/known_names.h"
#include "shared/calendar/value_list.h"

namespace mur::calendar {
namespace {

/// Components that never lie in one another: a BEGIN of one inside another means that an END was forgotten.
bool is_entry(std::string_view name) {
  constexpr std::array<std::string_view, 5> kEntries{"VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE"};
  return std::ranges::any_of(kEntries, [&](std::string_view entry) { return same_name(entry, name); });
}

class Builder {
 public:
  explicit Builder(const ReadLimits& limits) : limits_{limits} {}

  /// Errc::too_large over `components`, `nesting` or `warnings`.
  Status add(const ContentLine& line) {
    if (tree_.warnings.size() > limits_.warnings)
      return over(line, "more things are wrong up to here than", limits_.warnings);
    if (line.cut)
      warn(line, fmt::format("more than {} values in one list", limits_.values),
           fmt::format("the first {} are kept", limits_.values));
    if (line.is("BEGIN")) return begin(line);
    if (line.is("END")) {
      end(line);
    } else if (!open_.empty()) {
      open_.back().lines.push_back(line);
    }
    return {};
  }

  ComponentTree finish() {
    while (!open_.empty()) close(/*ended=*/false);
    return std::move(tree_);
  }

 private:
  Status begin(const ContentLine& line) {
    const std::string_view name = trimmed(line.value);
    if (++seen_ > limits_.components) return over(line, "the file has more components than", limits_.components);
    close_what_forbids(line, name);
    if (open_.size() >= limits_.nesting)
      return over(line, "components lie deeper in one another than", limits_.nesting);
    open_.push_back({.name = name, .line = line.number, .ended = false, .lines = {}, .children = {}});
    return {};
  }

  /// A calendar lies in nothing, and an entry in no entry: what is still open then has lost its END.
  void close_what_forbids(const ContentLine& line, std::string_view name) {
    const bool calendar = same_name(name, "VCALENDAR");
    if (!calendar && !is_entry(name)) return;
    const auto inside =
        std::ranges::find_if(open_, [&](const Component& one) { return calendar || is_entry(one.name); });
    if (inside == open_.end()) return;
    warn(line, fmt::format("{} begins inside the {} of line {}", name, inside->name, inside->line),
         "the one before was taken to end here");
    // Two files one after the other, the first cut short: what was open in it is not whole.
    close_down_to(static_cast<std::size_t>(inside - open_.begin()), /*ended=*/!calendar);
  }

  void end(const ContentLine& line) {
    const std::string_view name = trimmed(line.value);
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (!open_[i].is(name)) continue;
      if (i + 1 != open_.size())
        warn(line, fmt::format("{} comes before {}", end_of(name), end_of(open_.back().name)),
             "the inner one ends here too");
      close_down_to(i + 1, /*ended=*/true);
      close(/*ended=*/true);
      return;
    }
    warn(line, fmt::format("{} ends nothing", end_of(name)), "passed over");
  }

  /// "END:VEVENT"; without the name where that may be something else. A warning must not repeat what a private event
  /// says.
  static std::string end_of(std::string_view name) {
    constexpr std::size_t kLongest = 32;
    return name.size() <= kLongest && is_component_name(name) ? fmt::format("END:{}", name) : "an END";
  }

  void close_down_to(std::size_t depth, bool ended) {
    while (open_.size() > depth) close(ended);
  }

  void close(bool ended) {
    Component done = std::move(open_.back());
    open_.pop_back();
    done.ended = ended;
    (open_.empty() ? tree_.roots : open_.back().children).push_back(std::move(done));
  }

  void warn(const ContentLine& line, std::string problem, std::string remedy) {
    tree_.warnings.push_back({.line = line.number,
                              .property = std::string(line.name),
                              .problem = std::move(problem),
                              .remedy = std::move(remedy)});
  }

  static std::unexpected<Error> over(const ContentLine& line, std::string_view what, std::size_t limit) {
    return fail(Errc::too_large, fmt::format("line {}", line.number),
                fmt::format("line {}: {} {}; split the calendar", line.number, what, limit));
  }

  const ReadLimits& limits_;
  ComponentTree tree_;
  std::vector<Component> open_;
  std::size_t seen_ = 0;
};

}  // namespace

const ContentLine* Component::find(std::string_view property) const {
  const auto found = std::ranges::find_if(lines, [&](const ContentLine& one) { return one.is(property); });
  return found == lines.end() ? nullptr : &*found;
}

Result<ComponentTree> build_tree(const Unfolded& unfolded, const ReadLimits& limits) {
  Builder builder(limits);
  std::string_view rest = unfolded.text;
  for (const std::size_t number : unfolded.numbers) {
    const auto end = rest.find('\n');
    const Result<ContentLine> line = split_line(rest.substr(0, end), number, limits);
    if (!line) return fail(line.error());
    if (Status added = builder.add(*line); !added) return fail(added.error());
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  }
  return builder.finish();
}

}  // namespace mur::calendar
