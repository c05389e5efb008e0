// What a person can do, with the real programs: an organization's calendar reaches the wall; an offer goes from a
// finger to a moderator and back to its author's ticket; and nothing of that is lost when the broker's plug is pulled.
#include <fstream>
#include <nlohmann/json.hpp>

#include "kiosk/app/view.h"
#include "tests/e2e/desk.h"
#include "tests/e2e/finger.h"
#include "tests/e2e/log_view.h"
#include "tests/e2e/machine.h"
#include "tests/e2e/posts.h"
#include "tests/e2e/real_broker.h"

namespace mur::test {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr const char* kTime = "2026-03-14T12:00";  // TestBroker's, in its zone

std::string bytes_of_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>{file}, {}};
}

class Stories : public testing::Test {
 protected:
  void SetUp() override {
    // So that people see what moderating is, even of presets.
    broker::Settings settings = hub_.settings().read().value();
    settings.hub.policy.publish_presets = false;
    hub_.settings().write(settings);
    broker_ = std::make_unique<RealBroker>(hub_);
    ASSERT_TRUE(broker_->start(kTime)) << broker_->program().errors();
    ASSERT_TRUE(link::write_key_file(folder_ / "admin.key", broker_->key_file(hub_.admin())));
    ASSERT_TRUE(link::write_key_file(folder_ / "kiosk.key", broker_->key_file(kiosk_key_)));
    ASSERT_TRUE(link::write_key_file(folder_ / "picture.key", broker_->key_file(picture_key_)));
    std::ofstream(folder_ / "kiosk.toml") << "key = \"kiosk.key\"\nwidth = 1920\nheight = 1080\n";
    watcher_ = std::make_unique<Machine>(broker_->key_file(hub_.admin()), hub_.clock(), *random_);
    watcher_->switch_on();
    wall_ = std::make_unique<Machine>(broker_->key_file(wall_key_), hub_.clock(), *random_);
    wall_->switch_on();
  }

  // ---- people at a desk ----

  /// What murctl says when it does as told.
  std::string murctl(const std::vector<std::string>& words) { return murctl_as("admin", words); }
  std::string murctl_as(const std::string& who, const std::vector<std::string>& words) {
    return run_murctl(folder_.path(), who, words);
  }
  /// … as programs read it: one object a line.
  std::vector<nlohmann::json> murctl_json(std::vector<std::string> words) {
    words.emplace_back("--json");
    std::istringstream lines(murctl(words));
    std::vector<nlohmann::json> objects;
    for (std::string line; std::getline(lines, line);) objects.push_back(nlohmann::json::parse(line));
    return objects;
  }

  // ---- the kiosk ----

  void start_kiosk() {
    std::vector<std::string> environment = screen_.environment();
    kiosk_ = std::make_unique<Program>(
        std::vector<std::string>{MUR_BINARY_DIR "/bin/mur-kiosk", "--data", folder_.path().string(), "--window",
                                 "1920x1080", "--clock", kTime},
        environment);
    Program window({"/usr/bin/xdotool", "search", "--sync", "--onlyvisible", "--name", "^Mur$"}, environment);
    ASSERT_EQ(window.wait(), 0) << kiosk_->errors();
  }
  void stop_kiosk() {
    kiosk_->signal(SIGTERM);
    ASSERT_EQ(kiosk_->wait(), 0) << kiosk_->errors();
  }
  [[nodiscard]] Wall kiosk_wall() const {
    const auto replica = link::Replica::open(folder_.path(), link::Replica::Mode::read_only);
    return replica ? replica->load()->wall : Wall{};
  }
  /// The kiosk's own replica has come as far as the wall that this test watches.
  [[nodiscard]] bool kiosk_follows() {
    return watcher_->client().wait_until([&] {
      const auto replica = link::Replica::open(folder_.path(), link::Replica::Mode::read_only);
      return watcher_->client().current && replica && replica->head().seq >= watcher_->client().seq;
    });
  }
  /// The sealed tickets of what was left on the kiosk, sent or not, in their order; read from a copy while it runs.
  [[nodiscard]] std::vector<Bytes> left_on_kiosk() const {
    const TempFolder copy;
    for (const auto& entry : fs::directory_iterator(folder_.path())) {
      const std::string name = entry.path().filename();
      if (name == "outbox.db" || name == "outbox.db-wal") fs::copy(entry.path(), copy.path());
    }
    std::vector<Bytes> tickets;
    auto outbox = link::Outbox::open(copy.path());
    if (!outbox || !outbox->replay_acknowledged()) return tickets;
    const auto kept = outbox->waiting();
    if (!kept) return tickets;
    for (const link::Outgoing& one : *kept) {
      const Command command = protocol::decode_command(one.bytes).value().command;
      if (const auto* offer = std::get_if<PutOffer>(&command)) tickets.push_back(offer->sealed_ticket);
      if (const auto* answer = std::get_if<AnswerNeed>(&command)) tickets.push_back(answer->sealed_ticket);
    }
    return tickets;
  }
  /// What stands on their authors' tickets: the hub's secret opens them.
  [[nodiscard]] std::vector<std::string> ticket_codes() const {
    std::vector<std::string> codes;
    for (const Bytes& ticket : left_on_kiosk())
      codes.push_back(protocol::decode_ticket(open_sealed(hub_.secrets().hub, ticket).value())->code);
    return codes;
  }

