package org.gfpaudit.grammar.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.grammar.segment.IndexChange;
import org.gfpaudit.grammar.segment.IndexedFiles;
import org.gfpaudit.grammar.segment.Numbering;
import org.gfpaudit.grammar.segment.Question;
import org.gfpaudit.grammar.segment.Segment;
import org.gfpaudit.grammar.segment.SegmentIndex;
import org.junit.jupiter.api.Test;

/** An index with room between its numbers answers as one without, and what stays has its number. */
class NumberingTest {
  private static final String[] PATHS = {"a.c", "b.c", "c.c"};

  private final List<Segment> segments = new ArrayList<>();
  private final int[] segmentOf = new int[PATHS.length];
  private final int[] slotOf = new int[PATHS.length];
  private Optional<IndexedFiles> before = Optional.empty();

  /** The functions that each file has at first. */
  private NumberingTest() {
    put(Map.of(0, names(0, 6), 1, names(0, 6), 2, names(0, 6)));
  }

  private static List<String> names(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> "f" + i).toList();
  }

  private static byte[] text(List<String> functions) {
    return functions.stream()
        .map(name -> "void " + name + "(void)\n{\n\tcalled();\n}\n")
        .collect(Collectors.joining())
        .getBytes(StandardCharsets.UTF_8);
  }

  private void put(int file, List<String> functions) {
    put(Map.of(file, functions));
  }

  /** Puts files into one segment more. */
  private void put(Map<Integer, List<String>> functions) {
    List<Integer> files = functions.keySet().stream().sorted().toList();
    Map<String, byte[]> texts = new HashMap<>();
    functions.forEach((file, its) -> texts.put(PATHS[file], text(its)));
    Scanned scanned =
        new IndexBuilder((path, buffer) -> buffer.fill(Objects.requireNonNull(texts.get(path))), 1)
            .scan(files.stream().map(file -> PATHS[file]).toList(), Marking.none());
    assertEquals(1, scanned.segments().size());
    segments.addAll(scanned.segments());
    for (int i = 0; i < files.size(); i++) {
      segmentOf[files.get(i)] = segments.size() - 1;
      slotOf[files.get(i)] = scanned.slotOf()[i];
    }
  }

  private SegmentIndex index(Numbering numbering) {
    return new SegmentIndex(segments, PATHS, segmentOf.clone(), slotOf.clone(), numbering);
  }

  /** The index of this state, which must answer as one without room, and what changed. */
  private Optional<IndexChange> next() {
    SegmentIndex dense = index(Numbering.DENSE);
    SegmentIndex index = index(Numbering.after(before));
    assertEquals(dense.entityCount(), index.entityCount());
    assertEquals(IndexDump.of(dense), ranked(index));
    Optional<IndexChange> change = before.flatMap(files -> files.changeTo(index.indexedFiles()));
    before = Optional.of(index.indexedFiles());
    return change;
  }

  /** What an index says, with the places of entities among all for their numbers. */
  private static String ranked(SegmentIndex index) {
    Map<String, String> ranks = new HashMap<>();
    int last = -1;
    for (Entity entity : index.entities().toList()) {
      assertTrue(entity.number() > last && entity.number() < index.entityBound());
      last = entity.number();
      ranks.put(entity.toString(), new Entity(ranks.size()).toString());
    }
    return Pattern.compile("Entity\\[number=\\d+\\]")
        .matcher(IndexDump.of(index))
        .replaceAll(found -> ranks.get(found.group()));
  }

  private List<Integer> numbers(int file) {
    return index(Numbering.after(before)).entitiesOf(new SourceFile(file)).stream()
        .map(Entity::number)
        .toList();
  }

  @Test
  void whatIsAddedInBetweenMovesNothing() {
    next();
    List<Integer> here = numbers(1);
    List<Integer> behind = numbers(2);
    put(1, List.of("top", "f0", "f1", "new1", "new2", "f2", "f3", "f4", "f5", "last"));
    IndexChange change = next().orElseThrow();
    List<Integer> now = new ArrayList<>(numbers(1));
    assertEquals(behind, numbers(2));
    for (int added : new int[] {9, 4, 3, 0}) {
      assertFalse(change.isSame(new Entity(now.remove(added))));
    }
    assertEquals(here, now);
    assertTrue(here.stream().allMatch(number -> change.isSame(new Entity(number))));
    assertFalse(change.definesTheSame(new SourceFile(1)));
    assertFalse(change.isAnsweredTheSame(Question.CALLERS, "called"));
    assertTrue(change.isAnsweredTheSame(Question.DEFINITIONS, "f3"));
    assertFalse(change.isAnsweredTheSame(Question.DEFINITIONS, "last"));
  }

  /** One answer of a segment is told apart by the files that it is in. */
  @Test
  void severalFilesOfOneSegmentChange() {
    next();
    put(Map.of(0, List.of("f0", "g", "f2", "f3", "f4", "f5"), 2, names(0, 7)));
    IndexChange change = next().orElseThrow();
    assertTrue(change.isSame(new SourceFile(1)));
    assertTrue(change.isAnsweredTheSame(Question.DEFINITIONS, "f0"));
    assertFalse(change.isAnsweredTheSame(Question.DEFINITIONS, "f1"));
    assertFalse(change.isAnsweredTheSame(Question.DEFINITIONS, "f6"));
    // What leaves one file comes into the other.
    put(Map.of(0, names(0, 6), 2, List.of("f0", "f1", "f2", "g", "f4", "f5", "f6")));
    IndexChange moved = next().orElseThrow();
    assertFalse(moved.isAnsweredTheSame(Question.DEFINITIONS, "g"));
    assertTrue(moved.isAnsweredTheSame(Question.DEFINITIONS, "f4"));
  }

  /** The same number, but another definition. */
  @Test
  void anotherNameIsAnotherDefinition() {
    next();
    List<Integer> here = numbers(0);
    put(0, List.of("f0", "g1", "f2", "f3", "f4", "f5"));
    IndexChange change = next().orElseThrow();
    assertFalse(change.isEachSame());
    assertFalse(change.isSame(new Entity(here.get(1))));
    assertTrue(change.isSame(new Entity(here.get(2))));
    assertFalse(change.isAnsweredTheSame(Question.CALLERS, "called"));
  }

  @Test
  void whereThereIsNoRoomAllIsNumberedAnew() {
    next();
    put(0, names(0, 60));
    assertTrue(next().isEmpty());
    put(0, names(0, 61));
    assertTrue(next().isPresent());
  }

  @Test
  void anyEdits() {
    Random random = new Random(22);
    next();
    int known = 0;
    for (int i = 0; i < 300; i++) {
      List<String> functions = new ArrayList<>(names(0, 1 + random.nextInt(12)));
      for (int n = random.nextInt(6); n > 0; n--) {
        functions.add(random.nextInt(functions.size() + 1), "g" + random.nextInt(9));
      }
      put(random.nextInt(PATHS.length), functions);
      known += next().isPresent() ? 1 : 0;
    }
    assertTrue(known > 150 && known <= 300, known + " of 300 found room");
  }
}
