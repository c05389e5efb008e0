// How well needs that real organizations wrote find the offers that suit them. Sixty texts of $MUR_SHARED_DATA
// (52 missions of associations, 8 services of a time bank) were labelled by hand before anything was matched: what each
// is about, and which of the 36 offers of labelled_offers.csv someone at the desk would show its author. A need here
// is nothing but its text: no skill, theme or kind is chosen for it.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>

#include "shared/domain/limits.h"
#include "shared/matching/matches.h"
#include "shared/skills/default_list.h"
#include "tests/support/shared_data.h"

namespace mur::matching {
namespace {

using Row = std::map<std::string, std::string>;

std::vector<std::vector<std::string>> cells(std::string_view text) {
  std::vector<std::vector<std::string>> rows{{""}};
  bool quoted = false;
  for (const char c : text) {
    if (c == '"')
      quoted = !quoted;
    else if (!quoted && c == ',')
      rows.back().emplace_back();
    else if (!quoted && c == '\n')
      rows.push_back({""});
    else if (c != '\r')
      rows.back().back() += c;
  }
  return rows;
}

/// A CSV file (RFC 4180), by the names in its first line.
std::vector<Row> read_csv(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::stringstream text;
  text << file.rdbuf();
  const auto rows = cells(text.str());
  std::vector<Row> list;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    if (rows[i].size() != rows[0].size()) continue;  // the end of the file
    for (Row& row = list.emplace_back(); const std::string& name : rows[0]) row[name] = rows[i][row.size()];
  }
  return list;
}

std::set<std::string> words_in(const std::string& text) {
  std::istringstream stream(text);
  return {std::istream_iterator<std::string>(stream), {}};
}

/// What follows the column's own name in the missions' file: "Type :  Communication".
std::string after_colon(const std::string& cell) {
  const auto colon = cell.find(':');
  return colon == std::string::npos ? cell : cell.substr(colon + 1);
}

struct Labelled {
  Need need;
  std::set<std::string> skills;
  std::set<std::string> offers;
};

struct Measure {
  int texts = 0;
  int shown = 0;
  int right = 0;
  int suitable = 0;  ///< at most five of a text
  int first_right = 0;
  int matched = 0;

