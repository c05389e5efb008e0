// Domain and wire bound the same fields, each in its own way: what the rules accept must be readable at the other end,
// or an outbox would wait for ever.
#include <gtest/gtest.h>

#include "shared/domain/check.h"
#include "shared/domain/limits.h"
#include "shared/protocol/codec.h"
#include "tests/shared/protocol/samples.h"

namespace mur::protocol {
namespace {

/// `characters` of four bytes each.
std::string widest(std::size_t characters) {
  std::string text;
  for (; characters > 0; --characters) text += "🙂";
  return text;
}

std::string longest_url(std::size_t characters = limits::kUrl) { return "https://" + std::string(characters - 8, 'a'); }

calendar::Timing fullest_timing() {
  calendar::Timing timing{.start = {calendar::When::Kind::zoned, {}, "Europe/Paris"}};
  timing.rules.assign(limits::kRules, "FREQ=WEEKLY;BYDAY=TU");
  timing.exception_dates.assign(limits::kDates, timing.start);
  return timing;
}

void expect_carried(Command command) {
  const Bytes frame = encode_command({.id = {}, .made_at = {}, .command = std::move(command)});
  const Result<CommandMessage> decoded = decode_command(frame);
  EXPECT_TRUE(decoded) << decoded.error().message;
}

TEST(DomainLimits, TheFullestEventIsCarried) {
  auto details = std::get<Event>(samples::records()[2].value).details;
  details.uid = widest(limits::kUid);
  details.title = widest(limits::kTitle);
  details.summary = widest(limits::kSummary);
  details.description = widest(limits::kDescription);
  details.place = {.name = widest(limits::kPlace), .address = widest(limits::kPlace), .room = widest(limits::kPlace)};
  details.organizer = widest(limits::kName);
  details.image_url = longest_url(limits::kLink);
  details.conference_url = longest_url(limits::kLink);
  details.links.assign(limits::kLinks, longest_url(limits::kLink));
  details.price.text = widest(limits::kName);
  details.url = longest_url();
  details.categories.assign(limits::kCategories, widest(limits::kWord));
  details.timing = fullest_timing();
  const Status accepted = check::event(details);
  ASSERT_TRUE(accepted) << accepted.error().message;
  EXPECT_TRUE(check_size(encode_record(Event{.details = details})));
  expect_carried(PutEvent{.organization = {}, .details = std::move(details)});
}

TEST(DomainLimits, TheFullestNeedIsCarried) {
  auto details = std::get<Need>(samples::records()[3].value).details;
  details.title = widest(limits::kTitle);
  details.easy_line = widest(limits::kEasyLine);
  details.description = widest(limits::kDescription);
  details.theme = widest(limits::kWord);
  details.skills.assign(limits::kSkills, widest(limits::kWord));
  details.commitment = widest(limits::kName);
  details.place = {.name = widest(limits::kPlace), .address = widest(limits::kPlace)};
  details.slots.assign(limits::kSlots, Slot{.role = widest(limits::kName),
                                            .wanted = static_cast<int>(limits::kPeopleWanted),
                                            .unit = widest(limits::kWord),
                                            .welcomed_by = widest(limits::kName),
                                            .where = widest(limits::kPlace),
                                            .bring = widest(limits::kSummary)});
  const Status accepted = check::need(details);
  ASSERT_TRUE(accepted) << accepted.error().message;
  expect_carried(PutNeed{.need = {}, .organization = {}, .details = std::move(details)});
}

TEST(DomainLimits, TheFullestOfferIsCarried) {
  auto details = std::get<Offer>(samples::records()[4].value).details;
  details.text = widest(limits::kSummary);
  details.first_name = widest(limits::kFirstName);
  details.language = widest(limits::kWord);
  const Status accepted = check::offer(details);
  ASSERT_TRUE(accepted) << accepted.error().message;
  const Bytes box(limits::kSealedBox, 1);
  expect_carried(PutOffer{.details = std::move(details), .sealed_ticket = box, .sealed_contact = box});
}

TEST(DomainLimits, TheFullestOrganizationIsCarried) {
  auto details = std::get<Organization>(samples::records()[1].value).details;
  details.name = widest(limits::kName);
  details.summary = widest(limits::kSummary);
  details.url = longest_url();
  details.room = widest(limits::kPlace);
  details.themes.assign(limits::kCategories, widest(limits::kWord));
  const Status accepted = check::organization(details);
  ASSERT_TRUE(accepted) << accepted.error().message;
  expect_carried(
      AddOrganization{.details = std::move(details), .trust = Trust::trusted, .guarantor = widest(limits::kName)});
}

TEST(DomainLimits, TheFullestHubIsCarried) {
  auto hub = std::get<Hub>(samples::records()[0].value);
  hub.name = widest(limits::kName);
  hub.address = widest(limits::kPlace);
  hub.languages.assign(limits::kLanguages, widest(limits::kWord));
  hub.public_url = longest_url();
  hub.rooms.assign(limits::kRooms, widest(limits::kPlace));
  hub.skills = widest(limits::kOwnSkills);
  hub.privacy = {.controller = widest(limits::kPlace),
                 .address = widest(limits::kPlace),
                 .rights_contact = widest(limits::kPlace),
                 .dpo = widest(limits::kPlace),
                 .publication_director = widest(limits::kPlace),
                 .host = widest(limits::kPlace)};
  const Status accepted = check::hub(hub);
  ASSERT_TRUE(accepted) << accepted.error().message;
  expect_carried(PutHub{std::move(hub)});
}

}  // namespace
}  // namespace mur::protocol
