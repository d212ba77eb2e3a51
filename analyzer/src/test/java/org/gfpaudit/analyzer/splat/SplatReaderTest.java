package org.gfpaudit.analyzer.splat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.gfpaudit.analyzer.splat.Splat.Kind;
import org.gfpaudit.analyzer.splat.Splat.State;
import org.junit.jupiter.api.Test;

class SplatReaderTest {
  private static Splat one(String text) {
    List<Splat> splats = SplatReader.read(text);
    assertEquals(1, splats.size(), text);
    return splats.get(0);
  }

  private static String functions(Splat.Link link) {
    return link.stack().stream().map(Frame::function).collect(Collectors.joining(" "));
  }

  private static String lines(String text, UnaryOperator<String> change) {
    return text.lines().map(change).collect(Collectors.joining("\n"));
  }

  @Test
  void bothHalvesOfACircleAreTold() {
    Splat splat = one(WrittenReports.CIRCULAR);
    assertEquals("6.1.0-rc2+", splat.release());
    assertEquals("kswapd0/79", splat.task());
    assertEquals(2, splat.line());
    assertEquals(List.of(), splat.lacks());
    Halves halves = Halves.of(splat).orElseThrow();
    assertEquals("&(&pond->tree)->mr_lock", halves.held().lock().name());
    assertEquals(
        "fs_reclaim_acquire kmem_cache_alloc pond_grow pond_write", functions(halves.held()));
    assertEquals("pond", halves.held().stack().get(2).module());
    assertEquals("&pond->log_lock", halves.reclaim().lock().name());
    assertEquals(
        "__lock_acquire lock_acquire down_write pond_evict evict", functions(halves.reclaim()));
    assertEquals(1, halves.between().size());
    assertEquals("__mutex_lock pond_write", functions(halves.between().get(0)));
  }

  @Test
  void theTaskThatAllocatesMayBeTheOneThatRanIntoIt() {
    String swapped =
        """
        WARNING: possible circular locking dependency detected
        6.1.0 #1 Not tainted
        ------
        cat/7 is trying to acquire lock:
        ffff (fs_reclaim){+.+.}-{0:0}, at: might_alloc+0x1/0x2

        but task is already holding lock:
        ffff (&pond->log_lock){++++}-{3:3}, at: pond_begin+0x1/0x2

        the existing dependency chain (in reverse order) is:

        -> #1 (&pond->log_lock){++++}-{3:3}:
               down_write+0x1/0x2
               pond_evict+0x1/0x2

        -> #0 (fs_reclaim){+.+.}-{0:0}:
               kmem_cache_alloc+0x1/0x2
               pond_grow+0x1/0x2
        """;
    Halves halves = Halves.of(one(swapped)).orElseThrow();
    assertEquals("kmem_cache_alloc pond_grow", functions(halves.held()));
    assertEquals("down_write pond_evict", functions(halves.reclaim()));
    assertEquals("&pond->log_lock", halves.held().lock().name());
  }

  @Test
  void statesOfOlderKernelsAreTold() {
    Splat splat = one(WrittenReports.INCONSISTENT);
    assertEquals(Kind.INCONSISTENT, splat.kind());
    assertEquals("3.18.0", splat.release());
    assertEquals("kswapd0/54", splat.task());
    Halves halves = Halves.of(splat).orElseThrow();
    assertEquals("&(&ip->i_lock)->mr_lock#2", halves.held().lock().name());
    assertEquals("mark_held_locks kmem_cache_alloc pond_grow", functions(halves.held()));
    assertEquals("dump_stack print_usage_bug pond_lock pond_reclaim", functions(halves.reclaim()));
    assertFalse(halves.reclaim().stack().get(1).isReliable());
    assertEquals(List.of(), halves.between());
  }

  @Test
  void addressesNeedNotBeThere() {
    String bare = WrittenReports.INCONSISTENT.replaceAll("\\[<\\p{XDigit}+>\\] ", "");
    assertEquals(one(WrittenReports.INCONSISTENT).links(), one(bare).links());
    String empty = WrittenReports.INCONSISTENT.replaceAll("<\\p{XDigit}+>", "");
    assertEquals(one(WrittenReports.INCONSISTENT).links(), one(empty).links());
    String broken =
        bare.replace(" takes:", "\n takes:").replace("registered at:", "registered\n at:");
    assertEquals(one(WrittenReports.INCONSISTENT), one(broken));
  }

  @Test
  void theOtherDirectionOfAStateIsToldAsWell() {
    String other =
        WrittenReports.INCONSISTENT
            .replace(
                "{RECLAIM_FS-ON-W} -> {IN-RECLAIM_FS-W}", "{IN-RECLAIM_FS-R} -> {RECLAIM_FS-ON-W}")
            .replace("{RECLAIM_FS-ON-W} state", "{IN-RECLAIM_FS-R} state");
    Halves halves = Halves.of(one(other)).orElseThrow();
    assertTrue(functions(halves.reclaim()).startsWith("mark_held_locks"));
    assertTrue(functions(halves.held()).endsWith("pond_reclaim"));
  }

