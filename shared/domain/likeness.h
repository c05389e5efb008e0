#pragma once

#include <string>
#include <vector>

#include "shared/domain/event.h"
#include "shared/domain/hub.h"

/// How alike two events' words are, for people who write the same thing in their own way.
namespace mur {

/// The words of a title that tell events apart, in their order: without articles, without "annulé", "complet",
/// "nouvelle date" and their like, and without `owners` where a title names its organization ("Collectif Climat :
/// marche"). Nothing is taken away if nothing would be left.
[[nodiscard]] std::vector<std::string> telling_words(const std::string& title, const std::vector<std::string>& owners);

/// 0 … 100: the share of letters in words that both have, in any order. Words of five letters and more may differ in
/// one letter ("atelier", "ateliers"). 0 if both hold numbers and not the same ones, or not as often: "atelier 3" is
/// not "atelier 4", nor is "tournoi 2, finale 1" "tournoi 2, finale 2".
[[nodiscard]] int likeness(const std::vector<std::string>& a, const std::vector<std::string>& b);

/// Are all words of the shorter one in the other one? At least two, or as many as there are.
[[nodiscard]] bool contains(const std::vector<std::string>& a, const std::vector<std::string>& b);

enum class PlaceLikeness : std::uint8_t {
  different,
  unknown,  ///< one of them says nothing
  near,     ///< "Salle Louise-Michel" and "salle louise michel, 2e étage"
  same
};

/// Do two events say the same place? `hub`: whose name and address stand for "here"; may be null.
[[nodiscard]] PlaceLikeness place_likeness(const Place& a, const Place& b, const Hub* hub);

}  // namespace mur