  int screenshot(const std::string& name, std::vector<std::string> more) {
    std::vector<std::string> words = {MUR_BINARY_DIR "/bin/mur-kiosk", "--screenshot", picture(name).string(), "--size",
                                      "1920x1080"};
    words.insert(words.end(), more.begin(), more.end());
    Program program(words);
    const int code = program.wait();
    EXPECT_EQ(code, 0) << program.errors();
    return code;
  }
  [[nodiscard]] fs::path picture(const std::string& name) const { return folder_ / (name + ".png"); }

  [[nodiscard]] std::vector<Offer> offers(const Wall& wall) const {
    std::vector<Offer> found;
    wall.each<Offer>([&found](const Offer& offer) { found.push_back(offer); });
    return found;
  }

  TestBroker hub_;
  std::unique_ptr<RandomSource> random_ = make_system_random();
  TestKey kiosk_key_ = hub_.add_key(Role::kiosk, {}, "kiosk");
  TestKey wall_key_ = hub_.add_key(Role::kiosk, {}, "other wall");
  TestKey picture_key_ = hub_.add_key(Role::kiosk, {}, "picture");
  TestKey stranger_key_ = hub_.add_key(Role::proposer, {}, "stranger");
  TempFolder folder_;  // the kiosk's, and the desk's keys
  std::unique_ptr<RealBroker> broker_;
  std::unique_ptr<Machine> watcher_;  // sees what staff sees
  std::unique_ptr<Machine> wall_;     // another wall
  VirtualScreen screen_;
  std::unique_ptr<Program> kiosk_;
};

TEST_F(Stories, AnOrganizationsCalendarIsOnEveryWall) {
  const std::vector<std::string> shot = {
      "--screen", "calendar", "--connect", broker_->address(), "--key", (folder_ / "picture.key").string(),
      "--now",    kTime};
  screenshot("before", shot);

  murctl({"organization", "add", "Collectif X", "--trust", "trusted", "--guarantor", "W751234567"});
  const auto said = murctl_json(
      {"event", "import", MUR_SOURCE_DIR "/tests/e2e/fixtures/collectif-x.ics", "--organization", "Collectif X"});

  ASSERT_EQ(said.size(), 1U);
  EXPECT_EQ(said.front().at("added"), 3);
  EXPECT_EQ(said.front().at("warnings"), 0);
  std::vector<std::string> titles;
  const auto shown = [&] {
    titles.clear();
    wall_->client().wall.each<Event>([&](const Event& event) { titles.push_back(event.details.title); });
    return titles.size() == 3;
  };
  ASSERT_TRUE(wall_->client().wait_until(shown));
  std::ranges::sort(titles);
  EXPECT_EQ(titles, (std::vector<std::string>{"Atelier de réparation", "Fête du printemps", "Repas de quartier"}));
  screenshot("after", shot);
  screenshot("again", shot);
  EXPECT_NE(bytes_of_file(picture("before")), bytes_of_file(picture("after")));
  EXPECT_EQ(bytes_of_file(picture("after")), bytes_of_file(picture("again")));
}

