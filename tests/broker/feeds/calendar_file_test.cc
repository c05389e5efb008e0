#include "broker/feeds/calendar_file.h"

#include <sys/stat.h>

#include "tests/broker/feeds/fetching.h"

namespace mur::feeds {
namespace {

class CalendarFile : public Fetching {
 protected:
  FetchOutcome fetch_file(const std::string& path, bool may_read_files = true) {
    return ask({.url = "file://" + path, .may_read_files = may_read_files});
  }
};

TEST_F(CalendarFile, IsReadWhole) {
  std::ofstream(folder / "a.ics") << kCalendar;

  const FetchOutcome outcome = fetch_file((folder / "a.ics").string());

  EXPECT_EQ(outcome.trouble, FeedTrouble::none) << outcome.problem;
  EXPECT_EQ(outcome.body, kCalendar);
}

TEST_F(CalendarFile, OfAnOrganizationIsNotRead) {
  std::ofstream(folder / "a.ics") << kCalendar;

  const FetchOutcome outcome = fetch_file((folder / "a.ics").string(), false);

  EXPECT_EQ(outcome.trouble, FeedTrouble::forbidden);
  EXPECT_NE(outcome.problem.find("let an admin add the feed"), std::string::npos) << outcome.problem;
  EXPECT_TRUE(outcome.body.empty());
}

TEST_F(CalendarFile, ThatIsMissingSaysWhatToCheck) {
  const FetchOutcome outcome = fetch_file((folder / "none.ics").string());

  EXPECT_EQ(outcome.trouble, FeedTrouble::unreachable);
  EXPECT_NE(outcome.problem.find("check that it is there"), std::string::npos) << outcome.problem;
}

TEST_F(CalendarFile, ThatIsAFolderADeviceOrAPipeIsRefusedAndNeverWaitedFor) {
  ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);
  for (const std::string& path : {folder.path().string(), std::string("/dev/zero"), (folder / "pipe").string()}) {
    const FetchOutcome outcome = fetch_file(path);
    EXPECT_EQ(outcome.trouble, FeedTrouble::forbidden) << path;
    EXPECT_NE(outcome.problem.find("is not a plain file"), std::string::npos) << outcome.problem;
  }
}

TEST_F(CalendarFile, MayHaveExactlyTheLimitAndNoByteMore) {
  rules.bytes = 100;
  std::ofstream(folder / "fits.ics") << std::string(100, 'x');
  std::ofstream(folder / "more.ics") << std::string(101, 'x');

  EXPECT_EQ(fetch_file((folder / "fits.ics").string()).body.size(), 100U);
  EXPECT_EQ(fetch_file((folder / "more.ics").string()).trouble, FeedTrouble::too_large);
}

}  // namespace
}  // namespace mur::feeds
