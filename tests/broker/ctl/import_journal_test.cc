#include "broker/ctl/import_journal.h"

#include <gtest/gtest.h>

#include "tests/support/house.h"
#include "tests/support/temp_folder.h"

namespace mur::ctl {
namespace {

using std::chrono::days;
using std::chrono::hours;

constexpr TimePoint kNow = test::House::kNow;
constexpr Digest128 kFile{1, 2, 3};

TEST(ImportJournal, AnInterruptedImportGoesOnUnderItsNameAndTime) {
  const test::TempFolder folder;
  test::CountedRandom random;
  const ImportRun begun = ImportJournal(folder.path()).begin(kFile, kNow, random).value();
  EXPECT_EQ(begun.started_at, kNow);
  EXPECT_EQ(ImportJournal(folder.path()).begin(kFile, kNow + hours{2}, random).value(), begun);
}

TEST(ImportJournal, TheNextImportOfTheSameFileIsAnotherOne) {
  const test::TempFolder folder;
  test::CountedRandom random;
  ImportJournal journal(folder.path());
  const ImportRun first = journal.begin(kFile, kNow, random).value();
  journal.end(kFile);
  const ImportRun second = journal.begin(kFile, kNow, random).value();  // in the same millisecond, even
  EXPECT_NE(second.id, first.id);
}

TEST(ImportJournal, AnotherFileIsAnotherImport) {
  const test::TempFolder folder;
  test::CountedRandom random;
  ImportJournal journal(folder.path());
  EXPECT_NE(journal.begin(kFile, kNow, random).value().id, journal.begin(Digest128{9}, kNow, random).value().id);
}

TEST(ImportJournal, WhatBeganLongAgoOrInTheFutureBeginsAnew) {
  const test::TempFolder folder;
  test::CountedRandom random;
  ImportJournal journal(folder.path());
  const ImportRun old = journal.begin(kFile, kNow, random).value();
  const ImportRun anew = journal.begin(kFile, kNow + days{30}, random).value();
  EXPECT_EQ(anew.started_at, kNow + days{30});
  EXPECT_NE(anew.id, old.id);
  EXPECT_EQ(journal.begin(kFile, kNow, random).value().started_at, kNow);
}

}  // namespace
}  // namespace mur::ctl