TEST_F(Stories, AnOfferGoesFromAFingerToTheWallAndItsTicketLeadsBackToIt) {
  start_kiosk();
  ASSERT_TRUE(kiosk_follows());
  Visitor visitor(screen_, kiosk_wall(), hub_.clock().now(), true, *random_);
  visitor.offer("cooking");
  visitor.offer("repair");

  // They wait, and the desk sees them.
  ASSERT_TRUE(watcher_->client().wait_until([&] { return offers(watcher_->client().wall).size() == 2; }));
  const auto queue = murctl_json({"queue"});
  ASSERT_EQ(queue.size(), 2U);
  EXPECT_EQ(offers(wall_->wall()).size(), 0U);
  OfferId cooking;
  OfferId repair;
  for (const Offer& offer : offers(watcher_->client().wall))
    (offer.details.tiles == std::vector{Tile::cooking} ? cooking : repair) = offer.id;
  EXPECT_EQ(watcher_->client().wall.find(repair)->details.tiles, std::vector{Tile::repair});
  EXPECT_TRUE(watcher_->client().wall.find(repair)->details.availability.evenings);

  murctl({"approve", to_string(cooking.uuid)});
  murctl({"refuse", to_string(repair.uuid), "--reason", "off-topic", "--note", "Passez nous voir"});

  ASSERT_TRUE(wall_->client().wait_until([&] { return wall_->client().wall.find(cooking) != nullptr; }));
  EXPECT_EQ(wall_->wall().find(repair), nullptr);
  EXPECT_TRUE(murctl_json({"queue"}).empty());

  stop_kiosk();
  const std::vector<std::string> codes = ticket_codes();
  ASSERT_EQ(codes.size(), 2U);
  const auto approved = murctl_json({"ticket", "show", codes[0]});
  EXPECT_EQ(approved.at(0).at("status"), "published");
  EXPECT_EQ(approved.at(0).at("post"), to_string(record_id(cooking)));
  const auto refused = murctl_json({"ticket", "show", codes[1]});
  EXPECT_EQ(refused.at(0).at("status"), "refused");
  EXPECT_EQ(refused.at(0).at("note"), "Passez nous voir");

  murctl({"ticket", "withdraw", codes[0]});

  ASSERT_TRUE(wall_->client().wait_until([&] { return wall_->client().wall.find(cooking) == nullptr; }));
  EXPECT_EQ(murctl_json({"ticket", "show", codes[0]}).at(0).at("status"), "withdrawn");
}