  @Test
  void anInversionHasTheLocksBetween() {
    Splat splat = one(WrittenReports.INVERSION);
    Halves halves = Halves.of(splat).orElseThrow();
    assertEquals("&mm->mmap_sem", halves.held().lock().name());
    assertEquals("mark_held_locks pond_mmap", functions(halves.held()));
    assertEquals("&pond_dir_class", halves.reclaim().lock().name());
    assertEquals("lock_acquire pond_lock", functions(halves.reclaim()));
    assertEquals("lock_acquire pond_readdir", functions(halves.between().get(0)));
  }

  @Test
  void whatOthersPutBeforeTheLinesDoesNotMatter() {
    Splat plain = one(WrittenReports.CIRCULAR);
    List<UnaryOperator<String>> prefixes =
        List.of(
            line -> "> > " + line,
            line -> ">>" + line,
            line -> "[   12.345678] " + line,
            line -> "[   12.345678] [  T123] " + line,
            line -> "[   12.345678][   T79] " + line,
            line -> "<4>[   12.345678] " + line,
            line -> "[  +0,000003] " + line,
            line -> "[Mon Nov  2 10:11:12 2020] " + line,
            line -> "Nov 29 20:54:41 host kernel: [   12.345678] " + line,
            line -> "2024-08-08T08:37:09.914376+00:00 host kernel: " + line,
            line -> "[ 2115.359650] -(1)[106:kswapd0]" + line,
            line -> "\u001b[1;31m" + line + "\u001b[0m\r",
            line -> "    " + line.replace("&", "&amp;").replace(">", "&gt;"));
    for (UnaryOperator<String> prefix : prefixes) {
      Splat splat = one(lines(WrittenReports.CIRCULAR, prefix));
      assertEquals(plain.links(), splat.links(), prefix.apply("x"));
      assertEquals(plain.release(), splat.release(), prefix.apply("x"));
    }
    String escaped = "host kernel: " + WrittenReports.CIRCULAR.replace("\n", "#012");
    assertEquals(plain.links(), one(escaped).links());
  }

  @Test
  void brokenLinesAreReadAsOne() {
    Splat plain = one(WrittenReports.CIRCULAR);
    for (int width : new int[] {20, 40, 72}) {
      StringBuilder broken = new StringBuilder();
      for (String line : WrittenReports.CIRCULAR.split("\n", -1)) {
        int column = 0;
        for (String word : line.strip().split(" +", -1)) {
          if (column > 0 && column + word.length() > width) {
            broken.append("\n> ");
            column = 0;
          }
          broken.append(word).append(' ');
          column += word.length() + 1;
        }
        broken.append("\n> ");
      }
      assertEquals(plain.links(), one(broken.toString()).links(), "width " + width);
    }
  }

  @Test
  void decodedStacksAreRead() {
    String decoded =
        WrittenReports.CIRCULAR
            .replace(
                "kmem_cache_alloc+0x3d/0x2a0",
                "might_alloc include/linux/sched/mm.h:318 [inline]\n"
                    + "kmem_cache_alloc+0x3d/0x2a0 mm/slub.c:4929")
            .replace("evict+0xd5/0x1a0\n\nother", "evict (fs/inode.c:664 fs/inode.c:650)\n\nother");
    Halves halves = Halves.of(one(decoded)).orElseThrow();
    assertEquals(
        "fs_reclaim_acquire might_alloc kmem_cache_alloc pond_grow pond_write",
        functions(halves.held()));
    assertTrue(functions(halves.reclaim()).endsWith("pond_evict evict"));
  }

  @Test
  void severalReportsAreToldApart() {
    List<Splat> splats =
        SplatReader.read(
            WrittenReports.INCONSISTENT
                + "noise\n"
                + WrittenReports.CIRCULAR
                + WrittenReports.CIRCULAR);
    assertEquals(
        List.of(Kind.INCONSISTENT, Kind.CIRCULAR, Kind.CIRCULAR),
        splats.stream().map(Splat::kind).toList());
    assertEquals(splats.get(1).links(), splats.get(2).links());
    assertEquals(one(WrittenReports.INCONSISTENT).links(), splats.get(0).links());
  }

