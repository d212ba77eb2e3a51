package org.gfpaudit.grammar.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
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
  private static final List<String> PATHS = List.of("a.c", "b.c", "c.c");

  /** Where the text of a file is. */
  private record Slot(int segment, int number) {}

  private final List<Segment> segments = new ArrayList<>();
  private final SortedMap<String, Slot> files = new TreeMap<>();
  private Optional<IndexedFiles> before = Optional.empty();

  /** The functions that each file has at first. */
  private NumberingTest() {
    put(Map.of("a.c", names(0, 6), "b.c", names(0, 6), "c.c", names(0, 6)));
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

  private void put(String path, List<String> functions) {
    put(Map.of(path, functions));
  }

  /** Puts files into one segment more. */
  private void put(Map<String, List<String>> functions) {
    List<String> paths = functions.keySet().stream().sorted().toList();
    Map<String, byte[]> texts = new HashMap<>();
    functions.forEach((path, its) -> texts.put(path, text(its)));
    Scanned scanned =
        new IndexBuilder((path, buffer) -> buffer.fill(Objects.requireNonNull(texts.get(path))), 1)
            .scan(paths, Marking.none());
    assertEquals(1, scanned.segments().size());
    segments.addAll(scanned.segments());
    for (int i = 0; i < paths.size(); i++) {
      files.put(paths.get(i), new Slot(segments.size() - 1, scanned.slotOf()[i]));
    }
  }

  private SegmentIndex index(Numbering numbering) {
    return new SegmentIndex(
        segments,
        files.keySet().toArray(String[]::new),
        files.values().stream().mapToInt(Slot::segment).toArray(),
        files.values().stream().mapToInt(Slot::number).toArray(),
        numbering);
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

  private SourceFile file(String path) {
    return index(Numbering.after(before)).file(path).orElseThrow();
  }

  private List<Integer> numbers(String path) {
    return index(Numbering.after(before)).entitiesOf(file(path)).stream()
        .map(Entity::number)
        .toList();
  }

  @Test
  void whatIsAddedInBetweenMovesNothing() {
    next();
    List<Integer> here = numbers("b.c");
    List<Integer> behind = numbers("c.c");
    put("b.c", List.of("top", "f0", "f1", "new1", "new2", "f2", "f3", "f4", "f5", "last"));
    IndexChange change = next().orElseThrow();
    List<Integer> now = new ArrayList<>(numbers("b.c"));
    assertEquals(behind, numbers("c.c"));
    for (int added : new int[] {9, 4, 3, 0}) {
      assertFalse(change.isSame(new Entity(now.remove(added))));
    }
    assertEquals(here, now);
    assertTrue(here.stream().allMatch(number -> change.isSame(new Entity(number))));
    assertFalse(change.definesTheSame(file("b.c")));
    assertFalse(change.isAnsweredTheSame(Question.CALLERS, "called"));
    assertTrue(change.isAnsweredTheSame(Question.DEFINITIONS, "f3"));
    assertFalse(change.isAnsweredTheSame(Question.DEFINITIONS, "last"));
  }

  /** One answer of a segment is told apart by the files that it is in. */
  @Test
  void severalFilesOfOneSegmentChange() {
    next();
    put(Map.of("a.c", List.of("f0", "g", "f2", "f3", "f4", "f5"), "c.c", names(0, 7)));
    IndexChange change = next().orElseThrow();
    assertTrue(change.isSame(file("b.c")));
    assertTrue(change.isAnsweredTheSame(Question.DEFINITIONS, "f0"));
    assertFalse(change.isAnsweredTheSame(Question.DEFINITIONS, "f1"));
    assertFalse(change.isAnsweredTheSame(Question.DEFINITIONS, "f6"));
    // What leaves one file comes into the other.
    put(Map.of("a.c", names(0, 6), "c.c", List.of("f0", "f1", "f2", "g", "f4", "f5", "f6")));
    IndexChange moved = next().orElseThrow();
    assertFalse(moved.isAnsweredTheSame(Question.DEFINITIONS, "g"));
    assertTrue(moved.isAnsweredTheSame(Question.DEFINITIONS, "f4"));
  }

  /** The same number, but another definition. */
  @Test
  void anotherNameIsAnotherDefinition() {
    next();
    List<Integer> here = numbers("a.c");
    put("a.c", List.of("f0", "g1", "f2", "f3", "f4", "f5"));
    IndexChange change = next().orElseThrow();
    assertFalse(change.isEachSame());
    assertFalse(change.isSame(new Entity(here.get(1))));
    assertTrue(change.isSame(new Entity(here.get(2))));
    assertFalse(change.isAnsweredTheSame(Question.CALLERS, "called"));
  }

  @Test
  void whereThereIsNoRoomAllIsNumberedAnew() {
    next();
    put("a.c", names(0, 60));
    assertTrue(next().isEmpty());
    put("a.c", names(0, 61));
    assertTrue(next().isPresent());
  }

  @Test
  void aFileMoreMovesNothing() {
    next();
    List<Integer> here = numbers("b.c");
    List<Integer> behind = numbers("c.c");
    put("b1.c", names(0, 3));
    IndexChange change = next().orElseThrow();
    assertEquals(here, numbers("b.c"));
    assertEquals(behind, numbers("c.c"));
    assertTrue(change.isEachSame());
    assertFalse(change.isSame(file("b1.c")));
    assertFalse(change.isSame(new Entity(numbers("b1.c").get(0))));
    assertFalse(change.isSamePath("b1.c"));
    assertTrue(change.isSamePath("b2.c"));
    assertFalse(change.areSamePaths("b"));
    assertTrue(change.areSamePaths("c"));
    assertFalse(change.isAnsweredTheSame(Question.DEFINITIONS, "f2"));
    assertTrue(change.isAnsweredTheSame(Question.DEFINITIONS, "f3"));
    put("b1.c", names(0, 4));
    assertTrue(next().orElseThrow().isSamePath("b1.c"));
  }

  @Test
  void aFileThatComesBackHasItsNumber() {
    next();
    SourceFile file = file("b.c");
    List<Integer> its = numbers("b.c");
    List<Integer> behind = numbers("c.c");
    files.remove("b.c");
    IndexChange gone = next().orElseThrow();
    assertEquals(behind, numbers("c.c"));
    assertFalse(gone.isThere(file));
    assertFalse(gone.isSame(file));
    assertFalse(gone.isEachSame());
    assertFalse(gone.isSame(new Entity(its.get(0))));
    assertFalse(gone.isSamePath("b.c"));
    // Its number is nobody else's.
    put("b0.c", names(0, 1));
    assertTrue(next().orElseThrow().isThere(file));
    assertNotEquals(file, file("b0.c"));
    put("b.c", names(0, 6));
    IndexChange back = next().orElseThrow();
    assertEquals(file, file("b.c"));
    assertFalse(back.isSame(file));
    assertTrue(back.isEachSame());
  }

  @Test
  void aNewFileHasRoomForAllThatItDefines() {
    next();
    put(Map.of("b1.c", names(0, 40), "b2.c", names(0, 60)));
    assertTrue(next().isPresent());
    put("b2.c", names(0, 61));
    assertTrue(next().isPresent());
  }

  @Test
  void manyFilesMoreAreNumberedAnew() {
    next();
    put(Map.of("b1.c", names(0, 1), "b2.c", names(0, 1), "b3.c", names(0, 1)));
    assertTrue(next().isPresent());
    put("b4.c", names(0, 1));
    assertTrue(next().isEmpty());
    put("b5.c", names(0, 500));
    assertTrue(next().isEmpty());
  }

  @Test
  void whichFilesAreInASetIsAskedOfThoseThatStay() {
    next();
    BitSet none = new BitSet();
    BitSet first = BitSet.valueOf(new long[] {1L << file("a.c").number()});
    put("b1.c", names(0, 3));
    IndexChange change = next().orElseThrow();
    BitSet added = BitSet.valueOf(new long[] {1L << file("b1.c").number()});
    assertTrue(change.areSame(none, added));
    assertTrue(change.areSame(first, first));
    assertFalse(change.areSame(first, added));
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
      String path =
          random.nextInt(4) == 0 ? "d" + random.nextInt(4) + ".c" : PATHS.get(random.nextInt(3));
      if (random.nextInt(6) == 0 && files.size() > 1) {
        files.remove(path);
      } else {
        put(path, functions);
      }
      ;
      known += next().isPresent() ? 1 : 0;
    }
    assertTrue(known > 150 && known <= 300, known + " of 300 found room");
  }
}