TEST_F(Stories, ANeedIsAnsweredByAFingerTheNextWaitsAndMovesUpWhenTheFirstCannotCome) {
  murctl({"organization", "add", "La Cantine", "--trust", "trusted", "--guarantor", "W751234567"});
  murctl({"need", "add", "--organization", "La Cantine", "--title", "Servir la soupe", "--slot",
          "Servir;wanted=1;start=2026-03-21 18:00;minutes=180;welcomed_by=Awa;where=Cuisine"});
  start_kiosk();
  ASSERT_TRUE(kiosk_follows());
  Visitor visitor(screen_, kiosk_wall(), hub_.clock().now(), true, *random_);

  visitor.tap({"attract.band", "home.help_out", "board.card.0", "need.help", "contact.none", "form.on", "ticket.done"});

  const auto replies = [&](const Wall& wall) {
    std::vector<Reply> found;
    wall.each<Reply>([&found](const Reply& reply) { found.push_back(reply); });
    return found;
  };
  ASSERT_TRUE(watcher_->client().wait_until([&] { return replies(watcher_->client().wall).size() == 1; }));
  const Reply first = replies(watcher_->client().wall).front();
  EXPECT_EQ(first.status, ReplyStatus::held);
  EXPECT_TRUE(replies(wall_->wall()).empty()) << "no wall hears who answered";
  const auto is_taken = [&] {
    int missing_now = -1;
    wall_->client().wall.each<Need>([&](const Need& need) { missing_now = missing(need); });
    return missing_now == 0;
  };
  ASSERT_TRUE(wall_->client().wait_until(is_taken)) << "the other wall shows that the place is taken";

  const auto second = murctl_json({"need", "answer", to_string(first.need->uuid)}).at(0);
  EXPECT_EQ(second.at("status"), "listed");
  murctl({"reply", "accept", to_string(first.id.uuid)});
  ASSERT_TRUE(kiosk_follows());
  stop_kiosk();
  const std::vector<std::string> codes = ticket_codes();
  ASSERT_EQ(codes.size(), 1U);
  const auto ticket = murctl_json({"ticket", "show", codes[0]}).at(0).at("reply");
  EXPECT_EQ(ticket.at("status"), "accepted");
  EXPECT_EQ(ticket.at("welcomed_by"), "Awa");

  murctl({"ticket", "withdraw", codes[0]});
  EXPECT_EQ(murctl_json({"ticket", "show", second.at("code")}).at(0).at("reply").at("status"), "held");

  // The evening comes; they meet, and whoever came tells others how it was.
  murctl({"reply", "accept", second.at("reply")});
  ASSERT_EQ(broker_->stop(), 0);
  ASSERT_TRUE(broker_->start("2026-03-21T22:00")) << broker_->program().errors();
  murctl({"reply", "met", second.at("reply")});
  murctl({"ticket", "story", second.at("code"), "--text", "On a servi cent repas.", "--consent"});
  murctl({"approve", murctl_json({"queue"}).at(0).at("id")});
  const auto told = [&] {
    std::string text;
    wall_->client().wall.each<Story>([&text](const Story& story) { text = story.text; });
    return text;
  };
  EXPECT_TRUE(wall_->client().wait_until([&] { return told() == "On a servi cent repas."; }));
  murctl({"ticket", "take-story-back", second.at("code")});
  EXPECT_TRUE(wall_->client().wait_until([&] { return told().empty(); })) << "one touch takes it off every wall";
}

TEST_F(Stories, AnOfferIsAnsweredAndItsAuthorSaysYesWithAFinger) {
  murctl({"organization", "add", "La Cantine", "--trust", "trusted", "--guarantor", "W751234567"});
  const auto left = murctl_json({"offer", "add", "--tile", "other", "--text", "Comptabilité", "--phone",
                                 "06 12 34 56 78", "--age", "adult"})
                        .at(0);
  const std::string offer = left.at("offer");
  murctl({"approve", offer});
  murctl({"offer", "answer", offer, "--organization", "La Cantine", "--note", "Nos comptes de fin d'année"});
  start_kiosk();
  ASSERT_TRUE(kiosk_follows());
  Visitor visitor(screen_, kiosk_wall(), hub_.clock().now(), true, *random_);

  const auto answer = [&] {
    Reply found;
    watcher_->client().wall.each<Reply>([&found](const Reply& reply) { found = reply; });
    return found;
  };
  ASSERT_TRUE(watcher_->client().wait_until([&] { return answer().status == ReplyStatus::held; }));
  visitor.look_up(left.at("code"), {.post = record_id(*answer().offer),
                                    .status = PostStatus::published,
                                    .details = {.tiles = {Tile::other}, .text = "Comptabilité"},
                                    .expires_at = hub_.clock().now() + limits::kOfferLife,
                                    .answers = {{.reply = answer().id,
                                                 .organization = "La Cantine",
                                                 .status = ReplyStatus::held,
                                                 .note = "Nos comptes de fin d'année",
                                                 .decide_by = answer().decide_by,
                                                 .reaches = true}}});
  // The broker tells the real kiosk of the ticket in its own time; before that there is nothing under the finger.
  const auto said_yes = [&] { return is_agreed(answer().status); };
  for (int touches = 0; touches < 40 && !said_yes(); ++touches) {
    visitor.touch("answer.yes.0");
    watcher_->client().listen(500ms);
  }

  EXPECT_TRUE(said_yes());
  EXPECT_EQ(murctl_json({"ticket", "show", left.at("code")}).at(0).at("stage"), "promised");
}

