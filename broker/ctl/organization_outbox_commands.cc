// murctl outbox organizations|organization|told: what the hub writes to organizations.
#include <fmt/format.h>

#include "broker/ctl/commands.h"
#include "broker/ctl/find_id.h"
#include "broker/ctl/hub_skills.h"
#include "broker/ctl/plain.h"
#include "broker/ctl/record_text.h"
#include "broker/ctl/words.h"
#include "broker/mail/organization_letter.h"
#include "shared/matching/matches.h"

namespace mur::ctl {
namespace {

using broker::FittingOffer;

/// What is to be said to one organization now.
struct News {
  const Organization* organization;
  std::vector<const Reply*> waiting;
  std::vector<FittingOffer> fitting;

  [[nodiscard]] bool empty() const { return waiting.empty() && fitting.empty(); }
};

class Desk {
 public:
  static Result<Desk> open(Context& context) {
    Result<skills::SkillTree> tree = hub_skills(context);
    if (!tree) return fail(tree.error());
    const Result<Client*> client = context.client();
    if (!client) return fail(client.error());
    return Desk(**client, *std::move(tree), context.zone());
  }

  [[nodiscard]] const Wall& wall() const { return *wall_; }
  [[nodiscard]] const calendar::Zone& zone() const { return zone_; }
  [[nodiscard]] News news_for(const Organization& organization) const {
    return {.organization = &organization,
            .waiting = to_be_reminded_of(*wall_, organization.id, now_),
            .fitting = may_tell_matches(organization, now_) ? fitting(organization) : std::vector<FittingOffer>{}};
  }

 private:
  Desk(Client& client, skills::SkillTree tree, calendar::Zone zone)
      : wall_{&client.wall()}, tree_{std::move(tree)}, zone_{std::move(zone)}, now_{client.now()} {
    matches_.rebuild(*wall_, tree_);
  }

  /// Offers that came up since it was last told, each once.
  [[nodiscard]] std::vector<FittingOffer> fitting(const Organization& organization) const {
    std::vector<FittingOffer> found;
    wall_->each<Need>([&](const Need& need) {
      if (need.organization != organization.id) return;
      for (const auto& [id, match] : matches_.offers_for(need, {*wall_, tree_, zone_, now_})) {
        const bool is_new = wall_->find(id)->moderation.decided_at > organization.matches_told_at;
        if (is_new && std::ranges::find(found, id, &FittingOffer::offer) == found.end()) found.push_back({id, need.id});
      }
    });
    return found;
  }

  const Wall* wall_;
  skills::SkillTree tree_;
  calendar::Zone zone_;
  TimePoint now_;
  matching::Matches matches_;
};

Json json_of(const News& news) {
  Json waiting = Json::array();
  for (const Reply* reply : news.waiting) waiting.push_back(to_string(reply->id));
  Json fitting = Json::array();
  for (const FittingOffer& one : news.fitting)
    fitting.push_back(Json{{"offer", to_string(one.offer)}, {"need", to_string(one.need)}});
  return Json{{"organization", news.organization->details.name},
              {"email", news.organization->details.email},
              {"waiting", std::move(waiting)},
              {"fitting", std::move(fitting)}};
}

Status list(Context& context) {
  const Result<Desk> desk = Desk::open(context);
  if (!desk) return fail(desk.error());
  using Kind = Table::Column::Kind;
  Table table(
      {{"ID"}, {"ORGANIZATION", Kind::long_text}, {"WAITING", Kind::number}, {"OFFERS", Kind::number}, {"HOW"}});
  desk->wall().each<Organization>([&](const Organization& organization) {
    const News news = desk->news_for(organization);
    if (news.empty()) return;
    table.add(
        {short_id(organization.id.uuid), organization.details.name, std::to_string(news.waiting.size()),
         std::to_string(news.fitting.size()), organization.details.email.empty() ? "the desk tells them" : "a letter"},
        json_of(news));
  });
  context.show(table, "Every organization knows what there is to know.");
  return {};
}

struct NameOptions {
  std::string name;
};
void describe(CLI::App& command, NameOptions& options) {
  command.add_option("NAME", options.name, "The organization's name or id")->required();
}

Result<News> find(const Desk& desk, const std::string& name) {
  const Result<OrganizationId> id = find_organization(desk.wall(), name);
  if (!id) return fail(id.error());
  News news = desk.news_for(*desk.wall().find(*id));
  if (news.empty())
    return fail(Errc::closed, "NAME", "it knows what there is to know; see `murctl outbox organizations`");
  return news;
}

Status show(Context& context, const NameOptions& options) {
  const Result<Desk> desk = Desk::open(context);
  if (!desk) return fail(desk.error());
  const Result<News> news = find(*desk, options.name);
  if (!news) return fail(news.error());
  const broker::Letter letter =
      broker::write_organization_letter(desk->wall(), *news->organization, news->waiting, news->fitting, desk->zone());
  Json object = json_of(*news);
  object["subject"] = letter.subject;
  object["text"] = letter.text;
  const std::string& email = news->organization->details.email;
  context.say(fmt::format("To {}\n\n{}\n\n{}", email.empty() ? "be told by the desk" : email, plain(letter.subject),
                          plain_lines(letter.text)),
              object);
  return {};
}

Status told(Context& context, const NameOptions& options) {
  const Result<Desk> desk = Desk::open(context);
  if (!desk) return fail(desk.error());
  const Result<News> news = find(*desk, options.name);
  if (!news) return fail(news.error());
  const OrganizationId id = news->organization->id;
  std::vector<ReplyId> waiting;  // the records move as the commands come back
  for (const Reply* reply : news->waiting) waiting.push_back(reply->id);
  const bool offers = !news->fitting.empty();
  const std::string what = fmt::format("\"{}\" knows", news->organization->details.name);
  for (const ReplyId reply : waiting)
    if (Status done = context.carry_out(NoteOrganizationTold{.organization = id, .reply = reply}, what + " who waits");
        !done)
      return done;
  if (!offers) return {};
  return context.carry_out(NoteOrganizationTold{.organization = id}, what + " of the offers");
}

}  // namespace

void add_organization_outbox_commands(CommandLine& line, CLI::App& outbox) {
  line.command(outbox, "organizations", "Show which organizations are to be told who waits, and which offers fit",
               list);
  line.command<NameOptions>(outbox, "organization", "Show the letter to one, or what to say", describe, show);
  line.command<NameOptions>(outbox, "told", "The organization has been told", describe, told);
}

}  // namespace mur::ctl
