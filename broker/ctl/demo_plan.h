#pragma once

#include <string>
#include <vector>

#include "broker/ctl/demo_file.h"
#include "shared/base/random.h"
#include "shared/calendar/zone.h"
#include "shared/domain/command.h"
#include "shared/domain/wall.h"

namespace mur::ctl {

/// A command whose id is made of the demonstration, its slug and its period: however often it is planned, the broker
/// does it once.
struct DemoStep {
  CommandId id;
  std::string what;  ///< "event cuisine-lundi", for errors
  Command command;
};

/// What a demonstration hub lacks at `now`, in the order in which it must be sent. Empty: nothing.
/// Weekly and monthly events begin on a fixed day, so that they never move; single ones, and needs, belong to this ISO
/// week or the next: one that is moved is put first where it was announced. Events that are the same are merged once,
/// so that whoever parts them is not contradicted. Offers belong to a period of three weeks, as long as they live. Ids
/// of organizations that are still to be made are foreseen.
[[nodiscard]] std::vector<DemoStep> plan_demo(const DemoFile& demo, const Wall& wall, const calendar::Zone& hub,
                                              TimePoint now, RandomSource& random);

/// Which of the demonstration's offers still wait though they should be on the wall: after plan_demo's steps were done.
[[nodiscard]] std::vector<DemoStep> plan_demo_approvals(const DemoFile& demo, const Wall& wall,
                                                        const calendar::Zone& hub, TimePoint now);

}  // namespace mur::ctl