TEST_F(Stories, AnUnknownAssociationProposesAnEventAndOneCommandPutsItOnEveryWall) {
  ASSERT_TRUE(link::write_key_file(folder_ / "stranger.key", broker_->key_file(stranger_key_)));
  const auto proposed = nlohmann::json::parse(murctl_as(
      "stranger",
      {"--json", "event", "propose", "--title", "Fête des voisins", "--organizer", "Les Voisins du quai", "--start",
       "2026-03-28 15:00", "--minutes", "240", "--email", "voisins@example.org", "--age", "adult"}));
  const auto on_the_wall = [&] {
    bool found = false;
    wall_->client().wall.each<Event>(
        [&](const Event& event) { found = found || event.details.organizer == "Les Voisins du quai"; });
    return found;
  };
  const auto waiting = murctl_json({"queue"});
  ASSERT_EQ(waiting.size(), 1U);
  EXPECT_FALSE(on_the_wall());

  murctl({"approve", waiting.at(0).at("id")});

  EXPECT_TRUE(wall_->client().wait_until(on_the_wall));
  EXPECT_EQ(murctl_json({"ticket", "show", proposed.at("code")}).at(0).at("status"), "published");
}

TEST_F(Stories, TheWrongPersonsNumberIsErasedAndNotTakenAgain) {
  murctl({"organization", "add", "La Cantine", "--trust", "trusted", "--guarantor", "W751234567"});
  murctl({"need", "add", "--organization", "La Cantine", "--title", "Servir la soupe", "--slot", "Servir;wanted=3"});
  const std::string need = murctl_json({"need", "list"}).at(0).at("id");
  const auto reply = murctl_json({"need", "answer", need, "--phone", "06 12 34 56 78", "--age", "adult"}).at(0);
  EXPECT_EQ(murctl({"contact", "open", reply.at("reply"), "--reason", "appeler"}), "06 12 34 56 78\n");

  murctl({"contact", "wrong", reply.at("reply")});

  EXPECT_TRUE(murctl_json({"reply", "list"}).empty());
  Program again({MUR_BINARY_DIR "/bin/murctl", "--data", folder_.path().string(), "--key",
                 (folder_ / "admin.key").string(), "need", "answer", need, "--phone", "+33612345678", "--age",
                 "adult"});
  EXPECT_NE(again.wait(), 0);
  EXPECT_NE(again.errors().find("can't be used here"), std::string::npos) << again.errors();
}

TEST_F(Stories, AnOfferIsReviewedAnsweredAgreedAndTheyMeet) {
  murctl({"organization", "add", "La Cantine", "--trust", "trusted", "--guarantor", "W751234567"});
  start_kiosk();
  ASSERT_TRUE(kiosk_follows());
  Visitor visitor(screen_, kiosk_wall(), hub_.clock().now(), true, *random_);
  visitor.offer("cooking");
  ASSERT_TRUE(watcher_->client().wait_until([&] { return offers(watcher_->client().wall).size() == 1; }));
  const std::string id = to_string(offers(watcher_->client().wall).front().id.uuid);
  stop_kiosk();
  const std::string code = ticket_codes().at(0);
  const auto stage_on_the_wall = [&] {
    const auto shown = offers(wall_->client().wall);
    return shown.size() == 1 ? std::optional{shown.front().stage} : std::nullopt;
  };

  murctl({"approve", id});
  murctl({"offer", "answer", id, "--organization", "La Cantine", "--note", "Venez mardi, demandez Awa"});
  const auto told = murctl_json({"outbox", "list"});
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told.at(0).at("channel"), "ticket") << "no contact: it is read at the desk";
  const auto answer = murctl_json({"ticket", "show", code}).at(0).at("answers").at(0);
  EXPECT_EQ(answer.at("note"), "Venez mardi, demandez Awa");
  ASSERT_TRUE(wall_->client().wait_until([&] { return stage_on_the_wall() == OfferStage::open; }));

  murctl({"ticket", "accept", code});
  EXPECT_TRUE(wall_->client().wait_until([&] { return stage_on_the_wall() == OfferStage::promised; }));
  EXPECT_TRUE(murctl_json({"outbox", "list"}).empty()) << "who said yes knows";
  murctl({"ticket", "tell", code, "--met"});
  EXPECT_TRUE(wall_->client().wait_until([&] { return stage_on_the_wall() == OfferStage::met; }));
  std::size_t replies = 0;
  wall_->client().wall.each<Reply>([&replies](const Reply&) { ++replies; });
  EXPECT_EQ(replies, 0U) << "no wall hears who met";
}

