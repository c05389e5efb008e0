#include "broker/ctl/table.h"

#include <gtest/gtest.h>

namespace mur::ctl {
namespace {

using Kind = Table::Column::Kind;

Table two_events() {
  Table table({{"ID"}, {"TITLE", Kind::long_text}, {"WANTED", Kind::number}});
  table.add({"0190a6e0", "Éplucher les légumes", "6"}, Json{{"id", "0190a6e0"}, {"wanted", 6}});
  table.add({"77aa", "Servir", "12"}, Json{{"id", "77aa"}, {"wanted", 12}}, {"look at: link in title"});
  return table;
}

TEST(Table, ColumnsAreAlignedByWhatIsSeen) {
  EXPECT_EQ(two_events().text(0),
            "ID        TITLE                 WANTED\n"
            "0190a6e0  Éplucher les légumes       6\n"
            "77aa      Servir                    12\n"
            "    look at: link in title\n");
}

TEST(Table, LongTextGivesWaySoThatALineFits) {
  EXPECT_EQ(two_events().text(30),
            "ID        TITLE         WANTED\n"
            "0190a6e0  Éplucher le…       6\n"
            "77aa      Servir            12\n"
            "    look at: link in title\n");
}

TEST(Table, ProgramsGetOneObjectALine) {
  EXPECT_EQ(two_events().json(), "{\"id\":\"0190a6e0\",\"wanted\":6}\n{\"id\":\"77aa\",\"wanted\":12}\n");
}

TEST(Table, WhatPeopleTypedCannotBreakALine) {
  Table table({{"TITLE"}});
  table.add({"one\ntwo\x1b[2J"}, Json{{"title", "one\ntwo"}});
  EXPECT_EQ(table.text(0), "TITLE\none two[2J\n");
  EXPECT_EQ(table.json(), "{\"title\":\"one\\ntwo\"}\n");
}

TEST(JsonLine, TextThatIsNotUtf8IsMended) { EXPECT_EQ(json_line(Json{{"file", "\xff"}}), "{\"file\":\"\uFFFD\"}"); }

}  // namespace
}  // namespace mur::ctl
