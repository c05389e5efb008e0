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
  const ImportRun begun = ImportJournal(folder.path()).begin(kFile, kNow).value();
  EXPECT_EQ(begun.started_at, kNow);
  EXPECT_EQ(ImportJournal(folder.path()).begin(kFile, kNow + hours{2}).value(), begun);
}

TEST(ImportJournal, TheNextImportOfTheSameFileIsAnotherOne) {
  const test::TempFolder folder;
  ImportJournal journal(folder.path());
  const ImportRun first = journal.begin(kFile, kNow).value();
  journal.end(kFile);
  const ImportRun second = journal.begin(kFile, kNow + hours{2}).value();
  EXPECT_NE(second.id, first.id);
  EXPECT_EQ(second.started_at, kNow + hours{2});
}

TEST(ImportJournal, AnotherFileIsAnotherImport) {
  const test::TempFolder folder;
  ImportJournal journal(folder.path());
  EXPECT_NE(journal.begin(kFile, kNow).value().id, journal.begin(Digest128{9}, kNow).value().id);
}

TEST(ImportJournal, WhatBeganLongAgoOrInTheFutureBeginsAnew) {
  const test::TempFolder folder;
  ImportJournal journal(folder.path());
  const ImportRun old = journal.begin(kFile, kNow).value();
  const ImportRun anew = journal.begin(kFile, kNow + days{30}).value();
  EXPECT_EQ(anew.started_at, kNow + days{30});
  EXPECT_NE(anew.id, old.id);
  EXPECT_EQ(journal.begin(kFile, kNow).value(), old);
}

}  // namespace
}  // namespace mur::ctl
