#include "broker/mail/organization_letter.h"

#include "tests/shared/domain/reply_house.h"

namespace mur::broker {
namespace {

using test::ReplyHouse;

class OrganizationLetters : public testing::Test {
 protected:
  /// Ana answers by telephone.
  const Reply* someone_waits() {
    const auto person = house.try_answer(house.need_of(1), [](AnswerNeed& wish) {
      wish.first_name = "Ana";
      wish.contact = ContactKind::phone;
      wish.age = AgeClass::adult;
      wish.sealed_contact = {9};
    });
    EXPECT_TRUE(person);
    return person ? &house.the(person->reply) : nullptr;
  }
  OfferId an_offer(OfferDetails details) {
    details.first_name = "Aminata";
    return house.leave(std::move(details));
  }
  void speak(std::vector<std::string> languages) {
    Hub hub = *house.wall.hub();
    hub.languages = std::move(languages);
    house.must(PutHub{hub}, ReplyHouse::clock());
  }
  [[nodiscard]] Letter letter(const std::vector<const Reply*>& waiting,
                              const std::vector<FittingOffer>& fitting) const {
    return write_organization_letter(house.wall, house.the(house.resident), waiting, fitting, *zone);
  }

  ReplyHouse house;
  Result<calendar::Zone> zone = calendar::Zone::find("Europe/Paris");
};

TEST_F(OrganizationLetters, SayWhichNeedWaitsUntilWhenAndNobodysName) {
  const Letter written = letter({someone_waits()}, {});
  EXPECT_EQ(written.subject, "Quelqu’un attend votre réponse");
  EXPECT_EQ(written.text,
            "Bonjour Cantine des Récollets,\n\nCes personnes attendent votre réponse\u00a0:\n"
            "– Servir à table, à décider avant le dimanche 15 mars, 18\u00a0h\u00a024\n"
            "Sans réponse, leur place sera rendue et elles en seront prévenues.\n\n"
            "La Maison commune, 31, rue des Récollets\n");
}

TEST_F(OrganizationLetters, AreInEnglishWhereThatIsTheHubsFirstLanguage) {
  speak({"en", "fr"});
  const Letter written = letter({someone_waits()}, {});
  EXPECT_EQ(written.subject, "Someone waits for your answer");
  EXPECT_TRUE(
      written.text.starts_with("Hello Cantine des Récollets,\n\nThese people wait for your answer:\n– Servir à "
                               "table, to be decided before Sunday 15 March, 18:24\n"))
      << written.text;
}

TEST_F(OrganizationLetters, SayWhichOffersFitWhichNeed) {
  const NeedId need = house.need_of(1);
  OfferDetails typed = ReplyHouse::two_hours();
  typed.tiles = {Tile::other};
  typed.text = "Je fais le service";
  OfferDetails presets = ReplyHouse::two_hours();
  presets.tiles = {Tile::cooking, Tile::translation};
  const std::vector<FittingOffer> fitting{{an_offer(typed), need}, {an_offer(presets), need}};

  const Letter written = letter({}, fitting);
  EXPECT_EQ(written.subject, "Des offres pour vous");
  EXPECT_TRUE(
      written.text.contains("Ces offres pourraient vous aider\u00a0:\n"
                            "– Je fais le service (pour «\u00a0Servir à table\u00a0»)\n"
                            "– Cuisiner, servir · Traduire (pour «\u00a0Servir à table\u00a0»)\n"))
      << written.text;
  EXPECT_FALSE(written.text.contains("Aminata")) << written.text;

  const Letter both = letter({someone_waits()}, fitting);
  EXPECT_EQ(both.subject, "Quelqu’un attend votre réponse") << "what cannot wait comes first";
  EXPECT_LT(both.text.find("attendent votre réponse"), both.text.find("Ces offres")) << both.text;

  speak({"en"});
  EXPECT_EQ(letter({}, fitting).subject, "Offers for you");
  EXPECT_TRUE(letter({}, fitting)
                  .text.contains("– Je fais le service (for “Servir à table”)\n"
                                 "– Cooking, serving · Translating (for “Servir à table”)\n"));
}

}  // namespace
}  // namespace mur::broker