TEST_F(Stories, TwoOffersLeftWhileThePlugIsOutArriveOnceEach) {
  start_kiosk();
  ASSERT_TRUE(kiosk_follows());
  broker_->kill();
  ASSERT_TRUE(wall_->client().wait_until([&] { return !wall_->client().connected; }));
  Visitor visitor(screen_, kiosk_wall(), hub_.clock().now(), false, *random_);

  visitor.offer("cooking");
  visitor.offer("repair");

  ASSERT_TRUE(watcher_->client().wait_until([&] { return left_on_kiosk().size() == 2; }));
  ASSERT_TRUE(broker_->start(kTime)) << broker_->program().errors();
  ASSERT_TRUE(watcher_->client().wait_until([&] { return offers(watcher_->client().wall).size() == 2; }));
  // And no third when the kiosk comes back once more.
  ASSERT_TRUE(kiosk_follows());
  stop_kiosk();
  start_kiosk();
  murctl({"notice", "add", "Café à 16 h", "--until", "2026-03-15T12:00"});
  ASSERT_TRUE(kiosk_follows());
  stop_kiosk();
  watcher_->switch_off();
  wall_->switch_off();
  ASSERT_EQ(broker_->stop(), 0) << broker_->program().errors();
  const LogView log(hub_.folder());
  ASSERT_EQ(log.count<Offer>(), 2U);
  for (const Offer& offer : offers(log.wall))
    EXPECT_TRUE(offer.details.tiles == std::vector{Tile::cooking} || offer.details.tiles == std::vector{Tile::repair});
  EXPECT_NE(offers(log.wall)[0].details.tiles, offers(log.wall)[1].details.tiles);
}

TEST_F(Stories, AKioskRestartedWithoutBrokerShowsItsWallAndHowOldItIs) {
  murctl({"organization", "add", "Collectif X", "--trust", "trusted", "--guarantor", "W751234567"});
  murctl({"event", "import", MUR_SOURCE_DIR "/tests/e2e/fixtures/collectif-x.ics", "--organization", "Collectif X"});
  start_kiosk();
  ASSERT_TRUE(kiosk_follows());
  broker_->kill();
  stop_kiosk();

  start_kiosk();

  // What it shows is what a picture of its replica shows, taken while it runs.
  screenshot("wall", {"--screen", "calendar", "--replica", folder_.path().string(), "--now", "2026-03-14T15:00"});
  const Wall wall = kiosk_wall();
  std::size_t events = 0;
  wall.each<Event>([&events](const Event&) { ++events; });
  EXPECT_EQ(events, 3U);
  const auto heard_at = link::Replica::open(folder_.path(), link::Replica::Mode::read_only)->head().heard_at;
  const app::Moment later{heard_at + 3h, Milliseconds{0}};
  app::AppState state = app::start_state({.language = "fr"}, later);
  state = app::update(std::move(state), app::WallLoaded{wall, heard_at}, later).state;
  const auto languages = kiosk::load_languages(kiosk::locale_folder()).value();
  EXPECT_NE(app::make_view(state, languages).chrome.offline.find("3"), std::string::npos)
      << app::make_view(state, languages).chrome.offline;
  stop_kiosk();
}

}  // namespace
}  // namespace mur::test