  [[nodiscard]] double precision() const { return static_cast<double>(right) / shown; }
  [[nodiscard]] double recall() const { return static_cast<double>(right) / suitable; }
  [[nodiscard]] double first() const { return static_cast<double>(first_right) / matched; }
};

class LabelledTexts : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!test::has_shared_data()) GTEST_SKIP() << "the shared data (needs_offers) is not there";
    read_offers();
    read_needs();
    matches.rebuild(wall, tree);
  }

  static std::filesystem::path fixture(const char* name) {
    return std::filesystem::path(MUR_SOURCE_DIR) / "tests" / "shared" / "matching" / name;
  }

  void read_offers() {
    const std::map<std::string, Tile> tiles{{"some_time", Tile::some_time}, {"communication", Tile::communication},
                                            {"photo", Tile::photo},         {"cooking", Tile::cooking},
                                            {"repair", Tile::repair},       {"legal", Tile::legal},
                                            {"transport", Tile::transport}, {"other", Tile::other}};
    for (const Row& row : read_csv(fixture("labelled_offers.csv"))) {
      const std::string& when = row.at("availability");
      Offer offer{.id = OfferId{derive_uuid(Uuid{}, row.at("key"))},
                  .details = {.tiles = {tiles.at(row.at("tiles"))},
                              .text = row.at("text"),
                              .availability = {.evenings = when == "evenings",
                                               .weekends = when == "weekends",
                                               .days = when == "days",
                                               .to_agree = when == "to_agree"}},
                  .created_at = now,
                  .expires_at = now + limits::kOfferLife,
                  .moderation = {.status = PostStatus::published}};
      offer.kind = kind_of(offer.details.tiles.front());
      keys[offer.id] = row.at("key");
      wall.apply({++seq, offer});
    }
  }

  void read_needs() {
    const auto folder = test::shared_data() / "needs_offers";
    std::map<std::string, Need> needs;
    const auto add = [&](const std::string& id, const std::string& title, const std::string& description) {
      needs[id] = Need{.id = NeedId{derive_uuid(Uuid{}, id)},
                       .details = {.title = title, .description = description},
                       .moderation = {.status = PostStatus::published}};
    };
    for (const Row& row : read_csv(folder / "tousbenevoles_missions_sample.open.csv"))
      add("m" + row.at("id"), row.at("title"), after_colon(row.at("type")) + "\n" + after_colon(row.at("dispo")));
    for (const Row& row : read_csv(folder / "accorderie_types_de_service.open.csv"))
      if (!needs.contains("s" + row.at("identifiant")))
        add("s" + row.at("identifiant"), row.at("nom"), row.at("description"));
    for (const Row& row : read_csv(fixture("labelled_texts.csv")))
      texts.push_back(
          {needs.at(row.at("file") + row.at("id")), words_in(row.at("skills")), words_in(row.at("offers"))});
  }

  /// Of every second text, from `first` on; 2: of all.
  [[nodiscard]] Measure measure(std::size_t first) const {
    Measure measure;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      if (first < 2 && i % 2 != first) continue;
      const auto list = matches.offers_for(texts[i].need, {wall, tree, calendar::Zone::utc(), now});
      ++measure.texts;
      measure.suitable += static_cast<int>(std::min(texts[i].offers.size(), limits::kMatchesShown));
      measure.shown += static_cast<int>(list.size());
      for (const OfferMatch& one : list)
        if (texts[i].offers.contains(keys.at(one.offer))) ++measure.right;
      if (list.empty()) continue;
      ++measure.matched;
      if (texts[i].offers.contains(keys.at(list.front().offer))) ++measure.first_right;
    }
    return measure;
  }

  const skills::SkillTree tree = skills::default_tree(limits::kSkillList).value();
  const TimePoint now{std::chrono::sys_days{std::chrono::year{2026} / 3 / 12}};
  Wall wall;
  Seq seq = 0;
  Matches matches;
  std::map<OfferId, std::string> keys;
  std::vector<Labelled> texts;
};

// Measured when this was written: precision 0.70, recall 0.55, the first one right for 0.84 of 50. The rules' numbers
// were set with these texts in sight, so expect a little less of others; before, it was 0.37, 0.65 and 0.65.
TEST_F(LabelledTexts, FindTheOffersThatSuitThem) {
  ASSERT_EQ(texts.size(), 60U);
  for (const std::size_t first : {0U, 1U, 2U}) {
    const Measure m = measure(first);
    fmt::print(
        "{} texts: {} of {} shown in the top five suit: precision {:.2f}; of {} suitable: recall {:.2f}; "
        "the first suits for {:.2f} of {}\n",
        m.texts, m.right, m.shown, m.precision(), m.suitable, m.recall(), m.first(), m.matched);
  }
  const Measure all = measure(2);
  EXPECT_GE(all.precision(), 0.64);
  EXPECT_GE(all.recall(), 0.50);
  EXPECT_GE(all.first(), 0.78);
}

// Measured when this was written: 48 of 59.
TEST_F(LabelledTexts, NameSkillsNearThoseThatAReaderSees) {
  const SkillReader reader(tree);
  int seen = 0;
  int near = 0;
  for (const Labelled& text : texts) {
    if (text.skills.empty()) continue;
    ++seen;
    const Subject subject = subject_of(text.need, tree, reader);
    const auto is_near = [&](const Said& said) {
      return std::ranges::any_of(text.skills, [&](const std::string& skill) {
        const auto steps = tree.distance(tree.entries()[said.entry], *tree.find(skills::Kind::skill, skill));
        return steps && *steps <= 1;
      });
    };
    if (std::ranges::any_of(subject.skills, is_near)) ++near;
  }
  fmt::print("of {} of {} texts a skill is read that is at most one step from a labelled one\n", near, seen);
  EXPECT_GE(near, seen * 3 / 4);
}

}  // namespace
}  // namespace mur::matching