  @Test
  void aReportThatEndsTooEarlySaysWhatItLacks() {
    String cut = WrittenReports.CIRCULAR.substring(0, WrittenReports.CIRCULAR.indexOf("-> #1"));
    Splat splat = one(cut);
    assertEquals(
        List.of("the stack of #0, which takes &pond->log_lock", "the stack of #1"), splat.lacks());
    assertTrue(Halves.of(splat).isPresent());
    for (int end = 0; end < WrittenReports.CIRCULAR.length(); end += 7) {
      SplatReader.read(WrittenReports.CIRCULAR.substring(0, end)).forEach(Halves::of);
      SplatReader.read(
              WrittenReports.INCONSISTENT.substring(
                  0, Math.min(end, WrittenReports.INCONSISTENT.length())))
          .forEach(Halves::of);
    }
  }

  @Test
  void aReportInShortNamesItsLocks() {
    String text = WrittenReports.CIRCULAR;
    String head = text.substring(0, text.indexOf("the existing dependency chain"));
    String broken = "Chain exists of:\n  &pond->log_lock --> &pond->map_lock -->\n  fs_reclaim\n";
    String trace = "*** DEADLOCK ***\n\nCall Trace:\n down_write+0x1/0x2\n pond_evict+0x1/0x2\n";
    Splat splat = one(head + broken + "Possible unsafe locking scenario:\n" + trace);
    assertEquals(
        List.of("&pond->log_lock", "&pond->map_lock", "fs_reclaim"),
        splat.links().stream().map(link -> link.lock().name()).toList());
    assertEquals("down_write pond_evict", functions(splat.links().get(0)));
    assertEquals(2, splat.lacks().size());
    // Without a word of a report before it a trace is somebody else's.
    assertEquals("pond_evict", functions(one(head + trace).links().get(0)));
  }

  @Test
  void theSourceOfAMailIsReadAsTheMail() {
    Splat plain = one(WrittenReports.CIRCULAR);
    StringBuilder cut = new StringBuilder("=3D=3D=3D\n");
    for (String line : WrittenReports.CIRCULAR.split("\n", -1)) {
      String encoded = ("> " + line).replace("=", "=3D").replaceAll(" $", "=20");
      boolean isLong = encoded.length() > 76 && encoded.indexOf("=3D") < 0;
      cut.append(isLong ? encoded.substring(0, 75) + "=\n" + encoded.substring(75) : encoded);
      cut.append('\n');
    }
    assertTrue(cut.toString().contains("=\n"), cut.toString());
    assertEquals(plain.links(), one(cut.toString()).links());
  }

  @Test
  void whatIsNoReportIsNone() {
    assertEquals(List.of(), SplatReader.read(""));
    assertEquals(
        List.of(),
        SplatReader.read("Subject: possible circular locking dependency detected in pond\n\nHi."));
    assertEquals(List.of(), SplatReader.read("BUG: unable to handle page fault\n foo+0x1/0x2\n"));
  }

  @Test
  void withoutReclaimThereAreNoHalves() {
    Splat splat = one(WrittenReports.CIRCULAR.replace("fs_reclaim", "&pond->other"));
    assertTrue(Halves.of(splat).isEmpty());
    assertTrue(splat.links().stream().allMatch(link -> link.state() == State.TAKEN));
    Splat irq = one(WrittenReports.INCONSISTENT.replace("RECLAIM_FS", "HARDIRQ"));
    assertTrue(Halves.of(irq).isEmpty());
  }

  @Test
  void namesOfLocksGiveTheFields() {
    assertEquals(
        List.of("mr_lock", "i_lock", "ip"), new NamedLock("&(&ip->i_lock)->mr_lock#2/1").words());
    assertEquals(
        List.of("i_mutex_key", "s_type", "sb"),
        new NamedLock("&sb->s_type->i_mutex_key#13").words());
    assertEquals(List.of(), new NamedLock("").words());
  }

  @Test
  void anyTextEndsAndThrowsNothing() {
    Random random = new Random(17);
    String all = WrittenReports.CIRCULAR + WrittenReports.INCONSISTENT + WrittenReports.INVERSION;
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          for (int round = 0; round < 400; round++) {
            StringBuilder text = new StringBuilder(all);
            for (int i = 0; i < 30; i++) {
              int at = random.nextInt(text.length());
              switch (random.nextInt(3)) {
                case 0 -> text.setCharAt(at, (char) random.nextInt(0x180));
                case 1 -> text.delete(at, Math.min(text.length(), at + random.nextInt(80)));
                default -> text.insert(at, "-> #" + random.nextInt() + " ((((");
              }
            }
            SplatReader.read(text.toString()).forEach(Halves::of);
          }
          String long1 = "possible circular locking dependency detected ".repeat(20_000);
          assertEquals(List.of(), SplatReader.read(long1));
          String long2 = "(".repeat(2_000_000) + "\u001b[".repeat(100_000) + "[".repeat(100_000);
          assertEquals(List.of(), SplatReader.read(long2 + "\n" + ">".repeat(100_000)));
          SplatReader.read(WrittenReports.CIRCULAR + " foo+0x1/0x2\n".repeat(200_000))
              .forEach(Halves::of);
        });
  }
}
