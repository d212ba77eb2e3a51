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
  /** As kernels since 4.15 print it; the functions are invented. */
  private static final String CIRCULAR =
      """
      ======================================================
      WARNING: possible circular locking dependency detected
      6.1.0-rc2+ #7 Not tainted
      ------------------------------------------------------
      kswapd0/79 is trying to acquire lock:
      ffff8881012345a8 (&pond->log_lock){++++}-{3:3}, at: pond_evict+0x2c/0x90 [pond]

      but task is already holding lock:
      ffffffff82e5b1a0 (fs_reclaim){+.+.}-{0:0}, at: balance_pgdat+0x195/0xc60

      which lock already depends on the new lock.


      the existing dependency chain (in reverse order) is:

      -> #2 (fs_reclaim){+.+.}-{0:0}:
             fs_reclaim_acquire+0x9d/0xd0
             kmem_cache_alloc+0x3d/0x2a0
             pond_grow.isra.0+0x44/0x120 [pond]
             pond_write+0x21/0x60 [pond]

      -> #1 (&(&pond->tree)->mr_lock){+.+.}-{3:3}:
             __mutex_lock+0xa3/0x9e0
             pond_write+0x15/0x60 [pond]

      -> #0 (&pond->log_lock){++++}-{3:3}:
             __lock_acquire+0x11e6/0x1d10
             lock_acquire+0xd2/0x310
             down_write+0x40/0xd0
             pond_evict+0x2c/0x90 [pond]
             evict+0xd5/0x1a0

      other info that might help us debug this:

      Chain exists of:
        &pond->log_lock --> &(&pond->tree)->mr_lock --> fs_reclaim

       Possible unsafe locking scenario:

             CPU0                    CPU1
             ----                    ----
        lock(fs_reclaim);
                                     lock(&(&pond->tree)->mr_lock);

       *** DEADLOCK ***

      1 lock held by kswapd0/79:
       #0: ffffffff82e5b1a0 (fs_reclaim){+.+.}-{0:0}, at: balance_pgdat+0x195/0xc60

      stack backtrace:
      CPU: 1 PID: 79 Comm: kswapd0 Not tainted 6.1.0-rc2+ #7
      Call Trace:
       <TASK>
       dump_stack_lvl+0x56/0x73
       ? unsure+0x1/0x2
       evict+0xd5/0x1a0
       </TASK>
      """;

  /** As kernels before 4.15 print it. */
  private static final String INCONSISTENT =
      """
      =================================
      [ INFO: inconsistent lock state ]
      3.18.0 #1 Not tainted
      ---------------------------------
      inconsistent {RECLAIM_FS-ON-W} -> {IN-RECLAIM_FS-W} usage.
      kswapd0/54 [HC0[0]:SC0[0]:HE1:SE1] takes:
       (&(&ip->i_lock)->mr_lock#2){++++-+}, at: [<ffffffffa0066897>] pond_lock+0x18/0x20 [pond]
      {RECLAIM_FS-ON-W} state was registered at:
        [<ffffffff810945e3>] mark_held_locks+0x5e/0x74
        [<ffffffff81174e56>] kmem_cache_alloc+0x36/0x2b0
        [<ffffffffa0073422>] pond_grow+0x65/0xc1 [pond]
      irq event stamp: 70387
      hardirqs last  enabled at (70387): [<ffffffff8155e68e>] mutex_trylock+0x27/0x40
      softirqs last disabled at (70386): [<ffffffff8155e123>] mutex_unlock+0x12/0x20

      other info that might help us debug this:
       Possible unsafe locking scenario:

             CPU0
             ----
        lock(&(&ip->i_lock)->mr_lock#2);
        <Interrupt>
          lock(&(&ip->i_lock)->mr_lock#2);

      2 locks held by kswapd0/54:
       #0:  (shrinker_rwsem){++++..}, at: [<ffffffff8113b19c>] shrink_slab+0x55/0x2f9

      stack backtrace:
      Call Trace:
       [<ffffffff8155a5d0>] dump_stack+0x4e/0x7a
       [<ffffffff81095a49>] ? print_usage_bug+0x1bf/0x1d0
       [<ffffffffa0066897>] pond_lock+0x18/0x20 [pond]
       [<ffffffffa0066999>] pond_reclaim+0x31/0x54 [pond]
      """;

  private static final String INVERSION =
      """
      [ INFO: possible irq lock inversion dependency detected ]
      4.4.0 #1 Not tainted
      ---------------------------------------------------------
      kswapd0/26 just changed the state of lock:
       (&pond_dir_class){++++-+}, at: [<ffffffff81>] pond_lock+0x18/0x20
      but this lock took another, RECLAIM_FS-unsafe lock in the past:
       (&mm->mmap_sem){++++++}

      and interrupts could create inverse lock ordering between them.

      the shortest dependencies between 2nd lock and 1st lock:
       -> (&mm->mmap_sem){++++++} ops: 29558 {
          HARDIRQ-ON-W at:
                            [<ffffffff81>] down_write+0x1/0x2
          RECLAIM_FS-ON-W at:
                            [<ffffffff81>] mark_held_locks+0x1/0x2
                            [<ffffffff81>] pond_mmap+0x3/0x4
          INITIAL USE at:
                           [<ffffffff81>] down_write+0x1/0x2
        }
        ... key      at: [<ffffffff81>] __key.1+0x0/0x8
        ... acquired at:
         [<ffffffff81>] lock_acquire+0x1/0x2
         [<ffffffff81>] pond_readdir+0x5/0x6

       -> (&pond_dir_class){++++-+} ops: 7 {
          IN-RECLAIM_FS-W at:
                           [<ffffffff81>] lock_acquire+0x1/0x2
                           [<ffffffff81>] pond_lock+0x18/0x20
        }
        ... key      at: [<ffffffff81>] pond_dir_class+0x0/0x8
        ... acquired at:
         [<ffffffff81>] check_usage_forwards+0x1/0x2

      stack backtrace:
      Call Trace:
       [<ffffffff81>] dump_stack+0x1/0x2
      """;

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
    Splat splat = one(CIRCULAR);
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
    Splat splat = one(INCONSISTENT);
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
    String bare = INCONSISTENT.replaceAll("\\[<\\p{XDigit}+>\\] ", "");
    assertEquals(one(INCONSISTENT).links(), one(bare).links());
    String empty = INCONSISTENT.replaceAll("<\\p{XDigit}+>", "");
    assertEquals(one(INCONSISTENT).links(), one(empty).links());
    String broken =
        bare.replace(" takes:", "\n takes:").replace("registered at:", "registered\n at:");
    assertEquals(one(INCONSISTENT), one(broken));
  }

  @Test
  void theOtherDirectionOfAStateIsToldAsWell() {
    String other =
        INCONSISTENT
            .replace(
                "{RECLAIM_FS-ON-W} -> {IN-RECLAIM_FS-W}", "{IN-RECLAIM_FS-R} -> {RECLAIM_FS-ON-W}")
            .replace("{RECLAIM_FS-ON-W} state", "{IN-RECLAIM_FS-R} state");
    Halves halves = Halves.of(one(other)).orElseThrow();
    assertTrue(functions(halves.reclaim()).startsWith("mark_held_locks"));
    assertTrue(functions(halves.held()).endsWith("pond_reclaim"));
  }

  @Test
  void anInversionHasTheLocksBetween() {
    Splat splat = one(INVERSION);
    Halves halves = Halves.of(splat).orElseThrow();
    assertEquals("&mm->mmap_sem", halves.held().lock().name());
    assertEquals("mark_held_locks pond_mmap", functions(halves.held()));
    assertEquals("&pond_dir_class", halves.reclaim().lock().name());
    assertEquals("lock_acquire pond_lock", functions(halves.reclaim()));
    assertEquals("lock_acquire pond_readdir", functions(halves.between().get(0)));
  }

  @Test
  void whatOthersPutBeforeTheLinesDoesNotMatter() {
    Splat plain = one(CIRCULAR);
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
      Splat splat = one(lines(CIRCULAR, prefix));
      assertEquals(plain.links(), splat.links(), prefix.apply("x"));
      assertEquals(plain.release(), splat.release(), prefix.apply("x"));
    }
    String escaped = "host kernel: " + CIRCULAR.replace("\n", "#012");
    assertEquals(plain.links(), one(escaped).links());
  }

  @Test
  void brokenLinesAreReadAsOne() {
    Splat plain = one(CIRCULAR);
    for (int width : new int[] {20, 40, 72}) {
      StringBuilder broken = new StringBuilder();
      for (String line : CIRCULAR.split("\n", -1)) {
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
        CIRCULAR
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
    List<Splat> splats = SplatReader.read(INCONSISTENT + "noise\n" + CIRCULAR + CIRCULAR);
    assertEquals(
        List.of(Kind.INCONSISTENT, Kind.CIRCULAR, Kind.CIRCULAR),
        splats.stream().map(Splat::kind).toList());
    assertEquals(splats.get(1).links(), splats.get(2).links());
    assertEquals(one(INCONSISTENT).links(), splats.get(0).links());
  }

  @Test
  void aReportThatEndsTooEarlySaysWhatItLacks() {
    String cut = CIRCULAR.substring(0, CIRCULAR.indexOf("-> #1"));
    Splat splat = one(cut);
    assertEquals(
        List.of("the stack of #0, which takes &pond->log_lock", "the stack of #1"), splat.lacks());
    assertTrue(Halves.of(splat).isPresent());
    for (int end = 0; end < CIRCULAR.length(); end += 7) {
      SplatReader.read(CIRCULAR.substring(0, end)).forEach(Halves::of);
      SplatReader.read(INCONSISTENT.substring(0, Math.min(end, INCONSISTENT.length())))
          .forEach(Halves::of);
    }
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
    Splat splat = one(CIRCULAR.replace("fs_reclaim", "&pond->other"));
    assertTrue(Halves.of(splat).isEmpty());
    assertTrue(splat.links().stream().allMatch(link -> link.state() == State.TAKEN));
    Splat irq = one(INCONSISTENT.replace("RECLAIM_FS", "HARDIRQ"));
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
    String all = CIRCULAR + INCONSISTENT + INVERSION;
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
          SplatReader.read(CIRCULAR + " foo+0x1/0x2\n".repeat(200_000)).forEach(Halves::of);
        });
  }
}
