#pragma once

#include "shared/matching/open_times.h"
#include "shared/matching/reason.h"
#include "shared/matching/subject.h"

namespace mur::matching {

/// How well an offer could answer a need, out of 100 points:
///
///   subject     60  the best of the following, and a quarter of the others:
///                   - the nearest pair of a wanted and an offered skill (by its distance in the tree: 0 all, 1 three
///                     quarters, 2 two fifths, 3 a fifth, 4 a tenth; of one below a whole branch that is wanted less
///                     than half), and how many of the wanted are near
///                   - a theme of both; words of both
///                   - an open hand where time is wanted; things where things are
///                   - someone who would like to learn where one is taught on the spot
///                   Skills and themes weigh less where they were read out of a text, not chosen from the list
///   time        20  a free place of the need lies in what the offer names; 12 where one of them leaves it open
///   kind        10  time for time, skill for skill, things for things; less for what can stand for it
///   place        5  here or from anywhere: of elsewhere nobody knows whether it is near
///   experience   5  none is needed
///
/// Without a subject in common there is no match: then, and where the need takes nobody any more, where an idea is
/// offered, where time alone is offered at other hours, and where someone wants to learn what is not taught, the score
/// is 0. What a need and an offer say of languages is read as skills; no field of theirs names the spoken ones.
/// Deterministic; a nearer skill never lowers a score.
[[nodiscard]] Match score(const Need& need, const Offer& offer, const skills::SkillTree& tree,
                          const SkillReader& reader, const calendar::Zone& hub, TimePoint now);

/// The parts of it, for whoever compares many: subjects are made once, times are looked at last.
/// All points but those for time; 0 where nothing is in common.
[[nodiscard]] int score_without_time(const Subject& need, const Subject& offer, const skills::SkillTree& tree);
/// What time can add to it at most, whatever the need.
[[nodiscard]] int most_for_time(const Subject& offer);
/// The score, from what score_without_time gave.
[[nodiscard]] int score_with_time(int without, const Subject& offer, const OpenTimes& times);
/// Why, of a need and an offer that score more than 0.
[[nodiscard]] std::vector<MatchReason> reasons(const Need& need, const Subject& need_subject, const Offer& offer,
                                               const Subject& offer_subject, const OpenTimes& times,
                                               const skills::SkillTree& tree);

}  // namespace mur::matching
