#include "shared/skills/edit_distance.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace mur::skills {
namespace {

int whole(std::string_view typed, std::string_view word) { return edit_distance(typed, word, 2).whole; }

TEST(EditDistance, CountsEachSlipOnce) {
  EXPECT_EQ(whole("menuiserie", "menuiserie"), 0);
  EXPECT_EQ(whole("menuserie", "menuiserie"), 1) << "left out";
  EXPECT_EQ(whole("menuisserie", "menuiserie"), 1) << "added";
  EXPECT_EQ(whole("menuizerie", "menuiserie"), 1) << "mistaken";
  EXPECT_EQ(whole("mneuiserie", "menuiserie"), 1) << "swapped";
  EXPECT_EQ(whole("menusrie", "menuiserie"), 2);
  EXPECT_EQ(whole("cuisine", "menuiserie"), 3) << "more than two is not told apart";
  EXPECT_EQ(whole("", "ab"), 2);
  EXPECT_EQ(whole("ab", ""), 2);
}

TEST(EditDistance, MeasuresToTheNearestBeginning) {
  EXPECT_EQ(edit_distance("menuser", "menuiserie", 2).begins, 1);
  EXPECT_EQ(edit_distance("menuis", "menuiserie", 2).begins, 0);
  EXPECT_EQ(edit_distance("menuis", "menuiserie", 2).whole, 3);
}

TEST(EditDistance, LongWordsStayWithinTheTable) {
  const std::string a(500, 'a');
  EXPECT_EQ(edit_distance(a, a, 2).begins, 0);
  EXPECT_EQ(edit_distance(a, "b", 2).whole, 3);
}

/// The same by the whole table, as it stands in every textbook.
EditDistance plainly(const std::string& typed, const std::string& word, int most) {
  std::vector<std::vector<int>> d(typed.size() + 1, std::vector<int>(word.size() + 1));
  for (std::size_t i = 0; i <= typed.size(); ++i) d[i][0] = static_cast<int>(i);
  for (std::size_t j = 0; j <= word.size(); ++j) d[0][j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= typed.size(); ++i)
    for (std::size_t j = 1; j <= word.size(); ++j) {
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (typed[i - 1] == word[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && typed[i - 1] == word[j - 2] && typed[i - 2] == word[j - 1])
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  const int begins = *std::ranges::min_element(d.back());
  return {.whole = std::min(most + 1, d.back().back()), .begins = std::min(most + 1, begins)};
}

TEST(EditDistance, AgreesWithTheWholeTableOnRandomWords) {
  std::mt19937 random{20260312};
  const auto word = [&random] {
    std::string text(random() % 9, 'a');
    for (char& c : text) c = static_cast<char>('a' + random() % 3);
    return text;
  };
  for (int i = 0; i < 20'000; ++i) {
    const std::string typed = word();
    const std::string other = word();
    const int most = static_cast<int>(random() % 3);
    const EditDistance expected = plainly(typed, other, most);
    const EditDistance found = edit_distance(typed, other, most);
    ASSERT_EQ(found.whole, expected.whole) << typed << " " << other << " " << most;
    ASSERT_EQ(found.begins, expected.begins) << typed << " " << other << " " << most;
  }
}

}  // namespace
}  // namespace mur::skills
