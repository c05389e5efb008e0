#include "shared/skills/edit_distance.h"

#include <algorithm>
#include <array>

namespace mur::skills {

EditDistance edit_distance(std::string_view typed, std::string_view word, int most) {
  const int far = most + 1;
  typed = typed.substr(0, kLongestWord);
  // Beyond this no beginning of the word can be near.
  word = word.substr(0, typed.size() + static_cast<std::size_t>(most) + 1);
  // Columns of the table, one for each letter of the word: two back, one back, this one.
  using Column = std::array<int, kLongestWord + 1>;
  std::array<Column, 3> columns;
  Column* before = &columns[0];
  Column* last = &columns[1];
  Column* now = &columns[2];
  const std::size_t rows = typed.size();
  for (std::size_t i = 0; i <= rows; ++i) (*last)[i] = static_cast<int>(i);
  EditDistance result{.whole = far, .begins = std::min(far, (*last)[rows])};
  for (std::size_t j = 1; j <= word.size(); ++j) {
    (*now)[0] = static_cast<int>(j);
    int least = static_cast<int>(j);
    for (std::size_t i = 1; i <= rows; ++i) {
      const int same = typed[i - 1] == word[j - 1] ? 0 : 1;
      int cost = std::min({(*last)[i - 1] + same, (*last)[i] + 1, (*now)[i - 1] + 1});
      if (i > 1 && j > 1 && typed[i - 1] == word[j - 2] && typed[i - 2] == word[j - 1])
        cost = std::min(cost, (*before)[i - 2] + 1);
      (*now)[i] = cost;
      least = std::min(least, cost);
    }
    result.begins = std::min(result.begins, (*now)[rows]);
    if (least > most) return result;
    std::swap(before, last);
    std::swap(last, now);
  }
  result.whole = std::min(far, (*last)[rows]);
  return result;
}

}  // namespace mur::skills
