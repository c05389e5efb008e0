#include "broker/mail/letter.h"

#include "tests/shared/domain/reply_house.h"

namespace mur::broker {
namespace {

using test::march_at;
using test::ReplyHouse;

class Letters : public testing::Test {
 protected:
  /// Ana answers by e-mail, in that language.
  ReplyHouse::Person answer(const std::string& language) {
    NeedDetails details = ReplyHouse::servers();
    details.slots[0].welcomed_by = "Awa";
    details.slots[0].where = "Grande salle";
    const NeedId need{house.must(PutNeed{.organization = house.resident, .details = details}, house.cook()).uuid};
    const auto person = house.try_answer(need, [&](AnswerNeed& wish) {
      wish.first_name = "Ana";
      wish.language = language;
      wish.contact = ContactKind::email;
      wish.age = AgeClass::adult;
      wish.sealed_contact = {9};
    });
    EXPECT_TRUE(person);
    return person.value_or(ReplyHouse::Person{});
  }
  [[nodiscard]] Letter letter_to(const ReplyHouse::Person& person) const {
    const auto telling = telling_of(house.wall, house.the(person.reply), house.now);
    EXPECT_TRUE(telling);
    return telling ? write_letter(house.wall, *telling, *zone, house.now) : Letter{};
  }

  ReplyHouse house;
  Result<calendar::Zone> zone = calendar::Zone::find("Europe/Paris");
};

TEST_F(Letters, SayWhenAndWhereInFrench) {
  const auto person = answer("fr");
  ASSERT_TRUE(house.decide_on(person, ReplyStatus::accepted));
  const Letter letter = letter_to(person);
  EXPECT_EQ(letter.subject, "Vous êtes attendu·e");
  EXPECT_EQ(letter.text,
            "Bonjour Ana,\n\nCantine des Récollets compte sur vous. Merci\u00a0!\n\nPour\u00a0: Servir à table\n"
            "Rôle\u00a0: Servir\nQuand\u00a0: samedi 21 mars, 18\u00a0h\nOù\u00a0: Grande salle\nDemandez\u00a0: Awa\n"
            "Vous ne pouvez plus venir\u00a0? Dites-le avec votre ticket, sur l’écran du lieu, ou à l’accueil.\n\n"
            "La Maison commune, 31, rue des Récollets\n");
}

TEST_F(Letters, AndInEnglish) {
  const auto person = answer("en");
  ASSERT_TRUE(house.decide_on(person, ReplyStatus::declined, ReplyReason::enough));
  const Letter letter = letter_to(person);
  EXPECT_EQ(letter.subject, "Not this time");
  EXPECT_TRUE(letter.text.starts_with(
      "Hello Ana,\n\nCantine des Récollets can’t take you this time.\nThere are enough people already.\n"))
      << letter.text;
  EXPECT_TRUE(letter.text.contains("When: Saturday 21 March, 18:00\n")) << letter.text;
  EXPECT_FALSE(letter.text.contains("Awa")) << "whom to ask for is for who is expected";
}

TEST_F(Letters, ProposeThreeOtherNeedsToWhoWasNotTakenAndToNobodyElse) {
  const auto declined = answer("fr");
  const auto accepted = answer("en");
  const auto need = [&](const std::string& title, int day) {
    NeedDetails details = ReplyHouse::servers();
    details.title = title;
    details.slots[0].when = calendar::Timing{.start = ReplyHouse::paris(2026, 3, static_cast<unsigned>(day), 9),
                                             .end = ReplyHouse::paris(2026, 3, static_cast<unsigned>(day), 12)};
    house.must(PutNeed{.organization = house.resident, .details = details}, house.cook());
  };
  need("Plier des draps", 26);
  need("Porter des chaises", 23);
  need("Éplucher des carottes", 24);
  need("Laver la salle", 25);
  ASSERT_TRUE(house.decide_on(declined, ReplyStatus::declined, ReplyReason::enough));
  ASSERT_TRUE(house.decide_on(accepted, ReplyStatus::accepted));

  const std::string text = letter_to(declined).text;
  EXPECT_TRUE(
      text.contains("D’autres cherchent du monde\u00a0:\n"
                    "– Servir à table, Cantine des Récollets (jusqu’au samedi 21 mars, 21\u00a0h)\n"
                    "– Porter des chaises, Cantine des Récollets (jusqu’au lundi 23 mars, 12\u00a0h)\n"
                    "– Éplucher des carottes, Cantine des Récollets (jusqu’au mardi 24 mars, 12\u00a0h)\n\n"))
      << text;
  EXPECT_FALSE(letter_to(accepted).text.contains("Others are looking"));
}

TEST_F(Letters, SayNothingOfOtherNeedsWhereThereAreNone) {
  const auto person = answer("en");
  ASSERT_TRUE(house.decide_on(person, ReplyStatus::declined, ReplyReason::enough));
  EXPECT_FALSE(letter_to(person).text.contains("Others are looking")) << letter_to(person).text;
}

TEST_F(Letters, HaveWordsForEachNewsInBothLanguages) {
  for (const char* language : {"fr", "en"}) {
    const auto person = answer(language);
    std::string before;
    for (std::size_t i = 1; i <= kNews; ++i) {
      const Telling telling{.reply = person.reply, .news = static_cast<News>(i), .channel = Channel::letter};
      const Letter letter = write_letter(house.wall, telling, *zone, house.now);
      EXPECT_FALSE(letter.subject.empty());
      EXPECT_TRUE(letter.text.contains("Cantine des Récollets")) << to_string(telling.news);
      EXPECT_NE(letter.text, before);
      before = letter.text;
    }
  }
}

}  // namespace
}  // namespace mur::broker
