// A calendar that an organization keeps elsewhere, from its address to the wall, with the real programs: mur-broker
// fetches it, murctl is what people have, and a kiosk's link sees the wall.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <fstream>
#include <mutex>
#include <nlohmann/json.hpp>

#include "tests/e2e/machine.h"
#include "tests/e2e/real_broker.h"
#include "tests/support/https_server.h"

namespace mur::test {
namespace {

using namespace std::chrono_literals;
using Titles = std::vector<std::string>;

/// What an organization's calendar program serves, and may change.
class ServedCalendar {
 public:
  void set(const Titles& titles) {
    const std::lock_guard lock(mutex_);
    body_ = text_of(titles);
    etag_ = fmt::format("\"{}\"", ++version_);
  }
  void answer(const HttpRequest& request, HttpPeer& peer) const {
    const std::lock_guard lock(mutex_);
    const std::string headers = fmt::format("Content-Type: text/calendar\r\nETag: {}\r\n", etag_);
    peer.send(request.header("if-none-match") == etag_ ? http_answer("304 Not Modified", headers)
                                                       : http_answer("200 OK", headers, body_));
  }

  static std::string text_of(const Titles& titles) {
    std::string text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//e2e//FR\r\nX-WR-CALNAME:Agenda public\r\n";
    for (const std::string& title : titles)
      text += fmt::format(
          "BEGIN:VEVENT\r\nUID:{}@example.org\r\nDTSTAMP:20260301T000000Z\r\n"
          "DTSTART;TZID=Europe/Paris:20260321T183000\r\nDTEND;TZID=Europe/Paris:20260321T210000\r\n"
          "SUMMARY:{}\r\nEND:VEVENT\r\n",
          title.substr(0, title.find(' ')), title);
    return text + "END:VCALENDAR\r\n";
  }

 private:
  mutable std::mutex mutex_;
  std::string body_;
  std::string etag_;
  int version_ = 0;
};

class FeedStories : public testing::Test {
 protected:
  static constexpr const char* kNoon = "2026-03-14T12:00";

  void SetUp() override {
    served_.set({"Cuisine", "Atelier", "Concert"});
    server_.on("/agenda.ics", [this](const HttpRequest& request, HttpPeer& peer) { served_.answer(request, peer); });
    std::ofstream(folder_ / "ca.pem") << authority_.pem();
    broker::Settings settings = hub_.settings().read().value();
    settings.feeds.ca_file = (folder_ / "ca.pem").string();
    settings.feeds.allow_addresses = {parse_ip_network("127.0.0.1").value()};
    hub_.settings().write(settings);
    broker_ = std::make_unique<RealBroker>(hub_);
    ASSERT_TRUE(broker_->start(kNoon)) << broker_->program().errors();
    ASSERT_TRUE(link::write_key_file(folder_ / "admin.key", broker_->key_file(hub_.admin())));
    ASSERT_TRUE(link::write_key_file(folder_ / "owner.key", broker_->key_file(owner_)));
    wall_ = std::make_unique<Machine>(broker_->key_file(kiosk_), hub_.clock(), *random_);
    wall_->switch_on();
    ASSERT_TRUE(wall_->client().wait_until([&] { return wall_->client().current; }));
  }

  struct Said {
    int code;
    std::string out;
    std::string err;
  };
  Said murctl(const std::string& key, const std::vector<std::string>& words) {
    std::vector<std::string> command = {MUR_BINARY_DIR "/bin/murctl",
                                        "--data",
                                        folder_.path().string(),
                                        "--key",
                                        (folder_ / (key + ".key")).string(),
                                        "--wait",
                                        "20"};
    command.insert(command.end(), words.begin(), words.end());
    Program program(command);
    const int code = program.wait();
    return {code, program.output(), program.errors()};
  }
  /// What it says when it does as told.
  std::string done(const std::string& key, const std::vector<std::string>& words) {
    const Said said = murctl(key, words);
    EXPECT_EQ(said.code, 0) << fmt::format("murctl {}: {}", fmt::join(words, " "), said.err);
    return said.out;
  }
  nlohmann::json the_feed() { return nlohmann::json::parse(done("admin", {"feed", "list", "--json"})); }

  [[nodiscard]] Titles titles() const {
    Titles found;
    wall_->client().wall.each<Event>([&found](const Event& event) { found.push_back(event.details.title); });
    std::ranges::sort(found);
    return found;
  }
  [[nodiscard]] bool wall_shows(const Titles& expected) {
    return wall_->client().wait_until([&] { return titles() == expected; });
  }
  [[nodiscard]] const FeedHealth* health() const {
    const FeedHealth* found = nullptr;
    wall_->client().wall.each<FeedHealth>([&found](const FeedHealth& one) { found = &one; });
    return found;
  }
  /// Whatever was decided until now has come to the wall: a batch that comes after it has.
  [[nodiscard]] bool wall_is_in_step() {
    const std::string text = fmt::format("Repère {}", ++marks_);
    done("admin", {"notice", "add", text, "--until", "2026-04-01 12:00"});
    return wall_->client().wait_until([&] {
      bool found = false;
      wall_->client().wall.each<Notice>([&](const Notice& notice) { found = found || notice.text == text; });
      return found;
    });
  }
  void restart_at(const std::string& time) {
    broker_->kill();
    ASSERT_TRUE(broker_->start(time)) << broker_->program().errors();
    ASSERT_TRUE(wall_->client().wait_until([&] { return wall_->client().current; }));
  }

