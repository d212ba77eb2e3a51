package org.gfpaudit.rules.review;

import static org.gfpaudit.rules.review.GuardedCalls.at;
import static org.gfpaudit.rules.review.GuardedCalls.call;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.gfpaudit.rules.finding.GuardedCall;
import org.gfpaudit.rules.finding.Place;
import org.junit.jupiter.api.Test;

/** Each rule by which a call of one state of a tree is that of another. */
final class CallPairsTest {
  private static final GuardedCall FIRST = call(at(20), "grab", "GFP_NOFS", "mapping");

  private static Optional<GuardedCall> nowOf(
      GuardedCall asked, List<GuardedCall> before, GuardedCall... now) {
    return nowOf(asked, before, Lines.UNKNOWN, now);
  }

  private static Optional<GuardedCall> nowOf(
      GuardedCall asked, List<GuardedCall> before, Lines lines, GuardedCall... now) {
    return new CallPairs(before, List.of(now), lines).nowOf(asked);
  }

  @Test
  void whatStandsAtTheSameLineComesFirst() {
    GuardedCall added = call(at(10), "grab", "GFP_NOFS", "mapping");
    GuardedCall moved = call(at(25), "grab", "GFP_NOFS", "mapping");
    Lines shifted = new Shifted(5);
    assertEquals(Optional.of(moved), nowOf(FIRST, List.of(FIRST), shifted, added, moved));
  }

  @Test
  void aCallWithTheSameMaskComesBeforeOneWithAnother() {
    GuardedCall other = call(at(10), "grab", "GFP_KERNEL", "mapping");
    GuardedCall same = call(at(30), "grab", "GFP_NOFS", "mapping");
    assertEquals(Optional.of(same), nowOf(FIRST, List.of(FIRST), other, same));
  }

  @Test
  void aCallOfTheSameFunctionComesBeforeOneThatHasTheSameMask() {
    GuardedCall helper = call(at(10), "find", "GFP_NOFS", "mapping");
    GuardedCall same = call(at(30), "grab", "GFP_KERNEL", "mapping");
    assertEquals(Optional.of(same), nowOf(FIRST, List.of(FIRST), helper, same));
  }

  @Test
  void ofOtherFunctionsThatWithTheSameMaskComesFirst() {
    GuardedCall other = call(at(10), "find", "GFP_KERNEL", "mapping");
    GuardedCall same = call(at(30), "seek", "GFP_NOFS", "mapping");
    assertEquals(Optional.of(same), nowOf(FIRST, List.of(FIRST), other, same));
  }

  @Test
  void aCallOfAHelperForTheSameMappingReplacesIt() {
    GuardedCall elsewhere = call(at(10), "grab", "GFP_NOFS", "other");
    GuardedCall helper = call(at(30), "read_page", "", "mapping");
    assertEquals(Optional.of(helper), nowOf(FIRST, List.of(FIRST), elsewhere, helper));
  }

  @Test
  void whatIsLeftIsPairedInOrderWhereItIsAsMany() {
    GuardedCall second = call(at(21), "grab", "GFP_NOFS", "second");
    GuardedCall one = call(at(30), "read_page", "", "inode");
    GuardedCall two = call(at(31), "read_page", "", "folio");
    List<GuardedCall> before = List.of(FIRST, second);
    assertEquals(Optional.of(one), nowOf(FIRST, before, one, two));
    assertEquals(Optional.of(two), nowOf(second, before, one, two));
    assertEquals(Optional.empty(), nowOf(FIRST, before, one));
  }

  @Test
  void aFunctionThatHadCallsHasNoneOfAnother() {
    Place other = new Place(GuardedCalls.FILE, 20, 9, "reef_write");
    GuardedCall elsewhere = call(other, "grab", "GFP_NOFS", "mapping");
    GuardedCall more = call(other, "add", "GFP_NOFS", "mapping");
    assertEquals(Optional.empty(), nowOf(FIRST, List.of(FIRST, more), elsewhere));
  }

  @Test
  void aFunctionThatIsNewHasWhatAnotherOfTheFileLost() {
    Place other = new Place(GuardedCalls.FILE, 20, 9, "reef_write");
    GuardedCall elsewhere = call(other, "grab", "GFP_KERNEL", "inode->i_mapping");
    assertEquals(Optional.of(elsewhere), nowOf(FIRST, List.of(FIRST), elsewhere));
    assertEquals(
        Optional.of(FIRST), nowOf(FIRST, List.of(FIRST), FIRST, elsewhere), "it lost nothing");
  }

  @Test
  void aFunctionThatGoesToAnotherFileTakesItsCallsAlong() {
    GuardedCall moved = inFile("fs/reef/read.c");
    assertEquals(Optional.of(moved), nowOf(FIRST, List.of(FIRST), moved));
  }

  @Test
  void whereTwoFilesHaveTheFunctionNothingSaysWhichItIs() {
    assertEquals(
        Optional.empty(),
        nowOf(FIRST, List.of(FIRST), inFile("fs/a/read.c"), inFile("fs/b/read.c")));
  }

  @Test
  void aFunctionThatWasThereBeforeIsNotOneThatMoved() {
    GuardedCall there = inFile("fs/reef/read.c");
    assertEquals(Optional.empty(), nowOf(FIRST, List.of(FIRST, there), there));
  }

  private static GuardedCall inFile(String file) {
    return call(new Place(file, 40, 9, "reef_read"), "grab", "GFP_NOFS", "mapping");
  }
}
