#pragma once

#include <initializer_list>
#include <unordered_map>
#include <utility>

#include "shared/skills/word_index.h"

namespace mur::skills {

/// WordIndex for things that have an id of their own (with std::hash): posts, skills.
template <class Id>
class SearchIndex {
 public:
  /// Adds it, or its new texts in place of the old ones.
  void add(const Id& id, std::span<const WeightedText> texts) {
    const auto [known, fresh] = places_.try_emplace(id, 0);
    if (fresh) {
      if (free_.empty()) {
        free_.push_back(static_cast<WordIndex::Document>(ids_.size()));
        ids_.emplace_back();
      }
      known->second = free_.back();
      free_.pop_back();
      ids_[known->second] = id;
    }
    index_.add(known->second, texts);
  }
  void add(const Id& id, std::initializer_list<WeightedText> texts) { add(id, std::span{texts.begin(), texts.size()}); }

  void remove(const Id& id) {
    const auto known = places_.find(id);
    if (known == places_.end()) return;
    index_.remove(known->second);
    free_.push_back(known->second);
    places_.erase(known);
  }

  [[nodiscard]] std::size_t size() const { return places_.size(); }
  [[nodiscard]] const WordIndex& words() const { return index_; }

  /// The best first; see WordIndex::search.
  [[nodiscard]] std::vector<Id> search(std::string_view query, std::size_t most) const {
    std::vector<Id> found;
    for (const WordIndex::Hit& hit : index_.search(query, most)) found.push_back(ids_[hit.document]);
    return found;
  }

 private:
  WordIndex index_;
  std::unordered_map<Id, WordIndex::Document> places_;
  std::vector<Id> ids_;
  std::vector<WordIndex::Document> free_;
};

}  // namespace mur::skills