  TempFolder folder_;
  Authority authority_;
  ServedCalendar served_;
  HttpsServer server_{authority_.issue({"IP:127.0.0.1"})};
  TestBroker hub_;
  OrganizationId canteen_ = hub_.add_organization("Cantine des Tilleuls");
  TestKey owner_ = hub_.add_key(Role::owner, canteen_, "Ana");
  TestKey kiosk_ = hub_.add_key(Role::kiosk, {}, "entrée");
  std::unique_ptr<RandomSource> random_ = make_system_random();
  std::unique_ptr<RealBroker> broker_;
  std::unique_ptr<Machine> wall_;
  int marks_ = 0;
};

TEST_F(FeedStories, AFileIsShownConfirmedFollowedAndSurvivesThePlug) {
  const auto path = folder_ / "agenda.ics";
  std::ofstream(path) << ServedCalendar::text_of({"Cuisine", "Atelier"});
  const std::string url = "file://" + path.string();
  EXPECT_EQ(murctl("owner", {"feed", "add", url}).code, 1);

  const std::string shown = done("admin", {"feed", "add", url, "--organization", "Cantine des Tilleuls"});
  EXPECT_TRUE(shown.contains("Cuisine") && shown.contains("Atelier")) << shown;
  ASSERT_TRUE(wall_is_in_step());
  EXPECT_EQ(titles(), Titles{});
  EXPECT_EQ(health(), nullptr);

  const std::string id = the_feed()["id"];
  done("owner", {"feed", "confirm", id});
  ASSERT_TRUE(wall_shows({"Atelier", "Cuisine"}));
  ASSERT_NE(health(), nullptr);
  EXPECT_EQ(health()->name, "Agenda public");

  std::ofstream(path) << ServedCalendar::text_of({"Cuisine pour 80 voisins", "Atelier", "Concert"});
  done("owner", {"feed", "refresh", id});
  ASSERT_TRUE(wall_shows({"Atelier", "Concert", "Cuisine pour 80 voisins"}));

  restart_at("2026-03-14T14:00");
  std::ofstream(path) << ServedCalendar::text_of({"Cuisine pour 80 voisins", "Atelier"});
  done("owner", {"feed", "refresh", id});
  ASSERT_TRUE(wall_is_in_step());
  EXPECT_EQ(titles().size(), 3U);  // absent once
  restart_at("2026-03-14T16:00");
  done("owner", {"feed", "refresh", id});
  EXPECT_TRUE(wall_shows({"Atelier", "Cuisine pour 80 voisins"}));
}

TEST_F(FeedStories, ACalendarOverHttpsIsAskedForOnlyWhenItChangedAndIsQuarantinedUntilItHeals) {
  const std::string url = server_.url("/agenda.ics?key=secret");
  const std::string shown = done("owner", {"feed", "add", url, "--name", "Agenda de la cantine"});
  EXPECT_TRUE(shown.contains("3 events")) << shown;
  ASSERT_TRUE(wall_is_in_step());
  EXPECT_EQ(titles(), Titles{});
  const std::string id = the_feed()["id"];
  done("owner", {"feed", "confirm", id});
  const Titles all{"Atelier", "Concert", "Cuisine"};
  ASSERT_TRUE(wall_shows(all));

  done("owner", {"feed", "refresh", id});
  ASSERT_FALSE(server_.requests().empty());
  EXPECT_EQ(server_.requests().back().header("if-none-match"), "\"1\"");

  restart_at("2026-03-14T14:00");
  served_.set({"Cuisine"});
  const Said lost = murctl("owner", {"feed", "refresh", id});
  EXPECT_EQ(lost.code, 1);
  EXPECT_TRUE(lost.err.contains("1 of the 3 events")) << lost.err;
  EXPECT_EQ(the_feed()["state"], "quarantined");
  ASSERT_TRUE(wall_is_in_step());
  EXPECT_EQ(titles(), all);
  ASSERT_NE(health(), nullptr);
  EXPECT_EQ(health()->state, FeedState::quarantined);

  restart_at("2026-03-14T16:00");
  served_.set(all);
  done("owner", {"feed", "refresh", id});
  EXPECT_EQ(the_feed()["state"], "active");
  ASSERT_TRUE(wall_is_in_step());
  EXPECT_EQ(titles(), all);
  EXPECT_FALSE(broker_->program().errors().contains("secret")) << broker_->program().errors();
}

TEST_F(FeedStories, APrivateAddressThatNobodyAllowedIsNotAskedAndTheRemedyIsTold) {
  broker::Settings settings = hub_.settings().read().value();
  settings.feeds.allow_addresses.clear();
  settings.listen = broker_->address();
  settings.log_level = "warn";
  std::ofstream(hub_.folder() / "hub.toml") << broker::settings_text(settings);
  done("admin", {"reload"});

  const Said refused = murctl("owner", {"feed", "add", server_.url("/agenda.ics")});
  EXPECT_EQ(refused.code, 1);
  EXPECT_TRUE(refused.err.contains("allow_addresses")) << refused.err;
  EXPECT_EQ(server_.connections(), 0U);
  EXPECT_EQ(the_feed()["trouble"], "forbidden");
}

}  // namespace
}  // namespace mur::test
