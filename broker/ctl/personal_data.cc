#include "broker/ctl/personal_data.h"

#include <fmt/format.h>

#include <functional>

#include "shared/domain/limits.h"

namespace mur::ctl {
namespace {

struct Phrase {
  const char* french;
  const char* english;
};

struct Row {
  Phrase what;
  Phrase where;
  Phrase how_long;  ///< {} is `days`
  long days;
  Phrase who;
  std::size_t (*count)(const Wall& wall);
};

template <class Noun>
std::size_t count_if(const Wall& wall, const std::function<bool(const Noun&)>& is_one) {
  std::size_t count = 0;
  wall.each<Noun>([&](const Noun& noun) { count += is_one(noun) ? 1U : 0U; });
  return count;
}

std::size_t contacts(const Wall& wall) {
  return count_if<Offer>(wall, [](const Offer& offer) { return offer.details.contact != ContactKind::none; }) +
         count_if<Reply>(wall, [](const Reply& reply) {
           return reply.contact != ContactKind::none && (reply.need || reply.organization.is_nil());
         });
}
std::size_t offer_names(const Wall& wall) {
  return count_if<Offer>(wall, [](const Offer& offer) { return !offer.details.first_name.empty(); });
}
std::size_t reply_names(const Wall& wall) {
  return count_if<Reply>(wall, [](const Reply& reply) { return !reply.first_name.empty(); });
}
std::size_t ages(const Wall& wall) {
  return count_if<Offer>(wall, [](const Offer& offer) { return offer.details.age != AgeClass::unknown; }) +
         count_if<Reply>(wall, [](const Reply& reply) { return reply.age != AgeClass::unknown; });
}
std::size_t consents(const Wall& wall) {
  return count_if<Reply>(wall, [](const Reply& reply) { return reply.consented_at != TimePoint{}; });
}
std::size_t employers(const Wall& wall) {
  return count_if<Offer>(wall, [](const Offer& offer) { return offer.details.employer.has_value(); });
}
std::size_t stories(const Wall& wall) {
  return count_if<Story>(wall, [](const Story&) { return true; });
}
std::size_t hosts(const Wall& wall) {
  std::size_t count = 0;
  wall.each<Need>([&](const Need& need) {
    for (const Slot& slot : need.details.slots) count += slot.welcomed_by.empty() ? 0U : 1U;
  });
  return count;
}
std::size_t organizations(const Wall& wall) {
  return count_if<Organization>(wall, [](const Organization& one) {
    return !one.guarantor.empty() || !one.vouched_by.empty() || !one.details.email.empty();
  });
}
std::size_t blocks(const Wall& wall) {
  return count_if<ContactBlock>(wall, [](const ContactBlock&) { return true; });
}
std::size_t reports(const Wall& wall) {
  return count_if<Report>(wall, [](const Report&) { return true; });
}
std::size_t keys(const Wall& wall) {
  return count_if<Key>(wall, [](const Key&) { return true; });
}

constexpr long kAfter = limits::kContactAfterPost.count();

const std::vector<Row>& rows() {
  static const std::vector<Row> all{
      {{"Numéro de téléphone ou adresse électronique", "Phone number or e-mail address"},
       {"journal du lieu, chiffré", "the hub’s log, sealed"},
       {"{} jours après la fin de l’offre ou du rendez-vous ; aussitôt en cas de retrait",
        "{} days after the end of the offer or meeting; at once when taken back"},
       kAfter,
       {"l’association concernée, reconnue et signataire de la charte ; une personne nommée de l’équipe, avec un motif",
        "the organization concerned, trusted and with the charter accepted; a named member of staff, with a reason"},
       contacts},
      {{"Empreinte du contact (à clé)", "Keyed hash of a contact"},
       {"journal du lieu", "the hub’s log"},
       {"avec le contact ({} jours) ; contact refusé : jusqu’à la fin du blocage",
        "with the contact ({} days); blocked ones until the block ends"},
       kAfter,
       {"personne : elle ne sert qu’à retrouver, effacer ou refuser", "nobody: it serves to find, erase or block"},
       blocks},
      {{"Prénom d’une offre, si son auteur l’a voulu", "First name on an offer, if its author wanted it"},
       {"journal du lieu, murs", "the hub’s log, walls"},
       {"{} jours après la fin de l’offre", "{} days after the end of the offer"},
       kAfter,
       {"tous ceux qui passent", "everyone who passes by"},
       offer_names},
      {{"Prénom d’une réponse", "First name on an answer"},
       {"journal du lieu", "the hub’s log"},
       {"{} jours après le rendez-vous ; aussitôt en cas de retrait",
        "{} days after the meeting; at once when taken back"},
       kAfter,
       {"l’association concernée, l’équipe", "the organization concerned, staff"},
       reply_names},
      {{"Tranche d’âge (15–17 ans, adulte)", "Age class (15–17, adult)"},
       {"journal du lieu", "the hub’s log"},
       {"{} jours après la fin", "{} days after the end"},
       kAfter,
       {"l’association concernée, l’équipe", "the organization concerned, staff"},
       ages},
      {{"Consentement donné à une association de nature sensible",
        "Consent given to an organization of a sensitive kind"},
       {"journal du lieu", "the hub’s log"},
       {"{} jours après la fin", "{} days after the end"},
       kAfter,
       {"l’association concernée, l’équipe", "the organization concerned, staff"},
       consents},
      {{"Employeur qui donne le temps", "Employer who gives the time"},
       {"journal du lieu", "the hub’s log"},
       {"{} jours après la fin de l’offre", "{} days after the end of the offer"},
       kAfter,
       {"l’équipe", "staff"},
       employers},
      {{"Témoignage et prénom, avec consentement", "Story and first name, with consent"},
       {"journal du lieu, murs", "the hub’s log, walls"},
       {"{} jours, ou jusqu’à ce qu’il soit retiré", "{} days, or until it is taken back"},
       limits::kStoryLife.count(),
       {"tous ceux qui passent", "everyone who passes by"},
       stories},
      {{"Nom de qui accueille", "Name of who welcomes people"},
       {"journal du lieu, murs", "the hub’s log, walls"},
       {"{} jours après la fin du besoin", "{} days after the end of the need"},
       kAfter,
       {"tous ceux qui passent", "everyone who passes by"},
       hosts},
      {{"Signalement", "Report of a post"},
       {"journal du lieu, sans nom", "the hub’s log, without a name"},
       {"{} jours après la décision", "{} days after the decision"},
       limits::kReportKept.count(),
       {"l’équipe", "staff"},
       reports},
      {{"Garant, répondant et adresse d’une association", "An organization’s guarantor, voucher and address"},
       {"journal du lieu", "the hub’s log"},
       {"tant qu’elle est inscrite", "as long as it is registered"},
       0,
       {"l’équipe, l’association", "staff, the organization"},
       organizations},
      {{"Nom donné à une clé (écran, équipe, association)", "The label of a key (a wall, staff, an organization)"},
       {"journal du lieu", "the hub’s log"},
       {"tant que la clé est connue", "as long as the key is known"},
       0,
       {"l’équipe", "staff"},
       keys},
      {{"Journal d’audit : qui a fait quoi, sans le texte des messages",
        "Audit trail: who did what, without posts’ texts"},
       {"base du lieu", "the hub’s database"},
       {"{} jours", "{} days"},
       limits::kAuditKept.count(),
       {"les administrateurs", "admins"},
       nullptr},
      {{"Ce qui est laissé sur un mur : envoyé, puis renvoyé si une sauvegarde est reprise",
        "What is left on a wall: sent, and sent again if a backup is restored"},
       {"écran : contact et ticket chiffrés", "the wall’s machine: contact and ticket sealed"},
       {"{} jours après l’envoi", "{} days after it was sent"},
       limits::kAcknowledgedKept.count(),
       {"qui a accès à la machine ; rien n’en est montré", "who has access to the machine; none of it is shown"},
       nullptr},
      {{"Copie d’un mur", "A wall’s copy"},
       {"écran : sans contact ni ticket", "the wall’s machine: no contacts, no tickets"},
       {"effacée après {} jours sans le lieu", "deleted after {} days without the hub"},
       limits::kStaleDeletesVisitors.count(),
       {"tous ceux qui passent", "everyone who passes by"},
       nullptr},
      {{"Sauvegardes", "Backups"},
       {"dossier du lieu, sans la clé qui ouvre les contacts", "the hub’s folder, without the key that opens contacts"},
       {"{} jours", "{} days"},
       limits::kBackupsKept.count(),
       {"qui a accès à la machine", "who has access to the machine"},
       nullptr}};
  return all;
}

}  // namespace

std::vector<PersonalData> personal_data(const Wall& wall, bool french) {
  const auto say = [french](const Phrase& phrase) { return std::string(french ? phrase.french : phrase.english); };
  std::vector<PersonalData> list;
  for (const Row& row : rows())
    list.push_back({.what = say(row.what),
                    .where = say(row.where),
                    .how_long = fmt::format(fmt::runtime(say(row.how_long)), row.days),
                    .who = say(row.who),
                    .today = row.count == nullptr ? 0 : row.count(wall)});
  return list;
}

std::vector<std::string> missing_in(const Privacy& privacy) {
  std::vector<std::string> keys;
  const auto look = [&keys](const char* key, const std::string& value) {
    if (value.empty()) keys.emplace_back(key);
  };
  look("controller", privacy.controller);
  look("address", privacy.address);
  look("rights_contact", privacy.rights_contact);
  look("dpo", privacy.dpo);
  look("publication_director", privacy.publication_director);
  look("host", privacy.host);
  return keys;
}

}  // namespace mur::ctl
