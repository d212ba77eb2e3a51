package org.gfpaudit.grammar.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.gfpaudit.grammar.segment.ContentKey;
import org.gfpaudit.grammar.segment.ContentMark;
import org.gfpaudit.grammar.segment.FileEntities;
import org.gfpaudit.grammar.segment.MalformedSegmentException;
import org.gfpaudit.grammar.segment.Segment;
import org.gfpaudit.grammar.segment.SegmentFile;
import org.gfpaudit.grammar.segment.SegmentIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A segment read from disk answers as the one that was written. */
class SegmentFileTest {
  private static final ContentKey KEY = new ContentKey(new byte[ContentKey.SECRET_BYTES]);

  private static final String[] CONDITIONS = {
    "#ifdef CONFIG_A",
    "#if defined(CONFIG_A) && !defined(CONFIG_B) || CONFIG_C > 3",
    "#ifndef MODULE",
    "#if IS_ENABLED(CONFIG_A) || (BITS == 64 && !(X(1, 2) < Y))",
    "#if 0",
    "#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 1, 0)",
    "#if A && B && C && D && E && F && G && H && I && J && K && L && M && N && O || P",
    "#if \"odd\" + 'x'"
  };

  @TempDir Path directory;

  private static Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>();
    for (int f = 0; f < 120; f++) {
      texts.put(
          "d" + f % 5 + "/f" + f + ".c",
          CONDITIONS[f % CONDITIONS.length]
              + "\ntypedef struct s"
              + f
              + " {\n\tgfp_t mask;\n} t;\nstatic gfp_t f"
              + f
              + "(void)\n{\n\tg"
              + (f * 7) % 120
              + "();\n\tops->a = f"
              + f % 11
              + ";\n\tp->fill(x, f"
              + f % 13
              + ");\n}\n#else\nstruct ops o = { .read = f"
              + f
              + " };\n#endif\n#define m"
              + f % 17
              + "(x) g"
              + f
              + "(x)\n");
    }
    return texts;
  }

  private static Scanned scan(Map<String, String> texts, int threads) {
    SourceReader reader =
        (path, buffer) ->
            buffer.fill(Objects.requireNonNull(texts.get(path)).getBytes(StandardCharsets.UTF_8));
    return new IndexBuilder(reader, threads)
        .scan(
            List.copyOf(texts.keySet()),
            Marking.of(KEY, path -> new ContentMark(path.hashCode(), path.length())));
  }

  @Test
  void everyAnswerIsTheSame() throws IOException {
    Map<String, String> texts = texts();
    Scanned scanned = scan(texts, 3);
    List<Segment> mapped = new ArrayList<>();
    for (int s = 0; s < scanned.segments().size(); s++) {
      Path file = directory.resolve("s" + s);
      SegmentFile.write(scanned.segments().get(s), file, "part");
      mapped.add(SegmentFile.map(file, "part"));
    }
    String[] paths = texts.keySet().toArray(String[]::new);
    assertEquals(
        IndexDump.of(
            new SegmentIndex(scanned.segments(), paths, scanned.segmentOf(), scanned.slotOf())),
        IndexDump.of(new SegmentIndex(mapped, paths, scanned.segmentOf(), scanned.slotOf())));
    for (int f = 0; f < paths.length; f++) {
      Segment segment = mapped.get(scanned.segmentOf()[f]);
      int slot = scanned.slotOf()[f];
      ContentMark claim = new ContentMark(paths[f].hashCode(), paths[f].length());
      assertEquals(claim, segment.claim(slot));
      byte[] text = Objects.requireNonNull(texts.get(paths[f])).getBytes(StandardCharsets.UTF_8);
      assertEquals(KEY.mark(text, 0, text.length), segment.content(slot));
      assertEquals(Objects.requireNonNull(texts.get(paths[f])).length(), segment.length(slot));
      List<Integer> found = new ArrayList<>();
      segment.findClaim(claim, found::add);
      assertEquals(List.of(slot), found);
      found.clear();
      segment.findContent(segment.content(slot), found::add);
      assertEquals(List.of(slot), found);
    }
  }

  @Test
  void anIndexOfAFewOfTheFilesIsThatOfTheseFiles() {
    Map<String, String> texts = texts();
    Scanned scanned = scan(texts, 2);
    List<String> paths = new ArrayList<>(texts.keySet());
    List<Integer> segmentOf = new ArrayList<>();
    List<Integer> slotOf = new ArrayList<>();
    List<String> kept = new ArrayList<>();
    Map<String, String> left = new TreeMap<>();
    for (int f = 0; f < paths.size(); f += 3) {
      kept.add(paths.get(f));
      segmentOf.add(scanned.segmentOf()[f]);
      slotOf.add(scanned.slotOf()[f]);
      left.put(paths.get(f), texts.get(paths.get(f)));
    }
    SegmentIndex view =
        new SegmentIndex(
            scanned.segments(),
            kept.toArray(String[]::new),
            segmentOf.stream().mapToInt(Integer::intValue).toArray(),
            slotOf.stream().mapToInt(Integer::intValue).toArray());
    Scanned alone = scan(left, 1);
    SegmentIndex fresh =
        new SegmentIndex(
            alone.segments(), kept.toArray(String[]::new), alone.segmentOf(), alone.slotOf());
    assertEquals(IndexDump.of(fresh), IndexDump.of(view));
  }

  @Test
  void aFileWhoseScanFailsIsNotKnownByItsContent() {
    byte[] text = "int a; ".repeat(100).getBytes(StandardCharsets.UTF_8);
    // No buffer is so long: the scanner runs over its end.
    SourceReader reader =
        (path, buffer) -> {
          int length = buffer.fill(text);
          return path.equals("b.c") ? Integer.MAX_VALUE : length;
        };
    ContentMark id = new ContentMark(1, 2);
    Scanned scanned =
        new IndexBuilder(reader, 1).scan(List.of("a.c", "b.c"), Marking.of(KEY, path -> id));
    assertEquals(1, scanned.unscanned().size());
    List<Integer> found = new ArrayList<>();
    scanned.segments().get(0).findClaim(id, found::add);
    assertEquals(List.of(0), found);
  }

  /** What an index of one part answers; empty where it is told that the part is damaged. */
  private static Optional<String> dump(Path file, Scanned scanned, String[] paths) {
    try {
      Segment segment = SegmentFile.map(file, "part");
      return Optional.of(
          IndexDump.of(
              new SegmentIndex(List.of(segment), paths, scanned.segmentOf(), scanned.slotOf())));
    } catch (MalformedSegmentException | UncheckedIOException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isWhole(Path file) throws IOException {
    try {
      SegmentFile.map(file, "part").check();
      return true;
    } catch (MalformedSegmentException e) {
      return false;
    }
  }

  @Test
  void everyDamageIsNoticed() throws IOException {
    Path file = directory.resolve("whole");
    SegmentFile.write(scan(texts(), 1).segments().get(0), file, "part");
    byte[] bytes = Files.readAllBytes(file);
    Path other = directory.resolve("damaged");
    int unnoticed = 0;
    // Most of the header, and some of each column.
    for (int i = 0; i < bytes.length; i += i < 800 ? 3 : 61) {
      byte[] damaged = bytes.clone();
      damaged[i] ^= (byte) (1 << i % Byte.SIZE);
      Files.write(other, damaged);
      if (isWhole(other)) {
        unnoticed++;
        // What fills up the last eight bytes of a column means nothing.
        assertEquals(0, bytes[i], "byte " + i);
      }
    }
    assertTrue(unnoticed < 20, unnoticed + " were not noticed");
    for (int length : new int[] {0, 7, 200, bytes.length / 2, bytes.length - 1}) {
      Path cut = Files.write(directory.resolve("cut" + length), Arrays.copyOf(bytes, length));
      assertThrows(
          MalformedSegmentException.class, () -> SegmentFile.map(cut, "part"), "cut " + length);
    }
  }

  @Test
  void whatIsDamagedGivesNoOtherAnswer() throws IOException {
    Map<String, String> texts = texts();
    Scanned scanned = scan(texts, 1);
    String[] paths = texts.keySet().toArray(String[]::new);
    Path file = directory.resolve("whole");
    SegmentFile.write(scanned.segments().get(0), file, "part");
    Optional<String> expected = dump(file, scanned, paths);
    assertTrue(expected.isPresent());
    byte[] bytes = Files.readAllBytes(file);
    Path other = directory.resolve("damaged");
    Random random = new Random(22);
    int told = 0;
    for (int i = 0; i < 200; i++) {
      byte[] damaged = bytes.clone();
      damaged[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
      Files.write(other, damaged);
      Optional<String> answer = dump(other, scanned, paths);
      if (answer.isPresent()) {
        assertEquals(expected, answer);
      } else {
        told++;
      }
    }
    assertTrue(told > 150, told + " of 200 were told");
  }

  @Test
  void onlyWhatIsAskedForIsCompared() throws IOException {
    Path file = directory.resolve("whole");
    Segment segment = scan(texts(), 1).segments().get(0);
    SegmentFile.write(segment, file, "part");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 9] ^= 1; // Of the last column: what stands as a value where.
    Segment damaged = SegmentFile.map(Files.write(directory.resolve("damaged"), bytes), "part");
    assertEquals(120, damaged.slotCount());
    assertEquals(
        new FileEntities(segment, 0).name(0),
        new FileEntities(damaged, 0).name(0),
        "names are whole");
    for (int i = 0; i < 2; i++) {
      assertThrows(UncheckedIOException.class, damaged::arguments);
    }
    assertThrows(MalformedSegmentException.class, damaged::check);
  }

  @Test
  void aPartUnderTheNameOfAnotherIsNotThere() throws IOException {
    Path file = directory.resolve("whole");
    SegmentFile.write(scan(texts(), 1).segments().get(0), file, "part");
    MalformedSegmentException failure =
        assertThrows(MalformedSegmentException.class, () -> SegmentFile.map(file, "other"));
    assertEquals("another part", failure.getMessage());
  }
}
